// What is selected, and what could be done with it: stands above the list while anything is.
import { type Ref } from 'react'
import { bulkMax, type BulkMove, bulkMoves, startsBulk } from '#core/cases/bulk.ts'
import type { CaseRow } from '#core/cases/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import type { Picks } from './usePicks.ts'
import { bulkAsks, bulkWords as words } from './words-bulk.ts'
import './bulk.css'

type Props = {
  bar: Ref<HTMLDivElement>
  rows: readonly CaseRow[]
  picks: Picks
  begin: (move: BulkMove) => void
}

export function BulkBar({ bar, rows, picks, begin }: Props) {
  const { t } = useWords()
  const n = picks.numbers.length
  if (n === 0) return null
  const picked = rows.filter((row) => picks.has(row.number))
  const offered = bulkMoves
    .map((move) => ({ move, n: picked.filter((row) => startsBulk(move, row.state)).length }))
    .filter((one) => one.n > 0)
  return (
    <div className="case-bulk" ref={bar} role="region" aria-label={t(words.bulk)}>
      <p className="k-spread">
        <span role="status">
          {t(words.picked, { n, max: bulkMax })}
          {picks.full && <em className="k-zhe"> · {t(words.full, { max: bulkMax })}</em>}
        </span>
        <span className="k-row">
          <button type="button" className="k-link" onClick={picks.all}>
            {t(words.all)}
          </button>
          <button type="button" className="k-link" onClick={picks.clear}>
            {t(words.none)}
          </button>
        </span>
      </p>
      <div className="case-bulk-acts">
        {offered.map((one) => (
          <Button key={one.move} onClick={() => begin(one.move)}>
            {t(words.verbN, { verb: t(bulkAsks[one.move].verb), n: one.n })}
          </Button>
        ))}
      </div>
    </div>
  )
}
