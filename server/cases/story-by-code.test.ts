// Mr Zhao is seventy-six. He has a sheet of paper, goes to the nearest counter, and says whether his lamp is lit.
import { beforeAll, describe, expect, test } from 'vitest'
import * as coded from '#core/cases/contract-by-code.ts'
import { followCase, getCase } from '#core/cases/contract.ts'
import { reportCase } from '#core/cases/contract-report.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { setDeskPhone } from '#core/people/contract-desk.ts'
import { createApp, stopApp } from '#server/app.ts'
import { forgetAsks } from '#server/kit/asks.ts'
import { buildServer } from '#server/main.ts'
import { openClient } from '#testing/harness.ts'
import { pdfPages, pdfText } from '#testing/pdf-text.ts'
import { must } from '#testing/survey-town.ts'
import { closedLamp, comes, localTime } from '#testing/town-life.ts'
import { type Town, codes, commandId, lamp, openTown, report } from '#testing/town.ts'

let t: Town
beforeAll(async () => {
  t = await openTown({ config: { limitScale: 1, publicUrl: 'https://linli.example' } })
})

type Said = InputOf<typeof coded.answerByCode>
const says = async (
  login: string,
  more: Pick<Said, 'number' | 'code' | 'answer'> & Partial<Said>,
) =>
  (await t.as(login)).call(coded.answerByCode, {
    commandId: commandId(),
    way: 'counter',
    ...more,
  })
const looks = async (login: string, number: string, code: string) =>
  (await t.as(login)).call(coded.readByCode, { number, code })

describe('with the receipt at a counter', () => {
  test('of another community he says that it is done: his word, and that staff wrote it down', async () => {
    const of = await closedLamp(t)
    const code = (of.secret ?? '').toLowerCase()
    // Xu’s community has nothing to do with it and sees nothing of it.
    expect((await (await comes(t, 'xu')).call(getCase, { number: of.number })).status).toBe(404)
    const view = must(await looks('xu', of.number, code))
    expect(view).toMatchObject({ state: 'CLOSED', result: '灯已经亮了', handled: false })
    expect(view.answers).toContainEqual({ answer: 'confirm', why: null })
    expect(JSON.stringify(view)).not.toContain(lamp.text)
    const answer = { number: of.number, code, answer: 'confirm' as const, commandId: commandId() }
    const first = must(await says('xu', answer))
    expect(must(await says('xu', answer))).toEqual(first)
    expect(await says('xu', { ...answer, commandId: commandId() })).toMatchObject({
      status: 409,
      refusal: 'already_answered',
    })
    const page = must(await (await comes(t, 'wu')).call(getCase, { number: of.number }))
    expect(page.timeline.at(-1)).toMatchObject({ move: 'confirm' })
    expect(JSON.stringify(page.timeline.at(-1))).toContain('凭查询码，工作人员代录')
    const kept = await t.owner.query<{ on_behalf: string; by: string; actor_kind: string }>(
      `select e.on_behalf, e.facts ->> 'enteredBy' as by, e.actor_kind
         from cases.entries e join cases.cases c on c.id = e.case_id
        where c.number = $1 and e.move = 'confirm'`,
      [of.number],
    )
    expect(kept.rows).toEqual([
      { on_behalf: 'counter', by: t.town.person['xu'], actor_kind: 'voice' },
    ])
    // On his own page he reads that it was written down for him.
    const own = must(
      await t.client().call(followCase, { number: of.number, secret: of.secret ?? '' }),
    )
    expect(JSON.stringify(own.timeline)).toContain('工作人员代录')
    expect(JSON.stringify(own.timeline)).not.toContain('许书记')
  })

  test('or that it is not, on the slip he tore off: it is done again', async () => {
    const of = await closedLamp(t)
    const said = { number: of.number, code: of.secret ?? '', answer: 'object' as const }
    const moved = must(await says('he', { ...said, way: 'paper', words: '晚上还是不亮' }))
    expect(moved.state).toBe('REOPENED')
  })

  test('whoever worked on it writes nothing down, and says so before', async () => {
    const of = await closedLamp(t)
    expect(must(await looks('liu', of.number, of.secret ?? '')).handled).toBe(true)
    expect(
      await says('liu', { number: of.number, code: of.secret ?? '', answer: 'confirm' }),
    ).toMatchObject({ status: 403, refusal: 'own_work' })
  })

  test('administrators serve nobody; before it is closed there is nothing to confirm', async () => {
    const of = await report(t.client())
    const code = of.secret ?? ''
    for (const login of ['sys', 'sec', 'aud'])
      expect(await looks(login, of.number, code)).toMatchObject({ status: 403 })
    expect(await says('wu', { number: of.number, code, answer: 'confirm' })).toMatchObject({
      refusal: 'not_possible_now',
    })
  })
})

test('a wrong code opens nothing, and guessing ends: for the number, and for whoever guesses', async () => {
  const of = await closedLamp(t)
  const wrong = of.secret === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA'
  const guess = (number: string, code: string) => looks('wu', number, code)
  for (let tries = 0; tries < 8; tries += 1)
    expect(await guess(of.number, wrong)).toMatchObject({ status: 404, refusal: 'no_such_case' })
  // Now not even the right one, and not by anybody.
  expect(await guess(of.number, of.secret ?? '')).toMatchObject({
    status: 429,
    refusal: 'too_many_tries',
  })
  expect(
    await says('he', { number: of.number, code: of.secret ?? '', answer: 'confirm' }),
  ).toMatchObject({ status: 429 })
  const others = await Promise.all([1, 2].map(() => report(t.client())))
  for (const [nth, { number }] of others.entries())
    for (let tries = 0; tries < 6; tries += 1)
      expect((await guess(number, `${nth}WRONG`)).status).toBe(404)
  const fresh = await report(t.client())
  expect(await guess(fresh.number, fresh.secret ?? '')).toMatchObject({ status: 429 })
  expect((await looks('he', fresh.number, fresh.secret ?? '')).status).toBe(200)
  t.clock.advance(3601)
  expect((await guess(of.number, of.secret ?? '')).status).toBe(200)
})

test('wrong codes are counted past a restart, and for two at once, without a word of whose they are', async () => {
  const of = await report(t.client())
  const right = of.secret ?? ''
  const wrong = right === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA'
  const follow = (secret: string) => t.client().call(followCase, { number: of.number, secret })
  const atOnce = await Promise.all(Array.from({ length: 12 }, () => follow(wrong)))
  const told = atOnce.map((answer) => (answer.ok ? 'in' : answer.refusal))
  expect([
    told.filter((each) => each === 'no_such_case').length,
    told.filter((each) => each === 'too_many_tries').length,
  ]).toEqual([8, 4])
  const second = createApp(t.app.config, { ownerUrl: t.app.ownerUrl, now: t.clock.now })
  const server = await buildServer(second)
  try {
    const client = openClient(server)
    const asked = { number: of.number, secret: right }
    expect(await client.call(followCase, asked)).toMatchObject({ refusal: 'too_many_tries' })
    // The long secret of the link cannot be guessed: it opens all the same.
    expect((await client.call(followCase, { ...asked, secret: of.link ?? '' })).ok).toBe(true)
  } finally {
    await server.close()
    await stopApp(second)
  }
  const { rows } = await t.owner.query<{ kept: string }>(
    "select coalesce(jsonb_agg(to_jsonb(a)), '[]')::text as kept from kit.asks a",
  )
  expect(rows[0]?.kept).toContain('wrong code for')
  expect(rows[0]?.kept).not.toContain(of.number)
  expect(rows[0]?.kept).not.toContain(wrong)
  t.clock.advance(3601)
  expect((await follow(right)).ok).toBe(true)
  t.clock.advance(2 * 86_400)
  await forgetAsks(t.app)
  const left = await t.owner.query("select 1 from kit.asks where kind = 'wrong code for'")
  expect(left.rows).toEqual([])
})

describe('the receipt on paper', () => {
  test('is one A5 page in large print: number, code, by when, whom to call, the slip; not what he said', async () => {
    const of = must(
      await t.client().call(reportCase, {
        commandId: commandId(),
        ...lamp,
        name: '赵大爷',
        phone: '13900139076',
      }),
    )
    const body = { number: of.number, code: of.secret, link: of.link }
    for (const lang of ['zh', 'en'] as const) {
      const answer = await t
        .client()
        .send({ method: 'POST', path: '/api/follow/receipt', body: { ...body, lang } })
      expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
      expect(answer.headers['cache-control']).toBe('no-store')
      expect(pdfPages(answer.bytes)).toBe(1)
      const media = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(answer.bytes.toString('latin1'))
      expect([Number(media?.[1]), Number(media?.[2])].map(Math.round)).toEqual([420, 595])
      const text = pdfText(answer.bytes)
      if (text === null) continue
      const zh = ['您说的事，收到了', '查询码', '没办好，因为', '12345', '前给您回话']
      const en = ['Wehaveyourreport', 'Notdone:', '12345', 'Youhearfromusby']
      for (const words of [of.number, of.secret ?? '', ...(lang === 'zh' ? zh : en)])
        expect(text).toContain(words)
      expect(text).not.toMatch(/赵大爷|139|拐弯/)
    }
  })

  test('printed at night it says the number that answers then, and from when the community does again', async () => {
    const keep = async (login: string, code: string, phone: string) =>
      must(
        await (await comes(t, login)).call(setDeskPhone, { commandId: commandId(), code, phone }),
      )
    await keep('he', codes.community, '023-5555 1000')
    await keep('cao', codes.street, '023-5555 0106')
    const of = await report(t.client())
    t.clock.set(localTime('2026-03-03 23:10'))
    const body = { number: of.number, code: of.secret, lang: 'zh' }
    const answer = await t.client().send({ method: 'POST', path: '/api/follow/receipt', body })
    const text = pdfText(answer.bytes)
    if (text === null) return
    expect(text).toContain('023-55550106')
    expect(text).toContain('起，也可以打023-55551000')
  })

  test('is printed for whoever has the code, and for nobody else', async () => {
    const of = await report(t.client())
    const print = (code: string) =>
      t
        .client()
        .send({ method: 'POST', path: '/api/follow/receipt', body: { number: of.number, code } })
    expect((await print('AAAAAA')).status).toBe(404)
    expect((await print(of.secret ?? '')).status).toBe(200)
  })
})
