// The cases of a bulk, one line each: before it what stands in the way, afterwards how it came out.
import type { BulkMove } from '#core/cases/bulk.ts'
import type { BulkItem, BulkProof } from '#core/cases/contract-bulk.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import { stateWords } from '#core/cases/words.ts'
import type { Words } from '#core/kit/words.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { air } from '#web/kit/spacing.ts'
import { Tick } from '#web/kit/ui/Field.tsx'
import { Stamp, Status } from '#web/kit/ui/Status.tsx'
import { commonRefusalWords } from '#web/kit/words.ts'
import { photoOf } from '../case-photos.ts'
import { titleOf } from '../case-text.ts'
import type { Fate } from './bulk-run.ts'
import { bulkWords as words, bulkWhyWords } from './words-bulk.ts'

const reasons: Readonly<Record<string, Words | undefined>> = {
  ...commonRefusalWords,
  ...refusalWords,
}
export const whyOf = (code: string): Words =>
  bulkWhyWords[code] ?? reasons[code] ?? refusalWords.not_possible_now

type Props = {
  move: BulkMove
  items: readonly BulkItem[]
  fates: ReadonlyMap<string, Fate> | null
  seen: ReadonlySet<string>
  onSeen: (number: string, seen: boolean) => void
}

export function BulkList({ move, items, fates, seen, onSeen }: Props) {
  const { t } = useWords()
  const inIt = items.filter(({ number, why }) => (fates ? fates.has(number) : why === null))
  const out = items.filter((item) => item.why !== null)
  return (
    <>
      {inIt.length > 0 && (
        <section>
          <h3 className="k-label">{t(words.willDo, { n: inIt.length })}</h3>
          <ul className="case-bulk-list">
            {inIt.map((item) => (
              <li key={item.number}>
                <Named item={item} />
                {fates ? (
                  <Came fate={fates.get(item.number)} />
                ) : (
                  move === 'checkPass' && (
                    <Looked
                      item={item}
                      seen={seen.has(item.number)}
                      onSeen={(on) => onSeen(item.number, on)}
                    />
                  )
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {out.length > 0 && (
        <section>
          <h3 className="k-label">{t(words.staysOut, { n: out.length })}</h3>
          <ul className="case-bulk-list">
            {out.map((item) => (
              <li key={item.number}>
                <Named item={item} />
                <span className="k-compact k-sub">{t(whyOf(item.why ?? ''))}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Named({ item }: { item: BulkItem }) {
  const { t, lang } = useWords()
  if (item.case === null) return <span className="case-bulk-name">{item.number}</span>
  const { text, category, state, urgent } = item.case
  return (
    <span className="case-bulk-name">
      {urgent && <Stamp />} <b>{titleOf(text, category, lang)}</b>
      <small>
        {item.number} · {t(category)} · {t(stateWords[state])}
      </small>
    </span>
  )
}

function Came({ fate }: { fate: Fate | undefined }) {
  const { t } = useWords()
  if (fate?.is === 'done')
    return (
      <Status shape="disc" tone="accent">
        {t(words.isDone)}
      </Status>
    )
  if (fate?.is === 'refused')
    return (
      <Status shape="triangle" tone="zhe">
        {t(whyOf(fate.refusal))}
      </Status>
    )
  return (
    <Status shape="ring" tone="mute">
      {t(words.isWaiting)}
    </Status>
  )
}

/** The proof itself, and a tick that says somebody looked: nothing passes unseen because it stood in a list. */
function Looked({
  item,
  seen,
  onSeen,
}: {
  item: BulkItem
  seen: boolean
  onSeen: (seen: boolean) => void
}) {
  const { t } = useWords()
  const proof = item.case?.proof ?? null
  if (proof === null) return null
  return (
    <div className="case-bulk-proof">
      <Shown number={item.number} proof={proof} />
      <Tick label={t(words.seen)} checked={seen} onChange={onSeen} />
    </div>
  )
}

function Shown({ number, proof }: { number: string; proof: BulkProof }) {
  const { t } = useWords()
  const times = useTimes()
  const photos = [...proof.photosBefore, ...proof.photosAfter]
  return (
    <>
      <p className="k-compact">
        {proof.text === '' ? t(words.noWords) : air(proof.text)}
        <span className="k-note"> · {t(words.proofAt, { time: times.near(proof.at) })}</span>
      </p>
      {photos.length > 0 && (
        <p className="case-bulk-photos">
          {photos.map((hash, i) => (
            <a key={hash} href={photoOf(hash, number)} target="_blank" rel="noreferrer">
              <img
                src={photoOf(hash, number, 'thumb')}
                loading="lazy"
                alt={`${number} ${i + 1} ∕ ${photos.length}`}
              />
            </a>
          ))}
        </p>
      )}
    </>
  )
}
