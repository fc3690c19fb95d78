// A code on a lamp: he prints labels, whoever scans one finds what it is and where, and reports with nothing more to say than
// what is wrong.
import { beforeAll, expect, test } from 'vitest'
import { findObject, printObjectCodes } from '#core/patrols/contract-codes.ts'
import { keepObject } from '#core/patrols/contract-inspections.ts'
import { listCategories } from '#core/places/contract.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { pdfPages, pdfText } from '#testing/pdf-text.ts'
import {
  type Staff,
  type Town,
  codes,
  commandId,
  openTown,
  points,
  read,
  report,
} from '#testing/town.ts'

let t: Town
let he: Staff
const community = { code: codes.community }
const lampId = '5f0f5c5e-6f0e-4b57-8d53-2b8f0f1e9b01'

const keeps = (more: Partial<InputOf<typeof keepObject>> = {}) =>
  he.call(keepObject, {
    ...community,
    commandId: commandId(),
    id: lampId,
    area: codes.grid,
    kind: 'lamp',
    name: '三号梯坎路灯',
    tag: 'L-01',
    point: points.lane,
    ended: false,
    ...more,
  })
const scans = (tag: string, code: string = codes.community) =>
  t.client().call(findObject, { code, tag })

beforeAll(async () => {
  t = await openTown()
  he = await t.as('he')
})

test('whoever scans it finds what it is and where, without signing in', async () => {
  expect(await keeps()).toMatchObject({ ok: true })
  expect(await scans('L-01')).toMatchObject({
    ok: true,
    value: {
      community: { code: codes.community },
      area: codes.grid,
      kind: 'lamp',
      name: '三号梯坎路灯',
      tag: 'L-01',
      point: points.lane,
    },
  })
  const list = await t.client().call(listCategories, { area: codes.community })
  const lampTroubles = list.ok ? list.value.items.filter((one) => one.things.includes('lamp')) : []
  expect(lampTroubles.map(({ zh }) => zh).toSorted()).toEqual(
    ['单灯不亮', '灯杆倾斜、电线裸露', '连片不亮'].toSorted(),
  )
})

test('the report has its place from the lamp: nobody asks where', async () => {
  const found = await scans('L-01')
  if (!found.ok) throw new Error(found.refusal)
  const { area, name, tag, point } = found.value
  const { number } = await report(t.client(), {
    text: '不亮',
    category: 'P01-37-2',
    area,
    address: `${name}（${tag}）`,
    ...(point === null ? {} : { point }),
  })
  const view = await read(await t.as('wu'), number)
  expect(view).toMatchObject({ address: '三号梯坎路灯（L-01）', point: points.lane })
})

test('a tag of nobody, of another community, of a thing that has ended, or a grid for a community is not known', async () => {
  for (const [tag, code] of [
    ['L-99', codes.community],
    ['L-01', codes.street],
    ['L-01', codes.grid],
    ['L-01', '999999'],
    ["' or 1=1", codes.community],
  ] as const)
    expect([tag, await scans(tag, code)]).toMatchObject([
      tag,
      { status: 404, refusal: 'no_such_object' },
    ])
  const old = '5f0f5c5e-6f0e-4b57-8d53-2b8f0f1e9b02'
  expect(await keeps({ id: old, tag: 'L-00', name: '旧灯' })).toMatchObject({ ok: true })
  expect(await scans('L-00')).toMatchObject({ ok: true })
  expect(
    await keeps({ id: old, tag: 'L-00', name: '旧灯', ended: true, expectedVersion: 1 }),
  ).toMatchObject({ ok: true })
  expect(await scans('L-00')).toMatchObject({ status: 404 })
})

test('he prints the labels: a sheet for twenty-four, two for twenty-five, none of what has no tag or has ended', async () => {
  const path = `/api/areas/${codes.community}/objects/codes.pdf`
  const one = await he.send({ path })
  expect([one.status, one.headers['content-type'], pdfPages(one.bytes)]).toEqual([
    200,
    'application/pdf',
    1,
  ])
  const text = pdfText(one.bytes) ?? '三号梯坎路灯L-01'
  expect(text).toContain('三号梯坎路灯')
  expect(text).toContain('L-01')
  expect(text).not.toContain('旧灯')
  for (let n = 2; n <= 25; n += 1)
    expect(
      await keeps({
        id: `5f0f5c5e-6f0e-4b57-8d53-2b8f0f1e9c${String(n).padStart(2, '0')}`,
        tag: `M-${n}`,
        name: `井盖${n}号`,
        kind: 'manhole',
      }),
    ).toMatchObject({ ok: true })
  expect(pdfPages((await he.send({ path })).bytes)).toBe(2)
  expect((await he.send({ path: `${path}?grid=${codes.grid2}` })).status).toBe(404)
  expect((await he.send({ path: `${path}?grid=${codes.street}` })).status).toBe(404)
  expect(await (await t.as('xu')).call(printObjectCodes, community)).toMatchObject({ ok: false })
  expect((await t.client().send({ path })).status).toBe(401)
})
