// What keeps grids from being put in force: smaller than the place allows, a day gone by while it waited,
// and a case placed in a grid by hand that does not move with its point.
import { beforeAll, expect, test } from 'vitest'
import { correctCase } from '#core/cases/contract-moves.ts'
import { setRule } from '#core/places/contract-rules.ts'
import { splitPart } from '#core/places/redraw-split.ts'
import { at, must } from '#testing/drawn-squares.ts'
import { type DrawnTown, openDrawnTown } from '#testing/drawn-town.ts'
import { confirms, draw, gridOf, preview, propose } from '#testing/redrawing-town.ts'
import { comes, localTime } from '#testing/town-life.ts'
import { act, codes, commandId, report } from '#testing/town.ts'
import { carryRedrawn } from '../cases/redrawn.ts'

const [west, east] = ['500108106003011', '500108106003012']
let t: DrawnTown
beforeAll(async () => {
  t = await openDrawnTown()
  await draw(t, (drawing) => {
    const line = [at(106.604, 29.5), at(106.604, 29.51)]
    const cut = must(splitPart(drawing, codes.grid, line))
    const parts = cut.parts.map((part) => {
      if (part.was !== null) return part
      const isWest = part.loops[0]!.every(([x]) => x <= 1_066_040_000)
      const [code, name] = isWest ? [west, '西网格'] : [east, '东网格']
      return { ...part, code: code ?? '', name: name ?? '' }
    })
    return { ...cut, parts }
  })
})

test('the smallest grid is a rule of the place', async () => {
  expect((await preview(t)).draft).toMatchObject({ faults: 0 })
  const gui = await comes(t, 'gui')
  const rule = { area: '500108', key: 'places.gridSquareMetresMin', validFrom: '2026-03-03' }
  const set = async (value: number, validFrom = rule.validFrom) =>
    must(
      await gui.call(setRule, {
        commandId: commandId(),
        ...rule,
        value,
        validFrom,
        reason: '试一试',
      }),
    )
  await set(500_000)
  await t.app.places.refresh()
  expect((await preview(t)).draft).toMatchObject({ faults: 1, grids: [], cases: [] })
  expect(await propose(t, '2026-03-10')).toMatchObject({ refusal: 'has_faults' })
  t.clock.set(localTime('2026-03-04 09:00'))
  await set(100, '2026-03-04')
  await t.app.places.refresh()
  expect((await preview(t)).draft).toMatchObject({ faults: 0 })
})

test('a proposal whose day has gone by is not confirmed any more', async () => {
  must(await propose(t, '2026-03-05'))
  t.clock.set(localTime('2026-03-05 00:00'))
  expect(await confirms(t, 'qu')).toMatchObject({ refusal: 'day_past' })
})

test('a case placed in the grid by hand goes to who takes over, not after its point', async () => {
  const { number } = await report(t.client(), { point: { lon: 106.615, lat: 29.505 } })
  const placed = { field: 'place' as const, area: codes.grid, reason: '其实是一网格的事' }
  must(await act(await comes(t, 'wu'), correctCase, number, placed))
  expect(await gridOf(t, number)).toBe(codes.grid)
  const { draft } = await preview(t)
  expect(draft!.cases).toEqual([{ from: codes.grid, to: null, count: 1 }])
  must(await propose(t, '2026-03-06'))
  must(await confirms(t, 'cao'))
  t.clock.set(localTime('2026-03-06 00:00'))
  expect(await carryRedrawn(t.app)).toBe(1)
  // The larger part takes over where nobody said otherwise.
  expect(await gridOf(t, number)).toBe(east)
})
