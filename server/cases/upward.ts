// Going up a layer as the page offers it: asked of the rules with the tree at hand.

import type { CaseFile } from '#core/cases/case.ts'
import type { CaseView } from '#core/cases/contract.ts'
import { upwardOf } from '#core/cases/escalating.ts'
import type { Settings } from '#core/cases/rules.ts'
import type { Actor } from '#core/people/actor.ts'
import { receiverName } from './receivers.ts'
import type { Ground } from './settings.ts'

export function upwardView(
  ground: Ground,
  c: CaseFile,
  by: Actor,
  s: Settings,
): CaseView['upward'] {
  const { geography } = ground.places
  const above = (areaId: number) =>
    geography
      .ancestors(geography.get(areaId))
      .toReversed()
      .map(({ id, level }) => ({ areaId: id, level }))
  const upward = upwardOf(c, by, above, s)
  if (upward === null) return null
  const { way, to, tier } = upward
  const areaCode = geography.get(to.areaId).code
  return { way, to: { areaCode, unitId: to.unitId }, name: receiverName(ground, to), tier }
}
