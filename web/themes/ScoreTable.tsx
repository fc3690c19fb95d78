// The candidates as a table that adds up: share with its interval, the two other scores, the bar of three addends with the
// addends written underneath, the sum. Each line opens to where its addends come from.
import { Fragment, useState } from 'react'
import type { EvidenceContent } from '#core/themes/contract-choice.ts'
import { useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { Popover } from '#web/kit/ui/Popover.tsx'
import { Inputs } from './Inputs.tsx'
import { themeWords as words } from './words.ts'
import '#web/kit/ui/table.css'

type Candidate = EvidenceContent['candidates'][number]
type Props = {
  content: EvidenceContent
  candidates?: EvidenceContent['candidates']
  weights?: EvidenceContent['weights']
  chosen?: string | null
}

export const one = (value: number): string => value.toFixed(1)

export function ScoreTable({
  content,
  candidates = content.candidates,
  weights = content.weights,
  chosen = null,
}: Props) {
  const { t } = useWords()
  const [open, setOpen] = useState<string | null>(null)
  return (
    <>
      <div className="k-table-box" role="region" aria-label={t(words.tableTitle)} tabIndex={0}>
        <table className="k-table th-scores">
          <caption className="k-sr">{t(words.tableTitle)}</caption>
          <thead>
            <tr>
              <th scope="col">{t(words.candidate)}</th>
              <th scope="col">{t(words.needHead, { n: count(content.survey?.n ?? 0) })}</th>
              <th scope="col" className="is-figure">
                {t(words.resources)}
              </th>
              <th scope="col" className="is-figure">
                {t(words.structure)}
              </th>
              <th scope="col">{t(words.sumHead)}</th>
              <th scope="col" className="is-figure">
                {t(words.total)}
              </th>
            </tr>
          </thead>
          <tbody>
            {candidates.map((each) => (
              <Fragment key={each.code}>
                <Line
                  candidate={each}
                  chosen={each.code === chosen}
                  open={open === each.code}
                  onOpen={() => setOpen(open === each.code ? null : each.code)}
                />
                {open === each.code && (
                  <tr className="th-inputs">
                    <td colSpan={6}>
                      <Inputs candidate={each} weights={weights} content={content} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      <Legend weights={weights} />
    </>
  )
}

function Legend({ weights }: { weights: EvidenceContent['weights'] }) {
  const { t } = useWords()
  return (
    <div className="th-legend k-note">
      <span>
        <i className="th-fill-need" />
        {t(words.need)} × {weights.need / 100}
      </span>
      <span>
        <i className="th-fill-resources" />
        {t(words.resources)} × {weights.resources / 100}
      </span>
      <span>
        <i className="th-fill-structure" />
        {t(words.structure)} × {weights.structure / 100}
      </span>
      <span className="th-legend-end">
        {t(words.legend)}
        <Popover label={t(words.howHundred)} end>
          <p>{t(words.howResources)}</p>
          <p>{t(words.howStructure)}</p>
        </Popover>
      </span>
    </div>
  )
}

type LineProps = { candidate: Candidate; chosen: boolean; open: boolean; onOpen: () => void }

function Line({ candidate, chosen, open, onOpen }: LineProps) {
  const { t } = useWords()
  const { need, resources, structure, addends, total } = candidate
  return (
    <tr className={chosen ? 'is-chosen' : ''} aria-selected={chosen || undefined}>
      <th scope="row">
        <button
          type="button"
          className="th-name"
          aria-expanded={open}
          title={t(words.inputsOf, { name: t(candidate.name) })}
          onClick={onOpen}
        >
          {t(candidate.name)}
        </button>
      </th>
      <td>
        <div className="th-need">
          <Whisker {...need} />
          <span>
            {one(need.share)}%
            <small>
              {one(need.low)}–{one(need.high)}
            </small>
          </span>
        </div>
      </td>
      <td className="is-figure">{resources.score}</td>
      <td className="is-figure">{structure.score}</td>
      <td>
        <div className="th-bar" aria-hidden="true">
          <i className="th-fill-need" style={{ width: `${addends.need}%` }} />
          <i className="th-fill-resources" style={{ width: `${addends.resources}%` }} />
          <i className="th-fill-structure" style={{ width: `${addends.structure}%` }} />
        </div>
        <small>
          {one(addends.need)} ＋ {one(addends.resources)} ＋ {one(addends.structure)}
        </small>
      </td>
      <td className="is-figure th-total">{one(total)}</td>
    </tr>
  )
}

/** Estimate as a tick of ink, interval as a band, on a scale that is the same in every line. */
export function Whisker({ share, low, high }: { share: number; low: number; high: number }) {
  return (
    <svg
      className="th-whisker"
      viewBox="0 0 200 26"
      role="img"
      aria-label={`${one(share)}% (${one(low)}–${one(high)})`}
    >
      <path d="M0 13H200" className="th-axis" />
      <path d="M.5 6V20M100 9V17M199.5 6V20" className="th-notch" />
      <rect
        x={low * 2}
        y="6"
        width={Math.max(1, (high - low) * 2)}
        height="14"
        className="th-band"
      />
      <path d={`M${share * 2} 3V23`} className="th-tick" />
    </svg>
  )
}
