// A grid is split: its lamps go to the half they stand in, the round to the team that took over, and liu goes on with it.
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import {
  importObjects,
  keepPlan,
  listObjects,
  listRounds,
} from '#core/patrols/contract-inspections.ts'
import { splitPart } from '#core/places/redraw-split.ts'
import { at, must } from '#testing/drawn-squares.ts'
import { type DrawnTown, openDrawnTown } from '#testing/drawn-town.ts'
import { confirms, draw, propose } from '#testing/redrawing-town.ts'
import { comes, localTime } from '#testing/town-life.ts'
import { codes, commandId } from '#testing/town.ts'
import { carryRedrawn } from '../cases/redrawn.ts'
import { carryObjects } from './redrawn.ts'

const [west, east] = ['500108106003011', '500108106003012']
const community = { code: codes.community }
let t: DrawnTown
beforeAll(async () => {
  t = await openDrawnTown()
})

test('objects stand where they stand, the round follows the team', async () => {
  const he = await comes(t, 'he')
  const text = [
    '种类,名称,编号,网格,经度,纬度',
    `路灯,西头路灯,L-01,${codes.grid},106.602,29.505`,
    `路灯,东头路灯,L-02,${codes.grid},106.608,29.505`,
    `路灯,没有坐标的路灯,B-01,${codes.grid},,`,
  ].join('\n')
  must(await he.call(importObjects, { ...community, commandId: commandId(), text }))
  const { items } = must(await he.call(listObjects, community))
  const plan = {
    ...community,
    commandId: commandId(),
    id: randomUUID(),
    area: codes.grid,
    name: '看路灯',
    everyWeeks: 4,
    months: [],
    fromOn: '2026-03-02',
    stops: items.map(({ id }) => id),
    ended: false,
  }
  must(await he.call(keepPlan, plan))
  await draw(t, (drawing) => {
    const cut = must(splitPart(drawing, codes.grid, [at(106.604, 29.5), at(106.604, 29.51)]))
    const parts = cut.parts.map((part) => {
      if (part.was !== null) return part
      const isWest = part.loops[0]!.every(([x]) => x <= 1_066_040_000)
      const [code, name] = isWest ? [west, '西网格'] : [east, '东网格']
      return { ...part, code: code ?? '', name: name ?? '' }
    })
    return { ...cut, parts }
  })
  must(await propose(t, '2026-03-10'))
  must(await confirms(t, 'cao'))
  expect(await carryObjects(t.app)).toBe(0)
  t.clock.set(localTime('2026-03-10 08:00'))
  await carryRedrawn(t.app)
  expect(await carryObjects(t.app)).toBe(4)
  expect(await carryObjects(t.app)).toBe(0)
  const { rows } = await t.owner.query(
    `select o.tag, a.code from patrols.objects o join places.areas a on a.id = o.area_id order by o.tag`,
  )
  expect(rows).toEqual([
    { tag: 'B-01', code: east },
    { tag: 'L-01', code: west },
    { tag: 'L-02', code: east },
  ])
  const rounds = must(await (await comes(t, 'liu')).call(listRounds, { code: east ?? '' }))
  expect(rounds.items.map(({ name }) => name)).toEqual(['看路灯'])
})
