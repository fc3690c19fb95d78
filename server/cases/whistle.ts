// 吹哨报到: units called together, their arrival, what was agreed, and the words of both sides.

import type * as contract from '#core/cases/contract-whistle.ts'
import * as rally from '#core/cases/whistle.ts'
import type { Called } from '#core/cases/whistle.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { refused } from '#core/kit/result.ts'
import type { App } from '../app.ts'
import { move } from './moving.ts'
import type { Mover } from './moving.ts'
import { findReceiver } from './receivers.ts'

type Asked = { areaCode: string; unitId: number | null }

/** Each by its place in the tree; null if one of them is nobody. */
function allOf(app: App, asked: readonly Asked[]): Called[] | null {
  const found = asked.flatMap((each) => findReceiver(app, each) ?? [])
  return found.length === asked.length ? found : null
}

export const whistleCase = (app: App, by: Mover, input: InputOf<typeof contract.whistleCase>) =>
  move(app, by, input, (file, settings) => {
    const units = allOf(app, input.units)
    if (units === null) return refused('no_such_receiver')
    return rally.decideWhistle(file, by.actor, { ...input, units }, settings)
  })

export const arriveAtCase = (app: App, by: Mover, input: InputOf<typeof contract.arriveAtCase>) =>
  move(app, by, input, (file, settings) => {
    const unit = findReceiver(app, input.unit)
    if (unit === null) return refused('no_such_receiver')
    return rally.decideArrive(file, by.actor, { whistle: input.whistle, unit }, settings)
  })

export const settleWhistle = (app: App, by: Mover, input: InputOf<typeof contract.settleWhistle>) =>
  move(app, by, input, (file, settings) => {
    const ratings = input.ratings.flatMap((rating) => {
      const unit = findReceiver(app, rating)
      return unit === null ? [] : [{ ...unit, cooperation: rating.cooperation }]
    })
    if (ratings.length < input.ratings.length) return refused('no_such_receiver')
    return rally.decideSettle(file, by.actor, { ...input, ratings }, settings)
  })

export const rateWhistle = (app: App, by: Mover, input: InputOf<typeof contract.rateWhistle>) =>
  move(app, by, input, (file, settings) => {
    const unit = findReceiver(app, input.unit)
    if (unit === null) return refused('no_such_receiver')
    return rally.decideRateWhistle(file, by.actor, { ...input, unit }, settings)
  })
