// The part of the questionnaire that is being written: its head, a section, or a question of any kind.
import {
  type Question,
  type QuestionKind,
  type Questionnaire,
  questionKinds,
} from '#core/surveys/question.ts'
import { blankQuestion } from '#core/surveys/blank.ts'
import { kindWords } from '#core/surveys/words.ts'
import { useWords } from '#web/kit/language.ts'
import { Select, TextField, Tick } from '#web/kit/ui/Field.tsx'
import { type At, changeQuestion, changeSection } from './form-edit.ts'
import { Both, ConditionEditor, type FaultAt, NumberField, OptionsEditor } from './parts.tsx'
import { builderWords as words } from './words-builder.ts'

type Props = {
  form: Questionnaire
  at: At | null
  onChange: (form: Questionnaire) => void
  faultAt: FaultAt
}

const blank = { zh: '', en: '' }
const askable: readonly QuestionKind[] = ['single', 'multiple', 'ranking', 'matrix', 'rating']
const orNull = (text: { zh: string; en: string }) =>
  text.zh.trim() === '' && text.en.trim() === '' ? null : text

/** Questions before a place that a condition there may name. */
function earlierThan(form: Questionnaire, at: At): Question[] {
  return form.sections
    .flatMap((section, s) =>
      section.questions.filter(
        (_, q) => s < at.section || (s === at.section && q < (at.question ?? 0)),
      ),
    )
    .filter(({ kind }) => askable.includes(kind))
}

export function Editor({ form, at, onChange, faultAt }: Props) {
  if (at === null)
    return (
      <div className="bld-editor">
        <Both
          labels={[words.nameZh, words.nameEn]}
          value={form.title}
          error={faultAt('title')}
          onChange={(title) => onChange({ ...form, title })}
        />
        <Both
          long
          labels={[words.introZh, words.introEn]}
          value={form.intro}
          error={faultAt('intro')}
          onChange={(intro) => onChange({ ...form, intro })}
        />
      </div>
    )
  const section = form.sections[at.section]
  if (section === undefined) return null
  const question = at.question === null ? undefined : section.questions[at.question]
  if (question !== undefined)
    return (
      <QuestionEditor
        question={question}
        place={`sections.${at.section}.questions.${at.question}`}
        earlier={earlierThan(form, at)}
        faultAt={faultAt}
        onChange={(part) => onChange(changeQuestion(form, at, part))}
      />
    )
  const place = `sections.${at.section}`
  const change = (part: Partial<typeof section>) => onChange(changeSection(form, at.section, part))
  return (
    <div className="bld-editor">
      <Both
        labels={[words.nameZh, words.nameEn]}
        value={section.title}
        error={faultAt(`${place}.title`) ?? faultAt(`${place}.questions`)}
        onChange={(title) => change({ title })}
      />
      <Both
        labels={[words.noteZh, words.noteEn]}
        value={section.note ?? blank}
        error={null}
        onChange={(note) => change({ note: orNull(note) })}
      />
      <ConditionEditor
        value={section.showIf}
        earlier={earlierThan(form, { ...at, question: 0 })}
        error={faultAt(`${place}.showIf`)}
        onChange={(showIf) => change({ showIf })}
      />
    </div>
  )
}

type QuestionProps = {
  question: Question
  place: string
  earlier: Question[]
  faultAt: FaultAt
  onChange: (part: Partial<Question>) => void
}

/** Another kind keeps the options it can use. */
function turned(question: Question, to: QuestionKind): Partial<Question> {
  const { options, rows, scale } = blankQuestion(question.code, to)
  const keeps = options.length > 0 && question.options.length > 0
  const rest = { pickMax: null, unit: null, least: null, most: null }
  return { kind: to, options: keeps ? question.options : options, rows, scale, ...rest }
}

function QuestionEditor({ question, place, earlier, faultAt, onChange }: QuestionProps) {
  const { t } = useWords()
  const { kind } = question
  const turn = (to: QuestionKind) => onChange(turned(question, to))
  return (
    <div className="bld-editor">
      <Both
        labels={[words.titleZh, words.titleEn]}
        value={question.title}
        error={faultAt(`${place}.title`)}
        onChange={(title) => onChange({ title })}
      />
      <div className="bld-both">
        <Select
          label={t(words.kind)}
          value={kind}
          options={questionKinds.map((each) => ({ value: each, label: t(kindWords[each]) }))}
          onChange={(event) => event.target.value && turn(event.target.value as QuestionKind)}
        />
        <TextField
          label={t(words.code)}
          value={question.code}
          maxLength={24}
          error={faultAt(`${place}.code`)}
          onChange={(event) => onChange({ code: event.target.value })}
        />
      </div>
      <KindParts {...{ question, place, faultAt, onChange }} />
      <Tick
        label={t(words.required)}
        checked={question.required}
        onChange={(required) => onChange({ required })}
      />
      <Both
        labels={[words.purposeZh, words.purposeEn]}
        value={question.purpose}
        error={faultAt(`${place}.purpose`)}
        onChange={(purpose) => onChange({ purpose })}
      />
      <NumberField
        label={words.keepMonths}
        value={question.keepMonths}
        error={faultAt(`${place}.keepMonths`)}
        onChange={(months) => onChange({ keepMonths: months ?? 0 })}
      />
      <Both
        labels={[words.hintZh, words.hintEn]}
        value={question.hint ?? blank}
        error={null}
        onChange={(hint) => onChange({ hint: orNull(hint) })}
      />
      <ConditionEditor
        value={question.showIf}
        earlier={earlier}
        error={faultAt(`${place}.showIf`)}
        onChange={(showIf) => onChange({ showIf })}
      />
    </div>
  )
}

/** What only some kinds have. */
function KindParts({ question, place, faultAt, onChange }: Omit<QuestionProps, 'earlier'>) {
  const { t } = useWords()
  const { kind } = question
  const chooses = ['single', 'multiple', 'ranking', 'matrix'].includes(kind)
  return (
    <>
      {kind === 'matrix' && (
        <OptionsEditor
          stem="r"
          title={words.rows}
          at={`${place}.rows`}
          options={question.rows}
          faultAt={faultAt}
          onChange={(rows) => onChange({ rows })}
        />
      )}
      {chooses && (
        <>
          <OptionsEditor
            stem="o"
            title={words.options}
            at={`${place}.options`}
            options={question.options}
            faultAt={faultAt}
            alone={kind === 'multiple'}
            onChange={(options) => onChange({ options })}
          />
          <Tick
            label={t(words.randomOrder)}
            checked={question.randomOrder}
            onChange={(randomOrder) => onChange({ randomOrder })}
          />
        </>
      )}
      {['multiple', 'ranking', 'photo'].includes(kind) && (
        <NumberField
          label={words.pickMax}
          value={question.pickMax}
          error={faultAt(`${place}.pickMax`)}
          onChange={(pickMax) => onChange({ pickMax })}
        />
      )}
      <ScaleParts {...{ question, place, faultAt, onChange }} />
      <NumberParts {...{ question, place, faultAt, onChange }} />
    </>
  )
}

type KindProps = Omit<QuestionProps, 'earlier'>

function ScaleParts({ question, place, faultAt, onChange }: KindProps) {
  const { scale, kind } = question
  if (kind !== 'rating' || scale === null) return null
  return (
    <>
      <div className="bld-both">
        <NumberField
          label={words.from}
          value={scale.from}
          error={faultAt(`${place}.scale`)}
          onChange={(from) => onChange({ scale: { ...scale, from: from ?? 1 } })}
        />
        <NumberField
          label={words.to}
          value={scale.to}
          onChange={(to) => onChange({ scale: { ...scale, to: to ?? 5 } })}
        />
      </div>
      <Both
        labels={[words.lowZh, words.lowEn]}
        value={scale.low}
        error={null}
        onChange={(low) => onChange({ scale: { ...scale, low } })}
      />
      <Both
        labels={[words.highZh, words.highEn]}
        value={scale.high}
        error={null}
        onChange={(high) => onChange({ scale: { ...scale, high } })}
      />
    </>
  )
}

function NumberParts({ question, place, faultAt, onChange }: KindProps) {
  if (question.kind !== 'number') return null
  return (
    <>
      <div className="bld-both">
        <NumberField
          label={words.least}
          value={question.least}
          error={faultAt(`${place}.least`)}
          onChange={(least) => onChange({ least })}
        />
        <NumberField
          label={words.most}
          value={question.most}
          onChange={(most) => onChange({ most })}
        />
      </div>
      <Both
        labels={[words.unitZh, words.unitEn]}
        value={question.unit ?? blank}
        error={null}
        onChange={(unit) => onChange({ unit: orNull(unit) })}
      />
    </>
  )
}
