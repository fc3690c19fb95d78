// Acts of the whistle: call units together, note who is there, settle, and the word of each side.
import { useState } from 'react'
import {
  arriveAtCase,
  rateWhistle,
  settleWhistle,
  whistleCase,
} from '#core/cases/contract-whistle.ts'
import type { CaseView } from '#core/cases/contract.ts'
import { type Cooperation, cooperations } from '#core/cases/whistle.ts'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { RadioTiles, Select, TextField } from '#web/kit/ui/Field.tsx'
import { instantOf } from './assists.tsx'
import { type Chosen, ReceiverPicker, receiverOf } from './ReceiverPicker.tsx'
import { Act } from './reason-forms.tsx'
import { Reason } from './receiver-forms.tsx'
import { type FormProps, useMove } from './useMove.ts'
import { formWords } from './words-forms.ts'
import { callWords, cooperationWords, whistleWords as words } from './words-whistle.ts'

type Call = CaseView['whistles'][number]['calls'][number]
const unitOf = ({ areaCode, unitId }: Call) => ({ areaCode, unitId })
const keyOf = ({ areaCode, unitId }: Call) => `${areaCode}/${unitId ?? ''}`

export function WhistleForm(props: FormProps) {
  const { t } = useWords()
  const [units, setUnits] = useState<(Chosen | null)[]>([null, null])
  const [by, setBy] = useState('')
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const { send, move } = useMove(whistleCase, props)
  const put = (at: number, one: Chosen | null) =>
    setUnits((was) => was.map((each, i) => (i === at ? one : each)))
  const submit = () => {
    const chosen = units.filter((one) => one !== null)
    const meetBy = instantOf(by)
    const lacks = [
      ...(chosen.length < 2 ? [t(words.chooseUnit)] : []),
      ...(meetBy === null ? [t(formWords.writePlease, { what: t(words.meetBy) })] : []),
    ]
    setMissing(lacks)
    if (lacks.length === 0 && meetBy !== null)
      send({ reason, meetBy, units: chosen.map(receiverOf) })
  }
  return (
    <Act ask="whistle" props={props} move={move} missing={missing} wide onSubmit={submit}>
      {units.map((one, i) => (
        <ReceiverPicker
          key={i}
          number={props.view.number}
          label={t(words.units)}
          chosen={one}
          anybody
          onChoose={(chosen) => put(i, chosen)}
        />
      ))}
      {units.length < 12 && (
        <Button look="quiet" icon="plus" onClick={() => setUnits((was) => [...was, null])}>
          {t(words.addUnit)}
        </Button>
      )}
      <TextField
        label={t(words.meetBy)}
        need="required"
        type="datetime-local"
        value={by}
        onChange={(event) => setBy(event.target.value)}
      />
      <Reason value={reason} onChange={setReason} label={t(words.why)} />
    </Act>
  )
}

/** The calls somebody may speak for, over all whistles of the case. */
function useCalls(view: CaseView, which: (call: Call, mine: boolean) => boolean) {
  const open = view.whistles.flatMap((whistle) =>
    whistle.calls
      .filter((call) => which(call, whistle.mine))
      .map((call) => ({ key: `${whistle.serial} ${keyOf(call)}`, whistle: whistle.serial, call })),
  )
  const [key, setKey] = useState(open[0]?.key ?? '')
  return { open, key, setKey, chosen: open.find((one) => one.key === key) ?? open[0] }
}

type Picked = { label: string; calls: ReturnType<typeof useCalls> }

function UnitField({ label, calls }: Picked) {
  const { t } = useWords()
  return (
    <Select
      label={label}
      value={calls.key}
      onChange={(event) => calls.setKey(event.target.value)}
      options={calls.open.map((one) => ({ value: one.key, label: t(one.call.name) }))}
    />
  )
}

export function ArriveForm(props: FormProps) {
  const { t } = useWords()
  const calls = useCalls(props.view, (call, mine) => call.arrivedAt === null && (mine || call.mine))
  const { send, move } = useMove(arriveAtCase, props)
  const { chosen } = calls
  const submit = () => {
    if (chosen !== undefined) send({ whistle: chosen.whistle, unit: unitOf(chosen.call) })
  }
  return (
    <Act ask="arrive" props={props} move={move} onSubmit={submit}>
      <UnitField label={t(words.whichUnit)} calls={calls} />
    </Act>
  )
}

export function SettleWhistleForm(props: FormProps) {
  const { t } = useWords()
  const whistle = props.view.whistles.find((one) => one.mine && one.settledAt === null)
  const [plan, setPlan] = useState('')
  const [result, setResult] = useState('')
  const [said, setSaid] = useState<Record<string, Cooperation>>({})
  const [missing, setMissing] = useState<string[]>([])
  const { send, move } = useMove(settleWhistle, props)
  const calls = whistle?.calls ?? []
  const submit = () => {
    const ratings = calls.flatMap((call) => {
      const cooperation = said[keyOf(call)]
      return cooperation === undefined ? [] : [{ ...unitOf(call), cooperation }]
    })
    setMissing(ratings.length < calls.length ? [t(words.rateAll)] : [])
    if (whistle !== undefined && ratings.length === calls.length)
      send({ whistle: whistle.serial, plan, result, ratings })
  }
  return (
    <Act ask="settleWhistle" props={props} move={move} missing={missing} wide onSubmit={submit}>
      <Reason value={plan} onChange={setPlan} label={t(words.planField)} />
      <Reason value={result} onChange={setResult} label={t(words.resultField)} />
      {calls.map((call) => (
        <RadioTiles
          key={keyOf(call)}
          label={t(words.ratings, { unit: t(call.name) })}
          columns={3}
          value={said[keyOf(call)] ?? null}
          onChange={(value) => setSaid((was) => ({ ...was, [keyOf(call)]: value }))}
          options={cooperations.map((value) => ({ value, label: t(cooperationWords[value]) }))}
        />
      ))}
    </Act>
  )
}

export function RateWhistleForm(props: FormProps) {
  const { t } = useWords()
  const calls = useCalls(props.view, (call) => call.mine)
  const [said, setSaid] = useState<Cooperation | null>(null)
  const [missing, setMissing] = useState<string[]>([])
  const { send, move } = useMove(rateWhistle, props)
  const { chosen } = calls
  const submit = () => {
    setMissing(said === null ? [t(formWords.choosePlease, { what: t(words.rateCall) })] : [])
    if (said !== null && chosen !== undefined)
      send({ whistle: chosen.whistle, unit: unitOf(chosen.call), cooperation: said })
  }
  return (
    <Act ask="rateWhistle" props={props} move={move} missing={missing} onSubmit={submit}>
      {calls.open.length > 1 && <UnitField label={t(words.myUnit)} calls={calls} />}
      <RadioTiles
        label={t(words.rateCall)}
        value={said}
        onChange={setSaid}
        options={cooperations.map((value) => ({ value, label: t(callWords[value]) }))}
      />
    </Act>
  )
}
