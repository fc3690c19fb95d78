// Where candidates take their facts from: answers, the register, the population. Only the front doors of the rooms that
// keep them are asked, and nothing here knows a person.
import type { Words } from '#core/kit/words.ts'
import type { Picks, PopulationShare } from '#core/themes/score.ts'
import type { App } from '../app.ts'
import type { Tx } from '../kit/db.ts'

export type AskedQuestion = { surveyId: string; question: string }

export type SurveyFacts = {
  picks: Picks
  weighted: boolean
  version: number
  weightingVersion: string | null
  title: Words
  questionTitle: Words
  sent: number | null
}

export type ReachedFact = {
  name: string
  category: string
  categoryName: Words
  offers: string
  capacity: string
  distanceMetres: number
  validUntil: string | null
}

export async function askedFacts(
  _app: App,
  _tx: Tx,
  _asked: AskedQuestion,
): Promise<SurveyFacts | null> {
  return null
}

export async function reachedFacts(
  _app: App,
  _tx: Tx,
  _asked: { areaId: number; metres: number; on: string },
): Promise<ReachedFact[]> {
  return []
}

export async function populationFacts(_tx: Tx, _areaId: number): Promise<PopulationShare[]> {
  return []
}
