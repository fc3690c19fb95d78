// A theme as everybody reads it: programme, progress, evaluations, where its practice came from and who took it over.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import type * as contract from '#core/themes/contract-programme.ts'
import type { EvaluationView, GoalView, ThemeView } from '#core/themes/contract-programme.ts'
import { type PartDifference, differenceOf } from '#core/themes/difference.ts'
import { type Measured, hasReached, measuredOf, windowsOf } from '#core/themes/programme.ts'
import type { App } from '../app.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { isWhole } from './digest.ts'
import type { IndicatorSource } from './indicators.ts'
import { areaOf, namesOf, todayIn } from './keeper.ts'
import { type Programmes, goalsInForce, lacksOf } from './programme.ts'
import { type EvaluationRow, listEvaluations } from './store-evaluation.ts'
import * as store from './store-programme.ts'

export function readOneTheme(
  { app, sources }: Programmes,
  { id }: InputOf<typeof contract.readTheme>,
): Promise<Result<OutputOf<typeof contract.readTheme>, 'no_such_theme'>> {
  // Progress counts sums of rows that not everybody may read one by one; the page itself is public.
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    const row = await store.findTheme(tx, id)
    if (row === null) return refused('no_such_theme')
    const measures = await store.listMeasures(tx, row)
    const versions = await store.listGoals(tx, row)
    const goals = goalsInForce(versions)
    const area = areaOf(app, row.communityId)
    const evaluations = await listEvaluations(tx, row.communityId, [row.id])
    const view: ThemeView = {
      id: row.id,
      decisionId: row.decisionId,
      community: namesOf(area),
      kindCode: row.kindCode,
      name: { zh: row.zh, en: row.en },
      promise: row.promise,
      circle: row.circle,
      state: row.state,
      startedOn: row.startedOn,
      lacks: await lacksOf(tx, row),
      states: await store.listStates(tx, row),
      goals: await goalViews(app, tx, { row, goals, versions, sources }),
      measures,
      evaluations: evaluations.map(evaluationView),
      adoptedFrom: await adoptedFrom(app, tx, { row, goals, measures }),
      adoptedBy: (await store.listAdopters(tx, row.communityId, row.id)).map((each) => ({
        themeId: each.id,
        community: namesOf(areaOf(app, each.communityId)),
        name: { zh: each.zh, en: each.en },
      })),
    }
    return done(view)
  })
}

type Shown = {
  row: store.ThemeRow
  goals: readonly store.GoalRow[]
  versions: readonly store.GoalRow[]
  sources: readonly IndicatorSource[]
}

async function goalViews(app: App, tx: Tx, shown: Shown): Promise<GoalView[]> {
  const views: GoalView[] = []
  for (const goal of shown.goals) {
    const now = (await measureGoal(app, tx, { ...shown, goal })).now
    const source = shown.sources.find(({ key }) => key === goal.indicator)
    views.push({
      ...goal,
      indicatorName: source?.words ?? null,
      earlier: shown.versions.filter(({ id, version }) => id === goal.id && version < goal.version),
      now,
      reached: now === null ? null : hasReached(goal, now),
    })
  }
  return views
}

type Asked = {
  row: Pick<store.ThemeRow, 'id' | 'communityId' | 'startedOn'>
  goal: Pick<store.GoalRow, 'indicator' | 'params' | 'months' | 'dueOn'>
  sources: readonly IndicatorSource[]
}

/** What a goal's source says now and for as long before the start; null where nothing measures it. */
export async function measureGoal(
  app: App,
  tx: Tx,
  { row, goal, sources }: Asked,
): Promise<{ before: Measured | null; now: Measured | null }> {
  const source = sources.find(({ key }) => key === goal.indicator)
  if (source === undefined) return { before: null, now: null }
  const area = areaOf(app, row.communityId)
  const windows = windowsOf(goal, row.startedOn, todayIn(app, area))
  const { params } = goal
  const asked = { areaId: area.id, areaPath: area.path, themeId: row.id, params }
  return {
    before: measuredOf(await source.measure(tx, { ...asked, ...windows.before })),
    now: measuredOf(await source.measure(tx, { ...asked, ...windows.now })),
  }
}

export function evaluationView(row: EvaluationRow & { themeId: string }): EvaluationView {
  const { fromOn, toOn, results, conclusion, themeId } = row
  return { ...row, whole: isWhole({ fromOn, toOn, results, conclusion, themeId }, row) }
}

/** The text by which two goals are the same: what is to change, and to what by when. */
export const goalText = (goal: Pick<store.GoalRow, 'text' | 'target' | 'unit'>): string =>
  `${goal.text} → ${goal.target} ${goal.unit}`

type Own = {
  row: store.ThemeRow
  goals: readonly store.GoalRow[]
  measures: readonly store.MeasureRow[]
}

async function adoptedFrom(
  app: App,
  tx: Tx,
  { row, goals, measures }: Own,
): Promise<ThemeView['adoptedFrom']> {
  if (row.fromTheme === null || row.adopted === null) return null
  const source = await store.findTheme(tx, row.fromTheme)
  if (source === null) return null
  const own = measures.filter(({ untilOn }) => untilOn === null)
  const ownParts = own.map(({ id, text, fromMeasure }) => ({ id, text, from: fromMeasure }))
  const ownGoals = goals.map((goal) => ({ id: goal.id, text: goalText(goal), from: goal.fromGoal }))
  return {
    themeId: source.id,
    community: namesOf(areaOf(app, source.communityId)),
    name: { zh: source.zh, en: source.en },
    at: row.adoptedAt ?? '',
    measures: differenceOf(row.adopted.measures, ownParts).map(shownDifference),
    goals: differenceOf(row.adopted.goals, ownGoals).map(shownDifference),
  }
}

const shownDifference = (each: PartDifference) => ({
  was: each.was,
  text: 'text' in each ? each.text : null,
  from: 'from' in each ? each.from : null,
})
