// A lamp goes out, and whoever mends it carries a sheet of paper: what, where, until when, and no word about who called.

import { beforeAll, expect, test } from 'vitest'
import { getCase } from '#core/cases/contract.ts'
import { paperTime, workOrderOf } from '#core/cases/work-order.ts'
import { pdfPages, pdfText } from '#testing/pdf-text.ts'
import { must, postOf } from '#testing/town-life.ts'
import { type Town, fileAndGive, openTown, read, report } from '#testing/town.ts'

let t: Town
let number: string
const zone = 'Asia/Shanghai'
beforeAll(async () => {
  t = await openTown()
  const reported = await report(t.client(), {
    text: '拐弯的路灯不亮，我电话13800138000，随时打',
    name: '田大妈',
    phone: '13900139000',
  })
  number = reported.number
  must(await fileAndGive(await t.as('wu'), number, postOf(t), { category: 'E04-96' }))
})
const sheetFor = async (login: string, query = '') =>
  (await t.as(login)).send({ path: `/api/cases/${number}/work-order.pdf${query}` })

test('chen prints the work order: one page of A4 with the case on it, in either language', async () => {
  const answer = await sheetFor('chen')
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
  expect(answer.headers['content-disposition']).toContain(encodeURIComponent('处置工单'))
  expect(pdfPages(answer.bytes)).toBe(1)
  const view = await read(await t.as('chen'), number)
  const dues = view.clocks.filter(({ kind }) => kind === 'HANDLE' || kind === 'WHOLE')
  expect(dues).toHaveLength(2)
  const text = pdfText(answer.bytes)
  const expected = [
    number,
    '处置工单',
    view.category.zh,
    view.closing.zh,
    ...view.ladder.slice(-2).map((rung) => rung.name.zh),
    ...dues.map(({ dueAt }) => paperTime(dueAt ?? '', { lang: 'zh', timeZone: zone })),
    '拐弯的路灯不亮',
    '处置人签名',
  ]
  for (const words of expected.map((each) => each.replaceAll(/\s/g, '')))
    expect(text ?? words).toContain(words)
  const english = pdfText((await sheetFor('chen', '?lang=en')).bytes)
  expect(english ?? 'Workorder').toContain('Workorder')
})

test('who called is not on it: neither name nor number, given or spoken', async () => {
  const text = pdfText((await sheetFor('chen')).bytes) ?? ''
  for (const secret of ['田', '13900139000', '139****9000', '13800138000'])
    expect(text).not.toContain(secret)
  const view = await read(await t.as('chen'), number)
  const order = workOrderOf(view, { lang: 'zh', timeZone: zone })
  expect(order.said).toBe('拐弯的路灯不亮，我电话138****8000，随时打')
  expect(JSON.stringify(order)).not.toMatch(/田|139/)
})

test('before it is given there is no receiver, and the sheet says so', async () => {
  const other = await report(t.client())
  const view = await read(await t.as('chen'), other.number)
  const { lines } = workOrderOf(view, { lang: 'zh', timeZone: zone })
  expect(lines).toContainEqual({ label: '承办', text: '还没有派遣' })
})

test('printing signs for nothing: the clock of signing still runs for the post', async () => {
  const before = await read(await t.as('chen'), number)
  await sheetFor('chen')
  expect((await read(await t.as('chen'), number)).version).toBe(before.version)
})

test('whoever may not read the case gets no sheet of it', async () => {
  for (const login of ['xu', 'zhou', 'sys']) {
    const asked = await (await t.as(login)).call(getCase, { number })
    const answer = await sheetFor(login)
    expect([login, answer.status]).toEqual([login, asked.ok ? 200 : 404])
  }
  const nobody = await t.client().send({ path: `/api/cases/${number}/work-order.pdf` })
  expect(nobody.status).toBe(401)
})
