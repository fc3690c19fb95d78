// Weighting a survey: what it could be weighted by, what would come of it, and keeping a way under its number.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import type * as contract from '#core/surveys/contract-results.ts'
import {
  type Scheme,
  type SchemeFault,
  type ShownReport,
  type WeightingReport,
  faultOfScheme,
  shownReport,
  weigh,
} from '#core/surveys/weighting.ts'
import type { App, Who } from '../app.ts'
import { inScope, once } from '../kit/db.ts'
import { type Counted, countedOf, thresholdAt } from './columns-kept.ts'
import { populationOf } from './population.ts'
import { keptSurvey } from './results.ts'
import { type SurveyRow, lockSurvey } from './store.ts'
import { addScheme, listSchemes } from './store-results.ts'

type Asked = Pick<InputOf<typeof contract.tryWeights>, 'id' | 'dimensions' | 'bounds'>
type Tried = { row: SurveyRow; counted: Counted; scheme: Scheme; report: WeightingReport }
type Fault = SchemeFault | 'no_such_survey' | 'not_yours' | 'no_answers'

export async function readWeighting(
  app: App,
  who: Who,
  { id }: InputOf<typeof contract.readWeighting>,
): Promise<Result<OutputOf<typeof contract.readWeighting>, 'no_such_survey' | 'not_yours'>> {
  const survey = await keptSurvey(app, who, id)
  if (!survey.ok) return survey
  const counted = await countedOf(app, survey.value)
  const threshold = thresholdAt(app, survey.value)
  return inScope(app.db, who.scope, async (tx) =>
    done({
      sheets: counted?.sheets ?? 0,
      questions: (counted?.columns.columns ?? [])
        .filter(({ kind }) => kind === 'one')
        .map(({ key, title, marks }) => ({ key, title, options: [...marks] })),
      figures: await populationOf(tx, survey.value.communityId),
      schemes: (await listSchemes(tx, survey.value)).map(({ scheme, report, ...rest }) => ({
        ...rest,
        dimensions: scheme.dimensions,
        bounds: scheme.bounds,
        report: shownReport(report, threshold),
      })),
    }),
  )
}

async function tried(app: App, who: Who, asked: Asked): Promise<Result<Tried, Fault>> {
  const survey = await keptSurvey(app, who, asked.id)
  if (!survey.ok) return survey
  const row = survey.value
  const counted = await countedOf(app, row)
  if (counted === null || counted.sheets === 0) return refused('no_answers')
  const known = await inScope(app.db, who.scope, (tx) => populationOf(tx, row.communityId))
  const figures = known.filter(({ dimension }) =>
    asked.dimensions.some((each) => each.dimension === dimension),
  )
  const scheme: Scheme = { dimensions: asked.dimensions, bounds: asked.bounds, figures }
  const fault = faultOfScheme(scheme, counted.columns.columns)
  if (fault !== null) return refused(fault)
  return done({ row, counted, scheme, report: weigh(scheme, counted.columns.columns).report })
}

export async function tryWeights(app: App, who: Who, input: InputOf<typeof contract.tryWeights>) {
  const found = await tried(app, who, input)
  return found.ok ? done(shownReport(found.value.report, thresholdAt(app, found.value.row))) : found
}

export async function makeWeights(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.makeWeights>,
) {
  const found = await tried(app, who, input)
  if (!found.ok) return found
  const { row, counted, scheme, report } = found.value
  // Weights that miss what they were made for would lend the table a name it has not earned.
  if (!report.converged) return refused('not_met')
  return once<{ number: number; report: ShownReport }, 'no_such_survey'>(
    app,
    who.actor,
    who.scope,
    { commandId, content: input },
    async (tx, now) => {
      if ((await lockSurvey(tx, row.id)) === null) return refused('no_such_survey')
      const number = ((await listSchemes(tx, row))[0]?.number ?? 0) + 1
      const { version } = counted
      const { reason } = input
      const by = who.actor.id
      await addScheme(tx, row, { number, version, scheme, report, reason, by, at: now() })
      return done({ number, report: shownReport(report, thresholdAt(app, row)) })
    },
  )
}
