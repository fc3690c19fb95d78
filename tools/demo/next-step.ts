// What a case of the demo world does next, from where it stands: the same answer whether two years are filled at
// once or the day plays on live. Null: nothing more happens.
import type { Stage, Step } from './stage.ts'
import { whileSuspended, whileWaiting } from './steps-delay.ts'
import {
  afterAccept,
  afterRefusal,
  afterReport,
  archiving,
  whileContested,
  whileVerifying,
} from './steps-filing.ts'
import { afterClosing, checking, closing, confirmingOnward } from './steps-last.ts'
import {
  afterDispatch,
  afterRefusedCheck,
  afterReturn,
  dispatching,
  whileHandling,
} from './steps-work.ts'

export function nextStep(stage: Stage): Step | null {
  switch (stage.file.state) {
    case 'REPORTED':
      return afterReport(stage)
    case 'VERIFYING':
      return whileVerifying(stage)
    case 'NOT_ACCEPTED':
      return afterRefusal(stage)
    case 'CONTESTED':
      return whileContested(stage)
    case 'ACCEPTED':
      return afterAccept(stage)
    case 'TRIAGED':
    case 'REOPENED':
      return dispatching(stage)
    case 'DISPATCHED':
      return afterDispatch(stage)
    case 'HANDLING':
      return whileHandling(stage)
    case 'RETURNED':
      return afterReturn(stage)
    case 'WAITING_REPORTER':
      return whileWaiting(stage)
    case 'SUSPENDED':
      return whileSuspended(stage)
    case 'HANDLED':
      return checking(stage)
    case 'PASSING_BACK':
      return confirmingOnward(stage)
    case 'REWORK':
      return afterRefusedCheck(stage)
    case 'CHECKED':
      return closing(stage)
    case 'CLOSED':
      return afterClosing(stage)
    case 'VOID':
      return archiving(stage)
    case 'MERGED':
    case 'ARCHIVED':
      return null
  }
}
