// Acts about a unit that helps: its part is done, or the help is needed no more.
import { useState } from 'react'
import { assistDone, withdrawAssist } from '#core/cases/contract-moves.ts'
import type { CaseView } from '#core/cases/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { Select } from '#web/kit/ui/Field.tsx'
import { Act } from './reason-forms.tsx'
import { Reason } from './receiver-forms.tsx'
import { type FormProps, useMove } from './useMove.ts'
import { formWords } from './words-forms.ts'

const openOnes = (view: CaseView) => view.assists.filter((one) => one.doneAt === null)

type Picked = { view: CaseView; leg: string; onPick: (leg: string) => void }

/** Which helper, where there is more than one. */
function HelperField({ view, leg, onPick }: Picked) {
  const { t } = useWords()
  const open = openOnes(view)
  if (open.length < 2) return null
  return (
    <Select
      label={t(formWords.leg)}
      value={leg}
      onChange={(event) => onPick(event.target.value)}
      options={open.map((one) => ({ value: String(one.leg), label: t(one.name) }))}
    />
  )
}

export function AssistDoneForm(props: FormProps) {
  const { t } = useWords()
  const open = openOnes(props.view)
  const [leg, setLeg] = useState(String((open.find((one) => one.mine) ?? open[0])?.leg ?? ''))
  const [words, setWords] = useState('')
  const { send, move } = useMove(assistDone, props)
  const submit = () => send({ leg: Number(leg), words })
  return (
    <Act ask="assistDone" props={props} move={move} onSubmit={submit}>
      <HelperField view={props.view} leg={leg} onPick={setLeg} />
      <Reason value={words} onChange={setWords} label={t(formWords.words)} />
    </Act>
  )
}

export function WithdrawAssistForm(props: FormProps) {
  const [leg, setLeg] = useState(String(openOnes(props.view)[0]?.leg ?? ''))
  const [reason, setReason] = useState('')
  const { send, move } = useMove(withdrawAssist, props)
  const submit = () => send({ leg: Number(leg), reason })
  return (
    <Act ask="withdrawAssist" props={props} move={move} onSubmit={submit}>
      <HelperField view={props.view} leg={leg} onPick={setLeg} />
      <Reason value={reason} onChange={setReason} />
    </Act>
  )
}
