// One piece, one square: open overdue cases by age, darker with age and labelled. On the staff side each square is a link.
import { Link } from 'react-router'
import { sparse } from '../numbers.ts'
import './squares.css'

export type SquareRow = {
  key: string
  label: string
  count: number
  /** How old: 1 to 4. */
  shade: 1 | 2 | 3 | 4
  pieces?: { key: string; label: string; to: string }[]
}

const drawnMax = 120

export function Squares({ rows }: { rows: SquareRow[] }) {
  return (
    <dl className="k-squares">
      {rows.map((row) => (
        <div key={row.key}>
          <dt>{row.label}</dt>
          <dd className={`is-shade-${row.shade}`}>
            {row.pieces
              ? row.pieces.map((piece) => (
                  <Link
                    key={piece.key}
                    to={piece.to}
                    aria-label={piece.label}
                    title={piece.label}
                  />
                ))
              : Array.from({ length: Math.min(row.count, drawnMax) }, (_, i) => (
                  <i key={i} aria-hidden="true" />
                ))}
          </dd>
          <dd>{sparse(row.count)}</dd>
        </div>
      ))}
    </dl>
  )
}
