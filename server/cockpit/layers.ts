// The layer figures of an area: its own layer with everybody who receives there, and each level below as one line.

import type { Receiver } from '#core/cases/case.ts'
import { heldShare } from '#core/cases/layer-figures.ts'
import type { HeldShare } from '#core/cases/layer-figures.ts'
import { share, spread } from '#core/cases/small-cells.ts'
import type { LayerView, ReceiverFigures, getLayerFigures } from '#core/cockpit/contract-layers.ts'
import { shiftDays } from '#core/cockpit/period.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { done } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import { startOfDay } from '#core/kit/zones.ts'
import type { Area } from '#core/places/area.ts'
import type { App, Who } from '../app.ts'
import { areaLabel } from '../cases/case-view.ts'
import { planForArea } from '../cases/figures.ts'
import { type LateOne, type LayerSpan, type LegCounts } from '../cases/figures-layers.ts'
import { lateRounds, legCounts } from '../cases/figures-layers.ts'
import { receiverName } from '../cases/receivers.ts'
import { inScope } from '../kit/db.ts'
import { rulesAt } from '../places/index-of-places.ts'
import { type Asked, ask } from './cockpit.ts'

type View = OutputOf<typeof getLayerFigures>
type Figures = Omit<LayerView, 'level' | 'own'>

/** The area's own level first, then what lies below it, in the order of the tree. */
export function levelsUnder(app: App, area: Area): Map<string, number[]> {
  const levels = new Map<string, number[]>([[area.level, [area.id]]])
  const below = [...app.places.geography.all()]
    .filter((each) => each.id !== area.id && each.path.startsWith(area.path))
    .toSorted((a, b) => a.path.split('/').length - b.path.split('/').length)
  for (const { level, id } of below) levels.set(level, [...(levels.get(level) ?? []), id])
  return levels
}

export const spanOfAsked = ({ area, span, now }: Asked): LayerSpan => ({
  from: startOfDay(span.from, area.timeZone),
  to: startOfDay(span.to, area.timeZone),
  now,
})

export async function readLayerFigures(
  app: App,
  who: Who,
  input: InputOf<typeof getLayerFigures>,
): Promise<Result<View>> {
  const asked = ask(app, who, input)
  if (!asked.ok) return asked
  const { area, span, now } = asked.value
  const levels = levelsUnder(app, area)
  const ids = [...levels.values()].flat()
  const smallCell = Number(rulesAt(app, area.path, 'figures.smallCell', now) ?? 10)
  const within = spanOfAsked(asked.value)
  const facts = await inScope(app.db, { kind: 'job' }, async (tx) => {
    await planForArea(tx)
    return {
      counts: await legCounts(tx, ids, within),
      late: await lateRounds(app, tx, ids, within),
      smallCell,
    }
  })
  return done({
    area: areaLabel(area),
    period: { key: span.key, from: span.from, to: shiftDays(span.to, -1) },
    asOf: now,
    smallCell,
    layers: [...levels]
      .map(([level, areas]) => layerOf(facts, { level, own: level === area.level }, areas))
      .filter(({ own, received, held }) => own || received > 0 || held.rounds > 0),
    receivers: receiversOf(app, area, facts),
  })
}

type Facts = { counts: LegCounts[]; late: LateOne[]; smallCell: number }

function layerOf(
  facts: Facts,
  head: Pick<LayerView, 'level' | 'own'>,
  areaIds: readonly number[],
): LayerView {
  const areas = new Set(areaIds)
  return { ...head, ...figuresOf(facts, ({ areaId }) => areas.has(areaId)) }
}

function figuresOf(facts: Facts, receives: (receiver: Receiver) => boolean): Figures {
  const rows = facts.counts.filter(receives)
  const sum = (key: Exclude<keyof LegCounts, 'unitId' | 'minutes'>) =>
    rows.reduce((n, row) => n + row[key], 0)
  const minutes = rows.flatMap((row) => row.minutes)
  return {
    received: sum('received'),
    returned: sum('returned'),
    signed: share(sum('signed'), sum('signDue'), facts.smallCell),
    handedIn: sum('handedIn'),
    refused: sum('refused'),
    confirmedOnward: sum('confirmedOnward'),
    confirmMinutes: spread(minutes, facts.smallCell),
    held: whole(heldShare(facts.late, receives, facts.smallCell)),
  }
}

const whole = (held: HeldShare): HeldShare => ({
  ...held,
  num: Math.round(held.num),
  den: Math.round(held.den),
})

/** The own team, then the units standing here in the order of their codes; those who had nothing to do are left out. */
function receiversOf(app: App, area: Area, facts: Facts): ReceiverFigures[] {
  const units = [...app.teams.units.values()]
    .filter((unit) => unit.areaId === area.id)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
  return [null, ...units.map(({ id }) => id)]
    .map((unitId) => ({
      areaCode: area.code,
      unitId: unitId ?? 0,
      name: receiverName(app, { areaId: area.id, unitId }),
      ...figuresOf(facts, (r) => r.areaId === area.id && r.unitId === unitId),
    }))
    .filter(({ received, handedIn, held }) => received + handedIn + held.rounds > 0)
}
