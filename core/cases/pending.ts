// What the phone shows of a case while steps of its reader wait to be sent. The server judges each step when it arrives;
// until then nothing here is a fact. The table repeats moves.ts for the few states that a step in the field leads to,
// since moves.ts is too much for a phone's first page; pending.test.ts holds the two together.

import type { State } from './case.ts'
import type { Move } from './move-names.ts'

type Offered = { move: string; why: string | null }
type Shown = { state: State; moves: readonly Offered[] }

/** Where a step leads that is taken in the field; the others leave the case where it is. */
export const leadsTo = {
  acceptDuty: 'HANDLING',
  handle: 'HANDLED',
  selfHandle: 'CHECKED',
  return: 'RETURNED',
  verified: 'REPORTED',
  waitForReporter: 'WAITING_REPORTER',
  checkFail: 'REWORK',
} as const satisfies Partial<Record<Move, State>>

/** What a phone offers at all; everything else is the desk's. */
export const fieldMoves = [
  'acceptDuty',
  'handle',
  'selfHandle',
  'verified',
  'return',
  'waitForReporter',
  'contact',
  'requestExtension',
  'assistDone',
  'checkPass',
  'checkFail',
  'confirmOnward',
  'suspend',
  'answerSupervision',
  'arrive',
  'note',
  'attach',
] as const satisfies readonly Move[]

const always = ['contact', 'answerSupervision', 'arrive', 'note', 'attach'] as const
const atWork = [...always, 'handle', 'waitForReporter', 'requestExtension', 'assistDone', 'suspend']

/** Which of them are in their time then. */
export const openIn: Record<(typeof leadsTo)[keyof typeof leadsTo], readonly string[]> = {
  HANDLING: [...atWork, 'return'],
  REWORK: atWork,
  HANDLED: [...always, 'checkPass', 'checkFail'],
  CHECKED: always,
  RETURNED: always,
  WAITING_REPORTER: always,
  REPORTED: ['answerSupervision', 'note', 'attach', 'selfHandle', 'waitForReporter'],
}

const untimely = 'not_possible_now'
const leads: Readonly<Record<string, keyof typeof openIn | undefined>> = leadsTo

/** The state and the open doors after these steps, in their order, if each is taken as it is meant. */
export function afterPending<T extends Shown>(view: T, steps: readonly string[]): T {
  const last = steps.flatMap((step) => leads[step] ?? []).at(-1)
  if (last === undefined || last === view.state) return view
  const then = (one: Offered) => ({ ...one, why: whyThen(one, openIn[last]) })
  return { ...view, state: last, moves: view.moves.map(then) }
}

/** A door that was only shut for its time opens; one that was shut for the person stays shut. */
function whyThen({ move, why }: Offered, open: readonly string[]): string | null {
  if (!open.includes(move)) return untimely
  return why === untimely ? null : why
}
