// To whom a case of the demo world is given: by its tier, its category and who takes such things at its place.
import { sameReceiver, topLeg, type Receiver, type Tier } from '#core/cases/case.ts'
import type { Named } from '#core/cases/dispatch.ts'
import type { Area } from '#core/places/area.ts'
import { areaUp, categoryOf, diceOf, fated, homeTeam, teamAt, type Stage } from './stage.ts'

export type Given = { to: Named; tier: Tier | null }

const turnOf = (stage: Stage): string => `${stage.file.number} ${stage.file.round}`

/** The first receiver of a round; a few dispatches are wrong, and come back. */
export function firstReceiver(stage: Stage): Given {
  const given = rightReceiver(stage)
  if (!isWrongFirst(stage)) return given
  const wrong = otherUnit(stage, given.to)
  return wrong === null ? given : { to: wrong, tier: given.tier }
}

export const isWrongFirst = (stage: Stage): boolean =>
  stage.file.tier >= 'T3' && fated(stage, 'wrong first', 0.09)

/** T1 the grid, T2 the community and its companies, T3 the street's posts, T4 the district's bureaux. */
export function rightReceiver(stage: Stage): Given {
  const { tier, homeAreaId } = stage.file
  if (tier === 'T1') return { to: gridTeam(stage) ?? communityWork(stage), tier: null }
  if (tier === 'T2') return { to: communityWork(stage), tier: null }
  const street = areaUp(stage, 'street')
  const byCentre =
    street !== null && street.id !== homeAreaId && fated(stage, 'through centre', 0.45)
  if (byCentre) return { to: stage.cast.named(teamAt(street.id)), tier: null }
  if (tier === 'T3') return { to: taker(stage, street) ?? communityWork(stage), tier: null }
  return { to: bureau(stage) ?? taker(stage, street) ?? communityWork(stage), tier: null }
}

const gridTeam = (stage: Stage): Named | null =>
  stage.file.gridId === null ? null : stage.cast.named(teamAt(stage.file.gridId))

function communityWork(stage: Stage): Named {
  const community = areaUp(stage, 'community')
  const company = taker(stage, community)
  if (company !== null && fated(stage, 'company', 0.62)) return company
  const grid = gridTeam(stage)
  if (grid !== null && fated(stage, 'by grid', 0.55)) return grid
  return stage.cast.named(community === null ? homeTeam(stage) : teamAt(community.id))
}

function taker(stage: Stage, area: Area | null): Named | null {
  return area === null ? null : stage.cast.taker(area, categoryOf(stage), turnOf(stage))
}

const bureau = (stage: Stage): Named | null => taker(stage, areaUp(stage, 'district'))

/** Whom the street centre hands it on to: its own post, or a bureau, and then the tier rises. */
export function onwardReceiver(stage: Stage): Given | null {
  const top = topLeg(stage.file)
  const street = areaUp(stage, 'street')
  const atCentre = top?.receiver.unitId === null && top.receiver.areaId === street?.id
  if (!atCentre || top.receiver.areaId === stage.file.homeAreaId) return null
  if (stage.file.tier === 'T4') {
    const to = bureau(stage)
    if (to !== null) return { to, tier: 'T4' }
  }
  const to = taker(stage, street)
  return to === null ? null : { to, tier: null }
}

/** Another unit at the same area that also stands open to the category, else null. */
export function otherUnit(stage: Stage, than: Receiver): Named | null {
  const category = categoryOf(stage)
  const units = stage.cast
    .unitsAt(than.areaId)
    .filter(
      (unit) =>
        unit.id !== than.unitId &&
        (unit.kind === 'department' ||
          unit.kind === 'stationed' ||
          (unit.kind === 'post' && unit.section === category.section)),
    )
  if (than.unitId === null || units.length === 0) return null
  const unit = diceOf(stage, 'other unit').pick(units)
  const to = { areaId: than.areaId, unitId: unit.id }
  return sameReceiver(to, than) ? null : stage.cast.named(to)
}
