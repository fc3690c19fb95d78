// Every move with what is usually said in it, so that a story names only what matters to it.

import { decideApplyCalendar, laterClocks } from '#core/cases/calendar-revision.ts'
import { decideConfirm, decideObject, decideRate, decideReopen } from '#core/cases/answers.ts'
import type { CaseFile, Receiver } from '#core/cases/case.ts'
import type { Decided } from '#core/cases/change.ts'
import { decideCheckFail, decideCheckPass, decideConfirmOnward } from '#core/cases/check.ts'
import { decideArchive, decideClose, decideVoid, decideWindowPasses } from '#core/cases/closing.ts'
import { decideEscalate } from '#core/cases/escalating.ts'
import { decideAttach } from '#core/cases/attaching.ts'
import { decideCorrect, decideNote } from '#core/cases/correct.ts'
import type { Correction } from '#core/cases/correct.ts'
import * as helping from '#core/cases/assists.ts'
import * as giving from '#core/cases/dispatch.ts'
import { decideHandle, decideSelfHandle } from '#core/cases/handling.ts'
import type { ProofGiven } from '#core/cases/evidence.ts'
import * as intake from '#core/cases/intake.ts'
import { decideErase, lastDayOfContact } from '#core/cases/erasing.ts'
import type { Settings } from '#core/cases/rules.ts'
import * as appeals from '#core/cases/appeal.ts'
import * as rally from '#core/cases/whistle.ts'
import * as urging from '#core/cases/urging.ts'
import { decideTriage } from '#core/cases/triage.ts'
import type { Triage } from '#core/cases/triage.ts'
import { laterVerbs } from './case-verbs-later.ts'
import * as waiting from '#core/cases/waiting.ts'
import { decideWithdraw } from '#core/cases/withdrawing.ts'
import type { TakesBack } from '#core/cases/withdrawing.ts'
import { addDays, addSeconds, localDate } from '#core/kit/time.ts'
import type { Actor } from '#core/people/actor.ts'

type Move<M> = (c: CaseFile, by: Actor, s: Settings, more?: M) => Decided

const reason = '按规定办理'
const name = (r: Receiver) => ({
  zh: `单位${r.unitId ?? r.areaId}`,
  en: `unit ${r.unitId ?? r.areaId}`,
})
const post: Receiver = { areaId: 3, unitId: 20 }
const other: Receiver = { areaId: 10, unitId: 22 }
const named = (r: Receiver) => ({ ...r, name: name(r) })
const helper = (r: Receiver) => ({ ...named(r), task: '配合', meetBy: null as string | null })

/** A proof that fits every category of the town. */
export const goodProof = (c: CaseFile, s: Settings): ProofGiven => ({
  text: '换了灯泡，亮了',
  photosBefore: [],
  photosAfter: ['a'.repeat(64)],
  takenAt: s.now,
  point: c.point,
})

const verifyBeforeFiling: Move<{ verifier?: string | null }> = (c, by, s, more) =>
  intake.decideVerifyBeforeFiling(c, by, { verifier: 'zhou', verifierName: '网格员', ...more }, s)
const verified: Move<{ found?: boolean }> = (c, by, s, more) =>
  intake.decideVerified(c, by, { found: true, note: '去看了', ...more }, s)
const accept: Move<{ category?: string; conditionMet?: boolean }> = (c, by, s, more) =>
  intake.decideAccept(c, by, { category: c.category, conditionMet: true, ...more }, s)
const notAccept: Move<{ body?: string | null; words?: string }> = (c, by, s, more) =>
  intake.decideNotAccept(c, by, { code: 'other_body', words: reason, body: '供电公司', ...more }, s)
const contest: Move<{ words?: string; onBehalf?: string | null }> = (c, by, s, more) =>
  intake.decideContest(c, by, { words: '我不同意', onBehalf: null, ...more }, s)
const decideContest: Move<{ upheld?: boolean; reason?: string }> = (c, by, s, more) =>
  intake.decideContestDecision(c, by, { upheld: true, reason, ...more }, s)
const triage: Move<Partial<Triage>> = (c, by, s, more) => {
  const usual = { matter: 'minor', category: c.category, tier: c.tier, urgent: c.urgent } as const
  return decideTriage(c, by, { ...usual, guidance: null, nextStep: null, ...more }, s)
}
type Dispatched = { to?: Receiver; assists?: Receiver[]; tier?: giving.Dispatch['tier'] }
const dispatch: Move<Dispatched> = (c, by, s, more = {}) => {
  const assists = (more.assists ?? []).map(helper)
  return giving.decideDispatch(
    c,
    by,
    { lead: named(more.to ?? post), assists, tier: more.tier ?? null, note: null },
    s,
  )
}
const acceptDuty: Move<object> = (c, by, s) => giving.decideAcceptDuty(c, by, s)
const giveBack: Move<{ words?: string }> = (c, by, s, more) =>
  giving.decideReturn(c, by, { code: 'not_ours', words: reason, whose: null, ...more }, s)
const reroute: Move<{ to?: Receiver; reason?: string }> = (c, by, s, more = {}) =>
  giving.decideReroute(c, by, { to: named(more.to ?? other), reason: more.reason ?? reason }, s)
const uphold: Move<{ reason?: string }> = (c, by, s, more) =>
  giving.decideUphold(c, by, { reason, unit: name(post), ...more }, s)
type Transferred = {
  to?: Receiver
  reason?: string
  code?: 'wrong_unit' | 'other'
  sameHead?: boolean
}
const transfer: Move<Transferred> = (c, by, s, more = {}) => {
  const usual = { code: 'other', reason, sameHead: false } as const
  return giving.decideTransfer(c, by, { ...usual, ...more, to: named(more.to ?? other) }, s)
}
const addAssist: Move<{ to?: Receiver; meetBy?: string | null }> = (c, by, s, more = {}) =>
  helping.decideAddAssist(c, by, { ...helper(more.to ?? other), meetBy: more.meetBy ?? null }, s)
const assistDone: Move<{ leg?: number }> = (c, by, s, more = {}) => {
  const leg = c.legs.findLast((l) => l.kind === 'assist')?.serial ?? 0
  return helping.decideAssistDone(c, by, { leg, words: reason, ...more }, s)
}
const withdrawAssist: Move<{ leg?: number; reason?: string }> = (c, by, s, more = {}) => {
  const leg = c.legs.findLast((l) => l.kind === 'assist')?.serial ?? 0
  return helping.decideWithdrawAssist(c, by, { leg, reason, ...more }, s)
}
const correct: Move<Correction> = (c, by, s, more) =>
  decideCorrect(c, by, more ?? { field: 'tier', tier: 'T3', reason }, s)
const contact: Move<{ reached?: boolean }> = (c, by, s, more) =>
  waiting.decideContact(c, by, { reached: true, how: 'phone', note: '', ...more }, s)
const requestExtension: Move<{ amount?: number; reason?: string }> = (c, by, s, more) =>
  waiting.decideRequestExtension(c, by, { amount: 1, reason, ...more }, s)
const grantExtension: Move<{ reason?: string }> = (c, by, s, more) =>
  waiting.decideExtension(c, by, { grant: true, reason, ...more }, s)
const refuseExtension: Move<{ reason?: string }> = (c, by, s, more) =>
  waiting.decideExtension(c, by, { grant: false, reason, ...more }, s)
const suspend: Move<Partial<waiting.Suspend>> = (c, by, s, more) => {
  const reviewOn = localDate(addDays(s.now, 30), s.calendar.timeZone)
  const usual = { publicReason: '等专项资金', condition: '资金到位', reviewOn, madeSafe: true }
  return waiting.decideSuspend(c, by, { ...usual, ...more }, s)
}
const refuseSuspension: Move<{ reason?: string }> = (c, by, s, more) =>
  waiting.decideRefuseSuspension(c, by, { reason, ...more }, s)
const resume: Move<{ reason?: string }> = (c, by, s, more) =>
  waiting.decideResume(c, by, { reason, ...more }, s)
const waitForReporter: Move<{ question?: string }> = (c, by, s, more) =>
  waiting.decideWaitForReporter(c, by, { question: '是哪一盏灯？', ...more }, s)
const answer: Move<{ words?: string | null; onBehalf?: string | null }> = (c, by, s, more) =>
  waiting.decideAnswer(c, by, { words: '东头第二盏', onBehalf: null, ...more }, s)
type Handled = { proof?: Partial<ProofGiven>; outcome?: 'solved' | 'referred' | 'unfounded' }
const handle: Move<Handled> = (c, by, s, more = {}) => {
  const proof = { ...goodProof(c, s), ...more.proof }
  return decideHandle(c, by, { proof, outcome: more.outcome ?? 'solved' }, s)
}
const selfHandle: Move<{ proof?: Partial<ProofGiven>; reporterTold?: boolean }> = (
  c,
  by,
  s,
  more = {},
) => {
  const proof = { ...goodProof(c, s), ...more.proof }
  return decideSelfHandle(c, by, { proof, reporterTold: more.reporterTold ?? true }, s)
}
const checkPass: Move<{ how?: 'on_site' | 'by_proof' | 'by_phone' }> = (c, by, s, more) =>
  decideCheckPass(c, by, { how: 'on_site', note: '', ...more }, s)
const checkFail: Move<{ reason?: string }> = (c, by, s, more) =>
  decideCheckFail(c, by, { reason: '灯又灭了', ...more }, s)
const confirmOnward: Move<object> = (c, by, s) => decideConfirmOnward(c, by, s)
type Closed = {
  outcome?: 'solved' | 'referred' | 'unfounded'
  words?: string
  conditionMet?: boolean
}
const close: Move<Closed> = (c, by, s, more) =>
  decideClose(c, by, { outcome: 'solved', words: '灯修好了', conditionMet: true, ...more }, s)
const confirm: Move<{ onBehalf?: string | null }> = (c, by, s, more) =>
  decideConfirm(c, by, { onBehalf: null, ...more }, s)
const object: Move<{ words?: string; onBehalf?: string | null }> = (c, by, s, more) =>
  decideObject(c, by, { words: '', onBehalf: null, ...more }, s)
const windowPasses: Move<object> = (c, by, s) => decideWindowPasses(c, by, s)
const rate: Move<{ grade?: number; onBehalf?: string | null }> = (c, by, s, more) =>
  decideRate(c, by, { grade: 4, words: '', onBehalf: null, ...more }, s)
const reopen: Move<{ reason?: string; onBehalf?: string | null }> = (c, by, s, more) =>
  decideReopen(c, by, { reason: '又不亮了', onBehalf: null, ...more }, s)
const voidCase: Move<{ code?: string; reason?: string }> = (c, by, s, more) =>
  decideVoid(c, by, { code: 'test_entry', reason, ...more }, s)
const overdueAppeal: Move<{ reason?: string; photos?: string[] }> = (c, by, s, more) =>
  appeals.decideOverdueAppeal(c, by, { reason: '停电两天', photos: [], ...more }, s)
const decideAppeal: Move<{ excused?: boolean; reason?: string }> = (c, by, s, more) =>
  appeals.decideAppeal(c, by, { excused: true, reason, ...more }, s)
type Whistled = { units?: Receiver[]; meetBy?: string; reason?: string }
const meetByPasses: Move<object> = (c, by, s) => rally.decideMeetByPasses(c, by, s)
const whistle: Move<Whistled> = (c, by, s, more = {}) => {
  const units = (more.units ?? [post, other]).map(named)
  const usual = { reason, meetBy: addSeconds(s.now, 3600) }
  return rally.decideWhistle(c, by, { ...usual, ...more, units }, s)
}
const arrive: Move<{ unit?: Receiver; whistle?: number }> = (c, by, s, more = {}) =>
  rally.decideArrive(c, by, { whistle: more.whistle ?? 1, unit: named(more.unit ?? post) }, s)
type Settled = Partial<Pick<rally.Settling, 'plan' | 'result' | 'ratings'>>
const settleWhistle: Move<Settled> = (c, by, s, more) => {
  const ratings = (c.whistles[0]?.calls ?? []).map(({ receiver }) => ({
    ...receiver,
    cooperation: 'well' as const,
  }))
  const usual = { whistle: 1, plan: '明天一起挖开', result: '三家分工', ratings }
  return rally.decideSettle(c, by, { ...usual, ...more }, s)
}
const rateWhistle: Move<{ unit?: Receiver }> = (c, by, s, more = {}) => {
  const unit = named(more.unit ?? post)
  return rally.decideRateWhistle(c, by, { whistle: 1, unit, cooperation: 'fair' }, s)
}
const urge: Move<{ words?: string; onBehalf?: string | null }> = (c, by, s, more) =>
  urging.decideUrge(c, by, { words: '请抓紧', onBehalf: null, ...more }, s)
const supervise: Move<{ words?: string; answerBy?: string }> = (c, by, s, more) =>
  urging.decideSupervise(c, by, { words: reason, answerBy: addSeconds(s.now, 7200), ...more }, s)
const answerSupervision: Move<{ serial?: number; words?: string }> = (c, by, s, more) =>
  urging.decideAnswerSupervision(c, by, { serial: 1, words: '明天办完', ...more }, s)
/** The bridge is closed for two days: the calendar in force now has them off, the clocks were counted without. */
type Revising = { off?: string[]; worked?: string[]; clocks?: number[]; reason?: string }
const applyCalendar: Move<Revising> = (c, by, s, more = {}) => {
  const daysOff = new Set(more.off ?? ['2026-03-04', '2026-03-05'])
  const makeUpDays = new Set(more.worked ?? [])
  const calendar = { ...s.calendar, version: '2026-2', daysOff, makeUpDays }
  const law = { ...s, calendar }
  const countedWith = (version: string) => (version === s.calendar.version ? s.calendar : null)
  const clocks = more.clocks ?? laterClocks(c, law, countedWith)
  return decideApplyCalendar(c, by, { clocks, reason: more.reason ?? reason }, law, countedWith)
}
const escalate: Move<object> = (c, _by, s) =>
  decideEscalate(c, { ...s, rules: { ...s.rules, overdueRaisesTier: true } })
const note: Move<{ words?: string; photos?: string[] }> = (c, by, s, more) =>
  decideNote(c, by, { words: '去看过', photos: [], ...more }, s)
const attach: Move<{ photos?: string[]; documents?: string[]; words?: string }> = (
  c,
  by,
  s,
  more,
) => decideAttach(c, by, { photos: [], documents: ['d'.repeat(64)], words: '', ...more }, s)
const archive: Move<object> = (c, by, s) => decideArchive(c, by, s)
const eraseContact: Move<object> = (c, by, s) =>
  decideErase(c, by, { keptUntil: lastDayOfContact(c, 90, s.calendar.timeZone) }, s)

const withdrawContact: Move<Partial<TakesBack>> = (c, by, s, more) =>
  decideWithdraw(
    c,
    by,
    { wish: { name: true, phone: true, calls: null, ...more }, held: { name: true, phone: true } },
    s,
  )

export const verbs = {
  verifyBeforeFiling,
  verified,
  accept,
  notAccept,
  contest,
  decideContest,
  triage,
  dispatch,
  acceptDuty,
  selfHandle,
  return: giveBack,
  reroute,
  uphold,
  correct,
  transfer,
  addAssist,
  assistDone,
  withdrawAssist,
  contact,
  requestExtension,
  grantExtension,
  refuseExtension,
  suspend,
  refuseSuspension,
  resume,
  waitForReporter,
  answer,
  handle,
  checkPass,
  checkFail,
  confirmOnward,
  close,
  confirm,
  object,
  windowPasses,
  rate,
  reopen,
  void: voidCase,
  overdueAppeal,
  decideAppeal,
  whistle,
  meetByPasses,
  arrive,
  settleWhistle,
  rateWhistle,
  urge,
  supervise,
  answerSupervision,
  applyCalendar,
  escalate,
  note,
  attach,
  archive,
  eraseContact,
  withdrawContact,
  ...laterVerbs,
}
export type Verbs = typeof verbs
