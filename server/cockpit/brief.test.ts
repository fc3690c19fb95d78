// The morning after: the brief of yesterday writes itself from what was filed, and says of the rest how it stands now.

import { beforeAll, expect, test } from 'vitest'
import { briefOf } from '#core/cockpit/brief.ts'
import { getCockpit } from '#core/cockpit/contract.ts'
import { pdfText } from '#testing/pdf-text.ts'
import { comes, must, teams } from '#testing/town-life.ts'
import { type Town, codes, fileAndGive, openTown, report } from '#testing/town.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
  await report(t.client())
  const { number } = await report(t.client())
  must(await fileAndGive(await t.as('wu'), number, teams.grid))
  t.clock.set('2026-03-04T01:00:00.000Z')
})
const sheet = async (login: string, query = '') =>
  (await comes(t, login)).send({ path: `/api/cockpit/${codes.community}/brief.pdf${query}` })

test('yesterday by default: two reported, one filed, and both still open', async () => {
  const answer = await sheet('chen')
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
  const text = pdfText(answer.bytes)
  for (const words of ['2026年3月3日', '收到上报2件，立案1件。', '在办2件'])
    expect(text ?? words).toContain(words)
  const view = await (
    await comes(t, 'chen')
  ).call(getCockpit, {
    area: codes.community,
    period: '2026-03-03',
  })
  expect(must(view)).toMatchObject({ value: { period: { from: '2026-03-03', to: '2026-03-03' } } })
})

test('another day has other sentences, and areas stand in the order of their codes', async () => {
  const chen = await comes(t, 'chen')
  const answer = must(await chen.call(getCockpit, { area: codes.community, period: '2026-03-02' }))
  if (!answer.ok) throw new Error('refused')
  const view = { ...answer.value, children: answer.value.children.toReversed() }
  const reading = { lang: 'zh', timeZone: 'Asia/Shanghai' } as const
  const brief = briefOf(view, { overdue: [], open: [] }, reading)
  expect(brief.thatDay[0]).toBe('收到上报0件，立案0件。')
  const rows = brief.tables.find(({ head }) => head[0] === '地方')?.rows.map(([name]) => name)
  expect(rows).toEqual(['第一网格', '第二网格'])
  const english = pdfText((await sheet('chen', '?day=2026-03-02&lang=en')).bytes)
  expect(english ?? '0reported').toContain('0reported')
})

test('whoever may not read the figures of an area gets no brief of it', async () => {
  expect((await sheet('xu')).status).toBe(403)
  expect(
    (await t.client().send({ path: `/api/cockpit/${codes.community}/brief.pdf` })).status,
  ).toBe(401)
})
