// Every morning the city's hotline sends a file of orders to the street; the clerk looks at it and takes it in.
import { beforeAll, describe, expect, test } from 'vitest'
import * as wire from '#core/exchange/contract-orders.ts'
import { writeSheet } from '#server/kit/write-sheet.ts'
import {
  at,
  caseOf,
  csvOf,
  fileOf,
  heads,
  inGbk,
  lineOf,
  loads,
  looks,
  morning,
  valueOf,
} from '#testing/order-town.ts'
import { type Staff, type Town, codes, commandId, openTown, read } from '#testing/town.ts'

let t: Town
let chen: Staff
beforeAll(async () => {
  t = await openTown()
  chen = await t.as('chen')
})

const count = async (table: string) =>
  Number((await t.owner.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n)
describe('the morning', () => {
  test('a first look writes nothing, and says of each order what it would become and where it lies', async () => {
    const seen = await looks(chen, inGbk(csvOf(morning)))
    expect(seen).toMatchObject({ rows: 5, fresh: 5, known: 0, changed: 0, rejected: 0 })
    expect(seen).toMatchObject({ urgent: 1, unplaced: 2, missing: [], lacking: [] })
    expect(seen.mapping.columns).toMatchObject({ number: '工单编号', text: ['标题', '诉求内容'] })
    const byNumber = new Map(seen.shown.map((row) => [row.number, row]))
    expect(seen.shown[0]?.number).toBe('CQ26-0002') // What is urgent is looked at first.
    expect(
      ['0001', '0002', '0003', '0004', '0005'].map((n) => byNumber.get(`CQ26-${n}`)?.placed),
    ).toEqual(['point', 'area', 'words', 'none', 'elsewhere'])
    expect(JSON.stringify(seen.shown)).not.toMatch(/王秀兰|13800000141/)
    expect(await count('exchange.orders')).toBe(0)
    expect(await count('cases.cases')).toBe(0)
  })

  test('taken in, each is a case of the street under the hotline’s number; nobody reads the caller in it', async () => {
    const done = await loads(chen, inGbk(csvOf(morning)))
    expect(done).toMatchObject({ rows: 5, taken: 5, known: 0, changed: 0, rejected: 0 })
    const first = await read(chen, await caseOf(chen, 'CQ26-0001'))
    expect(first).toMatchObject({ source: 'HOTLINE_12345', foreignNumber: 'CQ26-0001' })
    expect(first.text).toContain('请〔来电人〕 〔来电号码〕 回电')
    const { rows } = await t.owner.query<{ level: string; n: string }>(
      `select a.level, count(*) as n from cases.cases c join places.areas a on a.id = c.home_area_id group by 1`,
    )
    expect(rows).toMatchObject([{ level: 'street', n: 5 }])
    expect(await count('cases.contacts')).toBe(5)
    const { rows: words } = await t.owner.query<{ text: string }>(
      `select row_to_json(x)::text as text from exchange.orders x
       union all select row_to_json(x)::text from exchange.order_imports x
       union all select row_to_json(x)::text from cases.contacts x
       union all select row_to_json(x)::text from cases.entries x`,
    )
    expect(words.filter(({ text }) => /王秀兰|13800000141/.test(text))).toEqual([])
    const secret = await read(chen, await caseOf(chen, 'CQ26-0004'))
    expect(secret.text).toMatch(/^〔来电人要求保密〕/)
    expect((await read(chen, await caseOf(chen, 'CQ26-0002'))).urgent).toBe(true)
  })

  test('the same file again is known, row for row; the same command gets its first answer', async () => {
    const id = commandId()
    expect(await loads(chen, csvOf(morning), id)).toMatchObject({ taken: 0, known: 5 })
    expect(await loads(chen, csvOf(morning), id)).toMatchObject({ taken: 0, known: 5 })
    const other = {
      ...fileOf(csvOf(morning.slice(1))),
      mapping: (await looks(chen, csvOf(morning))).mapping,
    }
    expect(await chen.call(wire.importOrders, { commandId: id, ...other })).toMatchObject({
      refusal: 'command_reused',
    })
    expect(await count('cases.cases')).toBe(5)
  })

  test('the same number with other content is one order still: its case hears of it, its deadline moves', async () => {
    const again = [{ ...morning[3], text: '晚上没有水', answerBy: '2026-03-05 18:00' }]
    expect(await looks(chen, csvOf(again))).toMatchObject({ fresh: 0, changed: 1 })
    expect(await loads(chen, csvOf(again))).toMatchObject({ taken: 0, changed: 1 })
    const number = await caseOf(chen, 'CQ26-0004')
    const last = (await read(chen, number)).timeline.at(-1)
    expect(last?.move).toBe('note')
    expect(last?.reason).toContain(
      '答复期限 2026-03-05 18:00。现内容：〔来电人要求保密〕水压\n晚上没有水',
    )
    expect(await loads(chen, csvOf(again))).toMatchObject({ known: 1, changed: 0 })
    expect((await read(chen, number)).timeline.filter(({ move }) => move === 'note')).toHaveLength(
      1,
    )
  })

  test('rows to mend come back with their line and reason, and what is good goes in all the same', async () => {
    const lines = [
      lineOf({ number: 'CQ26-0010', answerBy: '2026/2/30' }),
      lineOf({ number: '' }),
      lineOf({ number: 'CQ26-0011', title: '', text: '' }),
      lineOf({ number: 'CQ26-0012', text: '一只🐈在树上，\n下不来' }),
      lineOf({ number: 'CQ26-0012', text: '一只🐈在树上，\n下不来' }),
      lineOf({ number: 'CQ26-0012', text: '两只' }),
      lineOf({ number: 'CQ26-0013', receivedAt: '2027-01-01 08:00' }),
      lineOf({ number: 'CQ26-0014', text: '=HYPERLINK("http://x.example","点我")' }),
      'CQ26-0015,投诉',
    ]
    const done = await loads(chen, [heads, ...lines].join('\r\n'))
    expect(done).toMatchObject({ rows: 9, taken: 2, known: 1, rejected: 6 })
    expect(done.rejects.map(({ line, number, fault }) => [line, number, fault])).toEqual([
      [2, 'CQ26-0010', 'answer_by_unreadable'],
      [3, '', 'number_missing'],
      [4, 'CQ26-0011', 'text_missing'],
      [9, 'CQ26-0012', 'repeated_number'],
      [10, 'CQ26-0013', 'received_impossible'],
      [12, 'CQ26-0015', 'too_few_cells'],
    ])
    expect((await read(chen, await caseOf(chen, 'CQ26-0012'))).text).toContain(
      '一只🐈在树上，\n下不来',
    )
  })

  test('a spreadsheet and JSON are read as well; a picture is refused, and an empty file too', async () => {
    const headings = ['流水号', '反映内容', '社区'].map((heading) => ({ heading }))
    const sheet = await writeSheet('承办单', headings, [['X-1', '电梯停了', '同景社区']])
    expect(await looks(chen, sheet)).toMatchObject({ fresh: 1, shown: [{ placed: 'area' }] })
    const json = JSON.stringify({
      orders: [{ id: 'J-1', content: '电梯停了', area: codes.community }],
    })
    expect(await looks(chen, json)).toMatchObject({ fresh: 1, shown: [{ placed: 'area' }] })
    for (const bad of ['', Buffer.from('89504e470d0a1a0a00', 'hex')]) {
      const answer = await chen.call(wire.previewOrders, { ...fileOf(bad), mapping: null })
      expect(answer.ok ? answer.value.lacking : answer.refusal).toEqual(
        bad === '' ? 'unreadable_file' : ['number', 'text'],
      )
    }
    const lacking = { commandId: commandId(), ...fileOf('a,b\n1,2'), mapping: { columns: {} } }
    expect(await chen.call(wire.importOrders, lacking)).toMatchObject({ refusal: 'column_missing' })
  })

  test('what may be the same matter as an open case is shown beside it', async () => {
    const twin = [{ number: 'CQ26-0020', ...at, text: '步道第二个拐弯的路灯不亮，晚上看不见' }]
    const seen = await looks(chen, csvOf(twin))
    expect(seen.shown[0]?.alike[0]?.number).toBe(await caseOf(chen, 'CQ26-0001'))
  })

  test('two clerks load the same file at the same moment: each order once', async () => {
    const cao = await t.as('cao')
    const lines = Array.from({ length: 130 }, (_, n) => ({
      number: `TWO-${n}`,
      area: n % 2 === 0 ? '同景社区' : '邻水社区',
      text: `第 ${n} 件`,
    }))
    const before = await count('cases.cases')
    const both = await Promise.all([
      loads(chen, csvOf(lines)),
      loads(cao, csvOf(lines.toReversed())),
    ])
    expect(both.map((each) => each.taken + each.known)).toEqual([130, 130])
    expect(both.reduce((sum, each) => sum + each.taken, 0)).toBe(130)
    expect(await count('cases.cases')).toBe(before + 130)
  })

  test('the files that came are listed, with who loaded them and how far they are', async () => {
    const page = valueOf(
      await chen.call(wire.listOrderImports, { areaCode: codes.street, limit: 2 }),
    )
    expect(page.items).toHaveLength(2)
    expect(page.next).not.toBeNull()
    const all = valueOf(await chen.call(wire.listOrderImports, { areaCode: codes.street })).items
    expect(new Set(all.map((each) => each.by))).toEqual(new Set(['曹指挥', '陈调度']))
    const row = all.find((each) => each.by === '曹指挥')
    expect(valueOf(await chen.call(wire.readOrderImport, { id: row?.id ?? '' }))).toMatchObject({
      seen: 130,
      rows: 130,
    })
  })
})

describe('who may', () => {
  test('the duty people of the street and above; not the community, not another street, not a stranger', async () => {
    for (const login of ['wu', 'he', 'liu', 'qian', 'sys']) {
      const who = await t.as(login)
      for (const ask of [
        wire.listOrders,
        wire.listOrderAnswers,
        wire.listOrderImports,
        wire.listOrderBatches,
      ])
        expect(await who.call(ask, { areaCode: codes.street })).toMatchObject({
          refusal: 'not_allowed',
        })
    }
    const nowhere = await chen.call(wire.listOrders, { areaCode: '999' })
    expect(nowhere).toMatchObject({ refusal: 'no_such_area' })
    expect(await chen.call(wire.listOrders, { areaCode: '500108' })).toMatchObject({
      refusal: 'not_allowed',
    })
    const [row] = valueOf(await chen.call(wire.listOrderImports, { areaCode: codes.street })).items
    const wu = await t.as('wu')
    expect(await wu.call(wire.readOrderImport, { id: row?.id ?? '' })).toMatchObject({
      refusal: 'no_such_import',
    })
  })
})
