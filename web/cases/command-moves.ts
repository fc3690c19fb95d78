// Which move of a case a kept command makes, by the name of its endpoint.
import type { Move } from '#core/cases/move-names.ts'

/** Endpoints whose name is not that of their move. */
const moveOf: Readonly<Record<string, Move>> = {
  reportCase: 'report',
  acceptCase: 'accept',
  triageCase: 'triage',
  dispatchCase: 'dispatch',
  fileAndDispatch: 'dispatch',
  handleCase: 'handle',
  returnCase: 'return',
  noteCase: 'note',
  attachToCase: 'attach',
  urgeCase: 'urge',
  contactReporter: 'contact',
  answerVerification: 'verified',
  checkCase: 'checkPass',
  suspendCase: 'suspend',
}

export const moveNameOf = (endpoint: string): string => moveOf[endpoint] ?? endpoint
