// A border moves, later two grids are merged: what lies on ground that changed hands goes along, the night's duty goes on in
// the grid that took over, and two changes decided one after the other hold each on its own day.
import { beforeAll, expect, test } from 'vitest'
import { listNotices } from '#core/notices/contract.ts'
import { compareGrids, takeBackRedrawing } from '#core/places/contract-in-force.ts'
import { addCorner, moveCorner } from '#core/places/redraw-corners.ts'
import { mergeParts } from '#core/places/redraw-merge.ts'
import { at, must } from '#testing/drawn-squares.ts'
import { type DrawnTown, openDrawnTown } from '#testing/drawn-town.ts'
import { confirms, draw, gridOf, ofCommunity, preview, propose } from '#testing/redrawing-town.ts'
import { comes, localTime } from '#testing/town-life.ts'
import { codes, report } from '#testing/town.ts'
import { carryRedrawn } from '../cases/redrawn.ts'
import { inScope } from '../kit/db.ts'
import { tellRedrawing } from '../notices/redrawing-tells.ts'
import { responsibleNow } from '../people/responsible.ts'
import { readWaiting } from './import-store.ts'

const code = codes.community
const whole = '500108106003021'
/** In the first grid; the border will move west of the second one. */
const spots = { stays: { lon: 106.602, lat: 29.505 }, goes: { lon: 106.6095, lat: 29.505 } }
let t: DrawnTown
const number: Record<string, string> = {}
beforeAll(async () => {
  t = await openDrawnTown()
  for (const [spot, point] of Object.entries(spots))
    number[spot] = (await report(t.client(), { point })).number
})

test('a border that moves: counted before, and asked of a second person who hears of it', async () => {
  await draw(t, (drawing) => {
    const border = [at(106.61, 29.5), at(106.61, 29.51)] as const
    const bent = must(addCorner(drawing, border, at(106.61, 29.505)))
    return must(moveCorner(bent, at(106.61, 29.505), at(106.606, 29.505)))
  })
  const { draft } = await preview(t)
  expect(draft!.grids.map(({ code: of, kind }) => [of, kind])).toEqual([
    [codes.grid, 'moves'],
    [codes.grid2, 'moves'],
  ])
  expect(draft).toMatchObject({ ended: [], staff: [] })
  expect(draft!.cases).toEqual([{ from: codes.grid, to: codes.grid2, count: 1 }])
  must(await propose(t, '2026-03-10'))
  const gui = t.town.person['gui'] ?? ''
  const word = { id: draft!.id, what: 'proposed', by: gui, at: t.clock.now() } as const
  await tellRedrawing(t.app, word)
  await tellRedrawing(t.app, word)
  for (const login of ['cao', 'qu']) {
    const { items } = must(await (await comes(t, login)).call(listNotices, {}))
    const told = items.filter(({ about }) => about?.topic === 'redrawing')
    expect(told).toMatchObject([{ kind: 'redrawingProposed', about: { id: code } }])
  }
  const mine = must(await (await comes(t, 'gui')).call(listNotices, {}))
  expect(mine.items).toEqual([])
})

test('two who confirm at once: one does, and nothing is written twice', async () => {
  const { draft } = await preview(t)
  const answers = await Promise.all(['qu', 'cao'].map((login) => confirms(t, login, draft)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: 'no_draft' })
  expect(await readWaiting(t.owner, 'cn')).toEqual({ code, day: '2026-03-10' })
})

test('what is decided is drawn on, not over: the next change comes later, and is taken back first', async () => {
  await draw(t, (drawing) => {
    const merged = must(mergeParts(drawing, codes.grid, codes.grid2))
    const words = { code: whole, name: '合一网格', nameEn: null }
    return { ...merged, parts: merged.parts.map((part) => ({ ...part, ...words })) }
  })
  expect(await preview(t)).toMatchObject({ earliest: '2026-03-11' })
  expect(await propose(t, '2026-03-10')).toMatchObject({ refusal: 'day_before_change' })
  must(await propose(t, '2026-03-20'))
  must(await confirms(t, 'qu'))
  const { decided } = await preview(t)
  expect(decided.map(({ day }) => day)).toEqual(['2026-03-20', '2026-03-10'])
  const back = await (
    await comes(t, 'qu')
  ).call(takeBackRedrawing, { ...ofCommunity(), id: decided[1]!.id })
  expect(back).toMatchObject({ refusal: 'built_upon' })
})

test('on the first day the case on ground that changed hands goes along, the others stay', async () => {
  t.clock.set(localTime('2026-03-10 00:00'))
  await t.app.places.refresh()
  expect(await carryRedrawn(t.app)).toBe(1)
  expect(await gridOf(t, number['stays'] ?? '')).toBe(codes.grid)
  expect(await gridOf(t, number['goes'] ?? '')).toBe(codes.grid2)
  expect(await carryRedrawn(t.app)).toBe(0)
})

test('on the second day two grids are one: a duty over midnight goes on there', async () => {
  const liu = t.town.person['liu'] ?? ''
  await t.owner.query(
    `insert into people.duties (area_id, person_id, from_at, to_at, entered_at)
     values ($1, $2, $3, $4, now())`,
    [t.town.area[codes.grid], liu, localTime('2026-03-19 20:00'), localTime('2026-03-20 08:00')],
  )
  t.clock.set(localTime('2026-03-20 00:01'))
  expect(await carryRedrawn(t.app)).toBe(2)
  const { rows } = await t.owner.query(
    `select a.code, d.from_at, d.to_at, d.withdrawn_at
       from people.duties d join places.areas a on a.id = d.area_id
      where d.person_id = $1 order by d.from_at`,
    [liu],
  )
  const midnight = localTime('2026-03-20 00:00')
  expect(rows).toMatchObject([
    { code: codes.grid, to_at: midnight, withdrawn_at: null },
    { code: whole, from_at: midnight, withdrawn_at: null },
  ])
  const grid = t.app.places.geography.findByCode(whole)!
  const answer = await inScope(t.app.db, { kind: 'job' }, (tx) =>
    responsibleNow(t.app, tx, {
      receiver: { areaId: grid.id, unitId: null, personId: null },
      gridId: grid.id,
      instant: t.clock.now(),
    }),
  )
  expect(answer.personId).toBe(liu)
})

test('whoever led both grids leads the one that came of them once', async () => {
  const { rows } = await t.owner.query(
    `select p.login, g.role, count(*)::int as n
       from people.grants g join people.people p on p.id = g.person_id join places.areas a on a.id = g.area_id
      where a.code = $1 and g.revoked_at is null group by 1, 2 having count(*) > 1`,
    [whole],
  )
  expect(rows).toEqual([])
})

test('both changes stand side by side, each between its days', async () => {
  const cao = await comes(t, 'cao')
  const between = async (from: string, to: string) =>
    must(await cao.call(compareGrids, { code, from, to })).changes.map(({ kind }) => kind)
  expect(await between('2026-03-09', '2026-03-10')).toEqual(['moved', 'moved'])
  expect(await between('2026-03-19', '2026-03-20')).toEqual(['merged'])
  expect(await between('2026-03-11', '2026-03-19')).toEqual([])
  expect(must(await cao.call(compareGrids, { code })).days).toEqual(['2026-03-20', '2026-03-10'])
})
