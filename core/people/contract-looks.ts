// A look at personal data as the person it belongs to reads it: when, in which office and why; never by whom.
import { Type } from 'typebox'
import { nullable, oneOf } from '#core/kit/contract.ts'

/** What of a reporter can be looked at; the report itself only by whoever has nothing to do with it. */
export const lookFields = ['name', 'phone', 'case'] as const
/** How it came to a look that was not on duty. */
export const lookHows = ['breakGlass', 'phoneSearch'] as const
export type LookHow = (typeof lookHows)[number]

export const LookView = Type.Object({
  at: Type.String(),
  post: Type.Object({ zh: Type.String(), en: Type.String() }),
  fields: Type.Array(oneOf(lookFields)),
  how: nullable(oneOf(lookHows)),
  reason: Type.String(),
})
