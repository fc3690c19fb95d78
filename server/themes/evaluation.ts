// Judging a theme by what it set out to change: before and after, goal by goal, sealed with a digest.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { done, refused } from '#core/kit/result.ts'
import type * as contract from '#core/themes/contract-programme.ts'
import { type GoalResult, judgeGoal } from '#core/themes/evaluation.ts'
import { type Measured, addDays, whyCannotMove } from '#core/themes/programme.ts'
import { inScope } from '../kit/db.ts'
import { digestsOf } from './digest.ts'
import { aboutTheme } from './keeper.ts'
import { type Programmes, goalsInForce, standingOf } from './programme.ts'
import { addEvaluation } from './store-evaluation.ts'
import * as store from './store-programme.ts'
import { measureGoal } from './theme.ts'

type Input = InputOf<typeof contract.evaluateTheme>
type Why = 'wrong_state' | 'no_such_goal' | 'bad_interval' | 'too_early'

/** A theme that began yesterday has changed nothing yet. */
const daysMin = 30

export async function evaluate(keeper: Programmes, input: Input) {
  const results = await resultsOf(keeper, input)
  return aboutTheme<OutputOf<typeof contract.evaluateTheme>, Why>(
    keeper,
    input,
    async ({ tx, row, today, now }) => {
      const why = whyCannotMove(await standingOf(tx, row), 'evaluated', 'evaluation')
      if (why !== null) return refused('wrong_state')
      if (row.startedOn === null || today < addDays(row.startedOn, daysMin))
        return refused('too_early')
      if (results === 'no_such_goal' || results === 'bad_interval') return refused(results)
      const by = keeper.who.actor.id
      const span = { fromOn: row.startedOn, toOn: today }
      const said = { ...span, results, conclusion: input.conclusion, themeId: row.id }
      const digests = digestsOf(said)
      const id = keeper.app.newId()
      const of = { id, communityId: row.communityId, corrects: null, by, at: now() }
      await addEvaluation(tx, { ...said, ...digests, ...of })
      const step = { state: 'evaluated', onDay: today, reason: '已评估', by, at: now() } as const
      await store.addState(tx, row, step)
      return done({ evaluationId: id, sha256: digests.sha256 })
    },
  )
}

/** Measured under the job's scope, before the act begins; what nothing measures is what the evaluator found. */
async function resultsOf(
  { app, sources }: Programmes,
  input: Input,
): Promise<GoalResult[] | 'no_such_goal' | 'bad_interval'> {
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    const row = await store.findTheme(tx, input.id)
    if (row === null) return []
    const goals = goalsInForce(await store.listGoals(tx, row))
    const results: GoalResult[] = []
    for (const goal of goals) {
      const read = await measureGoal(app, tx, { row, goal, sources })
      const found = input.found.find(({ goalId }) => goalId === goal.id)
      const after = found === undefined ? read.now : foundBy(found)
      if (after === 'bad_interval') return after
      results.push(judgeGoal(goal, { before: baselineOf(goal) ?? read.before, after }))
    }
    const known = new Set(goals.map(({ id }) => id))
    return input.found.every(({ goalId }) => known.has(goalId)) ? results : 'no_such_goal'
  })
}

function foundBy({ value, low, high }: Input['found'][number]): Measured | 'bad_interval' {
  const whole = low === null ? high === null : high !== null && low <= value && value <= high
  return whole ? { value, low, high, num: null, den: null } : 'bad_interval'
}

/** What was agreed as the starting point goes before what a source would say of it today. */
function baselineOf(goal: store.GoalRow): Measured | null {
  const { baseline, baselineLow: low, baselineHigh: high } = goal
  return baseline === null ? null : { value: baseline, low, high, num: null, den: null }
}
