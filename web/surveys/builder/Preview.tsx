// How residents see what is being written, and what is still wrong with the whole.
import { useState } from 'react'
import { type Answers, type Questionnaire, askedOf } from '#core/surveys/question.ts'
import type { QuestionnaireFault } from '#core/surveys/questionnaire-faults.ts'
import { useWords } from '#web/kit/language.ts'
import { Tick } from '#web/kit/ui/Field.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { QuestionField } from '../QuestionField.tsx'
import type { At } from './form-edit.ts'
import { builderWords as words } from './words-builder.ts'

type Props = {
  form: Questionnaire
  at: At | null
  faults: QuestionnaireFault[]
  onGo: (at: At | null) => void
}

export function Preview({ form, at, faults, onGo }: Props) {
  const { t } = useWords()
  const [answers, setAnswers] = useState<Answers>({})
  const [all, setAll] = useState(false)
  const asked = askedOf(form, answers)
  const chosen = form.sections.flatMap((section, s) =>
    section.questions.filter((question, q) =>
      all
        ? asked.has(question.code)
        : at?.section === s && (at.question === q || at.question === null),
    ),
  )
  return (
    <aside className="bld-preview">
      <Faults faults={faults} onGo={onGo} />
      <SectionHeading level={3}>{t(words.preview)}</SectionHeading>
      <Tick label={t(words.tryAll)} checked={all} onChange={setAll} />
      {chosen.map((question) => (
        <QuestionField
          key={`${question.code} ${question.kind}`}
          question={question}
          value={answers[question.code]}
          error={null}
          seed="preview"
          places={[]}
          onChange={(value) =>
            setAnswers(({ [question.code]: _before, ...rest }) =>
              value === undefined ? rest : { ...rest, [question.code]: value },
            )
          }
        />
      ))}
    </aside>
  )
}

function placeOf(path: string): At | null {
  const [, section, , question] = /^sections\.(\d+)(\.questions\.(\d+))?/.exec(path) ?? []
  if (section === undefined) return null
  return { section: Number(section), question: question === undefined ? null : Number(question) }
}

function Faults({ faults, onGo }: Pick<Props, 'faults' | 'onGo'>) {
  const { t } = useWords()
  const stops = faults.filter((fault) => fault.stops)
  const advice = faults.length - stops.length
  return (
    <div className="bld-faults">
      <b>
        {stops.length === 0 ? t(words.noFaults) : t(words.faults, { n: stops.length })}
        {advice > 0 && <small className="k-note"> · {t(words.advice, { n: advice })}</small>}
      </b>
      <ul>
        {stops.slice(0, 12).map((fault) => (
          <li key={`${fault.at} ${fault.words.en}`}>
            <button type="button" className="k-link" onClick={() => onGo(placeOf(fault.at))}>
              {t(fault.words)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
