// What leaves for another server, and what its answers mean, in the forms that servers really send.
import { describe, expect, test } from 'vitest'
import type { Category } from '#core/places/category.ts'
import * as remote from './remote.ts'

const lamp = { zh: '单灯不亮', en: 'One lamp out', placePrecision: 'point' } as Category
const home = { ...lamp, placePrecision: 'grid' } as Category

describe('which of their services', () => {
  const map = { P01: 'things', 'P01-37': 'lamps', '*': 'other' }
  test.each([
    ['P01-37-2', 'lamps'],
    ['P01-04', 'things'],
    ['E04-06', 'other'],
  ])('%s is their %s', (ours, theirs) => {
    expect(remote.serviceFor(map, ours)).toBe(theirs)
  })
  test('what was never mapped is not guessed', () => {
    expect(remote.serviceFor({ P01: 'things' }, 'E04-06')).toBeNull()
  })
})

describe('what is sent', () => {
  const passed: remote.Passed = {
    reference: '500108106003-26-00001.2',
    service: 'lamps',
    text: '三单元王家门口的灯不亮，电话 138-0000-1111',
    address: '同景路 8 号',
    point: { lon: 106.605123456, lat: 29.505123456 },
    urgent: true,
    category: lamp,
    place: '南岸区长生桥镇同景社区第一网格',
    areaCode: '500108106003',
  }
  test('by default category, area, number and the place as anybody may know it', () => {
    const form = remote.formOf(passed, [])
    expect(form).toEqual({
      service_code: 'lamps',
      description: '[500108106003-26-00001.2] 单灯不亮\n南岸区长生桥镇同景社区第一网格',
      'attribute[reference]': '500108106003-26-00001.2',
      'attribute[danger]': 'yes',
      address_string: '南岸区长生桥镇同景社区第一网格',
      lat: '29.50512',
      long: '106.60512',
    })
  })
  test('a place that may be a home is its area alone', () => {
    const form = remote.formOf({ ...passed, category: home, urgent: false }, [])
    expect(Object.keys(form)).toEqual([
      'service_code',
      'description',
      'attribute[reference]',
      'address_string',
      'attribute[area]',
    ])
  })
  test('words, address and exact place only by rule, and numbers in the words never', () => {
    const form = remote.formOf(passed, ['words', 'address', 'exactPlace'])
    expect(form['description']).toContain('三单元王家门口的灯不亮，电话 ＊＊＊')
    expect(form['address_string']).toContain('同景路 8 号')
    expect(form['lat']).toBe('29.505123456')
    expect(JSON.stringify(form)).not.toContain('1111')
  })
  test.each([
    ['13800001111', '＊＊＊'],
    ['找 +86 138 0000 1111 张', '找 ＊＊＊ 张'],
    ['500108199001011234', '＊＊＊'],
    ['50010819900101123X', '＊＊＊'],
    ['023-62881234 转 8', '＊＊＊ 转 8'],
    ['3 栋 2 单元 1201，晚上 8 点', '3 栋 2 单元 1201，晚上 8 点'],
  ])('%s', (said, left) => {
    expect(remote.withoutNumbers(said)).toBe(left)
  })
})

describe('what they answer', () => {
  test('JSON, XML as it is read, and one object alone', () => {
    expect(remote.takenIn([{ service_request_id: '293944' }])).toEqual({ number: '293944' })
    expect(remote.takenIn([{ service_request_id: 293944 }])).toEqual({ number: '293944' })
    expect(remote.takenIn({ service_requests: { request: { token: 'abc' } } })).toEqual({
      token: 'abc',
    })
    expect(remote.takenIn({ service_request_id: '7' })).toEqual({ number: '7' })
    expect(remote.takenIn([{ service_request_id: '', token: 't' }])).toEqual({ token: 't' })
    expect(remote.takenIn('<html>')).toBeNull()
    expect(remote.takenIn([])).toBeNull()
  })
  test('an earlier request of ours is known by our number or by its tag, and by nothing else', () => {
    const list = [
      { service_request_id: '1', description: '灯 [N.2]' },
      { service_request_id: '2', extended_attributes: { reference: 'N.3' } },
      { service_request_id: '3', description: 'N.4' },
    ]
    expect(remote.oursIn(list, 'N.2')).toBe('1')
    expect(remote.oursIn(list, 'N.3')).toBe('2')
    expect(remote.oursIn(list, 'N.4')).toBeNull()
  })
  test('steps of the extension, and changes where there is none', () => {
    const update = {
      update_id: 'u1',
      service_request_id: '9',
      status: 'CLOSED',
      updated_datetime: '2026-03-05T08:00:00Z',
      description: '已修好',
    }
    expect(remote.stepsIn([update, { update_id: 'u2' }])).toEqual([
      { request: '9', id: 'u1', status: 'closed', at: '2026-03-05T08:00:00Z', words: '已修好' },
    ])
    const request = { service_request_id: '9', status: 'open', updated_datetime: 'soon' }
    expect(remote.changesIn([request])).toEqual([
      { request: '9', id: 'open@', status: 'open', at: null, words: '' },
    ])
  })
  test('a refusal is their sentence, and no page of HTML', () => {
    expect(remote.faultIn([{ code: 400, description: 'no location' }], '')).toBe('no location')
    expect(remote.faultIn(null, '<html><body>Bad gateway')).toBe('')
    expect(remote.faultIn(null, 'wrong key')).toBe('wrong key')
  })
  test.each([
    [400, true],
    [403, true],
    [404, true],
    [408, false],
    [429, false],
    [500, false],
    [302, false],
  ])('%i is a no: %s', (status, no) => {
    expect(remote.isRefusal(status)).toBe(no)
  })
})

test('it is tried for about three days, ever more patiently, and as late as they ask', () => {
  const at = '2026-03-05T08:00:00.000Z'
  const all: string[] = []
  for (let tries = 1, next: string | null = at; next !== null; tries += 1) {
    next = remote.nextSendAt(tries, at)
    if (next !== null) all.push(next)
  }
  expect(all).toHaveLength(10)
  expect(remote.nextSendAt(1, at, 7200)).toBe('2026-03-05T10:00:00Z')
})
