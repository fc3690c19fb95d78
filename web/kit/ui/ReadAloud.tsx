// 读给我听: title, state, time left, choices, at a pace of 0.85. It speaks only on a press and stops on leaving.
import { useEffect, useState } from 'react'
import { useWords } from '../language.ts'
import { kitWords } from '../words.ts'
import { Icon } from './Icon.tsx'

export function ReadAloud({ text }: { text: string | (() => string) }) {
  const { t, lang } = useWords()
  const [reading, setReading] = useState(false)
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), [])
  if (typeof globalThis.speechSynthesis === 'undefined') return null
  const press = () => {
    speechSynthesis.cancel()
    if (reading) return setReading(false)
    const speech = new SpeechSynthesisUtterance(typeof text === 'string' ? text : text())
    speech.lang = lang === 'zh' ? 'zh-CN' : 'en'
    speech.rate = 0.85
    speech.onend = () => setReading(false)
    speech.onerror = () => setReading(false)
    speechSynthesis.speak(speech)
    setReading(true)
  }
  return (
    <button
      type="button"
      className="k-btn k-btn-quiet k-screen-only"
      aria-pressed={reading}
      onClick={press}
    >
      <Icon name="speaker" size={21} />
      <span>{t(reading ? kitWords.stopReading : kitWords.readAloud)}</span>
    </button>
  )
}
