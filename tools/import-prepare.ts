// Where a row of history belongs in our tree, and what it becomes there. Everything but its number.
import gcoord from 'gcoord'
import { decideImport, type ImportedHistory } from '#core/cases/imported.ts'
import type { Placed, Report } from '#core/cases/intake.ts'
import type { Settings } from '#core/cases/rules.ts'
import { localDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import type { Point } from '#core/places/geometry.ts'
import type { RoutingDecision } from '#core/places/routing.ts'
import type { App } from '#server/app.ts'
import { homeLayer } from '#server/cases/report.ts'
import { settingsAt } from '#server/cases/settings.ts'
import { locate } from '#server/places/index-of-places.ts'
import type { Ready } from './import-batch.ts'
import type { ImportMapping } from './import-mapping.ts'
import type { History } from './import-row.ts'
import type { Fault } from './import-words.ts'

// Its types describe a module of another kind than the one Node loads.
const { transform, GCJ02, BD09, WGS84 } = gcoord as unknown as (typeof gcoord)['default']

/** Coordinates of Chinese maps are shifted by law; ours are not. CGCS2000 is WGS-84 to within a hand's breadth. */
function toWgs84({ lon, lat }: Point, from: ImportMapping['coordinates']): Point {
  const crs = from === 'gcj02' ? GCJ02 : from === 'bd09' ? BD09 : null
  if (crs === null) return { lon, lat }
  const [x, y] = transform([lon, lat], crs, WGS84)
  return { lon: x, lat: y }
}

const withoutWords = { zh: '原系统已办结', en: 'Closed in the other system' }

export function prepareRow(
  app: App,
  mapping: ImportMapping,
  row: History,
): Ready | { fault: Fault; about: string } {
  const { geography } = app.places
  const chosen = row.areaCode === null ? null : geography.findByCode(row.areaCode)
  if (chosen === null && (row.areaCode !== null || row.point === null))
    return { fault: 'area_unknown', about: row.areaCode ?? '' }
  const point = row.point === null ? null : toWgs84(row.point, mapping.coordinates)
  const route = locate(app, { point, chosen, at: row.reportedAt })
  const filed = geography.get(route.areaId)
  const settings = settingsFor(app, filed)
  if (settings(app.now()).category(row.category) === null)
    return { fault: 'category_not_here', about: row.category }
  return readyFor(app, { row, mapping, route, filed, settings, point })
}

/** Settings of each instant of the history, with the categories of today: packs are younger than what is imported. */
function settingsFor(app: App, filed: Area): (instant: string) => Settings {
  const today = settingsAt(app, filed.id, app.now())
  return (instant) => ({
    ...settingsAt(app, filed.id, instant),
    category: (code) => today.category(code),
  })
}

type Parts = {
  row: History
  mapping: ImportMapping
  route: RoutingDecision
  filed: Area
  settings: (instant: string) => Settings
  point: Point | null
}

function readyFor(app: App, { row, mapping, route, filed, settings, point }: Parts): Ready {
  const { geography } = app.places
  const receiving = route.communityId === null ? filed : geography.get(route.communityId)
  const report: Report = {
    source: 'OTHER_SYSTEM',
    category: row.category,
    urgent: false,
    text: row.text,
    address: row.address,
    point: route.situation === 1 ? null : point,
    photos: [],
    voice: null,
  }
  const history: ImportedHistory = {
    system: mapping.system,
    report,
    reportedAt: row.reportedAt,
    closedAt: row.closedAt,
    outcome: mapping.outcome ?? 'referred',
    closingWords: row.closingWords ?? withoutWords.zh,
    remark: row.remark,
  }
  const homeAreaId = homeLayer(app, filed, { urgent: false, source: report.source })
  return {
    externalId: row.externalId,
    receiving: { id: receiving.id, code: receiving.code },
    year: Number(localDate(row.reportedAt, receiving.timeZone).slice(2, 4)),
    route,
    settings: settings(app.now()),
    decide: (number) => {
      const placed: Placed = {
        id: app.newId(),
        number,
        communityId: receiving.id,
        homeAreaId,
        filedAreaId: filed.id,
        gridId: route.gridId,
      }
      return decideImport(history, placed, { settings, now: app.now() })
    },
  }
}
