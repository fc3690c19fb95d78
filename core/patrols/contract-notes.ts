// Notes of a walk on the wire: each reads only their own.
import { type Static, Type } from 'typebox'
import { FileHash } from '#core/files/contract.ts'
import { endpoint, listOf, nullable, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { CommandId, Uuid } from '#core/kit/ids.ts'
import { noteKinds, notePhotosMax, noteRecordingsMax, noteTextMax } from './note.ts'

const tags = ['patrols']
const Point = Type.Object({
  lon: Type.Number({ minimum: -180, maximum: 180 }),
  lat: Type.Number({ minimum: -90, maximum: 90 }),
})

export const NoteView = Type.Object({
  id: Type.String(),
  kind: oneOf(noteKinds),
  text: Type.String(),
  area: Type.String(),
  address: nullable(Type.String()),
  point: nullable(Point),
  photos: Type.Array(FileHash),
  recordings: Type.Array(FileHash),
  notedOn: Type.String(),
  expiresOn: Type.String(),
  caseNumber: nullable(Type.String()),
})
export type NoteView = Static<typeof NoteView>

export const listNotes = endpoint({
  name: 'listNotes',
  method: 'GET',
  path: '/api/me/notes',
  access: 'staff',
  summary: "One's own notes of walks, newest first.",
  tags,
  input: Type.Object({ ...paged('count') }),
  output: listOf(NoteView),
  refusals: {},
})

export const keepNote = endpoint({
  name: 'keepNote',
  method: 'POST',
  path: '/api/me/notes',
  access: 'staff',
  summary:
    'Keeps a note of what was seen or heard on the way. Nobody else reads it; it goes by itself after a month.',
  tags,
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    kind: oneOf(noteKinds),
    text: Type.String({ maxLength: noteTextMax }),
    area: Type.String({ maxLength: 40, description: 'Code of the grid or community.' }),
    address: Type.Optional(Type.String({ minLength: 2, maxLength: 120 })),
    point: Type.Optional(Point),
    photos: Type.Array(FileHash, { maxItems: notePhotosMax }),
    recordings: Type.Array(FileHash, { maxItems: noteRecordingsMax }),
  }),
  output: NoteView,
  refusals: {
    not_yours: 403,
    no_such_area: 422,
    note_empty: 422,
    note_of_person: 422,
    note_exists: 409,
    no_such_photo: 422,
    no_such_file: 422,
  },
  limit: { max: 60, per: 'minute' },
})

export const fileNote = endpoint({
  name: 'fileNote',
  method: 'POST',
  path: '/api/me/notes/:id/case',
  access: 'staff',
  summary:
    'Makes a note a case: words, place, photos and voice go along, nothing is asked twice. Done again, it names the same case.',
  tags,
  input: Type.Object({ commandId: CommandId, id: Uuid }),
  output: Type.Object({ id: Type.String(), number: Type.String() }),
  refusals: { not_yours: 403, no_such_note: 404, no_such_photo: 422, no_such_area: 422 },
})

export const dropNote = endpoint({
  name: 'dropNote',
  method: 'POST',
  path: '/api/me/notes/:id/removal',
  access: 'staff',
  summary: 'Throws a note away before its time.',
  tags,
  input: Type.Object({ commandId: CommandId, id: Uuid }),
  output: Type.Object({ id: Type.String() }),
  refusals: { not_yours: 403, no_such_note: 404 },
})
