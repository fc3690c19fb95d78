// Which survey, and which of its questions, says what is needed.
import { useState } from 'react'
import { listSurveys, readSurvey } from '#core/surveys/contract.ts'
import { type ChoiceView, readThemeChoice, setThemeSurvey } from '#core/themes/contract-choice.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Select } from '#web/kit/ui/Field.tsx'
import { Problems } from './Problems.tsx'
import { actWords as words } from './words-act.ts'

export function SurveyForm({ choice }: { choice: ChoiceView }) {
  const { t } = useWords()
  const [asked, setAsked] = useState<Asked>({ surveyId: '', question: '' })
  const set = useCommand(setThemeSurvey, { refresh: [readThemeChoice] })
  return (
    <form
      className="th-form k-screen-only"
      onSubmit={(event) => {
        event.preventDefault()
        set.mutate({ id: choice.id, ...asked })
      }}
    >
      <SurveyFields code={choice.community.code} asked={asked} onChange={setAsked} />
      <div className="is-wide">
        <Problems error={set.error} />
        <Button
          type="submit"
          whyNot={asked.question === '' ? t(words.openHint) : null}
          busy={set.isPending}
        >
          {t(words.setSurvey)}
        </Button>
      </div>
    </form>
  )
}

export type Asked = { surveyId: string; question: string }
type Props = { code: string; asked: Asked; onChange: (asked: Asked) => void }

/** Only questions of which several answers may be chosen can say how many want what. */
export function SurveyFields({ code, asked, onChange }: Props) {
  const { t } = useWords()
  const surveys = useEndpoint(listSurveys, { area: code }).data?.items ?? []
  const found = useEndpoint(readSurvey, { id: asked.surveyId }, { enabled: asked.surveyId !== '' })
  const questions = (found.data?.questionnaire.sections ?? [])
    .flatMap((section) => section.questions)
    .filter(({ kind }) => kind === 'multiple' || kind === 'single' || kind === 'ranking')
  return (
    <>
      <Select
        label={t(words.survey)}
        value={asked.surveyId}
        empty={t(words.notYet)}
        options={surveys.map((each) => ({ value: each.id, label: t(each.title) }))}
        onChange={(e) => onChange({ surveyId: e.target.value, question: '' })}
      />
      <Select
        label={t(words.question)}
        value={asked.question}
        options={questions.map((each) => ({ value: each.code, label: t(each.title) }))}
        onChange={(e) => onChange({ ...asked, question: e.target.value })}
      />
    </>
  )
}
