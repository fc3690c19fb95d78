// The shapes of states. They carry the meaning when colour is gone, so each state has its own outline.
import type { ReactNode } from 'react'

export type ShapeName = 'ring' | 'pie' | 'diamond' | 'triangle' | 'bars' | 'disc' | 'back' | 'cross'

type ShapeProps = { name: ShapeName; size?: number; fraction?: number }

/** A pie whose wedge is the part that has passed. */
function wedge(fraction: number): string {
  const part = Math.min(Math.max(fraction, 0), 0.999)
  if (part < 0.01) return ''
  const angle = part * 2 * Math.PI
  const x = (8 + 5 * Math.sin(angle)).toFixed(2)
  const y = (8 - 5 * Math.cos(angle)).toFixed(2)
  return `M8 8V3A5 5 0 ${part > 0.5 ? 1 : 0} 1 ${x} ${y}z`
}

function drawing(name: ShapeName, fraction: number): ReactNode {
  const line = { fill: 'none', stroke: 'currentColor' } as const
  switch (name) {
    case 'ring':
      return <circle cx="8" cy="8" r="6.4" {...line} strokeWidth="1.4" />
    case 'pie':
      return (
        <>
          <circle cx="8" cy="8" r="6.6" {...line} strokeWidth="1.4" />
          <path d={wedge(fraction)} fill="currentColor" />
        </>
      )
    case 'diamond':
      return <path d="M8 .7 15.3 8 8 15.3.7 8z" fill="currentColor" />
    case 'triangle':
      return <path d="M8 1.2 15.6 14.5H.4z" fill="currentColor" />
    case 'bars':
      return <path d="M3.5 2h3v12h-3zM9.5 2h3v12h-3z" fill="currentColor" />
    case 'disc':
      return (
        <>
          <circle cx="8" cy="8" r="7.3" fill="currentColor" />
          <path
            d="M4.6 8.3 7.1 10.8 11.5 5.7"
            fill="none"
            className="k-shape-cut"
            strokeWidth="1.7"
          />
        </>
      )
    case 'back':
      return (
        <path d="M6.5 2.5 2 7l4.5 4.5M2.5 7H10a3.9 3.9 0 0 1 0 7.5H8" {...line} strokeWidth="1.6" />
      )
    case 'cross':
      return <path d="M3 3l10 10M13 3 3 13" {...line} strokeWidth="1.7" />
  }
}

export function Shape({ name, size = 16, fraction = 0 }: ShapeProps) {
  return (
    <svg className="k-shape" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {drawing(name, fraction)}
    </svg>
  )
}
