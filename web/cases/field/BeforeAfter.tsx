// Before and after, side by side at one size. The earlier photo lies faintly over the camera's picture, so that both
// show the same corner; where a page may not open the camera, the phone's own does it.
import { lazy, Suspense, useState } from 'react'
import { useWords } from '#web/kit/language.ts'
import { PhotoButtons, Previews, usePreviews } from '#web/kit/ui/PhotoPicker.tsx'
import { kitWords } from '#web/kit/words.ts'
import { fieldWords } from './words-field.ts'
import { shotWords } from './words-shots.ts'
import '#web/kit/ui/proof.css'
import '#web/kit/ui/photos.css'
import './shots.css'

const GuidedCamera = lazy(async () => ({
  default: (await import('./GuidedCamera.tsx')).GuidedCamera,
}))

type Taken = { photos: File[]; setPhotos: (photos: File[]) => void }
type Props = {
  before: Taken
  after: Taken
  /** The photo of the report, which counts as one from before. */
  reported: string | null
  beforeNeeded: boolean
  afterNeeded: boolean
}

const hasCamera = () => typeof navigator.mediaDevices?.getUserMedia === 'function'

export function BeforeAfter({ before, after, reported, beforeNeeded, afterNeeded }: Props) {
  const { t } = useWords()
  const early = usePreviews(before.photos)
  const late = usePreviews(after.photos)
  const [guided, setGuided] = useState(false)
  const guide = early[0] ?? reported
  const withGuide = guide !== null && hasCamera() ? () => setGuided(true) : undefined
  const emptyBefore = beforeNeeded ? shotWords.beforeFirst : shotWords.beforeFree
  const emptyAfter = afterNeeded ? shotWords.afterThen : shotWords.afterFree
  return (
    <div className="field-shots">
      <Side
        tag={t(kitWords.before)}
        label={t(fieldWords.beforePhoto)}
        taken={before}
        urls={early}
        known={reported}
        empty={t(emptyBefore)}
      />
      <Side
        tag={t(kitWords.after)}
        label={t(fieldWords.afterPhoto)}
        taken={after}
        urls={late}
        known={null}
        empty={t(emptyAfter)}
        onCamera={withGuide}
      />
      <p className="k-why">{t(fieldWords.afterHint)}</p>
      {guided && guide !== null && (
        <Suspense fallback={null}>
          <GuidedCamera
            guide={guide}
            onTaken={(photo) => after.setPhotos([...after.photos, photo])}
            onClose={() => setGuided(false)}
          />
        </Suspense>
      )}
    </div>
  )
}

type SideProps = {
  tag: string
  label: string
  taken: Taken
  urls: string[]
  known: string | null
  empty: string
  onCamera?: (() => void) | undefined
}

function Side({ tag, label, taken, urls, known, empty, onCamera }: SideProps) {
  const shown = urls[0] ?? known
  return (
    <div className="k-photos" role="group" aria-label={label}>
      <div className={`k-proof-frame${shown === null ? ' is-empty' : ''}`}>
        {shown === null ? <p>{empty}</p> : <img src={shown} alt={label} />}
        <span className="k-proof-tag">{tag}</span>
      </div>
      <Previews
        urls={urls}
        onRemove={(at) => taken.setPhotos(taken.photos.filter((_, i) => i !== at))}
      />
      <PhotoButtons photos={taken.photos} onChange={taken.setPhotos} onCamera={onCamera} />
    </div>
  )
}
