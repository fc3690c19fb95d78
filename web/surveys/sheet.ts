// A sheet being filled in: kept on this device after every answer, until it has been handed in. The steps are screens:
// a section each, for elders a question each, and the look over it at the end.
import { useMemo, useState } from 'react'
import { faultsOfAnswers } from '#core/surveys/answer-faults.ts'
import {
  type AnswerValue,
  type Answers,
  type Question,
  type Questionnaire,
  askedOf,
} from '#core/surveys/question.ts'

type Kept = { version: number; answers: Answers; seed: string }
const placeOf = (key: string) => `linli.sheet.${key}`
const codePlace = 'linli.sheet-code'

function readKept(key: string, version: number): Kept {
  const fresh = { version, answers: {}, seed: Math.random().toString(36).slice(2) }
  try {
    const kept = JSON.parse(localStorage.getItem(placeOf(key)) ?? 'null') as Kept | null
    return kept !== null && kept.version === version ? kept : fresh
  } catch {
    return fresh // storage closed or damaged: the sheet lasts as long as the page
  }
}

function write(key: string, kept: Kept | null): void {
  try {
    if (kept === null) localStorage.removeItem(placeOf(key))
    else localStorage.setItem(placeOf(key), JSON.stringify(kept))
  } catch {
    // storage closed: the sheet lasts as long as the page
  }
}

/** The code leaves the address at once, so that nobody reads it over a shoulder or in a history. */
export function codeOfAddress(): string | null {
  const inHash = location.hash.slice(1)
  try {
    if (inHash !== '') sessionStorage.setItem(codePlace, inHash)
    const kept = sessionStorage.getItem(codePlace)
    if (inHash !== '') history.replaceState(history.state, '', location.pathname + location.search)
    return kept
  } catch {
    return inHash === '' ? null : inHash
  }
}

export function rememberCode(code: string | null): void {
  try {
    if (code === null) sessionStorage.removeItem(codePlace)
    else sessionStorage.setItem(codePlace, code)
  } catch {
    // storage closed: the page alone knows it
  }
}

export type Screen = { section: number; questions: Question[] }

export type Sheet = {
  answers: Answers
  seed: string
  change: (code: string, value: AnswerValue | undefined) => void
  clear: () => void
  asked: ReadonlySet<string>
  /** What is asked under the answers so far. */
  screens: Screen[]
  /** A sentence for a question whose answer does not fit, once it was looked at. */
  errorOf: (code: string) => { zh: string; en: string } | null
  faults: { question: string; words: { zh: string; en: string } }[]
}

export function useSheet(
  key: string,
  { version, questionnaire }: { version: number; questionnaire: Questionnaire },
  oneByOne: boolean,
): Sheet {
  const [kept, setKept] = useState(() => readKept(key, version))
  const { answers, seed } = kept
  const change = (code: string, value: AnswerValue | undefined) =>
    setKept((was) => {
      const next = { ...was.answers }
      if (value === undefined) delete next[code]
      else next[code] = value
      const sheet = { ...was, answers: next }
      write(key, sheet)
      return sheet
    })
  const clear = () => {
    write(key, null)
    setKept({ ...kept, answers: {} })
  }
  const asked = useMemo(() => askedOf(questionnaire, answers), [questionnaire, answers])
  const faults = useMemo(() => faultsOfAnswers(questionnaire, answers), [questionnaire, answers])
  const screens = screensOf(questionnaire, asked, oneByOne)
  const errorOf = (code: string) =>
    answers[code] === undefined
      ? null
      : (faults.find((fault) => fault.question === code)?.words ?? null)
  return { answers, seed, change, clear, asked, screens, faults, errorOf }
}

function screensOf(
  { sections }: Questionnaire,
  asked: ReadonlySet<string>,
  oneByOne: boolean,
): Screen[] {
  return sections.flatMap((section, at): Screen[] => {
    const questions = section.questions.filter(({ code }) => asked.has(code))
    if (questions.length === 0) return []
    return oneByOne
      ? questions.map((question) => ({ section: at, questions: [question] }))
      : [{ section: at, questions }]
  })
}
