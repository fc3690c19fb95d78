// Speaking instead of writing, where the browser can: its own dictation, started and ended by a press.
import { useEffect, useRef, useState } from 'react'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { speakWords } from './words-speak.ts'
import './open.css'

type Heard = { results: ArrayLike<ArrayLike<{ transcript: string }>>; resultIndex: number }
type Recognition = {
  lang: string
  continuous: boolean
  interimResults: boolean
  onresult: ((event: Heard) => void) | null
  onerror: (() => void) | null
  onend: (() => void) | null
  start: () => void
  stop: () => void
}
type Maker = new () => Recognition

function maker(): Maker | null {
  const known = globalThis as { SpeechRecognition?: Maker; webkitSpeechRecognition?: Maker }
  return known.SpeechRecognition ?? known.webkitSpeechRecognition ?? null
}

export const canListen = (): boolean => maker() !== null

export function Speak({
  onHeard,
  big = false,
}: {
  onHeard: (text: string) => void
  big?: boolean
}) {
  const { t, lang } = useWords()
  const [state, setState] = useState<'idle' | 'listening' | 'failed'>('idle')
  const running = useRef<Recognition | null>(null)
  useEffect(() => () => running.current?.stop(), [])
  const Make = maker()
  if (Make === null) return null
  const press = () => {
    if (state === 'listening') return running.current?.stop()
    const ear = new Make()
    ear.lang = lang === 'zh' ? 'zh-CN' : 'en'
    ear.continuous = true
    ear.interimResults = false
    ear.onresult = ({ results, resultIndex }) =>
      onHeard(
        Array.from(results)
          .slice(resultIndex)
          .map((result) => result[0]?.transcript ?? '')
          .join(''),
      )
    ear.onerror = () => setState('failed')
    ear.onend = () => setState((was) => (was === 'listening' ? 'idle' : was))
    running.current = ear
    ear.start()
    setState('listening')
  }
  return (
    <div className="open-speak">
      <Button
        icon="microphone"
        look={big ? 'plain' : 'quiet'}
        big={big}
        aria-pressed={state === 'listening'}
        onClick={press}
      >
        {t(state === 'listening' ? speakWords.speaking : speakWords.speak)}
      </Button>
      <p className="k-why" role="status">
        {t(state === 'failed' ? speakWords.speakFailed : speakWords.speakHint)}
      </p>
    </div>
  )
}
