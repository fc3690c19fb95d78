// Keeping the register: add, change, end. Each act is one transaction with its line in the history.
import type { InputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import { roleAt } from '#core/people/rights.ts'
import type * as contract from '#core/resources/contract.ts'
import {
  type Entry,
  changesBetween,
  faultsOfEntry,
  sayFaults,
  whyCannotChange,
  whyCannotEnd,
} from '#core/resources/resource.ts'
import type { App, Who } from '../app.ts'
import { type Tx, once } from '../kit/db.ts'
import { findArea, spotOf } from '../people/find-area.ts'
import { kindsAt } from './kinds.ts'
import * as store from './store.ts'
import { mayKeep } from './views.ts'

type Kept = { id: string; version: number }

/** Whose place a resource is: for the rule and for the line in the history. */
const ownerOf = (app: App, row: { ownerId: number }) => app.places.geography.get(row.ownerId)

const author = (who: Who, spot: { areaId: number; areaPath: string }) => ({
  personId: who.actor.kind === 'person' ? who.actor.id : null,
  role: roleAt(who.actor, spot),
})

async function faultsAt(
  app: App,
  tx: Tx,
  who: Who,
  asked: { path: string; day: string; entry: Entry },
) {
  const kinds = await kindsAt(tx, asked.path, asked.day)
  const faults = faultsOfEntry(asked.entry, new Set(kinds.keys()))
  if (Object.keys(faults).length === 0) return null
  return refused('bad_entry', { fields: sayFaults(faults, who.caller.lang) })
}

export async function addResource(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.addResource>,
): Promise<Result<Kept, 'no_such_area' | 'not_yours' | 'bad_entry' | 'command_reused'>> {
  const area = findArea(app, input.area)
  if (area === null) return refused('no_such_area')
  if (!mayKeep(who, area)) return refused('not_yours')
  return once<Kept, 'bad_entry'>(
    app,
    who.actor,
    who.scope,
    { commandId, content: input },
    async (tx, now) => {
      const at = now()
      const day = localDate(at, area.timeZone)
      const faults = await faultsAt(app, tx, who, { path: area.path, day, entry: input.entry })
      if (faults !== null) return faults
      const id = app.newId()
      await store.insertResource(
        tx,
        { id, ownerId: area.id, ownerPath: area.path, entry: input.entry },
        null,
      )
      await store.addLine(tx, {
        communityId: area.id,
        resourceId: id,
        version: 1,
        act: 'added',
        at,
        ...author(who, spotOf(area)),
        changed: [],
        reason: null,
      })
      return done({ id, version: 1 })
    },
  )
}

type ChangeNo =
  | 'no_such_resource'
  | 'not_yours'
  | 'bad_entry'
  | 'already_ended'
  | 'nothing_changed'
  | 'changed_meanwhile'

export function changeResource(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.changeResource>,
): Promise<Result<Kept, ChangeNo | 'command_reused'>> {
  return once<Kept, ChangeNo>(
    app,
    who.actor,
    who.scope,
    { commandId, content: input },
    async (tx, now) => {
      const before = await lockMine(app, tx, who, input.id)
      if (!before.ok) return before
      const row = before.value
      const owner = ownerOf(app, row)
      if (row.version !== input.expectedVersion) return refused('changed_meanwhile')
      const changed = changesBetween(row, input.entry)
      const why = whyCannotChange(row, changed)
      if (why !== null) return refused(why)
      const at = now()
      const day = localDate(at, owner.timeZone)
      const faults = await faultsAt(app, tx, who, { path: owner.path, day, entry: input.entry })
      if (faults !== null) return faults
      const version = row.version + 1
      await store.updateResource(tx, row.id, version, input.entry)
      const renewed = changed.length === 1 && changed[0]!.field === 'validUntil'
      await store.addLine(tx, {
        communityId: row.ownerId,
        resourceId: row.id,
        version,
        act: renewed ? 'renewed' : 'changed',
        at,
        ...author(who, spotOf(owner)),
        changed,
        reason: input.reason,
      })
      return done({ id: row.id, version })
    },
  )
}

type EndNo = 'no_such_resource' | 'not_yours' | 'already_ended' | 'day_past'

export function endResource(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.endResource>,
): Promise<Result<Kept, EndNo | 'command_reused'>> {
  return once<Kept, EndNo>(
    app,
    who.actor,
    who.scope,
    { commandId, content: input },
    async (tx, now) => {
      const before = await lockMine(app, tx, who, input.id)
      if (!before.ok) return before
      const row = before.value
      const owner = ownerOf(app, row)
      const at = now()
      const why = whyCannotEnd(row, input.day, localDate(at, owner.timeZone))
      if (why !== null) return refused(why)
      const version = row.version + 1
      await store.endResource(tx, { id: row.id, version, on: input.day })
      await store.addLine(tx, {
        communityId: row.ownerId,
        resourceId: row.id,
        version,
        act: 'ended',
        at,
        ...author(who, spotOf(owner)),
        changed: [{ field: 'endedOn', from: null, to: input.day }],
        reason: input.reason,
      })
      return done({ id: row.id, version })
    },
  )
}

/**
 * Under its row lock. The policy lets only those lock a row who cover its keeper, so the row is looked for first: whoever may
 * read it and not keep it hears that it is another's.
 */
async function lockMine(
  app: App,
  tx: Tx,
  who: Who,
  id: string,
): Promise<Result<store.StoredResource, 'no_such_resource' | 'not_yours'>> {
  const seen = await store.findResource(tx, id)
  if (seen === null) return refused('no_such_resource')
  if (!mayKeep(who, ownerOf(app, seen))) return refused('not_yours')
  const row = await store.lockResource(tx, id)
  return row === null ? refused('not_yours') : done(row)
}
