// Sorting and giving work, and giving it back.

import { inOrder } from '#core/cases/change.ts'
import type { CaseFile } from '#core/cases/case.ts'
import type * as contract from '#core/cases/contract-moves.ts'
import * as assists from '#core/cases/assists.ts'
import * as decide from '#core/cases/dispatch.ts'
import type { Assist, Dispatch } from '#core/cases/dispatch.ts'
import { decideAccept } from '#core/cases/intake.ts'
import { lastReturned } from '#core/cases/moves.ts'
import { decideTriage } from '#core/cases/triage.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import { headAt, roots } from '#core/people/rights.ts'
import type { App } from '../app.ts'
import { move } from './moving.ts'
import type { Mover } from './moving.ts'
import { findReceiver, receiverName } from './receivers.ts'

type Work = Pick<InputOf<typeof contract.dispatchCase>, 'lead' | 'assists' | 'tier' | 'note'>

/** The receivers a command names, found in the tree; a name that is nobody refuses the command. */
function workOf(app: App, input: Work): Result<Dispatch> {
  const lead = findReceiver(app, input.lead)
  const assists: Assist[] = []
  for (const asked of input.assists) {
    const found = findReceiver(app, asked)
    if (found === null) return refused('no_such_receiver')
    assists.push({ ...found, task: asked.task, meetBy: asked.meetBy })
  }
  if (lead === null) return refused('no_such_receiver')
  return done({ lead, assists, tier: input.tier, note: input.note })
}

export const triageCase = (app: App, by: Mover, input: InputOf<typeof contract.triageCase>) =>
  move(app, by, input, (file, settings) => decideTriage(file, by.actor, input, settings))

export const dispatchCase = (app: App, by: Mover, input: InputOf<typeof contract.dispatchCase>) =>
  move(app, by, input, (file, settings) => {
    const work = workOf(app, input)
    return work.ok ? decide.decideDispatch(file, by.actor, work.value, settings) : work
  })

/** Accept, triage and dispatch in one command: three entries, all guards, one transaction. */
export const fileAndDispatch = (
  app: App,
  by: Mover,
  input: InputOf<typeof contract.fileAndDispatch>,
) =>
  move(app, by, input, (file, settings) => {
    const work = workOf(app, input)
    if (!work.ok) return work
    const steps = [
      (c: CaseFile) => decideAccept(c, by.actor, input, settings),
      (c: CaseFile) => decideTriage(c, by.actor, input, settings),
      (c: CaseFile) => decide.decideDispatch(c, by.actor, work.value, settings),
    ]
    return inOrder(file, file.state === 'REPORTED' ? steps : steps.slice(1))
  })

export const acceptDuty = (app: App, by: Mover, input: InputOf<typeof contract.acceptDuty>) =>
  move(app, by, input, (file, settings) => decide.decideAcceptDuty(file, by.actor, settings))

export const returnCase = (app: App, by: Mover, input: InputOf<typeof contract.returnCase>) =>
  move(app, by, input, (file, settings) => decide.decideReturn(file, by.actor, input, settings))

export const rerouteCase = (app: App, by: Mover, input: InputOf<typeof contract.rerouteCase>) =>
  move(app, by, input, (file, settings) => {
    const to = findReceiver(app, input.to)
    if (to === null) return refused('no_such_receiver')
    return decide.decideReroute(file, by.actor, { to, reason: input.reason }, settings)
  })

export const upholdDispatch = (
  app: App,
  by: Mover,
  input: InputOf<typeof contract.upholdDispatch>,
) =>
  move(app, by, input, (file, settings) => {
    const leg = lastReturned(file)
    const unit = leg === null ? { zh: '', en: '' } : receiverName(app, leg.receiver)
    return decide.decideUphold(file, by.actor, { reason: input.reason, unit }, settings)
  })

export const transferCase = (app: App, by: Mover, input: InputOf<typeof contract.transferCase>) =>
  move(app, by, input, (file, settings) => {
    const to = findReceiver(app, input.to)
    if (to === null) return refused('no_such_receiver')
    // "Under the same head": the mover heads the new receiver too, or covers its area.
    const spot = settings.spot(to.areaId)
    const sameHead =
      headAt(by.actor, { ...spot, unitId: to.unitId }) ||
      roots(by.actor).some((root) => spot.areaPath.startsWith(root))
    return decide.decideTransfer(
      file,
      by.actor,
      { to, code: input.code, reason: input.reason, sameHead },
      settings,
    )
  })

export const addAssist = (app: App, by: Mover, input: InputOf<typeof contract.addAssist>) =>
  move(app, by, input, (file, settings) => {
    const to = findReceiver(app, input.to)
    if (to === null) return refused('no_such_receiver')
    return assists.decideAddAssist(
      file,
      by.actor,
      { ...to, task: input.task, meetBy: input.meetBy },
      settings,
    )
  })

export const assistDone = (app: App, by: Mover, input: InputOf<typeof contract.assistDone>) =>
  move(app, by, input, (file, settings) =>
    assists.decideAssistDone(file, by.actor, input, settings),
  )

export const withdrawAssist = (
  app: App,
  by: Mover,
  input: InputOf<typeof contract.withdrawAssist>,
) =>
  move(app, by, input, (file, settings) =>
    assists.decideWithdrawAssist(file, by.actor, input, settings),
  )
