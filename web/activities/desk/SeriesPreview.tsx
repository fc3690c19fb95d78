// The dates a rule would give, while it is being written: which are left out and why, and where the room is taken.
import { useQuery } from '@tanstack/react-query'
import { type SeriesView, previewSeries } from '#core/activities/contract-series.ts'
import type { SeriesKind } from '#core/activities/series.ts'
import { activityRefusals } from '#core/activities/words-refusals.ts'
import { call } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Problem } from '#web/kit/ui/States.tsx'
import { seriesWords as words } from '../words-desk.ts'
import type { House } from './CentreFrame.tsx'

export type Draft = {
  title: string
  titleEn: string
  kind: SeriesKind
  roomId: string
  rule: string
  startsOn: string
  startTime: string
  minutes: string
  skipsHolidays: boolean
  registration: boolean
  seats: string
  organisation: string
  role: string
  shown: string
  themeId: string
  measureId: string
  about: string
  publish: boolean
}

/** Part of a form that writes the draft. */
export type DraftPart = { draft: Draft; set: (change: Partial<Draft>) => void }

export const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

export function ruleFieldsOf(draft: Draft, known: SeriesView | null) {
  return {
    rule: orNull(draft.rule),
    startsOn: draft.startsOn,
    startTime: draft.startTime,
    minutes: Number(draft.minutes) || 0,
    skipsHolidays: draft.skipsHolidays,
    daysAdded: known?.daysAdded ?? [],
    daysSkipped: known?.daysSkipped ?? [],
  }
}

export function Preview({
  house,
  draft,
  known,
}: {
  house: House
  draft: Draft
  known: SeriesView | null
}) {
  const { t } = useWords()
  const times = useTimes()
  const fields = ruleFieldsOf(draft, known)
  const ready = fields.minutes >= 5 && fields.startsOn !== '' && fields.startTime !== ''
  const asked = {
    code: house.area.code,
    ...fields,
    centreId: house.centre.id,
    roomId: orNull(draft.roomId),
    seriesId: known?.id ?? null,
    max: 12,
  }
  const found = useQuery({
    queryKey: [previewSeries.name, asked],
    queryFn: ({ signal }) => call(previewSeries, asked, signal),
    enabled: ready,
    placeholderData: (before) => before,
  })
  const skipped = { holiday: words.holiday, exception: words.exception }
  return (
    <section aria-live="polite">
      <SectionHeading>{t(words.preview)}</SectionHeading>
      {!ready && <p className="k-note">{t(words.previewWait)}</p>}
      {found.error && <Problem error={found.error} refusals={activityRefusals} />}
      <ol className="a-dates">
        {(found.data?.dates ?? []).map((date) => (
          <li key={date.startsAt}>
            <span className={date.skipped === null ? '' : 'a-off'}>
              {times.long(date.startsAt)}
            </span>
            {date.skipped === null && (
              <span>{`${times.clock(date.startsAt)}–${times.clock(date.endsAt)}`}</span>
            )}
            {date.skipped !== null && <span className="k-note">{t(skipped[date.skipped])}</span>}
            {date.skipped === null && date.taken && <span className="k-zhe">{t(words.taken)}</span>}
            {date.skipped === null && !date.open && (
              <span className="k-zhe">{t(words.notOpen)}</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
