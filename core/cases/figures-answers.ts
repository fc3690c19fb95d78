// Figures 9–13: what reporters answered, what came back, what was found by ourselves, what samples showed and who
// came when called. Silence and invalid call-backs are no answers.

import type { CaseHistory, RoundHistory } from './case-history.ts'
import { foundSources, saidSources } from './case.ts'
import { filedIn, isDuty, tally } from './figure-scope.ts'
import type { Scope } from './figure-scope.ts'
import { share, spread } from './small-cells.ts'
import type { Share, Spread } from './small-cells.ts'

export type AnswerFigures = {
  k9_response: Share
  k9_solved: Share
  k9_satisfied: Share
  k9_invalidCallbacks: Record<string, number>
  k10_repeat: Share
  k11_found: Share
  k12_notDone: Share
  k13_arrival: Share
  k13_minutes: Spread
}

/** `everywhere` are the counted cases of all areas: a repeat may come from across a border. */
export function answerFigures(scope: Scope, everywhere: readonly CaseHistory[]): AnswerFigures {
  const rounds = scope.counted.flatMap((c) => c.rounds)
  return {
    k9_response: response(rounds, scope),
    k9_solved: solved(rounds, scope),
    k9_satisfied: satisfied(rounds, scope),
    k9_invalidCallbacks: tally(
      scope.counted
        .flatMap((c) => c.invalidCallbacks)
        .filter((i) => scope.inPeriod(i.at))
        .map((i) => i.reason),
    ),
    k10_repeat: repeats(scope, everywhere),
    k11_found: found(scope),
    k12_notDone: samples(scope),
    ...arrivals(scope),
  }
}

function response(rounds: readonly RoundHistory[], scope: Scope): Share {
  const duties = rounds.filter((r) => isDuty(scope, r.respondDue, r.reachedAt))
  const inTime = duties.filter((r) => r.reachedAt !== null && r.reachedAt <= r.respondDue!)
  return share(inTime.length, duties.length, scope.settings.smallCell)
}

function solved(rounds: readonly RoundHistory[], scope: Scope): Share {
  const answers = rounds.flatMap((r) => (r.answer === null ? [] : [r.answer]))
  const here = answers.filter((a) => scope.inPeriod(a.at))
  return share(here.filter((a) => a.solved).length, here.length, scope.settings.smallCell)
}

/** 基本满意 counts as satisfied unless a place decides otherwise [D14]. */
function satisfied(rounds: readonly RoundHistory[], scope: Scope): Share {
  const least = scope.settings.basicallySatisfiedCounts ? 3 : 4
  const grades = rounds.flatMap((r) => (r.grade === null ? [] : [r.grade]))
  const here = grades.filter((g) => scope.inPeriod(g.at))
  const content = here.filter((g) => g.grade >= least)
  return share(content.length, here.length, scope.settings.smallCell)
}

function repeats(scope: Scope, everywhere: readonly CaseHistory[]): Share {
  const window = scope.settings.repeatDays * 86_400_000
  const reportedAt = new Map<string, number[]>()
  for (const c of everywhere) {
    if (c.filedAt === null) continue
    const key = sameMatter(c)
    const known = reportedAt.get(key)
    if (known === undefined) reportedAt.set(key, [c.reportedAt])
    else known.push(c.reportedAt)
  }
  const items = scope.counted.filter((c) => c.filedAt !== null && scope.inPeriod(c.reportedAt))
  const again = items.filter((c) =>
    reportedAt.get(sameMatter(c))?.some((t) => c.reportedAt - window <= t && t < c.reportedAt),
  )
  return share(again.length, items.length, scope.settings.smallCell)
}

const sameMatter = (c: CaseHistory): string => JSON.stringify([c.category, c.place])

/** Cases from an upper level or another system are neither found nor complained of. */
function found(scope: Scope): Share {
  const of = (sources: readonly string[]) =>
    filedIn(scope).filter((c) => sources.includes(c.source))
  const ours = of(foundSources)
  const items = [...ours, ...of(saidSources)]
  return share(ours.length, items.length, scope.settings.smallCell)
}

function samples(scope: Scope): Share {
  const checks = scope.counted.flatMap((c) => c.samples).filter((s) => scope.inPeriod(s.at))
  const false_ = checks.filter((s) => s.judgement === 'not_done')
  return share(false_.length, checks.length, scope.settings.smallCell)
}

function arrivals(scope: Scope): Pick<AnswerFigures, 'k13_arrival' | 'k13_minutes'> {
  const { smallCell } = scope.settings
  const called = scope.counted
    .flatMap((c) => c.calls)
    .filter((c) => isDuty(scope, c.meetBy, c.arrivedAt))
  const inTime = called.filter((c) => c.arrivedAt !== null && c.arrivedAt <= c.meetBy)
  const minutes = called.flatMap((c) =>
    c.arrivedAt === null ? [] : [Math.floor((c.arrivedAt - c.at) / 60_000)],
  )
  return {
    k13_arrival: share(inTime.length, called.length, smallCell),
    k13_minutes: spread(minutes, smallCell),
  }
}

/** 综合分 of response, solution and satisfaction; shown only if none of the three is hidden. */
export function compositeScore(
  figures: Pick<AnswerFigures, 'k9_response' | 'k9_solved' | 'k9_satisfied'>,
  weights: { response: number; solved: number; satisfied: number },
): number | null {
  const { k9_response: response, k9_solved: solved, k9_satisfied: satisfied } = figures
  if (response.rate === null || solved.rate === null || satisfied.rate === null) return null
  return (
    weights.response * response.rate +
    weights.solved * solved.rate +
    weights.satisfied * satisfied.rate
  )
}
