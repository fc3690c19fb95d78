// The front door of series: kept by staff, laid out at once, read by all.
import type * as contract from '#core/activities/contract-series.ts'
import { type InputOf, type OutputOf, skippedBefore } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import type { Area } from '#core/places/area.ts'
import type { Tx } from '../kit/db.ts'
import { findArea } from '../people/find-area.ts'
import { whyNoTheme } from '../themes/linked.ts'
import {
  type Acting,
  type Keeper,
  actingAt,
  areaView,
  keeping,
  keepingAt,
  mayKeep,
  note,
  reading,
} from './keeping.ts'
import { layOutSeries, previewDates, ruleOf } from './laying-out.ts'
import { findGroup } from './store-groups.ts'
import * as centre from './store-centre.ts'
import * as store from './store-series.ts'

export async function previewSeries(
  keeper: Keeper,
  input: InputOf<typeof contract.previewSeries>,
): Promise<Result<OutputOf<typeof contract.previewSeries>, string>> {
  const { app, who } = keeper
  const area = findArea(app, input.code)
  if (area === null) return refused('no_such_area')
  if (!mayKeep(who, area)) return refused('not_yours')
  const { centreId, roomId, seriesId, max = 12 } = input
  const rule = ruleOf(input, area.timeZone)
  return reading(keeper, (tx) => {
    const by = { kind: 'person', id: who.actor.id } as const
    const acting = actingAt(app, tx, area, { by, now: () => app.now() })
    return previewDates(acting, { rule, centreId, roomId, seriesId, max })
  })
}

type Save = InputOf<typeof contract.saveSeries>

async function whyNoPlace(acting: Acting, input: Omit<Save, 'commandId'>) {
  const { tx, area } = acting
  const centres = await centre.listCentres(tx, area.id)
  if (!centres.some((each) => each.id === input.centreId)) return 'no_such_centre' as const
  if (input.roomId !== null) {
    const room = await centre.findRoom(tx, area.id, input.roomId)
    if (room?.centreId !== input.centreId) return 'no_such_room' as const
  }
  if (input.groupId !== null && (await findGroup(tx, area.id, input.groupId)) === null)
    return 'no_such_group' as const
  return whyNoTheme(tx, area.id, input)
}

export function saveSeries(keeper: Keeper, { commandId, ...input }: Save) {
  return keeping(keeper, input.code, { commandId, content: input }, async (acting) => {
    const { tx, area, now } = acting
    const known = await store.lockSeries(tx, input.seriesId)
    if (known !== null && known.communityId !== area.id) return refused('taken_id')
    if ((known?.version ?? 0) !== input.version) return refused('changed_meanwhile')
    if (known?.endedOn != null) return refused('series_ended')
    const why = await whyNoPlace(acting, input)
    if (why !== null) return refused(why)
    const { seriesId: id, code: _code, publish, ...facts } = input
    const row = {
      ...facts,
      id,
      communityId: area.id,
      publishedAt: known?.publishedAt ?? (publish ? now : null),
      endedOn: null,
      version: input.version + 1,
    }
    await store.saveSeries(tx, { ...row, madeAt: now })
    const laid = await layOutSeries(acting, row, {
      zh: '这个系列的时间改了',
      en: 'the series has other dates now',
    })
    if (!laid.ok) return laid
    await note(acting, { act: 'saveSeries', subject: ['series', id], facts: { ...facts, publish } })
    return done({ id, version: row.version, withoutRoom: laid.value.withoutRoom })
  })
}

export async function endSeries(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.endSeries>,
): Promise<Result<OutputOf<typeof contract.endSeries>, string>> {
  const found = await areaOfSeries(keeper, input.seriesId)
  if (found === null) return refused('no_such_series')
  return keepingAt<{ cancelled: number }, string>(
    keeper,
    found.area,
    { commandId, content: input },
    async (acting) => {
      const known = await store.lockSeries(acting.tx, input.seriesId)
      if (known === null) return refused('no_such_series')
      if (known.endedOn !== null) return refused('series_ended')
      const ended = { ...known, endedOn: input.lastDay, version: known.version + 1 }
      await store.saveSeries(acting.tx, { ...ended, madeAt: acting.now })
      const laid = await layOutSeries(acting, ended, { zh: input.reason, en: null })
      if (!laid.ok) return laid
      const { reason, lastDay } = input
      await note(acting, {
        act: 'endSeries',
        subject: ['series', known.id],
        reason,
        facts: { lastDay },
      })
      return done({ cancelled: laid.value.cancelled })
    },
  )
}

/** The area of a series the caller may know of. */
export async function areaOfSeries(
  keeper: Keeper,
  seriesId: string,
): Promise<{ area: Area; series: store.SeriesRow } | null> {
  const series = await reading(keeper, (tx) => store.findSeries(tx, seriesId))
  if (series === null) return null
  return { area: keeper.app.places.geography.get(series.communityId), series }
}

export async function listSeries(
  keeper: Keeper,
  input: InputOf<typeof contract.listSeries>,
): Promise<Result<OutputOf<typeof contract.listSeries>, 'no_such_area'>> {
  const { app } = keeper
  const area = findArea(app, input.code)
  if (area === null) return refused('no_such_area')
  const [skip, limit] = [skippedBefore(input.after), input.limit ?? 50]
  const asked = { communityId: area.id, ended: input.ended ?? false, now: app.now() }
  const rows = await reading(keeper, (tx) =>
    store.listSeries(tx, { ...asked, skip, limit: limit + 1 }),
  )
  return done({
    items: rows.slice(0, limit).map((row) => viewOf(area, row)),
    next: rows.length > limit ? String(skip + limit) : null,
  })
}

export async function readSeries(
  keeper: Keeper,
  seriesId: string,
): Promise<Result<OutputOf<typeof contract.readSeries>, 'no_such_series'>> {
  const found = await areaOfSeries(keeper, seriesId)
  if (found === null) return refused('no_such_series')
  const row = await reading(keeper, (tx) => oneSeries(tx, found.area, seriesId, keeper.app.now()))
  return row === null ? refused('no_such_series') : done(viewOf(found.area, row))
}

async function oneSeries(tx: Tx, area: Area, id: string, now: string) {
  const asked = { communityId: area.id, id, ended: false, now, skip: 0, limit: 1 }
  return (await store.listSeries(tx, asked))[0] ?? null
}

function viewOf(area: Area, row: store.SeriesListed) {
  const { communityId: _id, ...facts } = row
  return {
    ...facts,
    area: areaView(area),
    daysAdded: [...row.daysAdded],
    daysSkipped: [...row.daysSkipped],
  }
}
