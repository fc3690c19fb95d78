// A grid is split: proposed by who draws, confirmed by somebody else, in force on its day by the day itself; people and open
// cases go along, and what is closed or counted of the past stays.
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { getCockpit } from '#core/cockpit/contract.ts'
import { readPlayback } from '#core/cockpit/contract-playback.ts'
import { standAt } from '#core/cockpit/playback.ts'
import { contributions } from '#core/cases/tallies.ts'
import * as moves from '#core/cases/contract-moves.ts'
import {
  compareGrids,
  confirmRedrawing,
  previewRedrawing,
  proposeRedrawing,
  sendBackRedrawing,
  takeBackRedrawing,
} from '#core/places/contract-in-force.ts'
import { readArea, readAreaRecord } from '#core/places/contract.ts'
import { openRedrawing, readRedrawing, saveRedrawing } from '#core/places/contract-redrawing.ts'
import { flatParts, loopsFrom, partsFrom } from '#core/places/drawing-wire.ts'
import { splitPart } from '#core/places/redraw-split.ts'
import { at, must } from '#testing/drawn-squares.ts'
import { type DrawnTown, openDrawnTown } from '#testing/drawn-town.ts'
import { closedLamp, comes, localTime, teams } from '#testing/town-life.ts'
import { act, codes, fileAndGive, read, report } from '#testing/town.ts'
import { allTallies } from '../cases/figures.ts'
import { carryRedrawn } from '../cases/redrawn.ts'
import { readCase } from '../cases/store.ts'
import { inScope } from '../kit/db.ts'
import { locate } from './index-of-places.ts'

const code = codes.community
const [west, east] = ['500108106003011', '500108106003012']
/** In the western and the eastern half of the first grid, and in the western by the lane. */
const spots = {
  west: { lon: 106.602, lat: 29.505 },
  east: { lon: 106.608, lat: 29.505 },
  bend: { lon: 106.6048, lat: 29.505 },
}
let t: DrawnTown
beforeAll(async () => {
  t = await openDrawnTown()
})

const command = () => ({ commandId: randomUUID(), code })
const preview = async (login: string) =>
  must(await (await comes(t, login)).call(previewRedrawing, { code }))

/** The first grid in two halves, with names. */
async function draw(): Promise<{ id: string; expectedVersion: number }> {
  const gui = await comes(t, 'gui')
  must(await gui.call(openRedrawing, command()))
  const { draft, ground } = must(await gui.call(readRedrawing, { code }))
  const drawing = {
    outline: loopsFrom(ground.outline),
    parts: partsFrom(draft!.parts),
    before: partsFrom(ground.before),
  }
  const line = [at(106.605, 29.5), at(106.605, 29.51)]
  const { parts } = must(splitPart(drawing, codes.grid, line))
  const inWest = (part: (typeof parts)[number]) => part.loops[0]!.every(([x]) => x <= 1_066_050_000)
  const named = parts.map((part) =>
    part.was !== null
      ? part
      : inWest(part)
        ? { ...part, code: west, name: '西网格', nameEn: 'West Grid' }
        : { ...part, code: east, name: '东网格', nameEn: 'East Grid' },
  )
  const saving = { id: draft!.id, expectedVersion: draft!.version, parts: flatParts(named) }
  const { version } = must(await gui.call(saveRedrawing, { ...command(), ...saving }))
  return { id: draft!.id, expectedVersion: version }
}

const keyOf = async (wanted: string) =>
  (await preview('gui')).draft!.grids.find((grid) => grid.code === wanted)!.key

test('the preview says what begins and ends, who goes where and which open cases move', async () => {
  await report(t.client(), { point: spots.west })
  await report(t.client(), { point: spots.east })
  await report(t.client(), { point: spots.east })
  await draw()
  const { draft, earliest, mayPropose, mayConfirm } = await preview('gui')
  expect([earliest, mayPropose, mayConfirm]).toEqual(['2026-03-04', true, true])
  expect(draft).toMatchObject({ faults: 0, stale: false, unchanged: false, proposed: false })
  const kinds = draft!.grids.map((grid) => [grid.code, grid.kind])
  expect(kinds).toEqual(
    expect.arrayContaining([
      [west, 'begins'],
      [east, 'begins'],
      [codes.grid2, 'stays'],
    ]),
  )
  expect(draft!.ended).toMatchObject([{ code: codes.grid, name: '第一网格' }])
  expect(draft!.ended[0]!.shares.map(({ share }) => Math.round(share * 100))).toEqual([50, 50])
  const counts = draft!.cases.map(({ to, count }) => [to, count] as const)
  expect(new Map(counts)).toEqual(
    new Map([
      [await keyOf(west), 1],
      [await keyOf(east), 2],
    ]),
  )
  expect(draft!.staff.map(({ name }) => name)).toContain('刘网格')
})

test('no day that is over, no heir without ground, nobody without the right', async () => {
  const { draft } = await preview('gui')
  const of = { id: draft!.id, expectedVersion: draft!.version }
  const proposing = async (login: string, more: object) =>
    (await comes(t, login)).call(proposeRedrawing, {
      ...command(),
      ...of,
      day: '2026-03-10',
      heirs: [],
      staff: [],
      ...more,
    })
  expect(await proposing('gui', { day: '2026-03-03' })).toMatchObject({ refusal: 'day_past' })
  const stranger = [{ grid: codes.grid, to: codes.grid2 }]
  expect(await proposing('gui', { heirs: stranger })).toMatchObject({ refusal: 'not_an_heir' })
  expect(await proposing('yao', {})).toMatchObject({ refusal: 'not_yours' })
  expect(await proposing('cao', {})).toMatchObject({ refusal: 'not_yours' })
})

test('who proposed cannot confirm; the head of the street can, once', async () => {
  const { draft } = await preview('gui')
  const gui = await comes(t, 'gui')
  const heir = await keyOf(east)
  const luo = draft!.staff.find(({ name }) => name === '罗副手')!
  const proposal = {
    ...command(),
    id: draft!.id,
    expectedVersion: draft!.version,
    day: '2026-03-10',
    heirs: [{ grid: codes.grid, to: heir }],
    staff: [{ grant: luo.grant, to: await keyOf(west) }],
  }
  const { version } = must(await gui.call(proposeRedrawing, proposal))
  expect(must(await gui.call(proposeRedrawing, proposal)).version).toBe(version)
  const confirming = { ...command(), id: draft!.id, expectedVersion: version }
  expect(await gui.call(confirmRedrawing, confirming)).toMatchObject({ refusal: 'same_person' })
  const cao = await comes(t, 'cao')
  expect(await preview('cao')).toMatchObject({ mayConfirm: true, mayPropose: false })
  expect((await preview('cao')).draft).toMatchObject({
    proposed: true,
    day: '2026-03-10',
    proposedBy: '桂规则',
  })
  const mine = { ...confirming, commandId: randomUUID() }
  expect(must(await cao.call(confirmRedrawing, mine))).toEqual({ day: '2026-03-10' })
  expect(must(await cao.call(confirmRedrawing, mine))).toEqual({ day: '2026-03-10' })
  expect(await cao.call(confirmRedrawing, { ...mine, commandId: randomUUID() })).toMatchObject({
    refusal: 'no_draft',
  })
  const view = must(await t.client().call(readArea, { code }))
  expect(view.children.map((grid) => grid.code)).toEqual([codes.grid, codes.grid2])
})

test('while it has not begun it is taken back, and everything is as it was', async () => {
  const [decided] = (await preview('gui')).decided
  expect(decided).toMatchObject({ day: '2026-03-10', begun: false, confirmedBy: '曹指挥' })
  const gui = await comes(t, 'gui')
  expect(must(await gui.call(takeBackRedrawing, { ...command(), id: decided!.id }))).toEqual({})
  const { rows } = await t.owner.query(
    `select (select count(*)::int from places.areas where code = any ($1)) as areas,
            (select count(*)::int from places.boundaries where valid_to is not null) as ended,
            (select count(*)::int from places.successions) as heirs`,
    [[west, east]],
  )
  expect(rows).toEqual([{ areas: 0, ended: 0, heirs: 0 }])
  expect((await preview('gui')).decided).toEqual([])
})

test('a proposal goes back to be drawn on, and a change takes it back too', async () => {
  const gui = await comes(t, 'gui')
  const propose = async (of: { id: string; expectedVersion: number }) =>
    must(
      await gui.call(proposeRedrawing, {
        ...command(),
        ...of,
        day: '2026-03-10',
        heirs: [],
        staff: [],
      }),
    )
  const of = await draw()
  const first = await propose(of)
  const back = { ...command(), id: of.id, expectedVersion: first.version }
  const { version } = must(await (await comes(t, 'cao')).call(sendBackRedrawing, back))
  const again = await propose({ id: of.id, expectedVersion: version })
  const { draft } = must(await gui.call(readRedrawing, { code }))
  expect(draft).toMatchObject({ proposed: true, version: again.version })
  must(
    await gui.call(saveRedrawing, {
      ...command(),
      id: of.id,
      expectedVersion: again.version,
      parts: draft!.parts,
    }),
  )
  expect((await preview('gui')).draft).toMatchObject({ proposed: false })
})

test('grids that others changed meanwhile keep it from being proposed', async () => {
  const { draft } = await preview('gui')
  const rename = (name: string) =>
    t.owner.query(`update places.areas set name = $2 where code = $1`, [codes.grid2, name])
  await rename('码头网格')
  const of = {
    id: draft!.id,
    expectedVersion: draft!.version,
    day: '2026-03-10',
    heirs: [],
    staff: [],
  }
  const answer = await (await comes(t, 'gui')).call(proposeRedrawing, { ...command(), ...of })
  expect(answer).toMatchObject({ refusal: 'stale' })
  await rename('第二网格')
  await t.app.places.refresh()
})

async function putInForce(day: string): Promise<void> {
  const { draft } = await preview('gui')
  const gui = await comes(t, 'gui')
  const { version } = must(
    await gui.call(proposeRedrawing, {
      ...command(),
      id: draft!.id,
      expectedVersion: draft!.version,
      day,
      heirs: [{ grid: codes.grid, to: await keyOf(east) }],
      staff: [
        {
          grant: draft!.staff.find(({ name }) => name === '罗副手')!.grant,
          to: await keyOf(west),
        },
      ],
    }),
  )
  const qu = await comes(t, 'qu')
  must(await qu.call(confirmRedrawing, { ...command(), id: draft!.id, expectedVersion: version }))
}

const placeOf = async (number: string) =>
  (
    await t.owner.query<{ code: string }>(
      `select a.code from cases.cases c join places.areas a on a.id = c.filed_area_id where c.number = $1`,
      [number],
    )
  ).rows[0]?.code

type Bucket = Record<string, number>
const without0 = (all: Map<string, Bucket>) =>
  Object.fromEntries(
    [...all]
      .map(([key, of]) => [key, Object.entries(of).filter(([, n]) => n !== 0)] as const)
      .filter(([, of]) => of.length > 0)
      .map(([key, of]) => [key, Object.fromEntries(of)]),
  )

/** The tallies by grid and day, kept with the moves; and counted anew from all files. */
async function tallied() {
  return inScope(t.app.db, { kind: 'job' }, async (tx) => {
    const kept = new Map<string, Bucket>()
    for (const { areaId, grain, bucket, ...counts } of (await allTallies(tx)).rows)
      if (grain === 'day') kept.set(`${areaId} ${bucket}`, counts)
    const anew = new Map<string, Bucket>()
    const { rows } = await t.owner.query<{ number: string }>('select number from cases.cases')
    for (const { number } of rows) {
      const { file } = (await readCase(tx, number))!
      for (const { areaId, day, counts } of contributions(file, 'Asia/Shanghai').values()) {
        const held = anew.get(`${areaId} ${day}`) ?? {}
        for (const [fact, n] of Object.entries(counts)) held[fact] = (held[fact] ?? 0) + n
        anew.set(`${areaId} ${day}`, held)
      }
    }
    return { kept: without0(kept), anew: without0(anew) }
  })
}

let given: string
let done: string
test('on the day: new reports land in the new grid, open cases have gone along', async () => {
  done = (await closedLamp(t, { point: spots.bend })).number
  const inWest = await report(t.client(), { point: spots.west })
  given = (await report(t.client(), { point: spots.east })).number
  await fileAndGive(await comes(t, 'wu'), given, teams.grid)
  await putInForce('2026-03-10')
  expect(await carryRedrawn(t.app)).toBe(0)
  t.clock.set(localTime('2026-03-10 00:00'))
  const gridAt = (point: typeof spots.west) => {
    const { gridId } = locate(t.app, { point, chosen: null, at: t.clock.now() })
    return t.app.places.geography.find(gridId ?? 0)?.code
  }
  expect([gridAt(spots.west), gridAt(spots.east)]).toEqual([west, east])
  expect(await carryRedrawn(t.app)).toBe(5)
  expect(await carryRedrawn(t.app)).toBe(0)
  const lie = [await placeOf(inWest.number), await placeOf(given), await placeOf(done)]
  expect(lie).toEqual([west, east, codes.grid])
})

test('figures: the closed case counts where it was, each open one once, and a recount says the same', async () => {
  const { kept, anew } = await tallied()
  expect(kept).toEqual(anew)
  const grids = new Set(Object.keys(kept).map((key) => Number(key.split(' ')[0])))
  expect([...grids].map((id) => t.app.places.geography.get(id).code).toSorted()).toEqual([
    codes.grid,
    west,
    east,
  ])
})

test('the worker of the new half goes on with what his team was given; who was sent west is there', async () => {
  const { rows } = await t.owner.query(
    `select p.login, a.code, g.valid_to::text as "to"
       from people.grants g
       join people.people p on p.id = g.person_id
       join places.areas  a on a.id = g.area_id
      where p.login in ('liu', 'luo')
      order by p.login, g.id`,
  )
  expect(rows).toEqual([
    { login: 'liu', code: codes.grid, to: '2026-03-10' },
    { login: 'liu', code: east, to: null },
    { login: 'luo', code: codes.grid, to: '2026-03-10' },
    { login: 'luo', code: west, to: null },
  ])
  const liu = await comes(t, 'liu')
  expect(await act(liu, moves.acceptDuty, given, {})).toMatchObject({ ok: true })
  const { number } = await report(t.client(), { point: spots.east })
  expect(await placeOf(number)).toBe(east)
  const page = await read(liu, given)
  expect(page.timeline.map(({ sentence }) => sentence.zh)).toContainEqual(
    expect.stringMatching(/从.*第一网格改归.*东网格（3月10日起）。/u),
  )
})

test('the past stays: two days side by side, the record, and a day played again', async () => {
  const cao = await comes(t, 'cao')
  const compared = must(await cao.call(compareGrids, { code }))
  expect(compared).toMatchObject({ from: '2026-03-09', to: '2026-03-10', days: ['2026-03-10'] })
  expect(compared.changes).toMatchObject([{ kind: 'split', before: [codes.grid] }])
  expect(compared.changes[0]!.after.toSorted()).toEqual([west, east])
  const record = must(await cao.call(readAreaRecord, { code: codes.grid }))
  expect(record.after.map(({ area }) => area.code)).toEqual([west, east])
  const view = must(await cao.call(readPlayback, { area: code, day: '2026-03-03' }))
  const areas = standAt(view, view.until).open.map((one) => one.area)
  expect(new Set(areas)).toEqual(new Set([codes.grid]))
  const cockpit = must(await cao.call(getCockpit, { area: code }))
  expect(cockpit.children.map((child) => [child.code, child.validTo])).toEqual([
    [codes.grid, '2026-03-10'],
    [codes.grid2, null],
    [west, null],
    [east, null],
  ])
})

test('what has begun is not taken back; a closed case that is reopened follows', async () => {
  const [decided] = (await preview('gui')).decided
  const back = await (
    await comes(t, 'gui')
  ).call(takeBackRedrawing, { ...command(), id: decided!.id })
  expect(back).toMatchObject({ refusal: 'has_begun' })
  const again = { reason: '灯又不亮了' }
  expect(await act(await comes(t, 'cao'), moves.superviseReopen, done, again)).toMatchObject({
    ok: true,
  })
  expect(await carryRedrawn(t.app)).toBe(1)
  expect(await placeOf(done)).toBe(west)
  const { kept, anew } = await tallied()
  expect(kept).toEqual(anew)
})
