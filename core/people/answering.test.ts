import { expect, test } from 'vitest'
import { callNow, hotline, type Reachable } from './answering.ts'

const words = (zh: string) => ({ zh, en: zh })
const [eight, noon, six, tomorrow] = [
  '2026-05-08T00:00:00Z',
  '2026-05-08T04:00:00Z',
  '2026-05-08T10:00:00Z',
  '2026-05-09T00:00:00Z',
]
const by = (from: string, until: string) => ({ from, until })
const there = { areaName: words('同景社区'), phone: '62801001' }
const centre = { areaName: words('龙门浩街道'), phone: '62805555', until: null }
const unit = { name: words('民生服务'), phone: '62800003' }
const own = { areaName: words('同景社区'), phone: null }
const bare: Reachable = { own, desk: null, againAt: null, unit, counter: by(tomorrow, tomorrow) }
const night = '2026-05-08T15:00:00Z'

test.each<[string, Partial<Reachable>, string, unknown]>([
  [
    'somebody sits at the desk of the place',
    { own: there, desk: { ...there, until: six } },
    eight,
    { phone: '62801001', until: six, later: null },
  ],
  [
    'at night the centre stands in; the desk says from when it answers again',
    { own: there, desk: centre, againAt: tomorrow },
    night,
    { phone: '62805555', later: { phone: '62801001', from: tomorrow } },
  ],
  [
    'whoever stands in has no number: the hotline, never one nobody answers',
    { own: there, desk: { ...centre, phone: null }, againAt: tomorrow },
    night,
    { phone: hotline, whose: null, later: { phone: '62801001', from: tomorrow } },
  ],
  [
    'no desk, the counter open: the office, until it shuts',
    { counter: by(eight, noon) },
    eight,
    { phone: '62800003', until: noon, later: null },
  ],
  [
    'no desk, the counter shut: the hotline, and the office when it opens',
    {},
    night,
    { phone: hotline, until: null, later: { phone: '62800003', from: tomorrow } },
  ],
  [
    'a desk without a roster answers in the hours of the counter',
    { own: there, counter: by(eight, noon) },
    eight,
    { phone: '62801001', until: noon, later: null },
  ],
  [
    'nothing is kept at all',
    { unit: null, counter: null },
    night,
    { phone: hotline, whose: null, until: null, later: null },
  ],
])('%s', (_, given, at, expected) => {
  expect(callNow({ ...bare, ...given }, at)).toMatchObject(expected as object)
})
