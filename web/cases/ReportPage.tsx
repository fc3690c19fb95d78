// Entering a report at a desk: for a caller, for somebody at the counter, or one's own find. What comes back is read out.
import { type FormEvent, useEffect, useId, useState } from 'react'
import { reportCase } from '#core/cases/contract-report.ts'
import { countQueues, listCases } from '#core/cases/contract.ts'
import { suggestForText } from '#core/cases/contract-suggest.ts'
import type { Source } from '#core/cases/case.ts'
import type { ParticularAnswers } from '#core/cases/particulars.ts'
import { sourceWords } from '#core/cases/words.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { ErrorSummary, RadioTiles, TextArea, TextField, Tick } from '#web/kit/ui/Field.tsx'
import { PageHeading, SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, wordsOfError } from '#web/kit/ui/States.tsx'
import { useMe } from '#web/people/me.ts'
import { type Category, CategoryPicker, useCategories } from './forms/CategoryPicker.tsx'
import { PhotoField, usePhotos } from './forms/photos.tsx'
import { keysOf, Suggestions } from './forms/Suggestions.tsx'
import { formWords } from './forms/words-forms.ts'
import { type PlaceChoice, PlaceField } from './forms/PlaceField.tsx'
import { ToldField } from '#web/people/ToldField.tsx'
import { ParticularsFields } from './particulars/ParticularsFields.tsx'
import { ReceiptCard } from './ReceiptCard.tsx'
import { SimilarOpen } from './SimilarOpen.tsx'
import { reportPageWords as words } from './words-report.ts'
import './report-page.css'

/** How a report reaches a desk. */
const ways = [
  'RESIDENT_PHONE',
  'COUNTER',
  'HOTLINE_12345',
  'GRID_PATROL',
  'UPPER_LEVEL',
] as const satisfies readonly Source[]
type Way = (typeof ways)[number]

export type Receipt = OutputOf<typeof reportCase>

export function ReportPage() {
  const me = useMe().data
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  const [round, setRound] = useState(0)
  const home = me?.grants[0]?.areaCode
  if (home === undefined) return <Loading />
  if (receipt)
    return (
      <ReceiptCard
        receipt={receipt}
        onAnother={() => {
          setReceipt(null)
          setRound(round + 1)
        }}
      />
    )
  const anew = () => setRound(round + 1)
  return <ReportForm key={round} home={home} onReceipt={setReceipt} onJoined={anew} />
}

function useDraft() {
  const [way, setWay] = useState<Way>('RESIDENT_PHONE')
  const [text, setText] = useState('')
  const [category, choose] = useState<Category | null>(null)
  const [particulars, setParticulars] = useState<ParticularAnswers>({})
  const setCategory = (one: Category | null) => {
    choose(one)
    setParticulars({})
  }
  const [place, setPlace] = useState<PlaceChoice>({ point: null, area: null })
  const [address, setAddress] = useState('')
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [urgent, setUrgent] = useState(false)
  return {
    way,
    setWay,
    text,
    setText,
    category,
    setCategory,
    particulars,
    setParticulars,
    place,
    setPlace,
    address,
    setAddress,
    name,
    setName,
    phone,
    setPhone,
    urgent,
    setUrgent,
  }
}
type Draft = ReturnType<typeof useDraft>

const filled = (key: string, value: string) => (value.trim() === '' ? {} : { [key]: value.trim() })
const leavesOf = (draft: Draft) => ({
  source: draft.way,
  ...filled('name', draft.name),
  ...filled('phone', draft.phone),
})
const typedOf = (draft: Draft) => ({
  text: draft.text,
  category: draft.category?.code ?? null,
  spot: draft.place.point,
})

/** Only what was filled in goes on the wire. */
function inputOf(draft: Draft, photos: string[]) {
  return {
    text: draft.text,
    urgent: draft.urgent,
    photos,
    ...(draft.category ? { category: draft.category.code, particulars: draft.particulars } : {}),
    ...(draft.place.point ? { point: draft.place.point } : {}),
    ...(draft.place.area ? { area: draft.place.area } : {}),
    ...filled('address', draft.address),
    ...leavesOf(draft),
  }
}

type FormProps = {
  home: string
  onReceipt: (receipt: Receipt) => void
  /** It was another voice of a case that is open already. */
  onJoined: () => void
}

function ReportForm({ home, onReceipt, onJoined }: FormProps) {
  const { t } = useWords()
  const draft = useDraft()
  const photos = usePhotos()
  const [missing, setMissing] = useState<string[]>([])
  const act = useCommand(reportCase, { refresh: [listCases, countQueues], onDone: onReceipt })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const lacks = [
      ...(draft.text.trim() === '' && !draft.category ? [t(words.needWhat)] : []),
      ...(draft.place.point || draft.place.area ? [] : [t(words.needWhere)]),
    ]
    setMissing(lacks)
    if (lacks.length > 0) return
    const hashes = await photos.sent()
    if (hashes !== null) act.mutate(inputOf(draft, hashes))
  }
  const errors = [
    ...missing,
    ...photos.problem,
    ...(act.error ? [t(wordsOfError(act.error, refusalWords))] : []),
  ]
  return (
    <form className="case-report" noValidate onSubmit={(event) => void submit(event)}>
      <PageHeading title={t(words.title)} sub={t(words.sub)} />
      <div className="case-report-columns">
        <What home={home} draft={draft} photos={photos} />
        <Where home={home} draft={draft} />
      </div>
      <SimilarOpen typed={typedOf(draft)} leaves={leavesOf(draft)} onJoined={onJoined} />
      <ErrorSummary errors={errors} />
      <Buttons end>
        <Button type="submit" look="pri" big busy={act.isPending || photos.busy}>
          {t(words.send)}
        </Button>
      </Buttons>
    </form>
  )
}

type PartProps = { home: string; draft: Draft }

function What({ home, draft, photos }: PartProps & { photos: ReturnType<typeof usePhotos> }) {
  const { t } = useWords()
  return (
    <div className="k-stack">
      <RadioTiles
        label={t(words.how)}
        columns={3}
        value={draft.way}
        onChange={draft.setWay}
        options={ways.map((value) => ({ value, label: t(sourceWords[value]) }))}
      />
      <TextArea
        label={t(words.what)}
        hint={t(words.whatHint)}
        rows={4}
        maxLength={4000}
        autoFocus
        value={draft.text}
        onChange={(event) => draft.setText(event.target.value)}
      />
      <Kind home={home} draft={draft} />
      <Tick
        label={t(words.urgent)}
        note={t(words.urgentNote)}
        checked={draft.urgent}
        onChange={draft.setUrgent}
      />
      <PhotoField label={t(formWords.photos)} photos={photos} />
    </div>
  )
}

function Where({ home, draft }: PartProps) {
  const { t } = useWords()
  return (
    <div className="k-stack">
      <PlaceField
        start={home}
        label={t(words.where)}
        hint={t(words.whereHint)}
        value={draft.place}
        onChange={draft.setPlace}
      />
      <TextField
        label={t(words.landmark)}
        hint={t(words.landmarkHint)}
        need="optional"
        value={draft.address}
        onChange={(event) => draft.setAddress(event.target.value)}
      />
      <Contact draft={draft} />
    </div>
  )
}

function Kind({ home, draft }: { home: string; draft: Draft }) {
  const categories = useCategories(home)
  const search = useId()
  const text = useSettled(draft.text.trim())
  const heard = useEndpoint(
    suggestForText,
    { area: draft.place.area ?? home, text },
    { enabled: text.length >= 4, keepPrevious: true },
  )
  const items = text.length >= 4 && heard.data ? heard.data.items : []
  const take = (code: string) =>
    draft.setCategory(categories.find((one) => one.code === code) ?? null)
  return (
    <>
      <Suggestions
        items={items}
        learnedFrom={heard.data?.learnedFrom ?? 0}
        chosen={draft.category?.code ?? null}
        onChoose={take}
        onOther={() => {
          draft.setCategory(null)
          setTimeout(() => document.getElementById(search)?.focus())
        }}
      />
      <CategoryPicker
        view={{ text: draft.text }}
        categories={categories}
        chosen={draft.category}
        onChoose={draft.setCategory}
        offers={items.length === 0}
        inputId={search}
        keys={keysOf(items, take)}
      />
      <ParticularsFields
        asked={draft.category?.particulars}
        answers={draft.particulars}
        onChange={draft.setParticulars}
      />
    </>
  )
}

const restMs = 400

/** What was typed, once the hand rests. */
function useSettled(text: string): string {
  const [settled, settle] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => settle(text), restMs)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

function Contact({ draft }: { draft: Draft }) {
  const { t } = useWords()
  return (
    <section>
      <SectionHeading level={2}>{t(words.contact)}</SectionHeading>
      <p className="k-compact k-sub">{t(words.contactSub)}</p>
      <div className="case-form-pair">
        <ToldField
          label={t(words.name)}
          need="optional"
          field="report.caller"
          usual={words.why}
          autoComplete="off"
          value={draft.name}
          onChange={(event) => draft.setName(event.target.value)}
        />
        <ToldField
          label={t(words.phone)}
          need="optional"
          field="report.caller"
          usual={words.why}
          autoComplete="off"
          inputMode="tel"
          value={draft.phone}
          onChange={(event) => draft.setPhone(event.target.value)}
        />
      </div>
    </section>
  )
}
