// Photos are never demanded for reporting: the words beside say when one is needed. They leave the device only on sending.
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../language.ts'
import { kitWords } from '../words.ts'
import { Icon } from './Icon.tsx'
import './photos.css'

type Props = {
  label: string
  photos: File[]
  onChange: (photos: File[]) => void
  max?: number
  hint?: string
}

export function usePreviews(photos: File[]): string[] {
  const [urls, setUrls] = useState<string[]>([])
  useEffect(() => {
    const made = photos.map((photo) => URL.createObjectURL(photo))
    setUrls(made)
    return () => made.forEach((url) => URL.revokeObjectURL(url))
  }, [photos])
  return urls
}

export function PhotoPicker({ label, photos, onChange, max = 9, hint }: Props) {
  const { t } = useWords()
  const previews = usePreviews(photos)
  return (
    <div className="k-photos" role="group" aria-label={label}>
      <Previews urls={previews} onRemove={(at) => onChange(photos.filter((_, i) => i !== at))} />
      <PhotoButtons photos={photos} onChange={onChange} max={max} />
      <p className="k-why">
        {[hint, photos.length > 0 ? t(kitWords.photosOf, { n: photos.length, max }) : undefined]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
}

type ButtonsProps = Pick<Props, 'photos' | 'onChange' | 'max'> & {
  /** Instead of the phone's own camera. */
  onCamera?: (() => void) | undefined
}

export function PhotoButtons({ photos, onChange, max = 9, onCamera }: ButtonsProps) {
  const { t } = useWords()
  const camera = useRef<HTMLInputElement>(null)
  const album = useRef<HTMLInputElement>(null)
  const take = (input: HTMLInputElement) => {
    onChange([...photos, ...(input.files ?? [])].slice(0, max))
    input.value = '' // the same picture may be chosen again after it was taken out
  }
  const full = photos.length >= max
  const open = () => (onCamera === undefined ? camera.current?.click() : onCamera())
  return (
    <>
      <div className="k-btns">
        <button
          type="button"
          className="k-btn"
          aria-disabled={full}
          onClick={() => !full && open()}
        >
          <Icon name="camera" size={20} />
          <span>{t(photos.length === 0 ? kitWords.addPhoto : kitWords.addAnotherPhoto)}</span>
        </button>
        <button
          type="button"
          className="k-btn"
          aria-disabled={full}
          onClick={() => !full && album.current?.click()}
        >
          <Icon name="album" size={20} />
          <span>{t(kitWords.fromAlbum)}</span>
        </button>
      </div>
      <input
        ref={camera}
        hidden
        type="file"
        accept="image/*"
        capture="environment"
        aria-label={t(kitWords.addPhoto)}
        onChange={(event) => take(event.target)}
      />
      <input
        ref={album}
        hidden
        type="file"
        accept="image/*"
        multiple
        aria-label={t(kitWords.fromAlbum)}
        onChange={(event) => take(event.target)}
      />
    </>
  )
}

type PreviewsProps = { urls: string[]; onRemove: (at: number) => void }

export function Previews({ urls, onRemove }: PreviewsProps) {
  const { t } = useWords()
  if (urls.length === 0) return null
  return (
    <ul>
      {urls.map((url, i) => (
        <li key={url}>
          <img src={url} alt="" />
          <button
            type="button"
            aria-label={t(kitWords.removePhoto, { n: i + 1 })}
            onClick={() => onRemove(i)}
          >
            <Icon name="cross" size={16} />
          </button>
        </li>
      ))}
    </ul>
  )
}
