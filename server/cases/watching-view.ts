// What a case page shows of urging and supervising, and why neither may be done just now.

import type { CaseFile } from '#core/cases/case.ts'
import type { Move } from '#core/cases/moves.ts'
import type { Settings } from '#core/cases/rules.ts'
import { hasUrgedToday, openSupervisions } from '#core/cases/urging.ts'
import { toMs } from '#core/kit/time.ts'
import type { Actor } from '#core/people/actor.ts'
import { receiverName } from './receivers.ts'
import type { Ground } from './settings.ts'

export function watchingOf(ground: Ground, c: CaseFile, s: Settings) {
  return {
    urging: {
      times: c.urges.length,
      byReporter: c.urges.filter((urge) => urge.by.startsWith('voice:')).length,
      lastAt: c.urges.at(-1)?.at ?? null,
    },
    supervisions: c.supervisions.map(
      ({ serial, areaId, at, words, answerBy, answeredAt, answer }) => ({
        serial,
        layer: receiverName(ground, { areaId, unitId: null }),
        at,
        words,
        answerBy,
        answeredAt,
        answer,
        late: toMs(answeredAt ?? s.now) > toMs(answerBy),
      }),
    ),
  }
}

/** Guards that need no input: said before the form is opened. */
export function whyNotWatch(move: Move, c: CaseFile, by: Actor, s: Settings): string | null {
  if (move === 'urge' && hasUrgedToday(c, by.id, s)) return 'urged_today'
  if (move === 'answerSupervision' && openSupervisions(c).length === 0) return 'nothing_to_answer'
  return null
}
