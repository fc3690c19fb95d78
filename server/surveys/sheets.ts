// One sheet on its way in: which survey its code opens, whether its answers fit, and into the inbox. What is written
// here leaves no trace that leads from the answers to a code or a person: see docs/decisions.
import { createHash } from 'node:crypto'
import { type Result, assert, done, refused } from '#core/kit/result.ts'
import { say } from '#core/kit/words.ts'
import { faultsOfAnswers } from '#core/surveys/answer-faults.ts'
import { readCode } from '#core/surveys/code.ts'
import {
  type Answers,
  type Channel,
  type Questionnaire,
  allQuestions,
  countedAnswers,
} from '#core/surveys/question.ts'
import { whyCannotAnswer } from '#core/surveys/survey.ts'
import type { App, Who } from '../app.ts'
import { claimPhotos } from '../files/files.ts'
import type { Tx } from '../kit/db.ts'
import { type SurveyRow, findSurvey, findVersion, holdOpen } from './store.ts'
import { type CodeRow, lockCode, putSheets, useCode } from './store-sheets.ts'
import { todayOf } from './surveys.ts'

export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Of the code as it is read, so that spaces and small letters do not matter. */
export const hashOfCode = (code: string): Buffer => sha256(`survey code ${code}`)
export const hashOfCommand = (commandId: string): Buffer => sha256(`survey command ${commandId}`)

/** Proves to its holder that something arrived. It is made of the command alone and stands beside no answer. */
export function receiptOf(commandId: string): string {
  const text = BigInt(`0x${sha256(`receipt ${commandId}`).toString('hex').slice(0, 16)}`)
  return text
    .toString(36)
    .toUpperCase()
    .padStart(8, '0')
    .slice(0, 8)
    .replace(/(.{4})/, '$1-')
}

export type Opened = { row: SurveyRow; code: (CodeRow & { hash: Buffer }) | null }
export type OpenFault =
  | 'no_such_code'
  | 'no_such_survey'
  | 'needs_a_code'
  | 'not_yet_open'
  | 'already_closed'
  | 'code_used'
type By = { code?: string | null | undefined; survey?: string | null | undefined }

/** By code, or by the id of a survey that needs none. `judge` says whether answers are taken today. */
export async function openSheet(
  app: App,
  tx: Tx,
  by: By,
  { judge = whyCannotAnswer, handsIn = true } = {},
): Promise<Result<Opened, OpenFault>> {
  const code = by.code == null ? null : await findCode(tx, by.code)
  if (by.code != null && code === null) return refused('no_such_code')
  const id = code?.surveyId ?? by.survey
  if (id != null && handsIn) await holdOpen(tx, id)
  const row = id == null ? null : await findSurvey(tx, id)
  if (row === null) return refused('no_such_survey')
  if (by.survey != null && row.id !== by.survey) return refused('no_such_code')
  if (code === null && row.answersBy !== 'anyone') return refused('needs_a_code')
  const why = judge(row, todayOf(app, row))
  return why === null ? done({ row, code }) : refused(why)
}

async function findCode(tx: Tx, text: string) {
  const plain = readCode(text)
  if (plain === null) return null
  const hash = hashOfCode(plain)
  const row = await lockCode(tx, hash)
  return row === null || row.void ? null : { ...row, hash }
}

export type SheetFault = 'no_such_version' | 'has_faults' | 'no_such_photo'
export type Filled = { version: number; answers: Answers }

/** The answers that count, or what is wrong with them, a sentence beside each question. */
export async function judgeSheet(
  app: App,
  tx: Tx,
  who: Who,
  { row, version, answers, insist }: Filled & { row: SurveyRow; insist: boolean },
): Promise<Result<Answers, 'no_such_version' | 'has_faults'>> {
  const found = await findVersion(tx, row, version)
  if (found === null || found.openedAt === null) return refused('no_such_version')
  const faults = faultsOfAnswers(found.questionnaire, answers, insist)
  const fields = Object.fromEntries(
    faults.map((fault) => [fault.question, say(fault.words, who.caller.lang)]),
  )
  const counted = countedAnswers(found.questionnaire, answers)
  for (const question of strangePlaces(app, row, found.questionnaire, counted))
    fields[question] ??= who.caller.lang === 'zh' ? '这个网格不在本辖区' : 'Not a grid of this area'
  return Object.keys(fields).length > 0 ? refused('has_faults', { fields }) : done(counted)
}

function strangePlaces(
  app: App,
  row: SurveyRow,
  questionnaire: Questionnaire,
  answers: Answers,
): string[] {
  return allQuestions(questionnaire)
    .filter(({ kind, code }) => kind === 'place' && answers[code] !== undefined)
    .map(({ code }) => code)
    .filter((code) => {
      const value = answers[code]
      const area = typeof value === 'string' ? app.places.geography.findByCode(value) : null
      return area === null || !area.path.startsWith(row.areaPath)
    })
}

type Handed = Opened & Filled & { channel: Channel; commandId: string }

/** Uses the code up and puts the sheet into the inbox, in one transaction that writes no log of who did it. */
export async function handIn(
  app: App,
  tx: Tx,
  { row, code, version, answers, channel, commandId }: Handed,
): Promise<Result<{ receipt: string }, 'code_used' | 'no_such_photo'>> {
  if (code?.used === true) return refused('code_used')
  const { missing } = await claimPhotos(tx, photosIn(answers), app.now())
  if (missing.length > 0) return refused('no_such_photo')
  if (code !== null) await useCode(tx, code.hash, hashOfCommand(commandId))
  const sheet = { communityId: row.communityId, surveyId: row.id, version, channel, answers }
  await putSheets(tx, [{ ...sheet, gridId: code?.gridId ?? null, answeredOn: null }])
  return done({ receipt: receiptOf(commandId) })
}

/** A sender who did not hear the answer hears the same receipt again; anybody else, that the code is used. */
export function isRepeat({ code }: Opened, commandId: string): boolean {
  if (code === null || !code.used) return false
  assert(code.commandHash !== null, 'a used code knows its command')
  return code.commandHash.equals(hashOfCommand(commandId))
}

const photosIn = (answers: Answers): string[] =>
  Object.values(answers)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter((value): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value))
