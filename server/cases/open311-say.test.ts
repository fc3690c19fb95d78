// The hotline that reported something has a word to say: it asks again with its own number, it adds a remark, and when the
// matter is closed it is asked like anybody who reported.
import { createHash } from 'node:crypto'
import { XMLParser } from 'fast-xml-parser'
import { beforeAll, describe, expect, test } from 'vitest'
import { listCases } from '#core/cases/contract.ts'
import type { Open311Error, RequestAnswer } from '#core/cases/open311.ts'
import { checks, closes, comes, must, proofOf, walksToHandling } from '#testing/town-life.ts'
import { type Town, act, codes, keepPhoto, openTown, read } from '#testing/town.ts'
import { handleCase } from '#core/cases/contract-moves.ts'

let t: Town
const key = 'hotline-key'
const otherKey = 'other-key'

beforeAll(async () => {
  t = await openTown()
  for (const [secret, name] of [
    [key, '市民热线'],
    [otherKey, '邻镇'],
  ] as const)
    await t.owner.query(
      `insert into people.tokens (id, token_hash, name, scopes, area_id, valid_from, demo, created_at)
       values (gen_random_uuid(), $1, $2, '{open311}', $3, '2026-01-01', false, now())`,
      [createHash('sha256').update(secret).digest(), name, t.town.area['500108']],
    )
})

const send = (path: string, fields: Record<string, string>) =>
  t.client().send({
    method: 'POST',
    path: `/open311/v2/${path}`,
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
const get = (path: string) => t.client().send({ path: `/open311/v2/${path}` })
const category = 'P01-37-2'

const request = (more: Record<string, string> = {}) => ({
  api_key: key,
  service_code: category,
  description: '桥头的灯不亮',
  lat: '29.505',
  long: '106.605',
  ...more,
})
async function reported(more: Record<string, string> = {}): Promise<string> {
  const answer = await send('requests.json', request(more))
  expect(answer.status).toBe(200)
  return (answer.json() as RequestAnswer[])[0]?.service_request_id ?? ''
}
const says = (number: string, fields: Record<string, string>) =>
  send('servicerequestupdates.json', { api_key: key, service_request_id: number, ...fields })

async function closedCase(): Promise<string> {
  const number = await reported()
  const liu = await walksToHandling(t, number, { category })
  const proof = { ...(await proofOf(t)), photosBefore: [await keepPhoto(t)] }
  must(await act(liu, handleCase, number, { proof, outcome: 'solved' }))
  must(await checks(await comes(t, 'he'), number))
  must(await closes(await comes(t, 'wu'), number))
  return number
}
const page = async (number: string) => read(await comes(t, 'wu'), number)
const lastMove = async (number: string) => (await page(number)).timeline.at(-1)?.move

describe('a number of one’s own', () => {
  test('sent again it is the same case, whatever else was said; its key finds it, and nobody else’s', async () => {
    const mine = { 'attribute[reference]': '20260303-0001' }
    const number = await reported(mine)
    expect(await reported(mine)).toBe(number)
    expect(await reported({ ...mine, description: '还是桥头的灯' })).toBe(number)
    const found = (await get(`requests.json?reference=20260303-0001&api_key=${key}`)).json()
    expect(found).toMatchObject([
      { service_request_id: number, extended_attributes: { reference: '20260303-0001' } },
    ])
    for (const query of ['', `&api_key=${otherKey}`])
      expect((await get(`requests.json?reference=20260303-0001${query}`)).json()).toEqual([])
    expect(await reported({ ...mine, api_key: otherKey })).not.toBe(number)
    expect((await page(number)).foreignNumber).toBe('20260303-0001')
    const searched = must(await (await comes(t, 'wu')).call(listCases, { q: '20260303-0001' }))
    expect(searched.ok && searched.value.items.map((row) => row.number)).toContain(number)
    expect((await get(`requests/${number}.json`)).text).not.toContain('20260303-0001')
  })

  test('five at the same moment are one case', async () => {
    const mine = request({ 'attribute[reference]': '20260303-0002' })
    const answers = await Promise.all(Array.from({ length: 5 }, () => send('requests.json', mine)))
    const numbers = answers.map((each) => (each.json() as RequestAnswer[])[0]?.service_request_id)
    expect(answers.map((each) => each.status)).toEqual([200, 200, 200, 200, 200])
    expect(new Set(numbers).size).toBe(1)
  })

  test('an area of another town’s list is no obstacle beside a point, and one alone without it', async () => {
    expect(await reported({ 'attribute[area]': '440103' })).toMatch(new RegExp(codes.community))
    const { lat: _lat, long: _long, ...placeless } = request({ 'attribute[area]': '440103' })
    const answer = await send('requests.json', placeless)
    expect((answer.json() as Open311Error[])[0]?.description).toBe('The area 440103 was not found.')
  })
})

describe('updates that are posted', () => {
  test('on an open case a remark of theirs, once for each id of theirs', async () => {
    const number = await reported()
    const update = { update_id: '5', status: 'OPEN', description: '又来电催了一次' }
    const first = await says(number, update)
    expect([first.status, (await says(number, update)).text]).toEqual([200, first.text])
    const timeline = (await page(number)).timeline
    expect(timeline.filter((entry) => entry.move === 'note')).toMatchObject([
      { sentence: { zh: '市民热线来讯：又来电催了一次。' }, who: { zh: '其他系统' } },
    ])
    const changed = await says(number, { ...update, description: '别的话' })
    expect(changed.status).toBe(400)
    expect(
      (await get(`servicerequestupdates.json?service_request_id=${number}`)).text,
    ).not.toContain('来电催')
  })

  test('closed, “still open” is an objection, and “closed” a confirmation', async () => {
    const bad = await closedCase()
    expect((await says(bad, { status: 'OPEN', description: '还是不亮' })).status).toBe(200)
    expect(await page(bad)).toMatchObject({ state: 'REOPENED' })
    expect(await lastMove(bad)).toBe('object')
    const good = await closedCase()
    expect((await says(good, { status: 'FIXED' })).status).toBe(200)
    expect(await lastMove(good)).toBe('confirm')
    expect((await says(good, { status: 'CLOSED', description: '谢谢' })).status).toBe(200)
    expect(await lastMove(good)).toBe('note') // Confirmed before: this is only said.
  })

  test('what its closing told the reporter is told to the system that reported, and to nobody else', async () => {
    const number = await closedCase()
    const own = (
      await get(`servicerequestupdates.json?service_request_id=${number}&api_key=${key}`)
    ).text
    const open = (await get(`servicerequestupdates.json?service_request_id=${number}`)).text
    expect([own.includes('灯已经亮了'), open.includes('灯已经亮了')]).toEqual([true, false])
  })

  test.each([
    ['nothing said', {}, 400, /Neither status nor description/],
    ['an unknown status', { status: 'SOMEHOW' }, 400, /status SOMEHOW is not known/],
    ['far too much', { description: 'x'.repeat(4001) }, 400, /longer than 4000/],
    ['no key', { description: '看看', api_key: '' }, 403, /Missing api_key/],
    ['a wrong key', { description: '看看', api_key: 'wrong' }, 403, /Invalid api_key/],
    ['another’s key', { description: '看看', api_key: otherKey }, 404, /was not found/],
    ['no such request', { description: '看看', service_request_id: 'none' }, 404, /was not found/],
  ])('%s is refused', async (_what, fields, status, words) => {
    const answer = await says(await reported(), fields as Record<string, string>)
    expect(answer.status).toBe(status)
    expect((answer.json() as Open311Error[])[0]?.description).toMatch(words)
  })

  test('in XML, and never a name, an address or a number of whoever wrote it', async () => {
    const number = await reported()
    const answer = await send('servicerequestupdates.xml', {
      api_key: key,
      service_request_id: number,
      description: '请快一点',
      first_name: '兰',
      last_name: '周',
      email: 'lan@example.org',
      phone: '13800001111',
    })
    expect(
      new XMLParser().parse(answer.text).service_request_updates.request_update.update_id,
    ).toBe(`${number}.2`)
    const { rows } = await t.owner.query(
      `select to_jsonb(e)::text as entry from cases.entries e join cases.cases c
           on c.community_id = e.community_id and c.id = e.case_id where c.number = $1`,
      [number],
    )
    expect(JSON.stringify(rows)).not.toMatch(/lan@|13800001111|周/)
  })
})
