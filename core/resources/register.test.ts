// The rules of the register as tables: hours as offices write them, who is a person, what an entry may say.
import { expect, test } from 'vitest'
import { resourceKinds } from '#packs/cn-community/resource-kinds.ts'
import { isOpenAt, readOpenings, sayOpenings } from './hours.ts'
import { faultsOfKinds } from './kind.ts'
import { isMobile, looksLikePerson, personIn } from './organisation.ts'
import { boxAround, withinMetres } from './reach.ts'
import {
  type Entry,
  changesBetween,
  faultsOfEntry,
  standingOf,
  whyCannotChange,
  whyCannotEnd,
} from './resource.ts'

test.each([
  [
    '周一至周五 9:00-17:30；周六 9:00-12:00',
    '周一至周五 9:00–17:30；周六 9:00–12:00',
    'Mon–Fri 9:00–17:30; Sat 9:00–12:00',
  ],
  [
    '周一到周五8:30-12:00,14:00-17:30',
    '周一至周五 8:30–12:00、14:00–17:30',
    'Mon–Fri 8:30–12:00, 14:00–17:30',
  ],
  [
    'Mo-Fr 09:00-17:00; Sa 10:00-12:00',
    '周一至周五 9:00–17:00；周六 10:00–12:00',
    'Mon–Fri 9:00–17:00; Sat 10:00–12:00',
  ],
  ['每天 8点-20点', '每天 8:00–20:00', 'Daily 8:00–20:00'],
  ['24小时', '24 小时', 'Day and night'],
  ['工作日 ９：００—１７：００', '周一至周五 9:00–17:00', 'Mon–Fri 9:00–17:00'],
  ['周二、周四 14:00-16:00', '周二、四 14:00–16:00', 'Tue, Thu 14:00–16:00'],
  ['8:00-20:00', '每天 8:00–20:00', 'Daily 8:00–20:00'],
])('hours %s', (text, zh, en) => {
  const openings = readOpenings(text)
  expect(openings).not.toBeNull()
  expect(sayOpenings(openings ?? [], 'zh')).toBe(zh)
  expect(sayOpenings(openings ?? [], 'en')).toBe(en)
})

test.each(['看情况', '周一至周五', '9:00-', '25:00-26:00', '17:00-9:00', '周八 9:00-10:00'])(
  'hours %s are not read',
  (text) => expect(readOpenings(text)).toBeNull(),
)

test('what was said in words is read again', () => {
  const openings = readOpenings('周一至周五 9:00-17:30；周六 9:00-12:00') ?? []
  expect(readOpenings(sayOpenings(openings, 'zh'))).toEqual(openings)
  expect(readOpenings(sayOpenings(openings, 'en'))).toEqual(openings)
  expect([
    isOpenAt(openings, 1, '09:00'),
    isOpenAt(openings, 1, '17:30'),
    isOpenAt(openings, 7, '10:00'),
  ]).toEqual([true, false, false])
  expect(isOpenAt([], 1, '09:00')).toBeNull()
})

test.each([
  ['张三', true],
  ['王小明', true],
  ['欧阳娜娜', true],
  ['李主任', true],
  ['陈老师', true],
  ['Dr. Chen', true],
  ['阿依古丽·买买提', true],
  ['门诊部', false],
  ['综合服务窗口', false],
  ['值班室', false],
  ['总机', false],
  ['东南医院', false],
  ['法律援助站', false],
  ['金堰园', false],
  ['Outpatient desk', false],
])('%s: a person? %s', (text, is) => expect(looksLikePerson(text)).toBe(is))

test.each([
  ['13800138000', true],
  ['+86 138 0013 8000', true],
  ['023-62800000', false],
  ['12345', false],
  ['62 800 000', false],
])('%s: a mobile? %s', (text, is) => expect(isMobile(text)).toBe(is))

test.each([
  ['每月两次，联系人：王小明', 'person'],
  ['请先打 13800138000', 'mobile'],
  ['凭身份证 500108197001011234 登记', 'idCard'],
  ['每周二下午，先到先得', null],
  ['找门诊部预约', null],
])('%s holds %s', (text, found) => expect(personIn(text)).toBe(found))

const entry: Entry = {
  kind: 'hospital',
  name: '区第三人民医院',
  nameEn: null,
  capacity: 320,
  capacityUnit: '张床位',
  openings: [],
  hoursNote: null,
  address: '长生桥镇',
  lon: 106.6,
  lat: 29.5,
  counter: '门诊服务台',
  phone: '023-62450000',
  offers: [{ what: '义诊', conditions: null, often: '每月 2 次' }],
  conditions: null,
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
  isPublic: true,
}
const kinds = new Set(resourceKinds.kinds.map((kind) => kind.code))

test.each<[string, Partial<Entry>, object]>([
  ['a whole entry', {}, {}],
  ['an unknown kind', { kind: 'castle' }, { kind: 'unknown_kind' }],
  ['no name', { name: ' ' }, { name: 'no_name' }],
  ['a person', { name: '张三' }, { name: 'name_of_person' }],
  ['a person at the telephone', { counter: '王小明' }, { counter: 'contact_of_person' }],
  ['a mobile', { phone: '13800138000' }, { phone: 'phone_of_person' }],
  ['no telephone', { phone: '晚上再打' }, { phone: 'bad_phone' }],
  ['an extension', { phone: '023-62450000转801' }, {}],
  ['capacity alone', { capacityUnit: null }, { capacity: 'capacity_without_unit' }],
  ['capacity zero', { capacity: 0 }, { capacity: 'bad_capacity' }],
  [
    'hours backwards',
    { openings: [{ days: [1], from: '12:00', to: '09:00' }] },
    { openings: 'bad_hours' },
  ],
  ['half a point', { lat: null }, { lon: 'half_a_point' }],
  ['ends first', { validUntil: '2025-12-31' }, { validUntil: 'ends_before_it_begins' }],
  ['a person in the text', { conditions: '联系人：王小明' }, { conditions: 'person_in_text' }],
  [
    'a mobile in an offer',
    { offers: [{ what: '电话13800138000', conditions: null, often: null }] },
    { offers: 'mobile_in_text' },
  ],
  ['an identity card', { hoursNote: '500108197001011234' }, { hoursNote: 'id_card_in_text' }],
])('an entry with %s', (_name, more, faults) =>
  expect(faultsOfEntry({ ...entry, ...more }, kinds)).toEqual(faults),
)

test.each([
  ['2026-01-01', null, null, 'valid'],
  ['2026-07-01', null, null, 'planned'],
  ['2026-01-01', '2026-06-30', null, 'ending'],
  ['2026-01-01', '2026-07-01', null, 'ending'],
  ['2026-01-01', '2026-07-02', null, 'valid'],
  ['2026-01-01', '2026-05-31', null, 'over'],
  ['2026-01-01', null, '2026-06-01', 'ended'],
  ['2026-01-01', null, '2026-06-02', 'valid'],
])('from %s until %s, ended on %s: %s on 1 June', (validFrom, validUntil, endedOn, standing) =>
  expect(standingOf({ validFrom, validUntil, endedOn }, '2026-06-01')).toBe(standing),
)

test('a change names each field with its value before and after; the order of keys is none', () => {
  const after = {
    ...entry,
    capacity: 400,
    offers: [{ often: '每月 2 次', conditions: null, what: '义诊' }],
  }
  expect(changesBetween(entry, after)).toEqual([{ field: 'capacity', from: 320, to: 400 }])
  expect(whyCannotChange({ endedOn: null }, [])).toBe('nothing_changed')
  expect(whyCannotChange({ endedOn: '2026-01-01' }, [])).toBe('already_ended')
  expect(whyCannotEnd({ endedOn: null }, '2026-05-31', '2026-06-01')).toBe('day_past')
  expect(whyCannotEnd({ endedOn: '2026-05-01' }, '2026-06-01', '2026-06-01')).toBe('already_ended')
  expect(whyCannotEnd({ endedOn: null }, '2026-06-01', '2026-06-01')).toBeNull()
})

test('within reach is a circle, nearest first, and its box leaves nothing of it out', () => {
  const origin = { lon: 106.6, lat: 29.5 }
  const around = Array.from({ length: 360 }, (_, i) => ({
    name: String(i),
    lon: 106.6 + 0.0103 * Math.cos((i * Math.PI) / 180),
    lat: 29.5 + 0.009 * Math.sin((i * Math.PI) / 180),
  }))
  const box = boxAround(origin, 1000)
  for (const { row } of withinMetres(around, origin, 1000))
    expect(
      row.lon > box.west && row.lon < box.east && row.lat > box.south && row.lat < box.north,
    ).toBe(true)
  const near = withinMetres([...around, { name: 'here', ...origin }], origin, 1000)
  expect(near[0]).toMatchObject({ row: { name: 'here' }, distanceMetres: 0 })
  expect(near.map((each) => each.distanceMetres)).toEqual(
    near.map((each) => each.distanceMetres).toSorted((a, b) => a - b),
  )
})

test('the shipped kinds can be used, and faults of a pack are named', () => {
  expect(faultsOfKinds(resourceKinds.kinds)).toEqual([])
  const [first] = resourceKinds.kinds
  expect(faultsOfKinds([first!, first!])).toEqual([
    'centre: stands twice',
    'more than one kind is the centre',
  ])
})
