// The morning after: the brief of yesterday writes itself from what was filed, and says of the rest how it stands now. The
// page, the sheet and the document for Word say the same.

import { beforeAll, expect, test } from 'vitest'
import * as appeals from '#core/cases/contract-appeal.ts'
import * as moves from '#core/cases/contract-moves.ts'
import { briefOf } from '#core/cockpit/brief.ts'
import { type BriefFacts, readBrief } from '#core/cockpit/contract-brief.ts'
import { pdfText } from '#testing/pdf-text.ts'
import { comes, localTime, must, teams } from '#testing/town-life.ts'
import { type Town, act, codes, fileAndGive, openTown, report } from '#testing/town.ts'
import { unzipped, wordText } from '#testing/unzipped.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
  await report(t.client())
  const { number } = await report(t.client())
  must(await fileAndGive(await t.as('wu'), number, teams.grid))
  t.clock.set('2026-03-04T01:00:00.000Z')
})
const reading = { lang: 'zh', timeZone: 'Asia/Shanghai' } as const
const sheet = async (login: string, query = '', form = 'pdf') =>
  (await comes(t, login)).send({ path: `/api/cockpit/${codes.community}/brief.${form}${query}` })
const facts = async (day?: string): Promise<BriefFacts> => {
  const input = { area: codes.community, ...(day === undefined ? {} : { day }) }
  const answer = must(await (await comes(t, 'chen')).call(readBrief, input))
  if (!answer.ok) throw new Error('refused')
  return answer.value
}
const table = (of: BriefFacts, title: RegExp) =>
  briefOf(of, reading).tables.find((each) => title.test(each.title))

test('yesterday by default: two reported, one filed, and both still open', async () => {
  const answer = await sheet('chen')
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
  const text = pdfText(answer.bytes)
  for (const words of ['2026年3月3日', '收到上报2件，立案1件。', '在办2件'])
    expect(text ?? words).toContain(words)
  expect((await facts()).view.period).toMatchObject({ from: '2026-03-03', to: '2026-03-03' })
})

test('for Word the same figures stand in the same sentences, whole and open to every reader', async () => {
  const answer = await sheet('chen', '', 'docx')
  expect([answer.status, answer.headers['content-type']]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ])
  expect(String(answer.headers['content-disposition'])).toContain('.docx')
  const parts = unzipped(answer.bytes)
  expect([...parts.keys()]).toEqual(
    expect.arrayContaining(['[Content_Types].xml', 'word/document.xml', 'word/styles.xml']),
  )
  const said = wordText(answer.bytes)
  const brief = briefOf(await facts(), reading)
  const cells = brief.tables.flatMap((each) => [each.title, ...each.rows.flat()])
  const wanted = [...brief.thatDay, ...cells].filter((words) => words !== '')
  expect(said).toEqual(expect.arrayContaining(wanted))
  expect(said).toContain('收到上报2件，立案1件。')
  expect(parts.get('word/document.xml')).toContain('SimSun')
  expect(wordText((await sheet('chen', '?lang=en', 'docx')).bytes)).toContain(
    '2 reported, 1 filed.',
  )
})

test('another day has other sentences, and areas stand in the order of their codes', async () => {
  const of = await facts('2026-03-02')
  const view = { ...of.view, children: of.view.children.toReversed() }
  const brief = briefOf({ ...of, view }, reading)
  expect(brief.thatDay[0]).toBe('收到上报0件，立案0件。')
  const rows = brief.tables.find(({ head }) => head[0] === '地方')?.rows.map(([name]) => name)
  expect(rows).toEqual(['第一网格', '第二网格'])
  const english = pdfText((await sheet('chen', '?day=2026-03-02&lang=en')).bytes)
  expect(english ?? '0reported').toContain('0reported')
})

test('a day there is not, and a day to come, are refused by every form of it', async () => {
  for (const day of ['2026-02-30', '2026-03-05']) {
    const input = { area: codes.community, day }
    expect(await (await comes(t, 'chen')).call(readBrief, input)).toMatchObject({
      refusal: 'bad_day',
    })
    for (const form of ['pdf', 'docx'])
      expect((await sheet('chen', `?day=${day}`, form)).status).toBe(422)
    expect((await sheet('xu', `?day=${day}`)).status).toBe(403)
  }
  expect((await facts('2026-03-04')).view.period.from).toBe('2026-03-04')
})

test('by category, with reasons of what is suspended and of appeals against lateness', async () => {
  const lamps = table(await facts(), /各类事/)
  expect(lamps?.rows).toEqual([['路灯', '1', '2', '0']])
  const { number } = await report(t.client())
  must(await fileAndGive(await comes(t, 'wu'), number, teams.grid))
  const ask = {
    publicReason: '等专项资金',
    condition: '资金到位',
    reviewOn: '2026-04-01',
    madeSafe: true,
  }
  const liu = await comes(t, 'liu')
  must(await act(liu, moves.acceptDuty, number, {}))
  must(await act(liu, moves.suspendCase, number, ask))
  must(await act(await comes(t, 'he'), moves.suspendCase, number, ask))
  expect(table(await facts('2026-03-04'), /挂账/)?.rows).toEqual([
    [number, '路灯', expect.any(String), '等专项资金', '2026-04-01'],
  ])
  const late = await report(t.client())
  must(await fileAndGive(await comes(t, 'wu'), late.number, teams.grid))
  t.clock.set(localTime('2026-04-20 09:00'))
  const appeal = { reason: '片区停电三天，供电公司有通知', photos: [] }
  must(await act(await comes(t, 'liu'), appeals.appealOverdue, late.number, appeal))
  expect(table(await facts('2026-04-20'), /超期申诉/)?.rows).toEqual([
    [late.number, '路灯', expect.any(String), appeal.reason, '还在复核'],
  ])
})

test('whoever may not read the figures of an area gets no brief of it', async () => {
  for (const form of ['pdf', 'docx']) {
    expect((await sheet('xu', '', form)).status).toBe(403)
    const path = `/api/cockpit/${codes.community}/brief.${form}`
    expect((await t.client().send({ path })).status).toBe(401)
  }
})
