// What the open cases of an area look like right now: by age, by section, by the areas below, by grid.

import type { Child, CockpitView } from '#core/cockpit/contract.ts'
import { sections } from '#core/people/units.ts'
import { type Area, isValidOn } from '#core/places/area.ts'
import type { App } from '../app.ts'
import { areaLabel } from '../cases/case-view.ts'
import type { OpenRow } from '../cases/figures.ts'
import { categoriesAt } from '../places/index-of-places.ts'
import { dayAt } from '../places/places.ts'

const buckets = ['0-3', '4-7', '8-30', '>30'] as const
const bucketOf = (days: number) =>
  days <= 3 ? '0-3' : days <= 7 ? '4-7' : days <= 30 ? '8-30' : '>30'
const squaresMax = 60

export function ageingOf(open: readonly OpenRow[]): CockpitView['ageing'] {
  return buckets.map((bucket) => {
    const rows = open.filter(
      (row) => row.overdueDays !== null && bucketOf(row.overdueDays) === bucket,
    )
    return {
      bucket,
      count: rows.length,
      numbers: rows.slice(0, squaresMax).map((row) => row.number),
    }
  })
}

const working = new Set([
  'DISPATCHED',
  'HANDLING',
  'REWORK',
  'RETURNED',
  'SUSPENDED',
  'WAITING_REPORTER',
])
const checking = new Set(['HANDLED', 'PASSING_BACK', 'CHECKED'])

/** 四板块: by the section a category belongs to. */
export function sectionsOf(
  app: App,
  area: Area,
  now: string,
  open: readonly OpenRow[],
  waiting: readonly { category: string; n: number }[],
): CockpitView['sections'] {
  const categories = categoriesAt(app, area.path, now)
  const of = (section: string) => (row: { category: string }) =>
    categories.get(row.category)?.section === section
  return sections.map((section) => {
    const rows = open.filter(of(section))
    return {
      section,
      handling: rows.filter((row) => working.has(row.state)).length,
      toCheck: rows.filter((row) => checking.has(row.state)).length,
      toConfirm: waiting.filter(of(section)).reduce((n, row) => n + row.n, 0),
      overdue: rows.filter((row) => row.overdueDays !== null).length,
    }
  })
}

type Counted = {
  open: readonly OpenRow[]
  filed: readonly { areaId: number; filed: number; filedBefore: number }[]
}
type Row = { open: number; overdue: number; filed: number; filedBefore: number }

/** Sums per child in the order of official codes; what is filed at the area itself stands apart. */
export function childrenOf(
  app: App,
  area: Area,
  counted: Counted,
): { level: string | null; rows: Child[]; direct: Row | null } {
  const children = countedChildren(app, area, counted)
  const byChild = new Map<number, Row>(
    children.map((child) => [child.id, { open: 0, overdue: 0, filed: 0, filedBefore: 0 }]),
  )
  const direct: Row = { open: 0, overdue: 0, filed: 0, filedBefore: 0 }
  const rowOf = (areaId: number): Row => byChild.get(childIdOf(app, area, areaId)) ?? direct
  for (const row of counted.open) {
    rowOf(row.areaId).open += 1
    if (row.overdueDays !== null) rowOf(row.areaId).overdue += 1
  }
  for (const row of counted.filed) {
    rowOf(row.areaId).filed += row.filed
    rowOf(row.areaId).filedBefore += row.filedBefore
  }
  const today = dayAt(app, area)
  const any = direct.open + direct.filed + direct.filedBefore > 0
  const rows = children.map((child) => ({
    ...areaLabel(child),
    ...(byChild.get(child.id) ?? direct),
    validTo: isValidOn(child, today) ? null : child.validTo,
  }))
  return { level: children[0]?.level ?? null, rows, direct: any ? direct : null }
}

/** Those of today, and those that have ended but were filed in: what was theirs is not counted as the area's own. */
function countedChildren(app: App, area: Area, { open, filed }: Counted): Area[] {
  const { geography } = app.places
  const today = dayAt(app, area)
  const named = new Set([...open, ...filed].map(({ areaId }) => childIdOf(app, area, areaId)))
  return geography
    .childrenEver(area.id)
    .filter((child) => isValidOn(child, today) || named.has(child.id))
}

/** The child of `area` in whose subtree the leaf lies; the area's own id when it is filed right here. */
function childIdOf(app: App, area: Area, leafId: number): number {
  const path = app.places.geography.find(leafId)?.path ?? area.path
  const next = path.slice(area.path.length).split('/')[0]
  return next === undefined || next === '' ? area.id : Number(next)
}

/** Counts of the areas one and two levels down: what a map of grids under communities, or of both, needs. */
export function belowOf(app: App, area: Area, counted: Counted): CockpitView['below'] {
  const { geography } = app.places
  const counts = new Map<number, { open: number; overdue: number; filed: number }>()
  const rowsOf = (leafId: number) =>
    belowIds(geography.find(leafId)?.path ?? '', area.path).map((id) => {
      const row = counts.get(id) ?? { open: 0, overdue: 0, filed: 0 }
      counts.set(id, row)
      return row
    })
  for (const { areaId, overdueDays } of counted.open)
    for (const row of rowsOf(areaId)) {
      row.open += 1
      if (overdueDays !== null) row.overdue += 1
    }
  for (const { areaId, filed } of counted.filed.filter((row) => row.filed > 0))
    for (const row of rowsOf(areaId)) row.filed += filed
  return [...counts]
    .map(([id, row]) => ({ code: geography.find(id)?.code ?? '', ...row }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

const belowIds = (path: string, under: string): number[] =>
  path.startsWith(under)
    ? path.slice(under.length).split('/').slice(0, 2).filter(Boolean).map(Number)
    : []
