import { createHash } from 'node:crypto'
import { XMLParser } from 'fast-xml-parser'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { openHarness, type Harness } from '#testing/harness.ts'
import { buildPeopleTown, townPassword } from '#testing/people-town.ts'
import { signIn } from '#core/people/contract.ts'
import { acceptCase } from '#core/cases/contract-moves.ts'
import { reportCase } from '#core/cases/contract-report.ts'
import type { Open311Error, RequestAnswer, ServiceAnswer } from '#core/cases/open311.ts'
import { leafCategories } from '#packs/cn-community/categories.ts'
import { layFoundation } from '#tools/foundation.ts'

const categories = leafCategories()

let town: Harness
const key = 'demo-open311'
const form = 'application/x-www-form-urlencoded; charset=utf-8'

beforeAll(async () => {
  town = await openHarness({ startAt: '2026-03-05T08:00:00.000Z' })
  const { area } = await buildPeopleTown(town.owner)
  await layFoundation(town.owner, area['500000'] ?? 0)
  await town.owner.query(
    `insert into people.tokens (id, token_hash, name, scopes, area_id, valid_from, demo, created_at)
     values (gen_random_uuid(), $1, '市民热线', '{open311}', $2, '2026-01-01', true, now())`,
    [createHash('sha256').update(key).digest(), area['500108']],
  )
  await town.app.places.refresh()
  await town.app.teams.refresh()
})

const get = (path: string, headers: Record<string, string> = {}) =>
  town.client().send({ path: `/open311/v2/${path}`, headers })
const post = (body: string, path = 'requests.json', type = form) =>
  town
    .client()
    .send({ method: 'POST', path: `/open311/v2/${path}`, body, headers: { 'content-type': type } })
const errors = (text: string) => JSON.parse(text) as Open311Error[]
const requests = (text: string) => JSON.parse(text) as RequestAnswer[]
const xml = (text: string) => new XMLParser({ parseTagValue: false }).parse(text)

const report = (more: Record<string, string> = {}) =>
  new URLSearchParams({
    api_key: key,
    jurisdiction_id: 'city.gov',
    service_code: 'E04-06',
    description: '夜市摊位占道，轮椅过不去',
    address_string: '同景路 8 号 & 拐角',
    'attribute[area]': '500108106003',
    ...more,
  }).toString()

async function reported(more: Record<string, string> = {}): Promise<string> {
  const answer = await post(report(more))
  expect(answer.status).toBe(200)
  return requests(answer.text)[0]?.service_request_id ?? ''
}

async function filed(number: string): Promise<void> {
  const wu = town.client()
  await wu.call(signIn, { login: 'wu', password: townPassword })
  const answer = await wu.call(acceptCase, {
    number,
    commandId: town.app.newId(),
    expectedVersion: 1,
    category: 'E04-06',
    conditionMet: true,
  })
  expect(answer).toMatchObject({ ok: true })
}

describe('services', () => {
  test('are the leaves of the category tree, in both formats and exact content types', async () => {
    const [json, text] = [
      await get('services.json?jurisdiction_id=city.gov'),
      await get('services.xml'),
    ]
    expect(json.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(text.headers['content-type']).toBe('text/xml; charset=utf-8')
    const services = JSON.parse(json.text) as ServiceAnswer[]
    const stall = services.find((service) => service.service_code === 'E04-06')
    expect(stall).toMatchObject({ service_name: '占道经营', metadata: true, type: 'realtime' })
    expect(services.some((service) => service.service_code === 'E04')).toBe(false)
    expect(text.text.startsWith('<?xml version="1.0" encoding="UTF-8"?><services><service>')).toBe(
      true,
    )
    expect(xml(text.text).services.service).toHaveLength(services.length)
    expect(text.text).toContain('<metadata>true</metadata>')
    expect(json.headers['access-control-allow-origin']).toBe('*')
  })

  test('speak English to whoever asks for it', async () => {
    const answer = await get('services.json', { 'accept-language': 'en' })
    expect(answer.text).not.toContain('占道经营')
  })

  test('a definition names its attributes; an unknown code is not found, in the form of the specification', async () => {
    const definition = xml((await get('services/E04-06.xml')).text).service_definition
    expect(definition.service_code).toBe('E04-06')
    const danger = definition.attributes.attribute[1]
    expect(danger).toMatchObject({
      code: 'danger',
      variable: 'true',
      datatype: 'singlevaluelist',
      order: '2',
    })
    expect(danger.values.value).toHaveLength(2)
    const unknown = await get('services/NOPE.json')
    expect(unknown.status).toBe(404)
    expect(errors(unknown.text)).toEqual([
      { code: 404, description: 'service_code NOPE was not found.' },
    ])
    expect(xml((await get('services/NOPE.xml')).text).errors.error.code).toBe('404')
  })
})

test('the discovery document names the endpoint and both formats', async () => {
  const said = JSON.parse((await get('discovery.json')).text)
  expect(said.endpoints[0]).toMatchObject({
    specification: 'http://wiki.open311.org/GeoReport_v2',
    url: expect.stringMatching(/\/open311\/v2$/),
    formats: ['text/xml', 'application/json'],
  })
  expect(
    xml((await get('discovery.xml')).text).discovery.endpoints.endpoint.formats.format,
  ).toHaveLength(2)
})

describe('posting', () => {
  test.each([
    ['', 403, 'Missing api_key.'],
    ['api_key=wrong&service_code=E04-06', 403, 'Invalid api_key.'],
    [`api_key=${key}&address_string=x`, 400, 'service_code was not provided.'],
    [`api_key=${key}&service_code=NOPE&address_string=x`, 404, 'service_code NOPE was not found.'],
    [`api_key=${key}&service_code=E04-06`, 400, /location/],
    [`api_key=${key}&service_code=E04-06&lat=29.5`, 400, /lat and long/],
  ])('%j is refused with %i', async (body, status, description) => {
    const answer = await post(body)
    expect(answer.status).toBe(status)
    expect(errors(answer.text)[0]).toMatchObject({
      code: status,
      description: expect.stringMatching(description),
    })
  })

  test('all faults are named at once, and in XML too', async () => {
    const answer = await post(`api_key=${key}`, 'requests.xml')
    expect(answer.headers['content-type']).toBe('text/xml; charset=utf-8')
    expect(xml(answer.text).errors.error).toHaveLength(2)
  })

  test('a report in the name of the system is an ordinary case', async () => {
    const number = await reported()
    expect(number).toMatch(/^500108106003-26-\d{5}$/)
    const { rows } = await town.owner.query(
      'select source, text, address from cases.cases where number = $1',
      [number],
    )
    expect(rows).toEqual([
      { source: 'OTHER_SYSTEM', text: '夜市摊位占道，轮椅过不去', address: '同景路 8 号 & 拐角' },
    ])
  })

  test('what a category asks stands in its definition, and an answer is an attribute', async () => {
    const [lift, stall] = await Promise.all(
      ['P05-02', 'E04-06'].map(async (code) =>
        JSON.parse((await get(`services/${code}.json`)).text),
      ),
    )
    const codes = (definition: { attributes: { code: string }[] }) =>
      definition.attributes.map(({ code }) => code)
    expect(codes(lift)).toEqual([...codes(stall), 'ask.inside', 'ask.other'])
    const body = `api_key=${key}&service_code=P05-02&lat=29.505&long=106.605&attribute[ask.inside]=yes&attribute[ask.weather]=rain`
    const answer = await post(body)
    expect(answer.status).toBe(200)
    const { rows } = await town.owner.query(
      `select urgent, particulars -> 0 ->> 'option' as said, jsonb_array_length(particulars) as n
         from cases.cases where number = $1`,
      [requests(answer.text)[0]?.service_request_id],
    )
    expect(rows).toEqual([{ urgent: true, said: 'yes', n: 1 }])
  })

  test('JSON, a query as body, and a photo in a form are understood as well', async () => {
    const json = {
      api_key: key,
      service_code: 'E04-06',
      address_string: '路口',
      attribute: { danger: 'yes' },
    }
    expect((await post(JSON.stringify(json), 'requests.json', 'application/json')).status).toBe(200)
    expect((await post('', `requests.json?${report()}`)).status).toBe(200)
    const photo = await sharp({
      create: { width: 30, height: 20, channels: 3, background: '#333' },
    })
      .jpeg()
      .toBuffer()
    const data = new FormData()
    for (const [name, value] of new URLSearchParams(report())) data.append(name, value)
    data.append('media', new Blob([new Uint8Array(photo)]), 'a.jpg')
    const sent = new Response(data)
    const answer = await town.client().send({
      method: 'POST',
      path: '/open311/v2/requests.json',
      body: Buffer.from(await sent.arrayBuffer()),
      headers: { 'content-type': sent.headers.get('content-type') ?? '' },
    })
    expect(answer.status).toBe(200)
    const number = requests(answer.text)[0]?.service_request_id
    const { rows } = await town.owner.query('select photos from cases.cases where number = $1', [
      number,
    ])
    expect(rows[0]?.photos).toHaveLength(1)
  })

  test('broken JSON and a post to anything else are bad requests', async () => {
    expect((await post('{"api_key":', 'requests.json', 'application/json')).status).toBe(400)
    expect((await post(report(), 'services.json')).status).toBe(400)
  })
})

describe('reading', () => {
  test('a report made here is found by its number before it is filed, its place only by area', async () => {
    const number = await reported({ lat: '29.53333', long: '106.55555' })
    const [waiting] = requests((await get(`requests/${number}.json`)).text)
    expect(waiting).toMatchObject({
      status: 'open',
      lat: null,
      long: null,
      expected_datetime: null,
    })
    expect((await get('requests.json')).text).not.toContain(number)
  })

  test('what residents reported is not found before it is filed, nor is what concerns persons', async () => {
    const { value } = (await town.client().call(reportCase, {
      commandId: town.app.newId(),
      text: '路灯不亮',
      area: '500108106003',
      category: 'E04-06',
    })) as { value: { number: string } }
    expect((await get(`requests/${value.number}.json`)).status).toBe(404)
    const closed = categories.find((each) => !each.openToPublic && each.parent !== null)?.code ?? ''
    const person = await reported({ service_code: closed })
    expect((await get(`requests/${person}.json`)).status).toBe(404)
    expect((await get(`requests/${person}.json?api_key=${key}`)).status).toBe(200)
    expect((await get(`requests/${person}.json?api_key=wrong`)).status).toBe(404)
  })

  test('a filed report in the words of the specification', async () => {
    const number = await reported()
    await filed(number)
    const [one] = requests((await get(`requests/${number}.json`)).text)
    expect(one).toMatchObject({
      service_request_id: number,
      status: 'open',
      service_code: 'E04-06',
      service_name: '占道经营',
      requested_datetime: '2026-03-05T08:00:00Z',
      agency_responsible: '同景社区',
      address: '同景社区, 长生桥镇, 南岸区, 重庆市',
      address_id: '500108106003',
      media_url: null,
    })
    expect((await get(`tokens/${number}.json`)).text).toBe(
      JSON.stringify([{ service_request_id: number, token: number }]),
    )
  })

  test('what the reporter wrote, and where he stood, leaves through no format', async () => {
    const number = await reported({
      description: '我家住三单元',
      first_name: '小兰',
      phone: '13800001111',
    })
    await filed(number)
    for (const format of ['json', 'xml']) {
      const { text } = await get(`requests.${format}?service_request_id=${number}`)
      expect(text).toContain(number)
      expect(text).not.toMatch(/三单元|小兰|138|同景路/)
    }
  })

  test('Chinese is intact in XML, and an empty list is an empty root', async () => {
    const number = await reported()
    await filed(number)
    const { service_requests: list } = xml(
      (await get(`requests.xml?service_request_id=${number}`)).text,
    )
    expect(list.request.service_name).toBe('占道经营')
    const none = await get('requests.xml?service_code=NOPE')
    expect([none.status, none.text]).toEqual([
      200,
      expect.stringMatching(/<service_requests\s*(\/>|><\/service_requests>)/),
    ])
    expect((await get('requests.json?service_code=NOPE')).text).toBe('[]')
  })

  test('filters: code, status, time, and pages that do not overlap', async () => {
    const numbers = [await reported(), await reported(), await reported()]
    for (const number of numbers) await filed(number)
    const list = async (query: string) => requests((await get(`requests.json?${query}`)).text)
    const all = await list('service_code=E04-06,E01-10&status=open')
    expect(all.length).toBeGreaterThanOrEqual(3)
    expect(await list('status=closed')).toEqual([])
    expect(await list('end_date=2026-03-05T07:59:59Z')).toEqual([])
    expect((await list('start_date=2026-03-05T08:00:00Z&status=open')).length).toBe(all.length)
    const [first, second] = [await list('page=1&page_size=2'), await list('page=2&page_size=2')]
    const ids = [...first, ...second].map((each) => each.service_request_id)
    expect(new Set(ids).size).toBe(4)
    expect(await list(`service_request_id=${numbers.join(',')}&status=closed`)).toHaveLength(3)
    expect(await list('jurisdiction_id=500108106004')).toEqual([])
  })

  test.each([
    'start_date=yesterday',
    'status=banana',
    'page=0',
    'start_date=2025-01-01&end_date=2026-01-01',
  ])('%s is a bad request with a sentence', async (query) => {
    const answer = await get(`requests.json?${query}`)
    expect(answer.status).toBe(400)
    expect(errors(answer.text)[0]?.code).toBe(400)
  })

  test('near a point is measured to the place that is told', async () => {
    const number = await reported({ lat: '29.53333', long: '106.55555' })
    await filed(number)
    const near = async (lat: number) =>
      requests((await get(`requests.json?lat=${lat}&long=106.55555&radius=150`)).text).map(
        (each) => each.service_request_id,
      )
    expect(await near(29.5335)).toContain(number)
    expect(await near(29.55)).not.toContain(number)
  })

  test('unknown numbers and resources are not found', async () => {
    expect((await get('requests/500108106003-26-99999.xml')).status).toBe(404)
    expect((await get('nothing.json')).status).toBe(404)
    expect((await get('tokens/none.json')).status).toBe(404)
  })
})

describe('request updates', () => {
  type Update = {
    update_id: string
    service_request_id: string
    status: string
    description: string
  }
  const updates = async (query: string) => {
    const answer = await get(`servicerequestupdates.json?${query}`)
    expect(answer.status).toBe(200)
    return JSON.parse(answer.text) as Update[]
  }

  test('the hotline reads what became of its own report; the public only once it was filed', async () => {
    const number = await reported({ description: '轮椅过不去，找王阿姨' })
    expect(await updates(`service_request_id=${number}`)).toEqual([])
    const own = await updates(`service_request_id=${number}&api_key=${key}`)
    expect(own).toMatchObject([{ service_request_id: number, status: 'open' }])
    expect(await updates(`service_request_id=${number}&api_key=wrong`)).toEqual([])
    await filed(number)
    const open = await updates(`service_request_id=${number}`)
    expect(open.map((each) => each.update_id)).toEqual([`${number}.1`, `${number}.2`])
    expect(new Set(open.map((each) => each.description)).size).toBe(2)
    expect(JSON.stringify(open)).not.toContain('王阿姨')
  })

  test('in XML, by time and page, as pollers ask', async () => {
    town.clock.advance(3600)
    const since = town.clock.now()
    town.clock.advance(60)
    const number = await reported()
    await filed(number)
    const span = `start_date=${encodeURIComponent(since)}`
    const all = await updates(span)
    expect(all.map((each) => each.service_request_id)).toEqual([number, number])
    const second = await updates(`${span}&page=2&page_size=1`)
    expect(second.map((each) => each.update_id)).toEqual([`${number}.2`])
    const answer = await get(`servicerequestupdates.xml?${span}`)
    expect(answer.headers['content-type']).toBe('text/xml; charset=utf-8')
    expect(xml(answer.text).service_request_updates.request_update).toHaveLength(2)
    expect((await get('servicerequestupdates.json?start_date=nonsense')).status).toBe(400)
    expect((await get('servicerequestupdates/1.json')).status).toBe(404)
  })
})
