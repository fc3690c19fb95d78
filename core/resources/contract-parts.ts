// Shapes that several endpoints of the room share.
import { type Static, Type } from 'typebox'
import { Day, nullable, oneOf } from '#core/kit/contract.ts'
import { kindGroups } from './kind.ts'
import { reachMethods } from './reach.ts'
import { standings } from './resource.ts'

export const DayText = Day
export const WordsView = Type.Object({ zh: Type.String(), en: Type.String() })
export const AreaRef = Type.Object({ code: Type.String(), name: WordsView, level: Type.String() })

export const OpeningShape = Type.Object(
  {
    days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7 }),
    from: Type.String({ maxLength: 5 }),
    to: Type.String({ maxLength: 5 }),
  },
  { additionalProperties: false },
)

const Text = (maxLength: number) => nullable(Type.String({ minLength: 1, maxLength }))

export const OfferShape = Type.Object(
  { what: Type.String({ minLength: 2, maxLength: 60 }), conditions: Text(200), often: Text(60) },
  { additionalProperties: false },
)

export const EntryShape = Type.Object(
  {
    kind: Type.String({ maxLength: 40 }),
    name: Type.String({ minLength: 2, maxLength: 80 }),
    nameEn: nullable(Type.String({ minLength: 2, maxLength: 120 })),
    capacity: nullable(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
    capacityUnit: Text(20),
    openings: Type.Array(OpeningShape, { maxItems: 14 }),
    hoursNote: Text(200),
    address: nullable(Type.String({ minLength: 2, maxLength: 120 })),
    lon: nullable(Type.Number({ minimum: -180, maximum: 180 })),
    lat: nullable(Type.Number({ minimum: -90, maximum: 90 })),
    counter: nullable(Type.String({ minLength: 2, maxLength: 40 })),
    phone: nullable(Type.String({ minLength: 3, maxLength: 30 })),
    offers: Type.Array(OfferShape, { maxItems: 20 }),
    conditions: nullable(Type.String({ minLength: 2, maxLength: 500 })),
    validFrom: DayText,
    validUntil: nullable(DayText),
    isPublic: Type.Boolean(),
  },
  { additionalProperties: false },
)

export const KindView = Type.Object({
  code: Type.String(),
  words: WordsView,
  group: oneOf(kindGroups),
  mark: WordsView,
  unit: WordsView,
})
export type KindView = Static<typeof KindView>

export const ResourceRow = Type.Object({
  id: Type.String(),
  kind: KindView,
  name: Type.String(),
  nameEn: nullable(Type.String()),
  capacity: nullable(Type.Integer()),
  capacityUnit: nullable(Type.String()),
  hours: nullable(WordsView),
  address: nullable(Type.String()),
  lon: nullable(Type.Number()),
  lat: nullable(Type.Number()),
  counter: nullable(Type.String()),
  phone: nullable(Type.String()),
  offers: Type.Array(OfferShape),
  validFrom: Type.String(),
  validUntil: nullable(Type.String()),
  endedOn: nullable(Type.String()),
  standing: oneOf(standings),
  isPublic: Type.Boolean(),
  owner: AreaRef,
  /** From the origin of the area asked for; null where either has no place on the map. */
  metres: nullable(Type.Integer()),
})
export type ResourceRow = Static<typeof ResourceRow>

export const ReachedView = Type.Object({
  id: Type.String(),
  kind: KindView,
  name: Type.String(),
  nameEn: nullable(Type.String()),
  capacity: nullable(Type.Object({ amount: Type.Integer(), unit: Type.String() })),
  hours: nullable(WordsView),
  openNow: nullable(Type.Boolean()),
  offers: Type.Array(OfferShape),
  conditions: nullable(Type.String()),
  address: nullable(Type.String()),
  counter: nullable(Type.String()),
  phone: nullable(Type.String()),
  lon: Type.Number(),
  lat: Type.Number(),
  distanceMetres: Type.Integer(),
  method: oneOf(reachMethods),
  validUntil: nullable(Type.String()),
})
export type ReachedView = Static<typeof ReachedView>
