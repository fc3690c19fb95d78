// Who lives in the communities of the demo, the weights made from it, and the published results of 同景: by the same
// functions a secretary's screen calls, so what they refuse cannot stand in the demo either.
import { addDays, localDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import type { AskedTable } from '#core/surveys/result-tables.ts'
import { type Scheme, faultOfScheme, weigh } from '#core/surveys/weighting.ts'
import type { App } from '#server/app.ts'
import { inScope } from '#server/kit/db.ts'
import { type Counted, countedOf, latestScheme } from '#server/surveys/columns-kept.ts'
import { populationOf } from '#server/surveys/population.ts'
import { freeze } from '#server/surveys/publishing.ts'
import { type SurveyRow, addStep, findSurvey } from '#server/surveys/store.ts'
import { addMargin, addPublication, addScheme } from '#server/surveys/store-results.ts'
import { idOf } from '../staff.ts'
import { surveyPlan } from './plan.ts'
import { countedPlaces, figuresAt } from './population.ts'

const job = { kind: 'job' } as const
export async function fillResults(app: App): Promise<void> {
  await app.places.refresh()
  for (const code of countedPlaces) {
    const area = app.places.geography.findByCode(code)
    if (area !== null) await enterPopulation(app, area)
  }
  for (const { key, state } of surveyPlan) {
    if (state === 'DRAFT') continue
    const row = await inScope(app.db, job, (tx) => findSurvey(tx, idOf(`survey ${key}`)))
    if (row !== null) await weighAndPublish(app, row, key === 'tongjing-needs')
  }
}

async function enterPopulation(app: App, area: Area): Promise<void> {
  // Known before the first survey was closed.
  const asOf = localDate(addDays(app.now(), -900), area.timeZone)
  await inScope(app.db, job, async (tx) => {
    if ((await populationOf(tx, area.id)).length > 0) return
    for (const figure of figuresAt(area.code, asOf))
      await addMargin(tx, { areaId: area.id, areaPath: area.path, figure, by: null, at: app.now() })
  })
}

async function weighAndPublish(app: App, row: SurveyRow, publish: boolean): Promise<void> {
  let counted = await countedOf(app, row)
  if (counted === null || counted.sheets < 10) return
  if (counted.schemes.length === 0 && (await keepWeights(app, row, counted)))
    counted = (await countedOf(app, row)) ?? counted
  if (publish) await publishOnce(app, row, counted)
}

/** Options and categories bear the same codes here; a survey that asks none of them stays unweighted. */
async function keepWeights(app: App, row: SurveyRow, counted: Counted): Promise<boolean> {
  const { columns } = counted.columns
  const figures = await inScope(app.db, job, (tx) => populationOf(tx, row.communityId))
  const dimensions = figures.flatMap(({ dimension, categories }) => {
    const column = columns.find(({ key }) => key === dimension)
    if (column === undefined) return []
    const groups = column.marks.map(({ code, label }) => ({
      label,
      options: [code],
      categories: categories.filter((each) => each.code === code).map((each) => each.code),
    }))
    return groups.every((group) => group.categories.length > 0)
      ? [{ dimension, column: dimension, groups }]
      : []
  })
  const scheme: Scheme = { dimensions, bounds: { low: 0.3, high: 3 }, figures }
  if (dimensions.length === 0 || faultOfScheme(scheme, columns) !== null) return false
  const { report } = weigh(scheme, columns)
  if (!report.converged) return false
  const reason = '年轻人和租户答得少，按人口台账校正'
  const made = {
    number: 1,
    version: counted.version,
    scheme,
    report,
    reason,
    by: null,
    at: app.now(),
  }
  await inScope(app.db, job, (tx) => addScheme(tx, row, made))
  return true
}

async function publishOnce(app: App, row: SurveyRow, counted: Counted): Promise<void> {
  const keys = counted.columns.columns.map(({ key }) => key)
  const asked: AskedTable[] = [
    ...keys.map((key) => ({ row: key, group: null })),
    ...['age', 'tenure']
      .filter((key) => keys.includes(key) && keys.includes('needs'))
      .map((group) => ({ row: 'needs', group })),
  ]
  const scheme = latestScheme(counted)
  await inScope(app.db, job, async (tx) => {
    const frozen = await freeze(app, tx, row, { counted, asked, scheme })
    if (!frozen.ok || frozen.value.number > 1) return
    const { number, snapshot, cells } = frozen.value
    const [reason, decidedBy, at] = [
      '问卷是大家答的，结果也给大家看',
      '同景社区居民代表会议',
      app.now(),
    ]
    const { sheets, threshold } = snapshot
    const kept = { ...cells, tables: asked }
    await addPublication(tx, row, {
      number,
      version: counted.version,
      scheme,
      threshold,
      sheets,
      decidedBy,
      reason,
      at,
      by: null,
      results: snapshot,
      cells: kept,
    })
    await addStep(tx, row, { step: 'published', at, by: null, reason, detail: { number, scheme } })
  })
}
