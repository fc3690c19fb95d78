// Who can be given a case: what a command names by area code and unit, and what the dispatch form offers.

import { sameReceiver } from '#core/cases/case.ts'
import type { CaseFile, Receiver } from '#core/cases/case.ts'
import type { ReceiverView } from '#core/cases/contract.ts'
import { whyCannotReceive } from '#core/cases/dispatch.ts'
import type { Named } from '#core/cases/dispatch.ts'
import type { Settings } from '#core/cases/rules.ts'
import type { Words } from '#core/kit/words.ts'
import type { Settled } from './past-receivers.ts'
import type { Ground } from './settings.ts'

const teamWords: Record<string, Words> = {
  city: { zh: '指挥中心', en: 'command centre' },
  district: { zh: '指挥中心', en: 'command centre' },
  street: { zh: '指挥中心', en: 'command centre' },
  community: { zh: '社区', en: 'community' },
}

/** How an area's own team, or a unit, is called. */
export function receiverName(ground: Ground, receiver: Receiver): Words {
  if (receiver.unitId !== null) {
    const unit = ground.teams.units.get(receiver.unitId)
    if (unit !== undefined) return unit.name
  }
  const area = ground.places.geography.get(receiver.areaId)
  const label = ground.places.geography.label(area)
  const team = teamWords[area.level]
  if (team === undefined || area.level === 'community') return label
  return { zh: `${label.zh}${team.zh}`, en: `${label.en} ${team.en}` }
}

/** The receiver a command names; null when there is no such area or unit. */
export function findReceiver(
  ground: Ground,
  asked: { areaCode: string; unitId: number | null },
): Named | null {
  const area = ground.places.geography.findByCode(asked.areaCode)
  if (area === null) return null
  if (asked.unitId !== null && ground.teams.units.get(asked.unitId)?.areaId !== area.id) return null
  const receiver = { areaId: area.id, unitId: asked.unitId }
  return { ...receiver, name: receiverName(ground, receiver) }
}

type Asked = { q: string; before: Settled }

/**
 * Everybody who could be asked: the grid, community, street and district of the place, and the units standing at
 * any of them. Those who cannot receive it stay in the list and say why. Whoever settled the like before comes first;
 * where nothing was settled yet, the layer of the tier and the posts of the section.
 */
export function receiversFor(
  ground: Ground,
  c: CaseFile,
  s: Settings,
  { q, before }: Asked,
): ReceiverView[] {
  const { geography } = ground.places
  const filed = geography.get(c.filedAreaId)
  const above = geography.ancestors(filed).filter((area) => area.id !== filed.id)
  const chain = [filed, ...above.toReversed()]
  const areas = new Set(chain.map((area) => area.id))
  const teams: Receiver[] = chain.map((area) => ({ areaId: area.id, unitId: null }))
  const units: Receiver[] = [...ground.teams.units.values()]
    .filter((unit) => areas.has(unit.areaId))
    .map((unit) => ({ areaId: unit.areaId, unitId: unit.id }))
  const wanted = q.toLowerCase()
  const views = [...units, ...teams].map((receiver) => viewOf(ground, c, s, receiver, before))
  const known = views.some((view) => view.why === null && view.past !== null)
  return views
    .filter((view) => q === '' || `${view.name.zh} ${view.name.en}`.toLowerCase().includes(wanted))
    .map((view) => (known ? { ...view, suggested: view.suggested && view.past !== null } : view))
    .toSorted(
      (a, b) =>
        Number(b.suggested) - Number(a.suggested) ||
        Number(a.why !== null) - Number(b.why !== null) ||
        (b.past?.count ?? 0) - (a.past?.count ?? 0),
    )
    .slice(0, 60)
}

function viewOf(
  ground: Ground,
  c: CaseFile,
  s: Settings,
  receiver: Receiver,
  before: Settled,
): ReceiverView {
  const fits = whyCannotReceive(c, receiver, s)
  const unit = receiver.unitId === null ? null : ground.teams.units.get(receiver.unitId)
  const area = ground.places.geography.get(receiver.areaId)
  const past = before.by.find((one) => sameReceiver(one, receiver))
  return {
    areaCode: area.code,
    unitId: receiver.unitId,
    name: receiverName(ground, receiver),
    kind: unit?.kind ?? area.level,
    why: fits.ok ? null : fits.refusal,
    suggested:
      fits.ok &&
      (past !== undefined
        ? past.count * 4 >= before.of
        : unit === null
          ? suitsTier(c.tier, area.level)
          : unit?.kind === 'section' &&
            unit.section === s.category(c.category)?.section &&
            c.tier === 'T3'),
    past: past === undefined ? null : { count: past.count, of: before.of },
  }
}

/** 四级处置: grid, community, street, district. */
function suitsTier(tier: string, level: string): boolean {
  return { T1: 'grid', T2: 'community', T3: 'street', T4: 'district', T5: 'city' }[tier] === level
}
