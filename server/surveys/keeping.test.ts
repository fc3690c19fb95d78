// A survey from its first word to the day its answers are forgotten.
import { beforeAll, expect, test } from 'vitest'
import * as frame from '#core/surveys/contract-frame.ts'
import * as life from '#core/surveys/contract.ts'
import { question, questionnaire, words } from '#core/surveys/blank.ts'
import { closeOver, forgetExpired } from '#server/surveys/jobs.ts'
import {
  answers,
  drafts,
  id,
  mixed,
  must,
  needs,
  opens,
  prints,
  sample,
} from '#testing/survey-town.ts'
import { listNotices } from '#core/notices/contract.ts'
import { type Staff, type Town, codes, openTown } from '#testing/town.ts'

let t: Town
let he: Staff
beforeAll(async () => {
  t = await openTown()
  he = await t.as('he')
})

const area = codes.community
const days = { opensOn: '2026-03-03', closesOn: '2026-03-20' }
const titles = async (who: { call: Staff['call'] }) =>
  must(await who.call(life.listSurveys, { area })).items.map((one) => one.state)

test('he drafts, and only whoever keeps surveys there knows of it', async () => {
  const survey = await drafts(he)
  expect(await titles(he)).toEqual(['DRAFT'])
  expect(await titles(t.client())).toEqual([])
  expect(await titles(await t.as('xu'))).toEqual([])
  expect(await t.client().call(life.readSurvey, { id: survey })).toMatchObject({ status: 404 })
  const wu = await t.as('wu')
  const opened = await wu.call(life.openSurvey, { commandId: id(), id: survey, ...days })
  expect(opened).toMatchObject({ refusal: 'not_yours' })
  const liu = await t.as('liu')
  expect(await liu.call(life.readSurveyDesk, { id: survey })).toMatchObject({ status: 404 })
  expect(await liu.call(life.openSurvey, { commandId: id(), id: survey, ...days })).toMatchObject({
    refusal: 'no_such_survey',
  })
})

test('two authors do not overwrite each other', async () => {
  const survey = await drafts(he)
  const seen = must(await he.call(life.readSurveyDesk, { id: survey }))
  const write = (changedAt: string) => ({
    commandId: id(),
    id: survey,
    version: 1,
    changedAt,
    questionnaire: { ...needs, title: words('改过的题目') },
  })
  t.clock.advance(5)
  const saved = must(await he.call(life.saveQuestionnaire, write(seen.changedAt)))
  expect(saved.changedAt).not.toBe(seen.changedAt)
  const cao = await t.as('cao')
  expect(await cao.call(life.saveQuestionnaire, write(seen.changedAt))).toMatchObject({
    refusal: 'changed_meanwhile',
    current: { changedAt: saved.changedAt },
  })
})

test('with a fault it does not open, nor on a day that is past', async () => {
  const faulty = await drafts(he, { questionnaire: questionnaire([question('q', 'matrix')]) })
  const open = (survey: string, asked = days) =>
    he.call(life.openSurvey, { commandId: id(), id: survey, ...asked })
  expect(await open(faulty)).toMatchObject({ refusal: 'has_faults' })
  const survey = await drafts(he)
  expect(await open(survey, { ...days, opensOn: '2026-03-01' })).toMatchObject({
    refusal: 'day_past',
  })
  expect(await open(survey, { opensOn: '2026-03-09', closesOn: '2026-03-08' })).toMatchObject({
    refusal: 'days_reversed',
  })
  expect(await open(survey, { opensOn: '2026-03-09', closesOn: '2027-04-08' })).toMatchObject({
    refusal: 'too_long',
  })
  expect((await open(survey)).ok).toBe(true)
  expect(await open(survey)).toMatchObject({ refusal: 'not_a_draft' })
})

test('what is open is never edited: another version follows, and answers keep theirs', async () => {
  const survey = await opens(t, he)
  const printed = await prints(he, survey, { count: 10 })
  const seen = must(await he.call(life.readSurveyDesk, { id: survey }))
  const write = (version: number, changedAt: string) => ({
    commandId: id(),
    id: survey,
    version,
    changedAt,
    questionnaire: { ...needs, title: words('第二版') },
  })
  expect(await he.call(life.saveQuestionnaire, write(1, seen.changedAt))).toMatchObject({
    refusal: 'already_opened',
  })
  await expect(
    t.owner.query(`update surveys.versions set questionnaire = '{}' where survey_id = $1`, [
      survey,
    ]),
  ).rejects.toThrow('never edited')
  const made = await he.call(life.newVersion, { commandId: id(), id: survey })
  expect(must(made).version).toBe(2)
  expect(await he.call(life.newVersion, { commandId: id(), id: survey })).toMatchObject({
    refusal: 'already_drafted',
  })
  const draft = must(await he.call(life.readSurveyDesk, { id: survey }))
  expect(draft.shownVersion).toBe(2)
  must(await he.call(life.saveQuestionnaire, write(2, draft.changedAt)))
  expect((await t.client().call(life.readSurvey, { id: survey, version: 2 })).ok).toBe(false)
  const turn = { commandId: id(), id: survey, version: 2, reason: '题目说得更清楚' }
  must(await he.call(life.openVersion, turn))
  const now = must(await t.client().call(life.readSurvey, { id: survey }))
  expect(now).toMatchObject({ version: 2, title: { zh: '第二版' } })
  // Whoever began with the first version hands in the first version.
  for (const code of printed) must(await answers(t.client(), code))
  expect((await mixed(t, survey)).map((row) => row.version)).toEqual(Array(10).fill(1))
})

test('who did what stands in its steps, with a reason', async () => {
  const survey = await opens(t, he)
  const extended = { commandId: id(), id: survey, closesOn: '2026-05-01', reason: '雨天多' }
  must(await he.call(life.extendSurvey, extended))
  must(await he.call(life.closeSurvey, { commandId: id(), id: survey, reason: '收齐了' }))
  const again = { commandId: id(), id: survey, reason: '再关一次' }
  expect(await he.call(life.closeSurvey, again)).toMatchObject({ refusal: 'not_open' })
  const { items, next } = must(await he.call(life.listSteps, { id: survey, limit: 3 }))
  expect(items.map(({ step, by, reason }) => [step, by, reason])).toEqual([
    ['closed', '何书记', '收齐了'],
    ['extended', '何书记', '雨天多'],
    ['opened', '何书记', null],
  ])
  const rest = must(await he.call(life.listSteps, { id: survey, after: next ?? '' }))
  expect(rest.items.map(({ step }) => step)).toEqual(['made'])
})

test('the frame counts households, codes are told once, and each grid sees how far it is', async () => {
  const survey = await opens(t, he)
  const cell = { grid: codes.grid, building: '1栋', households: 60, quota: 20 }
  const cells = [cell, { ...cell, building: '2栋' }, { ...cell, grid: codes.grid2 }]
  const set = { id: survey, source: '社区台账', cells }
  must(await he.call(frame.setFrame, { commandId: id(), ...set }))
  const twice = { commandId: id(), ...set, cells: [cell, cell] }
  expect(await he.call(frame.setFrame, twice)).toMatchObject({ refusal: 'cell_twice' })
  const strange = { commandId: id(), ...set, cells: [{ ...cell, grid: codes.neighbour }] }
  expect(await he.call(frame.setFrame, strange)).toMatchObject({ refusal: 'no_such_grid' })
  const make = { commandId: id(), id: survey, grid: codes.grid, count: 12 }
  const made = must(await he.call(frame.makeCodes, make))
  expect(new Set(made.codes).size).toBe(12)
  expect(must(await he.call(frame.makeCodes, make))).toEqual({ batch: made.batch, codes: [] })
  const lost = await prints(he, survey, { count: 5 })
  const progress = must(await he.call(frame.readProgress, { id: survey }))
  const batch = progress.batches.find((one) => one.made === 5)?.batch ?? ''
  const voiding = { commandId: id(), id: survey, batch, reason: '打印错了' }
  expect(must(await he.call(frame.voidCodes, voiding)).voided).toBe(5)
  expect(await answers(t.client(), lost[0] ?? '')).toMatchObject({ refusal: 'no_such_code' })
  for (const code of made.codes.slice(0, 3)) must(await answers(t.client(), code))
  const { cells: grids, total } = must(await he.call(frame.readProgress, { id: survey }))
  expect(grids.map(({ grid, ...rest }) => [grid?.code, rest])).toEqual([
    [codes.grid, { households: 120, quota: 40, handedOut: 12, answered: 3 }],
    [codes.grid2, { households: 60, quota: 20, handedOut: 0, answered: 0 }],
  ])
  expect(total).toEqual({ households: 180, quota: 60, handedOut: 12, answered: 3 })
  const remind = { commandId: id(), id: survey, grids: [codes.grid] }
  expect(must(await he.call(frame.remindGrids, remind)).told).toBe(3)
  const { items } = must(await (await t.as('zhou')).call(listNotices, {}))
  expect(items[0]?.words.zh).toContain('发出12份，已交3份')
  must(await he.call(frame.remindGrids, { ...remind, commandId: id() }))
  expect(must(await (await t.as('zhou')).call(listNotices, {})).items.length).toBe(1)
})

test('two weeks after its last day it closes by itself, and in due time it forgets', async () => {
  const survey = await opens(t, he)
  const printed = await prints(he, survey, { count: 10 })
  for (const code of printed) must(await answers(t.client(), code, { ...sample, words: '谢谢' }))
  t.clock.set('2026-04-03T01:00:00Z')
  expect(await answers(t.client(), printed[0] ?? '')).toMatchObject({ refusal: 'already_closed' })
  await closeOver(t.app)
  expect(must(await t.client().call(life.readSurvey, { id: survey })).state).toBe('OPEN')
  t.clock.set('2026-04-20T01:00:00Z')
  await closeOver(t.app)
  expect(must(await t.client().call(life.readSurvey, { id: survey })).state).toBe('CLOSED')
  expect((await mixed(t, survey))[0]?.answers).toMatchObject({ words: '谢谢' })
  // Free words are kept six months, the rest two years.
  t.clock.set('2026-10-21T01:00:00Z')
  expect(await forgetExpired(t.app)).toBe(10)
  const [row] = await mixed(t, survey)
  expect(Object.keys(row?.answers ?? {}).toSorted()).toEqual(['children', 'needs', 'safe'])
  expect(await forgetExpired(t.app)).toBe(0)
})
