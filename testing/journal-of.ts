// A stored journal as the lines that the figures read (loop.md 7.4). Dues stand with the last line of each round: the
// figures ask how they ended, not how often they moved.

import type { JournalEntry } from '#core/cases/case-history.ts'
import type { CaseFile } from '#core/cases/case.ts'
import type { Entry } from '#core/cases/change.ts'

type Code = (areaId: number) => string

export function journalOf(file: CaseFile, entries: readonly Entry[], code: Code): JournalEntry[] {
  return entries.map((entry, i) => {
    const last = entries.slice(i + 1).every((later) => later.round !== entry.round)
    return {
      at: entry.at,
      case: file.number,
      move: moveOf(entry),
      ...factsOf(file, entry, code),
      ...(last && duesOf(file, entry.round)),
    }
  })
}

/** Asking to suspend stops nothing yet, and a contest that was right is an acceptance. */
function moveOf({ move, facts }: Entry): string {
  if (move === 'suspend' && facts['asked'] === true) return 'note'
  if (move === 'decideContest') return facts['upheld'] === true ? 'accept' : 'contestRefused'
  return move
}

function duesOf(file: CaseFile, round: number): Partial<JournalEntry> {
  const due = (kind: string) =>
    file.clocks.findLast((k) => k.kind === kind && k.round === round)?.dueAt ?? null
  return { handleDue: due('HANDLE'), wholeDue: due('WHOLE'), respondDue: due('RESPOND') }
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined

/** As a key: in the small town two points are the same or far apart. */
const placeOf = ({ point, address, number }: CaseFile): string =>
  point === null ? (address ?? number) : `${point.lon} ${point.lat}`

function factsOf(file: CaseFile, { move, facts }: Entry, code: Code): Partial<JournalEntry> {
  if (move === 'report')
    return {
      source: file.source,
      category: file.category,
      filedIn: code(file.filedAreaId),
      place: placeOf(file),
    }
  const known: Partial<JournalEntry> = {}
  const put = <K extends keyof JournalEntry>(key: K, value: JournalEntry[K] | undefined) => {
    if (value !== undefined) known[key] = value
  }
  put('leg', text(facts['leg']))
  put('fromLeg', text(facts['fromLeg']))
  put('outcome', text(facts['outcome']))
  put('matter', text(facts['matter']))
  put('tier', text(facts['tier']))
  put('reason', text(facts['code']))
  put('by', text(facts['by']))
  put('judgement', text(facts['judgement']))
  put('into', text(facts['into']))
  put('linkedTo', text(facts['linkedTo']))
  if (typeof facts['valid'] === 'boolean') known.valid = facts['valid']
  if (typeof facts['solved'] === 'boolean') known.solved = facts['solved']
  put('whistle', text(facts['whistle']))
  put('unit', text(facts['unit']))
  put('meetBy', text(facts['meetBy']))
  if (Array.isArray(facts['units'])) known.units = facts['units']
  if (typeof facts['grade'] === 'number') known.grade = facts['grade']
  if (typeof facts['reached'] === 'boolean') known.reached = facts['reached']
  return known
}
