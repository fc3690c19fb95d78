// Who must do what next, in every state: the one line under the ladder. Which person that is, the roster says.

import type { Words } from '#core/kit/words.ts'
import { topLeg } from './case.ts'
import type { CaseFile, Receiver, State } from './case.ts'
import type { Clock, ClockKind } from './clock.ts'

/** A layer, the reporter, the layer above the home layer, or whoever was asked to look. */
export type NextParty = Receiver | 'reporter' | 'above' | 'verifier'
export type NextStep = { who: NextParty; what: Words; clock: Clock | null }

type Side = 'home' | 'holder' | 'giver' | Exclude<NextParty, Receiver>
type Said = { side: Side; what: Words; clock: ClockKind }

const steps: Partial<Record<State, Said>> = {
  REPORTED: { side: 'home', what: { zh: '受理', en: 'accepts it or not' }, clock: 'ACCEPT' },
  VERIFYING: { side: 'verifier', what: { zh: '到现场核实', en: 'looks on site' }, clock: 'VERIFY' },
  CONTESTED: { side: 'above', what: { zh: '复核异议', en: 'reviews it' }, clock: 'CONTEST' },
  ACCEPTED: {
    side: 'home',
    what: { zh: '分流并派遣', en: 'sorts and gives it' },
    clock: 'DISPATCH',
  },
  TRIAGED: { side: 'home', what: { zh: '派遣', en: 'gives it to somebody' }, clock: 'DISPATCH' },
  REOPENED: { side: 'home', what: { zh: '重新派遣', en: 'gives it again' }, clock: 'DISPATCH' },
  DISPATCHED: { side: 'holder', what: { zh: '签收', en: 'signs for it' }, clock: 'SIGN' },
  HANDLING: {
    side: 'holder',
    what: { zh: '处置，交回结果', en: 'works and hands in the result' },
    clock: 'HANDLE',
  },
  REWORK: { side: 'holder', what: { zh: '返工', en: 'does it again' }, clock: 'HANDLE' },
  RETURNED: {
    side: 'giver',
    what: { zh: '改派，或维持原派遣', en: 'sends it elsewhere, or upholds' },
    clock: 'DISPATCH',
  },
  HANDLED: { side: 'giver', what: { zh: '核查', en: 'checks the result' }, clock: 'CHECK' },
  PASSING_BACK: {
    side: 'holder',
    what: { zh: '逐级确认', en: 'confirms it onward' },
    clock: 'CONFIRM_ONWARD',
  },
  CHECKED: { side: 'home', what: { zh: '结案', en: 'closes it' }, clock: 'WHOLE' },
  WAITING_REPORTER: {
    side: 'reporter',
    what: { zh: '补充说明', en: 'answers the question' },
    clock: 'WAIT',
  },
  SUSPENDED: {
    side: 'holder',
    what: {
      zh: '条件具备就恢复，最迟到复查日',
      en: 'goes on once it can, or on the day of review',
    },
    clock: 'HANDLE',
  },
  CLOSED: {
    side: 'reporter',
    what: { zh: '说办好了没有', en: 'has the last word' },
    clock: 'CONFIRM',
  },
}

/** Null where nobody has to do anything any more. */
export function nextStep(c: CaseFile): NextStep | null {
  const said = steps[c.state]
  if (said === undefined) return null
  const clock =
    c.clocks.findLast((k) => k.kind === said.clock && k.round === c.round && k.endedAt === null) ??
    null
  // Once the window of the last word has passed, nothing is asked of the reporter either.
  if (c.state === 'CLOSED' && (clock === null || c.voices.length === 0)) return null
  return { who: partyOf(c, said.side), what: said.what, clock }
}

function partyOf(c: CaseFile, side: Side): NextParty {
  const home: Receiver = { areaId: c.homeAreaId, unitId: null }
  if (side === 'home') return home
  if (side === 'holder') return topLeg(c)?.receiver ?? home
  if (side !== 'giver') return side
  // A returned leg is popped: its giver is the layer that is on top now.
  if (c.state === 'RETURNED') return topLeg(c)?.receiver ?? home
  return topLeg(c)?.giver ?? home
}
