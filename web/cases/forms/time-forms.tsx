// Acts that touch a clock: more time, its decision, and standing still in public.
import { useState } from 'react'
import {
  decideExtension,
  refuseSuspension,
  requestExtension,
  suspendCase,
} from '#core/cases/contract-moves.ts'
import { limitKindWords } from '#core/cases/words-limits.ts'
import type { Words } from '#core/kit/words.ts'
import { useWords } from '#web/kit/language.ts'
import { RadioTiles, TextField, Tick } from '#web/kit/ui/Field.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Act } from './reason-forms.tsx'
import { Reason } from './receiver-forms.tsx'
import { type FormProps, useMove } from './useMove.ts'
import { formWords } from './words-forms.ts'

const units: Record<string, Words> = limitKindWords
const unitOf = (view: FormProps['view']): Words => {
  const handling = view.clocks.findLast((clock) => clock.kind === 'HANDLE')
  return units[handling?.limitKind ?? 'WORK_DAY'] ?? limitKindWords.WORK_DAY
}

export function ExtensionForm(props: FormProps) {
  const { t } = useWords()
  const [amount, setAmount] = useState('1')
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const { send, move } = useMove(requestExtension, props)
  const submit = () => {
    const wanted = Number(amount)
    const wrong = !(wanted > 0 && wanted <= 365)
    setMissing(wrong ? [t(formWords.writePlease, { what: t(formWords.amount) })] : [])
    if (!wrong) send({ amount: wanted, reason })
  }
  return (
    <Act ask="extension" props={props} move={move} missing={missing} onSubmit={submit}>
      <TextField
        label={t(formWords.amount)}
        hint={t(formWords.amountHint, { unit: t(unitOf(props.view)) })}
        inputMode="decimal"
        value={amount}
        onChange={(event) => setAmount(event.target.value)}
      />
      <Reason value={reason} onChange={setReason} />
    </Act>
  )
}

export function DecideExtensionForm(props: FormProps) {
  const { t } = useWords()
  const [decision, setDecision] = useState<'yes' | 'no' | null>(null)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const { send, move } = useMove(decideExtension, props)
  const asked = props.view.extension
  const submit = () => {
    setMissing(
      decision === null ? [t(formWords.choosePlease, { what: t(formWords.decision) })] : [],
    )
    if (decision !== null) send({ grant: decision === 'yes', reason })
  }
  return (
    <Act ask="decideExtension" props={props} move={move} missing={missing} onSubmit={submit}>
      {asked && (
        <Notice
          tone="accent"
          title={`${asked.amount} ${t(units[asked.unit] ?? unitOf(props.view))}`}
        >
          {asked.reason}
        </Notice>
      )}
      <RadioTiles
        label={t(formWords.decision)}
        value={decision}
        onChange={setDecision}
        options={[
          { value: 'yes', label: t(formWords.grant) },
          { value: 'no', label: t(formWords.refuse) },
        ]}
      />
      <Reason value={reason} onChange={setReason} />
    </Act>
  )
}

/** Asking and approving are the same move, made by two persons: the second finds what the first wrote. */
export function SuspendForm(props: FormProps) {
  const { view } = props
  const { t } = useWords()
  const asked = view.suspension
  const [publicReason, setReason] = useState(asked?.publicReason ?? '')
  const [condition, setCondition] = useState(asked?.condition ?? '')
  const [reviewOn, setReviewOn] = useState(asked?.reviewOn ?? '')
  const [madeSafe, setSafe] = useState(false)
  const { send, move } = useMove(suspendCase, props)
  return (
    <Act
      ask={asked ? 'decideSuspension' : 'suspend'}
      props={props}
      move={move}
      onSubmit={() => send({ publicReason, condition, reviewOn, madeSafe })}
    >
      <Reason
        value={publicReason}
        onChange={setReason}
        label={t(formWords.publicReason)}
        hint={t(formWords.publicReasonHint)}
      />
      <TextField
        label={t(formWords.awaits)}
        value={condition}
        onChange={(event) => setCondition(event.target.value)}
      />
      <TextField
        label={t(formWords.reviewOn)}
        need="required"
        hint={t(formWords.reviewHint)}
        type="date"
        value={reviewOn}
        onChange={(event) => setReviewOn(event.target.value)}
      />
      {view.urgent && <Tick label={t(formWords.madeSafe)} checked={madeSafe} onChange={setSafe} />}
    </Act>
  )
}

/** The one who decides reads what was asked, and says why not. */
export function RefuseSuspensionForm(props: FormProps) {
  const { t } = useWords()
  const asked = props.view.suspension
  const [reason, setReason] = useState('')
  const { send, move } = useMove(refuseSuspension, props)
  return (
    <Act ask="refuseSuspension" props={props} move={move} onSubmit={() => send({ reason })}>
      {asked && (
        <Notice tone="accent" title={`${t(formWords.reviewOn)} ${asked.reviewOn}`}>
          {asked.publicReason}
        </Notice>
      )}
      <Reason value={reason} onChange={setReason} />
    </Act>
  )
}
