// A past day of an area on the wire: how everything stood when it began, and what happened in it. The page and the test
// fold it with the same function (playback.ts). No persons; numbers only of cases the caller may open.

import { type Static, Type } from 'typebox'
import { endpoint, nullable } from '#core/kit/contract.ts'
import { AreaLabel, WordsView } from '#core/cases/contract.ts'

/** More than this is no day of an area any more but the traffic of a city: choose an area below. */
export const playbackMax = { cases: 4000, events: 5000 } as const

const LateSpan = Type.Object({
  from: Type.String({ description: 'The due that passed.' }),
  to: nullable(Type.String({ description: 'When the duty was done after all.' })),
  handling: Type.Boolean({
    description: 'The duty to handle: it rests while a result waits for its check.',
  }),
})

const PlayedCase = Type.Object({
  number: nullable(Type.String({ description: 'Only where the caller may open the case.' })),
  urgent: Type.Boolean(),
  state: nullable(Type.String({ description: 'When the day began; null: not reported yet.' })),
  area: nullable(Type.String({ description: 'Where it was filed then; null: elsewhere.' })),
  category: Type.String(),
  filed: Type.Boolean(),
  late: Type.Array(LateSpan),
})
export type PlayedCase = Static<typeof PlayedCase>

const PlayedEvent = Type.Object({
  at: Type.String(),
  of: Type.Integer({ description: 'Which of the cases.' }),
  move: Type.String(),
  state: Type.String({ description: 'After the move.' }),
  area: nullable(Type.String()),
  category: nullable(Type.String({ description: 'Where the move set it.' })),
  sentence: WordsView,
})
export type PlayedEvent = Static<typeof PlayedEvent>

export const PlaybackView = Type.Object({
  area: AreaLabel,
  path: Type.Array(AreaLabel),
  children: Type.Array(AreaLabel),
  day: Type.String(),
  from: Type.String(),
  until: Type.String({ description: 'The end of the day, or now where it is today.' }),
  cases: Type.Array(PlayedCase),
  events: Type.Array(PlayedEvent),
  areas: Type.Array(
    Type.Object({
      code: Type.String(),
      name: WordsView,
      within: Type.Array(Type.String(), {
        description:
          'It and the areas above it, below the one that is played: its shapes on a map.',
      }),
    }),
  ),
  categories: Type.Array(
    Type.Object({ code: Type.String(), zh: Type.String(), en: Type.String() }),
  ),
})
export type PlaybackView = Static<typeof PlaybackView>

export const readPlayback = endpoint({
  name: 'readPlayback',
  method: 'GET',
  path: '/api/cockpit/:area/playback',
  access: 'staff',
  summary:
    'A past day of an area, to be played minute by minute: the state at its beginning and its entries. Streets and districts; wider areas are refused.',
  tags: ['cockpit'],
  input: Type.Object({
    area: Type.String({ maxLength: 40 }),
    day: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  }),
  output: PlaybackView,
  refusals: { no_such_area: 404, not_yours: 403, no_such_day: 422, too_wide_to_play: 422 },
  limit: { max: 60, per: 'minute' },
})
