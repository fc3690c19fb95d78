// What a community asked, what took place and how people feel about living there: tiles 16, 17, 18 and 28 of the cockpit.
// Sums of the rooms that own the facts; each against the area's own past, as all figures here.
import { type Static, Type } from 'typebox'
import { AreaLabel } from '#core/cases/contract.ts'
import { endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { themeStates } from '#core/themes/programme.ts'
import { Fraction, Period } from './contract.ts'

/** 获得感 gain, 幸福感 happy, 安全感 secure, 认同感 belong: the codes of the rating questions that ask for them. */
export const feelings = ['gain', 'happy', 'secure', 'belong'] as const
export type Feeling = (typeof feelings)[number]

const Counted = Type.Object({
  value: Type.Integer(),
  past: Type.Integer({ description: 'The same days a year before.' }),
  points: Type.Array(Type.Integer(), { description: 'Twelve months up to now.' }),
})

export const ProgrammeFigures = Type.Object({
  area: AreaLabel,
  period: Type.Object({ key: Type.String(), from: Type.String(), to: Type.String() }),
  /** 16: sheets of the surveys that were open in the period. */
  returned: Type.Object({ surveys: Type.Integer(), fraction: Fraction, past: Fraction }),
  /** 17: how many took place, and person-times: who comes twice counts twice. */
  sessions: Counted,
  personTimes: Type.Object({
    ...Counted.properties,
    counted: Type.Integer({ description: 'Sessions at which somebody counted.' }),
  }),
  /** 18: minutes booked of minutes open, of the rooms that are lent. */
  rooms: Type.Object({
    centres: Type.Integer(),
    bookedMinutes: Type.Integer(),
    openMinutes: Type.Integer(),
  }),
  /** 28: from the newest results this very area has published; means of children cannot be added. */
  feelings: nullable(
    Type.Object({
      surveyId: Type.String(),
      publishedOn: Type.String(),
      means: Type.Array(
        Type.Object({
          feeling: oneOf(feelings),
          n: nullable(Type.Integer()),
          mean: nullable(Type.Number()),
          low: nullable(Type.Number()),
          high: nullable(Type.Number()),
          from: Type.Integer(),
          to: Type.Integer(),
        }),
      ),
    }),
  ),
  /** The themes of the communities here, in order of their codes. */
  themes: Type.Array(
    Type.Object({
      id: Type.String(),
      area: AreaLabel,
      name: Type.Object({ zh: Type.String(), en: nullable(Type.String()) }),
      state: oneOf(themeStates),
    }),
  ),
})
export type ProgrammeFigures = Static<typeof ProgrammeFigures>

export const getProgrammeFigures = endpoint({
  name: 'getProgrammeFigures',
  method: 'GET',
  path: '/api/cockpit/:area/programme',
  access: 'staff',
  summary:
    'Surveys, sessions, rooms and feelings of an area: against its own past, never a ranking.',
  tags: ['cockpit'],
  input: Type.Object({ area: Type.String({ maxLength: 40 }), period: Type.Optional(Period) }),
  output: ProgrammeFigures,
  refusals: { no_such_area: 404, not_yours: 403 },
})
