// Next steps that make lateness honest: a question to the reporter, an extension, a suspension; and back again.
import { topLeg, currentRound } from '#core/cases/case.ts'
import { openClock } from '#core/cases/ticking.ts'
import {
  decideAnswer,
  decideExtension,
  decideRequestExtension,
  decideResume,
  decideSuspend,
  decideWaitForReporter,
  openRequest,
} from '#core/cases/waiting.ts'
import { localDate, toMs } from '#core/kit/time.ts'
import { voiceActor } from '#core/people/actor.ts'
import { job } from './cast.ts'
import { remark } from './remarks.ts'
import {
  partWay,
  topReceiver,
  worker,
  day,
  desk,
  diceOf,
  fated,
  head,
  homeTeam,
  instant,
  later,
  soon,
  wasDone,
  whole,
  type Stage,
  type Step,
} from './stage.ts'
import { whereaboutsNear } from './whereabouts.ts'

export function delaying(stage: Stage): Step | null {
  return asking(stage) ?? extending(stage) ?? suspending(stage)
}

const giverOf = (stage: Stage) => topLeg(stage.file)?.giver ?? homeTeam(stage)

function asking(stage: Stage): Step | null {
  const { file } = stage
  const open =
    file.voices.some((voice) => voice.hasContact) && !file.urgent && currentRound(file).waits === 0
  if (!open || !fated(stage, 'ask', 0.05)) return null
  const at = partWay(stage, 0.12)
  const by = worker(stage, topReceiver(stage), at)
  const question = remark(diceOf(stage, 'question'), 'question')
  return { at, by, decide: (f, s) => decideWaitForReporter(f, by, { question }, s) }
}

/** Most answer within days; where nobody does, the wait ends by itself and the work goes on. */
export function whileWaiting(stage: Stage): Step {
  const { file } = stage
  const due = toMs(file.wakeAt ?? file.lastAt)
  if (!fated(stage, 'answers', 0.8)) {
    const input = { words: null, onBehalf: null }
    return { at: whole(due + 60_000), by: job, decide: (f, s) => decideAnswer(f, job, input, s) }
  }
  const at = Math.min(later(stage, 'answer', [2, 90]), due - 60_000)
  const words = remark(diceOf(stage, 'answer'), 'answered', {
    at: whereaboutsNear(diceOf(stage, 'spot')),
  })
  const spoken = file.source === 'RESIDENT_PHONE' || file.source === 'COUNTER'
  const by = spoken ? desk(stage, homeTeam(stage), at) : voiceActor(file.id, 1)
  const onBehalf = spoken ? remark(diceOf(stage, 'behalf'), 'onBehalf') : null
  return { at, by, decide: (f, s) => decideAnswer(f, by, { words, onBehalf }, s) }
}

function extending(stage: Stage): Step | null {
  const { file } = stage
  if (openRequest(file) !== null) return decidingExtension(stage)
  const clock = openClock(file, 'HANDLE')
  const wanted = !file.urgent && file.tier !== 'T1' && fated(stage, 'extend', 0.075)
  if (!wanted || wasDone(stage, 'requestExtension') || clock?.dueAt == null) return null
  if (toMs(clock.dueAt) <= toMs(file.lastAt)) return null
  const at = partWay(stage, 0.62)
  const by = worker(stage, topReceiver(stage), at)
  const amount = Math.max(
    1,
    Math.floor(
      clock.amount *
        diceOf(stage, 'amount').weighed([
          [3, 0.4],
          [4, 0.6],
          [2, 1],
        ]),
    ),
  )
  if (amount > clock.amount) return null
  const reason = remark(diceOf(stage, 'extension'), 'extensionReason')
  return { at, by, decide: (f, s) => decideRequestExtension(f, by, { amount, reason }, s) }
}

function decidingExtension(stage: Stage): Step | null {
  const by = head(stage, giverOf(stage), [openRequest(stage.file)?.by ?? ''])
  if (by === null) return null
  const grant = fated(stage, 'grant', 0.76)
  const reason = remark(diceOf(stage, 'grant'), grant ? 'extensionPublic' : 'extensionRefused')
  const at = soon(stage, 'grant', 60)
  return { at, by, decide: (f, s) => decideExtension(f, by, { grant, reason }, s) }
}

function suspending(stage: Stage): Step | null {
  const { file } = stage
  const ask = file.suspensionAsk
  const wanted = !file.urgent && file.tier >= 'T2' && fated(stage, 'suspend', 0.022)
  if (ask === null && (!wanted || wasDone(stage, 'suspend'))) return null
  if (ask !== null) {
    const by = head(stage, giverOf(stage), [ask.by])
    if (by === null) return null
    const input = { ...ask, madeSafe: true }
    const at = soon(stage, 'approve', 120)
    return { at, by, decide: (f, s) => decideSuspend(f, by, input, s) }
  }
  if (head(stage, giverOf(stage)) === null) return null
  const at = partWay(stage, 0.35)
  const by = worker(stage, topReceiver(stage), at)
  const dice = diceOf(stage, 'suspend')
  const input = {
    publicReason: remark(dice, 'suspendPublic'),
    condition: remark(dice, 'suspendCondition'),
    reviewOn: localDate(instant(at + dice.int(20, 200) * day), 'Asia/Shanghai'),
    madeSafe: true,
  }
  return { at, by, decide: (f, s) => decideSuspend(f, by, input, s) }
}

/** Some resume when the money came, the rest on the review date by themselves. */
export function whileSuspended(stage: Stage): Step {
  const { file } = stage
  const review = toMs(file.wakeAt ?? file.lastAt)
  const reason = remark(diceOf(stage, 'resume'), 'resumed')
  if (!fated(stage, 'resumes early', 0.5)) {
    const at = whole(Math.max(review, toMs(file.lastAt)) + 60_000)
    return {
      at,
      by: job,
      decide: (f, s) => decideResume(f, job, { reason: '到复查日期，自动恢复办理。' }, s),
    }
  }
  const since = toMs(file.lastAt)
  const at = whole(since + (review - since) * (0.3 + 0.6 * diceOf(stage, 'when').next()))
  const by = worker(stage, topReceiver(stage), at)
  return { at, by, decide: (f, s) => decideResume(f, by, { reason }, s) }
}
