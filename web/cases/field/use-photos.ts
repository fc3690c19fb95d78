// Photos of an act: kept on the phone when the act is sent, then carried before it, each once, and named by its hash.
import { useRef, useState, useSyncExternalStore } from 'react'
import { uploadPhoto, uploadRecording } from '#core/files/contract.ts'
import { attach, type Carrying, carryingNow, watchCarrying } from '#web/kit/attachments.ts'
import { newCommandId } from '#web/kit/outbox.ts'
import { useOwner } from '#web/kit/owner.ts'

export function usePhotosToSend(begun: File[] = []) {
  const owner = useOwner()
  const [photos, setPhotos] = useState<File[]>(begun)
  const known = useRef(new Map<File, string>())
  /** The marks in order, by which the command names them until they have arrived. */
  const keep = async (): Promise<string[]> => {
    const marks: string[] = []
    for (const photo of photos) {
      const mark =
        known.current.get(photo) ??
        (await attach({
          id: newCommandId(),
          owner,
          url: uploadPhoto.path,
          name: photo.name,
          blob: photo,
        }))
      known.current.set(photo, mark)
      marks.push(mark)
    }
    return marks
  }
  const keepSpeech = (note: File): Promise<string> =>
    attach({ id: newCommandId(), owner, url: uploadRecording.path, name: note.name, blob: note })
  return { photos, setPhotos, keep, keepSpeech }
}

/** Which photo is on its way just now. */
export const useCarrying = (): Carrying => useSyncExternalStore(watchCarrying, carryingNow)

/** When the newest photo was made, as the phone's file says: the server judges it against the dispatch. */
export function takenAt(photos: File[]): string | null {
  const newest = Math.max(0, ...photos.map((photo) => photo.lastModified))
  return newest === 0 ? null : new Date(newest).toISOString()
}
