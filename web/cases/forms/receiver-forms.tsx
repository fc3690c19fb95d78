// Giving work: the first time, further down, elsewhere after a return, to another unit, or to a helper.
import { useEffect, useState } from 'react'
import { addAssist, dispatchCase, rerouteCase, transferCase } from '#core/cases/contract-moves.ts'
import { transferReasonWords } from '#core/cases/words-moves.ts'
import { useWords } from '#web/kit/language.ts'
import { RadioTiles, TextArea, TextField } from '#web/kit/ui/Field.tsx'
import { assistsOf, HelpFields, instantOf, useHelps } from './assists.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { type Chosen, ReceiverPicker, receiverOf, useSuggested } from './ReceiverPicker.tsx'
import { useTemplateSlot } from './template-slot.ts'
import { type FormProps, useMove } from './useMove.ts'
import { asks } from './words-asks.ts'
import { formWords } from './words-forms.ts'

function useChoice() {
  const { t } = useWords()
  const [to, setTo] = useState<Chosen | null>(null)
  const [missing, setMissing] = useState<string[]>([])
  /** The receiver, or a sentence that one must be chosen. */
  const need = (): Chosen | null => {
    setMissing(to === null ? [t(formWords.choosePlease, { what: t(formWords.lead) })] : [])
    return to
  }
  return { to, setTo, missing, need }
}

export function DispatchForm(props: FormProps) {
  const { view } = props
  const { t } = useWords()
  const { to, setTo, missing, need } = useChoice()
  const suggested = useSuggested(view.number)
  const [touched, touch] = useState(false)
  const helps = useHelps()
  const [note, setNote] = useState('')
  const { send, move } = useMove(dispatchCase, props)
  useEffect(() => {
    if (!touched && suggested !== null) setTo(suggested)
  }, [suggested, touched, setTo])
  return (
    <MoveDialog
      wide
      title={t(asks.dispatch.title)}
      says={t(asks.dispatch.says)}
      verb={t(asks.dispatch.verb)}
      move={move}
      missing={missing}
      onClose={props.onClose}
      onSubmit={() => {
        const lead = need()
        if (lead === null) return
        const said = note.trim()
        const assists = assistsOf(helps.helps)
        send({ lead: receiverOf(lead), assists, tier: null, note: said === '' ? null : said })
      }}
    >
      <ReceiverPicker
        number={view.number}
        label={t(formWords.lead)}
        chosen={to}
        onChoose={(one) => {
          touch(true)
          setTo(one)
        }}
      />
      <HelpFields number={view.number} {...helps} />
      <TextField
        label={t(formWords.note)}
        need="optional"
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </MoveDialog>
  )
}

export function RerouteForm(props: FormProps) {
  const { t } = useWords()
  const { to, setTo, missing, need } = useChoice()
  const [reason, setReason] = useState('')
  const { send, move } = useMove(rerouteCase, props)
  return (
    <MoveDialog
      title={t(asks.reroute.title)}
      says={t(asks.reroute.says)}
      verb={t(asks.reroute.verb)}
      move={move}
      missing={missing}
      onClose={props.onClose}
      onSubmit={() => {
        const lead = need()
        if (lead) send({ to: receiverOf(lead), reason })
      }}
    >
      <ReceiverPicker
        number={props.view.number}
        label={t(formWords.lead)}
        chosen={to}
        onChoose={setTo}
      />
      <Reason value={reason} onChange={setReason} />
    </MoveDialog>
  )
}

export function TransferForm(props: FormProps) {
  const { t } = useWords()
  const { to, setTo, missing, need } = useChoice()
  const [code, setCode] = useState<'wrong_unit' | 'other'>('wrong_unit')
  const [reason, setReason] = useState('')
  const { send, move } = useMove(transferCase, props)
  return (
    <MoveDialog
      title={t(asks.transfer.title)}
      says={t(asks.transfer.says)}
      verb={t(asks.transfer.verb)}
      move={move}
      missing={missing}
      onClose={props.onClose}
      onSubmit={() => {
        const lead = need()
        if (lead) send({ to: receiverOf(lead), code, reason })
      }}
    >
      <ReceiverPicker
        number={props.view.number}
        label={t(formWords.lead)}
        chosen={to}
        onChoose={setTo}
      />
      <RadioTiles
        label={t(formWords.code)}
        value={code}
        onChange={setCode}
        options={(['wrong_unit', 'other'] as const).map((value) => ({
          value,
          label: t(transferReasonWords[value]),
        }))}
      />
      <Reason value={reason} onChange={setReason} />
    </MoveDialog>
  )
}

export function AssistForm(props: FormProps) {
  const { t } = useWords()
  const { to, setTo, missing, need } = useChoice()
  const [task, setTask] = useState('')
  const [meetBy, setMeetBy] = useState('')
  const { send, move } = useMove(addAssist, props)
  return (
    <MoveDialog
      title={t(asks.assist.title)}
      says={t(asks.assist.says)}
      verb={t(asks.assist.verb)}
      move={move}
      missing={missing}
      onClose={props.onClose}
      onSubmit={() => {
        const unit = need()
        if (unit) send({ to: receiverOf(unit), task, meetBy: instantOf(meetBy) })
      }}
    >
      <ReceiverPicker
        number={props.view.number}
        label={t(formWords.assists)}
        chosen={to}
        onChoose={setTo}
      />
      <TextField
        label={t(formWords.task)}
        need="required"
        value={task}
        onChange={(event) => setTask(event.target.value)}
      />
      <TextField
        label={t(formWords.meetBy)}
        need="optional"
        type="datetime-local"
        value={meetBy}
        onChange={(event) => setMeetBy(event.target.value)}
      />
    </MoveDialog>
  )
}

type ReasonProps = {
  value: string
  onChange: (value: string) => void
  label?: string
  hint?: string
}

/** The written reason that most acts need. */
export function Reason({ value, onChange, label, hint }: ReasonProps) {
  const { t } = useWords()
  const templates = useTemplateSlot()
  return (
    <>
      <TextArea
        label={label ?? t(formWords.reason)}
        hint={hint ?? t(formWords.reasonHint)}
        need="required"
        maxLength={500}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {templates?.({ value, onChange })}
    </>
  )
}
