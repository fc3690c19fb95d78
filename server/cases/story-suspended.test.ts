// The list 挂账: what cannot be done now, with a reason anybody may read and a day on which somebody looks again.
import { beforeAll, expect, test } from 'vitest'
import { countQueues, listCases } from '#core/cases/contract.ts'
import * as moves from '#core/cases/contract-moves.ts'
import { comes, must, walksToHandling } from '#testing/town-life.ts'
import { type Staff, type Town, act, codes, openTown, report } from '#testing/town.ts'
import { wakeCases } from './wake.ts'

let t: Town
let [liu, he]: Staff[] = []

beforeAll(async () => {
  t = await openTown()
  ;[liu, he] = [await comes(t, 'liu'), await comes(t, 'he')]
})

const until = (reviewOn: string, publicReason: string) => ({
  publicReason,
  condition: '专项资金到位',
  madeSafe: true,
  reviewOn,
})

/** Liu cannot do it now and says why; He, who gave it, agrees. */
async function setAside(reviewOn: string, publicReason: string): Promise<string> {
  const { number } = await report(t.client())
  await walksToHandling(t, number)
  must(await act(liu!, moves.suspendCase, number, until(reviewOn, publicReason)))
  must(await act(he!, moves.suspendCase, number, until(reviewOn, publicReason)))
  return number
}

const listed = async (more: object = {}) => {
  const answer = must(await he!.call(listCases, { queue: 'suspended', limit: 50, ...more }))
  if (!answer.ok) throw new Error('the list was refused')
  return answer.value
}

let [late, near, middle]: string[] = []

test('nobody has set anything aside: the list is empty, and a mere asking does not fill it', async () => {
  expect((await listed()).items).toEqual([])
  const { number } = await report(t.client())
  await walksToHandling(t, number)
  must(await act(liu!, moves.suspendCase, number, until('2026-04-01', '等施工队')))
  expect((await listed()).items).toEqual([])
})

test('three are set aside: the one to be looked at first stands first, with its public reason', async () => {
  late = await setAside('2027-01-10', '等更换整条线路')
  near = await setAside('2026-03-20', '等施工队')
  middle = await setAside('2026-06-01', '等专项资金')
  const { items } = await listed()
  expect(items.map((row) => row.number)).toEqual([near, middle, late])
  expect(items[0]).toMatchObject({
    state: 'SUSPENDED',
    suspension: { publicReason: '等施工队', condition: '专项资金到位', reviewOn: '2026-03-20' },
  })
  expect(items[0]?.suspension?.since.startsWith('2026-03')).toBe(true)
  expect(items[0]?.holder).not.toBeNull()
  const counts = must(await he!.call(countQueues, {}))
  expect(counts.ok && counts.value.counts['suspended']).toBe(3)
})

test('a page at a time in the same order, and only what comes up for review soon', async () => {
  const first = await listed({ limit: 2 })
  expect(first.items.map((row) => row.number)).toEqual([near, middle])
  const second = await listed({ limit: 2, after: first.next })
  expect(second).toMatchObject({ items: [{ number: late }], next: null })
  const soon = await listed({ reviewBy: '2026-06-01' })
  expect(soon.items.map((row) => row.number)).toEqual([near, middle])
  expect((await listed({ reviewBy: '2026-03-19' })).items).toEqual([])
  expect((await listed({ area: codes.street })).items).toHaveLength(3)
})

test('other lists say of a case that is worked on that it is not suspended', async () => {
  const answer = must(await he!.call(listCases, { state: 'HANDLING', limit: 50 }))
  expect(answer.ok && answer.value.items.map((row) => row.suspension)).toEqual([null])
})

test('the list as a file: reason, condition and day of review in their columns', async () => {
  const file = await he!.send({ path: '/api/cases/export?format=csv&queue=suspended' })
  const rows = file.text.replace('\uFEFF', '').trim().split('\r\n')
  expect(rows[0]).toContain('挂账原因（公开）,恢复条件,挂账时间,复查日期')
  expect(rows.slice(1).map((row) => row.split(',')[0])).toEqual([near, middle, late])
  expect(rows[1]).toContain('等施工队,专项资金到位')
  expect(rows[1]).toContain('2026-03-20')
})

test('another community’s people see none of it', async () => {
  const xu = await comes(t, 'xu')
  const answer = must(await xu.call(listCases, { queue: 'suspended', limit: 50 }))
  expect(answer.ok && answer.value.items).toEqual([])
})

test('on its day the first one goes on by itself and leaves the list', async () => {
  t.clock.set('2026-03-20T01:00:00Z')
  await wakeCases(t.app)
  he = await comes(t, 'he')
  expect((await listed()).items.map((row) => row.number)).toEqual([middle, late])
})
