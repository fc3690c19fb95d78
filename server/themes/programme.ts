// A theme after its decision: frame, goals, measures, and how it goes on. Progress is read from what the system has anyway.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, assert, done, refused } from '#core/kit/result.ts'
import type * as contract from '#core/themes/contract-programme.ts'
import { type Standing, hasBegun, whatLacks, whyCannotMove } from '#core/themes/programme.ts'
import type { App, Who } from '../app.ts'
import { type Tx } from '../kit/db.ts'
import { aboutTheme, isDay } from './keeper.ts'
import type { IndicatorSource } from './indicators.ts'
import { findEvidence } from './store-choice.ts'
import { findDecision } from './store-decision.ts'
import * as store from './store-programme.ts'

export type Programmes = { app: App; who: Who; sources: readonly IndicatorSource[] }
type WhyOf<E extends { refusals: Record<string, number> }> = Exclude<
  keyof E['refusals'],
  'no_such_theme' | 'not_yours'
>

/** The newest version of each goal that was not dropped. */
export function goalsInForce(rows: readonly store.GoalRow[]): store.GoalRow[] {
  const newest = new Map<string, store.GoalRow>()
  for (const row of rows) if (!newest.has(row.id)) newest.set(row.id, row)
  return [...newest.values()].filter(({ dropped }) => !dropped)
}

export async function standingOf(tx: Tx, theme: store.ThemeRow): Promise<Standing> {
  const decision = await findDecision(tx, theme.decisionId)
  assert(decision !== null, 'a theme follows from a decision')
  const evidence = await findEvidence(tx, theme.communityId, decision.evidenceId)
  const measures = await store.listMeasures(tx, theme)
  const goals = goalsInForce(await store.listGoals(tx, theme))
  return {
    state: theme.state,
    promise: theme.promise,
    circle: theme.circle,
    hasNeeds: (evidence?.content.survey?.n ?? 0) > 0,
    hasResources: (evidence?.content.reached.length ?? 0) > 0,
    measures: measures.filter(({ kind, untilOn }) => kind === 'measure' && untilOn === null).length,
    criteria: goals.filter(({ criterion }) => criterion).length,
  }
}

export const lacksOf = async (tx: Tx, theme: store.ThemeRow): Promise<string[]> =>
  hasBegun(theme.state) ? [] : whatLacks(await standingOf(tx, theme))

export function setFrame(keeper: Programmes, input: InputOf<typeof contract.setThemeFrame>) {
  return aboutTheme<{ id: string }, 'already_begun'>(keeper, input, async ({ tx, row }) => {
    if (hasBegun(row.state)) return refused('already_begun')
    await store.setFrame(tx, row, { promise: input.promise, circle: input.circle })
    return done({ id: row.id })
  })
}

type GoalInput = InputOf<typeof contract.setThemeGoal>

export function setGoal(keeper: Programmes, input: GoalInput) {
  const { who, sources, app } = keeper
  return aboutTheme<OutputOf<typeof contract.setThemeGoal>, WhyOf<typeof contract.setThemeGoal>>(
    keeper,
    input,
    async ({ tx, row, now }) => {
      if (row.state === 'ended') return refused('theme_ended')
      if (!isDay(input.dueOn)) return refused('bad_day')
      if (isBadInterval(input)) return refused('bad_interval')
      if (input.indicator !== null && !sources.some(({ key }) => key === input.indicator))
        return refused('no_such_indicator')
      const goals = goalsInForce(await store.listGoals(tx, row))
      const old = goals.find(({ id }) => id === input.goalId) ?? null
      if (input.goalId !== null && old === null) return refused('no_such_goal')
      // What is judged by is agreed before the start: afterwards no criterion is added and none is taken away.
      if (hasBegun(row.state) && input.criterion !== (old?.criterion ?? false))
        return refused('criterion_after_start')
      const { commandId: _c, id: _i, goalId: _g, ...shape } = input
      const made = { id: old?.id ?? app.newId(), version: (old?.version ?? 0) + 1 }
      const kept = { dropped: false, fromGoal: old?.fromGoal ?? null, setAt: now() }
      await store.addGoal(tx, row, { ...shape, ...made, ...kept, by: who.actor.id })
      return done({ goalId: made.id, version: made.version })
    },
  )
}

function isBadInterval(given: {
  baseline: number | null
  baselineLow: number | null
  baselineHigh: number | null
}): boolean {
  const { baseline, baselineLow, baselineHigh } = given
  if ((baselineLow === null) !== (baselineHigh === null)) return true
  if (baselineLow === null || baselineHigh === null) return false
  return baseline === null || baselineLow > baseline || baseline > baselineHigh
}

export function dropGoal(keeper: Programmes, input: InputOf<typeof contract.dropThemeGoal>) {
  return aboutTheme<{ goalId: string }, 'no_such_goal' | 'already_begun'>(
    keeper,
    input,
    async ({ tx, row, now }) => {
      if (hasBegun(row.state)) return refused('already_begun')
      const goals = goalsInForce(await store.listGoals(tx, row))
      const old = goals.find(({ id }) => id === input.goalId)
      if (old === undefined) return refused('no_such_goal')
      const last = { version: old.version + 1, dropped: true, reason: input.reason, setAt: now() }
      await store.addGoal(tx, row, { ...old, ...last, by: keeper.who.actor.id })
      return done({ goalId: old.id })
    },
  )
}

export function addMeasure(keeper: Programmes, input: InputOf<typeof contract.addThemeMeasure>) {
  const { app, who } = keeper
  return aboutTheme<{ measureId: string }, WhyOf<typeof contract.addThemeMeasure>>(
    keeper,
    input,
    async ({ tx, row, now }) => {
      if (row.state === 'ended') return refused('theme_ended')
      if (!isDay(input.fromOn)) return refused('bad_day')
      if ((input.kind === 'budget') !== (input.amountFen !== null))
        return refused('amount_belongs_to_budget')
      const from = await originOf(tx, row, input.insteadOf)
      if (!from.ok) return from
      const { kind, text, refersTo, amountFen, fromOn } = input
      const { origin: fromMeasure, replaces } = from.value
      if (replaces !== null && fromOn < replaces.fromOn) return refused('bad_day')
      if (replaces !== null)
        await store.endMeasure(tx, row.communityId, {
          measureId: replaces.id,
          onDay: fromOn,
          reason: `改成了“${text}”`.slice(0, 500),
        })
      const made = { id: app.newId(), kind, text, refersTo, amountFen, fromOn }
      const origin = { fromMeasure, by: who.actor.id, at: now() }
      await store.addMeasure(tx, row, { ...made, ...origin })
      return done({ measureId: made.id })
    },
  )
}

type Origin = { origin: string | null; replaces: store.MeasureRow | null }

/** Stands for a part of the adopted practice: named by that part's own id, so that the difference can be read. What was
 *  taken over and still holds gives way to it. */
async function originOf(
  tx: Tx,
  row: store.ThemeRow,
  insteadOf: string | null,
): Promise<Result<Origin, 'no_such_measure'>> {
  if (insteadOf === null) return done({ origin: null, replaces: null })
  const own = (await store.listMeasures(tx, row)).find(({ id }) => id === insteadOf)
  if (own?.fromMeasure != null)
    return done({ origin: own.fromMeasure, replaces: own.untilOn === null ? own : null })
  const adopted = row.adopted?.measures.some(({ id }) => id === insteadOf) ?? false
  return adopted ? done({ origin: insteadOf, replaces: null }) : refused('no_such_measure')
}

export function endMeasure(keeper: Programmes, input: InputOf<typeof contract.endThemeMeasure>) {
  return aboutTheme<{ measureId: string }, WhyOf<typeof contract.endThemeMeasure>>(
    keeper,
    input,
    async ({ tx, row }) => {
      const found = (await store.listMeasures(tx, row)).find(({ id }) => id === input.measureId)
      if (found === undefined) return refused('no_such_measure')
      if (found.untilOn !== null) return refused('already_ended')
      if (!isDay(input.onDay) || input.onDay < found.fromOn) return refused('bad_day')
      await store.endMeasure(tx, row.communityId, input)
      return done({ measureId: found.id })
    },
  )
}

export function moveOn(keeper: Programmes, input: InputOf<typeof contract.moveTheme>) {
  return aboutTheme<OutputOf<typeof contract.moveTheme>, WhyOf<typeof contract.moveTheme>>(
    keeper,
    input,
    async ({ tx, row, today, now }) => {
      const why = whyCannotMove(await standingOf(tx, row), input.to)
      if (why !== null) return refused(why)
      if (!isDay(input.onDay)) return refused('bad_day')
      if (input.onDay > today) return refused('day_to_come')
      if (row.startedOn !== null && input.onDay < row.startedOn) return refused('bad_day')
      const { to: state, onDay, reason } = input
      await store.addState(tx, row, { state, onDay, reason, by: keeper.who.actor.id, at: now() })
      return done({ id: row.id, state })
    },
  )
}
