// A voice note of at most a minute, recorded by the browser itself. It leaves the phone only on sending; where a browser
// cannot record, the door is not there.
import { useEffect, useRef, useState } from 'react'
import { recordingSecondsMax } from '#core/files/limits.ts'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { voiceWords as words } from '../words-voice.ts'

const forms = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']
/** Enough for speech, a third of what a phone would take by itself. */
const bitsPerSecond = 24_000

export const canRecord = (): boolean =>
  typeof MediaRecorder === 'function' &&
  typeof navigator.mediaDevices?.getUserMedia === 'function' &&
  forms.some((form) => MediaRecorder.isTypeSupported(form))

type Props = { note: File | null; onChange: (note: File | null) => void }

export function VoiceNote({ note, onChange }: Props) {
  const { t } = useWords()
  const { state, seconds, begin, end } = useRecorder(onChange)
  const max = recordingSecondsMax
  return (
    <div className="k-field field-voice" role="group" aria-label={t(words.label)}>
      <span className="k-label">{t(words.label)}</span>
      {note === null ? (
        <Button
          icon="microphone"
          aria-pressed={state === 'on'}
          onClick={state === 'on' ? end : begin}
        >
          {t(state === 'on' ? words.stop : words.record, { n: seconds, max })}
        </Button>
      ) : (
        <>
          <Heard note={note} />
          <Button look="quiet" icon="cross" onClick={() => onChange(null)}>
            {t(words.again)}
          </Button>
        </>
      )}
      <p className="k-why" role={state === 'refused' ? 'alert' : undefined}>
        {t(state === 'refused' ? words.refused : words.hint, { max })}
      </p>
    </div>
  )
}

function Heard({ note }: { note: File }) {
  const { t } = useWords()
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(note)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [note])
  return <audio controls aria-label={t(words.mine)} src={url} />
}

function useRecorder(onTaken: (note: File) => void) {
  const [state, setState] = useState<'idle' | 'on' | 'refused'>('idle')
  const [seconds, setSeconds] = useState(0)
  const running = useRef<MediaRecorder | null>(null)
  const end = () => {
    if (running.current?.state === 'recording') running.current.stop()
  }
  useEffect(() => {
    if (state !== 'on') return
    const tick = setInterval(() => setSeconds((was) => was + 1), 1_000)
    const last = setTimeout(end, recordingSecondsMax * 1_000)
    return () => {
      clearInterval(tick)
      clearTimeout(last)
    }
  }, [state])
  useEffect(() => end, [])
  const begin = async () => {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      running.current = recorderOf(stream, (note) => {
        setState('idle')
        if (note !== null) onTaken(note)
      })
      setSeconds(0)
      setState('on')
    } catch {
      setState('refused')
    }
  }
  return { state, seconds, begin: () => void begin(), end }
}

/** The microphone is let go as soon as it has stopped. */
function recorderOf(stream: MediaStream, onEnd: (note: File | null) => void): MediaRecorder {
  const mimeType = forms.find((form) => MediaRecorder.isTypeSupported(form)) ?? ''
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: bitsPerSecond })
  const parts: Blob[] = []
  recorder.ondataavailable = ({ data }) => void parts.push(data)
  recorder.onstop = () => {
    stream.getTracks().forEach((track) => track.stop())
    const type = recorder.mimeType.split(';')[0] ?? ''
    const name = `voice.${type.split('/')[1] ?? 'webm'}`
    const note = new File(parts, name, { type })
    onEnd(note.size === 0 ? null : note)
  }
  recorder.start()
  return recorder
}
