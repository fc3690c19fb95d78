// The wire of remotes: other Open311 servers to which cases of ours are sent, each standing for a unit of ours. Their keys
// go in and never come out.
import { Type, type Static } from 'typebox'
import { endpoint, listOf, nullable, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { CommandId } from '#core/kit/ids.ts'
import { sendables } from './remote.ts'

const tags = ['exchange']
const Id = Type.String({ maxLength: 40 })
const none = Type.Object({})
const Services = Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 100 }), {
  description:
    'A category of ours, or its beginning, to their service_code; * stands for all else.',
})

export const remoteStates = ['untried', 'working', 'failing', 'ended'] as const
export type RemoteState = (typeof remoteStates)[number]

export const RemoteView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  url: Type.String(),
  jurisdiction: nullable(Type.String()),
  areaCode: Type.String(),
  areaName: Type.String(),
  unitCode: Type.String(),
  unitName: Type.Object({ zh: Type.String(), en: Type.String() }),
  staffed: Type.Boolean({
    description: 'Somebody of ours answers for the unit; without, nothing can be given to it.',
  }),
  hasKey: Type.Boolean(),
  sends: Type.Array(oneOf(sendables)),
  services: Services,
  offered: Type.Array(Type.Object({ code: Type.String(), name: Type.String() }), {
    description: 'Their services, as they last told.',
  }),
  tokenId: nullable(Type.String()),
  tokenName: nullable(Type.String()),
  state: oneOf(remoteStates),
  failingSince: nullable(Type.String()),
  lastError: nullable(Type.String()),
  heardAt: nullable(Type.String()),
  endedAt: nullable(Type.String()),
  open: Type.Integer({ description: 'Requests that are on their way or followed.' }),
})
export type RemoteView = Static<typeof RemoteView>

export const listRemotes = endpoint({
  name: 'listRemotes',
  method: 'GET',
  path: '/api/remotes',
  access: 'staff',
  summary: 'Other Open311 servers of the areas one keeps, without their keys.',
  tags,
  input: Type.Object({ ...paged('uuid') }),
  output: listOf(RemoteView),
  refusals: {},
})

const kept = {
  name: Type.String({ minLength: 1, maxLength: 80 }),
  url: Type.String({ minLength: 8, maxLength: 500 }),
  jurisdiction: nullable(Type.String({ maxLength: 100 })),
  sends: Type.Array(oneOf(sendables), { uniqueItems: true }),
  services: Services,
  tokenId: nullable(Id),
}
const keptRefusals = { no_such_token: 404, address_refused: 422, no_services: 422 } as const

export const addRemote = endpoint({
  name: 'addRemote',
  method: 'POST',
  path: '/api/remotes',
  access: 'staff',
  summary: 'Binds a unit to another Open311 server: what the unit is given is sent there.',
  tags,
  input: Type.Object({
    commandId: CommandId,
    areaCode: Type.String({ maxLength: 40 }),
    unitCode: Type.String({ maxLength: 40 }),
    key: nullable(Type.String({ minLength: 1, maxLength: 400 })),
    ...kept,
  }),
  output: Type.Object({ id: Type.String() }),
  refusals: { no_such_area: 404, no_such_unit: 404, unit_is_bound: 409, ...keptRefusals },
})

export const changeRemote = endpoint({
  name: 'changeRemote',
  method: 'POST',
  path: '/api/remotes/:id',
  access: 'staff',
  summary: 'Changes a remote; without a key the one it has stays.',
  tags,
  input: Type.Object({
    commandId: CommandId,
    id: Id,
    key: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 400 }))),
    ...kept,
  }),
  output: none,
  refusals: { no_such_remote: 404, remote_ended: 409, ...keptRefusals },
})

const ofOne = Type.Object({ commandId: CommandId, id: Id })

export const endRemote = endpoint({
  name: 'endRemote',
  method: 'POST',
  path: '/api/remotes/:id/end',
  access: 'staff',
  summary: 'Ends a remote: nothing more is sent or followed. What waited is handed back.',
  tags,
  input: ofOne,
  output: none,
  refusals: { no_such_remote: 404 },
})

export const tryRemote = endpoint({
  name: 'tryRemote',
  method: 'POST',
  path: '/api/remotes/:id/trial',
  access: 'staff',
  summary: 'Asks the other server for its services now, and says what came of it. Sends no case.',
  tags,
  input: Type.Object({ id: Id }),
  output: Type.Object({
    reached: Type.Boolean(),
    problem: nullable(Type.String()),
    services: Type.Integer(),
    unknown: Type.Array(Type.String(), {
      description: 'Codes of the table that they do not offer.',
    }),
  }),
  refusals: { no_such_remote: 404, remote_ended: 409 },
  limit: { max: 20, per: 'minute' },
})

export const remoteRequestStates = [
  'waiting',
  'sent',
  'settled',
  'refused',
  'failed',
  'withdrawn',
  'done',
] as const
export type RemoteRequestState = (typeof remoteRequestStates)[number]

export const RemoteRequestView = Type.Object({
  id: Type.String(),
  caseNumber: Type.String(),
  reference: Type.String(),
  service: nullable(Type.String()),
  state: oneOf(remoteRequestStates),
  remoteNumber: nullable(Type.String()),
  tries: Type.Integer(),
  nextTryAt: nullable(Type.String()),
  lastError: nullable(Type.String()),
  sentAt: nullable(Type.String()),
  heardAt: nullable(Type.String()),
  createdAt: Type.String(),
})
export type RemoteRequestView = Static<typeof RemoteRequestView>

export const listRemoteRequests = endpoint({
  name: 'listRemoteRequests',
  method: 'GET',
  path: '/api/remotes/:id/requests',
  access: 'staff',
  summary: 'What was sent to a remote, newest first; kept for ninety days after it ended.',
  tags,
  input: Type.Object({ id: Id, ...paged('digitsAndUuid') }),
  output: listOf(RemoteRequestView),
  refusals: { no_such_remote: 404 },
})

export const hurryRemote = endpoint({
  name: 'hurryRemote',
  method: 'POST',
  path: '/api/remotes/:id/hurry',
  access: 'staff',
  summary: 'Tries everything that waits for this remote in the next minute, and asks for news.',
  tags,
  input: ofOne,
  output: Type.Object({ count: Type.Integer() }),
  refusals: { no_such_remote: 404, remote_ended: 409 },
})
