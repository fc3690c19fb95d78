// Where candidates take their facts from: answers, the register, the population. Only the front doors of the rooms that
// keep them are asked, and nothing here knows a person.
import type { Words } from '#core/kit/words.ts'
import type { Area } from '#core/places/area.ts'
import type { Reached } from '#core/resources/reach.ts'
import { type PopulationShare, nearestShares } from '#core/themes/population.ts'
import type { Picks } from '#core/themes/score.ts'
import type { App } from '../app.ts'
import type { Tx } from '../kit/db.ts'
import { withinReach } from '../resources/resources.ts'
import { pickedAnswers } from '../surveys/picks.ts'
import { populationOf } from '../surveys/population.ts'

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

export async function askedFacts(app: App, asked: AskedQuestion): Promise<SurveyFacts | null> {
  const found = await pickedAnswers(app, asked)
  if (found === null) return null
  const { version, title, questionTitle, options, weight, picks, n, effective } = found
  const { weighted, sent, scheme } = found
  const rows = { options, weight, picks, n, effective }
  const weightingVersion = scheme === null ? null : String(scheme)
  return { picks: rows, weighted, version, weightingVersion, title, questionTitle, sent }
}

/** One entry an offer of the register, nearest first; what counts for a theme is its kind. */
export async function reachedFacts(
  app: App,
  tx: Tx,
  asked: { areaId: number; metres: number; on: string },
): Promise<ReachedFact[]> {
  const found = await withinReach(app, tx, asked)
  return found.map((each) => ({
    name: each.name,
    category: each.category.code,
    categoryName: { zh: each.category.zh, en: each.category.en },
    offers: each.offers.map(({ what }) => what).join('、'),
    capacity: capacityOf(each),
    distanceMetres: each.distanceMetres,
    validUntil: each.validUntil,
  }))
}

/** How often it can be had, where an offer says so; else how much it holds. */
function capacityOf({ offers, capacity }: Reached): string {
  const said = offers.filter(({ often }) => often !== null)
  const once = new Set(said.map(({ often }) => often))
  // One rhythm for all is said once; several are said with what each is for.
  if (once.size === 1 && said.length === offers.length) return [...once].join('')
  if (said.length > 0) return said.map(({ what, often }) => `${what} ${often}`).join('、')
  return capacity === null ? '' : `${capacity.amount} ${capacity.unit}`
}

/** Of each dimension what is known of the community, else of the nearest area above it. */
export async function populationFacts(app: App, tx: Tx, area: Area): Promise<PopulationShare[]> {
  const levels = []
  for (const each of nearestFirst(app, area))
    levels.push({ areaName: each.name, figures: await populationOf(tx, each.id) })
  return nearestShares(levels)
}

const nearestFirst = (app: App, area: Area): Area[] =>
  app.places.geography.ancestors(area).toSorted((a, b) => b.path.length - a.path.length)
