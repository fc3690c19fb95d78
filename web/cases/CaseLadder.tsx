// 层层闭环 from the wire: home first there, highest first here, and the resident who has the last word at the foot.
import type { CaseView, Rung as WireRung } from '#core/cases/contract.ts'
import { durationWords } from '#core/cases/countdown.ts'
import { answerWords } from '#core/cases/words.ts'
import { type Say, useTimes, useWords } from '#web/kit/language.ts'
import { air } from '#web/kit/spacing.ts'
import { Ladder, type Rung } from '#web/kit/ui/Ladder.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { casePageWords as words } from './words-case.ts'

type Reading = { view: CaseView; t: Say; clock: At; day: At; upDay: string; downDay: string }
type At = (instant: string) => string

/** Held time is told in the time of the whole matter's clock; before it is filed nobody is charged. */
const heldIn = (view: CaseView) => view.clocks.findLast((clock) => clock.kind === 'WHOLE')

/** The day stands once over each rail; a rung of another day says its own. */
export function CaseLadder({ view }: { view: CaseView }) {
  const { t } = useWords()
  const { clock, day } = useTimes()
  const back = view.ladder
    .flatMap((rung) => rung.checkedAt ?? rung.handedInAt ?? [])
    .toSorted()
    .at(-1)
  const upDay = day(view.reportedAt)
  const downDay = back === undefined ? '' : day(back)
  const reading = { view, t, clock, day, upDay, downDay }
  const layers = view.ladder.map((rung, i) => layerOf(rung, i, reading)).toReversed()
  return (
    <section>
      <SectionHeading end={t(words.ladderEnd)}>{t(words.ladder)}</SectionHeading>
      <Ladder
        rungs={[...layers, ground(reading)]}
        upNote={upDay}
        {...(downDay === '' ? {} : { downNote: downDay })}
      />
      <Next view={view} />
    </section>
  )
}

/** One line: who must do what next, and until when. */
function Next({ view }: { view: CaseView }) {
  const { t } = useWords()
  const times = useTimes()
  if (view.next === null) return null
  const { who, what, dueAt } = view.next
  return (
    <p className="case-next">
      <span>{t(words.next)}</span> <b>{air(t(who))}</b> {t(what)}
      {dueAt !== null && <small>{t(words.nextBy, { time: times.near(dueAt) })}</small>}
    </p>
  )
}

const joined = (...parts: (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(' · ')

function layerOf(rung: WireRung, i: number, reading: Reading): Rung {
  const { view, t, clock, day, upDay } = reading
  const home = i === 0
  const at = home ? (view.filedAt ?? view.reportedAt) : (rung.receivedAt ?? view.reportedAt)
  const what = !home ? words.received : view.filedAt === null ? words.reported : words.filed
  const by = joined(
    day(at) === upDay ? null : day(at),
    rung.givenBy === null ? null : air(rung.givenBy),
  )
  return {
    level: t(rung.name),
    state: rung.state === 'confirmed' ? 'closed' : rung.state === 'waiting' ? 'waiting' : 'now',
    up: { what: t(what, { time: clock(at) }), ...(by === '' ? {} : { by }) },
    down: downOf(rung, reading),
  }
}

function downOf(rung: WireRung, { view, t, clock, day, downDay }: Reading): Rung['down'] {
  const whole = heldIn(view)
  const held =
    whole !== undefined && rung.heldSeconds >= 60
      ? t(words.heldFor, { time: t(durationWords(rung.heldSeconds, whole)) })
      : null
  const refused = rung.failedChecks === 0 ? null : t(words.refusedTimes, { n: rung.failedChecks })
  const said = (what: string, ...notes: (string | null)[]) => {
    const note = joined(...notes, refused)
    return { what, ...(note === '' ? {} : { note }) }
  }
  const other = (at: string) => (day(at) === downDay ? null : day(at))
  if (rung.checkedAt !== null) {
    const what = rung.givenBy === null ? words.closedAt : words.checkedAt
    const by = rung.checkedBy === null ? null : air(rung.checkedBy)
    return said(t(what, { time: clock(rung.checkedAt) }), other(rung.checkedAt), by, held)
  }
  if (rung.state === 'confirmed') return said(t(words.confirmedAt), held)
  if (rung.handedInAt !== null)
    return said(t(words.handedIn, { time: clock(rung.handedInAt) }), other(rung.handedInAt), held)
  if (rung.state === 'checking') return said(t(words.checking), held)
  if (rung.state === 'in_hand') return said(t(words.inHand), held)
  return said(t(words.waitsAbove), held)
}

function ground({ view, t, clock }: Reading): Rung {
  const answer = view.rounds.at(-1)?.answer ?? null
  const closed = view.state === 'CLOSED' || view.state === 'ARCHIVED'
  const voices = view.reporter.voices > 0
  return {
    level: t(voices ? words.resident : words.patrol),
    state: answer !== null || view.state === 'ARCHIVED' ? 'closed' : closed ? 'now' : 'waiting',
    up: { what: t(words.reported, { time: clock(view.reportedAt) }) },
    down:
      answer !== null
        ? { what: t(answerWords[answer]) }
        : closed && voices
          ? { what: t(words.awaitReply) }
          : null,
  }
}
