// 层层闭环: up the left rail as a matter is handed on, down the right rail as each layer checks and closes.
// For a screen reader it is an ordered list: “区级：10:40 办完”.
import { useWords } from '../language.ts'
import { kitWords } from '../words.ts'
import { Icon } from './Icon.tsx'
import { Shape } from './Shape.tsx'
import './ladder.css'

export type Rung = {
  level: string
  state: 'closed' | 'now' | 'waiting'
  /** How it came up to this layer: when and what, then by whom. */
  up: { what: string; by?: string } | null
  /** What this layer did on the way back, or what it waits for. */
  down: { what: string; note?: string; at?: string } | null
  /** 2 and more: this layer does it again. */
  time?: number
}

type Props = {
  /** From the highest layer reached down to the resident. */
  rungs: Rung[]
  /** `both` on the desk; `back` is the right rail only, for phones and residents. */
  rails?: 'both' | 'back'
  upNote?: string
  downNote?: string
}

function Node({ rung, size }: { rung: Rung; size: number }) {
  if (rung.state === 'closed') return <Shape name="disc" size={size} />
  if (rung.state === 'now') return <Shape name="pie" fraction={0.04} size={size} />
  return <Shape name="ring" size={size} />
}

function stateWord(rung: Rung) {
  if (rung.state === 'closed') return kitWords.layerClosed
  return rung.state === 'now' ? kitWords.layerNow : kitWords.layerWaiting
}

export function Ladder({ rungs, rails = 'both', upNote, downNote }: Props) {
  const { t } = useWords()
  if (rails === 'back') return <BackLadder rungs={rungs} />
  return (
    <div className="k-ladder">
      <div className="k-ladder-heads" aria-hidden="true">
        <span>
          {t(kitWords.handedOn)} {upNote !== undefined && <small>{upNote}</small>}
        </span>
        <span>
          {t(kitWords.closedBack)} {downNote !== undefined && <small>{downNote}</small>}
        </span>
      </div>
      <ol>
        {rungs.map((rung) => (
          <li key={rung.level} className={`is-${rung.state}`}>
            <div className="k-ladder-up">
              {rung.up?.what}
              {rung.up?.by !== undefined && <small>{rung.up.by}</small>}
            </div>
            <span className="k-ladder-rail is-up">
              <i>
                <Icon name="up" size={13} />
              </i>
            </span>
            <div className="k-ladder-level">
              {rung.level}
              <span className="k-sr">：{t(stateWord(rung))}</span>
            </div>
            <span className="k-ladder-rail is-down">
              <i>
                <Node rung={rung} size={16} />
              </i>
            </span>
            <div className="k-ladder-down">
              {rung.down?.what}
              <Small rung={rung} />
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}

function Small({ rung }: { rung: Rung }) {
  const { t } = useWords()
  const again =
    rung.time !== undefined && rung.time > 1 ? t(kitWords.timesNth, { n: rung.time }) : ''
  const text = [again, rung.down?.note ?? ''].filter((part) => part !== '').join(' · ')
  return text === '' ? null : <small>{text}</small>
}

function BackLadder({ rungs }: { rungs: Rung[] }) {
  const { t } = useWords()
  return (
    <ol className="k-ladder-back">
      {rungs.map((rung) => (
        <li key={rung.level} className={`is-${rung.state}`}>
          <i>
            <Node rung={rung} size={18} />
          </i>
          <b>{rung.level}</b>
          <span>
            {rung.down?.what}
            <span className="k-sr">，{t(stateWord(rung))}</span>
            <Small rung={rung} />
          </span>
          <time>{rung.down?.at}</time>
        </li>
      ))}
    </ol>
  )
}
