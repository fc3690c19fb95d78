import { describe, expect, test } from 'vitest'
import type { SheetCell } from '#server/kit/sheets.ts'
import { missingHeadings, type ImportMapping } from './import-mapping.ts'
import { readHistory } from './import-row.ts'

const mapping: ImportMapping = {
  system: 'old-hotline',
  timeZone: 'Asia/Shanghai',
  columns: {
    externalId: '工单号',
    reportedAt: '来电时间',
    closedAt: '办结时间',
    status: '状态',
    category: '类别',
    text: ['标题', '内容'],
    address: '地址',
    lon: '经度',
    lat: '纬度',
    area: '社区',
    closingWords: '办理结果',
  },
  joinedBy: '：',
  statuses: { 办结: 'closed', 在办: 'open' },
  categories: { 占道: 'E04-06' },
  categoryDefault: 'C99-01',
  areas: { 同景社区: '500108106003' },
}

const row: Record<string, SheetCell> = {
  工单号: 20260001,
  来电时间: '2026年3月5日 14:30',
  办结时间: '2026/3/6',
  状态: '办结',
  类别: '占道',
  标题: '夜市占道',
  内容: '通道走不了人',
  地址: '同景路 8 号',
  经度: 106.55,
  纬度: '29.53',
  社区: '同景社区',
  办理结果: '已劝离',
}
const now = '2026-04-01T00:00:00.000Z'
const read = (change: Record<string, SheetCell> = {}, over: Partial<ImportMapping> = {}) =>
  readHistory(new Map(Object.entries({ ...row, ...change })), { ...mapping, ...over }, now)

test('a row with all its columns', () => {
  expect(read()).toEqual({
    history: {
      externalId: 'old-hotline:20260001',
      reportedAt: '2026-03-05T06:30:00Z',
      closedAt: '2026-03-05T16:00:00Z',
      remark: null,
      closingWords: '已劝离',
      category: 'E04-06',
      text: '夜市占道：通道走不了人',
      address: '同景路 8 号',
      point: { lon: 106.55, lat: 29.53 },
      areaCode: '500108106003',
    },
  })
})

describe('mixed cells of one column', () => {
  test.each([
    [46086.604166666664, '2026-03-05T06:30:00Z'],
    ['46086.604166666664', '2026-03-05T06:30:00Z'],
    ['2026-03-05T14:30:00', '2026-03-05T06:30:00Z'],
    ['2026/3/5', '2026-03-04T16:00:00Z'],
    ['2026-03-05T14:30:00+09:00', '2026-03-05T05:30:00Z'],
  ])('%j', (cell, instant) => {
    expect(read({ 来电时间: cell })).toMatchObject({ history: { reportedAt: instant } })
  })

  test('a date without a year takes the one of the mapping', () => {
    expect(read({ 来电时间: '3月5日' })).toEqual({
      fault: 'reported_at_unreadable',
      about: '3月5日',
    })
    expect(read({ 来电时间: '3月5日' }, { year: 2026 })).toHaveProperty(
      'history.reportedAt',
      '2026-03-04T16:00:00Z',
    )
  })
})

test.each([
  [{ 工单号: null }, 'id_missing'],
  [{ 来电时间: null }, 'reported_at_missing'],
  [{ 来电时间: '不详' }, 'reported_at_unreadable'],
  [{ 来电时间: '1900/1/1' }, 'reported_at_impossible'],
  [{ 来电时间: '2036/1/1' }, 'reported_at_impossible'],
  [{ 状态: '挂起' }, 'status_unknown'],
] as const)('%j is rejected: %s', (change, fault) => {
  expect(read(change)).toMatchObject({ fault })
})

test.each([
  [{ 办结时间: '1900/1/1' }, 'closing_date_impossible'],
  [{ 办结时间: '不详' }, 'closing_date_impossible'],
  [{ 办结时间: null }, 'closed_without_date'],
  [{ 办结时间: '2026/3/1' }, 'closed_before_reported'],
] as const)('%j: kept open with the reason, or rejected, as the mapping says', (change, remark) => {
  expect(read(change)).toMatchObject({ history: { closedAt: null, remark } })
  expect(read(change, { closedWithoutDate: 'reject' })).toMatchObject({ fault: remark })
})

test('closed on the day of the report, with the day alone written down', () => {
  expect(read({ 办结时间: '2026-3-5' })).toMatchObject({
    history: { closedAt: '2026-03-05T06:30:00Z', remark: null },
  })
})

test('an open one with a closing date is open: the state decides', () => {
  expect(read({ 状态: '在办' })).toMatchObject({ history: { closedAt: null, remark: null } })
  expect(read({ 状态: '在办', 办结时间: '1900-01-01' })).toMatchObject({
    history: { closedAt: null, remark: 'closing_date_impossible' },
  })
})

test('without a table of states the closing date decides', () => {
  const { status: _status, ...columns } = mapping.columns
  expect(read({}, { columns })).toMatchObject({ history: { closedAt: '2026-03-05T16:00:00Z' } })
  expect(read({ 办结时间: null }, { columns })).toMatchObject({ history: { closedAt: null } })
})

test('unknown categories take the default or are rejected', () => {
  expect(read({ 类别: '其他' })).toMatchObject({ history: { category: 'C99-01' } })
  const { categoryDefault: _default, ...strict } = mapping
  expect(readHistory(new Map(Object.entries({ ...row, 类别: '其他' })), strict, now)).toMatchObject(
    {
      fault: 'category_unknown',
      about: '其他',
    },
  )
})

test('a bad point is no reason to lose a row', () => {
  expect(read({ 经度: '不详' })).toMatchObject({
    history: { point: null, areaCode: '500108106003' },
  })
  expect(read({ 经度: 0, 纬度: 0 })).toMatchObject({ history: { point: null } })
})

test('a code in the area column needs no table', () => {
  const { areas: _areas, ...plain } = mapping
  expect(
    readHistory(new Map(Object.entries({ ...row, 社区: '500108106003' })), plain, now),
  ).toMatchObject({
    history: { areaCode: '500108106003' },
  })
})

test('a heading that the file lacks is named before anything is read', () => {
  expect(missingHeadings(mapping, Object.keys(row))).toEqual([])
  expect(missingHeadings(mapping, ['工单号', '来电时间'])).toContain('地址')
})
