// What a case page shows of urging, supervising and the whistle, and why each may not be done just now.

import { missedDue } from '#core/cases/appeal.ts'
import { openAppeal } from '#core/cases/case.ts'
import type { CaseFile } from '#core/cases/case.ts'
import { holds } from '#core/cases/moves.ts'
import type { Move } from '#core/cases/moves.ts'
import type { Settings } from '#core/cases/rules.ts'
import { hasUrgedToday, openSupervisions } from '#core/cases/urging.ts'
import { isCaller } from '#core/cases/whistle.ts'
import type { Whistle } from '#core/cases/whistle.ts'
import { toMs } from '#core/kit/time.ts'
import type { Actor } from '#core/people/actor.ts'
import { receiverName } from './receivers.ts'
import type { Ground } from './settings.ts'

export function watchingOf(ground: Ground, c: CaseFile, by: Actor, s: Settings) {
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
    appeal:
      c.appeal === null
        ? null
        : {
            at: c.appeal.at,
            reason: c.appeal.reason,
            photos: c.appeal.photos,
            overdueAt: c.appeal.overdueAt,
            reviews: c.appeal.reviews.map(({ at, excused, reason }) => ({ at, excused, reason })),
            excused: c.appeal.excused,
          },
    whistles: c.whistles.map((whistle) => whistleView(ground, whistle, by, s)),
  }
}

function whistleView(ground: Ground, w: Whistle, by: Actor, s: Settings) {
  return {
    serial: w.serial,
    layer: receiverName(ground, { areaId: w.areaId, unitId: null }),
    at: w.at,
    reason: w.reason,
    meetBy: w.meetBy,
    plan: w.plan,
    result: w.result,
    settledAt: w.settledAt,
    mine: isCaller(w, by, s),
    calls: w.calls.map(({ receiver, ...call }) => ({
      ...call,
      areaCode: ground.places.geography.get(receiver.areaId).code,
      unitId: receiver.unitId,
      name: receiverName(ground, receiver),
      late: toMs(call.arrivedAt ?? s.now) > toMs(w.meetBy),
      mine: holds(by, receiver, s),
    })),
  }
}

/** Guards that need no input: said before the form is opened. */
export function whyNotWatch(move: Move, c: CaseFile, by: Actor, s: Settings): string | null {
  if (move === 'urge' && hasUrgedToday(c, by.id, s)) return 'urged_today'
  if (move === 'answerSupervision' && openSupervisions(c).length === 0) return 'nothing_to_answer'
  if (move === 'decideAppeal' && openAppeal(c) === null) return 'no_appeal'
  if (move === 'overdueAppeal' && c.appeal !== null) return 'already_appealed'
  if (move === 'overdueAppeal' && missedDue(c, s.now) === null) return 'not_overdue'
  if (move === 'settleWhistle' && c.whistles.every((each) => each.settledAt !== null))
    return 'nothing_to_settle'
  if (move === 'arrive' && c.whistles.every((w) => w.calls.every((k) => k.arrivedAt !== null)))
    return 'already_arrived'
  return null
}
