// The inbox on the wire.

import { type Static, Type } from 'typebox'
import { endpoint, listOf, nullable } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'

export const NoticeView = Type.Object({
  id: Type.Integer(),
  kind: Type.String(),
  /** Null where it is about something else. */
  caseNumber: nullable(Type.String()),
  about: nullable(Type.Object({ topic: Type.String(), id: Type.String() })),
  words: Type.Object({ zh: Type.String(), en: Type.String() }),
  urgent: Type.Boolean(),
  at: Type.String(),
  readAt: nullable(Type.String()),
})
export type NoticeView = Static<typeof NoticeView>

export const listNotices = endpoint({
  name: 'listNotices',
  method: 'GET',
  path: '/api/me/notices',
  access: 'staff',
  summary: 'What the caller was told, newest first.',
  tags: ['me'],
  input: Type.Object({ unread: Type.Optional(Type.Boolean()), ...paged('serial') }),
  output: listOf(NoticeView),
  refusals: {},
})

export const readNotices = endpoint({
  name: 'readNotices',
  method: 'POST',
  path: '/api/me/notices/read',
  access: 'staff',
  summary: 'Marks notices as read, up to and including this one.',
  tags: ['me'],
  input: Type.Object({ upTo: Type.Integer({ minimum: 1 }) }),
  output: Type.Object({ read: Type.Integer() }),
  refusals: {},
})
