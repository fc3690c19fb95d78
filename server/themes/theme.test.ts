// How 同景 finds what it wants to be: from what households answered and what stands nearby to a sum that can be followed,
// through what residents say and a meeting, to a programme judged by what was agreed before it began.
import { beforeAll, expect, test } from 'vitest'
import type { InputOf } from '#core/kit/contract.ts'
import { signIn } from '#core/people/contract.ts'
import { enterPopulation } from '#core/surveys/contract-results.ts'
import * as choices from '#core/themes/contract-choice.ts'
import * as decisions from '#core/themes/contract-decision.ts'
import * as programme from '#core/themes/contract-programme.ts'
import * as voices from '#core/themes/contract-voices.ts'
import { townPassword } from '#testing/people-town.ts'
import { id, must, opens } from '#testing/survey-town.ts'
import { register } from '#testing/resource-town.ts'
import { type Staff, type Town, codes, openTown } from '#testing/town.ts'
import { themeKinds } from '../../packs/cn-community/themes.ts'
import { layThemeKinds } from './kind-pack.ts'

let t: Town
let secretary: Staff
let neighbour: Staff
let worker: Staff
let survey: string
let choice: string
let evidence: string
let decision: string
let theme: string

async function answered(count: number, needs: string[]): Promise<void> {
  await t.owner.query(
    `insert into surveys.answers (community_id, survey_id, sheet, version, channel, answered_on, answers)
     select s.community_id, s.id, gen_random_uuid(), 1, 'web', current_date, $3::jsonb
       from surveys.surveys s, generate_series(1, $2) where s.id = $1`,
    [survey, count, JSON.stringify({ children: 'no', needs, safe: 4 })],
  )
}

const band = (code: string, people: number) => ({ code, label: { zh: code, en: code }, people })
const ages = {
  dimension: 'age',
  title: { zh: '年龄', en: 'Age' },
  asOf: '2026-01-01',
  source: '街道台账',
  categories: [band('a0', 140), band('a18', 540), band('a60', 200), band('a70', 120)],
}

beforeAll(async () => {
  t = await openTown()
  secretary = await t.as('he')
  neighbour = await t.as('xu')
  worker = await t.as('liu')
  await layThemeKinds(t.owner, themeKinds, t.town.area['500000']!)
  survey = await opens(t, secretary)
  await answered(120, ['clinic', 'food'])
  await answered(80, ['lift'])
  await register(secretary, codes.community)
  const street = await t.as('cao')
  must(await street.call(enterPopulation, { commandId: id(), area: codes.street, ...ages }))
})

const today = () => t.clock.now().slice(0, 10)
/** Days later everybody has signed in again. */
async function days(n: number): Promise<void> {
  t.clock.advance(n * 86_400)
  for (const who of [secretary, neighbour, worker])
    must(await who.call(signIn, { login: who.login, password: townPassword }))
}

test('whoever keeps the themes of the place begins, nobody else, and only once', async () => {
  const asked = { community: codes.community, surveyId: survey, question: 'needs' }
  for (const other of [worker, neighbour])
    expect(await other.call(choices.openThemeChoice, { commandId: id(), ...asked })).toMatchObject({
      refusal: 'not_yours',
    })
  choice = must(await secretary.call(choices.openThemeChoice, { commandId: id(), ...asked })).id
  expect(
    await secretary.call(choices.openThemeChoice, { commandId: id(), ...asked }),
  ).toMatchObject({ refusal: 'already_open' })
})

test('each sum can be followed: answers, what stands nearby, who lives in the street', async () => {
  const { now } = must(await secretary.call(choices.readThemeChoice, { id: choice }))
  const [first] = now.candidates
  // 60 % of the answers × 50; one of three hospitals at weight 3 of 7 → 14 × 30 %; 32 % of 35 → 91 × 20 %.
  expect(first).toMatchObject({
    code: 'health',
    need: { share: 60 },
    resources: { score: 14 },
    structure: { score: 91, parts: [{ categories: ['a60', 'a70'], share: 32 }] },
    addends: { need: 30, resources: 4.2, structure: 18.2 },
    total: 52.4,
  })
  expect(now.population[0]).toMatchObject({ areaName: '长生桥镇', source: '街道台账' })
  expect(now.survey).toMatchObject({ weighted: false, weightingVersion: null, n: 200 })
  const other = { id: choice, need: 90, resources: 20, structure: 10 }
  expect(await secretary.call(choices.readThemeChoice, other)).toMatchObject({
    refusal: 'not_a_hundred',
  })
  expect((await neighbour.call(choices.readThemeChoice, { id: choice })).ok).toBe(false)
})

test('frozen evidence stays what it was when more people answer', async () => {
  must(await secretary.call(choices.publishThemeChoice, { commandId: id(), id: choice }))
  evidence = must(
    await secretary.call(choices.freezeThemeEvidence, { commandId: id(), id: choice }),
  ).id
  await answered(300, ['lift'])
  const { now } = must(await secretary.call(choices.readThemeChoice, { id: choice }))
  expect(now.candidates.find(({ code }) => code === 'health')!.need.share).toBe(24)
  const open = must(await t.client().call(decisions.readCommunityTheme, { code: codes.community }))
  const kept = open.open!.evidence!
  expect(kept).toMatchObject({ id: evidence, whole: true })
  expect(kept.content.candidates[0]).toMatchObject({ code: 'health', need: { share: 60 } })
})

let objection: { id: string; secret: string }
test('what a resident says waits for a look; withheld words have a reason their author can read', async () => {
  const says = (kind: 'objection' | 'comment', text: string) =>
    t.client().call(voices.sayTheme, { commandId: id(), id: choice, kind, theme: 'health', text })
  objection = must(await says('objection', '年轻人用不上'))
  const phone = must(await says('comment', '有事打李四电话'))
  const shown = async () =>
    must(await t.client().call(decisions.readCommunityTheme, { code: codes.community })).open!
      .voices
  expect(await shown()).toEqual([])
  const look = (who: Staff, voice: string, show: boolean, reason: string | null) =>
    who.call(voices.lookAtThemeVoice, { commandId: id(), id: voice, show, reason })
  expect(await look(worker, objection.id, true, null)).toMatchObject({ ok: false })
  expect(await look(neighbour, objection.id, true, null)).toMatchObject({ ok: false })
  expect(await look(secretary, phone.id, false, null)).toMatchObject({ refusal: 'reason_needed' })
  must(await look(secretary, phone.id, false, '写了别人的电话'))
  const follow = must(await t.client().call(voices.followThemeVoice, phone))
  expect(follow).toMatchObject({ shownAt: null, withheldWhy: '写了别人的电话' })
})

type Meeting = InputOf<typeof decisions.recordThemeMeeting>
const meets = async (more: Partial<Meeting> = {}, who = secretary) =>
  must(
    await who.call(decisions.recordThemeMeeting, {
      commandId: id(),
      id: choice,
      kind: 'representatives',
      noticeOn: '2026-03-03',
      noticeHow: '单元口张贴',
      heldOn: today(),
      place: '二楼讲堂',
      expected: 30,
      attended: 20,
      pointsFor: ['医院近'],
      pointsAgainst: [],
      minutes: '逐条看了证据，随后表决。',
      corrects: null,
      ...more,
    }),
  ).id

type Decided = InputOf<typeof decisions.recordThemeDecision>
const decides = (meetingId: string, more: Partial<Decided> = {}, who = secretary) =>
  who.call(decisions.recordThemeDecision, {
    commandId: id(),
    id: choice,
    evidenceId: evidence,
    meetingId,
    kindCode: 'health',
    reasons: '要看病的最多',
    yes: 11,
    no: 6,
    abstain: 3,
    corrects: null,
    ...more,
  })

let meeting: string
test('words nobody has looked at and objections without an answer stand in the way', async () => {
  await days(10)
  meeting = await meets()
  expect(await decides(meeting)).toMatchObject({ refusal: 'voices_waiting' })
  const look = { commandId: id(), id: objection.id, show: true, reason: null }
  must(await secretary.call(voices.lookAtThemeVoice, look))
  expect(await decides(meeting)).toMatchObject({ refusal: 'objections_open' })
  const answer = { commandId: id(), id: objection.id, text: '增设夜间门诊' }
  must(await secretary.call(voices.answerThemeObjection, answer))
})

test('two thirds must come and more than half of them agree; a consultation decides nothing', async () => {
  expect(await decides(await meets({ attended: 19 }))).toMatchObject({ refusal: 'not_enough_came' })
  expect(await decides(meeting, { yes: 10, no: 7 })).toMatchObject({ refusal: 'not_carried' })
  expect(await decides(meeting, { yes: 20 })).toMatchObject({ refusal: 'more_votes_than_people' })
  expect(await decides(await meets({ kind: 'consultation' }))).toMatchObject({
    refusal: 'only_consulted',
  })
  for (const other of [worker, neighbour])
    expect((await decides(meeting, {}, other)).ok).toBe(false)
})

test('sent six times, a decision stands once; a wrong record is corrected by one that names it', async () => {
  const commandId = id()
  const sent = await Promise.all(Array.from({ length: 6 }, () => decides(meeting, { commandId })))
  expect(new Set(sent.map((each) => must(each).id)).size).toBe(1)
  const { rows } = await t.owner.query('select id from themes.decisions')
  expect(rows).toHaveLength(1)
  const wrong = must(sent[0]!).id
  const fixed = must(await decides(meeting, { yes: 12, no: 5, corrects: wrong }))
  expect(await decides(meeting, { corrects: wrong })).toMatchObject({
    refusal: 'already_corrected',
  })
  decision = fixed.id
  theme = fixed.themeId!
  const read = must(await t.client().call(decisions.readThemeDecision, { id: decision }))
  expect(read).toMatchObject({ corrects: wrong, yes: 12, whole: true, evidence: { whole: true } })
  expect(read.objections).toEqual([{ text: '年轻人用不上', answer: '增设夜间门诊' }])
  const old = must(await t.client().call(decisions.readThemeDecision, { id: wrong }))
  expect(old.correctedBy).toBe(decision)
})

const moves = (to: 'pilot' | 'running' | 'ended', who = secretary) =>
  who.call(programme.moveTheme, {
    commandId: id(),
    id: theme,
    to,
    onDay: today(),
    reason: '说好了',
  })
type Goal = InputOf<typeof programme.setThemeGoal>
const aims = (more: Partial<Goal> = {}) =>
  secretary.call(programme.setThemeGoal, {
    commandId: id(),
    id: theme,
    goalId: null,
    text: '知道在哪量血压的住户',
    indicator: null,
    params: {},
    unit: '%',
    up: true,
    baseline: 34,
    baselineLow: 31,
    baselineHigh: 37,
    baselineHow: '第一次问卷',
    target: 45,
    months: 12,
    dueOn: '2027-03-31',
    criterion: true,
    reason: '开始前说好',
    ...more,
  })

let goal: string
test('promise, circle, measures and criteria must all stand before the start', async () => {
  expect(await moves('pilot')).toMatchObject({ refusal: 'no_promise' })
  const frame = { commandId: id(), id: theme, promise: '小病不出社区', circle: '一刻钟以内' }
  expect(await neighbour.call(programme.setThemeFrame, frame)).toMatchObject({
    refusal: 'not_yours',
  })
  must(await secretary.call(programme.setThemeFrame, { ...frame, commandId: id() }))
  expect(await moves('pilot')).toMatchObject({ refusal: 'no_measures' })
  const measure = { kind: 'measure' as const, text: '每周二讲堂', refersTo: null, amountFen: null }
  const asked = { commandId: id(), id: theme, ...measure, fromOn: today(), insteadOf: null }
  must(await secretary.call(programme.addThemeMeasure, asked))
  must(
    await secretary.call(programme.addThemeMeasure, {
      ...asked,
      commandId: id(),
      text: '每月健康集市',
    }),
  )
  expect(await moves('pilot')).toMatchObject({ refusal: 'no_criteria' })
  goal = must(await aims()).goalId
  expect(await aims({ indicator: 'nobody.knows' })).toMatchObject({ refusal: 'no_such_indicator' })
  must(await moves('pilot'))
})

test('what it is judged by cannot be changed once it has begun', async () => {
  expect(await aims()).toMatchObject({ refusal: 'criterion_after_start' })
  const dropped = { commandId: id(), id: theme, goalId: goal, reason: '达不到' }
  expect(await secretary.call(programme.dropThemeGoal, dropped)).toMatchObject({
    refusal: 'already_begun',
  })
  expect(await aims({ goalId: goal, criterion: false })).toMatchObject({ ok: false })
})

test('after a month intervals that overlap say that no change can be seen', async () => {
  const found = [{ goalId: goal, value: 38, low: 35, high: 41 }]
  const judge = { id: theme, conclusion: '没有看出变化', found }
  expect(
    await secretary.call(programme.evaluateTheme, { commandId: id(), ...judge }),
  ).toMatchObject({ refusal: 'too_early' })
  await days(40)
  must(await secretary.call(programme.evaluateTheme, { commandId: id(), ...judge }))
  const read = must(await t.client().call(programme.readTheme, { id: theme }))
  expect(read.evaluations[0]).toMatchObject({
    whole: true,
    results: [{ change: 'noneSeen', reached: false }],
  })
})

test('a neighbour takes the practice over: what it kept, changed and dropped can be read', async () => {
  const own = await prepared(neighbour, codes.neighbour)
  const adopt = { commandId: id(), id: own, practice: theme }
  expect(await secretary.call(programme.adoptThemePractice, adopt)).toMatchObject({
    refusal: 'not_yours',
  })
  must(await neighbour.call(programme.adoptThemePractice, { ...adopt, commandId: id() }))
  const copied = must(await t.client().call(programme.readTheme, { id: own }))
  expect(copied.adoptedFrom).toMatchObject({
    themeId: theme,
    measures: [{ was: 'kept' }, { was: 'kept' }],
  })
  expect(copied.goals[0]).toMatchObject({ baseline: null, baselineHow: '待本社区自己量' })
  const end = (measureId: string) =>
    neighbour.call(programme.endThemeMeasure, {
      commandId: id(),
      id: own,
      measureId,
      onDay: today(),
      reason: '这里做不了',
    })
  const [talks, fair] = copied.measures
  const changed = {
    commandId: id(),
    id: own,
    kind: 'measure' as const,
    text: `${talks!.text}，改到周末`,
    refersTo: null,
    amountFen: null,
    fromOn: today(),
    insteadOf: talks!.id,
  }
  must(await neighbour.call(programme.addThemeMeasure, changed))
  must(await end(fair!.id))
  const read = must(await t.client().call(programme.readTheme, { id: own }))
  expect(read.adoptedFrom!.measures.map(({ was }) => was).toSorted()).toEqual([
    'changed',
    'dropped',
  ])
  // What was taken over gives way to what it was changed into, and says so.
  const replaced = read.measures.find(({ id: own }) => own === talks!.id)!
  expect(replaced).toMatchObject({ untilOn: today(), endReason: `改成了“${changed.text}”` })
  const source = must(await t.client().call(programme.readTheme, { id: theme }))
  expect(source.adoptedBy.map(({ themeId }) => themeId)).toEqual([own])
})

/** A community that has decided and not begun yet, on answers of its own. */
async function prepared(who: Staff, community: string): Promise<string> {
  await t.owner.query(
    `insert into places.boundaries (area_id, geometry, west, south, east, north, schematic, source)
     select $1, geometry, west, south, east, north, true, 'story'
       from places.boundaries where area_id = $2`,
    [t.town.area[community], t.town.area[codes.community]],
  )
  await t.app.places.refresh()
  survey = await opens(t, who, { area: community })
  await answered(40, ['clinic'])
  await register(who, community)
  const asked = { community, surveyId: survey, question: 'needs' }
  choice = must(await who.call(choices.openThemeChoice, { commandId: id(), ...asked })).id
  must(await who.call(choices.publishThemeChoice, { commandId: id(), id: choice }))
  evidence = must(await who.call(choices.freezeThemeEvidence, { commandId: id(), id: choice })).id
  const held = await meets({}, who)
  return must(await decides(held, {}, who)).themeId!
}
