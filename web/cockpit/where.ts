// The state of the cockpit, all of it in the address: which area, which period, which of its parts is chosen, map or
// table. Breadcrumb, map, table row and address are four handles on it.
import { useCallback } from 'react'
import { useNavigate } from 'react-router'
import type { ListKey } from '#core/cockpit/contract.ts'
import { useChoices } from '#web/kit/choices.ts'
import { paths } from '#web/kit/paths.ts'
import { useDeskArea } from '#web/people/desk-area.ts'

export const periods = ['today', '7d', '30d', 'month', 'quarter', 'year'] as const
export type PeriodKey = (typeof periods)[number]

const isPeriod = (text: string | null): text is PeriodKey =>
  periods.some((period) => period === text)

export type Where = {
  code: string
  period: PeriodKey
  /** The area below that is chosen but not yet entered. */
  chosen: string | null
  table: boolean
  all: boolean
  set: (changes: Record<string, string | null>) => void
  enter: (code: string) => void
}

/** Without an area in the address it is the first one that was granted. */
export function useWhere(): Where | null {
  const navigate = useNavigate()
  const [search, choose] = useChoices()
  const code = useDeskArea()
  const given = search.get('period')
  const period = isPeriod(given) ? given : '30d'
  const enter = useCallback((to: string) => void navigate(areaPath(to, period)), [navigate, period])
  if (code === null) return null
  return {
    code,
    period,
    chosen: search.get('at'),
    table: search.get('view') === 'table',
    all: search.get('all') === '1',
    set: choose,
    enter,
  }
}

export const areaPath = (code: string, period: string): string =>
  `${paths.desk.cockpit(code)}${period === '30d' ? '' : `?period=${period}`}`

export function behindPath(
  code: string,
  of: { tile: ListKey; period: string; part?: 'num' | 'den' },
): string {
  const query = new URLSearchParams({ tile: of.tile })
  if (of.part !== undefined) query.set('part', of.part)
  if (of.period !== '30d') query.set('period', of.period)
  return `${paths.desk.behind(code)}?${query.toString()}`
}

export function legsPath(
  code: string,
  of: { level: string; unit?: number; fact: string; period: string },
): string {
  const query = new URLSearchParams({ level: of.level, fact: of.fact })
  if (of.unit !== undefined) query.set('unit', String(of.unit))
  if (of.period !== '30d') query.set('period', of.period)
  return `${paths.desk.legs(code)}?${query.toString()}`
}
