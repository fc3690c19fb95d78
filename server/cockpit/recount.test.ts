// Counted as cases move, and counted anew from the rows and from the journal: three ways, one result, also after many
// hands moved the same cases at the same time.

import { beforeAll, expect, test } from 'vitest'
import type { JournalEntry } from '#core/cases/case-history.ts'
import type { CaseFile } from '#core/cases/case.ts'
import { figuresFrom, readJournal } from '#core/cases/figures.ts'
import { contributions, tallyFacts } from '#core/cases/tallies.ts'
import { signIn } from '#core/people/contract.ts'
import { checkSample } from '#core/cases/contract-checks.ts'
import { affectedToo, mergeCase } from '#core/cases/contract-voices.ts'
import { getCockpit } from '#core/cockpit/contract.ts'
import type { CockpitView } from '#core/cockpit/contract.ts'
import { getFurtherFigures } from '#core/cockpit/contract-further.ts'
import { areaRows, townPassword } from '#testing/people-town.ts'
import { playAtRandom } from '#testing/random-loop.ts'
import type { Played } from '#testing/random-loop.ts'
import * as moves from '#core/cases/contract-moves.ts'
import * as rally from '#core/cases/contract-whistle.ts'
import { comes, must, teams, walksToHandling } from '#testing/town-life.ts'
import { type Town, act, codes, keepPhoto, openTown, points, report } from '#testing/town.ts'
import { entryOf } from '../cases/journal.ts'
import { readCase } from '../cases/store.ts'
import { wakeCases } from '../cases/wake.ts'
import { inScope } from '../kit/db.ts'
import { allTallies } from '../cases/figures.ts'
import { journalOf } from '#testing/journal-of.ts'

let t: Town
let played: Played
let files: CaseFile[]
const zone = 'Asia/Shanghai'

beforeAll(async () => {
  t = await openTown()
  const swept = await sweepOnTheSpot()
  const called = await callTogether()
  const twice = await reportTwice()
  played = await playAtRandom(t, { clients: 20, deeds: 45, seed: 7 })
  played.numbers.push(swept, called, ...twice)
  await wakeCases(t.app)
  // An open set stands as it was just before it is asked for: what happened in that very second is not in it yet.
  t.clock.advance(1)
  files = await Promise.all(
    played.numbers.map((number) =>
      inScope(t.app.db, { kind: 'job' }, async (tx) => (await readCase(tx, number))!.file),
    ),
  )
})

/** What chance may leave out is done on purpose: litter found and swept by the grid itself. */
async function sweepOnTheSpot(): Promise<string> {
  const zhou = await t.as('zhou')
  const { number } = await report(zhou, { text: '步道上有碎纸', category: 'E01-12' })
  const proof = {
    text: '扫干净了',
    photosBefore: [],
    photosAfter: [await keepPhoto(t)],
    takenAt: t.clock.now(),
    point: points.lane,
  }
  await act(zhou, moves.selfHandle, number, { proof, reporterTold: true })
  // Closed by the community, and looked at from above: it was not swept after all.
  const closing = { outcome: 'solved' as const, words: '扫干净了', conditionMet: true }
  await act(await t.as('wu'), moves.closeCase, number, closing)
  const judged = { judgement: 'not_done' as const, words: '纸还在', photos: [] }
  await act(await t.as('cao'), checkSample, number, judged)
  return number
}

/** One lamp reported by two and made one matter, and a third who is affected too. */
async function reportTwice(): Promise<string[]> {
  const [first, second] = [await report(t.client()), await report(t.client())]
  await walksToHandling(t, first.number, { category: 'P01-37-3' })
  const one = { into: first.number, reason: '同一盏灯' }
  must(await act(await comes(t, 'wu'), mergeCase, second.number, one))
  must(await act(t.client(), affectedToo, first.number, {}))
  return [first.number, second.number]
}

/** Two teams are called to one place; one of them is there. */
async function callTogether(): Promise<string> {
  const { number } = await report(t.client())
  await walksToHandling(t, number)
  const units = [teams.community, teams.street]
  const meetBy = new Date(Date.parse(t.clock.now()) + 600_000).toISOString()
  const call = { reason: '一起看现场', meetBy, units }
  must(await act(await comes(t, 'cao'), rally.whistleCase, number, call))
  const there = { whistle: 1, unit: teams.community }
  must(await act(await comes(t, 'wu'), rally.arriveAtCase, number, there))
  return number
}

test('the district that nobody arranged has something of everything', () => {
  const states = new Set(files.map((file) => file.state))
  expect(played.done).toBeGreaterThan(200)
  expect(states.size).toBeGreaterThan(6)
  expect(files.some((file) => file.rounds.length > 1)).toBe(true)
  expect(files.some((file) => file.rounds[0]?.selfHandled)).toBe(true)
  expect(files.some((file) => file.state === 'MERGED')).toBe(true)
  expect(files.some((file) => file.samples.length > 0)).toBe(true)
  expect(files.some((file) => file.voices.length > 1)).toBe(true)
  const calls = files.flatMap((file) => file.whistles.flatMap((whistle) => whistle.calls))
  expect(calls.some((call) => call.arrivedAt !== null)).toBe(true)
  expect(calls.some((call) => call.arrivedAt === null)).toBe(true)
})

test('tallies kept with the moves equal a recount from the rows, to the last one', async () => {
  const counted = new Map<string, Record<string, number>>()
  for (const file of files)
    for (const { areaId, day, counts } of contributions(file, zone).values())
      for (const key of [`${areaId} day ${day}`, `${areaId} month ${day.slice(0, 7)}-01`]) {
        const held = counted.get(key) ?? {}
        for (const [fact, n] of Object.entries(counts)) held[fact] = (held[fact] ?? 0) + n
        counted.set(key, held)
      }
  const rows = (await inScope(t.app.db, { kind: 'job' }, (tx) => allTallies(tx))).rows
  const kept = rows
    .map((row) => {
      const counts = Object.entries(row).filter(
        ([fact, n]) => tallyFacts.includes(fact as never) && n !== 0,
      )
      return [`${row.areaId} ${row.grain} ${row.bucket}`, Object.fromEntries(counts)] as const
    })
    .filter(([, counts]) => Object.keys(counts).length > 0)
  const anew = [...counted].filter(([, counts]) => Object.keys(counts).length > 0)
  expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(anew))
})

test('every round stands where its case counts, and with void or merged ones nowhere', async () => {
  const { rows } = await t.owner.query<{ number: string; stands: string; counts: string }>(
    `select c.number, r.counted_path as stands, c.filed_path as counts
       from cases.rounds r
       join cases.cases  c on c.community_id = r.community_id
                          and c.id = r.case_id
      where r.counted_path is distinct from
            case when c.state not in ('VOID', 'MERGED') then c.filed_path end`,
  )
  expect(rows).toEqual([])
  const moved = await t.owner.query(
    `select from cases.entries where move in ('correct', 'void', 'merge')`,
  )
  expect(moved.rowCount).toBeGreaterThan(0)
})

const areaCode = (id: number) => t.app.places.geography.get(id).code

/** The figures of the whole journal, by the functions that the vectors hold to account. */
async function journal(): Promise<JournalEntry[]> {
  const lines: JournalEntry[] = []
  for (const file of files) {
    const { rows } = await t.owner.query(
      'select to_jsonb(e) as e from cases.entries e where e.case_id = $1 order by e.version',
      [file.id],
    )
    const entries = rows.map((row) => entryOf(row.e as Parameters<typeof entryOf>[0]))
    lines.push(...journalOf(file, entries, areaCode))
  }
  return lines
}

const sameFraction = (view: CockpitView, key: string) => {
  const { num, den, rate, hidden } = view.tiles.find((tile) => tile.key === key)!.fraction!
  return { num, den, rate, hidden }
}

test.each([codes.street, codes.community, codes.grid, codes.neighbour])(
  'the cockpit of %s shows what the journal says',
  async (area) => {
    const cao = t.client()
    await cao.call(signIn, { login: 'cao', password: townPassword })
    const answer = await cao.call(getCockpit, { area, period: '30d' })
    if (!answer.ok) throw new Error(answer.refusal)
    const view = answer.value
    const areas = areaRows.map(([code, , , parent]) => ({ code, parent }))
    const settings = {
      asOf: view.asOf,
      smallCell: view.smallCell,
      basicallySatisfiedCounts: true,
      repeatDays: 90,
    }
    const from = `${view.period.from}T00:00:00+08:00`
    const to = new Date(Date.parse(`${view.period.to}T00:00:00+08:00`) + 86_400_000).toISOString()
    const k = figuresFrom(readJournal(areas, await journal(), settings), {
      area,
      period: { from, to },
    })
    const counted = (key: string) => view.tiles.find((tile) => tile.key === key)!
    expect([counted('1').value, counted('1').n]).toEqual([k.k1.reported, k.k1.filed])
    const rates = Object.fromEntries(
      ['2', '3a', '3b', '3c', '3d', '3e', '4a', '4b', '7', '9a', '9b', '9c', '11', '12', '13'].map(
        (key) => [key, sameFraction(view, key)],
      ),
    )
    expect(rates).toEqual({
      '2': k.k2_selfHandled,
      '3a': k.k3_handled,
      '3b': k.k3_handledOnTime,
      '3c': k.k3_closed,
      '3d': k.k3_closedOnTime,
      '3e': k.k3_extended,
      '4a': k.k4_rework,
      '4b': k.k4_reopened,
      '7': k.k7_rightDispatch,
      '9a': k.k9_response,
      '9b': k.k9_solved,
      '9c': k.k9_satisfied,
      '11': k.k11_found,
      '12': k.k12_notDone,
      '13': k.k13_arrival,
    })
    const further = await cao.call(getFurtherFigures, { area, period: '30d' })
    if (!further.ok) throw new Error(further.refusal)
    const returned = further.value.tiles.find((tile) => tile.key === '10')!.fraction
    expect(returned).toEqual(k.k10_repeat)
    const invalid = counted('9').parts.filter(({ count }) => count > 0)
    expect(Object.fromEntries(invalid.map(({ key, count }) => [key, count]))).toEqual(
      k.k9_invalidCallbacks,
    )
    const came = counted('13')
    expect([came.value, came.p90]).toEqual([k.k13_minutes.median, k.k13_minutes.p90])
    const { value: median, p90, n, hidden } = counted('5')
    expect({ n, median, p90, hidden }).toEqual(k.k5_minutes.all)
    expect(view.ageing.map((a) => a.count)).toEqual([
      k.k6_overdueOpen.d0_3,
      k.k6_overdueOpen.d4_7,
      k.k6_overdueOpen.d8_30,
      k.k6_overdueOpen.dOver30,
    ])
    expect(counted('6').value).toBe(k.k6_overdueOpen.total)
    expect(view.suspended).toBe(k.suspendedOpen)
    const hands = counted('8')
    expect({
      num: hands.fraction?.num,
      den: hands.fraction?.den,
      perCase: hands.value,
      hidden: hands.hidden,
    }).toEqual(k.k8_handovers)
  },
)
