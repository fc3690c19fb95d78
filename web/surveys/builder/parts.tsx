// Small parts of the builder: a text in both languages side by side, a number, a list of options, a condition.
import { useId, useState } from 'react'
import type { Words } from '#core/kit/words.ts'
import {
  type Condition,
  type Option,
  type Question,
  type Test,
  textIn,
} from '#core/surveys/question.ts'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Select, TextArea, TextField, Tick } from '#web/kit/ui/Field.tsx'
import { builderWords as words } from './words-builder.ts'

/** The sentence for a place of the questionnaire, if something is wrong there. */
export type FaultAt = (place: string) => string | null

type BothProps = {
  labels: [Words, Words]
  value: Words
  onChange: (value: Words) => void
  error: string | null
  long?: boolean
}

export function Both({ labels, value, onChange, error, long = false }: BothProps) {
  const { t } = useWords()
  const Box = long ? TextArea : TextField
  return (
    <div className="bld-both">
      <Box
        label={t(labels[0])}
        value={value.zh}
        error={error}
        onChange={(event: { target: { value: string } }) =>
          onChange({ ...value, zh: event.target.value })
        }
      />
      <Box
        label={t(labels[1])}
        value={value.en}
        lang="en"
        onChange={(event: { target: { value: string } }) =>
          onChange({ ...value, en: event.target.value })
        }
      />
    </div>
  )
}

type NumberProps = {
  label: Words
  value: number | null
  onChange: (value: number | null) => void
  error?: string | null
}

export function NumberField({ label, value, onChange, error = null }: NumberProps) {
  const { t } = useWords()
  return (
    <TextField
      label={t(label)}
      inputMode="numeric"
      error={error}
      value={value === null ? '' : String(value)}
      onChange={(event) => {
        const typed = event.target.value.trim()
        onChange(typed === '' || Number.isNaN(Number(typed)) ? null : Number(typed))
      }}
    />
  )
}

type OptionsProps = {
  title: Words
  at: string
  options: Option[]
  onChange: (options: Option[]) => void
  faultAt: FaultAt
  alone?: boolean
  stem: string
}

export function OptionsEditor(props: OptionsProps) {
  const { title, at, options, onChange, faultAt, alone = false, stem } = props
  const { t } = useWords()
  const add = (labels: Words[]) => {
    const taken = new Set(options.map((option) => option.code))
    const next = [...options]
    for (const label of labels) {
      let n = next.length + 1
      while (taken.has(`${stem}${n}`)) n += 1
      taken.add(`${stem}${n}`)
      next.push({ code: `${stem}${n}`, label })
    }
    onChange(next)
  }
  const set = (i: number, option: Option) =>
    onChange(options.map((each, k) => (k === i ? option : each)))
  const swap = (i: number, by: number) => {
    const next = [...options]
    const [item] = next.splice(i, 1)
    if (item !== undefined) next.splice(Math.max(0, i + by), 0, item)
    onChange(next)
  }
  return (
    <fieldset className="bld-options">
      <legend>{t(title)}</legend>
      {faultAt(at) !== null && <p className="k-field-error">{faultAt(at)}</p>}
      {options.map((option, i) => (
        <OptionLine
          key={i}
          title={title}
          number={i + 1}
          option={option}
          alone={alone}
          error={faultAt(`${at}.${i}.label`) ?? faultAt(`${at}.${i}.code`)}
          onChange={(next) => set(i, next)}
          onMove={(by) => swap(i, by)}
          onRemove={() => onChange(options.filter((_, k) => k !== i))}
        />
      ))}
      <span className="k-row">
        <Button icon="plus" onClick={() => add([{ zh: '', en: '' }])}>
          {t(words.addOption)}
        </Button>
      </span>
      <Pasting onPaste={(lines) => add(lines.map((zh) => ({ zh, en: '' })))} />
    </fieldset>
  )
}

type LineProps = {
  title: Words
  number: number
  option: Option
  alone: boolean
  error: string | null
  onChange: (option: Option) => void
  onMove: (by: number) => void
  onRemove: () => void
}

function OptionLine(props: LineProps) {
  const { title, number, option, alone, error, onChange, onMove, onRemove } = props
  const { t } = useWords()
  return (
    <div className="bld-option">
      <Both
        labels={[
          { zh: `${title.zh} ${number}`, en: `${title.en} ${number} in Chinese` },
          { zh: `${title.zh} ${number}（英文）`, en: `${title.en} ${number} in English` },
        ]}
        value={option.label}
        error={error}
        onChange={(label) => onChange({ ...option, label })}
      />
      <span className="k-row">
        <TextField
          label={t(words.code)}
          value={option.code}
          maxLength={24}
          onChange={(event) => onChange({ ...option, code: event.target.value })}
        />
        {alone && (
          <Tick
            label={t(words.exclusive)}
            checked={option.exclusive === true}
            onChange={(exclusive) => onChange({ ...option, exclusive })}
          />
        )}
        <Button icon="up" onClick={() => onMove(-1)}>
          {t(words.up)}
        </Button>
        <Button icon="down" onClick={() => onMove(1)}>
          {t(words.down)}
        </Button>
        <Button icon="cross" onClick={onRemove}>
          {t(words.remove)}
        </Button>
      </span>
    </div>
  )
}

function Pasting({ onPaste }: { onPaste: (lines: string[]) => void }) {
  const { t } = useWords()
  const [pasted, setPasted] = useState('')
  const lines = pasted
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return (
    <>
      <TextArea
        label={t(words.pasteOptions)}
        rows={2}
        value={pasted}
        onChange={(event) => setPasted(event.target.value)}
      />
      {lines.length > 0 && (
        <Button
          onClick={() => {
            onPaste(lines)
            setPasted('')
          }}
        >
          {t(words.addOption)}
        </Button>
      )}
    </>
  )
}

type ConditionProps = {
  value: Condition | null
  onChange: (value: Condition | null) => void
  /** What a condition may name: earlier questions with options or a scale. */
  earlier: Question[]
  error: string | null
}

const codesFor = (question: Question, lang: 'zh' | 'en'): { value: string; label: string }[] => {
  if (question.kind === 'rating' && question.scale !== null) {
    const { from, to } = question.scale
    return Array.from({ length: to - from + 1 }, (_, i) => String(from + i)).map((value) => ({
      value,
      label: value,
    }))
  }
  if (question.kind === 'matrix')
    return question.rows.flatMap((row) =>
      question.options.map((option) => ({
        value: `${row.code}=${option.code}`,
        label: `${textIn(row.label, lang)}：${textIn(option.label, lang)}`,
      })),
    )
  return question.options.map(({ code, label }) => ({ value: code, label: textIn(label, lang) }))
}

export function ConditionEditor({ value, onChange, earlier, error }: ConditionProps) {
  const { t } = useWords()
  const name = useId()
  const mode = value === null ? 'always' : value.any === undefined ? 'all' : 'any'
  const tests = value?.any ?? value?.all ?? []
  const put = (next: Test[], as = mode) =>
    onChange(as === 'always' ? null : as === 'any' ? { any: next } : { all: next })
  const first = earlier[0]
  const start = (as: string) => {
    const blank = first === undefined ? [] : [{ question: first.code, has: [] }]
    put(tests.length > 0 ? tests : blank, as as typeof mode)
  }
  if (first === undefined)
    return <p className="k-note">{`${t(words.showIf)}：${t(words.noEarlier)}`}</p>
  return (
    <fieldset className="bld-condition" aria-label={t(words.showIf)} name={name}>
      <Select
        label={t(words.showIf)}
        error={error}
        value={mode}
        options={[
          { value: 'always', label: t(words.always) },
          { value: 'all', label: t(words.allOf) },
          { value: 'any', label: t(words.anyOf) },
        ]}
        onChange={(event) => start(event.target.value || 'always')}
      />
      {mode !== 'always' &&
        tests.map((test, i) => (
          <TestLine
            key={i}
            test={test}
            earlier={earlier}
            onChange={(next) => put(tests.map((each, k) => (k === i ? next : each)))}
            onRemove={() => put(tests.filter((_, k) => k !== i))}
          />
        ))}
      {mode !== 'always' && (
        <Button icon="plus" onClick={() => put([...tests, { question: first.code, has: [] }])}>
          {t(words.addTest)}
        </Button>
      )}
    </fieldset>
  )
}

type TestProps = {
  test: Test
  earlier: Question[]
  onChange: (test: Test) => void
  onRemove: () => void
}

function TestLine({ test, earlier, onChange, onRemove }: TestProps) {
  const { t, lang } = useWords()
  const asked = earlier.find(({ code }) => code === test.question)
  const set = (part: Partial<Test>) => onChange({ ...test, ...part })
  return (
    <div className="bld-test">
      <Select
        label={t(words.earlier)}
        value={test.question}
        options={earlier.map(({ code, title }) => ({
          value: code,
          label: textIn(title, lang) || code,
        }))}
        onChange={(event) => set({ question: event.target.value, has: [] })}
      />
      <Select
        label={t(words.showIf)}
        value={test.not === true ? 'not' : 'has'}
        options={[
          { value: 'has', label: t(words.has) },
          { value: 'not', label: t(words.hasNot) },
        ]}
        onChange={(event) => set({ not: event.target.value === 'not' })}
      />
      <div className="bld-codes">
        {(asked === undefined ? [] : codesFor(asked, lang)).map(({ value: code, label }) => (
          <Tick
            key={code}
            label={label || code}
            checked={test.has.includes(code)}
            onChange={(on) =>
              set({ has: on ? [...test.has, code] : test.has.filter((each) => each !== code) })
            }
          />
        ))}
      </div>
      <Button icon="cross" onClick={onRemove}>
        {t(words.remove)}
      </Button>
    </div>
  )
}
