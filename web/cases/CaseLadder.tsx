// 层层闭环 from the wire: home first there, highest first here, and the resident who has the last word at the foot.
import type { CaseView, Rung as WireRung } from '#core/cases/contract.ts'
import { durationWords } from '#core/cases/countdown.ts'
import { answerWords } from '#core/cases/words.ts'
import { type Say, useTimes, useWords } from '#web/kit/language.ts'
import { air } from '#web/kit/spacing.ts'
import { Ladder, type Rung } from '#web/kit/ui/Ladder.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { casePageWords as words } from './words-case.ts'

type At = (instant: string) => string
type Reading = { view: CaseView; t: Say; near: At }

const wall = { limitKind: 'WALL_HOUR', workDaySeconds: 28_800 } as const

export function CaseLadder({ view }: { view: CaseView }) {
  const { t } = useWords()
  const times = useTimes()
  const reading = { view, t, near: times.near }
  const layers = view.ladder.map((rung, i) => layerOf(rung, i, reading)).toReversed()
  return (
    <section>
      <SectionHeading end={t(words.ladderEnd)}>{t(words.ladder)}</SectionHeading>
      <Ladder rungs={[...layers, ground(reading)]} />
    </section>
  )
}

function layerOf(rung: WireRung, i: number, { view, t, near }: Reading): Rung {
  const home = i === 0
  const time = rung.receivedAt === null ? '' : near(rung.receivedAt)
  const what = home
    ? view.filedAt === null
      ? t(words.reported, { time: near(view.reportedAt) })
      : t(words.filed, { time: near(view.filedAt) })
    : t(words.received, { time })
  return {
    level: t(rung.name),
    state: rung.state === 'confirmed' ? 'closed' : rung.state === 'waiting' ? 'waiting' : 'now',
    up: {
      what,
      ...(rung.givenBy === null ? {} : { by: t(words.from, { who: air(rung.givenBy) }) }),
    },
    down: downOf(rung, { view, t, near }),
    ...(rung.failedChecks > 0 ? { time: rung.failedChecks + 1 } : {}),
  }
}

function downOf(rung: WireRung, { t, near }: Reading): Rung['down'] {
  const held =
    rung.heldSeconds > 60
      ? { note: t(words.heldFor, { time: t(durationWords(rung.heldSeconds, wall)) }) }
      : {}
  if (rung.checkedAt !== null) {
    const what = rung.givenBy === null ? words.closedAt : words.checkedAt
    const by = rung.checkedBy === null ? {} : { note: air(rung.checkedBy) }
    return { what: t(what, { time: near(rung.checkedAt) }), ...by }
  }
  if (rung.state === 'confirmed') return { what: t(words.confirmedAt), ...held }
  if (rung.handedInAt !== null)
    return { what: t(words.handedIn, { time: near(rung.handedInAt) }), ...held }
  if (rung.state === 'checking') return { what: t(words.checking) }
  if (rung.state === 'in_hand') return { what: t(words.inHand), ...held }
  return { what: t(words.waitsAbove) }
}

function ground({ view, t, near }: Reading): Rung {
  const round = view.rounds.at(-1)
  const answer = round?.answer ?? null
  const closed = view.state === 'CLOSED' || view.state === 'ARCHIVED'
  const voices = view.reporter.voices > 0
  return {
    level: t(voices ? words.resident : words.patrol),
    state: answer !== null || view.state === 'ARCHIVED' ? 'closed' : closed ? 'now' : 'waiting',
    up: { what: t(words.reported, { time: near(view.reportedAt) }) },
    down:
      answer !== null
        ? { what: t(answerWords[answer]) }
        : closed && voices
          ? { what: t(words.awaitReply) }
          : null,
  }
}
