// Another system says that its part is done. It is a proposal: somebody of ours looks, and hands it in or not.
import type { CaseView } from '#core/cases/contract.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { casePageWords as words } from './words-case.ts'

export function Proposal({ view }: { view: CaseView }) {
  const { t } = useWords()
  const times = useTimes()
  const { proposal } = view
  if (proposal === null) return null
  const facts = { from: t(proposal.from), time: times.dayTime(proposal.at) }
  return (
    <Notice tone="zhe" title={t(words.proposed, facts)}>
      {proposal.words !== null && <p>{proposal.words}</p>}
      <p>{t(words.proposedThen)}</p>
    </Notice>
  )
}
