// What goals are measured by. Each room that has data supplies sources; main.ts hands them in, so that this room knows
// none of the rooms to its right.
import type { Words } from '#core/kit/words.ts'
import type { Reading } from '#core/themes/programme.ts'
import type { Tx } from '../kit/db.ts'

export type IndicatorAsked = {
  areaId: number
  areaPath: string
  /** The theme whose goal it is. */
  themeId: string
  /** Local days; `to` is the first day no longer counted. */
  from: string
  to: string
  params: Record<string, string | number>
}

export type IndicatorSource = {
  key: string
  words: Words
  unit: Words
  measure: (tx: Tx, asked: IndicatorAsked) => Promise<Reading>
}
