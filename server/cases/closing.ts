// Checking, passing back, closing, voiding, and reopening from above.

import { inOrder } from '#core/cases/change.ts'
import { decideReopen } from '#core/cases/answers.ts'
import { decideCheckFail, decideCheckPass, decideConfirmOnward } from '#core/cases/check.ts'
import { decideClose, decideVoid } from '#core/cases/closing.ts'
import type * as contract from '#core/cases/contract-moves.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { done } from '#core/kit/result.ts'
import type { App } from '../app.ts'
import { leaveParent } from './merging.ts'
import { move } from './moving.ts'
import type { Mover } from './moving.ts'

/** A passed check may be confirmed onward in the same command: two entries. */
export const checkCase = (app: App, by: Mover, input: InputOf<typeof contract.checkCase>) =>
  move(app, by, input, (file, settings) => {
    if (!input.passed) return decideCheckFail(file, by.actor, { reason: input.reason }, settings)
    const pass = (c: typeof file) =>
      decideCheckPass(c, by.actor, { how: input.how, note: input.reason }, settings)
    if (input.confirmOnward !== true) return pass(file)
    // At home's own boundary there is nobody to confirm to: passing it is all.
    const onward = (c: typeof file) =>
      c.state === 'PASSING_BACK'
        ? decideConfirmOnward(c, by.actor, settings)
        : done({ file: c, entries: [] })
    return inOrder(file, [pass, onward])
  })

export const confirmOnward = (app: App, by: Mover, input: InputOf<typeof contract.confirmOnward>) =>
  move(app, by, input, (file, settings) => decideConfirmOnward(file, by.actor, settings))

export const closeCase = (app: App, by: Mover, input: InputOf<typeof contract.closeCase>) =>
  move(app, by, input, (file, settings) => decideClose(file, by.actor, input, settings))

export const voidCase = (app: App, by: Mover, input: InputOf<typeof contract.voidCase>) =>
  move(
    app,
    by,
    input,
    (file, settings) => decideVoid(file, by.actor, input, settings),
    (tx, was, saved) => leaveParent(tx, was, by, saved),
  )

export const reopenFromAbove = (
  app: App,
  by: Mover,
  input: InputOf<typeof contract.superviseReopen>,
) =>
  move(app, by, input, (file, settings) =>
    decideReopen(file, by.actor, { reason: input.reason, onBehalf: null }, settings),
  )
