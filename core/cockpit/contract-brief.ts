// The daily brief: what it holds, and as a file for paper or for Word.

import { type Static, Type } from 'typebox'
import { CaseRow, WordsView } from '#core/cases/contract.ts'
import { endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { BehindRow, CockpitView } from './contract.ts'

const asked = {
  area: Type.String({ maxLength: 40 }),
  day: Type.Optional(
    Type.String({
      pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      description: 'A day of the calendar that has come; yesterday without it.',
    }),
  ),
}
const forPaper = Type.Object({ ...asked, lang: Type.Optional(oneOf(['zh', 'en'])) })
const refusals = { no_such_area: 404, not_yours: 403, bad_day: 422 } as const

export const BriefFacts = Type.Object({
  view: CockpitView,
  overdue: Type.Array(BehindRow),
  open: Type.Array(BehindRow),
  suspended: Type.Array(BehindRow),
  appeals: Type.Array(
    Type.Object({
      ...CaseRow.properties,
      reason: Type.String(),
      excused: nullable(Type.Boolean({ description: 'Null until two have said.' })),
    }),
  ),
  categories: Type.Array(
    Type.Object({
      code: Type.String(),
      name: WordsView,
      filed: Type.Integer(),
      open: Type.Integer(),
      overdue: Type.Integer(),
    }),
  ),
})
export type BriefFacts = Static<typeof BriefFacts>

export const readBrief = endpoint({
  name: 'readBrief',
  method: 'GET',
  path: '/api/cockpit/:area/brief',
  access: 'staff',
  summary:
    'What the daily brief of an area is written from. A day there is not, or not yet, is refused.',
  tags: ['cockpit'],
  input: Type.Object(asked),
  output: BriefFacts,
  refusals,
})

export const printBrief = endpoint({
  name: 'printBrief',
  method: 'GET',
  path: '/api/cockpit/:area/brief.pdf',
  access: 'staff',
  summary: 'The daily brief of an area on A4, of yesterday unless a day is named; never a ranking.',
  tags: ['cockpit'],
  input: forPaper,
  output: Type.Any(),
  refusals,
  form: 'file',
  limit: { max: 40, per: 'minute' },
})

export const writeBrief = endpoint({
  name: 'writeBrief',
  method: 'GET',
  path: '/api/cockpit/:area/brief.docx',
  access: 'staff',
  summary: 'The same brief for Word, to go on writing in.',
  tags: ['cockpit'],
  input: forPaper,
  output: Type.Any(),
  refusals,
  form: 'file',
  limit: { max: 40, per: 'minute' },
})
