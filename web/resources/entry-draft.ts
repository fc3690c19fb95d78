// An entry as it is typed, and what goes to the server. Hours are typed as people write them.
import type { InputOf } from '#core/kit/contract.ts'
import type { addResource, ResourceView } from '#core/resources/contract.ts'
import { readOpenings, sayOpenings } from '#core/resources/hours.ts'
import type { Lang } from '#core/kit/words.ts'

export type Entry = InputOf<typeof addResource>['entry']
export type OfferDraft = { what: string; often: string; conditions: string }

export type Draft = {
  kind: string
  name: string
  nameEn: string
  capacity: string
  capacityUnit: string
  hours: string
  hoursNote: string
  address: string
  lon: string
  lat: string
  counter: string
  phone: string
  offers: OfferDraft[]
  conditions: string
  validFrom: string
  validUntil: string
  isPublic: boolean
}

export const emptyOffer: OfferDraft = { what: '', often: '', conditions: '' }

export const emptyDraft = (today: string): Draft => ({
  kind: '',
  name: '',
  nameEn: '',
  capacity: '',
  capacityUnit: '',
  hours: '',
  hoursNote: '',
  address: '',
  lon: '',
  lat: '',
  counter: '',
  phone: '',
  offers: [emptyOffer],
  conditions: '',
  validFrom: today,
  validUntil: '',
  isPublic: true,
})

const text = (value: string | number | null): string => (value === null ? '' : String(value))

export function draftOf(resource: ResourceView, lang: Lang): Draft {
  return {
    kind: resource.kind.code,
    name: resource.name,
    nameEn: text(resource.nameEn),
    capacity: text(resource.capacity),
    capacityUnit: text(resource.capacityUnit),
    hours: sayOpenings(resource.openings, lang),
    hoursNote: text(resource.hoursNote),
    address: text(resource.address),
    lon: text(resource.lon),
    lat: text(resource.lat),
    counter: text(resource.counter),
    phone: text(resource.phone),
    offers: resource.offers.map((offer) => ({
      what: offer.what,
      often: text(offer.often),
      conditions: text(offer.conditions),
    })),
    conditions: text(resource.conditions),
    validFrom: resource.validFrom,
    validUntil: text(resource.validUntil),
    isPublic: resource.isPublic,
  }
}

const orNull = (typed: string): string | null => typed.trim() || null
const number = (typed: string): number | null => {
  const value = Number(typed.trim())
  return typed.trim() === '' || !Number.isFinite(value) ? null : value
}

/** Null where the hours cannot be read: they are said beside their field. */
export function entryOf(draft: Draft, unit: string): Entry | null {
  const openings = readOpenings(draft.hours)
  if (openings === null) return null
  const capacity = number(draft.capacity)
  return {
    kind: draft.kind,
    name: draft.name.trim(),
    nameEn: orNull(draft.nameEn),
    capacity: capacity === null ? null : Math.round(capacity),
    capacityUnit: capacity === null ? null : (orNull(draft.capacityUnit) ?? unit),
    openings,
    hoursNote: orNull(draft.hoursNote),
    address: orNull(draft.address),
    lon: number(draft.lon),
    lat: number(draft.lat),
    counter: orNull(draft.counter),
    phone: orNull(draft.phone),
    offers: draft.offers
      .filter(({ what }) => what.trim() !== '')
      .map((offer) => ({
        what: offer.what.trim(),
        often: orNull(offer.often),
        conditions: orNull(offer.conditions),
      })),
    conditions: orNull(draft.conditions),
    validFrom: draft.validFrom,
    validUntil: orNull(draft.validUntil),
    isPublic: draft.isPublic,
  }
}
