// Looking, speaking with people, and setting right what was entered wrong.
import { useState } from 'react'
import { listVerifiers } from '#core/cases/contract-assists.ts'
import {
  answerVerification,
  contactReporter,
  correctCase,
  verifyBeforeFiling,
} from '#core/cases/contract-moves.ts'
import { type Tier, tiers } from '#core/cases/case.ts'
import { contactWayWords, correctFieldWords, tierWords, urgencyWords } from '#core/cases/words.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { RadioTiles, Select, TextField } from '#web/kit/ui/Field.tsx'
import { type Category, CategoryPicker, useCategories } from './CategoryPicker.tsx'
import { type PlaceChoice, PlaceField } from './PlaceField.tsx'
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

const fields = ['place', 'category', 'tier', 'urgency'] as const

export function CorrectForm(props: FormProps) {
  const { view } = props
  const { t } = useWords()
  const [field, setField] = useState<(typeof fields)[number]>('place')
  const [place, setPlace] = useState<PlaceChoice>({ point: view.point, area: null })
  const [address, setAddress] = useState(view.address ?? '')
  const categories = useCategories(view.place.at(-1)?.code)
  const [category, setCategory] = useState<Category | null>(null)
  const [tier, setTier] = useState<Tier>(view.tier)
  const [reason, setReason] = useState('')
  const { send, move } = useMove(correctCase, props)
  const values = {
    place: {
      ...(place.point ? { point: place.point } : {}),
      ...(place.area ? { area: place.area } : {}),
      ...(address.trim() === '' ? {} : { address: address.trim() }),
    },
    category: category ? { category: category.code } : {},
    tier: { tier },
    urgency: { urgent: !view.urgent },
  }
  return (
    <Act
      ask="correct"
      props={props}
      move={move}
      onSubmit={() => send({ field, reason, ...values[field] })}
    >
      <RadioTiles
        label={t(formWords.field)}
        columns={4}
        value={field}
        onChange={setField}
        options={fields.map((value) => ({ value, label: t(correctFieldWords[value]) }))}
      />
      {field === 'place' && (
        <>
          <PlaceField
            start={
              view.place.findLast(({ level }) => level === 'community')?.code ?? view.home.code
            }
            value={place}
            onChange={setPlace}
          />
          <TextField
            label={t(formWords.address)}
            need="optional"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        </>
      )}
      {field === 'category' && (
        <CategoryPicker
          view={view}
          categories={categories}
          chosen={category}
          onChoose={setCategory}
        />
      )}
      {field === 'tier' && (
        <Select
          label={t(formWords.tier)}
          value={tier}
          onChange={(event) => setTier(tiers.find((one) => one === event.target.value) ?? tier)}
          options={tiers.map((value) => ({ value, label: t(tierWords[value]) }))}
        />
      )}
      {field === 'urgency' && (
        <p>
          {t(view.urgent ? urgencyWords.urgent : urgencyWords.normal)}
          {' → '}
          <b>{t(view.urgent ? urgencyWords.normal : urgencyWords.urgent)}</b>
        </p>
      )}
      <Reason value={reason} onChange={setReason} />
    </Act>
  )
}
