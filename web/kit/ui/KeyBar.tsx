// The foot of the desk: which keys work here. Nothing can be done only by key.
import type { ReactNode } from 'react'
import { useSettings } from '../settings.tsx'
import { Key } from './Button.tsx'
import './keybar.css'

export type KeyHint = { keys: string[]; label: string }

export function KeyBar({ hints, end }: { hints: KeyHint[]; end?: ReactNode }) {
  const { keys } = useSettings()
  return (
    <footer className="k-keybar">
      {keys &&
        hints.map((hint) => (
          <span key={hint.label}>
            {hint.keys.map((key) => (
              <Key key={key}>{key}</Key>
            ))}
            {hint.label}
          </span>
        ))}
      {end !== undefined && <span className="k-keybar-end">{end}</span>}
    </footer>
  )
}
