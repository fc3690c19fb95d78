// What colleagues added beside the proof: newest first, each with who and when. Nothing here is shown to residents.
import { lazy, Suspense } from 'react'
import type { CaseView, EntryView } from '#core/cases/contract.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { air } from '#web/kit/spacing.ts'
import { Icon } from '#web/kit/ui/Icon.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { paperOf, photoOf } from './case-photos.ts'
import { papersWords as words } from './forms/words-papers.ts'
import './attached.css'

const Spoken = lazy(async () => ({ default: (await import('./Spoken.tsx')).Spoken }))

const besides = (entry: EntryView): boolean =>
  (entry.move === 'attach' || entry.move === 'note') &&
  entry.photos.length + entry.documents.length + entry.recordings.length > 0

export function Attachments({ view, className = '' }: { view: CaseView; className?: string }) {
  const { t } = useWords()
  const added = view.timeline.filter(besides).toReversed()
  if (added.length === 0) return null
  return (
    <section className={`case-attached ${className}`}>
      <SectionHeading end={t(words.headingEnd)}>{t(words.heading)}</SectionHeading>
      <ul>
        {added.map((entry) => (
          <Added key={entry.version} entry={entry} view={view} />
        ))}
      </ul>
    </section>
  )
}

function Added({ entry, view }: { entry: EntryView; view: CaseView }) {
  const { number } = view
  const { t } = useWords()
  const times = useTimes()
  const who = entry.who === null ? '' : ` · ${t(entry.who)}`
  return (
    <li>
      <p>
        {entry.reason !== null && <span>{air(entry.reason)} </span>}
        <small className="k-note">
          {times.dayTime(entry.at)}
          {who}
        </small>
      </p>
      {entry.recordings.length > 0 && (
        <Suspense fallback={null}>
          <Spoken entry={entry} view={view} />
        </Suspense>
      )}
      {entry.documents.map((hash, i) => (
        <a key={hash} className="k-link case-attached-paper" href={paperOf(hash, number)} download>
          <Icon name="paper" size={18} /> {t(words.paper, { n: i + 1 })}
        </a>
      ))}
      {entry.photos.length > 0 && (
        <div className="case-attached-photos">
          {entry.photos.map((hash, i) => (
            <a key={hash} href={photoOf(hash, number)}>
              <img
                src={photoOf(hash, number, 'thumb')}
                alt={t(words.photo, { n: i + 1 })}
                loading="lazy"
              />
            </a>
          ))}
        </div>
      )}
    </li>
  )
}
