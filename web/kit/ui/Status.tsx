// Shape, word, colour: always all three.
import type { ReactNode } from 'react'
import { useWords } from '../language.ts'
import { kitWords } from '../words.ts'
import { Shape, type ShapeName } from './Shape.tsx'
import './status.css'

export type Tone = 'plain' | 'accent' | 'zhe' | 'zhu' | 'mute'

type StatusProps = {
  shape: ShapeName
  tone?: Tone
  fraction?: number
  size?: number
  children: ReactNode
}

export function Status({ shape, tone = 'plain', fraction = 0, size = 15, children }: StatusProps) {
  return (
    <span className={`k-st k-tone-${tone}`}>
      <Shape name={shape} fraction={fraction} size={size} />
      <span>{children}</span>
    </span>
  )
}

/** 急: the stamp of urgent matters. */
export function Stamp() {
  const { t } = useWords()
  return (
    <span className="k-stamp" role="img" aria-label={t(kitWords.urgent)}>
      {t(kitWords.urgentMark)}
    </span>
  )
}

/** A small frame around one word: how far up a matter has gone, which theme a community has. */
export function Tier({ children }: { children: ReactNode }) {
  return <span className="k-tier">{children}</span>
}
