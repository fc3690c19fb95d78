// The wire of the catalogue and the weights: dated, with reason, of one area.
import { type Static, Type } from 'typebox'
import { Day, endpoint, nullable } from '#core/kit/contract.ts'
import { CommandId } from '#core/kit/ids.ts'
import { AreaCode } from '#core/places/contract.ts'

export { Day }
export const Reason = Type.String({ minLength: 2, maxLength: 500 })
export const Said = Type.Object({ zh: Type.String(), en: Type.String() })
const Spoken = (max: number) =>
  Type.Object(
    {
      zh: Type.String({ minLength: 1, maxLength: max }),
      en: Type.String({ minLength: 1, maxLength: max }),
    },
    { additionalProperties: false },
  )
const Key = Type.String({ minLength: 1, maxLength: 60 })

export const KindShape = Type.Object(
  {
    code: Type.String({ minLength: 2, maxLength: 40 }),
    name: Spoken(40),
    meaning: Spoken(300),
    needs: Type.Array(Key, { maxItems: 32 }),
    resources: Type.Array(
      Type.Object(
        { category: Key, weight: Type.Number(), enough: Type.Number() },
        { additionalProperties: false },
      ),
      { maxItems: 20 },
    ),
    groups: Type.Array(
      Type.Object(
        {
          dimension: Key,
          categories: Type.Array(Key, { maxItems: 20 }),
          name: Spoken(40),
          full: Type.Number(),
        },
        { additionalProperties: false },
      ),
      { maxItems: 10 },
    ),
    offered: Type.Boolean(),
  },
  { additionalProperties: false },
)

export const WeightsShape = Type.Object({
  need: Type.Integer({ minimum: 0, maximum: 100 }),
  resources: Type.Integer({ minimum: 0, maximum: 100 }),
  structure: Type.Integer({ minimum: 0, maximum: 100 }),
})

export const WeightingView = Type.Object({
  version: Type.Integer(),
  weights: WeightsShape,
  metres: Type.Integer(),
  validFrom: Type.String(),
  reason: Type.String(),
  areaName: nullable(Type.String()),
})
export type WeightingView = Static<typeof WeightingView>

export const readThemeCatalogue = endpoint({
  name: 'readThemeCatalogue',
  method: 'GET',
  path: '/api/theme-catalogue',
  access: 'open',
  summary: 'The catalogue of themes in force at a place, and how candidates are weighed there',
  tags: ['themes'],
  input: Type.Object({ area: AreaCode }),
  output: Type.Object({
    kinds: Type.Array(
      Type.Object({
        kind: KindShape,
        validFrom: Type.String(),
        areaCode: Type.String(),
        areaName: Type.String(),
        reason: Type.String(),
      }),
    ),
    weighting: WeightingView,
  }),
  refusals: { no_such_area: 404 },
})

export const setThemeKind = endpoint({
  name: 'setThemeKind',
  method: 'POST',
  path: '/api/theme-catalogue',
  access: 'staff',
  summary: 'Add a theme to the catalogue of an area, or change it there, from a day on',
  tags: ['themes'],
  input: Type.Object({
    commandId: CommandId,
    area: AreaCode,
    kind: KindShape,
    validFrom: Day,
    reason: Reason,
  }),
  output: Type.Object({ code: Type.String(), validFrom: Day }),
  refusals: {
    no_such_area: 404,
    not_yours: 403,
    bad_code: 422,
    no_needs: 422,
    bad_resource: 422,
    bad_group: 422,
    repeats: 422,
    bad_day: 422,
    day_past: 409,
    changed_that_day: 409,
  },
})

export const setThemeWeights = endpoint({
  name: 'setThemeWeights',
  method: 'POST',
  path: '/api/theme-weights',
  access: 'staff',
  summary: 'Set how need, resources and structure weigh in an area, from a day on',
  tags: ['themes'],
  input: Type.Object({
    commandId: CommandId,
    area: AreaCode,
    need: Type.Integer({ minimum: 0, maximum: 100 }),
    resources: Type.Integer({ minimum: 0, maximum: 100 }),
    structure: Type.Integer({ minimum: 0, maximum: 100 }),
    metres: Type.Integer({ minimum: 100, maximum: 20_000 }),
    validFrom: Day,
    reason: Reason,
  }),
  output: Type.Object({ validFrom: Day }),
  refusals: {
    no_such_area: 404,
    not_yours: 403,
    not_a_hundred: 422,
    bad_day: 422,
    day_past: 409,
  },
})
