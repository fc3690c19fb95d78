// The list of a community's open data, with addresses that can be pressed and the day of the last change.
import { licenceWords, licences } from '#core/exchange/licence.ts'
import { dataSets, mediaOf } from '#core/exchange/open-data.ts'
import type { DataSet, Freshness } from '#core/exchange/open-data.ts'
import type { OpenDataView, readOpenData as contract } from '#core/exchange/contract-open-data.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { startOfDay } from '#core/kit/zones.ts'
import type { Area } from '#core/places/area.ts'
import type { App } from '../app.ts'
import { listPublicCases } from '../cases/public-lists.ts'
import { readPerformance } from '../cockpit/performance.ts'
import { listBoard } from '../notices/board.ts'
import { findArea, todayAt } from '../people/find-area.ts'

export async function readOpenData(
  app: App,
  { code, lang = 'zh' }: InputOf<typeof contract>,
): Promise<Result<OpenDataView, 'no_such_area'>> {
  const area = findArea(app, code)
  if (area === null || !app.places.geography.isCommunity(area)) return refused('no_such_area')
  const last = await changesOf(app, area)
  const { dataLicence: id, publicUrl } = app.config
  const setOf = (set: DataSet) => ({
    key: set.key,
    title: set.title,
    about: set.about,
    form: set.form,
    mediaType: mediaOf[set.form],
    url: `${publicUrl}${set.path(area.code, lang)}`,
    columns: set.columns(lang),
    smallCells: set.smallCells,
    updatedAt: set.freshness === null ? null : last[set.freshness],
  })
  return done({
    community: { code: area.code, name: { zh: area.name, en: area.nameEn ?? area.name } },
    licence: { id, url: licences[id], about: licenceWords[id] },
    sets: dataSets.map(setOf),
  })
}

type Changes = Record<NonNullable<Freshness>, string | null>

async function changesOf(app: App, area: Area): Promise<Changes> {
  const { code, timeZone } = area
  const cases = await listPublicCases(app, { area: code, limit: 1 })
  const board = await listBoard(app, { code, limit: 50 })
  const performance = await readPerformance(app, { code })
  const drawn = app.places.geography.versionOn(todayAt(app, area))
  return {
    cases: cases.ok ? (cases.value.items[0]?.lastAt ?? null) : null,
    board: board.ok
      ? (board.value.items
          .map(({ changedAt }) => changedAt)
          .toSorted()
          .at(-1) ?? null)
      : null,
    performance: performance.ok ? performance.value.asOf : null,
    // Outlines that never changed since the beginning have no last change to tell.
    areas: drawn > '2000-01-01' ? startOfDay(drawn, timeZone) : null,
  }
}
