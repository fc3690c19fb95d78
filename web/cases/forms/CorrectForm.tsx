// Setting right what was entered wrong. What stood there stays in the story.
import { useState } from 'react'
import { type Tier, tiers } from '#core/cases/case.ts'
import { correctCase } from '#core/cases/contract-moves.ts'
import type { CaseView } from '#core/cases/contract.ts'
import { tierWords } from '#core/cases/words.ts'
import { correctFieldWords, urgencyWords } from '#core/cases/words-moves.ts'
import { useWords } from '#web/kit/language.ts'
import { RadioTiles, Select, TextField } from '#web/kit/ui/Field.tsx'
import { type Category, CategoryPicker, useCategories } from './CategoryPicker.tsx'
import { type PlaceChoice, PlaceField } from './PlaceField.tsx'
import { Act } from './reason-forms.tsx'
import { Reason } from './receiver-forms.tsx'
import { type FormProps, useMove } from './useMove.ts'
import { formWords } from './words-forms.ts'

const fields = ['place', 'category', 'tier', 'urgency'] as const
type Field = (typeof fields)[number]

function useRight(view: CaseView) {
  const [place, setPlace] = useState<PlaceChoice>({ point: view.point, area: null })
  const [address, setAddress] = useState(view.address ?? '')
  const [category, setCategory] = useState<Category | null>(null)
  const [tier, setTier] = useState<Tier>(view.tier)
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
  return { place, setPlace, address, setAddress, category, setCategory, tier, setTier, values }
}
type Right = ReturnType<typeof useRight>

export function CorrectForm(props: FormProps) {
  const { view } = props
  const { t } = useWords()
  const [field, setField] = useState<Field>('place')
  const [reason, setReason] = useState('')
  const right = useRight(view)
  const { send, move } = useMove(correctCase, props)
  return (
    <Act
      ask="correct"
      wide
      props={props}
      move={move}
      onSubmit={() => send({ field, reason, ...right.values[field] })}
    >
      <RadioTiles
        label={t(formWords.field)}
        columns={4}
        value={field}
        onChange={setField}
        options={fields.map((value) => ({ value, label: t(correctFieldWords[value]) }))}
      />
      {field === 'place' && <PlaceRight view={view} right={right} />}
      {field === 'category' && <CategoryRight view={view} right={right} />}
      {field === 'tier' && <TierRight right={right} />}
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

type PartProps = { view: CaseView; right: Right }

function PlaceRight({ view, right }: PartProps) {
  const { t } = useWords()
  const community = view.place.findLast(({ level }) => level === 'community')
  return (
    <>
      <PlaceField
        start={community?.code ?? view.home.code}
        value={right.place}
        onChange={right.setPlace}
      />
      <TextField
        label={t(formWords.address)}
        need="optional"
        value={right.address}
        onChange={(event) => right.setAddress(event.target.value)}
      />
    </>
  )
}

function CategoryRight({ view, right }: PartProps) {
  const categories = useCategories(view.place.at(-1)?.code)
  return (
    <CategoryPicker
      view={view}
      categories={categories}
      chosen={right.category}
      onChoose={right.setCategory}
    />
  )
}

function TierRight({ right }: { right: Right }) {
  const { t } = useWords()
  return (
    <Select
      label={t(formWords.tier)}
      value={right.tier}
      onChange={(event) =>
        right.setTier(tiers.find((one) => one === event.target.value) ?? right.tier)
      }
      options={tiers.map((value) => ({ value, label: t(tierWords[value]) }))}
    />
  )
}
