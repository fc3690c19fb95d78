// What hands of all kinds send to the board: days there are not, titles of nothing, six at once, a neighbour's clerk.
import { beforeAll, expect, test } from 'vitest'
import type { InputOf } from '#core/kit/contract.ts'
import * as contract from '#core/notices/contract-board.ts'
import { must } from '#testing/survey-town.ts'
import { type Staff, type Town, codes, commandId, openTown } from '#testing/town.ts'

let t: Town
let wu: Staff
beforeAll(async () => {
  t = await openTown({ config: { publicUrl: 'https://linli.example' } })
  wu = await t.as('wu')
})

type Publish = InputOf<typeof contract.publishNotice>
const hangs = (more: Partial<Publish> = {}) =>
  wu.call(contract.publishNotice, {
    commandId: commandId(),
    code: codes.community,
    postId: commandId(),
    category: 'outage',
    title: '周二停水',
    body: '请提前储水。',
    gridCode: null,
    fromOn: '2026-03-03',
    untilOn: '2026-03-05',
    photo: null,
    paper: null,
    ...more,
  })

test('a notice until a day there is not is none', async () => {
  expect(await hangs({ untilOn: '2026-03-32' })).toMatchObject({ status: 422 })
  expect(await hangs({ fromOn: '2026-02-29' })).toMatchObject({ status: 422 })
  must(await hangs({ fromOn: '2028-02-29', untilOn: '2028-02-29' }))
})

test('a title of one picture is too short; one of sixty is not too long; one of two lines is none', async () => {
  for (const title of ['🚰', '   ']) expect(await hangs({ title })).toMatchObject({ status: 422 })
  must(await hangs({ title: '🚰'.repeat(60) }))
  for (const title of ['停水\r\nBcc: all@example.org', '停\u0000水', '停\ud83d水'])
    expect([title, (await hangs({ title })).status]).toEqual([title, 422])
  for (const body of ['停\u0000水通知', '停\ud83d水通知'])
    expect((await hangs({ body })).status).toBe(422)
})

test('of six notices with one id at once, one hangs', async () => {
  const postId = commandId()
  const answers = await Promise.all(Array.from({ length: 6 }, () => hangs({ postId })))
  expect(answers.map(({ status }) => String(status)).toSorted()).toEqual([
    '200',
    '409',
    '409',
    '409',
    '409',
    '409',
  ])
})
