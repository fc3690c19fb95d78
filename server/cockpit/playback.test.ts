// A day that is over, played again: at any minute it stands as it stood, whatever happened since; and at its end as the
// cockpit itself shows it. Nobody arranged this town: many hands moved its cases at random, for days.

import { beforeAll, expect, test } from 'vitest'
import type { PlaybackView } from '#core/cockpit/contract-playback.ts'
import { readPlayback } from '#core/cockpit/contract-playback.ts'
import { beatsOf, standAt, standByArea } from '#core/cockpit/playback.ts'
import { getCockpit } from '#core/cockpit/contract.ts'
import { localDate } from '#core/kit/time.ts'
import { openCases } from '../cases/figures.ts'
import { wakeCases } from '../cases/wake.ts'
import { inScope } from '../kit/db.ts'
import { playAtRandom } from '#testing/random-loop.ts'
import { comes, must } from '#testing/town-life.ts'
import { type Town, act, codes, openTown, report } from '#testing/town.ts'
import * as moves from '#core/cases/contract-moves.ts'

type Row = { number: string; state: string; area: string; overdue: boolean }
type Moment = { at: string; open: Row[] }

let t: Town
const moments: Moment[] = []
const scopes = [codes.street, codes.community, codes.grid, codes.neighbour]

beforeAll(async () => {
  t = await openTown()
  for (const seed of [3, 4, 5]) {
    await playAtRandom(t, { clients: 6, deeds: 40, seed })
    await wakeCases(t.app)
    await note()
    t.clock.advance(7_200)
    // Nobody moved anything, and two hours made some late.
    await note()
    t.clock.advance(60)
  }
})

/** The open cases of the whole town at this instant, from the rows that the cockpit reads. */
async function note(): Promise<void> {
  const at = t.clock.now()
  const { geography } = t.app.places
  const rows = await inScope(t.app.db, { kind: 'job' }, (tx) => openCases(tx, '/', at))
  const open = rows.map(({ number, state, areaId, overdueDays }) => ({
    number,
    state,
    area: geography.get(areaId).code,
    overdue: overdueDays !== null,
  }))
  moments.push({ at, open })
}

const known = new Map<string, Promise<PlaybackView>>()
const played = (area: string, day: string): Promise<PlaybackView> => {
  const key = `${area} ${day}`
  const view = known.get(key) ?? ask(area, day)
  known.set(key, view)
  return view
}
async function ask(area: string, day: string): Promise<PlaybackView> {
  const answer = must(await (await comes(t, 'cao')).call(readPlayback, { area, day }))
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}

const inOrder = (rows: Row[]) =>
  rows.toSorted((a, b) => (a.number < b.number ? -1 : 1)).map((row) => Object.values(row).join(' '))

test('every moment that was noted is found again in its day, case for case', async () => {
  const states = new Set<string>()
  let late = 0
  for (const { at, open } of moments)
    for (const area of scopes) {
      const path = t.app.places.geography.findByCode(area)!.path
      const here = open.filter(({ area: code }) =>
        t.app.places.geography.findByCode(code)!.path.startsWith(path),
      )
      const view = await played(area, localDate(at, 'Asia/Shanghai'))
      const stood = standAt(view, at).open.map(({ number, state, area: code, overdue }) => ({
        number: number!,
        state,
        area: code,
        overdue,
      }))
      expect(inOrder(stood), `${area} at ${at}`).toEqual(inOrder(here))
      for (const { state, overdue } of here) {
        states.add(state)
        late += overdue ? 1 : 0
      }
    }
  expect(states.size).toBeGreaterThan(5)
  expect(late).toBeGreaterThan(3)
})

test('the last moment of today is what the cockpit shows now, in every grid', async () => {
  for (const area of scopes) {
    const cao = await comes(t, 'cao')
    const cockpit = must(await cao.call(getCockpit, { area }))
    const today = localDate(t.clock.now(), 'Asia/Shanghai')
    const view = await ask(area, today)
    const stand = standAt(view, view.until)
    if (!cockpit.ok) throw new Error(cockpit.refusal)
    expect(stand.open).toHaveLength(cockpit.value.open)
    expect(stand.overdue).toBe(cockpit.value.tiles.find((tile) => tile.key === '6')!.value)
    const below = cockpit.value.below.filter((row) => row.open > 0)
    const counted = standByArea(view, stand.open)
    expect(below.map(({ code, open, overdue }) => [code, open, overdue])).toEqual(
      [...counted]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([code, { open, overdue }]) => [code, open, overdue]),
    )
  }
})

test('stepping never passes over a change: between two beats everything stands as it stood', async () => {
  const day = localDate(moments[2]!.at, 'Asia/Shanghai')
  const view = await played(codes.street, day)
  const beats = beatsOf(view)
  expect(beats.length).toBeGreaterThan(3)
  for (const [i, beat] of beats.entries()) {
    const next = Date.parse(beats[i + 1] ?? view.until)
    const middle = new Date((Date.parse(beat) + next) / 2).toISOString()
    const same = ({ open, overdue }: ReturnType<typeof standAt>) => [open, overdue]
    expect(same(standAt(view, middle))).toEqual(same(standAt(view, beat)))
  }
})

test('what is corrected or moved away later does not change the day that was', async () => {
  const { number } = await report(await comes(t, 'wu'), { text: '路灯不亮' })
  const at = t.clock.now()
  t.clock.advance(90_000)
  const move = { field: 'place' as const, area: codes.grid2, reason: '在另一头' }
  must(await act(await comes(t, 'wu'), moves.correctCase, number, move))
  const day = localDate(at, 'Asia/Shanghai')
  const there = async (area: string, when: string, on: string) =>
    standAt(await ask(area, on), when).open.some((one) => one.number === number)
  expect(await there(codes.grid, at, day)).toBe(true)
  expect(await there(codes.grid2, at, day)).toBe(false)
  const now = t.clock.now()
  const today = localDate(now, 'Asia/Shanghai')
  expect(await there(codes.grid, now, today)).toBe(false)
  expect(await there(codes.grid2, now, today)).toBe(true)
})

test('a city is refused, a day to come too, and whoever may not read the figures', async () => {
  const cao = await comes(t, 'cao')
  const day = '2026-03-03'
  const xu = await comes(t, 'xu')
  expect(await xu.call(readPlayback, { area: codes.street, day })).toMatchObject({
    refusal: 'not_yours',
    status: 403,
  })
  expect(await cao.call(readPlayback, { area: codes.street, day: '2031-01-01' })).toMatchObject({
    refusal: 'no_such_day',
    status: 422,
  })
  expect(await cao.call(readPlayback, { area: codes.street, day: '2026-02-30' })).toMatchObject({
    refusal: 'no_such_day',
  })
  expect(await cao.call(readPlayback, { area: '999999', day })).toMatchObject({
    refusal: 'no_such_area',
  })
})

test('whoever reads figures without cases plays the counts, and no number', async () => {
  await t.owner.query(
    `insert into people.grants (person_id, role, area_id, valid_from, granted_at)
     values ($1, 'ruleKeeper', $2, '2026-01-01', now())`,
    [t.town.person['sec'], t.town.area[codes.street]],
  )
  const day = localDate(moments[0]!.at, 'Asia/Shanghai')
  const mine = await played(codes.street, day)
  expect(mine.cases.every(({ number }) => number !== null)).toBe(true)
  const keeper = await comes(t, 'sec')
  const answer = must(await keeper.call(readPlayback, { area: codes.street, day }))
  if (!answer.ok) throw new Error(answer.refusal)
  expect(answer.value.cases.every(({ number }) => number === null)).toBe(true)
  expect(count(answer.value)).toEqual(count(mine))
})

const count = (view: PlaybackView) => {
  const { open, ...rest } = standAt(view, view.until)
  return { ...rest, open: open.length }
}
