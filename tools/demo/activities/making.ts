// What the makers of a demo centre hand to each other: the place, the clock, ids that never change, and the rows so far.
import { createHash } from 'node:crypto'
import { instantAt } from '#core/kit/zones.ts'
import type { Area } from '#core/places/area.ts'
import type { App } from '#server/app.ts'
import type { CentrePlan } from './planned.ts'

export type Rows = Record<string, Record<string, unknown>[]>
export type Making = {
  app: App
  area: Area
  now: string
  today: string
  monday: string
  isHoliday: (day: string) => boolean
  id: (name: string) => string
  plan: CentrePlan
  rows: Rows
  since: string
  seed: string
}

/** An id that is the same in every world. */
export function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export function add({ rows, area }: Making, table: string, row: Record<string, unknown>): void {
  ;(rows[table] ??= []).push({ community_id: area.id, ...row })
}

export function at(m: Making, day: string, time: string): string {
  const instant = instantAt(`${day}T${time}:00`, m.area.timeZone)
  if (instant === null) throw new Error(`no such time: ${day} ${time}`)
  return instant
}
