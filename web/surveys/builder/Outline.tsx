// Sections and questions in order. Chosen by a press, moved by buttons or Alt with the arrows.
import {
  type QuestionKind,
  type Questionnaire,
  questionKinds,
  textIn,
} from '#core/surveys/question.ts'
import type { QuestionnaireFault } from '#core/surveys/questionnaire-faults.ts'
import { kindWords } from '#core/surveys/words.ts'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { ChipSelect } from '#web/kit/ui/Chip.tsx'
import { type At, addQuestion, addSection, moveItem, removeItem } from './form-edit.ts'
import { builderWords as words } from './words-builder.ts'

type Props = {
  form: Questionnaire
  at: At | null
  faults: QuestionnaireFault[]
  mayWrite: boolean
  onChange: (form: Questionnaire) => void
  onGo: (at: At | null) => void
}

export function Outline({ form, at, faults, mayWrite, onChange, onGo }: Props) {
  const { t, lang } = useWords()
  const wrong = (place: string) =>
    faults.some((fault) => fault.stops && (fault.at === place || fault.at.startsWith(`${place}.`)))
  const move = (by: 1 | -1) => {
    if (at === null) return
    const next = moveItem(form, at, by)
    onChange(next.form)
    onGo(next.at)
  }
  const here = (section: number, question: number | null) =>
    at?.section === section && at.question === question
  const line = (to: At | null, text: string, place: string, on: boolean) => (
    <button
      type="button"
      aria-current={on || undefined}
      className={wrong(place) ? 'is-wrong' : ''}
      onClick={() => onGo(to)}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
        if (!event.altKey || by === null || !mayWrite) return
        event.preventDefault()
        move(by)
      }}
    >
      {text === '' ? t(words.untitled) : text}
    </button>
  )
  let number = 0
  return (
    <nav className="bld-outline" aria-label={t(words.outline)}>
      {line(null, t(words.head), 'title', at === null)}
      <ol>
        {form.sections.map((section, s) => (
          <li key={s}>
            {line(
              { section: s, question: null },
              textIn(section.title, lang),
              `sections.${s}.title`,
              here(s, null),
            )}
            <ol>
              {section.questions.map((question, q) => {
                number += 1
                const text = `${number}. ${textIn(question.title, lang) || t(words.untitled)}`
                return (
                  <li key={q}>
                    {line(
                      { section: s, question: q },
                      text,
                      `sections.${s}.questions.${q}`,
                      here(s, q),
                    )}
                  </li>
                )
              })}
            </ol>
          </li>
        ))}
      </ol>
      {mayWrite && <Tools {...{ form, at, onChange, onGo }} onMove={move} />}
    </nav>
  )
}

type ToolProps = Pick<Props, 'form' | 'at' | 'onChange' | 'onGo'> & { onMove: (by: 1 | -1) => void }

function Tools({ form, at, onChange, onGo, onMove }: ToolProps) {
  const { t } = useWords()
  const add = (kind: QuestionKind) => {
    const section = at?.section ?? Math.max(0, form.sections.length - 1)
    const base = form.sections.length === 0 ? addSection(form) : form
    const next = addQuestion(base, section, kind)
    onChange(next)
    onGo({ section, question: (next.sections[section]?.questions.length ?? 1) - 1 })
  }
  const remove = (place: At) => {
    onChange(removeItem(form, place))
    onGo(null)
  }
  return (
    <div className="bld-tools">
      <ChipSelect
        name={t(words.addQuestion)}
        value={null}
        any=""
        options={questionKinds.map((kind) => ({ value: kind, label: t(kindWords[kind]) }))}
        onChange={(kind) => kind !== null && add(kind as QuestionKind)}
      />
      <Button icon="plus" onClick={() => onChange(addSection(form))}>
        {t(words.addSection)}
      </Button>
      {at !== null && (
        <>
          <Button icon="up" onClick={() => onMove(-1)}>
            {t(words.up)}
          </Button>
          <Button icon="down" onClick={() => onMove(1)}>
            {t(words.down)}
          </Button>
          <Button icon="cross" onClick={() => remove(at)}>
            {t(at.question === null ? words.removeSection : words.removeQuestion)}
          </Button>
        </>
      )}
    </div>
  )
}
