// The picture of a plan in a form, and on the page: one picture, kept unless another is chosen or it is taken away.
import { useState } from 'react'
import { uploadPhoto } from '#core/files/contract.ts'
import { upload } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { Tick } from '#web/kit/ui/Field.tsx'
import { PhotoPicker } from '#web/kit/ui/PhotoPicker.tsx'
import { formWords as words } from '../words-forms.ts'

export const planSrc = (hash: string, centreId: string, size: 'full' | 'thumb' = 'full') =>
  `/api/files/${hash}?of=${encodeURIComponent(`centre-${centreId}`)}&size=${size}`

/** The picture goes first; only when it arrived is the form sent with its hash. */
export function usePlan(known: string | null) {
  const [photos, setPhotos] = useState<File[]>([])
  const [dropped, setDropped] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const send = async (then: (hash: string | null) => void) => {
    setError(null)
    setBusy(true)
    try {
      const [photo] = photos
      if (photo === undefined) then(dropped ? null : known)
      else then((await upload(uploadPhoto, {}, photo, photo.name)).hash)
    } catch (failed) {
      setError(failed) // what was typed and chosen stays; the form says why
    } finally {
      setBusy(false)
    }
  }
  return { known, photos, setPhotos, dropped, setDropped, error, busy, send }
}

export function PlanField({ plan }: { plan: ReturnType<typeof usePlan> }) {
  const { t } = useWords()
  const { known, photos, setPhotos, dropped, setDropped } = plan
  return (
    <>
      <PhotoPicker
        label={t(words.plan)}
        photos={photos}
        onChange={setPhotos}
        max={1}
        hint={[t(words.planHint), known === null ? '' : t(words.planKeep)].filter(Boolean).join('')}
      />
      {known !== null && photos.length === 0 && (
        <Tick label={t(words.planDrop)} checked={dropped} onChange={setDropped} />
      )}
    </>
  )
}

type Shown = { hash: string; centreId: string; name: string }

export function PlanPicture({ hash, centreId, name }: Shown) {
  const { t } = useWords()
  return (
    <a className="a-plan" href={planSrc(hash, centreId)}>
      <img src={planSrc(hash, centreId)} alt={t(words.planOf, { name })} loading="lazy" />
    </a>
  )
}
