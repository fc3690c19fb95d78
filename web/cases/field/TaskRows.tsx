// Tasks as rows for the thumb: matter, place and source left, the countdown right.
import { Link } from 'react-router'
import type { CaseRow } from '#core/cases/contract.ts'
import { countdown } from '#core/cases/countdown.ts'
import { sourceWords, stateWords } from '#core/cases/words.ts'
import { useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { Countdown } from '#web/kit/ui/Countdown.tsx'
import { Stamp, Status } from '#web/kit/ui/Status.tsx'
import { nearPlace, titleOf } from '../case-text.ts'
import { useKept } from './kept.ts'
import { fieldWords } from './words-field.ts'

type Props = {
  rows: CaseRow[]
  /** Of each row, where it also stands as a point on a map. */
  numbers?: ReadonlyMap<string, number>
}

export function TaskRows({ rows, numbers }: Props) {
  const kept = useKept().data ?? []
  const waits = new Set(kept.map(({ about }) => about))
  return (
    <ul className="field-rows">
      {rows.map((row) => (
        <li key={row.number}>
          <TaskRow row={row} n={numbers?.get(row.number) ?? null} waits={waits.has(row.number)} />
        </li>
      ))}
    </ul>
  )
}

type RowProps = { row: CaseRow; n: number | null; waits: boolean }

function TaskRow({ row, n, waits }: RowProps) {
  const { t, lang } = useWords()
  const at = useNow()
  const facets = [
    row.category[lang],
    row.address ?? nearPlace(row.place, lang),
    t(sourceWords[row.source]),
  ]
  return (
    <Link to={paths.field.task(row.number)}>
      <span>
        <b>
          {n !== null && <i className="field-n">{n}</i>} {row.urgent && <Stamp />}{' '}
          {titleOf(row.text, row.category, lang)}
        </b>
        <small>{[...new Set(facets)].join(' · ')}</small>
        <small>{t(stateWords[row.state])}</small>
        {waits && (
          <Status shape="ring" tone="zhe" size={12}>
            {t(fieldWords.waitsHere)}
          </Status>
        )}
      </span>
      {row.clock !== null && <Countdown face={countdown(row.clock, at)} />}
    </Link>
  )
}
