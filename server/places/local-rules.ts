// Categories, rules and calendars of a place in memory: the nearest area up the path decides. Built whole and never
// changed; one calendar stays one object, since work time is laid out once per calendar.
import { assert } from '#core/kit/result.ts'
import type { Instant } from '#core/kit/time.ts'
import { toMs } from '#core/kit/time.ts'
import { idsOfPath, isValidOn } from '#core/places/area.ts'
import type { Calendar } from '#core/places/calendar.ts'
import type { Category } from '#core/places/category.ts'
import { grouped } from './grouped.ts'
import type { CalendarDay, CategoryRow, RuleRow, WorkSegments } from './store.ts'

export type LocalRows = {
  categories: CategoryRow[]
  days: CalendarDay[]
  segments: WorkSegments[]
  rules: RuleRow[]
}

type Where = { areaPath: string; day: string }

export class LocalRules {
  private readonly categories: ReadonlyMap<number, CategoryRow[]>
  private readonly rules: ReadonlyMap<string, RuleRow[]>
  private readonly days: ReadonlyMap<number, CalendarDay[]>
  private readonly segments: ReadonlyMap<number, WorkSegments[]>
  private readonly calendars = new Map<string, Calendar>()
  private readonly trees = new Map<string, ReadonlyMap<string, Category>>()

  constructor(rows: LocalRows) {
    this.categories = grouped(rows.categories, (row) => row.areaId)
    this.rules = grouped(rows.rules, (row) => `${row.areaId ?? 0} ${row.key}`)
    this.days = grouped(rows.days, (row) => row.areaId ?? 0)
    this.segments = grouped(rows.segments, (row) => row.areaId ?? 0)
  }

  /** By code; the whole tree of the nearest area that has one, so that a place replaces and never mixes. */
  categoriesAt({ areaPath, day }: Where): ReadonlyMap<string, Category> {
    for (const id of upwards(areaPath)) {
      const rows = this.categories.get(id)
      if (rows === undefined) continue
      const valid = rows.filter((row) => isValidOn(row, day))
      if (valid.length === 0) continue
      const key = `${id} ${changeDay(rows, day)}`
      const known =
        this.trees.get(key) ?? new Map(valid.map((row) => [row.definition.code, row.definition]))
      this.trees.set(key, known)
      return known
    }
    return noCategories
  }

  /** The value of the nearest area that sets it, or undefined. */
  ruleAt(where: Where, key: string): unknown {
    return this.rowAt(where, key)?.value
  }

  private rowAt({ areaPath, day }: Where, key: string): RuleRow | undefined {
    for (const id of upwards(areaPath)) {
      const row = this.rules.get(`${id} ${key}`)?.find((each) => isValidOn(each, day))
      if (row !== undefined) return row
    }
    return undefined
  }

  /** The days on which one of these rules began or ended for the place, in order. */
  turnsOf(areaPath: string, keys: readonly string[]): string[] {
    const rows = upwards(areaPath).flatMap((id) =>
      keys.flatMap((key) => this.rules.get(`${id} ${key}`) ?? []),
    )
    const days = rows.flatMap((row) => [row.validFrom, row.validTo ?? row.validFrom])
    return [...new Set(days)].toSorted()
  }

  /** Every key set for the place, each by its nearest area. */
  allRulesAt(where: Where): RuleRow[] {
    const keys = new Set([...this.rules.values()].flatMap((rows) => rows.map((row) => row.key)))
    return [...keys].flatMap((key) => this.rowAt(where, key) ?? [])
  }

  valuesOf(key: string): unknown[] {
    return [...this.rules.values()].flat().flatMap((row) => (row.key === key ? [row.value] : []))
  }

  /** As published up to the instant: a notice of tomorrow changes nothing that is computed today. */
  calendarAt({ areaPath, day }: Where, instant: Instant, timeZone: string): Calendar {
    const segments = this.segmentsAt({ areaPath, day })
    const published = upwards(areaPath).flatMap((id) => {
      const rows = this.days.get(id)
      const count = rows === undefined ? 0 : enteredBy(rows, toMs(instant))
      return rows === undefined || count === 0 ? [] : [{ rows, count }]
    })
    const latest = published.map(({ rows, count }) => rows[count - 1]!)
    const version = versionOf(latest, segments)
    const known = this.calendars.get(`${version} ${timeZone}`)
    if (known !== undefined) return known
    return this.build(published, { segments, version, timeZone })
  }

  private build(
    published: readonly { rows: CalendarDay[]; count: number }[],
    { segments, version, timeZone }: { segments: WorkSegments; version: string; timeZone: string },
  ): Calendar {
    const built = {
      ...layered(published.map(({ rows, count }) => rows.slice(0, count)).reverse()),
      version,
      timeZone,
      segments: segments.segments,
      workDayHours: segments.workDayHours,
    }
    this.calendars.set(`${version} ${timeZone}`, built)
    return built
  }

  /** The calendar of a version it once gave for the place, put together again from the rows it names; null if it names others. */
  calendarOf(areaPath: string, version: string, timeZone: string): Calendar | null {
    const known = this.calendars.get(`${version} ${timeZone}`)
    if (known !== undefined) return known
    const [, rows, hours] = /\/(?:d([\d.]+))?s(\d+)$/.exec(version) ?? []
    const segments = [...this.segments.values()].flat().find((row) => String(row.id) === hours)
    if (segments === undefined) return null
    const ids = new Set(rows?.split('.') ?? [])
    const published = upwards(areaPath).flatMap((id) => {
      const of = this.days.get(id) ?? []
      const last = of.findIndex((row) => ids.has(String(row.id)))
      return last < 0 ? [] : [{ rows: of, count: last + 1 }]
    })
    const latest = published.map(({ rows: of, count }) => of[count - 1]!)
    if (versionOf(latest, segments) !== version) return null
    return this.build(published, { segments, version, timeZone })
  }

  /** What a year's days are at a place where they are not plain weekdays: the nearest area and the latest row decide. */
  daysOf(areaPath: string, year: number): CalendarDay[] {
    const decided = new Map<string, CalendarDay>()
    for (const id of upwards(areaPath).reverse())
      for (const row of this.days.get(id) ?? [])
        if (row.day.startsWith(`${year}-`)) decided.set(row.day, row)
    return [...decided.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
  }

  segmentsAt({ areaPath, day }: Where): WorkSegments {
    for (const id of upwards(areaPath)) {
      const row = this.segments.get(id)?.findLast((each) => each.validFrom <= day)
      if (row !== undefined) return row
    }
    assert(false, 'working hours are set for everywhere')
  }
}

const noCategories: ReadonlyMap<string, Category> = new Map()

/** The area itself first, then up, and 0 for everywhere last. */
function upwards(areaPath: string): number[] {
  return [...idsOfPath(areaPath).reverse(), 0]
}

/** The last day on which something of these rows changed. */
function changeDay(rows: readonly CategoryRow[], day: string): string {
  const changes = rows.flatMap((row) => [row.validFrom, row.validTo ?? row.validFrom])
  return changes.reduce((latest, each) => (each <= day && each > latest ? each : latest), '')
}

function enteredBy(rows: readonly CalendarDay[], ms: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (toMs(rows[middle]!.enteredAt) <= ms) low = middle + 1
    else high = middle
  }
  return low
}

/** Names the notice, and by row numbers exactly what it was computed with. */
function versionOf(latest: readonly CalendarDay[], segments: WorkSegments): string {
  const name = latest.find((row) => row.areaId === null)?.version ?? 'weeks'
  const rows = latest.map((row) => row.id).join('.')
  return rows === '' ? `${name}/s${segments.id}` : `${name}/d${rows}s${segments.id}`
}

/** From everywhere down to the area: a later row and a nearer area decide each day. */
function layered(layers: CalendarDay[][]): Pick<Calendar, 'daysOff' | 'makeUpDays' | 'knownYears'> {
  const kinds = new Map<string, CalendarDay['kind']>()
  const knownYears = new Set<number>()
  for (const row of layers.flat()) {
    kinds.set(row.day, row.kind)
    if (row.areaId === null) knownYears.add(Number(row.day.slice(0, 4)))
  }
  const of = (kind: CalendarDay['kind']) =>
    new Set([...kinds].flatMap(([day, is]) => (is === kind ? [day] : [])))
  return { daysOff: of('off'), makeUpDays: of('work'), knownYears }
}
