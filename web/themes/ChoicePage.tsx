// Candidates as counted now, other weights to try, what residents say, the meetings, and the form for what was decided.
import { useState } from 'react'
import { useParams } from 'react-router'
import { type EvidenceContent, readThemeChoice } from '#core/themes/contract-choice.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Around } from './Around.tsx'
import { ChoiceActs } from './ChoiceActs.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { EvidenceHead } from './EvidenceHead.tsx'
import { Meetings } from './Meetings.tsx'
import { ScoreTable } from './ScoreTable.tsx'
import { Stability } from './Stability.tsx'
import { SurveyForm } from './SurveyForm.tsx'
import { Talk } from './Talk.tsx'
import { ThemeBar } from './ThemeBar.tsx'
import { WeightSliders } from './WeightSliders.tsx'
import { themeRefusals } from './words-refusals.ts'
import { themeWords as words } from './words.ts'
import './themes.css'

export type Choice = OutputOf<typeof readThemeChoice>

export function ChoicePage() {
  const { id = '' } = useParams()
  const found = useEndpoint(readThemeChoice, { id })
  if (found.data !== undefined) return <Shown id={id} found={found.data} />
  return found.error ? (
    <Problem error={found.error} refusals={themeRefusals} onRetry={() => void found.refetch()} />
  ) : (
    <Loading lines={6} />
  )
}

function Shown({ id, found }: { id: string; found: Choice }) {
  const { t } = useWords()
  const { choice, now } = found
  const ended = choice.endedAt !== null
  return (
    <div className="th-page">
      <ThemeBar
        community={choice.community}
        at="candidates"
        choiceId={id}
        decisionId={choice.decisionId}
      />
      <EvidenceHead content={now} />
      <div className="th-facts">
        {now.survey === null && (
          <Empty title={t(words.noSurvey)} then={t(words.noSurveyThen)}>
            {!ended && <SurveyForm choice={choice} />}
          </Empty>
        )}
        <Weighed content={now} choice={found} />
        <Stability content={now} />
        <Around content={now} about={null} />
        {!ended && <ChoiceActs found={found} />}
        {choice.publicAt !== null && (
          <>
            <Talk choice={choice} content={now} />
            <Meetings choice={choice} />
            {!ended && <DecisionForm found={found} />}
          </>
        )}
      </div>
    </div>
  )
}

/** The table, and the same facts under weights that are only tried. */
function Weighed({ content, choice }: { content: EvidenceContent; choice: Choice }) {
  const { t } = useWords()
  const [trying, setTrying] = useState(false)
  const end = (
    <>
      {t(words.weightsAre, content.weights)}{' '}
      <button type="button" className="k-link k-screen-only" onClick={() => setTrying(!trying)}>
        {t(words.tryOthers)}
      </button>
    </>
  )
  return (
    <>
      <SectionHeading end={end}>{t(words.tableTitle)}</SectionHeading>
      {trying ? (
        <WeightSliders content={content} found={choice} />
      ) : (
        <ScoreTable content={content} />
      )}
    </>
  )
}
