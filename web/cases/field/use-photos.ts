// Photos of an act: taken on this page, sent when the act is, each once, by hash.
import { useRef, useState } from 'react'
import { uploadPhoto } from '#core/files/contract.ts'
import { upload } from '#web/kit/api.ts'

export type PhotoProgress = { n: number; max: number } | null

export function usePhotosToSend() {
  const [photos, setPhotos] = useState<File[]>([])
  const [progress, setProgress] = useState<PhotoProgress>(null)
  const known = useRef(new Map<File, string>())
  /** The hashes in order; throws where the line is lost. What has arrived is not sent again. */
  const send = async (): Promise<string[]> => {
    try {
      const hashes: string[] = []
      for (const [i, photo] of photos.entries()) {
        setProgress({ n: i + 1, max: photos.length })
        const hash =
          known.current.get(photo) ?? (await upload(uploadPhoto, {}, photo, photo.name)).hash
        known.current.set(photo, hash)
        hashes.push(hash)
      }
      return hashes
    } finally {
      setProgress(null)
    }
  }
  return { photos, setPhotos, progress, send }
}

/** When the newest photo was made, as the phone's file says: the server judges it against the dispatch. */
export function takenAt(photos: File[]): string | null {
  const newest = Math.max(0, ...photos.map((photo) => photo.lastModified))
  return newest === 0 ? null : new Date(newest).toISOString()
}
