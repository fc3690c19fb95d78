// Evidence and decision on one sheet: at the left how it was counted, at the right who decided. Prints as it stands.
import { useState } from 'react'
import { useParams } from 'react-router'
import { readThemeChoice } from '#core/themes/contract-choice.ts'
import { type DecisionView, readThemeDecision } from '#core/themes/contract-decision.ts'
import { readTheme } from '#core/themes/contract-programme.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { Around } from './Around.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { DecisionRecord } from './DecisionRecord.tsx'
import { EvidenceHead } from './EvidenceHead.tsx'
import { ScoreTable } from './ScoreTable.tsx'
import { Stability } from './Stability.tsx'
import { ThemeBar } from './ThemeBar.tsx'
import { actWords } from './words-act.ts'
import { themeRefusals } from './words-refusals.ts'
import { themeWords as words } from './words.ts'
import './themes.css'

export function DecisionPage() {
  const { id = '' } = useParams()
  const found = useEndpoint(readThemeDecision, { id })
  const themeId = found.data?.themeId ?? null
  const theme = useEndpoint(readTheme, { id: themeId ?? id }, { enabled: themeId !== null })
  const { t } = useWords()
  if (found.data === undefined)
    return found.error ? (
      <Problem error={found.error} refusals={themeRefusals} onRetry={() => void found.refetch()} />
    ) : (
      <Loading lines={6} />
    )
  const decision = found.data
  const { content } = decision.evidence
  return (
    <div className="th-page">
      <ThemeBar
        community={decision.community}
        at="evidence"
        choiceId={decision.choiceId}
        decisionId={decision.id}
        themeId={decision.themeId}
      />
      <EvidenceHead content={content} />
      <div className="th-sheet">
        <div className="th-facts">
          <SectionHeading end={t(words.weightsAre, content.weights)}>
            {t(words.tableTitle)}
          </SectionHeading>
          <ScoreTable content={content} chosen={decision.kind?.code ?? null} />
          <Stability content={content} />
          <Around content={content} about={decision.kind?.code ?? null} />
        </div>
        <DecisionRecord decision={decision} goals={theme.data?.goals ?? []} />
      </div>
      {decision.correctedBy === null && <Correct decision={decision} />}
    </div>
  )
}

/** Only for whoever keeps the theme: the choice with its frozen evidence and meetings is read by nobody else. */
function Correct({ decision }: { decision: DecisionView }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const choice = useEndpoint(readThemeChoice, { id: decision.choiceId }, { enabled: open })
  return (
    <div className="k-screen-only">
      <p>
        <button
          type="button"
          className="k-link"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t(actWords.correct)}
        </button>
      </p>
      {open && choice.error && <Problem error={choice.error} refusals={themeRefusals} />}
      {open && choice.data !== undefined && (
        <DecisionForm found={choice.data} corrects={decision} />
      )}
    </div>
  )
}
