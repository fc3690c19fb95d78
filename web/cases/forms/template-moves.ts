// Which templates a form offers. A form that is not here has no words to write, or words that are different every time.
import type { TemplateMove } from '#core/cases/templates.ts'
import type { FormKey } from './form-keys.ts'

export const moveOfForm: Readonly<Partial<Record<FormKey, TemplateMove>>> = {
  fileAndDispatch: 'triage',
  triage: 'triage',
  notAccept: 'notAccept',
  decideContest: 'decideContest',
  contact: 'contact',
  question: 'waitForReporter',
  return: 'return',
  uphold: 'uphold',
  transfer: 'transfer',
  handle: 'handle',
  selfHandle: 'handle',
  checkFail: 'checkFail',
  close: 'close',
  extension: 'requestExtension',
  decideExtension: 'grantExtension',
  suspend: 'suspend',
  refuseSuspension: 'refuseSuspension',
  answerSupervision: 'answerSupervision',
  note: 'note',
}
