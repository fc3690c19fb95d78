// What a category demands as proof, as one phrase: said before it is missing.
import type { CaseView } from '#core/cases/contract.ts'
import { evidenceNeeds } from '#core/cases/words-evidence.ts'
import type { Lang } from '#core/kit/words.ts'
import { listed } from '#web/kit/numbers.ts'
import { air } from '#web/kit/spacing.ts'

export const needsOf = (evidence: CaseView['evidence'], lang: Lang): string =>
  air(listed(evidenceNeeds(evidence, lang), lang))
