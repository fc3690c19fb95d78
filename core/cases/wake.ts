// What happens by itself when nobody acts: a wait ends, a review date comes, a window passes, a case is archived.
// The job asks this under the row lock; if the case moved on meanwhile, nothing is due and nothing is written.

import { refused } from '#core/kit/result.ts'
import { addDays, toMs } from '#core/kit/time.ts'
import type { Actor } from '#core/people/actor.ts'
import { decideAnswer } from './waiting.ts'
import { currentRound } from './case.ts'
import type { CaseFile } from './case.ts'
import type { Decided } from './change.ts'
import { decideArchive, decideClose, decideWindowPasses } from './closing.ts'
import { decideResume } from './waiting.ts'
import { nextMeetBy } from './meeting-time.ts'
import { decideMeetByPasses } from './whistle.ts'
import type { Settings } from './rules.ts'

export const wakeJob: Actor = { kind: 'job', id: 'wake' }

export function decideWake(c: CaseFile, s: Settings): Decided {
  if (c.wakeAt === null || toMs(c.wakeAt) > toMs(s.now)) return refused('not_due')
  const meetBy = nextMeetBy(c)
  if (meetBy !== null && toMs(meetBy) <= toMs(s.now)) return decideMeetByPasses(c, wakeJob, s)
  switch (c.state) {
    case 'WAITING_REPORTER':
      return decideAnswer(c, wakeJob, { words: null, onBehalf: null }, s)
    case 'SUSPENDED':
      return decideResume(c, wakeJob, { reason: '到了复查日期' }, s)
    case 'CHECKED':
      return decideClose(
        c,
        wakeJob,
        { outcome: 'solved', words: '网格员当场处理完毕。', conditionMet: true },
        s,
      )
    case 'CLOSED':
      return ofClosed(c, s)
    case 'NOT_ACCEPTED':
    case 'VOID':
      return decideArchive(c, wakeJob, s)
    default:
      return refused('not_due')
  }
}

function ofClosed(c: CaseFile, s: Settings): Decided {
  const closedAt = currentRound(c).closedAt
  const over = closedAt !== null && toMs(s.now) >= toMs(addDays(closedAt, s.rules.archiveAfterDays))
  const silent = currentRound(c).answer === null && c.voices.length > 0
  if (silent) return decideWindowPasses(c, wakeJob, s)
  return over ? decideArchive(c, wakeJob, s) : refused('not_due')
}
