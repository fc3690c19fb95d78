// A goal is agreed or changed: what is looked at, from where to where, by when, and the numbers the system has anyway that
// will say so. A goal that is changed is laid into the form as it stands.
import { useState } from 'react'
import { readSurvey } from '#core/surveys/contract.ts'
import {
  type GoalView,
  type ThemeView,
  listThemeIndicators,
  setThemeGoal,
} from '#core/themes/contract-programme.ts'
import { hasBegun } from '#core/themes/programme.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Select, TextField, Tick } from '#web/kit/ui/Field.tsx'
import { Form, type Props, numberOf, useAct, useTyped } from './ProgrammeForms.tsx'
import { type Asked, SurveyFields } from './SurveyForm.tsx'
import { programmeWords as words } from './words-programme.ts'

type Params = GoalView['params']

const typedOf = (goal: GoalView | undefined) => ({
  goalId: goal?.id ?? '',
  text: goal?.text ?? '',
  indicator: goal?.indicator ?? '',
  unit: goal?.unit ?? '',
  up: goal === undefined || goal.up ? 'up' : 'down',
  baseline: goal?.baseline?.toString() ?? '',
  low: goal?.baselineLow?.toString() ?? '',
  high: goal?.baselineHigh?.toString() ?? '',
  how: goal?.baselineHow ?? '',
  target: goal?.target.toString() ?? '',
  months: goal?.months.toString() ?? '12',
  dueOn: goal?.dueOn ?? '',
  reason: '',
})
type Typed = ReturnType<typeof typedOf>
type Setting = ReturnType<typeof useTyped<keyof Typed>>['set']

const goalOf = (id: string, typed: Typed, { params, criterion }: Beside) => ({
  id,
  goalId: typed.goalId === '' ? null : typed.goalId,
  text: typed.text,
  indicator: typed.indicator === '' ? null : typed.indicator,
  params: typed.indicator === '' ? {} : params,
  unit: typed.unit,
  up: typed.up === 'up',
  baseline: numberOf(typed.baseline),
  baselineLow: numberOf(typed.low),
  baselineHigh: numberOf(typed.high),
  baselineHow: typed.how,
  target: Number(typed.target),
  months: Number(typed.months),
  dueOn: typed.dueOn,
  criterion,
  reason: typed.reason,
})
type Beside = { params: Params; criterion: boolean }

export function GoalForm({ theme, onDone }: Props) {
  const { t } = useWords()
  const { typed, set, setTyped } = useTyped<keyof Typed>(typedOf(undefined))
  const [beside, setBeside] = useState<Beside>({ params: {}, criterion: !hasBegun(theme.state) })
  const act = useAct(setThemeGoal, onDone)
  const choose = (goalId: string) => {
    const goal = theme.goals.find(({ id }) => id === goalId)
    setTyped(typedOf(goal))
    setBeside({
      params: goal?.params ?? {},
      criterion: goal?.criterion ?? !hasBegun(theme.state),
    })
  }
  const halfAsked =
    typed.indicator === 'surveys.answerShare' && (beside.params['option'] ?? '') === ''
  return (
    <Form
      error={act.error}
      busy={act.isPending}
      label={t(words.save)}
      whyNot={halfAsked ? t(words.whichOption) : null}
      onSend={() => act.mutate(goalOf(theme.id, typed, beside))}
    >
      {theme.goals.length > 0 && (
        <Select
          label={t(words.changeGoal)}
          empty={t(words.addGoal)}
          options={theme.goals.map((goal) => ({ value: goal.id, label: goal.text }))}
          value={typed.goalId}
          onChange={(e) => choose(e.target.value)}
        />
      )}
      <TextField label={t(words.text)} maxLength={200} {...set('text')} />
      <Measuring
        theme={theme}
        typed={typed}
        params={beside.params}
        onIndicator={(indicator, unit) => {
          setTyped({ ...typed, indicator, unit: unit ?? typed.unit })
          setBeside({ ...beside, params: {} })
        }}
        onParams={(params) => setBeside({ ...beside, params })}
      />
      <FromTo set={set} />
      <TextField label={t(words.reason)} maxLength={500} {...set('reason')} />
      <Tick
        label={t(words.isCriterion)}
        checked={beside.criterion}
        onChange={(criterion) => setBeside({ ...beside, criterion })}
      />
    </Form>
  )
}

function FromTo({ set }: { set: Setting }) {
  const { t } = useWords()
  return (
    <>
      <TextField label={t(words.unit)} maxLength={20} {...set('unit')} />
      <Select
        label={t(words.direction)}
        options={[
          { value: 'up', label: t(words.up) },
          { value: 'down', label: t(words.down) },
        ]}
        {...set('up')}
      />
      <TextField
        label={t(words.baseline)}
        inputMode="decimal"
        need="optional"
        {...set('baseline')}
      />
      <TextField label={t(words.baseLow)} inputMode="decimal" need="optional" {...set('low')} />
      <TextField label={t(words.baseHigh)} inputMode="decimal" need="optional" {...set('high')} />
      <TextField label={t(words.baselineHow)} maxLength={300} {...set('how')} />
      <TextField label={t(words.target)} inputMode="decimal" {...set('target')} />
      <TextField label={t(words.months)} inputMode="numeric" {...set('months')} />
      <TextField label={t(words.dueOn)} type="date" {...set('dueOn')} />
    </>
  )
}

type MeasuringProps = {
  theme: ThemeView
  typed: Typed
  params: Params
  onIndicator: (indicator: string, unit: string | null) => void
  onParams: (params: Params) => void
}

/** Which of the numbers at hand says it, and of which question or whose sessions. */
function Measuring({ theme, typed, params, onIndicator, onParams }: MeasuringProps) {
  const { t } = useWords()
  const sources = useEndpoint(listThemeIndicators, {}).data?.items ?? []
  const { indicator } = typed
  return (
    <>
      <Select
        label={t(words.indicator)}
        empty={t(words.askAgain)}
        options={sources.map((each) => ({ value: each.key, label: t(each.words) }))}
        value={indicator}
        onChange={(e) => {
          const source = sources.find(({ key }) => key === e.target.value)
          onIndicator(e.target.value, source === undefined ? null : t(source.unit))
        }}
      />
      {indicator === 'surveys.answerShare' && (
        <ShareOf
          key={typed.goalId}
          code={theme.community.code}
          params={params}
          onParams={onParams}
        />
      )}
      {indicator.startsWith('activities.') && (
        <Select
          label={t(words.whoseSessions)}
          options={[
            { value: 'theme', label: t(words.ofTheme) },
            { value: 'community', label: t(words.ofCommunity) },
          ]}
          value={params['of'] === 'community' ? 'community' : 'theme'}
          onChange={(e) => {
            const { of: _of, ...rest } = params
            onParams(e.target.value === 'community' ? { ...rest, of: 'community' } : rest)
          }}
        />
      )}
    </>
  )
}

type ShareProps = { code: string; params: Params; onParams: (params: Params) => void }

/** The question is kept by its code, not by its survey: whoever asks it again later is heard as well. */
function ShareOf({ code, params, onParams }: ShareProps) {
  const { t } = useWords()
  const [asked, setAsked] = useState<Asked>({ surveyId: '', question: '' })
  const survey = useEndpoint(
    readSurvey,
    { id: asked.surveyId },
    { enabled: asked.surveyId !== '' },
  ).data
  const options = (survey?.questionnaire.sections ?? [])
    .flatMap((section) => section.questions)
    .find((question) => question.code === asked.question)?.options
  const kept = params['question'] !== undefined && asked.question === ''
  return (
    <>
      <SurveyFields
        code={code}
        asked={asked}
        onChange={(next) => {
          setAsked(next)
          onParams(next.question === '' ? {} : { question: next.question })
        }}
      />
      {kept ? (
        <p className="k-why">
          {t(words.keptShare, {
            question: String(params['question']),
            option: String(params['option']),
          })}
        </p>
      ) : (
        <Select
          label={t(words.option)}
          value={String(params['option'] ?? '')}
          options={(options ?? []).map((each) => ({ value: each.code, label: t(each.label) }))}
          onChange={(e) => onParams({ question: asked.question, option: e.target.value })}
        />
      )}
    </>
  )
}
