// The everyday of the town as verbs: somebody comes to work, a case goes a stretch of its way, a resident says a word.

import type { Outcome } from '#core/cases/case.ts'
import * as moves from '#core/cases/contract-moves.ts'
import * as wordOf from '#core/cases/contract-report.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { signIn } from '#core/people/contract.ts'
import type { TestClient } from './harness.ts'
import { townPassword } from './people-town.ts'
import {
  type Staff,
  type Town,
  act,
  codes,
  commandId,
  fileAndGive,
  keepPhoto,
  points,
  report,
} from './town.ts'

export const teams = {
  grid: { areaCode: codes.grid, unitId: null },
  grid2: { areaCode: codes.grid2, unitId: null },
  community: { areaCode: codes.community, unitId: null },
  street: { areaCode: codes.street, unitId: null },
}
export const postOf = (t: Town) => ({
  areaCode: codes.street,
  unitId: t.town.unit['500108106-S1'] ?? 0,
})

/** Signs in anew: after days have passed the session of last week is no longer good. */
export async function comes(t: Town, login: string): Promise<Staff> {
  const client = t.client()
  const answer = await client.call(signIn, { login, password: townPassword })
  if (!answer.ok) throw new Error(`${login} cannot sign in: ${answer.refusal}`)
  return { ...client, login, id: t.town.person[login] ?? '' }
}

/** '2026-03-03 09:00' as the town's clocks show it. */
export const localTime = (wall: string): string =>
  new Date(`${wall.replace(' ', 'T')}${wall.length === 16 ? ':00' : ''}+08:00`).toISOString()

export type Reported = Awaited<ReturnType<typeof report>>
type Asked = InputOf<typeof wordOf.giveAnswer>

export const says = (t: Town, of: Reported, answer: Asked['answer'], more: Partial<Asked> = {}) =>
  t.client().call(wordOf.giveAnswer, {
    number: of.number,
    secret: of.secret ?? '',
    commandId: commandId(),
    answer,
    ...more,
  })

/** A proof as the lamp's category wants it: what it looks like now, where and when. */
export const proofOf = async (t: Town) => ({
  text: '换了灯泡，亮了',
  photosBefore: [],
  photosAfter: [await keepPhoto(t)],
  takenAt: t.clock.now(),
  point: points.lane,
})

export const handles = async (
  t: Town,
  who: TestClient,
  number: string,
  outcome: Exclude<Outcome, 'guided'> = 'solved',
) => act(who, moves.handleCase, number, { proof: await proofOf(t), outcome })

export const checks = (who: TestClient, number: string, passed = true) =>
  act(who, moves.checkCase, number, { passed, how: 'on_site', reason: passed ? '' : '灯还是不亮' })

export const closes = (who: TestClient, number: string) =>
  act(who, moves.closeCase, number, { outcome: 'solved', words: '灯已经亮了', conditionMet: true })

/** The whole way to the last word: wu files and gives it to the grid, liu does it, he checks, wu closes. */
export async function closedLamp(t: Town, given: Partial<InputOf<typeof wordOf.reportCase>> = {}) {
  const receipt = await report(t.client(), given)
  const { category } = given
  await walksToClosing(t, receipt.number, category === undefined ? {} : { category })
  return receipt
}
export async function walksToClosing(t: Town, number: string, more = {}): Promise<void> {
  await walksToHandled(t, number, more)
  await goesToClosing(t, number)
}
/** Handed in: he looks and wu closes. */
export async function goesToClosing(t: Town, number: string): Promise<void> {
  must(await checks(await comes(t, 'he'), number))
  must(await closes(await comes(t, 'wu'), number))
}
export async function walksToHandled(t: Town, number: string, more = {}): Promise<void> {
  const liu = await walksToHandling(t, number, more)
  must(await handles(t, liu, number))
}
export async function walksToHandling(t: Town, number: string, more = {}): Promise<Staff> {
  const [wu, liu] = [await comes(t, 'wu'), await comes(t, 'liu')]
  must(await fileAndGive(wu, number, teams.grid, more))
  must(await act(liu, moves.acceptDuty, number, {}))
  return liu
}

/** It happens; being refused is a fault of the story. */
export function must<T extends { ok: boolean }>(answer: T): T {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer
}

/** What the database holds of a case, past all walls. */
export async function rowOf<T>(t: Town, sql: string, number: string): Promise<T> {
  const { rows } = await t.owner.query(sql, [number])
  return rows[0] as T
}
export const clockOf = (t: Town, number: string, kind: string) =>
  rowOf<{ due: string | null; ended: string | null; overdue: string | null; told: number[] }>(
    t,
    `select k.due_at as due, k.ended_at as ended, k.overdue_at as overdue, k.told
       from cases.clocks k join cases.cases c on c.community_id = k.community_id and c.id = k.case_id
      where c.number = $1 and k.kind = '${kind}' order by k.serial desc limit 1`,
    number,
  )
