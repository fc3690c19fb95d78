// Next steps from "done" to the archive: checks layer by layer, closing, and the reporter's last word.
import { currentRound, handlersOf, topLeg, type Receiver } from '#core/cases/case.ts'
import { decideConfirm, decideObject, decideRate, decideReopen } from '#core/cases/answers.ts'
import { decideCheckFail, decideCheckPass, decideConfirmOnward } from '#core/cases/check.ts'
import { decideClose, decideWindowPasses } from '#core/cases/closing.ts'
import { lastClock, openClock } from '#core/cases/ticking.ts'
import { toMs } from '#core/kit/time.ts'
import { voiceActor, type Actor, type Person } from '#core/people/actor.ts'
import { job } from './cast.ts'
import { remark } from './remarks.ts'
import {
  worker,
  categoryOf,
  day,
  desk,
  deskRoles,
  diceOf,
  fated,
  head,
  homeTeam,
  hour,
  later,
  parentTeam,
  soon,
  teamAt,
  wasDone,
  whole,
  type Stage,
  type Step,
} from './stage.ts'
import { archiving, contesting } from './steps-filing.ts'
import { outcomeOf } from './steps-work.ts'

/** By somebody on the giver's side who neither handled nor reported it. */
export function checking(stage: Stage): Step | null {
  const leg = topLeg(stage.file)
  if (leg === null) return null
  const by = checkerAt(stage, leg.giver)
  if (by === null) return null
  const at = soon(stage, 'check', fated(stage, `slow check ${leg.serial}`, 0.07) ? 700 : 130)
  const dice = diceOf(stage, 'check')
  const fails = fated(
    stage,
    `fails ${leg.serial} ${leg.failedChecks}`,
    leg.failedChecks === 0 ? 0.065 : 0.12,
  )
  if (fails && outcomeOf(stage) === 'solved') {
    const reason = remark(dice, dice.chance(0.6) ? 'rework' : 'missing')
    return { at, by, decide: (f, s) => decideCheckFail(f, by, { reason }, s) }
  }
  const site = categoryOf(stage).evidence.onSite || dice.chance(0.42)
  const how = site ? 'on_site' : dice.chance(0.8) ? 'by_proof' : 'by_phone'
  const kind =
    how === 'on_site' ? 'checkedOnSite' : how === 'by_proof' ? 'checkedByProof' : 'checkedByPhone'
  const note = remark(dice, kind)
  return { at, by, decide: (f, s) => decideCheckPass(f, by, { how, note }, s) }
}

/** The desk's third seat checks where there is one, so that dispatching and checking stay apart. */
function checkerAt(stage: Stage, giver: Receiver): Person | null {
  const not = [...handlersOf(stage.file), stage.file.createdBy, topLeg(stage.file)?.givenBy ?? '']
  const second = stage.cast.find(giver, deskRoles, not)
  const third = second === null ? null : stage.cast.find(giver, deskRoles, [...not, second.id])
  const apart = not.slice(0, -1)
  return third ?? second ?? stage.cast.find(giver, deskRoles, apart) ?? head(stage, giver, apart)
}

export function confirmingOnward(stage: Stage): Step | null {
  const top = topLeg(stage.file)
  if (top === null) return null
  const at = soon(stage, 'onward', fated(stage, 'slow onward', 0.08) ? 320 : 50)
  const by = worker(stage, top.receiver, at)
  return { at, by, decide: (f, s) => decideConfirmOnward(f, by, s) }
}

export function closing(stage: Stage): Step {
  const { file } = stage
  const own = currentRound(file).selfHandled
  const not = [...handlersOf(file), file.createdBy]
  const outcome = own ? 'solved' : outcomeOf(stage)
  const about = { category: file.category }
  const kind =
    outcome === 'solved'
      ? 'closing'
      : outcome === 'referred'
        ? 'closingReferred'
        : 'closingUnfounded'
  const words = remark(diceOf(stage, 'close'), kind, about)
  const input = { outcome, words, conditionMet: true } as const
  const leader = file.gridId === null ? null : head(stage, teamAt(file.gridId), not)
  const byJob = own && (leader === null || fated(stage, 'closed by job', 0.5))
  const at = byJob ? whole(toMs(file.wakeAt ?? file.lastAt) + 60_000) : soon(stage, 'close', 110)
  const by: Actor = byJob ? job : ((own ? leader : null) ?? desk(stage, homeTeam(stage), at, not))
  return { at, by, decide: (f, s) => decideClose(f, by, input, s) }
}

/** Confirm, object, rate, reopen, or silence; then the archive. */
export function afterClosing(stage: Stage): Step {
  const { file } = stage
  const round = currentRound(file)
  if (round.outcome === 'guided') {
    const contest = contesting(stage, 0.09)
    if (contest !== null) return contest
  }
  return (
    (file.voices.length > 0 ? answering(stage) : null) ??
    rating(stage) ??
    windowPassing(stage) ??
    reopening(stage) ??
    archiving(stage)
  )
}

function spokenBy(stage: Stage, at: number): { by: Actor; onBehalf: string | null } {
  const { file } = stage
  const spoken = ['RESIDENT_PHONE', 'COUNTER', 'HOTLINE_12345'].includes(file.source)
  if (!spoken || !fated(stage, 'by phone', 0.6))
    return { by: voiceActor(file.id, 1), onBehalf: null }
  const by = desk(stage, homeTeam(stage), at)
  return { by, onBehalf: remark(diceOf(stage, 'behalf'), 'onBehalf') }
}

function answering(stage: Stage): Step | null {
  const { file } = stage
  const window = openClock(file, 'CONFIRM')?.dueAt ?? null
  if (currentRound(file).answer !== null || window === null) return null
  const again = file.round > 1
  const objects = outcomeOf(stage) === 'solved' && fated(stage, 'objects', again ? 0.03 : 0.048)
  if (!objects && !fated(stage, 'confirms', again ? 0.6 : 0.42)) return null
  const at = Math.min(later(stage, 'answer', [1, 150]), toMs(window) - hour)
  if (at <= toMs(file.lastAt)) return null
  const { by, onBehalf } = spokenBy(stage, at)
  if (!objects) return { at, by, decide: (f, s) => decideConfirm(f, by, { onBehalf }, s) }
  const words = remark(diceOf(stage, 'objection'), 'objection', { category: file.category })
  return { at, by, decide: (f, s) => decideObject(f, by, { words, onBehalf }, s) }
}

const grades: readonly (readonly [number, number])[] = [[46, 5], [32, 4], [13, 3], [6, 2], [3, 1]] // prettier-ignore
const gradesOfSilent: readonly (readonly [number, number])[] = [[20, 5], [25, 4], [22, 3], [18, 2], [15, 1]] // prettier-ignore

function rating(stage: Stage): Step | null {
  const { file } = stage
  const { answer, grade } = currentRound(file)
  const share = answer === 'confirm' ? 0.62 : 0.09
  if (
    file.voices.length === 0 ||
    grade !== null ||
    answer === null ||
    !fated(stage, 'rates', share)
  )
    return null
  const dice = diceOf(stage, 'rate')
  const given = dice.weighed(answer === 'confirm' ? grades : gradesOfSilent)
  const said = given >= 4 ? dice.chance(0.4) : dice.chance(0.7)
  const kind = given >= 4 ? 'rateGood' : given === 3 ? 'rateFair' : 'rateBad'
  const words = said ? remark(dice, kind) : ''
  const at = later(stage, 'rate', [0.02, 30])
  const { by, onBehalf } = spokenBy(stage, at)
  return { at, by, decide: (f, s) => decideRate(f, by, { grade: given, words, onBehalf }, s) }
}

function windowPassing(stage: Stage): Step | null {
  const { file } = stage
  const due = openClock(file, 'CONFIRM')?.dueAt ?? null
  if (currentRound(file).answer !== null || due === null) return null
  const at = whole(toMs(due) + 61_000)
  return { at, by: job, decide: (f, s) => decideWindowPasses(f, job, s) }
}

function reopening(stage: Stage): Step | null {
  const { file } = stage
  const until = toMs(lastClock(file, 'REOPEN')?.dueAt ?? file.lastAt) - hour
  if (file.round > 2 || wasDone(stage, 'reopen') || toMs(file.lastAt) >= until) return null
  const silent = currentRound(file).answer === 'silence'
  const byReporter = silent && file.voices.length > 0 && fated(stage, 'reopens', 0.016)
  const at = Math.min(later(stage, 'reopen', [6, 160]), until)
  const category = { category: file.category }
  if (byReporter) {
    const by = voiceActor(file.id, 1)
    const reason = remark(diceOf(stage, 'reopen'), 'reopenReason', category)
    return { at, by, decide: (f, s) => decideReopen(f, by, { reason, onBehalf: null }, s) }
  }
  const above = parentTeam(stage, file.homeAreaId)
  const by = above === null || !fated(stage, 'supervisor', 0.004) ? null : head(stage, above)
  if (by === null || currentRound(file).outcome === 'guided') return null
  const reason = remark(diceOf(stage, 'reopen'), 'supervisorReopen')
  return {
    at: Math.min(at, toMs(file.lastAt) + 6 * day),
    by,
    decide: (f, s) => decideReopen(f, by, { reason, onBehalf: null }, s),
  }
}
