import { type Static, Type } from 'typebox'
import { endpoint, nullable, oneOf } from '#core/kit/contract.ts'

export const FileHash = Type.String({
  pattern: '^[0-9a-f]{64}$',
  description: 'SHA-256 of the stored bytes: the name by which commands refer to a photo.',
})
export type FileHash = Static<typeof FileHash>

/** Read from the photo before it was stripped. An offer to whoever uploads; nothing of it is stored. */
export const PhotoOffer = Type.Object({
  lon: nullable(Type.Number()),
  lat: nullable(Type.Number()),
  takenAt: nullable(Type.String({ description: 'Instant, ISO 8601 UTC' })),
})
export type PhotoOffer = Static<typeof PhotoOffer>

export const PhotoView = Type.Object({
  hash: FileHash,
  mediaType: Type.String(),
  bytes: Type.Integer(),
  width: Type.Integer(),
  height: Type.Integer(),
  offered: nullable(PhotoOffer),
})
export type PhotoView = Static<typeof PhotoView>

export const uploadPhoto = endpoint({
  name: 'uploadPhoto',
  method: 'POST',
  path: '/api/files',
  access: 'open',
  form: 'upload',
  bodyBytesMax: 16 * 2 ** 20,
  limit: { max: 240, per: 'hour' },
  summary:
    'Takes one photo (multipart field "file"), turns it upright, strips it and answers with its hash. ' +
    'Unused after a day, it is removed.',
  tags: ['files'],
  input: Type.Object({}),
  output: PhotoView,
  refusals: { file_missing: 422, file_too_large: 413, not_a_photo: 415, photo_damaged: 422 },
})

export const DocumentView = Type.Object({
  hash: FileHash,
  mediaType: Type.String(),
  bytes: Type.Integer(),
})
export type DocumentView = Static<typeof DocumentView>

export const uploadDocument = endpoint({
  name: 'uploadDocument',
  method: 'POST',
  path: '/api/documents',
  access: 'staff',
  form: 'upload',
  bodyBytesMax: 16 * 2 ** 20,
  limit: { max: 240, per: 'hour' },
  summary:
    'Takes one PDF (multipart field "file") as it is and answers with its hash. Unused after a day, it is removed.',
  tags: ['files'],
  input: Type.Object({}),
  output: DocumentView,
  refusals: {
    file_missing: 422,
    document_too_large: 413,
    not_a_document: 415,
    document_damaged: 422,
  },
})

export const readDocument = endpoint({
  name: 'readDocument',
  method: 'GET',
  path: '/api/documents/:hash',
  access: 'staff',
  form: 'file',
  summary: 'A paper, to be saved: for staff who may see the case it was attached to (`of`).',
  tags: ['files'],
  input: Type.Object({
    hash: FileHash,
    of: Type.String({ maxLength: 60, description: 'Number of the case it was attached to.' }),
  }),
  output: Type.String({ format: 'binary' }),
  refusals: { no_such_file: 404 },
})

export const RecordingView = Type.Object({
  hash: FileHash,
  mediaType: Type.String(),
  bytes: Type.Integer(),
  seconds: Type.Integer(),
})
export type RecordingView = Static<typeof RecordingView>

export const uploadRecording = endpoint({
  name: 'uploadRecording',
  method: 'POST',
  path: '/api/recordings',
  access: 'staff',
  form: 'upload',
  bodyBytesMax: 3 * 2 ** 20,
  limit: { max: 240, per: 'hour' },
  summary:
    'Takes one voice note of at most a minute (multipart field "file": WebM or Ogg with Opus, MP4 with AAC or Opus), ' +
    'blanks everything in it but the sound and answers with its hash. Unused after a day, it is removed.',
  tags: ['files'],
  input: Type.Object({}),
  output: RecordingView,
  refusals: {
    file_missing: 422,
    recording_too_large: 413,
    not_a_recording: 415,
    recording_damaged: 422,
    recording_too_long: 422,
  },
})

export const readRecording = endpoint({
  name: 'readRecording',
  method: 'GET',
  path: '/api/recordings/:hash',
  access: 'staff',
  form: 'file',
  summary:
    'The sound of a voice note: for staff who may see the case it was attached to (`of`). Each time it is fetched, the ' +
    'log of looks says so.',
  tags: ['files'],
  input: Type.Object({
    hash: FileHash,
    of: Type.String({ maxLength: 60, description: 'Number of the case it was attached to.' }),
  }),
  output: Type.String({ format: 'binary' }),
  refusals: { no_such_file: 404 },
})

export const readPhoto = endpoint({
  name: 'readPhoto',
  method: 'GET',
  path: '/api/files/:hash',
  access: 'voice',
  form: 'file',
  summary:
    'The bytes of a photo: for staff who may see the case it belongs to (`of`), or with a pass from openPhotos.',
  tags: ['files'],
  input: Type.Object({
    hash: FileHash,
    size: Type.Optional(oneOf(['full', 'thumb'])),
    of: Type.Optional(
      Type.String({ maxLength: 60, description: 'Number of the case that shows it.' }),
    ),
    pass: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  output: Type.String({ format: 'binary' }),
  refusals: { no_such_file: 404 },
})
