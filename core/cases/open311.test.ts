import { describe, expect, test } from 'vitest'
import { assert } from '#core/kit/result.ts'
import {
  type AttributeAnswer,
  argument,
  jsonOf,
  readPath,
  readPoint,
  readRequestsQuery,
  xmlOf,
  type Query,
} from './open311.ts'

describe('the path', () => {
  test.each([
    ['services.json', 'services', null, 'json'],
    ['services/E04-06.xml', 'services', 'E04-06', 'xml'],
    ['requests.xml', 'requests', null, 'xml'],
    ['requests/500108006008-26-03187.json', 'requests', '500108006008-26-03187', 'json'],
    ['requests/NY.MN.01-26-00001.json', 'requests', 'NY.MN.01-26-00001', 'json'],
    ['tokens/12.json', 'tokens', '12', 'json'],
    ['discovery.xml', 'discovery', null, 'xml'],
    // node-open311 asks for the list like this
    ['requests/json', 'requests', null, 'json'],
    ['services', 'services', null, 'xml'],
    ['/services/', 'services', null, 'xml'],
  ] as const)('%s', (path, resource, id, format) => {
    expect(readPath(path, null)).toEqual({ resource, id, format })
  })

  test('without an ending the Accept header decides', () => {
    expect(readPath('services', 'application/json')?.format).toBe('json')
    expect(readPath('services', 'text/xml, */*')?.format).toBe('xml')
  })

  test.each(['nothing.json', 'services/a/b.json', '', 'services.yaml', '%zz'])(
    '%j is no resource',
    (path) => {
      expect(readPath(path, null)).toBeNull()
    },
  )
})

const at = { now: '2026-03-05T08:00:00.000Z', timeZone: 'Asia/Shanghai' }
const read = (query: Query) => {
  const answer = readRequestsQuery(query, at)
  assert(answer.ok, JSON.stringify(answer))
  return answer.value
}
const errorsOf = (query: Query) =>
  readRequestsQuery(query, at).errors?.map((error) => error.description) ?? []

describe('the filters of a list', () => {
  test('nothing asked: the last ninety days, a thousand requests', () => {
    expect(read({ jurisdiction_id: 'city.gov', status: '' })).toEqual({
      ids: null,
      serviceCodes: null,
      from: '2025-12-05T08:00:00Z',
      to: '2026-03-05T08:00:00.000Z',
      status: null,
      page: 1,
      pageSize: 1000,
      near: null,
    })
  })

  test('one date alone opens ninety days on its other side', () => {
    expect(read({ start_date: '2025-01-01T00:00:00Z' }).to).toBe('2025-04-01T00:00:00Z')
    expect(read({ end_date: '2025-04-01T00:00:00Z' }).from).toBe('2025-01-01T00:00:00Z')
  })

  test('offsets, also with their plus sign lost on the way, and bare days', () => {
    expect(read({ start_date: '2026-01-01T08:00:00+08:00' }).from).toBe('2026-01-01T00:00:00.000Z')
    expect(read({ start_date: '2026-01-01T08:00:00 08:00' }).from).toBe('2026-01-01T00:00:00.000Z')
    expect(read({ start_date: '2026-01-01' }).from).toBe('2025-12-31T16:00:00Z')
  })

  test('lists are commas or repetition, and status both is status all', () => {
    expect(read({ service_code: 'E01-10, E04-06' }).serviceCodes).toEqual(['E01-10', 'E04-06'])
    expect(read({ service_code: ['E01-10', 'E04-06'] }).serviceCodes).toEqual(['E01-10', 'E04-06'])
    expect(read({ status: 'open' }).status).toBe('open')
    expect(read({ status: 'open,closed' }).status).toBeNull()
  })

  test('ids override everything else, even what is wrong', () => {
    expect(read({ service_request_id: 'a,b,a', status: 'banana' }).ids).toEqual(['a', 'b'])
  })

  test('pages, and a thousand at most', () => {
    expect(read({ page: '3', page_size: '50' })).toMatchObject({ page: 3, pageSize: 50 })
    expect(read({ page_size: '9999' }).pageSize).toBe(1000)
  })

  test('near a point', () => {
    expect(read({ lat: '29.5', long: '106.5' }).near).toEqual({
      lon: 106.5,
      lat: 29.5,
      metres: 1000,
    })
    expect(read({ lat: '29.5', long: '106.5', radius: '200' }).near?.metres).toBe(200)
  })

  test.each([
    [{ start_date: 'yesterday' }, /start_date is not/],
    [{ start_date: '2026-01-02T00:00:00Z', end_date: '2026-01-01T00:00:00Z' }, /later/],
    [{ start_date: '2025-01-01T00:00:00Z', end_date: '2026-01-01T00:00:00Z' }, /90 days/],
    [{ status: 'banana' }, /status/],
    [{ page: '0' }, /page/],
    [{ lat: '29.5' }, /lat and long/],
    [{ lat: '95', long: '106' }, /lat and long/],
    [{ lat: '29', long: '106', radius: '-1' }, /radius/],
  ] as const)('%j is refused with a sentence', (query, sentence) => {
    expect(errorsOf(query)[0]).toMatch(sentence)
  })

  test('several faults are all named', () => {
    expect(errorsOf({ status: 'x', page: 'y' })).toHaveLength(2)
  })
})

test('both coordinates or neither', () => {
  expect(readPoint({ lat: '29.5', long: '106.5' })).toEqual({ lon: 106.5, lat: 29.5 })
  expect(readPoint({})).toBe('none')
  expect(readPoint({ lat: '29.5', long: 'abc' })).toBe('wrong')
  expect(argument({ a: ' ' }, 'a')).toBeNull()
})

test('JSON is a list where XML repeats an element', () => {
  const error = { code: 403, description: 'no' }
  expect(jsonOf({ kind: 'errors', list: [error] })).toEqual([error])
  expect(xmlOf({ kind: 'errors', list: [error] })).toEqual({
    root: 'errors',
    content: { error: [error] },
  })
  const value = { key: 'yes', name: '是' }
  const attribute: AttributeAnswer = {
    variable: true,
    code: 'urgent',
    datatype: 'singlevaluelist',
    required: false,
    datatype_description: null,
    order: 1,
    description: '?',
    values: [value],
  }
  const definition = { kind: 'definition', code: 'E', attributes: [attribute] } as const
  expect(jsonOf({ ...definition, attributes: [attribute] })).toMatchObject({ service_code: 'E' })
  expect(xmlOf({ ...definition, attributes: [attribute] }).content).toMatchObject({
    attributes: { attribute: [{ values: { value: [value] } }] },
  })
})
