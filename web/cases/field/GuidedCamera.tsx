// The camera's picture with the earlier photo faintly over it. Nothing is recorded until the button is pressed, and the
// camera is let go when this closes.
import { useEffect, useId, useRef, useState } from 'react'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { kitWords } from '#web/kit/words.ts'
import { shotWords } from './words-shots.ts'
import './shots.css'

type Props = { guide: string; onTaken: (photo: File) => void; onClose: () => void }

const wanted = {
  audio: false,
  video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1440 } },
}

export function GuidedCamera({ guide, onTaken, onClose }: Props) {
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const { video, state } = useCamera()
  const [faint, setFaint] = useState(40)
  const faintId = useId()
  useEffect(() => dialog.current?.showModal(), [])
  const shoot = async () => {
    const photo = await stillOf(video.current)
    if (photo === null) return
    onTaken(photo)
    onClose()
  }
  return (
    <dialog
      ref={dialog}
      className="field-camera"
      aria-label={t(shotWords.sameCorner)}
      onCancel={onClose}
      onClose={onClose}
    >
      <div className="field-camera-view">
        <video ref={video} autoPlay playsInline muted />
        <img src={guide} alt={t(shotWords.guideAlt)} style={{ opacity: faint / 100 }} />
        {state !== 'on' && (
          <p role="status">{t(state === 'none' ? shotWords.noCamera : shotWords.opening)}</p>
        )}
      </div>
      <div className="field-camera-foot">
        <label htmlFor={faintId}>{t(shotWords.faint)}</label>
        <input
          id={faintId}
          type="range"
          min={0}
          max={80}
          step={10}
          value={faint}
          onChange={(event) => setFaint(Number(event.target.value))}
        />
        <Button
          look="pri"
          big
          icon="camera"
          whyNot={
            state === 'on' ? null : t(state === 'none' ? shotWords.noCamera : shotWords.opening)
          }
          onClick={() => void shoot()}
        >
          {t(kitWords.addPhoto)}
        </Button>
        <Button big onClick={onClose}>
          {t(shotWords.leave)}
        </Button>
      </div>
    </dialog>
  )
}

function useCamera() {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<'opening' | 'on' | 'none'>('opening')
  useEffect(() => {
    let stream: MediaStream | null = null
    let here = true
    const letGo = () => stream?.getTracks().forEach((track) => track.stop())
    const begin = async () => {
      stream = await navigator.mediaDevices.getUserMedia(wanted)
      if (!here) return letGo()
      if (video.current !== null) video.current.srcObject = stream
      setState('on')
    }
    begin().catch(() => here && setState('none'))
    return () => {
      here = false
      letGo()
    }
  }, [])
  return { video, state }
}

/** What the camera shows now, as a photo made at this moment. */
async function stillOf(video: HTMLVideoElement | null): Promise<File | null> {
  if (video === null || video.videoWidth === 0) return null
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.9))
  return blob === null ? null : new File([blob], 'after.jpg', { type: 'image/jpeg' })
}
