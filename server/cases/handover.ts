// Handing over a duty desk: the note is filled from the data when it is written, read with the cases as they stand now, and
// taken over once by somebody else.
import { sql } from 'kysely'
import type { CaseRow } from '#core/cases/contract.ts'
import type * as contract from '#core/cases/contract-handover.ts'
import type { HandoverView } from '#core/cases/contract-handover.ts'
import * as rules from '#core/cases/handover.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { addDays, fromMs, isInstant, toMs } from '#core/kit/time.ts'
import { hasDesk } from '#core/people/duty-desk.ts'
import type { Area } from '#core/places/area.ts'
import type { App, Who } from '../app.ts'
import { type Tx, inScope, once } from '../kit/db.ts'
import { findArea, spotOf } from '../people/find-area.ts'
import { namesOf } from '../people/names.ts'
import { listShiftsOfDesk } from '../people/duty-desk.ts'
import { listCaseRows, rowView } from './lists.ts'
import * as store from './store-handovers.ts'

const job = { kind: 'job' } as const
const shownMax = 20

type NoDesk = 'no_such_area' | 'not_allowed' | 'no_desk_here'

/** Whoever may not read here hears so before anything else is judged. */
function deskOf(app: App, who: Who, code: string): Result<Area, NoDesk> {
  const area = findArea(app, code)
  if (area === null) return refused('no_such_area')
  if (!rules.mayReadHandovers(who.actor, spotOf(area))) return refused('not_allowed')
  return hasDesk(area.level) ? done(area) : refused('no_desk_here')
}

/** Shifts are read past the wall: only their times are used. */
async function spanOf(app: App, area: Area, now: string) {
  const shifts = await inScope(app.db, job, (tx) => listShiftsOfDesk(tx, area.id, now))
  return rules.handoverSpan(shifts, now)
}

async function namedNow(tx: Tx, area: Area, until: string): Promise<rules.HandoverItem[]> {
  const found = await store.listForHandover(tx, { areaId: area.id, path: area.path, until })
  return found.map((row) => ({ number: row.number, why: rules.whysOf(row) }))
}

export async function draftHandover(
  app: App,
  who: Who,
  { code }: InputOf<typeof contract.draftHandover>,
): Promise<Result<OutputOf<typeof contract.draftHandover>>> {
  const desk = deskOf(app, who, code)
  if (!desk.ok) return desk
  const now = app.now()
  const span = await spanOf(app, desk.value, now)
  return inScope(app.db, who.scope, async (tx) => {
    const items = await namedNow(tx, desk.value, span.until)
    const cases = await casesOf(app, tx, items, now)
    return done({
      shiftEndsAt: span.endsAt,
      coversUntil: span.until,
      counts: rules.countsOf(items),
      items: items.map((item) => ({ ...item, case: cases.get(item.number) ?? null })),
      mayWrite: rules.atDesk(who.actor, spotOf(desk.value)),
    })
  })
}

export async function writeHandover(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.writeHandover>,
): Promise<Result<{ id: string }>> {
  const desk = deskOf(app, who, input.code)
  if (!desk.ok) return desk
  const area = desk.value
  if (!rules.atDesk(who.actor, spotOf(area))) return refused('not_at_this_desk')
  const span = await spanOf(app, area, app.now())
  return once(app, who.actor, who.scope, { commandId, content: input }, async (tx, now) => {
    const at = now()
    const items = await namedNow(tx, area, span.until)
    const id = app.newId()
    await store.addHandover(tx, {
      areaId: area.id,
      id,
      writtenBy: who.actor.id,
      writtenAt: at,
      shiftEndsAt: span.endsAt,
      coversUntil: span.until,
      items,
      counts: rules.countsOf(items),
      remark: input.remark.trim(),
    })
    return done({ id })
  })
}

export async function takeHandover(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.takeHandover>,
): Promise<Result<{ takenAt: string }>> {
  const desk = deskOf(app, who, input.code)
  if (!desk.ok) return desk
  const area = desk.value
  return once(app, who.actor, who.scope, { commandId, content: input }, async (tx, now) => {
    const note = await store.findHandover(tx, area.id, input.id)
    const why = rules.whyCannotTake(note, who.actor, spotOf(area))
    if (why !== null) return refused(why)
    const at = now(note?.writtenAt)
    const row = { areaId: area.id, id: input.id, by: who.actor.id, at }
    return (await store.takeHandoverRow(tx, row))
      ? done({ takenAt: at })
      : refused('handover_taken')
  })
}

export async function listHandovers(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listHandovers>,
): Promise<Result<OutputOf<typeof contract.listHandovers>>> {
  const desk = deskOf(app, who, input.code)
  if (!desk.ok) return desk
  const limit = Math.min(input.limit ?? 5, shownMax)
  const asked = {
    areaId: desk.value.id,
    before: isInstant(input.after) ? fromMs(toMs(input.after)) : null,
    limit: limit + 1,
  }
  const now = app.now()
  const read = await inScope(app.db, who.scope, async (tx) => {
    const rows = await store.listHandoverRows(tx, asked)
    const shown = rows.slice(0, limit)
    const items = shown.flatMap((row) => row.items)
    return { shown, more: rows.length > limit, cases: await casesOf(app, tx, items, now) }
  })
  const { shown, more, cases } = read
  const people = shown.flatMap((row) => [
    row.writtenBy,
    ...(row.takenBy === null ? [] : [row.takenBy]),
  ])
  const names = await inScope(app.db, job, (tx) => namesOf(tx, people))
  return done({
    items: shown.map((row) => viewOf(row, { cases, names, reader: who.actor.id })),
    next: more ? (shown.at(-1)?.writtenAt ?? null) : null,
  })
}

type Known = {
  cases: ReadonlyMap<string, CaseRow>
  names: ReadonlyMap<string, string>
  reader: string
}

function viewOf(row: store.HandoverRow, { cases, names, reader }: Known): HandoverView {
  return {
    ...row,
    items: row.items.map((item) => ({ ...item, case: cases.get(item.number) ?? null })),
    writtenBy: names.get(row.writtenBy) ?? '',
    takenBy: row.takenBy === null ? null : (names.get(row.takenBy) ?? ''),
    own: row.writtenBy === reader,
  }
}

/** As they stand now, and only those the reader may see. */
async function casesOf(
  app: App,
  tx: Tx,
  items: readonly rules.HandoverItem[],
  now: string,
): Promise<ReadonlyMap<string, CaseRow>> {
  const numbers = [...new Set(items.map((item) => item.number))]
  if (numbers.length === 0) return new Map()
  const page = { after: '', limit: numbers.length, now }
  const rows = await listCaseRows(tx, [sql`c.number = any (${numbers})`], page)
  return new Map(rows.map((row) => [String(row.c['number']), rowView(app, row, now)]))
}

/** Notes have their day, too: ninety days after they were written they go. */
export const forgetHandovers = (app: App): Promise<number> =>
  inScope(app.db, job, (tx) =>
    store.forgetHandoverRows(tx, addDays(app.now(), -rules.handoverDaysKept)),
  )
