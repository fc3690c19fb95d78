// The fields of an entry. Each error stands beside its field and says what to write instead; what was typed stays.
import { useId } from 'react'
import type { KindView } from '#core/resources/contract-parts.ts'
import { fieldWords } from '#core/resources/words.ts'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Select, TextArea, TextField, Tick } from '#web/kit/ui/Field.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { PointMap } from '#web/places/PointMap.tsx'
import { type Draft, type OfferDraft, emptyOffer } from './entry-draft.ts'
import { resourcePageWords as words } from './words-desk.ts'

type Props = {
  draft: Draft
  kinds: readonly KindView[]
  errors: Record<string, string>
  set: (change: Partial<Draft>) => void
  area: { code: string; name: string }
}

type TextKey = Exclude<keyof Draft, 'offers' | 'isPublic' | 'kind'>

export function EntryFields({ draft, kinds, errors, set, area }: Props) {
  const { t } = useWords()
  const unit = kinds.find((kind) => kind.code === draft.kind)?.unit
  const field = (name: TextKey, more: object = {}) => ({
    label: t(fieldWords[name] ?? { zh: name, en: name }),
    value: draft[name],
    error: errors[name === 'hours' ? 'openings' : name] ?? null,
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
    ...more,
  })
  return (
    <div className="res-two">
      <div className="k-stack">
        <Select
          label={t(words.kind)}
          need="required"
          value={draft.kind}
          error={errors['kind'] ?? null}
          onChange={(event) => set({ kind: event.target.value })}
          options={kinds.map((kind) => ({ value: kind.code, label: t(kind.words) }))}
        />
        <TextField {...field('name', { need: 'required', maxLength: 80 })} />
        <TextField {...field('nameEn', { maxLength: 120 })} />
        <div className="res-pair">
          <TextField {...field('counter', { hint: t(words.counterHint), maxLength: 40 })} />
          <TextField
            {...field('phone', { hint: t(words.phoneHint), type: 'tel', maxLength: 30 })}
          />
        </div>
        <TextField {...field('hours', { hint: t(words.hoursHint) })} />
        <TextField {...field('hoursNote', { maxLength: 200 })} />
        <div className="res-pair">
          <TextField {...field('capacity', { inputMode: 'numeric' })} />
          <TextField
            {...field('capacityUnit', { placeholder: unit ? t(unit) : '', maxLength: 20 })}
          />
        </div>
        <div className="res-pair">
          <TextField {...field('validFrom', { type: 'date' })} />
          <TextField {...field('validUntil', { type: 'date', hint: t(words.untilHint) })} />
        </div>
        <Tick
          label={t(words.publicTick)}
          checked={draft.isPublic}
          onChange={(isPublic) => set({ isPublic })}
        />
      </div>
      <div className="k-stack">
        <Offers offers={draft.offers} error={errors['offers']} set={(offers) => set({ offers })} />
        <TextArea {...field('conditions', { maxLength: 500 })} />
        <TextField {...field('address', { maxLength: 120 })} />
        <Place draft={draft} field={field} set={set} area={area} />
      </div>
    </div>
  )
}

type PlaceProps = Pick<Props, 'draft' | 'set' | 'area'> & {
  field: (name: TextKey, more?: object) => Parameters<typeof TextField>[0]
}

function Place({ draft, field, set, area }: PlaceProps) {
  const { t } = useWords()
  return (
    <>
      <div className="res-pair">
        <TextField {...field('lon', { inputMode: 'decimal' })} />
        <TextField {...field('lat', { inputMode: 'decimal' })} />
      </div>
      <p className="k-why">{t(words.pointHint)}</p>
      <PointMap
        code={area.code}
        name={area.name}
        chosen={null}
        spot={
          draft.lon === '' || draft.lat === ''
            ? null
            : { lon: Number(draft.lon), lat: Number(draft.lat) }
        }
        onTap={(spot) => set({ lon: String(spot.lon), lat: String(spot.lat) })}
      />
    </>
  )
}

type OffersProps = {
  offers: OfferDraft[]
  error: string | undefined
  set: (offers: OfferDraft[]) => void
}

function Offers({ offers, error, set }: OffersProps) {
  const { t } = useWords()
  const id = useId()
  const change = (at: number, more: Partial<OfferDraft>) =>
    set(offers.map((offer, i) => (i === at ? { ...offer, ...more } : offer)))
  return (
    <section aria-labelledby={id}>
      <SectionHeading level={3} id={id}>
        {t(words.offers)}
      </SectionHeading>
      {offers.map((offer, at) => (
        <div className="res-offer" key={at}>
          <TextField
            label={t(words.offer)}
            maxLength={60}
            value={offer.what}
            error={at === 0 ? (error ?? null) : null}
            onChange={(event) => change(at, { what: event.target.value })}
          />
          <TextField
            label={t(words.often)}
            maxLength={60}
            value={offer.often}
            onChange={(event) => change(at, { often: event.target.value })}
          />
          <TextField
            label={t(fieldWords['conditions']!)}
            maxLength={200}
            value={offer.conditions}
            onChange={(event) => change(at, { conditions: event.target.value })}
          />
          <Button look="quiet" onClick={() => set(offers.filter((_, i) => i !== at))}>
            {t(words.removeOffer)}
          </Button>
        </div>
      ))}
      <p>
        <Button look="quiet" icon="plus" whyNot={null} onClick={() => set([...offers, emptyOffer])}>
          {t(words.addOffer)}
        </Button>
      </p>
    </section>
  )
}
