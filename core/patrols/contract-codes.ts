// The code on a thing itself, on the wire: whoever scans it says what is wrong, and where it is stands there already.
import { type Static, Type } from 'typebox'
import { endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { objectKinds } from './plan.ts'

const Code = Type.String({ minLength: 1, maxLength: 40 })

export const CodedObject = Type.Object({
  community: Type.Object({ code: Type.String(), name: Type.String() }),
  /** Where it stands: a grid, or the community itself. */
  area: Type.String({ description: 'Code of the grid, or of the community itself.' }),
  kind: oneOf(objectKinds),
  name: Type.String(),
  tag: Type.String(),
  point: nullable(Type.Object({ lon: Type.Number(), lat: Type.Number() })),
})
export type CodedObject = Static<typeof CodedObject>

export const findObject = endpoint({
  name: 'findObject',
  method: 'GET',
  path: '/api/public/objects/:code/:tag',
  access: 'open',
  summary: 'What a code on a lamp or a manhole stands for: its name, its kind and its place.',
  tags: ['residents'],
  input: Type.Object({ code: Code, tag: Code }),
  output: CodedObject,
  refusals: { no_such_object: 404 },
  limit: { max: 60, per: 'minute' },
})

/** Of a sheet of A4: three across, eight down; more than this many sheets are asked for grid by grid. */
export const codesOnSheet = 24
export const codesMax = 20 * codesOnSheet

export const printObjectCodes = endpoint({
  name: 'printObjectCodes',
  method: 'GET',
  path: '/api/areas/:code/objects/codes.pdf',
  access: 'staff',
  form: 'file',
  summary:
    'Labels with a square code for each object that has a tag, A4, 24 a sheet; of one grid or the whole community.',
  tags: ['patrols'],
  input: Type.Object({
    code: Code,
    grid: Type.Optional(Code),
    lang: Type.Optional(oneOf(['zh', 'en'])),
  }),
  output: Type.String({ format: 'binary' }),
  refusals: { no_such_area: 404, not_yours: 403, no_tags: 404, too_many_codes: 422 },
})
