// Liu wants his shifts and what falls due on the calendar of his telephone, and no stranger to read more of it than that.
import { beforeAll, expect, test } from 'vitest'
import * as wire from '#core/exchange/contract-calendar.ts'
import { endAccount, enterDuty } from '#core/people/contract-staff.ts'
import { comes, must, walksToHandling } from '#testing/town-life.ts'
import { type Town, codes, commandId, openTown, report } from '#testing/town.ts'
import { readIcal } from '#testing/ical-reader.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})

const fetched = (url: string) => t.client().send({ path: new URL(url).pathname })

async function subscribed(login: string): Promise<string> {
  const made = must(
    await (await comes(t, login)).call(wire.makeMyCalendar, { commandId: commandId() }),
  )
  return made.ok ? (made.value.url ?? '') : ''
}

test('liu subscribes: his shift and the case he signed for, by number and category, in nobody’s words', async () => {
  const he = await comes(t, 'he')
  must(
    await he.call(enterDuty, {
      commandId: commandId(),
      code: codes.grid,
      unitCode: null,
      login: 'liu',
      from: '2026-03-04T00:00:00Z',
      to: '2026-03-04T10:00:00Z',
    }),
  )
  const { number } = await report(t.client(), { name: '张三丰', phone: '13900001111' })
  await walksToHandling(t, number)
  const url = await subscribed('liu')
  const answer = await fetched(url)
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(answer.headers['cache-control']).toContain('private')
  const summaries = readIcal(answer.bytes).events.map((event) => event['SUMMARY']?.value)
  expect(summaries).toContainEqual(expect.stringMatching(/^值班：/))
  expect(summaries).toContainEqual(expect.stringMatching(/^到期：/))
  expect(answer.text.replaceAll('\r\n ', '')).toContain(number)
  for (const word of ['张三丰', '13900001111', '台阶']) expect(answer.text).not.toContain(word)
  const other = await fetched(await subscribed('qian'))
  expect(other.text.replaceAll('\r\n ', '')).not.toContain(number)
})

test('the address is shown once, a new one ends the old, and ending ends it', async () => {
  const liu = await comes(t, 'liu')
  const first = await subscribed('liu')
  const command = { commandId: commandId() }
  const second = must(await liu.call(wire.makeMyCalendar, command))
  const again = must(await liu.call(wire.makeMyCalendar, command))
  expect(again.ok && again.value.url).toBeNull()
  const url = second.ok ? (second.value.url ?? '') : ''
  expect((await fetched(first)).status).toBe(404)
  expect((await fetched(url)).status).toBe(200)
  const { rows } = await t.owner.query('select token_hash::text as hash from exchange.calendars')
  expect(JSON.stringify(rows)).not.toContain(url.slice(-20, -4))
  must(await liu.call(wire.endMyCalendar, { commandId: commandId() }))
  expect((await fetched(url)).status).toBe(404)
  const now = must(await liu.call(wire.readMyCalendar, {}))
  expect(now.ok && now.value.madeAt).toBeNull()
})

test('whoever has left his posts has no calendar, also with the address', async () => {
  const url = await subscribed('qian')
  expect((await fetched(url)).status).toBe(200)
  const ended = await (
    await comes(t, 'sys')
  ).call(endAccount, {
    commandId: commandId(),
    login: 'qian',
  })
  expect(ended.ok).toBe(true)
  expect((await fetched(url)).status).toBe(404)
  expect((await fetched(url.replace(/\w{8}\.ics$/, 'aaaaaaaa.ics'))).status).toBe(404)
})
