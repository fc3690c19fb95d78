// Who lives in the communities of the demo, the weights made from it, and the published results of 同景: by the same
// functions a secretary's screen calls, so what they refuse cannot stand in the demo either.
import { addDays, localDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import type { AskedTable } from '#core/surveys/result-tables.ts'
import { type KnownFigure, type Scheme, faultOfScheme, weigh } from '#core/surveys/weighting.ts'
import type { App } from '#server/app.ts'
import { inScope } from '#server/kit/db.ts'
import { type Counted, countedOf, latestScheme } from '#server/surveys/columns-kept.ts'
import { populationOf } from '#server/surveys/population.ts'
import { freeze } from '#server/surveys/publishing.ts'
import { type SurveyRow, addStep, findSurvey } from '#server/surveys/store.ts'
import { addMargin, addPublication, addScheme } from '#server/surveys/store-results.ts'
import { idOf } from '../staff.ts'
import { surveyPlan } from './plan.ts'

const job = { kind: 'job' } as const
type Share = readonly [code: string, zh: string, en: string, share: number]

const shares: Record<string, { zh: string; en: string; of: Share[] }> = {
  age: {
    zh: '年龄',
    en: 'Age',
    of: [
      ['a18', '18–34岁', '18–34', 0.27],
      ['a35', '35–49岁', '35–49', 0.27],
      ['a50', '50–59岁', '50–59', 0.17],
      ['a60', '60–69岁', '60–69', 0.17],
      ['a70', '70岁及以上', '70 and over', 0.12],
    ],
  },
  sex: {
    zh: '性别',
    en: 'Sex',
    of: [
      ['f', '女', 'Women', 0.51],
      ['m', '男', 'Men', 0.49],
    ],
  },
  tenure: {
    zh: '住房',
    en: 'Tenure',
    of: [
      ['own', '自有', 'Own', 0.63],
      ['rent', '租住', 'Rented', 0.27],
      ['kin', '子女或亲戚的', 'Of kin', 0.1],
    ],
  },
}

/** Adults by community, invented, of the size such communities have. */
const adults: Record<string, number> = {
  '500108106003': 14_380,
  '500108003005': 5_120,
  '500108006008': 6_940,
  '500108101001': 4_870,
  '500108002005': 3_960,
}

export async function fillResults(app: App): Promise<void> {
  await app.places.refresh()
  for (const [code, people] of Object.entries(adults)) {
    const area = app.places.geography.findByCode(code)
    if (area !== null) await enterPopulation(app, area, people)
  }
  for (const { key, state } of surveyPlan) {
    if (state === 'DRAFT') continue
    const row = await inScope(app.db, job, (tx) => findSurvey(tx, idOf(`survey ${key}`)))
    if (row !== null) await weighAndPublish(app, row, key === 'tongjing-needs')
  }
}

async function enterPopulation(app: App, area: Area, people: number): Promise<void> {
  const asOf = localDate(addDays(app.now(), -400), area.timeZone)
  await inScope(app.db, job, async (tx) => {
    if ((await populationOf(tx, area.id)).length > 0) return
    for (const [dimension, { zh, en, of }] of Object.entries(shares)) {
      const categories = of.map(([code, labelZh, labelEn, share]) => ({
        code,
        label: { zh: labelZh, en: labelEn },
        people: Math.round(people * share),
      }))
      const figure: KnownFigure = {
        dimension,
        title: { zh, en },
        asOf,
        source: '社区人口台账（演示）',
        categories,
      }
      await addMargin(tx, { areaId: area.id, areaPath: area.path, figure, by: null, at: app.now() })
    }
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
