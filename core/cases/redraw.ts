// The grids were redrawn: an open case goes along to the grid that holds its place now, and with it what was given to or
// by the old grid's team. No clock moves and nothing is counted twice: the whole case counts where it lies. Closed cases
// stay with the grid of their day.

import { done, refused } from '#core/kit/result.ts'
import type { Words } from '#core/kit/words.ts'
import type { Actor } from '#core/people/actor.ts'
import type { CaseFile, Receiver } from './case.ts'
import { enter, guard } from './change.ts'
import type { Decided } from './change.ts'
import type { Settings } from './rules.ts'

export const redrawJob: Actor = { kind: 'job', id: 'redraw' }

export type Redrawn = {
  /** The grid that has its place now; what it had, where only the grid of a holder has ended. */
  filedAreaId: number
  gridId: number | null
  was: Words
  is: Words
  /** The first day of the new grids. */
  since: string
  /** Who took over from an area that has ended; every other area stands for itself. */
  heirOf: (areaId: number) => number
}

export function decideRedraw(c: CaseFile, to: Redrawn, s: Settings): Decided {
  const may = guard('redraw', c, redrawJob, s)
  if (!may.ok) return may
  // The team of the very grid goes along with the case; of another one that ended, to who took over from it.
  const standing = (receiver: Receiver): Receiver => {
    if (receiver.unitId !== null) return receiver
    const areaId =
      receiver.areaId === c.gridId && to.gridId !== null ? to.gridId : to.heirOf(receiver.areaId)
    return areaId === receiver.areaId ? receiver : { ...receiver, areaId }
  }
  const legs = c.legs.map((leg) => {
    if (leg.endedAt !== null) return leg
    const [giver, receiver] = [standing(leg.giver), standing(leg.receiver)]
    return giver === leg.giver && receiver === leg.receiver ? leg : { ...leg, giver, receiver }
  })
  if (c.filedAreaId === to.filedAreaId && legs.every((leg, i) => leg === c.legs[i]))
    return refused('not_possible_now')
  const next = { ...c, legs, filedAreaId: to.filedAreaId, gridId: to.gridId }
  const { was, is, since } = to
  return done(
    enter(next, 'redraw', redrawJob, s, { facts: { filedIn: to.filedAreaId, was, is, since } }),
  )
}
