// Handing in the work: what was done, the photos, when and where. What the category demands is said before it is missing.
import { useState } from 'react'
import { handleCase, selfHandle } from '#core/cases/contract-moves.ts'
import type { CaseView } from '#core/cases/contract.ts'
import { outcomeWords } from '#core/cases/words.ts'
import type { PhotoView } from '#core/files/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { RadioTiles, TextArea, TextField, Tick } from '#web/kit/ui/Field.tsx'
import { needsOf } from '../proof-needs.ts'
import { casePageWords } from '../words-case.ts'
import type { Spot } from '../PlaceMap.tsx'
import { instantOf } from './assists.tsx'
import { PhotoField, usePhotos } from './photos.tsx'
import { PlaceField } from './PlaceField.tsx'
import { Act } from './reason-forms.tsx'
import { useTemplateSlot } from './template-slot.ts'
import { type FormProps, useMove } from './useMove.ts'
import { formWords } from './words-forms.ts'

const results = ['solved', 'referred', 'unfounded'] as const
export type Result = (typeof results)[number]

function useProof(view: CaseView) {
  const [text, setText] = useState(view.proposal?.words ?? '')
  const before = usePhotos()
  const after = usePhotos()
  const [takenAt, setTakenAt] = useState('')
  const [fromPhoto, setFromPhoto] = useState<boolean | null>(null)
  const [point, setPoint] = useState<Spot | null>(null)
  /** Time and place are offered by the photo; what a person has set stays. */
  const look = async (files: File[]) => {
    const offers = (await after.offered(files)).filter((one): one is Offer => one !== null)
    const taken = offers.find((one) => one.takenAt !== null)?.takenAt ?? null
    const file = files[0]
    if (takenAt === '' && (taken !== null || file)) {
      setTakenAt(localOf(taken ?? new Date(file?.lastModified ?? Date.now()).toISOString()))
      setFromPhoto(taken !== null)
    }
    const placed = offers.find((one) => one.lon !== null && one.lat !== null)
    if (point === null && placed) setPoint({ lon: placed.lon ?? 0, lat: placed.lat ?? 0 })
  }
  const proof = async () => {
    const photosBefore = await before.sent()
    const photosAfter = photosBefore === null ? null : await after.sent()
    if (photosBefore === null || photosAfter === null) return null
    return { text, photosBefore, photosAfter, takenAt: instantOf(takenAt), point }
  }
  return {
    view,
    text,
    setText,
    before,
    after,
    takenAt,
    setTakenAt,
    fromPhoto,
    point,
    setPoint,
    look,
    proof,
    busy: before.busy || after.busy,
    problem: [...before.problem, ...after.problem],
  }
}

type Offer = NonNullable<PhotoView['offered']>

/** An instant as a field of date and time wants it. */
function localOf(instant: string): string {
  const at = new Date(instant)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

function ProofFields(proof: ReturnType<typeof useProof>) {
  const { t, lang } = useWords()
  const { view } = proof
  const templates = useTemplateSlot()
  const { evidence } = view
  const needs = needsOf(evidence, lang)
  return (
    <>
      <p className="k-note">
        {needs === '' ? t(casePageWords.proofFree) : t(casePageWords.proofNeeds, { what: needs })}
        {' · '}
        {t(view.closing)}
      </p>
      <TextArea
        label={t(formWords.proofText)}
        need={evidence.text ? 'required' : 'optional'}
        value={proof.text}
        maxLength={2000}
        onChange={(event) => proof.setText(event.target.value)}
      />
      {templates?.({ value: proof.text, onChange: proof.setText })}
      <div className="case-form-pair">
        <PhotoField
          label={t(formWords.photosAfter)}
          photos={proof.after}
          onChange={(files) => void proof.look(files)}
        />
        <PhotoField label={t(formWords.photosBefore)} photos={proof.before} />
      </div>
      <TextField
        label={t(formWords.takenAt)}
        need={evidence.takenAfterDispatch ? 'required' : 'optional'}
        type="datetime-local"
        value={proof.takenAt}
        onChange={(event) => proof.setTakenAt(event.target.value)}
        {...(proof.fromPhoto === null
          ? {}
          : { hint: t(proof.fromPhoto ? formWords.takenFromPhoto : formWords.takenByFile) })}
      />
      {evidence.placeWithinM !== null && (
        <PlaceField
          start={view.place.at(-1)?.code ?? view.home.code}
          label={t(formWords.proofPlace)}
          hint={t(formWords.proofPlaceHint)}
          value={{ point: proof.point, area: null }}
          onChange={({ point }) => proof.setPoint(point)}
        />
      )}
    </>
  )
}

export function HandleForm(props: FormProps) {
  const proof = useProof(props.view)
  const [outcome, setOutcome] = useState<Result>('solved')
  const { send, move } = useMove(handleCase, props)
  const submit = () => void proof.proof().then((given) => given && send({ proof: given, outcome }))
  return (
    <Act
      ask="handle"
      wide
      props={props}
      move={move}
      busy={proof.busy}
      missing={proof.problem}
      onSubmit={submit}
    >
      <OutcomeTiles value={outcome} onChange={setOutcome} />
      <ProofFields {...proof} />
    </Act>
  )
}

export function OutcomeTiles(props: { value: Result; onChange: (value: Result) => void }) {
  const { t } = useWords()
  return (
    <RadioTiles
      label={t(formWords.outcome)}
      columns={3}
      options={results.map((value) => ({ value, label: t(outcomeWords[value]) }))}
      {...props}
    />
  )
}

export function SelfHandleForm(props: FormProps) {
  const { t } = useWords()
  const proof = useProof(props.view)
  const [reporterTold, setTold] = useState(false)
  const { send, move } = useMove(selfHandle, props)
  const submit = () =>
    void proof.proof().then((given) => given && send({ proof: given, reporterTold }))
  return (
    <Act
      ask="selfHandle"
      wide
      props={props}
      move={move}
      busy={proof.busy}
      missing={proof.problem}
      onSubmit={submit}
    >
      <ProofFields {...proof} />
      {props.view.reporter.voices > 0 && (
        <Tick label={t(formWords.reporterTold)} checked={reporterTold} onChange={setTold} />
      )}
    </Act>
  )
}
