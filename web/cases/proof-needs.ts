// What a category demands as proof, as one phrase: said before it is missing.
import type { CaseView } from '#core/cases/contract.ts'
import type { Lang } from '#core/kit/words.ts'
import type { Say } from '#web/kit/language.ts'
import { listed } from '#web/kit/numbers.ts'
import { casePageWords } from './words-case.ts'

export function needsOf(evidence: CaseView['evidence'], t: Say, lang: Lang): string {
  const needs = [
    ...(evidence.photoBefore ? [t(casePageWords.needBefore)] : []),
    ...(evidence.photoAfter ? [t(casePageWords.needAfter)] : []),
    ...(evidence.placeWithinM === null
      ? []
      : [t(casePageWords.needPlace, { n: evidence.placeWithinM })]),
    ...(evidence.takenAfterDispatch ? [t(casePageWords.needTime)] : []),
    ...(evidence.text ? [t(casePageWords.needText)] : []),
  ]
  return listed(needs, lang)
}
