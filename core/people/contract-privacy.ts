// What is kept about people, on the wire: anybody reads it, field by field, with every version of what is said.
import { type Static, Type } from 'typebox'
import { Day, endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { bases, collectionPoints } from './personal-data.ts'

const WordsView = Type.Object({ zh: Type.String(), en: Type.String() })
const parts = ['purpose', 'kept', 'seenBy', 'without', 'note', 'days'] as const

export const TextVersion = Type.Object({
  since: Day,
  purpose: WordsView,
  kept: WordsView,
  seenBy: WordsView,
  without: nullable(WordsView),
  note: nullable(WordsView),
  days: nullable(Type.Integer()),
  changed: Type.Array(oneOf(parts), {
    description: 'In what it differs from the one before it; empty for the first.',
  }),
})

export const FieldView = Type.Object({
  key: Type.String(),
  point: oneOf(collectionPoints),
  name: WordsView,
  basis: oneOf(bases),
  basisWords: WordsView,
  law: nullable(WordsView),
  needed: Type.Boolean({ description: 'Nothing of the kind can be done without it.' }),
  sealed: Type.Boolean(),
  deletedBy: nullable(
    Type.String({ description: 'The job or act of the program that deletes it.' }),
  ),
  columns: Type.Array(Type.String(), { description: 'Where it lies in the database.' }),
  line: WordsView,
  versions: Type.Array(TextVersion, {
    description: 'Oldest first; one may begin on a day to come.',
  }),
})
export type FieldView = Static<typeof FieldView>

export const PrivacyView = Type.Object({
  place: nullable(Type.Object({ code: Type.String(), name: WordsView })),
  day: Day,
  fields: Type.Array(FieldView),
})
export type PrivacyView = Static<typeof PrivacyView>

export const takePrivacyRegister = endpoint({
  name: 'takePrivacyRegister',
  method: 'GET',
  path: '/api/privacy/register',
  access: 'open',
  form: 'file',
  summary:
    'The register of personal data as a table: a line a field and version, with the columns of the database and what deletes them.',
  tags: ['people'],
  input: Type.Object({ area: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })) }),
  output: Type.String({ format: 'binary' }),
  refusals: { no_such_area: 404 },
  limit: { max: 30, per: 'minute' },
})

export const readPrivacy = endpoint({
  name: 'readPrivacy',
  method: 'GET',
  path: '/api/privacy',
  access: 'open',
  summary:
    'What is kept about people at a place: for each field what for, on which ground, how long, who sees it, and every version of the text.',
  tags: ['people'],
  input: Type.Object({
    area: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    point: Type.Optional(oneOf(collectionPoints)),
  }),
  output: PrivacyView,
  refusals: { no_such_area: 404 },
  limit: { max: 120, per: 'minute' },
})
