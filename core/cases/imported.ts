// The history of another system as a case of ours: its report, filing and closing with their own instants, said to be
// imported in every entry. What the other system did in between we do not know, and do not invent.

import { done, type Result } from '#core/kit/result.ts'
import { addDays, compareInstants, type Instant } from '#core/kit/time.ts'
import type { JobActor } from '#core/people/actor.ts'
import type { CaseFile, Outcome } from './case.ts'
import { enter, type Change } from './change.ts'
import { thresholds } from './clock.ts'
import { decideReport, inRound, type Placed, type Report } from './intake.ts'
import type { Settings } from './rules.ts'
import { ends, endsAll, starts } from './ticking.ts'

export type ImportedHistory = {
  system: string
  report: Report
  reportedAt: Instant
  closedAt: Instant | null
  /** "Solved" is a promise of ours with a proof behind it; another system's word is not enough for it. */
  outcome: Extract<Outcome, 'referred' | 'unfounded'>
  closingWords: string
  /** Why it is open although its source calls it closed. */
  remark: string | null
}

/** Settings as they were at an instant, with the categories of today: packs are younger than the history. */
export type SettingsAt = (instant: Instant) => Settings

export function decideImport(
  history: ImportedHistory,
  placed: Placed,
  at: { settings: SettingsAt; now: Instant },
): Result<Change> {
  const by: JobActor = { kind: 'job', id: `import:${history.system}` }
  const atReport = at.settings(history.reportedAt)
  const reported = decideReport(history.report, placed, by, atReport)
  if (!reported.ok) return reported
  const steps = [reported.value, filed(reported.value.file, by, atReport)]
  const last = () => steps.at(-1)?.file ?? reported.value.file
  if (history.closedAt === null) steps.push(quiet(last(), at.now))
  else {
    steps.push(closed(last(), by, history, at.settings(history.closedAt)))
    const archiveAt = addDays(history.closedAt, atReport.rules.archiveAfterDays)
    if (compareInstants(archiveAt, at.now) <= 0)
      steps.push(archived(last(), by, at.settings(archiveAt)))
  }
  const entries = steps.flatMap((step) => step.entries)
  const facts = { imported: history.system, ...(history.remark && { remark: history.remark }) }
  return done({
    file: last(),
    entries: entries.map((entry) => ({ ...entry, facts: { ...entry.facts, ...facts } })),
  })
}

function filed(c: CaseFile, by: JobActor, s: Settings): Change {
  const category = s.category(c.category)
  const next = starts(
    starts({ ...ends(c, ['ACCEPT'], s), filedAt: s.now }, 'WHOLE', s),
    'DISPATCH',
    s,
  )
  const names = category === null ? null : { zh: category.zh, en: category.en }
  return enter(next, 'accept', by, s, {
    to: 'ACCEPTED',
    facts: { category: c.category, categoryName: names, tier: c.tier, home: c.homeAreaId },
  })
}

function closed(c: CaseFile, by: JobActor, history: ImportedHistory, s: Settings): Change {
  const { outcome, closingWords } = history
  const next = inRound(ends(c, ['WHOLE', 'DISPATCH'], s), {
    closedAt: s.now,
    closedBy: by.id,
    outcome,
    closingWords,
    handoversAtClose: 0,
  })
  // No CONFIRM: whoever reported it there has no secret here, and silence would be counted as an answer.
  return enter(starts(next, 'REOPEN', s), 'close', by, s, {
    to: 'CLOSED',
    facts: { outcome, words: closingWords },
  })
}

function archived(c: CaseFile, by: JobActor, s: Settings): Change {
  return enter({ ...endsAll(c, s), archivedAt: s.now }, 'archive', by, s, { to: 'ARCHIVED' })
}

/** What is long overdue stays so and is counted; but nobody is woken for what another system left lying. */
function quiet(c: CaseFile, now: Instant): Change {
  const clocks = c.clocks.map((clock) => {
    const overdue =
      clock.endedAt === null && clock.dueAt !== null && compareInstants(clock.dueAt, now) < 0
    return overdue ? { ...clock, told: [...thresholds], overdueAt: clock.dueAt } : clock
  })
  return { file: { ...c, clocks }, entries: [] }
}
