// Many clients at once who do to cases whatever comes to their mind: most of it lawful, some refused. What remains is
// a district nobody arranged, for tests that compare two ways of counting it.

import * as checks from '#core/cases/contract-checks.ts'
import * as moves from '#core/cases/contract-moves.ts'
import * as watched from '#core/cases/contract-watching.ts'
import * as rally from '#core/cases/contract-whistle.ts'
import * as wordOf from '#core/cases/contract-report.ts'
import * as many from '#core/cases/contract-voices.ts'
import { signIn } from '#core/people/contract.ts'
import { categories } from '../packs/cn-community/categories.ts'
import { townPassword } from './people-town.ts'
import type { Staff, Town } from './town.ts'
import { act, codes, commandId, fileAndGive, keepPhoto, points } from './town.ts'

export type Chance = { next: () => number; pick: <T>(list: readonly T[]) => T }

export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return { next, pick: (list) => list[Math.floor(next() * list.length)]! }
}

/** `state` is what was last heard of it: often no longer true, with so many hands. */
type Known = { number: string; secret: string | null; state: string }
type Answer = { ok: true; value: { state: string } } | { ok: false; refusal: string }
type Play = { t: Town; dice: Chance; cases: Known[]; photo: string; staff: Record<string, Staff> }
type Deed = (play: Play, one: Known) => Promise<Answer>

const spots = [points.lane, points.market, points.border, points.river]
const kinds = categories.filter((c) => c.class !== 'C' || c.selfHandle.fullTime).map((c) => c.code)
const easy = categories.filter((c) => c.selfHandle.fullTime).map((c) => c.code)
/** Teams that lie over every case of this town. */
const callable = [
  { areaCode: codes.community, unitId: null },
  { areaCode: codes.street, unitId: null },
]
const receivers = [
  { areaCode: codes.grid, unitId: null },
  { areaCode: codes.grid2, unitId: null },
  { areaCode: codes.community, unitId: null },
]
const reason = '按规定办理'

const by = (play: Play, ...logins: string[]): Staff => play.staff[play.dice.pick(logins)]!
const proof = (play: Play) => ({
  text: '到现场处理好了',
  photosBefore: [],
  photosAfter: [play.photo],
  takenAt: play.t.clock.now(),
  point: null,
})
const says = (answer: (typeof wordOf.answers)[number], grade?: number): Deed => {
  return (play, one) =>
    play.t.client().call(wordOf.giveAnswer, {
      number: one.number,
      secret: one.secret ?? 'NOBODY',
      commandId: commandId(),
      answer,
      words: '又不亮了',
      ...(grade !== undefined && { grade }),
    })
}

const give: Deed = (p, c) =>
  fileAndGive(by(p, 'wu', 'he', 'chen'), c.number, p.dice.pick(receivers))
const accept: Deed = (p, c) => act(by(p, 'wu'), moves.acceptCase, c.number, accepting(p))
const refuse: Deed = (p, c) => act(by(p, 'wu'), moves.notAcceptCase, c.number, refusing)
const sort: Deed = (p, c) => act(by(p, 'wu', 'he'), moves.triageCase, c.number, sorting(p))
const dispatch: Deed = (p, c) => act(by(p, 'wu', 'chen'), moves.dispatchCase, c.number, giving(p))
const sign: Deed = (p, c) => act(by(p, 'liu', 'wu', 'luo'), moves.acceptDuty, c.number, {})
const settle: Deed = (p, c) =>
  act(by(p, 'zhou', 'liu'), moves.selfHandle, c.number, { proof: proof(p), reporterTold: true })
const giveBack: Deed = (p, c) => act(by(p, 'liu', 'wu'), moves.returnCase, c.number, givingBack)
const reroute: Deed = (p, c) => act(by(p, 'wu', 'chen'), moves.rerouteCase, c.number, again(p))
const uphold: Deed = (p, c) => act(by(p, 'wu', 'he'), moves.upholdDispatch, c.number, { reason })
const transfer: Deed = (p, c) =>
  act(by(p, 'wu', 'liu'), moves.transferCase, c.number, { ...again(p), code: 'wrong_unit' })
const correct: Deed = (p, c) => act(by(p, 'wu', 'he'), moves.correctCase, c.number, correcting(p))
const contact: Deed = (p, c) => act(by(p, 'wu', 'liu'), moves.contactReporter, c.number, reaching)
const ask: Deed = (p, c) =>
  act(by(p, 'liu', 'wu'), moves.requestExtension, c.number, { amount: 1, reason })
const grant: Deed = (p, c) =>
  act(by(p, 'he', 'wu', 'chen'), moves.decideExtension, c.number, { grant: true, reason })
const suspend: Deed = (p, c) =>
  act(by(p, 'wu', 'he', 'cao'), moves.suspendCase, c.number, suspending)
const resume: Deed = (p, c) => act(by(p, 'wu', 'he', 'cao'), moves.resumeCase, c.number, { reason })
const question: Deed = (p, c) =>
  act(by(p, 'liu', 'wu'), moves.waitForReporter, c.number, { question: reason })
const handle: Deed = (p, c) =>
  act(by(p, 'liu', 'wu', 'luo'), moves.handleCase, c.number, { proof: proof(p), outcome: 'solved' })
const pass: Deed = (p, c) => act(by(p, 'wu', 'he'), moves.checkCase, c.number, checking(true))
const fail: Deed = (p, c) => act(by(p, 'wu', 'he'), moves.checkCase, c.number, checking(false))
const close: Deed = (p, c) => act(by(p, 'wu', 'he', 'chen'), moves.closeCase, c.number, closing)
const clear: Deed = (p, c) =>
  act(by(p, 'he', 'cao'), moves.voidCase, c.number, { code: 'test_entry', reason })
const reopen: Deed = (p, c) =>
  act(by(p, 'cao', 'chen'), moves.superviseReopen, c.number, { reason })
const review: Deed = (p, c) =>
  act(by(p, 'cao', 'chen'), moves.decideContest, c.number, { upheld: p.dice.next() < 0.6, reason })

const joins: Deed = async (p, c) => {
  const answer = await p.t
    .client()
    .call(many.affectedToo, { number: c.number, commandId: commandId() })
  return answer.ok ? { ok: true, value: { state: c.state } } : answer
}
const broken: Deed = async (p, c) => {
  const input = { number: c.number, commandId: commandId(), words: reason, point: points.lane }
  const answer = await p.t.client().call(many.stillBroken, input)
  if (!answer.ok) return answer
  const { number, secret, reopened } = answer.value
  if (!reopened && p.cases.every((each) => each.number !== number))
    p.cases.push({ number, secret, state: 'REPORTED' })
  return { ok: true, value: { state: reopened ? 'REOPENED' : c.state } }
}
const merge: Deed = (p, c) =>
  act(by(p, 'wu', 'chen'), many.mergeCase, c.number, { into: p.dice.pick(p.cases).number, reason })
const unmerge: Deed = (p, c) => act(by(p, 'wu', 'chen'), many.unmergeCase, c.number, { reason })
const call =
  (solved: boolean | null): Deed =>
  (p, c) =>
    act(by(p, 'wu', 'chen'), checks.callBack, c.number, {
      valid: solved !== null,
      solved,
      grade: solved === null ? null : p.dice.pick([1, 3, 5, null]),
      reviewer: solved === null ? p.staff['he']!.id : null,
      ...(solved === null && { reason: p.dice.pick(['unreachable', 'in_court'] as const) }),
    })
const sample: Deed = (p, c) =>
  act(by(p, 'cao', 'chen'), checks.checkSample, c.number, {
    judgement: p.dice.pick(['done', 'not_done'] as const),
    words: reason,
    photos: [],
  })

const urge: Deed = (p, c) => act(by(p, 'wu', 'liu'), watched.urgeCase, c.number, { words: reason })
const whistle: Deed = (p, c) =>
  act(by(p, 'cao'), rally.whistleCase, c.number, { reason, meetBy: later(p), units: callable })
const arrive: Deed = (p, c) =>
  act(by(p, 'cao', 'wu', 'chen'), rally.arriveAtCase, c.number, {
    whistle: 1,
    unit: p.dice.pick(callable),
  })
const supervise: Deed = (p, c) =>
  act(by(p, 'cao'), watched.superviseCase, c.number, { words: reason, answerBy: later(p) })

const whileWorking = [
  joins,
  merge,
  urge,
  whistle,
  arrive,
  supervise,
  giveBack,
  transfer,
  correct,
  contact,
  ask,
  grant,
  suspend,
  suspend,
  question,
]
const likely: Record<string, readonly Deed[]> = {
  REPORTED: [give, give, give, accept, accept, refuse, settle, settle, clear, correct],
  NOT_ACCEPTED: [says('contest')],
  CONTESTED: [review],
  ACCEPTED: [sort, sort, contact, correct],
  TRIAGED: [dispatch, dispatch, settle, contact],
  DISPATCHED: [sign, sign, sign, giveBack, ...whileWorking],
  HANDLING: [handle, handle, handle, handle, whistle, whistle, arrive, arrive, ...whileWorking],
  RETURNED: [reroute, reroute, uphold],
  WAITING_REPORTER: [says('answer')],
  SUSPENDED: [resume],
  HANDLED: [pass, pass, fail],
  REWORK: [handle, handle, contact],
  CHECKED: [close],
  CLOSED: [
    says('confirm'),
    says('object'),
    says('rate', 2),
    says('rate', 4),
    says('reopen'),
    reopen,
    broken,
    call(true),
    call(false),
    call(null),
    sample,
  ],
  MERGED: [unmerge, unmerge, unmerge, joins],
  REOPENED: [sort, dispatch, contact],
}
const any = Object.values(likely).flat()

/** Within the hour or within days. */
const later = (p: Play) =>
  new Date(
    Date.parse(p.t.clock.now()) + (1 + Math.floor(p.dice.next() * 200)) * 60_000,
  ).toISOString()
const accepting = (p: Play) => ({ category: p.dice.pick(kinds), conditionMet: true })
const refusing = { code: 'other_body' as const, words: reason, body: '供电公司' }
const sorting = (p: Play) => ({
  matter: p.dice.pick(['major', 'minor', 'private'] as const),
  category: p.dice.pick(kinds),
  tier: p.dice.pick(['T1', 'T2', 'T3'] as const),
  urgent: false,
  guidance: reason,
  nextStep: reason,
})
const giving = (p: Play) => ({ lead: p.dice.pick(receivers), assists: [], tier: null, note: null })
const givingBack = { code: 'not_ours' as const, words: reason, whose: null }
const again = (p: Play) => ({ to: p.dice.pick(receivers), reason })
const correcting = (p: Play) =>
  p.dice.next() < 0.5
    ? {
        field: 'place' as const,
        area: p.dice.pick([codes.grid, codes.grid2, codes.community]),
        reason,
      }
    : { field: 'category' as const, category: p.dice.pick(kinds), reason }
const reaching = { reached: true, how: 'phone' as const, note: '' }
const suspending = {
  publicReason: '等专项资金',
  condition: '资金到位',
  reviewOn: '2026-06-01',
  madeSafe: true,
}
const checking = (passed: boolean) => ({ passed, how: 'on_site' as const, reason })
const closing = { outcome: 'solved' as const, words: '灯修好了', conditionMet: true }

async function reportOne(play: Play): Promise<void> {
  const { dice } = play
  const ours = dice.next() < 0.3
  const who = ours ? by(play, 'zhou', 'liu', 'wu') : play.t.client()
  const answer = await who.call(wordOf.reportCase, {
    commandId: commandId(),
    text: '步道第二个拐弯的路灯不亮',
    category: dice.pick(dice.next() < 0.4 ? easy : kinds),
    point: dice.pick(spots),
    ...(!ours && dice.next() < 0.7 && { phone: '139 0000 0000' }),
  })
  if (!answer.ok) throw new Error(`a report was refused: ${answer.refusal}`)
  const { number, secret } = answer.value
  play.cases.push({ number, secret, state: 'REPORTED' })
}

/** Days pass in this town, and nobody stays signed in for days. */
async function signInAgain(staff: Record<string, Staff>): Promise<void> {
  for (const who of Object.values(staff))
    await who.call(signIn, { login: who.login, password: townPassword })
}

export type Played = { numbers: string[]; done: number; refused: number }

/** Parallel clients, each one deed after the other; the clock goes on by minutes and sometimes by days. */
export async function playAtRandom(
  t: Town,
  how: { clients: number; deeds: number; seed: number },
): Promise<Played> {
  const logins = ['liu', 'luo', 'zhou', 'wu', 'he', 'chen', 'cao', 'qian']
  const staff = Object.fromEntries(
    await Promise.all(logins.map(async (login) => [login, await t.as(login)] as const)),
  )
  const cases: Known[] = []
  const photo = await keepPhoto(t)
  const played: Played = { numbers: [], done: 0, refused: 0 }
  const one = async (seed: number) => {
    const play: Play = { t, dice: chance(seed), cases, photo, staff }
    await reportOne(play)
    for (let i = 0; i < how.deeds; i++) {
      t.clock.advance(play.dice.next() < 0.02 ? 20_000 : Math.floor(play.dice.next() * 60))
      if (play.dice.next() < 0.05) await reportOne(play)
      const about = play.dice.pick(cases.slice(-24))
      const deeds = play.dice.next() < 0.1 ? any : (likely[about.state] ?? any)
      const answer = await play.dice.pick(deeds)(play, about)
      if (answer.ok) about.state = answer.value.state
      if (answer.ok) played.done += 1
      else played.refused += 1
      if (!answer.ok && (answer.refusal as string) === 'not_signed_in') await signInAgain(staff)
    }
  }
  await Promise.all(Array.from({ length: how.clients }, (_each, i) => one(how.seed * 1000 + i)))
  return { ...played, numbers: cases.map((c) => c.number) }
}
