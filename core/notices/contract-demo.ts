// The demo's inbox on the wire.
import { type Static, Type } from 'typebox'
import { endpoint, listOf, nullable, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { lineChannels } from './message.ts'

export const DemoMessage = Type.Object({
  id: Type.Integer(),
  channel: oneOf(lineChannels),
  to: Type.String({ description: 'Masked.' }),
  subject: nullable(Type.String()),
  text: Type.String(),
  headers: Type.Record(Type.String(), Type.String()),
  at: Type.String(),
})
export type DemoMessage = Static<typeof DemoMessage>

export const readDemoInbox = endpoint({
  name: 'readDemoInbox',
  method: 'GET',
  path: '/api/demo/inbox',
  access: 'open',
  summary:
    'What the demo world would have sent to telephones and mailboxes, newest first. Nowhere but there, and not beyond its machine.',
  tags: ['residents'],
  input: Type.Object(paged('serial')),
  output: listOf(DemoMessage),
  refusals: { not_the_demo: 404 },
})
