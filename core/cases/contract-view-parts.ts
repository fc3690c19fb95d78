// Parts of which the readings of a case are made: a rung of the ladder, an entry, a proof, a move, cases of one matter.

import { type Static, Type } from 'typebox'
import { Day, nullable, oneOf } from '#core/kit/contract.ts'
import { states, tiers } from './case.ts'
import { ClockView } from './contract-clock.ts'
import { moves } from './moves.ts'

const WordsView = Type.Object({ zh: Type.String(), en: Type.String() })

/** One rung of 层层闭环: home first, the layer that works last. */
export const Rung = Type.Object({
  name: WordsView,
  level: Type.String(),
  state: oneOf(['in_hand', 'waiting', 'checking', 'confirmed'] as const),
  receivedAt: nullable(Type.String()),
  givenBy: nullable(Type.String()),
  handedInAt: nullable(Type.String()),
  checkedAt: nullable(Type.String()),
  checkedBy: nullable(Type.String()),
  holds: Type.Boolean({ description: 'Has the ball now.' }),
  heldSeconds: Type.Integer({
    description: 'How long it had the matter in hand, in the time of the clock WHOLE of the round.',
  }),
  failedChecks: Type.Integer(),
})
export type Rung = Static<typeof Rung>

/** Who must do what next, and until when. */
const NextView = Type.Object({
  who: WordsView,
  what: WordsView,
  dueAt: nullable(Type.String()),
})

/** Going up a layer, as one act: to whom, by which move, at which tier. */
const UpwardView = Type.Object({
  way: oneOf(['dispatch', 'return'] as const),
  to: Type.Object({ areaCode: Type.String(), unitId: nullable(Type.Integer()) }),
  name: WordsView,
  tier: nullable(oneOf(tiers)),
})

/** Beside the ladder: what comes next, and the way up. */
export const comingUp = { next: nullable(NextView), upward: nullable(UpwardView) }

export const EntryView = Type.Object({
  version: Type.Integer(),
  move: oneOf(moves),
  at: Type.String(),
  to: oneOf(states),
  sentence: WordsView,
  reason: nullable(Type.String()),
  who: nullable(WordsView),
  photos: Type.Array(Type.String()),
  documents: Type.Array(Type.String(), { description: 'Papers attached: PDF, by hash.' }),
  // Voice notes attached, by hash; how long they are together; the note whose words the reason writes down.
  recordings: Type.Array(Type.String()),
  seconds: nullable(Type.Integer()),
  transcriptOf: nullable(Type.String()),
  madeAt: nullable(
    Type.String({ description: 'When the device says it was done, where it arrived much later.' }),
  ),
})
export type EntryView = Static<typeof EntryView>

export const ProofView = Type.Object({
  serial: Type.Integer(),
  round: Type.Integer(),
  by: Type.String(),
  at: Type.String(),
  text: Type.String(),
  photosBefore: Type.Array(Type.String()),
  photosAfter: Type.Array(Type.String()),
  takenAt: nullable(Type.String()),
  metresOff: nullable(Type.Integer()),
})
export type ProofView = Static<typeof ProofView>

/** A move that may be tried now (why null) or the reason why not. */
export const MoveView = Type.Object({ move: oneOf(moves), why: nullable(Type.String()) })

export const EvidenceView = Type.Object({
  text: Type.Boolean(),
  photoAfter: Type.Boolean(),
  photoBefore: Type.Boolean(),
  placeWithinM: nullable(Type.Integer()),
  takenAfterDispatch: Type.Boolean(),
  onSite: Type.Boolean(),
})

/** Other cases of the same matter. */
export const Related = Type.Array(
  Type.Object({
    number: Type.String(),
    how: oneOf(['merged', 'linked'] as const),
    state: oneOf(states),
    voices: Type.Integer(),
  }),
  { description: 'Cases merged into this one, and cases that go on from it.' },
)

/** The case that goes on for both, as the voices of a merged one read it. */
export const MergedView = Type.Object({
  into: Type.String(),
  state: oneOf(states),
  clock: nullable(ClockView),
  timeline: Type.Array(EntryView),
  resultPhotos: Type.Array(Type.String()),
  moves: Type.Array(MoveView),
})

/** What a reporter left to be reached at, masked, and by which text it was asked for. */
export const OwnContact = Type.Object({
  name: nullable(Type.String()),
  phone: nullable(Type.String()),
  eraseAfter: nullable(Type.String()),
  erasedAt: nullable(Type.String()),
  calls: Type.Boolean({ description: 'Whether they may be called back.' }),
  days: Type.Integer({ description: 'How long it is kept after the end, by the rule now.' }),
  told: nullable(
    Type.Object(
      { on: Day, purpose: Type.Object({ zh: Type.String(), en: Type.String() }) },
      { description: 'The text by which they were told when they left it.' },
    ),
  ),
})
