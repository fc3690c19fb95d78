// Looking before filing, and speaking with people.
import { useState } from 'react'
import { listVerifiers } from '#core/cases/contract-assists.ts'
import {
  answerVerification,
  contactReporter,
  verifyBeforeFiling,
} from '#core/cases/contract-moves.ts'
import { contactWayWords } from '#core/cases/words-moves.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { RadioTiles, Select } from '#web/kit/ui/Field.tsx'
import { Act } from './reason-forms.tsx'
import { Reason } from './receiver-forms.tsx'
import { type FormProps, useMove } from './useMove.ts'
import { formWords } from './words-forms.ts'

const callOff = 'none'

export function VerifyForm(props: FormProps) {
  const { view } = props
  const { t } = useWords()
  const people = useEndpoint(listVerifiers, { number: view.number }).data?.items ?? []
  const [verifier, setVerifier] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const { send, move } = useMove(verifyBeforeFiling, props)
  const submit = () => {
    setMissing(verifier === '' ? [t(formWords.choosePlease, { what: t(formWords.verifier) })] : [])
    if (verifier !== '') send({ verifier: verifier === callOff ? null : verifier })
  }
  return (
    <Act ask="verify" props={props} move={move} missing={missing} onSubmit={submit}>
      <Select
        label={t(formWords.verifier)}
        value={verifier}
        onChange={(event) => setVerifier(event.target.value)}
        options={[
          ...people.map((one) => ({ value: one.id, label: `${one.name} · ${t(one.post)}` })),
          ...(view.state === 'VERIFYING' ? [{ value: callOff, label: t(formWords.callOff) }] : []),
        ]}
      />
    </Act>
  )
}

export function VerifiedForm(props: FormProps) {
  const { t } = useWords()
  const [found, setFound] = useState<'yes' | 'no' | null>(null)
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const { send, move } = useMove(answerVerification, props)
  const submit = () => {
    setMissing(found === null ? [t(formWords.choosePlease, { what: t(formWords.found) })] : [])
    if (found !== null) send({ found: found === 'yes', note })
  }
  return (
    <Act ask="verified" props={props} move={move} missing={missing} onSubmit={submit}>
      <RadioTiles
        label={t(formWords.found)}
        value={found}
        onChange={setFound}
        options={[
          { value: 'yes', label: t(formWords.foundYes) },
          { value: 'no', label: t(formWords.foundNo) },
        ]}
      />
      <Reason value={note} onChange={setNote} label={t(formWords.whatSeen)} />
    </Act>
  )
}

const ways = ['phone', 'visit', 'counter', 'message'] as const

export function ContactForm(props: FormProps) {
  const { t } = useWords()
  const [reached, setReached] = useState<'yes' | 'no'>('yes')
  const [how, setHow] = useState<(typeof ways)[number]>('phone')
  const [note, setNote] = useState('')
  const { send, move } = useMove(contactReporter, props)
  return (
    <Act
      ask="contact"
      props={props}
      move={move}
      onSubmit={() => send({ reached: reached === 'yes', how, note })}
    >
      <RadioTiles
        label={t(formWords.reached)}
        value={reached}
        onChange={setReached}
        options={[
          { value: 'yes', label: t(formWords.yes) },
          { value: 'no', label: t(formWords.no) },
        ]}
      />
      <RadioTiles
        label={t(formWords.contactHow)}
        columns={4}
        value={how}
        onChange={setHow}
        options={ways.map((value) => ({ value, label: t(contactWayWords[value]) }))}
      />
      <Reason value={note} onChange={setNote} label={t(formWords.contactNote)} />
    </Act>
  )
}
