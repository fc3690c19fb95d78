// Why there is nothing to draw on here, or why a draft was not saved.
import type { Words } from '#core/kit/words.ts'
import { placesPageWords } from '../words-page.ts'
import { redrawWords as words } from './words-redraw.ts'

export const placeRefusals: Record<string, Words> = {
  no_such_area: placesPageWords.noSuchArea,
  not_yours: words.notYours,
  not_a_community: words.notACommunity,
  no_outline: words.noOutline,
  outlines_overlap: words.outlinesOverlap,
  no_draft: words.noDraft,
  changed_meanwhile: words.changedMeanwhile,
}
