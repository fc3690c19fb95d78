// The survey of the stories: the secretary of 同景 asks every household about children, lifts and what is needed most.
import { randomUUID } from 'node:crypto'
import * as sheets from '#core/surveys/contract-answers.ts'
import * as frame from '#core/surveys/contract-frame.ts'
import * as life from '#core/surveys/contract.ts'
import { question, questionnaire, words } from '#core/surveys/blank.ts'
import type { Answers, Questionnaire } from '#core/surveys/question.ts'
import type { AnsweredBy } from '#core/surveys/survey.ts'
import { mixSheets } from '#server/surveys/jobs.ts'
import type { TestClient } from './harness.ts'
import { type Town, codes } from './town.ts'

const options = (labels: Record<string, string>) =>
  Object.entries(labels).map(([code, zh]) => ({ code, label: words(zh) }))

export const needs: Questionnaire = questionnaire([
  question('children', 'single', {
    title: words('家里有没有上小学的孩子'),
    required: true,
    options: options({ yes: '有', no: '没有' }),
  }),
  question('pickup', 'single', {
    title: words('放学谁接'),
    required: true,
    options: options({ parents: '父母', grandparents: '老人', nobody: '没人接' }),
    showIf: { all: [{ question: 'children', has: ['yes'] }] },
  }),
  question('needs', 'multiple', {
    title: words('最需要的三件事'),
    options: options({ clinic: '看病近一点', lift: '装电梯', food: '老年食堂', park: '停车' }),
    pickMax: 3,
  }),
  question('safe', 'rating', {
    title: words('晚上走在小区里觉得安全吗'),
    scale: { from: 1, to: 5, low: words('不安全'), high: words('很安全') },
  }),
  question('where', 'place', { title: words('哪里最需要路灯') }),
  question('words', 'longText', { title: words('还想说什么'), keepMonths: 6 }),
])

export const sample: Answers = { children: 'no', needs: ['clinic', 'food'], safe: 4 }

export function must<T>(answer: { ok: true; value: T } | { ok: false; refusal: string }): T {
  if (!answer.ok) throw new Error(`refused: ${answer.refusal} ${JSON.stringify(answer)}`)
  return answer.value
}

export const id = (): string => randomUUID()

export async function drafts(
  who: TestClient,
  more: { answersBy?: AnsweredBy; questionnaire?: Questionnaire; area?: string } = {},
): Promise<string> {
  const asked = { area: codes.community, answersBy: 'household' as const, questionnaire: needs }
  return must(await who.call(life.makeSurvey, { commandId: id(), ...asked, ...more })).id
}

/** The day it is in 同景, so many days on: a story may be told while Greenwich still has yesterday. */
export const dayHere = (t: Town, days = 0): string =>
  new Date(Date.parse(t.clock.now()) + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

/** Drafted and open from today for a month. */
export async function opens(
  t: Town,
  who: TestClient,
  more: Parameters<typeof drafts>[1] = {},
): Promise<string> {
  const survey = await drafts(who, more)
  const [opensOn, closesOn] = [dayHere(t), dayHere(t, 30)]
  must(await who.call(life.openSurvey, { commandId: id(), id: survey, opensOn, closesOn }))
  return survey
}

export async function prints(
  who: TestClient,
  survey: string,
  { count, grid = codes.grid }: { count: number; grid?: string | null },
): Promise<string[]> {
  const made = await who.call(frame.makeCodes, { commandId: id(), id: survey, grid, count })
  return must(made).codes
}

export const answers = (
  who: TestClient,
  code: string,
  given: Answers = sample,
  commandId: string = id(),
) => who.call(sheets.giveAnswers, { commandId, code, version: 1, answers: given })

export type Mixed = {
  sheet: string
  version: number
  channel: string
  grid_id: number | null
  answered_on: string
  answers: Answers
}

/** What lies where tabulation reads, after the job has run. */
export async function mixed(t: Town, survey: string): Promise<Mixed[]> {
  await mixSheets(t.app)
  const { rows } = await t.owner.query<Mixed>(
    'select * from surveys.answers where survey_id = $1 order by sheet',
    [survey],
  )
  return rows
}
