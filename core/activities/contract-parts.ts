// Shapes that several contracts of this room share.
import { type Static, Type } from 'typebox'
import { nullable, oneOf } from '#core/kit/contract.ts'
import { CommandId, Uuid } from '#core/kit/ids.ts'

export const timePattern = '^([01]\\d|2[0-3]):[0-5]\\d$'
export { Day } from '#core/kit/contract.ts'
export const Time = Type.String({ pattern: timePattern, description: 'On the wall, HH:MM.' })
/** 24:00 ends a day. */
export const EndTime = Type.String({ pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$' })
export const AreaCode = Type.String({ minLength: 1, maxLength: 40 })
export const InstantText = Type.String({ minLength: 16, maxLength: 40 })
export const Wall = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d$',
  description: 'A time on the wall of the community, YYYY-MM-DDTHH:MM.',
})

export const named = (least: number, most: number) =>
  Type.Object(
    {
      zh: Type.String({ minLength: least, maxLength: most }),
      en: nullable(Type.String({ maxLength: most * 2 })),
    },
    { additionalProperties: false },
  )
export const NamedView = Type.Object({ zh: Type.String(), en: nullable(Type.String()) })
export const line = (most: number) => Type.String({ minLength: 2, maxLength: most })
export const maybe = (most: number) => nullable(Type.String({ maxLength: most }))
export const Span = Type.Unsafe<[string, string]>({
  type: 'array',
  items: EndTime,
  minItems: 2,
  maxItems: 2,
})
export const PhotoHash = Type.String({ pattern: '^[0-9a-f]{64}$' })
export const Secret = Type.String({ minLength: 4, maxLength: 20 })
export const ActivityNumber = Type.String({ minLength: 3, maxLength: 60 })
export const Reason = Type.String({ minLength: 2, maxLength: 300 })

export const LecturerView = Type.Object(
  { organisation: maybe(60), role: maybe(40), shown: maybe(40) },
  { additionalProperties: false },
)

export const AreaNameView = Type.Object({
  code: Type.String(),
  name: Type.String(),
  nameEn: nullable(Type.String()),
  timeZone: Type.String(),
})
export type AreaNameView = Static<typeof AreaNameView>

export const keepingRefusals = { no_such_area: 404, not_yours: 403 } as const
export const Done = Type.Object({})
export const tags = ['activities']
export const commandOf = { commandId: CommandId }
export { Uuid, oneOf, nullable }
