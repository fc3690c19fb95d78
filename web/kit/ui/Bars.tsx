// Length before colour, words before legends: a few lengths with their names and numbers.
import { Link } from 'react-router'
import { count } from '../numbers.ts'
import './bars.css'

export type Bar = { key: string; label: string; value: number; to?: string }

export function Bars({ bars, label }: { bars: Bar[]; label: string }) {
  const most = Math.max(1, ...bars.map((bar) => bar.value))
  return (
    <ul className="k-bars" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key}>
          <span>{bar.to === undefined ? bar.label : <Link to={bar.to}>{bar.label}</Link>}</span>
          <span className="k-bars-length">
            <i style={{ width: `calc((100% - 3.4em) * ${bar.value / most})` }} aria-hidden="true" />
            <b>{count(bar.value)}</b>
          </span>
        </li>
      ))}
    </ul>
  )
}

export type OutcomeCounts = { agreed: number; silent: number; refused: number }

/** 认可 ∕ 未回应 ∕ 不认可, always together; silence is hatched and never counted as consent. */
export function Outcomes({
  counts,
  words,
}: {
  counts: OutcomeCounts
  words: Record<keyof OutcomeCounts, string>
}) {
  const all = counts.agreed + counts.silent + counts.refused
  const parts = ['agreed', 'silent', 'refused'] as const
  if (all === 0) return null
  return (
    <ul
      className="k-outcomes"
      style={{
        gridTemplateColumns: parts
          .map((part) => `minmax(max-content, ${Math.max(counts[part], 1)}fr)`)
          .join(' '),
      }}
    >
      {parts.map((part) => (
        <li key={part} className={`is-${part}`}>
          <i aria-hidden="true" hidden={counts[part] === 0} />
          <b>{count(counts[part])}</b>
          <span>{words[part]}</span>
        </li>
      ))}
    </ul>
  )
}
