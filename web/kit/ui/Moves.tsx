// What can be done now, the first one filled, and what cannot, with its reason. Nothing is hidden.
import { useId } from 'react'
import { useWords } from '../language.ts'
import { kitWords } from '../words.ts'
import { Button } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { Key } from './Button.tsx'
import './moves.css'

export type Move = {
  key: string
  label: string
  /** One sentence: what it asks for, and what it does to clock and record. */
  hint?: string
  hotkey?: string
  icon?: IconName
  /** From the rule that the server uses, in words; null when the move is open. */
  whyNot: string | null
  grave?: boolean
  busy?: boolean
  onChoose: () => void
}

function OpenMove({ move, first }: { move: Move; first: boolean }) {
  const hintId = useId()
  const look = move.grave ? 'grave' : first ? 'pri' : 'plain'
  return (
    <li>
      <button
        type="button"
        className={`k-btn k-btn-${look} k-move${first ? ' is-first' : ''}`}
        aria-describedby={move.hint ? hintId : undefined}
        aria-disabled={move.busy || undefined}
        onClick={move.busy ? undefined : move.onChoose}
      >
        {move.icon && <Icon name={move.icon} size={first ? 21 : 18} />}
        <span className="k-move-label">{move.label}</span>
        {move.hotkey && <Key>{move.hotkey}</Key>}
      </button>
      {move.hint && (
        <p className="k-why" id={hintId}>
          {move.hint}
        </p>
      )}
    </li>
  )
}

export function Moves({ moves }: { moves: Move[] }) {
  const { t } = useWords()
  const open = moves.filter((move) => move.whyNot === null)
  const shut = moves.filter((move) => move.whyNot !== null)
  return (
    <div className="k-moves">
      <ul className="k-moves-open">
        {open.map((move, i) => (
          <OpenMove key={move.key} move={move} first={i === 0 && !move.grave} />
        ))}
      </ul>
      {shut.length > 0 && (
        <>
          <p className="k-label k-moves-head">{t(kitWords.nowImpossible)}</p>
          <ul className="k-moves-shut">
            {shut.map((move) => (
              <li key={move.key}>
                <Button whyNot={move.whyNot}>{move.label}</Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
