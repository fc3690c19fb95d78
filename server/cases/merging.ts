// One matter with another case, and apart again: two cases in one transaction, locked in the order of their numbers,
// and whatever was merged into the merged one is pointed onward.

import { sql } from 'kysely'
import type { CaseFile } from '#core/cases/case.ts'
import type { Change } from '#core/cases/change.ts'
import type * as contract from '#core/cases/contract-voices.ts'
import { decideMerge, decideUnmerge, leftParent, pointedOnward } from '#core/cases/merging.ts'
import type { Both } from '#core/cases/merging.ts'
import { whyCannot } from '#core/cases/moves.ts'
import type { Settings } from '#core/cases/rules.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import type { App } from '../app.ts'
import { firstOf, once, rowsOf } from '../kit/db.ts'
import type { Tx } from '../kit/db.ts'
import type { Command, Moved, Mover } from './moving.ts'
import { settingsFor } from './settings.ts'
import { lockCase, save } from './store.ts'
import type { Locked } from './store.ts'

type Pair = { child: Locked; parent: Locked | null }
type Decide = (pair: { child: CaseFile; parent: CaseFile }, s: Settings) => Result<Both>

export const mergeCase = (app: App, by: Mover, input: InputOf<typeof contract.mergeCase>) =>
  together(app, by, input, {
    move: 'merge',
    other: async () => input.into,
    unseen: 'no_such_case',
    decide: ({ child, parent }, s) => decideMerge(child, parent, by.actor, input, s),
  })

export const unmergeCase = (app: App, by: Mover, input: InputOf<typeof contract.unmergeCase>) =>
  together(app, by, input, {
    move: 'unmerge',
    other: (tx) => intoOf(tx, input.number),
    unseen: 'needs_upper_layer',
    decide: ({ child, parent }, s) => decideUnmerge(child, parent, by.actor, input, s),
  })

type How = {
  move: 'merge' | 'unmerge'
  other: (tx: Tx) => Promise<string | null>
  /** What is answered when the caller may not see the other case. */
  unseen: 'no_such_case' | 'needs_upper_layer'
  decide: Decide
}

function together(
  app: App,
  by: Mover,
  command: Command & Record<string, unknown>,
  how: How,
): Promise<Result<Moved>> {
  const { commandId, ...content } = command
  const { actor } = by
  return once(app, actor, by.scope, { commandId, content }, async (tx, now) => {
    const pair = await lockPair(tx, command.number, await how.other(tx))
    if (pair === null) return refused('no_such_case')
    const { file } = pair.child
    const at = now([file.lastAt, pair.parent?.file.lastAt ?? ''].toSorted().at(-1))
    const settings = await settingsFor(app, tx, file, { actor, now: at })
    const why = whyCannot(how.move, file, actor, settings)
    if (why === 'not_yours') return refused(why)
    const current = { number: file.number, state: file.state, version: file.version }
    if (command.expectedVersion !== undefined && command.expectedVersion !== file.version)
      return refused('changed_meanwhile', { current })
    if (why !== null) return refused(why)
    if (pair.parent === null) return refused(how.unseen)
    const decided = how.decide({ child: file, parent: pair.parent.file }, settings)
    if (!decided.ok) return decided
    const both = { child: pair.child, parent: pair.parent, changes: decided.value }
    await saveBoth(tx, both, { commandId, settings })
    if (how.move === 'merge')
      await pointOnward(app, tx, by, {
        from: file.number,
        into: pair.parent.file.number,
        at,
        commandId,
      })
    app.journal.wake()
    const after = decided.value.child.file
    return done({ number: after.number, state: after.state, version: after.version })
  })
}

/** Two cases are locked in the order of their numbers; null when the first is none the caller may see. */
async function lockPair(tx: Tx, number: string, other: string | null): Promise<Pair | null> {
  const locked = new Map<string, Locked | null>()
  for (const each of [...new Set([number, other ?? number])].toSorted())
    locked.set(each, await lockCase(tx, each))
  const child = locked.get(number) ?? null
  return child === null
    ? null
    : { child, parent: other === null ? null : (locked.get(other) ?? null) }
}

const intoOf = async (tx: Tx, number: string): Promise<string | null> =>
  (
    await firstOf(
      tx,
      sql<{ into: string | null }>`
        select c.merged ->> 'into' as into
          from cases.cases c
         where c.number = ${number}
         limit 1`,
    )
  )?.into ?? null

type Saved = { commandId: string; settings: Settings }

async function saveBoth(
  tx: Tx,
  { child, parent, changes }: { child: Locked; parent: Locked; changes: Both },
  saved: Saved,
): Promise<void> {
  await saveOne(tx, child, changes.child, { ...saved, place: 0 })
  await saveOne(tx, parent, changes.parent, { ...saved, place: 1 })
}

const saveOne = (tx: Tx, was: Locked, change: Change, how: Saved & { place: number }) =>
  save(tx, { before: was.file, change, beside: was.beside, ...how })

type Onward = { from: string; into: string; at: string; commandId: string }

/** What was merged into a case that is merged itself: never a chain (INV 20). Seen by a job, whoever merges. */
async function pointOnward(app: App, tx: Tx, by: Mover, onward: Onward): Promise<void> {
  const numbers = await childrenOf(tx, onward.from)
  for (const [i, { number }] of numbers.entries()) {
    const child = await lockCase(tx, number)
    if (child === null) continue
    const { actor } = by
    const settings = await settingsFor(app, tx, child.file, { actor, now: onward.at })
    const change = pointedOnward(child.file, onward.into, actor, settings)
    await saveOne(tx, child, change, { commandId: onward.commandId, settings, place: 2 + i })
  }
}

export const childrenOf = (tx: Tx, number: string) =>
  rowsOf(
    tx,
    sql<{ number: string; voices: number }>`
      select c.number,
             (select count(*)::int
                from cases.voices v
               where v.community_id = c.community_id
                 and v.case_id = c.id) as voices
        from cases.cases c
       where c.merged ->> 'into' = ${number}
       order by c.number
       limit 200`,
  )

/** A merged case turns out void: the other one no longer speaks for it. */
export async function leaveParent(tx: Tx, child: CaseFile, by: Mover, saved: Saved): Promise<void> {
  const parent = child.merged === null ? null : await lockCase(tx, child.merged.into)
  if (parent === null) return
  const change = leftParent(parent.file, child, by.actor, saved.settings)
  await saveOne(tx, parent, change, { ...saved, place: 1 })
}
