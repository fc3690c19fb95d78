// What other rooms ask before they tie something of theirs to a theme or to one of its measures.
import type { Tx } from '../kit/db.ts'
import * as store from './store-programme.ts'

type Tied = { themeId: string | null; measureId: string | null }

/** A measure is tied with its theme, never alone: it would say for nobody what it is for. */
export async function whyNoTheme(
  tx: Tx,
  communityId: number,
  { themeId, measureId }: Tied,
): Promise<'no_such_theme' | null> {
  if (themeId === null) return measureId === null ? null : 'no_such_theme'
  const theme = await store.findTheme(tx, themeId)
  if (theme?.communityId !== communityId) return 'no_such_theme'
  if (measureId === null) return null
  const measures = await store.listMeasures(tx, theme)
  return measures.some(({ id }) => id === measureId) ? null : 'no_such_theme'
}
