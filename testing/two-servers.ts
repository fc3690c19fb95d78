// What the stories of two servers share: a town, a second server beside it, and one browser that speaks to either.
import * as moves from '#core/cases/contract-moves.ts'
import { signIn } from '#core/people/contract.ts'
import { type Beside, type TestClient, openClient } from './harness.ts'
import { townPassword } from './people-town.ts'
import { must } from './town-life.ts'
import { type Town, act, openTown } from './town.ts'

export type Two = { t: Town; b: Beside }

export async function openTwo(): Promise<Two> {
  const t = await openTown({ config: { privateReceivers: true } })
  return { t, b: await t.beside() }
}

/** The same browser, sent to the other server by the proxy: its cookies come along. */
export function sentTo({ server }: Pick<Beside, 'server'>, who: TestClient): TestClient {
  const client = openClient(server)
  for (const [name, value] of who.cookies) client.cookies.set(name, value)
  return client
}

export async function signedIn(t: Town, login: string): Promise<TestClient> {
  const client = t.client()
  must(await client.call(signIn, { login, password: townPassword }))
  return client
}

export const accepts = (who: TestClient, number: string) =>
  act(who, moves.acceptCase, number, { category: 'P01-37', conditionMet: true })

/** Looks again until it is so, or says what it was at last. */
export async function soon<T>(look: () => T | Promise<T>, is: (seen: T) => boolean): Promise<T> {
  const end = Date.now() + 60_000
  for (;;) {
    const seen = await look()
    if (is(seen) || Date.now() > end) return seen
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Breaks the line on which the two hear each other; how many were cut. */
export const cutBetween = async (t: Town): Promise<number | null> =>
  (
    await t.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'linli between' and datname = current_database()`,
    )
  ).rowCount

export const entriesOf = async (t: Town, number: string, move: string): Promise<number | null> =>
  (
    await t.owner.query(
      `select 1 from cases.entries e join cases.cases c on c.id = e.case_id where c.number = $1 and e.move = $2`,
      [number, move],
    )
  ).rowCount
