// The filters of a list stand in its address and nowhere else.
import { sources, tiers } from '#core/cases/case.ts'
import { useChoices } from '#web/kit/choices.ts'
import type { CaseFilter } from './useList.ts'

export const filterKeys = [
  'q',
  'area',
  'state',
  'category',
  'source',
  'tier',
  'urgent',
  'from',
  'to',
  'tile',
  'period',
  'unit',
  'reviewBy',
] as const
export type FilterKey = (typeof filterKeys)[number]
export type Filters = Partial<Record<FilterKey, string>>

export function useFilters() {
  const [params, choose] = useChoices()
  const filters: Filters = {}
  for (const key of filterKeys) {
    const value = params.get(key)
    if (value !== null && value !== '') filters[key] = value
  }
  const set = (key: FilterKey, value: string | null) => choose({ [key]: value, at: null })
  const clear = () =>
    choose({ ...Object.fromEntries(filterKeys.map((key) => [key, null])), at: null })
  /** The case that is being read beside the list. */
  const at = params.get('at')
  const read = (number: string | null) => choose({ at: number })
  return { filters, set, clear, at, read, count: Object.keys(filters).length }
}

/** The day a field holds is local; the wire wants instants, and `to` is the day after. */
const startOf = (day: string, after = 0): string | null => {
  const at = new Date(`${day}T00:00:00`)
  if (Number.isNaN(at.getTime())) return null
  at.setDate(at.getDate() + after)
  return at.toISOString()
}

const oneOf = <V extends string>(known: readonly V[], value: string | undefined): V | undefined =>
  known.find((one) => one === value)

/** As the endpoint wants it; a value it would not understand is left out. */
export function wireOf(filters: Filters): CaseFilter {
  const from = filters.from === undefined ? null : startOf(filters.from)
  const to = filters.to === undefined ? null : startOf(filters.to, 1)
  const source = oneOf(sources, filters.source)
  const tier = oneOf(tiers, filters.tier)
  const unit = Number(filters.unit)
  return {
    ...(filters.q === undefined ? {} : { q: filters.q.slice(0, 80) }),
    ...(filters.area === undefined ? {} : { area: filters.area }),
    ...(filters.state === undefined ? {} : { state: filters.state }),
    ...(filters.category === undefined ? {} : { category: filters.category }),
    ...(source === undefined ? {} : { source }),
    ...(tier === undefined ? {} : { tier }),
    ...(filters.urgent === undefined ? {} : { urgent: filters.urgent === 'true' }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(filters.tile === undefined ? {} : { tile: filters.tile }),
    ...(filters.period === undefined ? {} : { period: filters.period }),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(filters.reviewBy ?? '') ? { reviewBy: filters.reviewBy } : {}),
    ...(Number.isInteger(unit) && unit > 0 ? { unit } : {}),
  }
}

/** The same list as a file. */
export function exportAddress(filter: CaseFilter, format: 'xlsx' | 'csv'): string {
  const query = new URLSearchParams({ format })
  for (const [key, value] of Object.entries(filter))
    if (value !== undefined && key !== 'limit') query.set(key, String(value))
  return `/api/cases/export?${query.toString()}`
}
