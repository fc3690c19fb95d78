// What is wrong with a questionnaire, each fault at its place, in a sentence its author understands. `stops` faults
// keep it from opening; the others are advice.
import type { Words } from '#core/kit/words.ts'
import type {
  Condition,
  Option,
  Question,
  QuestionKind,
  Questionnaire,
  Section,
} from './question.ts'
import { questionnaireFaultWords as words } from './words-faults.ts'

/** `at` is a path: `title`, `sections.0.questions.2.options.1.label`. */
export type QuestionnaireFault = { at: string; words: Words; stops: boolean }

type Say = (at: string, sentence: Words, stops?: boolean) => void
type Earlier = Map<string, Question>

const withOptions: readonly QuestionKind[] = ['single', 'multiple', 'ranking', 'matrix']
const askable: readonly QuestionKind[] = [...withOptions, 'rating', 'number']
const codeForm = /^[A-Za-z][A-Za-z0-9_]{0,23}$/
const optionCodeForm = /^[A-Za-z0-9][A-Za-z0-9_]{0,23}$/
const optionsMax = 32
const questionsMax = 200
const identity = /姓名|身份证|手机号|电话号码|门牌号|房号|微信号/

export function faultsOfQuestionnaire(questionnaire: Questionnaire): QuestionnaireFault[] {
  const faults: QuestionnaireFault[] = []
  const tell: Say = (at, sentence, stops = true) => faults.push({ at, words: sentence, stops })
  const { title, intro, sections } = questionnaire
  faultsOfText(tell, 'title', title, words.noTitle, 120)
  faultsOfText(tell, 'intro', intro, words.noIntro, 2000)
  if (sections.length === 0) tell('sections', words.noSection)
  if (sections.reduce((sum, section) => sum + section.questions.length, 0) > questionsMax)
    tell('sections', words.tooMany)
  const earlier: Earlier = new Map()
  const codes = new Set<string>()
  for (const [index, section] of sections.entries())
    faultsOfSection(tell, `sections.${index}`, section, { earlier, codes })
  return faults
}

export const mayOpen = (questionnaire: Questionnaire): boolean =>
  !faultsOfQuestionnaire(questionnaire).some((fault) => fault.stops)

function faultsOfText(tell: Say, at: string, text: Words, ifMissing: Words, max: number): void {
  if (text.zh.trim() === '') tell(at, ifMissing)
  else if (text.en.trim() === '') tell(at, words.noEnglish, false)
  if (text.zh.length > max || text.en.length > max * 3) tell(at, words.tooLongText)
}

type Known = { earlier: Earlier; codes: Set<string> }

function faultsOfSection(tell: Say, at: string, section: Section, known: Known): void {
  faultsOfText(tell, `${at}.title`, section.title, words.noTitle, 120)
  faultsOfCode(tell, `${at}.code`, `section ${section.code}`, section.code, known.codes)
  if (section.questions.length === 0) tell(`${at}.questions`, words.emptySection)
  faultsOfCondition(tell, `${at}.showIf`, section.showIf, known.earlier)
  for (const [index, question] of section.questions.entries()) {
    faultsOfQuestion(tell, `${at}.questions.${index}`, question, known)
    known.earlier.set(question.code, question)
  }
}

function faultsOfCode(tell: Say, at: string, key: string, code: string, codes: Set<string>): void {
  if (!codeForm.test(code)) tell(at, words.badCode)
  if (codes.has(key)) tell(at, words.codeTwice)
  codes.add(key)
}

function faultsOfQuestion(tell: Say, at: string, question: Question, known: Known): void {
  const { title, purpose, keepMonths, code } = question
  faultsOfCode(tell, `${at}.code`, code, code, known.codes)
  faultsOfText(tell, `${at}.title`, title, words.noTitle, 300)
  faultsOfText(tell, `${at}.purpose`, purpose, words.noPurpose, 300)
  if (identity.test(title.zh)) tell(`${at}.title`, words.asksIdentity, false)
  if (!Number.isInteger(keepMonths) || keepMonths < 1 || keepMonths > 120)
    tell(`${at}.keepMonths`, words.badKeepMonths)
  faultsOfOptions(tell, at, question)
  faultsOfLimits(tell, at, question)
  faultsOfCondition(tell, `${at}.showIf`, question.showIf, known.earlier)
}

function faultsOfOptions(tell: Say, at: string, question: Question): void {
  const { kind, options, rows } = question
  if (!withOptions.includes(kind)) {
    if (options.length > 0) tell(`${at}.options`, words.noOptions)
  } else {
    if (options.length < 2) tell(`${at}.options`, words.needsOptions)
    else if (options.every((option) => option.exclusive)) tell(`${at}.options`, words.aloneOnly)
    faultsOfList(tell, `${at}.options`, options)
  }
  if (kind === 'matrix' && rows.length === 0) tell(`${at}.rows`, words.needsRows)
  faultsOfList(tell, `${at}.rows`, rows)
}

function faultsOfList(tell: Say, at: string, options: Option[]): void {
  if (options.length > optionsMax) tell(at, words.tooManyOptions)
  const codes = new Set<string>()
  const labels = new Set<string>()
  for (const [index, { code, label }] of options.entries()) {
    if (!optionCodeForm.test(code)) tell(`${at}.${index}.code`, words.badCode)
    if (codes.has(code)) tell(`${at}.${index}.code`, words.codeTwice)
    if (labels.has(label.zh.trim()) && label.zh.trim() !== '')
      tell(`${at}.${index}.label`, words.labelTwice)
    faultsOfText(tell, `${at}.${index}.label`, label, words.noTitle, 120)
    codes.add(code)
    labels.add(label.zh.trim())
  }
}

function faultsOfLimits(tell: Say, at: string, question: Question): void {
  const { kind, scale, pickMax, options, least, most } = question
  if (kind === 'rating') {
    const steps = scale === null ? 0 : scale.to - scale.from + 1
    if (scale === null || !Number.isInteger(steps) || steps < 2 || steps > 11)
      tell(`${at}.scale`, words.needsScale)
    else if (scale.low.zh.trim() === '' || scale.high.zh.trim() === '')
      tell(`${at}.scale`, words.noScaleWords)
  }
  const pickLimit = kind === 'photo' ? 3 : options.length
  if (pickMax !== null && (!Number.isInteger(pickMax) || pickMax < 1 || pickMax > pickLimit))
    tell(`${at}.pickMax`, words.badPickMax)
  if (least !== null && most !== null && least > most) tell(`${at}.least`, words.badBounds)
}

function faultsOfCondition(
  tell: Say,
  at: string,
  condition: Condition | null,
  earlier: Earlier,
): void {
  if (condition === null) return
  const tests = [...(condition.all ?? []), ...(condition.any ?? [])]
  if (tests.length === 0) tell(at, words.twoConditions)
  for (const test of tests) {
    const asked = earlier.get(test.question)
    if (asked === undefined) tell(at, words.noSuchEarlier)
    else if (!askable.includes(asked.kind)) tell(at, words.notAskable)
    else if (test.has.length === 0) tell(at, words.emptyTest)
    else if (!test.has.every((code) => canAnswer(asked, code))) tell(at, words.noSuchOption)
  }
}

/** Whether an answer to the question can hold this code. */
export function canAnswer({ kind, options, rows, scale }: Question, code: string): boolean {
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(code)
  if (kind === 'rating')
    return scale !== null && Number(code) >= scale.from && Number(code) <= scale.to
  if (kind !== 'matrix') return options.some((option) => option.code === code)
  const [row, option] = code.split('=')
  return rows.some((each) => each.code === row) && options.some((each) => each.code === option)
}
