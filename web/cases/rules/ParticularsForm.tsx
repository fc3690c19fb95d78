// What is asked beside a category here: a few questions, a few answers each, from a day on, with the reason that stays. The
// keeper taps through them below as a reporter will.
import { useState } from 'react'
import type { ParticularAnswers } from '#core/cases/particulars.ts'
import { listCategories } from '#core/places/contract.ts'
import { setRule } from '#core/places/contract-rules.ts'
import {
  type ParticularsByCategory,
  adviceMax,
  faultOfParticulars,
  lineMax,
  optionsMax,
  particularsMax,
} from '#core/places/particulars.ts'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Select, TextField, Tick } from '#web/kit/ui/Field.tsx'
import { ParticularsFields } from '../particulars/ParticularsFields.tsx'
import type { Category } from '../forms/CategoryPicker.tsx'
import type { RulesProps } from './AmountsView.tsx'
import {
  type OptionDraft,
  type QuestionDraft,
  draftOf,
  newOption,
  newQuestion,
  offeredBefore,
  particularsOf,
  untied,
} from './particulars-draft.ts'
import { SettingDialog, useSetting } from './setting.tsx'
import { faultWords, particularRuleWords as words } from './words-particulars-rule.ts'
import './particulars.css'

const ruleKey = 'cases.particulars'

type Props = RulesProps & { category: Category; onClose: () => void }

export function ParticularsForm({ category, code, area, rules, onClose }: Props) {
  const { t } = useWords()
  const stored = (rules.rules.find(({ key }) => key === ruleKey)?.value ??
    {}) as ParticularsByCategory
  const [draft, setDraft] = useState(() => draftOf(category.particulars ?? []))
  const [tried, setTried] = useState(false)
  const setting = useSetting({ setter: setRule, refresh: [listCategories], onClose })
  const submit = () => {
    const asked = particularsOf(draft)
    const fault = faultOfParticulars(asked)
    setTried(true)
    setting.send(fault === null ? [] : [t(faultWords[fault])], {
      area: code,
      key: ruleKey,
      value: { ...stored, [category.code]: asked },
    })
  }
  return (
    <SettingDialog
      wide
      setting={setting}
      title={t(words.title, { category: t(category) })}
      says={t(words.says, { area, day: setting.day })}
      onSubmit={submit}
    >
      <Questions draft={draft} tried={tried} onChange={(next) => setDraft(untied(next))} />
      <Tried draft={draft} />
    </SettingDialog>
  )
}

type ListProps = {
  draft: QuestionDraft[]
  /** Somebody wanted to set it: from now on an empty line says so itself. */
  tried: boolean
  onChange: (draft: QuestionDraft[]) => void
}

function Questions({ draft, tried, onChange }: ListProps) {
  const { t } = useWords()
  const [added, setAdded] = useState<string | null>(null)
  const add = () => {
    const one = newQuestion(draft)
    setAdded(one.code)
    onChange([...draft, one])
  }
  return (
    <>
      {draft.length === 0 && <p className="k-note">{t(words.asksNothing)}</p>}
      {draft.map((one, at) => (
        <Question
          key={one.code}
          one={one}
          at={at}
          tried={tried}
          begins={one.code === added}
          before={offeredBefore(draft, at)}
          onChange={(next) => onChange(draft.map((each) => (each === one ? next : each)))}
          onDrop={() => onChange(draft.filter((each) => each !== one))}
        />
      ))}
      <Button
        icon="plus"
        whyNot={draft.length < particularsMax ? null : t(words.most, { n: particularsMax })}
        onClick={add}
      >
        {t(words.addQuestion)}
      </Button>
    </>
  )
}

type QuestionProps = {
  one: QuestionDraft
  at: number
  tried: boolean
  /** Just added: whoever added it goes on writing there. */
  begins: boolean
  before: ReturnType<typeof offeredBefore>
  onChange: (one: QuestionDraft) => void
  onDrop: () => void
}

function Question({ one, at, tried, begins, before, onChange, onDrop }: QuestionProps) {
  const { t, lang } = useWords()
  const [added, setAdded] = useState<string | null>(null)
  const add = () => {
    const option = newOption(one.options)
    setAdded(option.code)
    onChange({ ...one, options: [...one.options, option] })
  }
  const n = at + 1
  const put = (option: OptionDraft, next: OptionDraft[]) =>
    onChange({ ...one, options: one.options.flatMap((each) => (each === option ? next : [each])) })
  const said = (draft: { zh: string; en: string }) =>
    (lang === 'en' && draft.en !== '' ? draft.en : draft.zh) || '…'
  return (
    <fieldset className="rule-ask">
      <legend>{t(words.question, { n })}</legend>
      <div className="k-ask-pair">
        <Line
          label={t(words.askZh)}
          begins={begins}
          error={tried && isEmpty(one.zh) ? t(words.askEmpty) : null}
          value={one.zh}
          onChange={(zh) => onChange({ ...one, zh })}
        />
        <Line
          label={t(words.askEn)}
          optional
          value={one.en}
          onChange={(en) => onChange({ ...one, en })}
        />
      </div>
      {before.length > 0 && (
        <Select
          label={t(words.when)}
          empty={t(words.always)}
          value={one.after}
          options={before.map(({ value, question, option }) => ({
            value,
            label: t(words.afterAnswer, { ask: said(question), answer: said(option) }),
          }))}
          onChange={(event) => onChange({ ...one, after: event.target.value })}
        />
      )}
      {one.options.map((option, place) => (
        <Answer
          key={option.code}
          option={option}
          n={place + 1}
          tried={tried}
          begins={option.code === added}
          onChange={(next) => put(option, [next])}
          onDrop={one.options.length > 2 ? () => put(option, []) : null}
        />
      ))}
      <div className="rule-ask-acts">
        {one.options.length < optionsMax && (
          <Button look="quiet" icon="plus" onClick={add}>
            {t(words.addAnswer)}
          </Button>
        )}
        <Button look="quiet" onClick={onDrop}>
          {t(words.dropQuestion, { n })}
        </Button>
      </div>
    </fieldset>
  )
}

type AnswerProps = {
  option: OptionDraft
  n: number
  tried: boolean
  begins: boolean
  onChange: (option: OptionDraft) => void
  onDrop: (() => void) | null
}

function Answer({ option, n, tried, begins, onChange, onDrop }: AnswerProps) {
  const { t } = useWords()
  return (
    <div className="rule-ask-answer">
      <div className="k-ask-pair">
        <Line
          label={t(words.answerZh, { n })}
          begins={begins}
          error={tried && isEmpty(option.zh) ? t(words.answerEmpty) : null}
          value={option.zh}
          onChange={(zh) => onChange({ ...option, zh })}
        />
        <Line
          label={t(words.answerEn, { n })}
          optional
          value={option.en}
          onChange={(en) => onChange({ ...option, en })}
        />
      </div>
      <div className="rule-ask-row">
        <Tick
          label={t(words.urgent)}
          checked={option.urgent}
          onChange={(urgent) => onChange({ ...option, urgent })}
        />
        {onDrop !== null && (
          <Button look="quiet" onClick={onDrop}>
            {t(words.dropAnswer, { n })}
          </Button>
        )}
      </div>
      <details className="k-more" open={option.adviceZh !== ''}>
        <summary>{t(words.advice)}</summary>
        <div className="k-ask-pair">
          <Line
            label={t(words.adviceZh)}
            optional
            most={adviceMax}
            value={option.adviceZh}
            onChange={(adviceZh) => onChange({ ...option, adviceZh })}
          />
          <Line
            label={t(words.adviceEn)}
            optional
            most={adviceMax}
            value={option.adviceEn}
            onChange={(adviceEn) => onChange({ ...option, adviceEn })}
          />
        </div>
      </details>
    </div>
  )
}

const isEmpty = (said: string) => said.trim() === ''

type LineProps = {
  label: string
  value: string
  error?: string | null
  begins?: boolean
  optional?: boolean
  most?: number
  onChange: (value: string) => void
}

function Line(props: LineProps) {
  const { label, value, error, begins = false, optional = false, most = lineMax, onChange } = props
  return (
    <TextField
      label={label}
      {...(optional ? { need: 'optional' as const } : {})}
      error={error}
      autoFocus={begins}
      maxLength={most}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** As a reporter will meet it; shown once it can be asked. */
function Tried({ draft }: { draft: QuestionDraft[] }) {
  const { t } = useWords()
  const [answers, setAnswers] = useState<ParticularAnswers>({})
  const asked = particularsOf(draft)
  if (asked.length === 0 || faultOfParticulars(asked) !== null) return null
  return (
    <section className="rule-ask-tried" aria-label={t(words.tried)}>
      <p className="k-note">{t(words.tried)}</p>
      <ParticularsFields asked={asked} answers={answers} onChange={setAnswers} />
    </section>
  )
}
