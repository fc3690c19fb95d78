// From answers to a published page: weighed to who lives here, small groups hidden, taken back with a reason. Told about
// the secretary's survey of every household; sheets are put where mixing leaves them.
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import * as contract from '#core/surveys/contract-results.ts'
import * as free from '#core/surveys/contract-topics.ts'
import type { Answers } from '#core/surveys/question.ts'
import { inScope } from '#server/kit/db.ts'
import { populationOf } from '#server/surveys/population.ts'
import { picksOf, sharesOf } from '#server/surveys/results.ts'
import { needs, opens } from '#testing/survey-town.ts'
import { type Staff, type Town, codes, openTown } from '#testing/town.ts'

let t: Town
let secretary: Staff
let worker: Staff
let survey: string
const open = () => t.client()
const id = () => randomUUID()

/** So many households with these answers. */
async function answered(count: number, answers: Answers): Promise<void> {
  await t.owner.query(
    `insert into surveys.answers (community_id, survey_id, sheet, version, channel, answered_on, answers)
     select s.community_id, s.id, gen_random_uuid(), 1, 'web', current_date, $3::jsonb
       from surveys.surveys s, generate_series(1, $2) where s.id = $1`,
    [survey, count, JSON.stringify(answers)],
  )
}

const told = '楼上王大妈太吵，打我电话13800138000'
beforeAll(async () => {
  t = await openTown()
  secretary = await t.as('he')
  worker = await t.as('liu')
  survey = await opens(t, secretary, { questionnaire: needs })
  await answered(60, { children: 'yes', pickup: 'parents', needs: ['clinic', 'food'], safe: 4 })
  await answered(30, {
    children: 'yes',
    pickup: 'grandparents',
    needs: ['food'],
    safe: 3,
    words: '想要老年食堂，吃饭方便',
  })
  await answered(7, { children: 'yes', pickup: 'nobody', needs: ['park'], safe: 1, words: told })
  await answered(43, {
    children: 'no',
    needs: ['clinic', 'lift'],
    safe: 5,
    words: '电梯老是坏，老人爬不动楼',
  })
  await answered(60, { children: 'no', needs: ['clinic', 'lift'], safe: 5 })
})

const family = {
  dimension: 'children',
  title: { zh: '有没有小学生', en: 'Children at school' },
  asOf: '2026-01-01',
  source: '社区台账',
  categories: [
    { code: 'with', label: { zh: '有', en: 'Yes' }, people: 250 },
    { code: 'without', label: { zh: '没有', en: 'No' }, people: 750 },
  ],
}
const dimensions = [
  {
    dimension: 'children',
    column: 'children',
    groups: [
      { label: { zh: '有', en: 'Yes' }, options: ['yes'], categories: ['with'] },
      { label: { zh: '没有', en: 'No' }, options: ['no'], categories: ['without'] },
    ],
  },
]

test('who lives here is entered by whoever keeps surveys there, with day and source, and the latest counts', async () => {
  const asked = { commandId: id(), area: codes.community, ...family }
  expect(await worker.call(contract.enterPopulation, asked)).toMatchObject({ refusal: 'not_yours' })
  const early = { ...asked, commandId: id(), asOf: '2025-01-01', source: '去年的台账' }
  expect((await secretary.call(contract.enterPopulation, early)).ok).toBe(true)
  expect((await secretary.call(contract.enterPopulation, asked)).ok).toBe(true)
  const late = { ...asked, commandId: id(), asOf: '2999-01-01' }
  expect(await secretary.call(contract.enterPopulation, late)).toMatchObject({
    refusal: 'day_to_come',
  })
  const area = t.app.places.geography.findByCode(codes.community)!
  const [known] = await inScope(t.app.db, { kind: 'job' }, (tx) => populationOf(tx, area.id))
  expect(known).toMatchObject({ dimension: 'children', source: '社区台账' })
})

test('results count the asked of each question and hide the seven with the next smallest', async () => {
  const results = await secretary.call(contract.readResults, { id: survey, scheme: 0 })
  if (!results.ok) throw new Error(results.refusal)
  const table = (key: string) => results.value.tables.find((each) => each.key === key)!
  const pickup = table('pickup')
  expect(pickup).toMatchObject({ routed: true, hidden: 2 })
  expect(pickup.groups[0]!.n).toBe(97)
  expect(pickup.lines.map(({ cells }) => cells[0]?.n ?? null)).toEqual([60, null, null])
  const many = table('needs')
  // Of households, not of ticks: three in every four ask for the clinic.
  expect(many.lines[0]!.cells[0]).toMatchObject({ n: 163 })
  expect(many.lines[0]!.cells[0]!.plain[0]).toBeCloseTo(163 / 200, 3)
  expect(await worker.call(contract.readResults, { id: survey })).toMatchObject({ ok: false })
})

test('weights meet what is known, are kept under a number, and change the shares', async () => {
  const asked = { id: survey, dimensions, bounds: { low: 0.3, high: 3 } }
  const trial = await secretary.call(contract.tryWeights, asked)
  if (!trial.ok) throw new Error(trial.refusal)
  expect(trial.value).toMatchObject({ converged: true, atBound: 0 })
  expect(trial.value.dimensions[0]!.groups.map(({ weighted }) => weighted)).toEqual([
    expect.closeTo(0.25, 9),
    expect.closeTo(0.75, 9),
  ])
  const tight = { ...asked, commandId: id(), bounds: { low: 0.9, high: 1.1 }, reason: '试一试' }
  expect(await secretary.call(contract.makeWeights, tight)).toMatchObject({ refusal: 'not_met' })
  const gap = [
    {
      ...dimensions[0]!,
      groups: [dimensions[0]!.groups[0]!, { ...dimensions[0]!.groups[1]!, options: ['yes'] }],
    },
  ]
  expect(await secretary.call(contract.tryWeights, { ...asked, dimensions: gap })).toMatchObject({
    refusal: 'overlapping_groups',
  })
  const kept = await secretary.call(contract.makeWeights, {
    ...asked,
    commandId: id(),
    reason: '有孩子的家答得多',
  })
  expect(kept).toMatchObject({ ok: true, value: { number: 1 } })
  const weighted = await secretary.call(contract.readResults, { id: survey })
  if (!weighted.ok) throw new Error(weighted.refusal)
  const [clinic] = weighted.value.tables.find(({ key }) => key === 'needs')!.lines
  expect(clinic!.cells[0]!.weighted[0]).toBeCloseTo(0.25 * (60 / 97) + 0.75, 3)
  expect(weighted.value.effective).toBeLessThan(200)
})

test('a cross-tab has its own bases; the hidden stay hidden in it', async () => {
  const asked = { id: survey, row: 'needs', group: 'pickup' }
  const table = await secretary.call(contract.readCrossTab, asked)
  if (!table.ok) throw new Error(table.refusal)
  expect(table.value.groups.map(({ n }) => n)).toEqual([200, 60, null, null])
  expect(await secretary.call(contract.readCrossTab, { ...asked, group: 'nothing' })).toMatchObject(
    {
      refusal: 'no_such_question',
    },
  )
})

test('nothing is public before a decision; published is frozen; taken back says why', async () => {
  expect(await open().call(contract.readPublished, { id: survey })).toMatchObject({
    refusal: 'not_published',
  })
  const asked = {
    id: survey,
    version: 1,
    scheme: 1,
    tables: [
      { row: 'needs', group: null },
      { row: 'pickup', group: null },
      { row: 'needs', group: 'children' },
    ],
    decidedBy: '居民代表会议',
    reason: '大家答的，大家看',
  }
  expect(await worker.call(contract.publishResults, { ...asked, commandId: id() })).toMatchObject({
    ok: false,
  })
  const first = await secretary.call(contract.publishResults, { ...asked, commandId: id() })
  expect(first).toMatchObject({ ok: true, value: { number: 1 } })
  await answered(4, { children: 'no', needs: ['park'] })
  const shown = await open().call(contract.readPublished, { id: survey })
  if (!shown.ok) throw new Error(shown.refusal)
  expect(shown.value).toMatchObject({ sheets: 200, weighted: true, decidedBy: '居民代表会议' })
  const small = shown.value.tables.flatMap(({ lines }) => lines.flatMap(({ cells }) => cells))
  expect(small.filter((cell) => cell !== null && cell.n > 0 && cell.n < 10)).toEqual([])
  // Four sheets more would be what two publications differ by.
  const again = await secretary.call(contract.publishResults, { ...asked, commandId: id() })
  expect(again).toMatchObject({ refusal: 'too_few_new' })
  const csv = await open().send({ path: `/api/surveys/${survey}/published/csv` })
  expect(csv.status).toBe(200)
  expect(csv.text).toContain('代码本')
  expect(csv.text).toContain('hidden')
  const back = { commandId: id(), id: survey, number: 1, reason: '权重有误，改好再公布' }
  expect((await secretary.call(contract.withdrawResults, back)).ok).toBe(true)
  expect(await open().call(contract.readPublished, { id: survey })).toMatchObject({
    refusal: 'withdrawn',
    current: { reason: '权重有误，改好再公布' },
  })
})

test('what was published is never edited, not even by the application itself', async () => {
  for (const text of [
    `update surveys.publications set reason = 'x'`,
    'delete from surveys.publications',
    `update surveys.schemes set reason = 'x'`,
  ])
    await expect(
      inScope(t.app.db, { kind: 'job' }, async (tx) => void (await tx.client.query(text))),
    ).rejects.toThrow('permission denied')
})

test('free texts are grouped, masked, and quoted only from groups that are large enough', async () => {
  const topics = await secretary.call(free.readTopics, { id: survey, question: 'words' })
  if (!topics.ok) throw new Error(topics.refusal)
  expect(topics.value.topics.length).toBeGreaterThanOrEqual(2)
  const quoted = topics.value.topics.flatMap(({ examples }) => examples).join()
  expect(quoted).not.toMatch(/13800138000|王大妈/)
  const [topic] = topics.value.topics
  const edit = { id: survey, question: 'words', topic: topic!.topic, into: null, hidden: false }
  await secretary.call(free.editTopic, { ...edit, commandId: id(), name: '电梯' })
  const named = await secretary.call(free.readTopics, { id: survey, question: 'words' })
  expect(named.ok && named.value.topics[0]).toMatchObject({ name: '电梯' })
})

test('other rooms get picks and shares without a person in them', async () => {
  const [picks, shares, none] = await inScope(t.app.db, { kind: 'job' }, (tx) =>
    Promise.all([
      picksOf(t.app, tx, { surveyId: survey, question: 'needs' }),
      sharesOf(t.app, tx, { surveyId: survey, question: 'needs' }),
      sharesOf(t.app, tx, { surveyId: survey, question: 'nothing' }),
    ]),
  )
  expect(picks).toMatchObject({ n: 204, weighted: true })
  expect(picks!.options.map(({ code }) => code)).toEqual(['clinic', 'lift', 'food', 'park'])
  expect(shares!.shares.map(({ code }) => code)).toEqual(['clinic', 'lift', 'food', 'park'])
  expect(none).toBeNull()
})
