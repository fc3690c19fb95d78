// The one shape in which an office keeps something of a community: the version that was read is compared under a lock, the
// room says what else stands against it, and what changes nothing is no new version.
import { type Kept, whyCannotKeep } from '#core/patrols/keeping.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import type { App, Who } from '../app.ts'
import { type Tx, once } from '../kit/db.ts'

type Keeping<Row extends Kept, View, Refusal extends string> = {
  command: { commandId: string; content: object }
  expected: number | undefined
  /** As it stands, held until the end of the transaction. */
  lock: (tx: Tx) => Promise<Row | null>
  /** What it is to become, or what stands against it. */
  next: (tx: Tx, before: Row | null) => Promise<Result<Omit<Row, 'version'>, Refusal>>
  save: (tx: Tx, row: Row) => Promise<boolean>
  view: (row: Row) => View
}

type No = 'changed_meanwhile' | 'has_ended'

export function keep<Row extends Kept, View extends object, Refusal extends string>(
  app: App,
  who: Who,
  { command, expected = 0, lock, next, save, view }: Keeping<Row, View, Refusal>,
): Promise<Result<View, No | Refusal | 'command_reused'>> {
  return once<View, No | Refusal>(app, who.actor, who.scope, command, async (tx) => {
    const before = await lock(tx)
    const why = whyCannotKeep(before, expected)
    if (why !== null)
      return before === null ? refused(why) : refused(why, { current: view(before) })
    const wish = await next(tx, before)
    if (!wish.ok) return wish
    const row = { ...wish.value, version: expected + 1 } as Row
    if (before !== null && isSame(before, row)) return done(view(before))
    return (await save(tx, row)) ? done(view(row)) : refused('changed_meanwhile')
  })
}

export const isSame = <Row extends Kept>(before: Row, row: Row): boolean =>
  Object.entries({ ...row, version: before.version }).every(
    ([key, value]) => JSON.stringify(value) === JSON.stringify(before[key as keyof Row]),
  )
