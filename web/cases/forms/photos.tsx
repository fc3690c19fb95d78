// Photos of a form: chosen on the device, sent one by one only when the form is, kept by hash so that nothing goes twice.
import { useRef, useState } from 'react'
import { type PhotoView, uploadPhoto } from '#core/files/contract.ts'
import { upload } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { PhotoPicker } from '#web/kit/ui/PhotoPicker.tsx'
import { formWords } from './words-forms.ts'

export function usePhotos() {
  const { t } = useWords()
  const [files, setFiles] = useState<File[]>([])
  const [progress, setProgress] = useState<{ n: number; max: number } | null>(null)
  const [problem, setProblem] = useState<string[]>([])
  const known = useRef(new Map<File, PhotoView>())

  const sendOne = async (file: File): Promise<PhotoView> => {
    const before = known.current.get(file)
    if (before) return before
    const view = await upload(uploadPhoto, {}, file, file.name)
    known.current.set(file, view)
    return view
  }
  /** What each photo knows of its place and time; asked as soon as it is chosen. */
  const offered = async (chosen: File[]): Promise<PhotoView['offered'][]> => {
    try {
      return await Promise.all(chosen.map(async (file) => (await sendOne(file)).offered))
    } catch {
      return [] // the line is gone: the person fills it in, and the photo goes with the form
    }
  }
  /** Hashes of all, or null where one did not arrive. */
  const sent = async (): Promise<string[] | null> => {
    setProblem([])
    try {
      const hashes: string[] = []
      for (const [i, file] of files.entries()) {
        setProgress({ n: i + 1, max: files.length })
        hashes.push((await sendOne(file)).hash)
      }
      return hashes
    } catch {
      setProblem([t(formWords.photoLost)])
      return null
    } finally {
      setProgress(null)
    }
  }
  return { files, setFiles, sent, offered, progress, problem, busy: progress !== null }
}

type Props = {
  label: string
  photos: ReturnType<typeof usePhotos>
  max?: number
  hint?: string
  onChange?: (files: File[]) => void
}

export function PhotoField({ label, photos, max = 9, hint, onChange }: Props) {
  const { t } = useWords()
  return (
    <div className="k-field">
      <span className="k-label">{label}</span>
      <PhotoPicker
        label={label}
        photos={photos.files}
        max={max}
        hint={hint ?? t(formWords.thingsOnly)}
        onChange={(files) => {
          photos.setFiles(files)
          onChange?.(files)
        }}
      />
      {photos.progress && (
        <p className="k-note" role="status">
          {t(formWords.sending, photos.progress)}
        </p>
      )}
    </div>
  )
}
