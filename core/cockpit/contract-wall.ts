// What a screen in a community centre or a lift lobby shows of the work, for anybody who walks by: public matters, how they
// stand, what was finished. Each can be looked up one by one, so these counts stand whole; rates come from the public
// performance, where nothing small is said.

import { type Static, Type } from 'typebox'
import { AreaLabel, PublicRow } from '#core/cases/contract.ts'
import { tiers } from '#core/cases/case.ts'
import { endpoint, oneOf } from '#core/kit/contract.ts'
import { AreaCode } from '#core/places/contract.ts'

export const WallRow = Type.Object({ ...PublicRow.properties, tier: oneOf(tiers) })
export type WallRow = Static<typeof WallRow>

export const WallView = Type.Object({
  area: AreaLabel,
  path: Type.Array(AreaLabel),
  timeZone: Type.String(),
  today: Type.String({ description: 'The day of the place.' }),
  asOf: Type.String(),
  address: Type.String({
    description:
      'Where people reach this installation: a screen may be driven from the very machine it runs on.',
  }),
  open: Type.Integer({ description: 'Public matters in hand.' }),
  overdue: Type.Integer(),
  suspended: Type.Integer(),
  reportedToday: Type.Integer(),
  doneToday: Type.Integer(),
  layers: Type.Array(
    Type.Object({ tier: oneOf(tiers), open: Type.Integer(), overdue: Type.Integer() }),
    { description: 'Which layer has them, from the grid upwards.' },
  ),
  below: Type.Array(Type.Object({ ...AreaLabel.properties, open: Type.Integer() }), {
    description: 'The areas right below, in the order of their codes.',
  }),
  doing: Type.Array(WallRow, { description: 'Urgent ones first, then as they moved last.' }),
  done: Type.Array(WallRow, { description: 'Closed within two weeks, the newest first.' }),
})
export type WallView = Static<typeof WallView>

export const readWall = endpoint({
  name: 'readWall',
  method: 'GET',
  path: '/api/areas/:code/wall',
  access: 'open',
  summary:
    'Public matters of a community, street or district for a screen on a wall: in hand by layer, finished lately. Without persons.',
  tags: ['cockpit'],
  input: Type.Object({ code: AreaCode }),
  output: WallView,
  refusals: { no_such_area: 404, not_published: 404 },
  limit: { max: 240, per: 'minute' },
})
