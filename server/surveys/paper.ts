// Paper sheets are typed twice. The first typing waits; the second is compared with it; where they differ somebody holds
// both against the paper. Then both typings go, and the sheet is like any other.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import type * as contract from '#core/surveys/contract-answers.ts'
import { type Answers, type AnswerValue } from '#core/surveys/question.ts'
import { mayEnter, whyCannotType } from '#core/surveys/survey.ts'
import type { App, Who } from '../app.ts'
import { type Tx, canonical, inScope } from '../kit/db.ts'
import {
  type OpenFault,
  type Opened,
  type SheetFault,
  handIn,
  hashOfCommand,
  isRepeat,
  judgeSheet,
  openSheet,
  sha256,
} from './sheets.ts'
import { findSurvey } from './store.ts'
import * as store from './store-sheets.ts'
import { spotOf } from './surveys.ts'

type Outcome = OutputOf<typeof contract.enterPaper>
type Typing = InputOf<typeof contract.enterPaper>
type Typed = Result<Outcome, OpenFault | SheetFault | 'not_yours' | 'not_compared'>

const intake = { kind: 'intake' } as const

export function enterPaper(app: App, who: Who, input: Typing): Promise<Typed> {
  return inScope(app.db, intake, async (tx): Promise<Typed> => {
    const row = await findSurvey(tx, input.id)
    if (row === null) return refused('no_such_survey')
    if (!mayEnter(who.actor, spotOf(row))) return refused('not_yours')
    const free = row.answersBy === 'anyone'
    const by = free ? { survey: row.id } : { survey: row.id, code: input.sheet }
    const opened = await openSheet(app, tx, by, { judge: whyCannotType })
    if (!opened.ok) return opened
    if (isRepeat(opened.value, input.commandId)) return done(taken(false))
    if (opened.value.code?.used === true) return refused('code_used')
    const { version, answers } = input
    const fit = await judgeSheet(app, tx, who, { row, version, answers, insist: false })
    if (!fit.ok) return fit
    return compare(app, tx, who, { input, opened: opened.value, answers: fit.value })
  })
}

const taken = (samePerson: boolean): Outcome => ({ outcome: 'taken', differs: [], samePerson })

type Comparing = { input: Typing; opened: Opened; answers: Answers }

async function compare(app: App, tx: Tx, who: Who, { input, opened, answers }: Comparing) {
  const { row, code } = opened
  const key = code?.hash ?? sha256(`sheet ${row.id} ${input.sheet.trim().toUpperCase()}`)
  const [first, second] = await store.findPaper(tx, row, key)
  const commandHash = hashOfCommand(input.commandId)
  const typed = {
    key,
    version: input.version,
    gridId: code?.gridId ?? null,
    answers,
    commandHash,
    enteredBy: who.actor.id,
    at: app.now(),
  }
  if (first === undefined || (second === undefined && first.commandHash.equals(commandHash))) {
    if (input.settle) return refused('not_compared')
    await store.addPaper(tx, row, { ...typed, pass: 1 })
    return done<Outcome>({ outcome: 'first', differs: [], samePerson: false })
  }
  const samePerson = first.enteredBy === who.actor.id
  const differs = input.settle ? [] : differencesOf(first.answers, answers)
  if (input.settle && second === undefined) return refused('not_compared')
  if (differs.length > 0) {
    await store.addPaper(tx, row, { ...typed, pass: 2 })
    return done<Outcome>({ outcome: 'differs', differs, samePerson })
  }
  await store.removePaper(tx, row, key)
  const handed = await handIn(app, tx, {
    ...opened,
    version: input.version,
    answers,
    channel: 'paper',
    commandId: input.commandId,
  })
  return handed.ok ? done(taken(samePerson)) : handed
}

/** Question by question; the order in which boxes were typed and spaces around a text do not count. */
export function differencesOf(first: Answers, second: Answers): Outcome['differs'] {
  const codes = new Set([...Object.keys(first), ...Object.keys(second)])
  return [...codes]
    .filter((code) => plain(first[code]) !== plain(second[code]))
    .map((question) => ({
      question,
      first: first[question] ?? null,
      second: second[question] ?? null,
    }))
}

function plain(value: AnswerValue | undefined): string {
  if (typeof value === 'string') return JSON.stringify(value.replace(/\s+/g, ''))
  return canonical(value)
}

export async function countPaper(
  app: App,
  who: Who,
  { id }: InputOf<typeof contract.countPaper>,
): Promise<Result<OutputOf<typeof contract.countPaper>, 'no_such_survey' | 'not_yours'>> {
  return inScope(app.db, intake, async (tx) => {
    const row = await findSurvey(tx, id)
    if (row === null) return refused('no_such_survey')
    if (!mayEnter(who.actor, spotOf(row))) return refused('not_yours')
    const counted = await store.countPaper(tx, row, who.actor.id)
    return done(counted ?? { waiting: 0, differing: 0, mine: 0 })
  })
}
