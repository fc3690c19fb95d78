// Before and at the filing of a case: verify, accept or not, decide on an objection.

import type * as contract from '#core/cases/contract-moves.ts'
import {
  decideAccept,
  decideContestDecision,
  decideNotAccept,
  decideVerified,
  decideVerifyBeforeFiling,
} from '#core/cases/intake.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { refused } from '#core/kit/result.ts'
import type { App } from '../app.ts'
import { move } from './moving.ts'
import type { Mover } from './moving.ts'
import { verifiersOf } from './verifiers.ts'

export const verifyBeforeFiling = (
  app: App,
  by: Mover,
  input: InputOf<typeof contract.verifyBeforeFiling>,
) =>
  move(app, by, input, async (file, settings, tx) => {
    const { verifier } = input
    const decided = decideVerifyBeforeFiling(
      file,
      by.actor,
      { verifier, verifierName: '' },
      settings,
    )
    if (!decided.ok || verifier === null) return decided
    // Whoever is sent must be able to see the case, and exist: a notice to nobody would stop all others.
    const team = await verifiersOf(app, tx, file)
    return team.some(({ id }) => id === verifier) ? decided : refused('no_such_person')
  })

export const answerVerification = (
  app: App,
  by: Mover,
  input: InputOf<typeof contract.answerVerification>,
) => move(app, by, input, (file, settings) => decideVerified(file, by.actor, input, settings))

export const acceptCase = (app: App, by: Mover, input: InputOf<typeof contract.acceptCase>) =>
  move(app, by, input, (file, settings) => decideAccept(file, by.actor, input, settings))

export const notAcceptCase = (app: App, by: Mover, input: InputOf<typeof contract.notAcceptCase>) =>
  move(app, by, input, (file, settings) => decideNotAccept(file, by.actor, input, settings))

export const decideContest = (app: App, by: Mover, input: InputOf<typeof contract.decideContest>) =>
  move(app, by, input, (file, settings) => decideContestDecision(file, by.actor, input, settings))
