// Which survey, and which of its questions, says what is needed.
import { useState } from 'react'
import { type ChoiceView, readThemeChoice, setThemeSurvey } from '#core/themes/contract-choice.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
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

export function SurveyFields({ asked, onChange }: Props) {
  const { t } = useWords()
  return (
    <>
      <TextField
        label={t(words.survey)}
        value={asked.surveyId}
        onChange={(e) => onChange({ ...asked, surveyId: e.target.value })}
      />
      <TextField
        label={t(words.question)}
        value={asked.question}
        onChange={(e) => onChange({ ...asked, question: e.target.value })}
      />
    </>
  )
}
