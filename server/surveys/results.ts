// The front door of results: tables for the desk, and for other rooms what was picked and which share said so. No person
// is in any of it.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import type { Words } from '#core/kit/words.ts'
import type * as contract from '#core/surveys/contract-results.ts'
import { type Estimate, effectiveOf, shareOf } from '#core/surveys/estimates.ts'
import { resultsOf, tablesOf } from '#core/surveys/result-tables.ts'
import { mayKeep } from '#core/surveys/survey.ts'
import { askedIn, cellAt, oneWay } from '#core/surveys/tabulate.ts'
import { worthOf } from '#core/surveys/weights.ts'
import type { App, Who } from '../app.ts'
import { type Tx, inScope } from '../kit/db.ts'
import {
  type Counted,
  countedOf,
  hasColumn,
  latestScheme,
  sampleOf,
  thresholdAt,
  weightsOf,
} from './columns-kept.ts'
import { type SurveyRow, findSurvey, listVersions } from './store.ts'
import { headOf, spotOf } from './surveys.ts'

const job = { kind: 'job' } as const

/** The survey, for whoever may keep it; to others it is not there, or not theirs. */
export async function keptSurvey(
  app: App,
  who: Who,
  id: string,
): Promise<Result<SurveyRow, 'no_such_survey' | 'not_yours'>> {
  const row = await inScope(app.db, who.scope, (tx) => findSurvey(tx, id))
  if (row === null) return refused('no_such_survey')
  return mayKeep(who.actor, spotOf(row)) ? done(row) : refused('not_yours')
}

type Chosen = { id: string; version?: number; scheme?: number }
type Laid = {
  row: SurveyRow
  counted: Counted
  scheme: number | null
  weights: Float64Array | null
}

async function laidOut(
  app: App,
  who: Who,
  { id, version, scheme }: Chosen,
): Promise<Result<Laid, 'no_such_survey' | 'not_yours' | 'no_such_weights' | 'no_answers'>> {
  const survey = await keptSurvey(app, who, id)
  if (!survey.ok) return survey
  const counted = await countedOf(app, survey.value, version)
  if (counted === null) return refused('no_such_survey')
  if (counted.sheets === 0) return refused('no_answers')
  const number = scheme === undefined ? latestScheme(counted) : scheme === 0 ? null : scheme
  const weights = weightsOf(counted, number)
  if (weights === undefined) return refused('no_such_weights')
  return done({ row: survey.value, counted, scheme: number, weights })
}

export function resultHead(
  app: App,
  row: SurveyRow,
  counted: Counted,
  weights: Float64Array | null,
) {
  const { title, area, answersBy } = headOf(app, row, null)
  return {
    title,
    area,
    answersBy,
    version: counted.version,
    sheets: counted.sheets,
    frame: counted.frame,
    threshold: thresholdAt(app, row),
    weighted: weights !== null,
    effective: Math.round(weights === null ? counted.sheets : worthOf(weights).effective),
  }
}

export async function readResults(
  app: App,
  who: Who,
  input: InputOf<typeof contract.readResults>,
): Promise<
  Result<
    OutputOf<typeof contract.readResults>,
    'no_such_survey' | 'not_yours' | 'no_such_weights' | 'no_answers'
  >
> {
  const laid = await laidOut(app, who, input)
  if (!laid.ok) return laid
  const { row, counted, scheme, weights } = laid.value
  const threshold = thresholdAt(app, row)
  const tables = tablesOf(counted.columns)
  const sample = sampleOf(counted, row)
  const { results } = resultsOf({ columns: counted.columns, weights, tables, sample, threshold })
  const versions = await inScope(app.db, who.scope, (tx) => listVersions(tx, row))
  const questions = versions
    .find((each) => each.version === counted.version)
    ?.questionnaire.sections.flatMap((section) => section.questions)
  const texts = [...counted.columns.texts].map(([question, list]) => ({
    question,
    title: questions?.find(({ code }) => code === question)?.title ?? {
      zh: question,
      en: question,
    },
    answered: list.length < threshold ? null : list.length,
  }))
  return done({
    ...resultHead(app, row, counted, weights),
    scheme,
    schemes: counted.schemes.map(({ number }) => number),
    versions: versions.filter(({ openedAt }) => openedAt !== null).map(({ version }) => version),
    ...results,
    texts,
  })
}

export async function readCrossTab(
  app: App,
  who: Who,
  input: InputOf<typeof contract.readCrossTab>,
): Promise<
  Result<
    OutputOf<typeof contract.readCrossTab>,
    'no_such_survey' | 'not_yours' | 'no_such_weights' | 'no_answers' | 'no_such_question'
  >
> {
  const laid = await laidOut(app, who, input)
  if (!laid.ok) return laid
  const { row, counted, weights } = laid.value
  const asked = { row: input.row, group: input.group }
  if (!hasColumn(counted, asked)) return refused('no_such_question')
  const { results } = resultsOf({
    columns: counted.columns,
    weights,
    // The one-way tables of all questions are on the same desk: what they share is hidden alike.
    tables: [asked],
    earlier: tablesOf(counted.columns),
    sample: sampleOf(counted, row),
    threshold: thresholdAt(app, row),
  })
  return done(results.tables[0]!)
}

export type Picks = {
  version: number
  options: { code: string; label: Words }[]
  weight: Float64Array
  /** By option order, one bit each; 0: asked, none of them. Who was not asked is left out. */
  picks: Uint32Array
  n: number
  effective: number
  weighted: boolean
  /** The number of the weights counted with; null: unweighted. */
  scheme: number | null
}

/** For what draws samples again and again: each answer's picks and weight, in random order. */
export async function picksOf(
  app: App,
  tx: Tx,
  { surveyId, question }: { surveyId: string; question: string },
): Promise<Picks | null> {
  const found = await columnOf(app, tx, surveyId, question)
  if (found === null) return null
  const { column, counted, weights } = found
  const own = [...column.codes.keys()].filter((i) => column.codes[i] !== column.away)
  const weight = Float64Array.from(own, (i) => weights?.[i] ?? 1)
  const bits = (code: number): number => {
    if (code === column.none) return 0
    return column.kind === 'many' ? code : 2 ** code
  }
  return {
    version: counted.version,
    options: column.marks.map(({ code, label }) => ({ code, label })),
    weight,
    picks: Uint32Array.from(own, (i) => bits(column.codes[i]!)),
    n: own.length,
    effective: worthOf(weight).effective,
    weighted: weights !== null,
    scheme: weights === null ? null : latestScheme(counted),
  }
}

export type Shares = {
  version: number
  n: number
  effective: number
  weighted: boolean
  shares: { code: string; label: Words; n: number; share: Estimate }[]
}

/** Null: no such survey or question, or fewer asked than may be shown. Options under the threshold are left out. */
export async function sharesOf(
  app: App,
  tx: Tx,
  { surveyId, question }: { surveyId: string; question: string },
): Promise<Shares | null> {
  const found = await columnOf(app, tx, surveyId, question)
  if (found === null) return null
  const { row, column, counted, weights } = found
  const threshold = thresholdAt(app, row)
  const tally = oneWay(column, weights)
  const base = cellAt(tally, askedIn(column))
  if (base.n < threshold) return null
  const sample = sampleOf(counted, row)
  const shares = column.marks.flatMap(({ code, label }, line) => {
    const cell = cellAt(tally, line)
    const share = shareOf(cell, base, sample)
    const small = (cell.n > 0 && cell.n < threshold) || share === null
    return small ? [] : [{ code, label, n: cell.n, share }]
  })
  const { n } = base
  return {
    version: counted.version,
    n,
    effective: effectiveOf(base),
    weighted: weights !== null,
    shares,
  }
}

/** A ranking is read by what was ranked among the first; elsewhere the question is the column. */
async function columnOf(app: App, tx: Tx, surveyId: string, question: string) {
  const row =
    (await findSurvey(tx, surveyId)) ??
    (await inScope(app.db, job, (own) => findSurvey(own, surveyId)))
  const counted = row === null ? null : await countedOf(app, row)
  if (row === null || counted === null || counted.sheets === 0) return null
  const { columns } = counted.columns
  const column =
    columns.find(({ key }) => key === question) ??
    columns.find(({ key }) => key === `${question}/top`)
  if (column === undefined || column.marks.length > 30) return null
  return { row, counted, column, weights: weightsOf(counted, latestScheme(counted)) ?? null }
}
