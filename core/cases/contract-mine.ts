// 我的反映: the reports a resident gathered under an account, on the wire.
import { type Static, Type } from 'typebox'
import { endpoint, listOf, nullable, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { states } from './case.ts'
import { AreaLabel, CaseNumber, CategoryLabel } from './contract.ts'
import { ClockView } from './contract-clock.ts'

/** What waits for the resident: an answer to a question, or a word on the result. */
export const waits = ['answer', 'confirm'] as const

export const MyReport = Type.Object({
  number: CaseNumber,
  secret: Type.String({ description: 'Opens it at /follow, as on its receipt.' }),
  text: nullable(Type.String({ description: 'Own words; null where somebody else reported it.' })),
  category: CategoryLabel,
  place: Type.Array(AreaLabel),
  state: oneOf(states),
  clock: nullable(ClockView),
  waitsFor: nullable(oneOf(waits)),
  reportedAt: Type.String(),
  lastAt: Type.String(),
})
export type MyReport = Static<typeof MyReport>

export const listMyReports = endpoint({
  name: 'listMyReports',
  method: 'GET',
  path: '/api/resident/reports',
  access: 'resident',
  summary: 'The reports of the resident who is signed in, what moved last first.',
  tags: ['residents'],
  input: Type.Object(paged('digitsAndVoice')),
  output: listOf(MyReport),
  refusals: {},
})

export const joinReport = endpoint({
  name: 'joinReport',
  method: 'POST',
  path: '/api/resident/reports',
  access: 'resident',
  summary: 'Adds a report by its number and code, or the secret of its link. Twice is once.',
  tags: ['residents'],
  input: Type.Object({
    number: CaseNumber,
    secret: Type.String({ minLength: 4, maxLength: 20 }),
  }),
  output: Type.Object({}),
  refusals: { no_such_case: 404, too_many_reports: 409 },
  limit: { max: 60, per: 'minute' },
})

export const partReport = endpoint({
  name: 'partReport',
  method: 'DELETE',
  path: '/api/resident/reports/:number',
  access: 'resident',
  summary: 'Takes a report off the list. It stays, and opens by number and code.',
  tags: ['residents'],
  input: Type.Object({ number: CaseNumber }),
  output: Type.Object({}),
  refusals: {},
})
