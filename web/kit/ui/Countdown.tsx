// 倒计时: one clock with one text at every door. It shows what core/cases/countdown.ts says and counts nothing itself.
import { useEffect, useRef, useState } from 'react'
import { type Words } from '#core/kit/words.ts'
import { useWords } from '../language.ts'
import { Shape, type ShapeName } from './Shape.tsx'
import './countdown.css'

export type CountdownState = 'ok' | 'soon' | 'late' | 'paused' | 'done'

/** What the component needs of the answer of `countdown(…)`. */
export type CountdownFace = {
  state: CountdownState
  words: Words
  /** The part of the time that has been used, 0 to 1. */
  fraction: number
  /** When it is due, and which clock it is, in words. */
  dueWords?: Words | null
  /** Said when work time is over for now: 夜间不走表，明早 8:00 开始. */
  sleepWords?: Words | null
}

type Props = {
  face: CountdownFace
  size?: 'row' | 'text' | 'lead'
  /** More for the third line, behind the due time. */
  note?: string
  bar?: boolean
  /** Says a change of state once to a screen reader. For the one clock of a page, not for rows of a list. */
  announce?: boolean
}

const shapes: Record<CountdownState, ShapeName> = {
  ok: 'pie',
  soon: 'diamond',
  late: 'triangle',
  paused: 'bars',
  done: 'disc',
}
const pixels = { row: 14, text: 16, lead: 20 } as const

export function Countdown({ face, size = 'row', note, bar = true, announce = false }: Props) {
  const { t } = useWords()
  const due = [face.dueWords, size === 'row' ? null : face.sleepWords]
    .flatMap((words) => (words ? [t(words)] : []))
    .concat(note ?? [])
    .join(' · ')
  const used = face.state === 'late' ? 1 : Math.min(Math.max(face.fraction, 0), 1)
  return (
    <span className={`k-cd k-cd-${face.state} k-cd-${size}`}>
      <Shape name={shapes[face.state]} fraction={used} size={pixels[size]} />
      <b>{t(face.words)}</b>
      {bar && (
        <span className="k-cd-bar" aria-hidden="true">
          <span style={{ width: `${Math.round(used * 1000) / 10}%` }} />
        </span>
      )}
      {due !== '' && <span className="k-cd-due">{due}</span>}
      {announce && <Change face={face} />}
    </span>
  )
}

function Change({ face }: { face: CountdownFace }) {
  const { t } = useWords()
  const before = useRef(face.state)
  const [said, setSaid] = useState('')
  const words = t(face.words)
  useEffect(() => {
    if (before.current === face.state) return
    before.current = face.state
    setSaid(words)
  }, [face.state, words])
  return (
    <span className="k-sr" role="status">
      {said}
    </span>
  )
}
