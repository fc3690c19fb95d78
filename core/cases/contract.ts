// The wire of the cases room: what a list row, a case page, a follower and the public read. For commands: contract-moves.ts.

import { type Static, Type } from 'typebox'
import { Day, endpoint, listOf, nullable, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { LookView } from '#core/people/contract-looks.ts'
import { matters, outcomes, sources, states, tiers } from './case.ts'
import { AssistView } from './contract-assists.ts'
import { ClockView } from './contract-clock.ts'
import { AppealView, SupervisionView, UrgingView, WhistleView } from './contract-watched.ts'
import {
  comingUp,
  OwnContact,
  EntryView,
  EvidenceView,
  MergedView,
  MoveView,
  ProofView,
  Related,
  Rung,
} from './contract-view-parts.ts'

export { EntryView, EvidenceView, MoveView, ProofView, Rung } from './contract-view-parts.ts'

export const CaseNumber = Type.String({
  pattern: '^[0-9A-Za-z._-]{2,40}-\\d{2}-\\d{5,}$',
  description: 'Receiving area, two-digit year, serial: 500108006008-26-03187.',
})
export const WordsView = Type.Object({ zh: Type.String(), en: Type.String() })
export const PointView = Type.Object({
  lon: Type.Number({ minimum: -180, maximum: 180 }),
  lat: Type.Number({ minimum: -90, maximum: 90 }),
})
export const AreaLabel = Type.Object({
  code: Type.String(),
  name: Type.String(),
  nameEn: nullable(Type.String()),
  level: Type.String(),
})
export const CategoryLabel = Type.Object({
  code: Type.String(),
  zh: Type.String(),
  en: Type.String(),
})
const Photo = Type.String({ pattern: '^[0-9a-f]{64}$' })

/** Queues of the desk, in the order of its left column. */
export const queues = [
  'toVerify',
  'toTriage',
  'toDispatch',
  'mine',
  'dueSoon',
  'overdue',
  'returned',
  'toCheck',
  'toClose',
  'unplaced',
  'requests',
  'contested',
  'supervised',
  'toCall',
  'toSample',
  'suspended',
] as const
export type Queue = (typeof queues)[number]

export const CaseRow = Type.Object({
  number: Type.String(),
  text: Type.String(),
  address: nullable(Type.String()),
  category: CategoryLabel,
  source: oneOf(sources),
  tier: oneOf(tiers),
  urgent: Type.Boolean(),
  state: oneOf(states),
  version: Type.Integer(),
  place: Type.Array(AreaLabel, {
    description: 'Street, community, grid: as far down as the case is placed.',
  }),
  holder: nullable(WordsView),
  returnedBecause: nullable(Type.String()),
  clock: nullable(ClockView),
  overdue: Type.Boolean(),
  suspension: nullable(
    Type.Object({
      publicReason: Type.String(),
      condition: Type.String({ description: 'What has to happen before the work goes on.' }),
      since: Type.String(),
      reviewOn: Type.String({ description: 'The day it is looked at again.' }),
    }),
  ),
  reportedAt: Type.String(),
  lastAt: Type.String(),
})
export type CaseRow = Static<typeof CaseRow>

const RoundView = Type.Object({
  round: Type.Integer(),
  selfHandled: Type.Boolean(),
  handledAt: nullable(Type.String()),
  closedAt: nullable(Type.String()),
  outcome: nullable(oneOf(outcomes)),
  closingWords: nullable(Type.String()),
  undoneBy: nullable(Type.String()),
  failedChecks: Type.Integer(),
  extensionsGranted: Type.Integer(),
  answer: nullable(oneOf(['confirm', 'object', 'silence'] as const)),
  grade: nullable(Type.Integer()),
})

const common = {
  number: Type.String(),
  state: oneOf(states),
  version: Type.Integer(),
  round: Type.Integer(),
  source: oneOf(sources),
  category: CategoryLabel,
  tier: oneOf(tiers),
  matter: nullable(oneOf(matters)),
  urgent: Type.Boolean(),
  place: Type.Array(AreaLabel),
  home: AreaLabel,
  reportedAt: Type.String(),
  filedAt: nullable(Type.String()),
  clock: nullable(ClockView),
  timeline: Type.Array(EntryView),
  rounds: Type.Array(RoundView),
}

const Particulars = Type.Array(Type.Object({ ask: WordsView, label: WordsView }), {
  description: 'What was answered to the questions of its category, in the words of that day.',
})

export const CaseView = Type.Object({
  ...common,
  text: Type.String(),
  address: nullable(Type.String()),
  point: nullable(PointView),
  photos: Type.Array(Type.String()),
  particulars: Particulars,
  routing: Type.Object({
    sentence: WordsView,
    flags: Type.Array(Type.String()),
    neighbours: Type.Array(Type.Object({ name: Type.String(), metres: Type.Number() })),
  }),
  foreignNumber: nullable(
    Type.String({ description: 'What the system that reported it calls it.' }),
  ),
  proposal: nullable(
    Type.Object(
      { from: WordsView, words: nullable(Type.String()), at: Type.String() },
      { description: 'Another system says that its part is done; nobody has handed that in.' },
    ),
  ),
  whyMe: nullable(WordsView),
  responsible: nullable(WordsView),
  filing: WordsView,
  closing: WordsView,
  evidence: EvidenceView,
  clocks: Type.Array(ClockView),
  ladder: Type.Array(Rung),
  ...comingUp,
  assists: Type.Array(AssistView),
  urging: UrgingView,
  supervisions: Type.Array(SupervisionView),
  whistles: Type.Array(WhistleView),
  appeal: nullable(AppealView),
  proofs: Type.Array(ProofView),
  reporter: Type.Object({
    voices: Type.Integer(),
    name: nullable(Type.String({ description: 'Masked.' })),
    phone: nullable(Type.String({ description: 'Masked.' })),
    mayUnmask: Type.Boolean(),
    calls: Type.Boolean({ description: 'False: they asked not to be called back.' }),
    eraseAfter: nullable(Type.String()),
    erasedAt: nullable(Type.String()),
  }),
  refused: nullable(
    Type.Object({ code: Type.String(), words: Type.String(), body: nullable(Type.String()) }),
  ),
  question: nullable(Type.String()),
  suspension: nullable(
    Type.Object({
      publicReason: Type.String(),
      condition: Type.String(),
      reviewOn: Type.String(),
      asked: Type.Boolean(),
    }),
  ),
  extension: nullable(
    Type.Object({
      amount: Type.Number(),
      unit: Type.String(),
      reason: Type.String(),
      mine: Type.Boolean(),
    }),
  ),
  moves: Type.Array(MoveView),
  linkedTo: nullable(
    Type.String({ description: 'The closed case of which a neighbour said it is still broken.' }),
  ),
  mergedInto: nullable(Type.String()),
  related: Related,
  samePlace: Type.Array(
    Type.Object({
      number: Type.String(),
      text: Type.String(),
      reportedAt: Type.String(),
      state: oneOf(states),
    }),
  ),
})
export type CaseView = Static<typeof CaseView>

/** What the reporter reads with number and secret: his own words, the sentences, the result; roles, no names. */
export const VoiceView = Type.Object({
  ...common,
  joined: Type.Boolean({
    description:
      'Joined a matter somebody else reported: that person’s words and photos stay theirs.',
  }),
  merged: nullable(MergedView),
  text: Type.String(),
  address: nullable(Type.String()),
  photos: Type.Array(Type.String()),
  particulars: Particulars,
  routing: WordsView,
  responsible: nullable(WordsView),
  question: nullable(Type.String()),
  refused: nullable(Type.Object({ words: Type.String(), body: nullable(Type.String()) })),
  resultPhotos: Type.Array(Type.String()),
  ladder: Type.Array(Rung),
  windows: Type.Object({
    confirmBy: nullable(Type.String({ description: 'Until when the result can be answered.' })),
    reopenBy: nullable(Type.String({ description: 'Until when it can be reopened.' })),
  }),
  contact: OwnContact,
  looks: Type.Array(LookView),
  moves: Type.Array(MoveView),
})
export type VoiceView = Static<typeof VoiceView>

/** A public matter as anybody reads it: no words of the reporter, no exact place unless it stands in public space. */
export const PublicView = Type.Object({ ...common, point: nullable(PointView) })
export type PublicView = Static<typeof PublicView>

export const PublicRow = Type.Object({
  number: Type.String(),
  category: CategoryLabel,
  place: Type.Array(AreaLabel),
  state: oneOf(states),
  urgent: Type.Boolean(),
  reportedAt: Type.String(),
  lastAt: Type.String(),
  closedAt: nullable(Type.String({ description: 'When it was closed, if it still is.' })),
  clock: nullable(ClockView),
})
export type PublicRow = Static<typeof PublicRow>

/** Filters of the staff list, all in the URL. */
export const CaseFilters = {
  queue: Type.Optional(oneOf(queues)),
  area: Type.Optional(
    Type.String({ maxLength: 40, description: 'Code of an area: its whole subtree.' }),
  ),
  state: Type.Optional(
    Type.String({ maxLength: 200, description: 'States, separated by commas.' }),
  ),
  category: Type.Optional(Type.String({ maxLength: 40, description: 'Code or its beginning.' })),
  source: Type.Optional(oneOf(sources)),
  tier: Type.Optional(oneOf(tiers)),
  unit: Type.Optional(Type.Integer()),
  urgent: Type.Optional(Type.Boolean()),
  reviewBy: Type.Optional(Day),
  from: Type.Optional(Type.String({ description: 'Reported at or after this instant.' })),
  to: Type.Optional(Type.String()),
  q: Type.Optional(
    Type.String({ maxLength: 80, description: 'Chinese full text, place or number.' }),
  ),
  tile: Type.Optional(
    Type.String({ maxLength: 40, description: 'The list behind a figure of the cockpit.' }),
  ),
  period: Type.Optional(Type.String({ maxLength: 20 })),
}

export const listCases = endpoint({
  name: 'listCases',
  method: 'GET',
  path: '/api/cases',
  access: 'staff',
  summary:
    'Cases the caller may see: urgent first, then by what is due; suspended ones by the day of review.',
  tags: ['cases'],
  input: Type.Object({ ...CaseFilters, ...paged('caseOrder') }),
  output: listOf(CaseRow),
  refusals: { no_such_area: 404 },
})

export const countQueues = endpoint({
  name: 'countQueues',
  method: 'GET',
  path: '/api/queues',
  access: 'staff',
  summary: 'How many cases stand in each queue of the caller.',
  tags: ['cases'],
  input: Type.Object({}),
  output: Type.Object({ counts: Type.Record(Type.String(), Type.Integer()), asOf: Type.String() }),
  refusals: {},
})

export const getCase = endpoint({
  name: 'getCase',
  method: 'GET',
  path: '/api/cases/:number',
  access: 'staff',
  summary: 'One case with its ladder, clocks, proof, timeline and the moves the caller may make.',
  tags: ['cases'],
  input: Type.Object({ number: CaseNumber }),
  output: CaseView,
  refusals: { no_such_case: 404 },
})

export const followCase = endpoint({
  name: 'followCase',
  method: 'POST',
  path: '/api/follow',
  access: 'voice',
  summary: 'One case as its reporter reads it, by number and secret.',
  tags: ['residents'],
  input: Type.Object({ number: CaseNumber, secret: Type.String({ minLength: 4, maxLength: 20 }) }),
  output: VoiceView,
  refusals: { no_such_case: 404 },
  limit: { max: 60, per: 'minute' },
})

export const listPublicCases = endpoint({
  name: 'listPublicCases',
  method: 'GET',
  path: '/api/public/cases',
  access: 'open',
  summary: 'What is happening in an area: public matters without persons.',
  tags: ['residents'],
  input: Type.Object({
    area: Type.String({ maxLength: 40 }),
    state: Type.Optional(oneOf(['open', 'closed'] as const)),
    ...paged('digitsAndNumber'),
  }),
  output: listOf(PublicRow),
  refusals: { no_such_area: 404 },
})

export const getPublicCase = endpoint({
  name: 'getPublicCase',
  method: 'GET',
  path: '/api/public/cases/:number',
  access: 'open',
  summary: 'The public story of one public matter.',
  tags: ['residents'],
  input: Type.Object({ number: CaseNumber }),
  output: PublicView,
  refusals: { no_such_case: 404 },
})

export const ReceiverView = Type.Object({
  areaCode: Type.String(),
  unitId: nullable(Type.Integer()),
  name: WordsView,
  kind: Type.String(),
  why: nullable(Type.String({ description: 'Why it cannot receive this case, if so.' })),
  suggested: Type.Boolean(),
  past: nullable(
    Type.Object({
      count: Type.Integer({ description: 'Cases of the category it settled here last year.' }),
      of: Type.Integer(),
    }),
  ),
})
export type ReceiverView = Static<typeof ReceiverView>

export const listReceivers = endpoint({
  name: 'listReceivers',
  method: 'GET',
  path: '/api/cases/:number/receivers',
  access: 'staff',
  summary: 'Grids, posts, units and departments that may be given this case, the likeliest first.',
  tags: ['cases'],
  input: Type.Object({
    number: CaseNumber,
    q: Type.Optional(Type.String({ maxLength: 40 })),
    category: Type.Optional(
      Type.String({ maxLength: 20, description: 'Asked as if the case were of this category.' }),
    ),
    tier: Type.Optional(oneOf(tiers)),
  }),
  output: Type.Object({ items: Type.Array(ReceiverView) }),
  refusals: { no_such_case: 404 },
})
export { Photo as PhotoHash }
