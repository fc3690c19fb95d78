// Before and after, honestly: where intervals overlap the page says that no change can be seen, and a goal that was
// missed stands beside the ones that were reached.
import { type GoalAim, type Measured, hasReached } from './programme.ts'

export type Change = 'better' | 'worse' | 'noneSeen' | 'unknown'

export type GoalResult = {
  goalId: string
  text: string
  unit: string
  up: boolean
  target: number
  criterion: boolean
  before: Measured | null
  after: Measured | null
  change: Change
  reached: boolean | null
}

/** Two readings differ when their intervals lie apart; full counts differ when they are not the same. */
export function changeOf(up: boolean, before: Measured | null, after: Measured | null): Change {
  if (before === null || after === null) return 'unknown'
  const lowOf = (m: Measured) => m.low ?? m.value
  const highOf = (m: Measured) => m.high ?? m.value
  if (lowOf(after) > highOf(before)) return up ? 'better' : 'worse'
  if (highOf(after) < lowOf(before)) return up ? 'worse' : 'better'
  return 'noneSeen'
}

type Judged = GoalAim & { id: string; text: string; unit: string; criterion: boolean }

export function judgeGoal(
  goal: Judged,
  readings: { before: Measured | null; after: Measured | null },
): GoalResult {
  const { before, after } = readings
  return {
    goalId: goal.id,
    text: goal.text,
    unit: goal.unit,
    up: goal.up,
    target: goal.target,
    criterion: goal.criterion,
    before,
    after,
    change: changeOf(goal.up, before, after),
    reached: after === null ? null : hasReached(goal, after),
  }
}
