// The case list as a file: what a desk writes into its own sheet today, so that nobody has to type it again.
import type { ExportColumn } from '#core/kit/export.ts'
import type { Lang, Words } from '#core/kit/words.ts'
import type { CaseRow, PublicRow } from './contract.ts'
import { sourceWords, stateWords, residentStateWords, tierWords } from './words.ts'

type Placed = Pick<CaseRow, 'place'>

/** The area of a level in whose name people look for the row; empty where the case is not placed so far down. */
const area =
  (...levels: string[]) =>
  ({ place }: Placed, lang: Lang): string | null => {
    const found = place.find((each) => levels.includes(each.level))
    if (found === undefined) return null
    return lang === 'en' ? (found.nameEn ?? found.name) : found.name
  }

/** The zone of the case's own clock, if it has one: lists may reach over several. */
const at = (instant: (row: CaseRow) => string | null, timeZone: string) => (row: CaseRow) => {
  const moment = instant(row)
  return moment === null ? null : { instant: moment, timeZone: row.clock?.timeZone ?? timeZone }
}

const yes: Words = { zh: '是', en: 'yes' }
const no: Words = { zh: '否', en: 'no' }
const flag = (value: boolean, lang: Lang): string => (value ? yes : no)[lang]

export function caseColumns(timeZone: string): ExportColumn<CaseRow>[] {
  return [
    { heading: { zh: '编号', en: 'Number' }, width: 26, cell: (row) => row.number },
    { heading: { zh: '状态', en: 'State' }, cell: (row, lang) => stateWords[row.state][lang] },
    {
      heading: { zh: '上报时间', en: 'Reported' },
      width: 18,
      cell: at((row) => row.reportedAt, timeZone),
    },
    { heading: { zh: '类别代码', en: 'Category code' }, cell: (row) => row.category.code },
    { heading: { zh: '类别', en: 'Category' }, width: 20, cell: (row, lang) => row.category[lang] },
    { heading: { zh: '来源', en: 'Source' }, cell: (row, lang) => sourceWords[row.source][lang] },
    { heading: { zh: '层级', en: 'Tier' }, cell: (row, lang) => tierWords[row.tier][lang] },
    {
      heading: { zh: '紧急', en: 'Urgent' },
      width: 8,
      cell: (row, lang) => flag(row.urgent, lang),
    },
    { heading: { zh: '街道、镇', en: 'Street' }, cell: area('street') },
    { heading: { zh: '社区、村', en: 'Community' }, width: 20, cell: area('community') },
    { heading: { zh: '网格', en: 'Grid' }, cell: area('grid', 'micro') },
    { heading: { zh: '地址', en: 'Address' }, width: 30, cell: (row) => row.address },
    { heading: { zh: '内容', en: 'Text' }, width: 60, cell: (row) => row.text },
    {
      heading: { zh: '现由谁办', en: 'Now with' },
      width: 24,
      cell: (row, lang) => row.holder?.[lang] ?? null,
    },
    {
      heading: { zh: '到期时间', en: 'Due' },
      width: 18,
      cell: at((row) => row.clock?.dueAt ?? null, timeZone),
    },
    {
      heading: { zh: '是否超期', en: 'Overdue' },
      width: 10,
      cell: (row, lang) => flag(row.overdue, lang),
    },
    {
      heading: { zh: '退回原因', en: 'Returned because' },
      width: 30,
      cell: (row) => row.returnedBecause,
    },
    ...suspensionColumns(timeZone),
    {
      heading: { zh: '最近动态', en: 'Last move' },
      width: 18,
      cell: at((row) => row.lastAt, timeZone),
    },
  ]
}

const suspensionColumns = (timeZone: string): ExportColumn<CaseRow>[] => [
  {
    heading: { zh: '挂账原因（公开）', en: 'Suspended because (public)' },
    width: 30,
    cell: (row) => row.suspension?.publicReason ?? null,
  },
  {
    heading: { zh: '恢复条件', en: 'Goes on when' },
    width: 24,
    cell: (row) => row.suspension?.condition ?? null,
  },
  {
    heading: { zh: '挂账时间', en: 'Suspended since' },
    width: 18,
    cell: at((row) => row.suspension?.since ?? null, timeZone),
  },
  {
    heading: { zh: '复查日期', en: 'Review on' },
    width: 12,
    cell: (row) => row.suspension?.reviewOn ?? null,
  },
]

export function publicColumns(timeZone: string): ExportColumn<PublicRow>[] {
  const moment = (row: PublicRow, instant: string) => ({
    instant,
    timeZone: row.clock?.timeZone ?? timeZone,
  })
  return [
    { heading: { zh: '编号', en: 'Number' }, width: 26, cell: (row) => row.number },
    {
      heading: { zh: '状态', en: 'State' },
      width: 20,
      cell: (row, lang) => residentStateWords[row.state][lang],
    },
    { heading: { zh: '类别', en: 'Category' }, width: 20, cell: (row, lang) => row.category[lang] },
    { heading: { zh: '社区、村', en: 'Community' }, width: 20, cell: area('community') },
    { heading: { zh: '网格', en: 'Grid' }, cell: area('grid', 'micro') },
    {
      heading: { zh: '上报时间', en: 'Reported' },
      width: 18,
      cell: (row) => moment(row, row.reportedAt),
    },
    {
      heading: { zh: '最近动态', en: 'Last move' },
      width: 18,
      cell: (row) => moment(row, row.lastAt),
    },
    {
      heading: { zh: '办结时间', en: 'Closed' },
      width: 18,
      cell: (row) => (row.closedAt === null ? null : moment(row, row.closedAt)),
    },
  ]
}
