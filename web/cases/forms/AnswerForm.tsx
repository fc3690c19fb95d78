// 代答复: what the reporter said by phone, at the counter or at the door, written down by staff and marked as such.
import { useState } from 'react'
import { giveAnswer, type answers } from '#core/cases/contract-report.ts'
import { type CaseView, countQueues, getCase, listCases } from '#core/cases/contract.ts'
import { gradeWords } from '#core/cases/words.ts'
import { moveWords } from '#core/cases/words-moves.ts'
import type { Words } from '#core/kit/words.ts'
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

const needsWords: readonly Answer[] = ['object', 'reopen', 'answer', 'contest']
const wayWords = {
  phone: formWords.byPhone,
  counter: formWords.atCounter,
  door: formWords.atDoor,
}

function useSaid(offered: Answer[]) {
  const only = offered.length === 1 ? (offered[0] ?? null) : null
  const [answer, setAnswer] = useState<Answer | null>(only)
  const [way, setWay] = useState<Way>('phone')
  const [words, setWords] = useState('')
  const [grade, setGrade] = useState<Grade | null>(null)
  return { answer, setAnswer, way, setWay, words, setWords, grade, setGrade }
}

export function AnswerForm(props: FormProps) {
  const { view } = props
  const { t } = useWords()
  const offered = possible(view)
  const said = useSaid(offered)
  const [missing, setMissing] = useState<string[]>([])
  const act = useCommand(giveAnswer, {
    about: view.number,
    refresh: [getCase, listCases, countQueues],
    onDone: props.onDone,
  })
  const submit = () => {
    const { answer, grade, way } = said
    const ask = (what: Words) => t(formWords.choosePlease, { what: t(what) })
    const lacks = answer === null ? [ask(formWords.answerKind)] : []
    if (answer === 'rate' && grade === null) lacks.push(ask(formWords.grade))
    setMissing(lacks)
    if (answer === null || lacks.length > 0) return
    const words = said.words.trim()
    act.mutate({
      number: view.number,
      answer,
      onBehalf: way,
      ...(words === '' ? {} : { words }),
      ...(grade === null || answer !== 'rate' ? {} : { grade: Number(grade) }),
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
      <SaidFields offered={offered} said={said} />
    </Act>
  )
}

function SaidFields({ offered, said }: { offered: Answer[]; said: ReturnType<typeof useSaid> }) {
  const { t } = useWords()
  const { answer } = said
  return (
    <>
      <RadioTiles
        label={t(formWords.answerKind)}
        columns={Math.min(offered.length, 3)}
        value={answer}
        onChange={said.setAnswer}
        options={offered.map((value) => ({ value, label: t(moveWords[value]) }))}
      />
      {answer === 'rate' && (
        <RadioTiles
          label={t(formWords.grade)}
          columns={5}
          value={said.grade}
          onChange={said.setGrade}
          options={grades.map((value) => ({
            value,
            label: t(gradeWords[Number(value) as 1 | 2 | 3 | 4 | 5]),
          }))}
        />
      )}
      <RadioTiles
        label={t(formWords.onBehalf)}
        columns={3}
        value={said.way}
        onChange={said.setWay}
        options={ways.map((value) => ({ value, label: t(wayWords[value]) }))}
      />
      <TextArea
        label={t(formWords.exactWords)}
        hint={t(formWords.exactHint)}
        need={answer !== null && needsWords.includes(answer) ? 'required' : 'optional'}
        maxLength={500}
        value={said.words}
        onChange={(event) => said.setWords(event.target.value)}
      />
    </>
  )
}
