// 代答复: what the reporter said by phone, at the counter or at the door, written down by staff and marked as such.
import { useState } from 'react'
import { giveAnswer, type answers } from '#core/cases/contract-report.ts'
import { type CaseView, countQueues, getCase, listCases } from '#core/cases/contract.ts'
import { gradeWords, moveWords } from '#core/cases/words.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand } from '#web/kit/queries.ts'
import { RadioTiles, TextArea } from '#web/kit/ui/Field.tsx'
import { Act } from './reason-forms.tsx'
import type { FormProps } from './useMove.ts'
import { formWords } from './words-forms.ts'

type Answer = (typeof answers)[number]
const order: readonly Answer[] = ['confirm', 'object', 'answer', 'contest', 'rate', 'reopen']
const grades = ['5', '4', '3', '2', '1'] as const
type Grade = (typeof grades)[number]
const ways = ['phone', 'counter', 'door'] as const
type Way = (typeof ways)[number]

const possible = (view: CaseView): Answer[] =>
  order.filter((answer) => view.moves.some((one) => one.move === answer && one.why === null))

export function AnswerForm(props: FormProps) {
  const { view } = props
  const { t } = useWords()
  const offered = possible(view)
  const [answer, setAnswer] = useState<Answer | null>(
    offered.length === 1 ? (offered[0] ?? null) : null,
  )
  const [way, setWay] = useState<Way>('phone')
  const [words, setWords] = useState('')
  const [grade, setGrade] = useState<Grade | null>(null)
  const [missing, setMissing] = useState<string[]>([])
  const act = useCommand(giveAnswer, {
    about: view.number,
    refresh: [getCase, listCases, countQueues],
    onDone: props.onDone,
  })
  const wayWords = {
    phone: formWords.byPhone,
    counter: formWords.atCounter,
    door: formWords.atDoor,
  }
  const submit = () => {
    const lacks =
      answer === null ? [t(formWords.choosePlease, { what: t(formWords.answerKind) })] : []
    if (answer === 'rate' && grade === null)
      lacks.push(t(formWords.choosePlease, { what: t(formWords.grade) }))
    setMissing(lacks)
    if (answer === null || lacks.length > 0) return
    act.mutate({
      number: view.number,
      answer,
      onBehalf: way,
      ...(words.trim() === '' ? {} : { words: words.trim() }),
      ...(grade === null || (answer !== 'rate' && answer !== 'confirm')
        ? {}
        : { grade: Number(grade) }),
    })
  }
  return (
    <Act
      ask="answer"
      props={props}
      move={{ busy: act.isPending, error: act.error, meanwhile: [], goOn: () => undefined }}
      missing={missing}
      onSubmit={submit}
    >
      <RadioTiles
        label={t(formWords.answerKind)}
        columns={Math.min(offered.length, 3)}
        value={answer}
        onChange={setAnswer}
        options={offered.map((value) => ({ value, label: t(moveWords[value]) }))}
      />
      {answer === 'rate' && (
        <RadioTiles
          label={t(formWords.grade)}
          columns={5}
          value={grade}
          onChange={setGrade}
          options={grades.map((value) => ({
            value,
            label: t(gradeWords[Number(value) as 1 | 2 | 3 | 4 | 5]),
          }))}
        />
      )}
      <RadioTiles
        label={t(formWords.onBehalf)}
        columns={3}
        value={way}
        onChange={setWay}
        options={ways.map((value) => ({ value, label: t(wayWords[value]) }))}
      />
      <TextArea
        label={t(formWords.exactWords)}
        hint={t(formWords.exactHint)}
        need={
          answer === 'object' || answer === 'reopen' || answer === 'answer' || answer === 'contest'
            ? 'required'
            : 'optional'
        }
        maxLength={500}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
    </Act>
  )
}
