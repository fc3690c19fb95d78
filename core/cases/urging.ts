// Urging 催办 and supervising 督办 (move 40): words that move no clock and no state. What they leave is a trace that
// everybody concerned can read, and an answer owed to whoever supervises.

import { done, refused } from '#core/kit/result.ts'
import { fromMs, localDate, nextDate, toMs } from '#core/kit/time.ts'
import type { Instant, LocalDate } from '#core/kit/time.ts'
import type { Actor } from '#core/people/actor.ts'
import { voiceActor } from '#core/people/actor.ts'
import { headAt, parentSpot } from '#core/people/rights.ts'
import { isWorkday } from '#core/places/calendar.ts'
import type { Calendar } from '#core/places/calendar.ts'
import { topLeg } from './case.ts'
import type { CaseFile } from './case.ts'
import { enter, guard, saysEnough } from './change.ts'
import type { Decided } from './change.ts'
import { saidByReporter } from './moves.ts'
import type { Settings } from './rules.ts'

/** `by` is a person's id or a voice's; the words stand in the journal. */
export type Urge = { by: string; at: Instant; day: LocalDate }

/** `areaId` is the layer that supervises. Answered or not, it stays: the trace of it is the point. */
export type Supervision = {
  serial: number
  by: string
  areaId: number
  at: Instant
  words: string
  answerBy: Instant
  answeredAt: Instant | null
  answeredBy: string | null
  answer: string | null
}

/** Weekends and festivals belong to the work day that follows: "once per work day" is counted by it. */
export function workdayOf(instant: Instant, calendar: Calendar): LocalDate {
  let day = localDate(instant, calendar.timeZone)
  while (!isWorkday(calendar, day)) day = nextDate(day)
  return day
}

/** Staff who write down the reporter's urging use up the reporter's word of that day, not their own. */
const urgesAs = (c: CaseFile, by: Actor, onBehalf: string | null): string =>
  by.kind === 'person' && onBehalf !== null ? voiceActor(c.id, 1).id : by.id

/** The reporter urges once per work day; those who answer for the case are bound by no count. */
export function hasUrgedToday(c: CaseFile, as: string, s: Settings): boolean {
  const today = workdayOf(s.now, s.calendar)
  return as.startsWith('voice:') && c.urges.some((urge) => urge.by === as && urge.day === today)
}

export function decideUrge(
  c: CaseFile,
  by: Actor,
  input: { words: string; onBehalf: string | null },
  s: Settings,
): Decided {
  const may = guard('urge', c, by, s)
  if (!may.ok) return may
  const forReporter = by.kind === 'voice' || input.onBehalf !== null
  if (forReporter && !saidByReporter(c, by, input.onBehalf)) return refused('not_yours')
  const as = urgesAs(c, by, input.onBehalf)
  if (hasUrgedToday(c, as, s)) return refused('urged_today')
  if (!saysEnough(input.words)) return refused('reason_missing')
  const urge = { by: as, at: s.now, day: workdayOf(s.now, s.calendar) }
  return done(
    enter({ ...c, urges: [...c.urges, urge] }, 'urge', by, s, {
      reason: input.words,
      onBehalf: input.onBehalf,
      facts: { by: forReporter ? 'reporter' : 'staff' },
    }),
  )
}

/** The nearest layer above the home layer that this person heads: in whose name he supervises. */
export function supervisingLayer(c: CaseFile, by: Actor, s: Settings): number | null {
  for (let spot = parentSpot(s.spot(c.homeAreaId)); spot !== null; spot = parentSpot(spot))
    if (headAt(by, spot)) return spot.areaId
  return null
}

export function decideSupervise(
  c: CaseFile,
  by: Actor,
  input: { words: string; answerBy: Instant },
  s: Settings,
): Decided {
  const may = guard('supervise', c, by, s)
  if (!may.ok) return may
  const areaId = supervisingLayer(c, by, s)
  if (areaId === null) return refused('not_yours')
  if (toMs(input.answerBy) <= toMs(s.now)) return refused('answer_by_past')
  if (!saysEnough(input.words)) return refused('reason_missing')
  const supervision: Supervision = {
    serial: c.supervisions.length + 1,
    by: by.id,
    areaId,
    at: s.now,
    words: input.words,
    answerBy: fromMs(toMs(input.answerBy)),
    answeredAt: null,
    answeredBy: null,
    answer: null,
  }
  return done(
    enter({ ...c, supervisions: [...c.supervisions, supervision] }, 'supervise', by, s, {
      reason: input.words,
      facts: { serial: supervision.serial, layer: areaId, answerBy: supervision.answerBy },
    }),
  )
}

export const openSupervisions = (c: CaseFile): Supervision[] =>
  c.supervisions.filter((each) => each.answeredAt === null)

export function decideAnswerSupervision(
  c: CaseFile,
  by: Actor,
  input: { serial: number; words: string },
  s: Settings,
): Decided {
  const may = guard('answerSupervision', c, by, s)
  if (!may.ok) return may
  const asked = openSupervisions(c).find((each) => each.serial === input.serial)
  if (asked === undefined) return refused('nothing_to_answer')
  if (!saysEnough(input.words)) return refused('reason_missing')
  const answered = { ...asked, answeredAt: s.now, answeredBy: by.id, answer: input.words }
  const supervisions = c.supervisions.map((each) => (each === asked ? answered : each))
  return done(
    enter({ ...c, supervisions }, 'answerSupervision', by, s, {
      reason: input.words,
      facts: {
        serial: asked.serial,
        layer: asked.areaId,
        leg: topLeg(c)?.serial ?? null,
        late: toMs(s.now) > toMs(asked.answerBy),
      },
    }),
  )
}
