// A theme after its decision, for its keeper: programme, progress, evaluations, and where its practice came from.
import { useState } from 'react'
import { useParams } from 'react-router'
import { type ThemeView, readTheme } from '#core/themes/contract-programme.ts'
import { hasBegun, nextStates } from '#core/themes/programme.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { GoalForm } from './GoalForm.tsx'
import { AdoptForm, EvaluateForm, FrameForm, MeasureForm, MoveForm } from './ProgrammeForms.tsx'
import { atDay } from './DecisionRecord.tsx'
import { Adopted, AdoptedBy, Evaluations, Goals, Measures } from './Programme.tsx'
import { ThemeBar } from './ThemeBar.tsx'
import { actWords } from './words-act.ts'
import { themeRefusals } from './words-refusals.ts'
import { programmeWords as words } from './words-programme.ts'
import './themes.css'

export function ThemePage() {
  const { id = '' } = useParams()
  const found = useEndpoint(readTheme, { id })
  if (found.data !== undefined) return <Shown theme={found.data} />
  return found.error ? (
    <Problem error={found.error} refusals={themeRefusals} onRetry={() => void found.refetch()} />
  ) : (
    <Loading lines={6} />
  )
}

function Shown({ theme }: { theme: ThemeView }) {
  const { t } = useWords()
  const begun = hasBegun(theme.state)
  const alive = theme.state !== 'ended'
  return (
    <div className="th-page">
      <ThemeBar
        community={theme.community}
        at="yearOn"
        decisionId={theme.decisionId}
        themeId={theme.id}
      />
      <header className="th-head">
        <div>
          <h1 className="k-title">
            {t(words.title, { name: theme.community.name, theme: t(theme.name) })}
          </h1>
          <p className="k-compact k-sub">
            {t(actWords.states[theme.state])}
            {theme.promise !== null && ` · ${theme.promise}`}
          </p>
        </div>
      </header>
      {theme.lacks.length > 0 && <Lacks lacks={theme.lacks} />}
      <Frame theme={theme} editable={!begun} />
      <section className="th-block">
        <SectionHeading end={t(words.goalsBasis)}>{t(words.goals)}</SectionHeading>
        <Goals theme={theme} />
        {alive && (
          <Opening label={t(words.addGoal)}>
            {(done) => <GoalForm theme={theme} onDone={done} />}
          </Opening>
        )}
      </section>
      <section className="th-block">
        <SectionHeading>{t(words.measures)}</SectionHeading>
        <Measures theme={theme} editable={alive} />
        {alive && (
          <Opening label={t(words.addMeasure)}>
            {(done) => <MeasureForm theme={theme} onDone={done} />}
          </Opening>
        )}
      </section>
      {theme.adoptedFrom !== null && <Adopted from={theme.adoptedFrom} />}
      {!begun && theme.adoptedFrom === null && (
        <section className="th-block k-screen-only">
          <SectionHeading>{t(words.adopt)}</SectionHeading>
          <AdoptForm theme={theme} />
        </section>
      )}
      <Evaluations theme={theme} />
      {nextStates(theme.state).includes('evaluated') && (
        <Opening label={t(words.evaluate)}>
          {(done) => <EvaluateForm theme={theme} onDone={done} />}
        </Opening>
      )}
      <AdoptedBy theme={theme} />
      <Way theme={theme} />
    </div>
  )
}

/** A form that is written only on request. */
function Opening({
  label,
  children,
}: {
  label: string
  children: (done: () => void) => React.ReactNode
}) {
  const [open, setOpen] = useState(false)
  return (
    <div className="k-screen-only">
      <p>
        <button
          type="button"
          className="k-link"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {label}
        </button>
      </p>
      {open && children(() => setOpen(false))}
    </div>
  )
}

function Lacks({ lacks }: { lacks: string[] }) {
  const { t } = useWords()
  return (
    <Notice tone="zhe" title={t(words.lacks)}>
      <ul className="th-plain">
        {lacks.map((each) => (
          <li key={each}>{t(themeRefusals[each as keyof typeof themeRefusals])}</li>
        ))}
      </ul>
    </Notice>
  )
}

function Frame({ theme, editable }: { theme: ThemeView; editable: boolean }) {
  const { t } = useWords()
  return (
    <section className="th-block">
      <SectionHeading>{t(words.frame)}</SectionHeading>
      <p>{theme.promise ?? t(words.notWritten)}</p>
      <p className="k-compact k-sub">
        {t(words.circle)}：{theme.circle ?? t(words.notWritten)}
      </p>
      {editable && <FrameForm theme={theme} />}
    </section>
  )
}

function Way({ theme }: { theme: ThemeView }) {
  const { t } = useWords()
  const times = useTimes()
  return (
    <section className="th-block">
      <SectionHeading>{t(words.path)}</SectionHeading>
      <ul className="th-plain k-compact">
        {theme.states.map((each) => (
          <li key={each.at}>
            {times.day(atDay(each.onDay))} · <b>{t(actWords.states[each.state])}</b> · {each.reason}
          </li>
        ))}
      </ul>
      {theme.state !== 'ended' && <MoveForm theme={theme} />}
    </section>
  )
}
