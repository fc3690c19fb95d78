// A row of the wire as the kit's queue row shows it.
import type { State } from '#core/cases/case.ts'
import type { CaseRow } from '#core/cases/contract.ts'
import { sourceWords, stateWords, tierWords } from '#core/cases/words.ts'
import type { Lang } from '#core/kit/words.ts'
import type { Say } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import type { QueueItem } from '#web/kit/ui/QueueRow.tsx'
import { nearPlace, titleOf } from './case-text.ts'
import { faceOf } from './face.ts'
import { queuePageWords } from './words-queue.ts'

type Shape = Omit<QueueItem['shape'], 'word'>

const shapes: Partial<Record<State, Shape>> = {
  HANDLING: { name: 'pie', tone: 'accent' },
  RETURNED: { name: 'back', tone: 'zhe' },
  REWORK: { name: 'back', tone: 'zhe' },
  CONTESTED: { name: 'back', tone: 'zhe' },
  WAITING_REPORTER: { name: 'bars', tone: 'mute' },
  SUSPENDED: { name: 'bars', tone: 'mute' },
  HANDLED: { name: 'pie', tone: 'accent' },
  PASSING_BACK: { name: 'pie', tone: 'accent' },
  CHECKED: { name: 'disc', tone: 'accent' },
  CLOSED: { name: 'disc', tone: 'accent' },
  ARCHIVED: { name: 'disc', tone: 'mute' },
  NOT_ACCEPTED: { name: 'cross', tone: 'mute' },
  VOID: { name: 'cross', tone: 'mute' },
}

export function shapeOf(state: State): Shape {
  return shapes[state] ?? { name: 'ring', tone: 'mute' }
}

type Reading = { at: string; t: Say; lang: Lang; day?: (instant: string) => string }

/** With `day` the row also says its state and when it was reported: for lists of more than one state. */
export function itemOf(row: CaseRow, { at, t, lang, day }: Reading): QueueItem {
  const remark =
    row.returnedBecause === null
      ? null
      : t(queuePageWords.returnedFor, { why: row.returnedBecause })
  return {
    key: row.number,
    title: titleOf(row.text, row.category, lang),
    place: [
      nearPlace(row.place, lang),
      ...(day ? [t(stateWords[row.state]), day(row.reportedAt)] : []),
    ].join(' · '),
    ...(remark === null ? {} : { remark }),
    category: t(row.category),
    source: t(sourceWords[row.source]),
    // The English name of a tier is too long for its frame; the number says it.
    tier: lang === 'en' ? row.tier.replace('T', 'Tier ') : t(tierWords[row.tier]),
    urgent: row.urgent,
    shape: { ...shapeOf(row.state), word: t(stateWords[row.state]) },
    countdown: row.clock === null ? null : faceOf(row.clock, at),
    to: paths.desk.case(row.number),
  }
}
