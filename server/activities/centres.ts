// The front door of the centre itself: its rooms, hours and rules, read by all, changed by whoever keeps it.
import { type Opening, faultOfSpans } from '#core/activities/centre.ts'
import type * as contract from '#core/activities/contract-centre.ts'
import { type LendingRules, usualRules } from '#core/activities/lending.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { localDate, nextDate } from '#core/kit/time.ts'
import type { LocalDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import type { App } from '../app.ts'
import { claimPhotos } from '../files/files.ts'
import type { Tx } from '../kit/db.ts'
import { findArea } from '../people/find-area.ts'
import {
  type Acting,
  type Keeper,
  areaView,
  holidaysAt,
  keeping,
  mayKeep,
  note,
  reading,
} from './keeping.ts'
import * as store from './store-centre.ts'

/** Special days of the last two months are still of use to a figure. */
const specialDaysBack = 62

export async function readCentres(
  keeper: Keeper,
  code: string,
): Promise<Result<OutputOf<typeof contract.readCentres>, 'no_such_area'>> {
  const { app, who } = keeper
  const area = findArea(app, code)
  if (area === null) return refused('no_such_area')
  const today = localDate(app.now(), area.timeZone)
  const centres = await reading(keeper, (tx) => centresOf(tx, area, today))
  return done({ area: areaView(area), today, mayKeep: mayKeep(who, area), centres })
}

async function centresOf(tx: Tx, area: Area, today: LocalDate) {
  const [centres, floors, zones, rooms, hours, days, rules] = [
    await store.listCentres(tx, area.id),
    await store.listFloors(tx, area.id),
    await store.listZones(tx, area.id),
    await store.listRooms(tx, area.id),
    await store.listHours(tx, area.id),
    await store.listSpecialDays(tx, area.id, today),
    await store.listRules(tx, area.id, today),
  ]
  return centres.map((centre) => {
    const own = <T extends { centreId: string }>(rows: readonly T[]) =>
      rows.filter((row) => row.centreId === centre.id)
    return {
      ...centre,
      floors: own(floors),
      zones: own(zones),
      rooms: own(rooms).map((room) => ({ ...room, equipment: [...room.equipment] })),
      hours: own(hours).map((row) => ({ ...row, week: row.week.map((day) => day.map(pair)) })),
      specialDays: own(days).map((row) => ({ ...row, spans: row.spans?.map(pair) ?? null })),
      rules: { ...usualRules, ...own(rules)[0]?.rules },
    }
  })
}

const pair = ([from, to]: readonly [string, string]): [string, string] => [from, to]

/** Everything that says when a centre is open, as the rules of core ask for it. */
export async function openingOf(
  app: App,
  tx: Tx,
  area: Area,
  centreId: string,
  since: LocalDate = localDate(app.now(), area.timeZone),
): Promise<Opening> {
  const from = nextDate(since, -specialDaysBack)
  const own = <T extends { centreId: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.centreId === centreId)
  return {
    timeZone: area.timeZone,
    hours: own(await store.listHours(tx, area.id)),
    specialDays: own(await store.listSpecialDays(tx, area.id, from)),
    isHoliday: holidaysAt(app, area, app.now()),
  }
}

export async function rulesOf(
  tx: Tx,
  area: Area,
  ask: { centreId: string; day: LocalDate },
): Promise<LendingRules> {
  const rows = await store.listRules(tx, area.id, ask.day)
  return { ...usualRules, ...rows.find((row) => row.centreId === ask.centreId)?.rules }
}

async function knownCentre(acting: Acting, centreId: string) {
  const centres = await store.listCentres(acting.tx, acting.area.id)
  return centres.find((centre) => centre.id === centreId) ?? null
}

async function photoMissing(acting: Acting, hash: string | null): Promise<boolean> {
  if (hash === null) return false
  return (await claimPhotos(acting.tx, [hash], acting.now)).missing.length > 0
}

export function saveCentre(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.saveCentre>,
) {
  return keeping(keeper, input.code, { commandId, content: input }, async (acting) => {
    if (await photoMissing(acting, input.planPhoto)) return refused('no_such_photo')
    const { centreId: id, code: _code, ...facts } = input
    const communityId = acting.area.id
    await store.saveCentre(acting.tx, { ...facts, id, communityId, today: acting.today })
    await note(acting, { act: 'saveCentre', subject: ['centre', id], facts })
    return done({ id })
  })
}

export function saveFloor(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.saveFloor>,
) {
  return keeping(keeper, input.code, { commandId, content: input }, async (acting) => {
    const { centreId, ordinal, name, planPhoto } = input
    if ((await knownCentre(acting, centreId)) === null) return refused('no_such_centre')
    if (ordinal === 0) return refused('no_ground_zero')
    if (await photoMissing(acting, planPhoto)) return refused('no_such_photo')
    const communityId = acting.area.id
    await store.saveFloor(acting.tx, { communityId, centreId, ordinal, name, planPhoto })
    await note(acting, {
      act: 'saveFloor',
      subject: ['centre', centreId],
      facts: { ordinal, name },
    })
    return done({ ordinal })
  })
}

export function saveZone(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.saveZone>,
) {
  return keeping(keeper, input.code, { commandId, content: input }, async (acting) => {
    const { centreId, zoneId: id, name, purpose } = input
    if ((await knownCentre(acting, centreId)) === null) return refused('no_such_centre')
    const communityId = acting.area.id
    const saved = await store.saveZone(acting.tx, { communityId, centreId, id, name, purpose })
    if (saved.length === 0) return refused('taken_id')
    await note(acting, { act: 'saveZone', subject: ['centre', centreId], facts: { id, name } })
    return done({ id })
  })
}

export function saveRoom(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.saveRoom>,
) {
  return keeping(keeper, input.code, { commandId, content: input }, async (acting) => {
    const { tx, area, today } = acting
    const { centreId, roomId: id, code: _code, ...facts } = input
    if ((await knownCentre(acting, centreId)) === null) return refused('no_such_centre')
    const floors = await store.listFloors(tx, area.id)
    if (!floors.some((floor) => floor.centreId === centreId && floor.ordinal === facts.floor))
      return refused('no_such_floor')
    const zones = await store.listZones(tx, area.id)
    const zoned = zones.some((zone) => zone.centreId === centreId && zone.id === facts.zoneId)
    if (facts.zoneId !== null && !zoned) return refused('no_such_zone')
    const closing = facts.closedOn
    if (
      closing !== null &&
      ((await store.usesAfter(tx, area.id, id, `${closing}T00:00Z`))?.n ?? 0) > 0
    )
      return refused('room_in_use')
    const saved = await store.saveRoom(tx, area.id, { ...facts, id, centreId, openedOn: today })
    if (saved.length === 0) return refused('taken_id')
    await note(acting, { act: 'saveRoom', subject: ['room', id], facts })
    return done({ id })
  })
}

/** Whose hours: the centre's, or those of one of its rooms. */
async function whyNoPlace(acting: Acting, at: { centreId: string; roomId: string | null }) {
  if ((await knownCentre(acting, at.centreId)) === null) return 'no_such_centre' as const
  if (at.roomId === null) return null
  const room = await store.findRoom(acting.tx, acting.area.id, at.roomId)
  return room?.centreId === at.centreId ? null : ('no_such_room' as const)
}

const added = ({ app, area, by, now }: Acting, centreId: string) => ({
  communityId: area.id,
  id: app.newId(),
  centreId,
  by: by.id,
  at: now,
})

export function setHours(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.setHours>,
) {
  return keeping(keeper, input.code, { commandId, content: input }, async (acting) => {
    const why = await whyNoPlace(acting, input)
    if (why !== null) return refused(why)
    const first = (await store.listHours(acting.tx, acting.area.id)).length === 0
    if (input.validFrom < acting.today && !first) return refused('day_past')
    const fault = input.week.map(faultOfSpans).find((each) => each !== null)
    if (fault !== undefined) return refused(fault)
    const row = added(acting, input.centreId)
    await store.addHours(acting.tx, { ...input, ...row })
    const { validFrom, week, roomId, reason } = input
    const facts = { validFrom, week, roomId }
    await note(acting, { act: 'setHours', subject: ['centre', input.centreId], reason, facts })
    return done({ id: row.id })
  })
}

export function setSpecialDay(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.setSpecialDay>,
) {
  return keeping(keeper, input.code, { commandId, content: input }, async (acting) => {
    const why = await whyNoPlace(acting, input)
    if (why !== null) return refused(why)
    if (input.day < acting.today) return refused('day_past')
    const fault = input.spans === null ? null : faultOfSpans(input.spans)
    if (fault !== null) return refused(fault)
    const row = added(acting, input.centreId)
    await store.addSpecialDay(acting.tx, { ...input, ...row })
    const { day, spans, roomId, reason } = input
    await note(acting, {
      act: 'setSpecialDay',
      subject: ['centre', input.centreId],
      reason: reason.zh,
      facts: { day, spans, roomId },
    })
    return done({ id: row.id })
  })
}

export function setLendingRules(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.setLendingRules>,
) {
  return keeping(keeper, input.code, { commandId, content: input }, async (acting) => {
    if ((await knownCentre(acting, input.centreId)) === null) return refused('no_such_centre')
    if (input.validFrom < acting.today) return refused('day_past')
    if (input.rules.minutesMin > input.rules.minutesMax) return refused('bad_bounds')
    const row = added(acting, input.centreId)
    await store.addRules(acting.tx, { ...input, ...row })
    const { rules, validFrom, reason } = input
    await note(acting, {
      act: 'setLendingRules',
      subject: ['centre', input.centreId],
      reason,
      facts: { rules, validFrom },
    })
    return done({ id: row.id })
  })
}
