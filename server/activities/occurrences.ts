// A series as it is stored, laid out over days: the dates its rule gives, those left out with the reason, those added
// by hand. What recurrence.ts plans, in the words of core/activities/series.ts.
import type { Occurrence, OccurrencesAsked, SeriesRule } from '#core/activities/series.ts'
import { type Result, done } from '#core/kit/result.ts'
import { type Instant, addMs, compareInstants } from '#core/kit/time.ts'
import { instantAt } from '#core/kit/zones.ts'
import { type PlanFault, type SeriesException, planSessions } from './recurrence.ts'

/** Once, for a series without a rule. */
const onceOnly = 'FREQ=DAILY;COUNT=1'

export function occurrencesOf(
  series: SeriesRule,
  asked: OccurrencesAsked,
): Result<Occurrence[], PlanFault> {
  const { rule, startsOn, startTime, minutes, endedOn, timeZone } = series
  const skips = new Set(series.daysSkipped)
  const planned = planSessions(
    {
      rule: rule ?? onceOnly,
      startsOn,
      startsAt: startTime,
      minutes,
      endsOn: endedOn,
      // A day that was chosen by hand is meant, holiday or not.
      onDaysOff: series.skipsHolidays && rule !== null ? 'skip' : 'hold',
      onMakeUpDays: 'asRuled',
    },
    { timeZone, daysOff: { has: asked.isHoliday }, makeUpDays: new Set() },
    { from: asked.from, to: asked.to },
    addedTo(series),
    asked.max,
  )
  if (!planned.ok) return planned
  const dateOf = (slot: string, startsAt: Instant, skipped: Occurrence['skipped']): Occurrence => ({
    day: slot.slice(0, 10),
    startsAt,
    endsAt: addMs(startsAt, minutes * 60_000),
    skipped,
  })
  const held = planned.value.sessions.map(({ slot, startsAt }) =>
    dateOf(slot, startsAt, skips.has(slot.slice(0, 10)) ? 'exception' : null),
  )
  const left = planned.value.left.flatMap(({ slot }) => {
    const startsAt = instantAt(`${slot}:00`, timeZone)
    return startsAt === null ? [] : [dateOf(slot, startsAt, 'holiday')]
  })
  const all = [...held, ...left].toSorted((a, b) => compareInstants(a.startsAt, b.startsAt))
  return done(all.slice(0, asked.max))
}

function addedTo({ daysAdded, startTime, endedOn }: SeriesRule): SeriesException[] {
  return daysAdded
    .filter((day) => endedOn === null || day <= endedOn)
    .map((day) => ({ kind: 'add', slot: `${day}T${startTime}`, minutes: null }))
}
