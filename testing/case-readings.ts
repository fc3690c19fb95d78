// What a story is asked about: which clocks run, when they are due on the town's clocks, who holds the case.

import { chain } from '#core/cases/case.ts'
import type { ClockKind } from '#core/cases/clock.ts'
import { lastClock } from '#core/cases/ticking.ts'
import { localDate, localTime } from '#core/kit/time.ts'
import type { Story } from './case-town.ts'

const zone = 'Asia/Shanghai'

/** Kinds of the clocks that run, and of those that stand still, marked with a bar: ['HANDLE|', 'RESPOND']. */
export const ticking = (story: Story): string[] =>
  story.file.clocks
    .filter((k) => k.endedAt === null)
    .map((k) => (k.dueAt === null ? `${k.kind}|` : k.kind))
    .toSorted()

/** '2026-03-10 09:00'; null while it stands still, or if there is none. */
export function due(story: Story, kind: ClockKind): string | null {
  const at = lastClock(story.file, kind)?.dueAt ?? null
  return at === null ? null : `${localDate(at, zone)} ${localTime(at, zone)}`
}

/** Layers above home: '3', '2/21'. */
export const stack = (story: Story): string[] =>
  chain(story.file).map(({ receiver: r }) =>
    r.unitId === null ? `${r.areaId}` : `${r.areaId}/${r.unitId}`,
  )
