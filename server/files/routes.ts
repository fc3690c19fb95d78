import { readPhoto, uploadPhoto } from '#core/files/contract.ts'
import { photoBytesMax } from '#core/files/photo.ts'
import { done, refused } from '#core/kit/result.ts'
import type { App, Who } from '../app.ts'
import { mount, mountFile, type Call, type Server } from '../kit/http.ts'
import { findPhoto, keepPhoto, removeUnclaimedPhotos } from './files.ts'

/** Which photos somebody may see is for the room that shows them to say: no photo is public by itself. */
export type MayReadFile = (
  who: Who,
  asked: { hash: string; of?: string; pass?: string },
) => Promise<boolean>

export function mountFiles(server: Server, app: App, mayReadFile: MayReadFile): void {
  mount(server, app, uploadPhoto, async (who, _input, call) => {
    const bytes = await onePhoto(call)
    return bytes === 'file_too_large' ? refused(bytes) : keepPhoto(app, who, bytes)
  })
  mountFile(server, app, readPhoto, async (who, { hash, size, ...asked }) => {
    if (!(await mayReadFile(who, { hash, ...asked }))) return refused('no_such_file')
    const photo = await findPhoto(app, who, { hash, variant: size ?? 'full' })
    if (photo === null) return refused('no_such_file')
    return done({ contentType: photo.mediaType, body: photo.bytes, maxAgeSeconds: 'for ever' })
  })
  app.jobs.tasks['remove_unclaimed_photos'] = async () => void (await removeUnclaimedPhotos(app))
  app.jobs.crons.push({ task: 'remove_unclaimed_photos', match: '17 * * * *' })
}

/** Room for the headings of the form around the photo. */
const formBytes = 4096

async function onePhoto(call: Call): Promise<Buffer | 'file_too_large'> {
  if (Number(call.header('content-length')) > photoBytesMax + formBytes) return 'file_too_large'
  try {
    // One byte more than allowed: reading stops there, and keepPhoto sees that it was too much.
    for await (const file of call.files(photoBytesMax + 1)) return file.bytes
    return Buffer.alloc(0)
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 413) return 'file_too_large'
    throw error
  }
}
