// Which column holds which question: one, or one for each option, row or place. What was guessed stands there already.
import type { Question } from '#core/surveys/question.ts'
import { textIn } from '#core/surveys/question.ts'
import { useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { Select } from '#web/kit/ui/Field.tsx'
import type { Mapping, Preview } from './ImportAnswersPage.tsx'
import { importWords as words } from './words-import-page.ts'

type Asked = Mapping['questions'][string]
type Props = { questions: Question[]; preview: Preview; onChange: (mapping: Mapping) => void }

export function Columns({ questions, preview, onChange }: Props) {
  const { t } = useWords()
  const { mapping, headings } = preview
  const own = (key: 'id' | 'grid' | 'answeredOn', value: string) => {
    const { [key]: _before, ...rest } = mapping
    onChange(value === '' ? rest : { ...rest, [key]: value })
  }
  const put = (code: string, asked: Asked | null) => {
    const { [code]: _before, ...rest } = mapping.questions
    onChange({ ...mapping, questions: asked === null ? rest : { ...rest, [code]: asked } })
  }
  return (
    <>
      <div className="imp-pairs">
        {(['id', 'grid', 'answeredOn'] as const).map((key) => (
          <Heading
            key={key}
            label={t(words[key])}
            {...(key === 'id' && { hint: t(words.idHint) })}
            headings={headings}
            value={mapping[key]}
            onChange={(value) => own(key, value)}
          />
        ))}
      </div>
      {questions.map((question) => (
        <QuestionColumns
          key={question.code}
          question={question}
          asked={mapping.questions[question.code]}
          headings={headings}
          filled={preview.filled[question.code]}
          onChange={(asked) => put(question.code, asked)}
        />
      ))}
    </>
  )
}

type HeadingProps = {
  label: string
  hint?: string
  headings: string[]
  value: string | undefined
  onChange: (value: string) => void
}

function Heading({ label, hint, headings, value, onChange }: HeadingProps) {
  const { t } = useWords()
  return (
    <Select
      label={label}
      hint={hint}
      empty={t(words.notThere)}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value)}
      options={[...new Set(headings)].map((heading) => ({ value: heading, label: heading }))}
    />
  )
}

type QuestionProps = {
  question: Question
  asked: Asked | undefined
  headings: string[]
  filled: number | undefined
  onChange: (asked: Asked | null) => void
}

function QuestionColumns({ question, asked = {}, headings, filled, onChange }: QuestionProps) {
  const { t, lang } = useWords()
  const { kind, options, rows } = question
  const parts = kind === 'matrix' ? rows : kind === 'multiple' ? options : []
  const { column, columns = {}, ranks = [], ...rest } = asked
  const label = (of: { label: { zh: string; en: string } }) => textIn(of.label, lang)
  const each = (code: string, heading: string) => {
    const { [code]: _before, ...others } = columns
    const next = heading === '' ? others : { ...others, [code]: heading }
    onChange(Object.keys(next).length === 0 ? null : { ...rest, columns: next })
  }
  const place = (at: number, heading: string) => {
    const next = [...ranks]
    next[at] = heading
    const kept = next.filter((one) => one !== undefined && one !== '')
    onChange(kept.length === 0 ? null : { ...rest, ranks: kept })
  }
  const spread = Object.keys(columns).length > 0 || ranks.length > 0
  return (
    <div className="imp-question">
      <p>
        <b>{textIn(question.title, lang)}</b>
        {filled !== undefined && (
          <span className="k-note"> · {t(words.filled, { n: count(filled) })}</span>
        )}
      </p>
      {kind !== 'matrix' && (
        <Heading
          label={t(words.oneColumn)}
          headings={headings}
          value={column}
          onChange={(heading) => onChange(heading === '' ? null : { ...rest, column: heading })}
        />
      )}
      {(parts.length > 0 || kind === 'ranking') && (
        <details open={spread || kind === 'matrix'}>
          <summary>{t(words.manyColumns)}</summary>
          <div className="imp-pairs">
            {parts.map((part) => (
              <Heading
                key={part.code}
                label={label(part)}
                headings={headings}
                value={columns[part.code]}
                onChange={(heading) => each(part.code, heading)}
              />
            ))}
            {kind === 'ranking' &&
              Array.from({ length: Math.min(options.length, ranks.length + 1) }, (_, at) => (
                <Heading
                  key={at}
                  label={t(words.rank, { n: at + 1 })}
                  headings={headings}
                  value={ranks[at]}
                  onChange={(heading) => place(at, heading)}
                />
              ))}
          </div>
        </details>
      )}
    </div>
  )
}
