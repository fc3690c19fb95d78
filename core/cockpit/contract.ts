// The cockpit on the wire: figures with their fractions, own past and the list behind each, and the live line.

import { type Static, Type } from 'typebox'
import { endpoint, listOf, nullable, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { AreaLabel, CaseRow, WordsView } from '#core/cases/contract.ts'

export const tileKeys = [
  '1',
  '2',
  '3a',
  '3b',
  '3c',
  '3d',
  '3e',
  '4a',
  '4b',
  '5',
  '6',
  '7',
  '8',
  '9a',
  '9b',
  '9c',
  '9',
  '10',
  '11',
  '12',
  '13',
  '26a',
  '26b',
  '26c',
  '27a',
  '27b',
  '27c',
] as const
export type TileKey = (typeof tileKeys)[number]

export const periodForms =
  '^(today|7d|30d|month|quarter|year|\\d{4}|\\d{4}-\\d{2}|\\d{4}-\\d{2}-\\d{2}|\\d{4}-Q[1-4])$'
export const Period = Type.String({
  pattern: periodForms,
  description: 'today, 7d, 30d, month, quarter, year, 2026, 2026-11, 2026-11-28 or 2026-Q4.',
})

/** A rate as numerator and denominator. `rate` is null and `hidden` true below the small cell [D11]. */
export const Fraction = Type.Object({
  num: Type.Integer(),
  den: Type.Integer(),
  rate: nullable(Type.Number()),
  hidden: Type.Boolean(),
})
export type Fraction = Static<typeof Fraction>

export const Tile = Type.Object({
  key: oneOf(tileKeys),
  fraction: nullable(Fraction),
  /** Counts and durations: cases, minutes, hand-overs per case. */
  value: nullable(Type.Number()),
  p90: nullable(Type.Number()),
  n: Type.Integer(),
  hidden: Type.Boolean(),
  parts: Type.Array(Type.Object({ key: Type.String(), count: Type.Integer() })),
  past: nullable(
    Type.Object({ value: nullable(Type.Number()), num: Type.Integer(), den: Type.Integer() }),
  ),
  points: Type.Array(nullable(Type.Number()), {
    description: 'Twelve months up to now, the last one still running.',
  }),
})
export type Tile = Static<typeof Tile>

const Child = Type.Object({
  ...AreaLabel.properties,
  open: Type.Integer(),
  overdue: Type.Integer(),
  filed: Type.Integer(),
  filedBefore: Type.Integer({ description: 'The same period last year.' }),
  validTo: nullable(
    Type.String({
      description: 'Of an area that has ended and still counts: the first day without it.',
    }),
  ),
})
export type Child = Static<typeof Child>

/** Counted beside the rates, never inside them. */
export const besideKeys = ['urged', 'supervised', 'excused'] as const
export type BesideKey = (typeof besideKeys)[number]

export const CockpitView = Type.Object({
  area: AreaLabel,
  path: Type.Array(AreaLabel),
  childLevel: nullable(Type.String()),
  period: Type.Object({ key: Type.String(), from: Type.String(), to: Type.String() }),
  asOf: Type.String(),
  open: Type.Integer(),
  unplaced: Type.Integer({
    description: 'Open cases without a grid: above the map, never dropped.',
  }),
  suspended: Type.Integer(),
  tiles: Type.Array(Tile),
  ageing: Type.Array(
    Type.Object({
      bucket: oneOf(['0-3', '4-7', '8-30', '>30'] as const),
      count: Type.Integer(),
      numbers: Type.Array(Type.String()),
    }),
  ),
  sections: Type.Array(
    Type.Object({
      section: Type.String(),
      handling: Type.Integer(),
      toCheck: Type.Integer(),
      toConfirm: Type.Integer(),
      overdue: Type.Integer(),
    }),
  ),
  answers: Type.Object({
    confirmed: Type.Integer(),
    silent: Type.Integer(),
    objected: Type.Integer(),
  }),
  children: Type.Array(Child),
  /** Filed directly at this area, not yet placed below it. */
  direct: nullable(
    Type.Object({
      open: Type.Integer(),
      overdue: Type.Integer(),
      filed: Type.Integer(),
      filedBefore: Type.Integer(),
    }),
  ),
  /** The same counts for the areas below, two levels down, for the map; areas without any are left out. */
  below: Type.Array(
    Type.Object({
      code: Type.String(),
      open: Type.Integer(),
      overdue: Type.Integer(),
      filed: Type.Integer(),
    }),
  ),
  smallCell: Type.Integer(),
  beside: Type.Array(
    Type.Object({
      key: oneOf(besideKeys),
      count: Type.Integer(),
      past: Type.Integer({ description: 'The same days a year before.' }),
    }),
    { description: 'Counts that stand beside the rates and are in none of them.' },
  ),
  reportedBefore: Type.Array(Type.Integer(), {
    description: 'Reported in the twelve months before the twelve of the points.',
  }),
})
export type CockpitView = Static<typeof CockpitView>

export const getCockpit = endpoint({
  name: 'getCockpit',
  method: 'GET',
  path: '/api/cockpit/:area',
  access: 'staff',
  summary: 'The figures of an area: only against its own past, never a ranking.',
  tags: ['cockpit'],
  input: Type.Object({ area: Type.String({ maxLength: 40 }), period: Type.Optional(Period) }),
  output: CockpitView,
  refusals: { no_such_area: 404, not_yours: 403 },
})

/** Beside the tiles: what the map and its remarks count. */
export const listKeys = [...tileKeys, 'open', 'unplaced', 'suspended', ...besideKeys] as const
export type ListKey = (typeof listKeys)[number]

export const BehindRow = Type.Object({
  ...CaseRow.properties,
  round: nullable(
    Type.Integer({ description: 'Where the items are rounds: which one. A case may stand twice.' }),
  ),
  what: nullable(
    Type.Object(
      { zh: Type.String(), en: Type.String() },
      { description: 'Where the items are steps, hand-overs or contacts of a case: which one.' },
    ),
  ),
  unit: nullable(
    Type.Object(
      { zh: Type.String(), en: Type.String() },
      {
        description: 'Where the items are units that were called: which one.',
      },
    ),
  ),
  nth: nullable(
    Type.Integer({
      description: 'Where a case was urged or supervised more than once: which time.',
    }),
  ),
})
export type BehindRow = Static<typeof BehindRow>

export const listBehind = endpoint({
  name: 'listBehind',
  method: 'GET',
  path: '/api/cockpit/:area/cases',
  access: 'staff',
  summary: 'The list behind a figure, row for row.',
  tags: ['cockpit'],
  input: Type.Object({
    area: Type.String({ maxLength: 40 }),
    tile: oneOf(listKeys),
    part: Type.Optional(oneOf(['num', 'den'] as const)),
    period: Type.Optional(Period),
    ...paged('caseOrder'),
  }),
  output: listOf(BehindRow),
  refusals: { no_such_area: 404, not_yours: 403 },
})

export const Happened = Type.Object({
  number: Type.String(),
  at: Type.String(),
  move: Type.String(),
  to: Type.String(),
  urgent: Type.Boolean(),
  sentence: WordsView,
  category: WordsView,
  place: Type.String(),
  areaCode: Type.String(),
  community: Type.String({ description: 'As far as a public wall may say where.' }),
  isPublic: Type.Boolean(),
})
export type Happened = Static<typeof Happened>

export const listHappened = endpoint({
  name: 'listHappened',
  method: 'GET',
  path: '/api/cockpit/:area/happened',
  access: 'staff',
  summary: 'What happened last in an area, newest first: the live line before it goes live.',
  tags: ['cockpit'],
  input: Type.Object({
    area: Type.String({ maxLength: 40 }),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  }),
  output: Type.Object({ items: Type.Array(Happened), position: Type.String() }),
  refusals: { no_such_area: 404, not_yours: 403 },
})

export const live = endpoint({
  name: 'live',
  method: 'GET',
  path: '/api/live',
  access: 'staff',
  summary:
    'Server push: events `case` (what happened, as Happened), `tally` (figures of these areas changed) and `present` (who else has a case open that you have open). Resumes by Last-Event-ID or ?after=.',
  tags: ['cockpit'],
  input: Type.Object({
    area: Type.Optional(Type.String({ maxLength: 40 })),
    after: Type.Optional(Type.String({ maxLength: 60 })),
  }),
  output: Type.Unknown(),
  refusals: { no_such_area: 404, not_yours: 403 },
  form: 'stream',
})
