import {
  readDocument,
  readPhoto,
  readRecording,
  uploadDocument,
  uploadPhoto,
  uploadRecording,
} from '#core/files/contract.ts'
import { documentBytesMax, documentType } from '#core/files/document.ts'
import { photoBytesMax } from '#core/files/photo.ts'
import { recordingBytesMax } from '#core/files/recording.ts'
import { done, refused } from '#core/kit/result.ts'
import type { App, Who } from '../app.ts'
import { mount, mountFile, type Call, type Server } from '../kit/http.ts'
import {
  findDocument,
  findPhoto,
  findRecording,
  keepDocument,
  keepPhoto,
  keepRecording,
  removeUnclaimedPhotos,
} from './files.ts'
import { sealFiles } from './sealing.ts'

/** Which photos somebody may see is for the room that shows them to say: no photo is public by itself. */
export type MayReadFile = (
  who: Who,
  asked: { hash: string; of?: string; pass?: string },
) => Promise<boolean>

/** The same for a voice note; whoever says yes has written the look down. */
export type MayHear = (who: Who, asked: { hash: string; of: string }) => Promise<boolean>

export type FileDoors = { mayReadFile: MayReadFile; mayHear: MayHear }

export function mountFiles(server: Server, app: App, { mayReadFile, mayHear }: FileDoors): void {
  mount(server, app, uploadPhoto, async (who, _input, call) => {
    const bytes = await oneFile(call, photoBytesMax)
    return bytes === null ? refused('file_too_large') : keepPhoto(app, who, bytes)
  })
  mount(server, app, uploadDocument, async (who, _input, call) => {
    const bytes = await oneFile(call, documentBytesMax)
    return bytes === null ? refused('document_too_large') : keepDocument(app, who, bytes)
  })
  mount(server, app, uploadRecording, async (who, _input, call) => {
    const bytes = await oneFile(call, recordingBytesMax)
    return bytes === null ? refused('recording_too_large') : keepRecording(app, who, bytes)
  })
  mountFile(server, app, readRecording, async (who, asked) => {
    const found = await findRecording(app, who, asked.hash)
    if (found === null || !(await mayHear(who, asked))) return refused('no_such_file')
    return done({ contentType: found.mediaType, body: found.bytes, maxAgeSeconds: 3600 })
  })
  mountFile(server, app, readDocument, async (who, { hash, of }) => {
    const body = (await mayReadFile(who, { hash, of })) ? await findDocument(app, who, hash) : null
    if (body === null) return refused('no_such_file')
    const fileName = `${of}-${hash.slice(0, 8)}.pdf`
    return done({ contentType: documentType, body, fileName, maxAgeSeconds: 'for ever' })
  })
  mountFile(server, app, readPhoto, async (who, { hash, size, ...asked }) => {
    if (!(await mayReadFile(who, { hash, ...asked }))) return refused('no_such_file')
    const photo = await findPhoto(app, who, { hash, variant: size ?? 'full' })
    if (photo === null) return refused('no_such_file')
    return done({ contentType: photo.mediaType, body: photo.bytes, maxAgeSeconds: 'for ever' })
  })
  app.jobs.tasks['remove_unclaimed_photos'] = async () => void (await removeUnclaimedPhotos(app))
  app.jobs.crons.push({ task: 'remove_unclaimed_photos', match: '17 * * * *' })
  app.jobs.tasks['seal_files'] = async () => {
    const { sealed, altered, removed } = await sealFiles(app)
    if (sealed + removed > 0) app.log.info({ sealed, removed }, 'files were sealed')
    for (const file of altered) app.log.error({ file }, 'a file is not what it was')
  }
  app.jobs.crons.push({ task: 'seal_files', match: '41 3 * * *' })
}

/** Room for the headings of the form around the file. */
const formBytes = 4096

/** Null where it is too large. */
async function oneFile(call: Call, bytesMax: number): Promise<Buffer | null> {
  if (Number(call.header('content-length')) > bytesMax + formBytes) return null
  try {
    // One byte more than allowed: reading stops there, and who keeps it sees that it was too much.
    for await (const file of call.files(bytesMax + 1)) return file.bytes
    return Buffer.alloc(0)
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 413) return null
    throw error
  }
}
