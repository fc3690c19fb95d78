// Next steps from the report to the first dispatch: verify, accept, refuse, contest, sort, settle on the spot.
import { handlersOf } from '#core/cases/case.ts'
import {
  decideAccept,
  decideContest,
  decideContestDecision,
  decideNotAccept,
  decideVerified,
  decideVerifyBeforeFiling,
} from '#core/cases/intake.ts'
import type { RefusalReason } from '#core/cases/case.ts'
import { decideArchive, decideVoid } from '#core/cases/closing.ts'
import { decideSelfHandle } from '#core/cases/handling.ts'
import { decideTriage } from '#core/cases/triage.ts'
import { toMs } from '#core/kit/time.ts'
import { voiceActor } from '#core/people/actor.ts'
import { job } from './cast.ts'
import { proofFor } from './proofs.ts'
import { remark } from './remarks.ts'
import {
  categoryOf,
  desk,
  diceOf,
  fated,
  head,
  homeTeam,
  later,
  parentTeam,
  soon,
  teamAt,
  wasDone,
  whole,
  type Stage,
  type Step,
} from './stage.ts'

export function afterReport(stage: Stage): Step {
  return (
    onTheSpot(stage) ?? voided(stage) ?? verifying(stage) ?? refusing(stage) ?? accepting(stage)
  )
}

/** A grid worker settles what he finds, more often than not, and what a neighbour tells him of now and then. */
function onTheSpot(stage: Stage): Step | null {
  const { file } = stage
  if (!categoryOf(stage).selfHandle.fullTime || file.urgent || file.gridId === null) return null
  const found = file.source === 'GRID_PATROL'
  if (!fated(stage, 'spot', found ? 0.8 : 0.2) || wasDone(stage, 'verifyBeforeFiling')) return null
  const by = found
    ? stage.cast.byId(file.createdBy)
    : stage.cast.worker(teamAt(file.gridId), file.number)
  if (by === null || !by.grants.some((grant) => grant.areaId === file.gridId)) return null
  const minutes = diceOf(stage, 'spot').lognormal(found ? 26 : 130, 0.7)
  const at = whole(toMs(file.lastAt) + minutes * 60_000)
  const words = remark(diceOf(stage, 'done'), 'selfHandled', { category: file.category })
  const proof = proofFor(stage, at, words)
  return { at, by, decide: (f, s) => decideSelfHandle(f, by, { proof, reporterTold: true }, s) }
}

function voided(stage: Stage): Step | null {
  const { file } = stage
  const by = head(stage, homeTeam(stage))
  const mistaken = file.createdBy === 'voice' && !file.urgent && fated(stage, 'void', 0.004)
  if (!mistaken || by === null) return null
  const reason = remark(diceOf(stage, 'void'), 'voided')
  const at = soon(stage, 'void', 90)
  return { at, by, decide: (f, s) => decideVoid(f, by, { code: 'entered_by_mistake', reason }, s) }
}

function verifying(stage: Stage): Step | null {
  const { file } = stage
  const found = file.source === 'GRID_PATROL' || file.source === 'DEVICE'
  if (file.urgent || found || file.gridId === null) return null
  if (wasDone(stage, 'verifyBeforeFiling') || !fated(stage, 'verify', 0.1)) return null
  const verifier = stage.cast.worker(teamAt(file.gridId), file.number, [file.createdBy])
  if (verifier === null) return null
  const at = soon(stage, 'verify', 35)
  const by = desk(stage, homeTeam(stage), at)
  const input = { verifier: verifier.id, verifierName: '专职网格员' }
  return { at, by, decide: (f, s) => decideVerifyBeforeFiling(f, by, input, s) }
}

const notThere = (stage: Stage): boolean => fated(stage, 'unfound', 0.14)

export function whileVerifying(stage: Stage): Step | null {
  const by = stage.cast.byId(stage.file.verifier ?? '')
  if (by === null) return null
  const found = !notThere(stage)
  const note = remark(diceOf(stage, 'verified'), found ? 'verifyFound' : 'verifyNotFound')
  const at = soon(stage, 'verified', 150)
  return { at, by, decide: (f, s) => decideVerified(f, by, { found, note }, s) }
}

const refusals: readonly (readonly [number, RefusalReason])[] = [
  [44, 'other_body'],
  [20, 'no_public_matter'],
  [6, 'in_court'],
  [18, 'repeat'],
  [12, 'policy_limit'],
]
const bodies = [
  '供电公司',
  '燃气公司',
  '自来水公司',
  '建设单位',
  '轨道交通运营单位',
  '公路养护单位',
  '人民法院',
]

function refusing(stage: Stage): Step | null {
  const looked = wasDone(stage, 'verified') && notThere(stage)
  if (stage.file.urgent || (!looked && !fated(stage, 'refuse', 0.03))) return null
  const by = diceOf(stage, 'refuse')
  const code = looked ? 'not_found' : by.weighed(refusals)
  const body = code === 'other_body' ? by.pick(bodies) : null
  const words = remark(by, code, body === null ? {} : { other: body })
  const at = soon(stage, 'refuse', 80)
  const who = desk(stage, homeTeam(stage), at)
  return { at, by: who, decide: (f, s) => decideNotAccept(f, who, { code, words, body }, s) }
}

function accepting(stage: Stage): Step {
  const at = soon(stage, 'accept', fated(stage, 'slow accept', 0.06) ? 340 : 42)
  const by = desk(stage, homeTeam(stage), at)
  const input = { category: stage.file.category, conditionMet: true }
  return { at, by, decide: (f, s) => decideAccept(f, by, input, s) }
}

/** Sorted at once more often than not: accept, triage and dispatch are then one command. */
export function afterAccept(stage: Stage): Step {
  const { file } = stage
  const category = categoryOf(stage)
  const at = fated(stage, 'at once', 0.6) ? toMs(file.lastAt) : soon(stage, 'triage', 30)
  const by = desk(stage, homeTeam(stage), at)
  const isPrivate = category.matter === 'private' && !file.contested && !file.urgent
  const matter = isPrivate ? 'private' : category.matter === 'private' ? 'minor' : category.matter
  const words = remark(diceOf(stage, 'guidance'), 'guidance')
  const [guidance = words, ...rest] = words.split('。')
  const input = {
    matter,
    category: file.category,
    tier: category.tier,
    urgent: file.urgent,
    guidance: isPrivate ? `${guidance}。` : null,
    nextStep: isPrivate ? rest.join('。') : null,
  } as const
  return { at, by, decide: (f, s) => decideTriage(f, by, input, s) }
}

/** A refusal, or a closing as guided, may be contested once. */
export function contesting(stage: Stage, share: number): Step | null {
  const { file } = stage
  if (file.voices.length === 0 || file.contested || !fated(stage, 'contest', share)) return null
  const at = later(stage, 'contest', [4, 180])
  const by = voiceActor(file.id, 1)
  const words = remark(diceOf(stage, 'contest'), 'contest')
  return { at, by, decide: (f, s) => decideContest(f, by, { words, onBehalf: null }, s) }
}

export function afterRefusal(stage: Stage): Step {
  return contesting(stage, 0.22) ?? archiving(stage)
}

export function archiving(stage: Stage): Step {
  const at = whole(toMs(stage.file.wakeAt ?? stage.file.lastAt) + 90_000)
  return { at, by: job, decide: (f, s) => decideArchive(f, job, s) }
}

export function whileContested(stage: Stage): Step | null {
  const { file } = stage
  const above = parentTeam(stage, file.homeAreaId)
  if (above === null) return null
  const at = soon(stage, 'review', 500)
  const by = desk(stage, above, at, [...file.tookPart, file.createdBy, ...handlersOf(file)])
  const upheld = fated(stage, 'upheld', 0.36)
  const reason = remark(diceOf(stage, 'review'), upheld ? 'contestUpheld' : 'contestRefused')
  return { at, by, decide: (f, s) => decideContestDecision(f, by, { upheld, reason }, s) }
}
