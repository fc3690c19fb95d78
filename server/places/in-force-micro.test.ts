// Three staircases are micro-grids of a grid that is split: one lies in each half and goes along with its head, one is cut by the
// new border and ends; what lay in it is where it lies. Until the day it is taken back whole.
import { beforeAll, describe, expect, test } from 'vitest'
import { splitPart } from '#core/places/redraw-split.ts'
import * as force from '#core/places/contract-in-force.ts'
import { at, must } from '#testing/drawn-squares.ts'
import { type DrawnTown, openDrawnTown } from '#testing/drawn-town.ts'
import { confirms, draw, gridOf, ofCommunity, preview, propose } from '#testing/redrawing-town.ts'
import { comes, localTime } from '#testing/town-life.ts'
import { codes, report } from '#testing/town.ts'
import { carryRedrawn } from '../cases/redrawn.ts'

const [west, east] = ['500108106003011', '500108106003012'] as const
let t: DrawnTown
const ids: Record<string, number> = {}

/** A square on the ground, as wide as it is said. */
const ground = (lon: number, wide: number) => {
  const ring = [
    [lon, 29.504],
    [lon + wide, 29.504],
    [lon + wide, 29.506],
    [lon, 29.506],
    [lon, 29.504],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}

async function laysMicro(digits: string, name: string, lon: number, wide = 0.001): Promise<void> {
  const { rows } = await t.owner.query<{ id: number }>(
    `insert into places.areas (code, name, level, parent_id) values ($1, $2, 'micro', $3) returning id::int`,
    [`${codes.grid}${digits}`, name, t.town.area[codes.grid]],
  )
  const id = rows[0]?.id ?? 0
  ids[name] = id
  await t.owner.query(
    `insert into places.boundaries (area_id, geometry, west, south, east, north, schematic, source)
     values ($1, $2, $3, 29.504, $4, 29.506, false, 'test')`,
    [id, JSON.stringify(ground(lon, wide)), lon, lon + wide],
  )
}

beforeAll(async () => {
  t = await openDrawnTown()
  await laysMicro('01', '一单元', 106.602)
  await laysMicro('02', '二单元', 106.6036) // The new border goes through it.
  await laysMicro('03', '三单元', 106.606)
  await t.owner.query(
    `insert into people.grants (person_id, role, area_id, valid_from, granted_at)
     values ($1, 'microGridHead', $2, '2026-01-01', now())`,
    [t.town.person['liu'], ids['三单元']],
  )
  await t.app.places.refresh()
  await draw(t, (drawing) => {
    const line = [at(106.604, 29.5), at(106.604, 29.51)]
    const cut = must(splitPart(drawing, codes.grid, line))
    const parts = cut.parts.map((part) => {
      if (part.was !== null) return part
      const isWest = part.loops[0]!.every(([x]) => x <= 1_066_040_000)
      return { ...part, code: isWest ? west : east, name: isWest ? '西网格' : '东网格' }
    })
    return { ...cut, parts }
  })
})

const now = async () =>
  (
    await t.owner.query<{ it: string }>(
      `select a.name || ' ' || a.code || ' ' || p.code || ' ' || a.valid_from || ' ' || coalesce(a.valid_to::text, '-') as it
         from places.areas a
         join places.areas p on p.id = a.parent_id
        where a.level = 'micro'
        order by a.valid_from, a.code`,
    )
  ).rows.map(({ it }) => it)
const before = ['一单元', '二单元', '三单元'].map(
  (name, i) => `${name} ${codes.grid}0${i + 1} ${codes.grid} 2000-01-01 -`,
)

describe('micro-grids of a grid that is split', () => {
  test('the preview says of each where it goes, before anybody proposes', async () => {
    const { draft } = await preview(t)
    const keyOf = (code: string) => draft?.grids.find((grid) => grid.code === code)?.key
    expect(draft?.micro.map(({ name, to, becomes }) => [name, to, becomes])).toEqual([
      ['一单元', keyOf(west), `${west}01`],
      ['二单元', keyOf(east), null],
      ['三单元', keyOf(east), `${east}03`],
    ])
  })

  test('confirmed they are written for the day, and taken back as if nothing had been', async () => {
    must(await propose(t, '2026-03-10'))
    must(await confirms(t, 'qu'))
    expect(await now()).toHaveLength(5)
    const [decided] = (await preview(t)).decided
    const gui = await comes(t, 'gui')
    must(await gui.call(force.takeBackRedrawing, { ...ofCommunity(), id: decided?.id ?? '' }))
    expect(await now()).toEqual(before)
    const open = await t.owner.query(
      `select 1 from places.boundaries b where b.area_id = any ($1) and b.valid_to is null`,
      [Object.values(ids)],
    )
    expect(open.rows).toHaveLength(3)
  })

  test('on the day: whole ones go along with name, outline and head; the cut one ends, its cases where they lie', async () => {
    await draw(t, (drawing) => {
      const line = [at(106.604, 29.5), at(106.604, 29.51)]
      const cut = must(splitPart(drawing, codes.grid, line))
      const parts = cut.parts.map((part) => {
        if (part.was !== null) return part
        const isWest = part.loops[0]!.every(([x]) => x <= 1_066_040_000)
        return { ...part, code: isWest ? west : east, name: isWest ? '西网格' : '东网格' }
      })
      return { ...cut, parts }
    })
    const inCut = await report(t.client(), { point: { lon: 106.6038, lat: 29.505 } })
    const inWhole = await report(t.client(), { point: { lon: 106.6065, lat: 29.505 } })
    const lies = (number: string, name: string) =>
      t.owner.query(`update cases.cases set filed_area_id = $2 where number = $1`, [
        number,
        ids[name],
      ])
    await lies(inCut.number, '二单元')
    await lies(inWhole.number, '三单元')
    must(await propose(t, '2026-03-10'))
    must(await confirms(t, 'qu'))
    t.clock.set(localTime('2026-03-10 00:01'))
    await t.app.places.refresh()
    await carryRedrawn(t.app)
    await carryRedrawn(t.app)
    expect(await now()).toEqual([
      ...before.map((line) => line.replace(/-$/, '2026-03-10')),
      `一单元 ${west}01 ${west} 2026-03-10 -`,
      `三单元 ${east}03 ${east} 2026-03-10 -`,
    ])
    expect(await gridOf(t, inWhole.number)).toBe(`${east}03`)
    // Most of the staircase lies in the east; this matter lies in the west of it.
    expect(await gridOf(t, inCut.number)).toBe(west)
    const heads = await t.owner.query<{ code: string }>(
      `select a.code from people.grants g join places.areas a on a.id = g.area_id
        where g.role = 'microGridHead' and g.valid_to is null`,
    )
    expect(heads.rows).toEqual([{ code: `${east}03` }])
    const drawn = t.app.places.geography.findByCode(`${east}03`)
    expect(t.app.places.geography.outlineOf(drawn?.id ?? 0, '2026-03-10')?.outline).toEqual(
      ground(106.606, 0.001),
    )
  })
})
