// What follows from a case file and is stored beside it, so that lists need not read whole files: the one clock
// everybody is shown, who holds the work, and the pieces of text that Chinese search looks for.

import { chain, isOpen, topLeg } from './case.ts'
import type { CaseFile, Receiver } from './case.ts'
import type { Clock, ClockKind } from './clock.ts'

const shownKind: Partial<Record<CaseFile['state'], readonly ClockKind[]>> = {
  REPORTED: ['ACCEPT'],
  VERIFYING: ['VERIFY'],
  CONTESTED: ['CONTEST'],
  ACCEPTED: ['DISPATCH'],
  TRIAGED: ['DISPATCH'],
  REOPENED: ['DISPATCH'],
  RETURNED: ['HANDLE', 'DISPATCH'],
  DISPATCHED: ['HANDLE'],
  HANDLING: ['HANDLE'],
  REWORK: ['HANDLE'],
  SUSPENDED: ['HANDLE', 'WHOLE'],
  WAITING_REPORTER: ['WAIT'],
  HANDLED: ['CHECK'],
  PASSING_BACK: ['CONFIRM_ONWARD'],
  CHECKED: ['WHOLE'],
  CLOSED: ['CONFIRM'],
}

/** One promise [D5]: while somebody works it is HANDLE, the same for resident, worker and cockpit. */
export function shownClock(c: CaseFile): Clock | null {
  for (const kind of shownKind[c.state] ?? []) {
    const clock = c.clocks.findLast((k) => k.kind === kind && k.round === c.round)
    if (clock !== undefined) return clock
  }
  return null
}

/** Whoever has to do something next: the working layer, the checking giver, or the home layer. */
export function holderNow(c: CaseFile): Receiver | null {
  if (!isOpen(c.state)) return null
  const top = topLeg(c)
  const home: Receiver = { areaId: c.homeAreaId, unitId: null }
  if (top === null) return home
  return c.state === 'HANDLED' ? top.giver : top.receiver
}

/** Units that had the case in hand or were called to it, ever: they may read it (loop.md 8.2, "staff in the chain"). */
export function unitsOfChain(c: CaseFile): number[] {
  const units = c.legs.flatMap((l) => [l.receiver.unitId, l.giver.unitId])
  for (const { calls } of c.whistles) units.push(...calls.map((call) => call.receiver.unitId))
  return [...new Set(units.filter((u) => u !== null))].toSorted((a, b) => a - b)
}

/** Layers open above home; 0 when only the home layer has it. */
export const depth = (c: CaseFile): number => chain(c).length

const pieceable = /[\p{L}\p{N}]/u

/** One and two character pieces, lower case: every query of one or more characters finds its text by index. */
export function grams(text: string): string[] {
  const found = new Set<string>()
  let last = ''
  for (const char of text.toLowerCase()) {
    if (!pieceable.test(char)) {
      last = ''
      continue
    }
    found.add(char)
    if (last !== '') found.add(last + char)
    last = char
  }
  return [...found]
}

/** The pieces a query asks for: pairs where it has them, single characters only for one-character words. */
export function queryGrams(query: string): string[] {
  return query
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) =>
      word.length === 1 ? [word.toLowerCase()] : grams(word).filter((g) => [...g].length === 2),
    )
}
