// From one community to the next: a practice is taken over as a beginning, where it came from stays written, and what
// became of each part can be read. And the catalogue of what communities of an area made of their themes.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import type * as contract from '#core/themes/contract-programme.ts'
import type { PracticeView } from '#core/themes/contract-programme.ts'
import { addMonths, hasBegun } from '#core/themes/programme.ts'
import type { App } from '../app.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { aboutTheme, areaOf, namesOf } from './keeper.ts'
import { type Programmes, goalsInForce } from './programme.ts'
import { listEvaluations } from './store-evaluation.ts'
import * as store from './store-programme.ts'
import { goalText } from './theme.ts'

type Why = 'already_begun' | 'already_adopted' | 'no_such_practice' | 'own_practice'

export function adopt(keeper: Programmes, input: InputOf<typeof contract.adoptThemePractice>) {
  return aboutTheme<OutputOf<typeof contract.adoptThemePractice>, Why>(
    keeper,
    input,
    async ({ tx, row, today, now }) => {
      if (hasBegun(row.state)) return refused('already_begun')
      if (row.fromTheme !== null) return refused('already_adopted')
      const source = await store.findTheme(tx, input.practice)
      if (source === null || !hasBegun(source.state)) return refused('no_such_practice')
      if (source.communityId === row.communityId) return refused('own_practice')
      const goals = goalsInForce(await store.listGoals(tx, source))
      const measures = (await store.listMeasures(tx, source)).filter(
        ({ untilOn, kind }) => untilOn === null && kind !== 'budget',
      )
      const adopted = {
        goals: goals.map((goal) => ({ id: goal.id, text: goalText(goal) })),
        measures: measures.map(({ id, text }) => ({ id, text })),
      }
      const from = { community: source.communityId, theme: source.id }
      await store.setAdopted(tx, row, { ...from, adopted, at: now() })
      const copy = { by: keeper.who.actor.id, at: now(), today, newId: keeper.app.newId }
      for (const goal of goals) await copyGoal(tx, row, goal, copy)
      for (const measure of measures)
        await store.addMeasure(tx, row, {
          ...measure,
          id: keeper.app.newId(),
          refersTo: null,
          fromOn: today,
          fromMeasure: measure.id,
          by: copy.by,
          at: copy.at,
        })
      return done({ id: row.id, goals: goals.length, measures: measures.length })
    },
  )
}

type Copy = { by: string; at: string; today: string; newId: () => string }

/** The aim is taken over, the starting point is not: it must be found here. */
const copyGoal = (tx: Tx, row: store.ThemeRow, goal: store.GoalRow, copy: Copy) =>
  store.addGoal(tx, row, {
    ...goal,
    id: copy.newId(),
    version: 1,
    fromGoal: goal.id,
    baseline: null,
    baselineLow: null,
    baselineHigh: null,
    baselineHow: '待本社区自己量',
    dueOn: addMonths(copy.today, goal.months),
    reason: '借鉴而来，待本社区改',
    setAt: copy.at,
    by: copy.by,
  })

export function listPractices(
  { app }: { app: App },
  input: InputOf<typeof contract.listThemePractices>,
): Promise<Result<OutputOf<typeof contract.listThemePractices>, 'no_such_area'>> {
  const area = app.places.geography.findByCode(input.code)
  if (area === null) return Promise.resolve(refused('no_such_area'))
  const limit = input.limit ?? 50
  return inScope(app.db, { kind: 'public' }, async (tx) => {
    const page = { path: area.path, limit: limit + 1, after: input.after ?? '' }
    const rows = await store.listThemes(tx, page)
    const shown = rows.slice(0, limit)
    const items: PracticeView[] = []
    for (const row of shown) items.push(await practiceView(app, tx, row))
    const last = shown.at(-1)
    const next = rows.length > limit && last !== undefined ? `${last.code} ${last.id}` : null
    return done({ items, next })
  })
}

async function practiceView(app: App, tx: Tx, row: store.ThemeRow): Promise<PracticeView> {
  const area = areaOf(app, row.communityId)
  const [last] = await listEvaluations(tx, row.communityId, [row.id])
  const from = row.fromCommunity === null ? null : areaOf(app, row.fromCommunity).name
  return {
    themeId: row.id,
    decisionId: row.decisionId,
    community: namesOf(area),
    street: area.parentId === null ? '' : app.places.geography.get(area.parentId).name,
    kindCode: row.kindCode,
    name: { zh: row.zh, en: row.en },
    promise: row.promise,
    state: row.state,
    startedOn: row.startedOn,
    evaluated:
      last === undefined
        ? null
        : {
            at: last.at,
            better: last.results.filter(({ change }) => change === 'better').length,
            reached: last.results.filter(({ reached }) => reached === true).length,
            goals: last.results.length,
            conclusion: last.conclusion,
          },
    adoptedFrom: from,
    adoptedBy: (await store.listAdopters(tx, row.communityId, row.id)).length,
  }
}
