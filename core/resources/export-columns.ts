// The lists of the room as files.
import type { ExportColumn } from '#core/kit/export.ts'
import type { Lang } from '#core/kit/words.ts'
import type { LedgerRow, RequestRow } from './contract-requests.ts'
import type { ResourceRow } from './contract-parts.ts'
import { requestStateWords } from './words-requests.ts'
import { standingWords } from './words.ts'

const joint = (lang: Lang) => (lang === 'zh' ? '；' : '; ')

export const resourceColumns: ExportColumn<ResourceRow>[] = [
  { heading: { zh: '编号', en: 'id' }, width: 38, cell: (row) => row.id },
  { heading: { zh: '类别', en: 'Kind' }, width: 14, cell: (row, lang) => row.kind.words[lang] },
  {
    heading: { zh: '名称', en: 'Name' },
    width: 30,
    cell: (row, lang) => (lang === 'en' ? (row.nameEn ?? row.name) : row.name),
  },
  {
    heading: { zh: '登记区域', en: 'Kept by' },
    width: 18,
    cell: (row, lang) => row.owner.name[lang],
  },
  { heading: { zh: '容量', en: 'Capacity' }, width: 10, cell: (row) => row.capacity },
  { heading: { zh: '计量单位', en: 'Unit' }, width: 10, cell: (row) => row.capacityUnit },
  {
    heading: { zh: '开放时间', en: 'Hours' },
    width: 36,
    cell: (row, lang) => row.hours?.[lang] ?? null,
  },
  { heading: { zh: '地址', en: 'Address' }, width: 30, cell: (row) => row.address },
  { heading: { zh: '经度', en: 'lon' }, width: 12, cell: (row) => row.lon },
  { heading: { zh: '纬度', en: 'lat' }, width: 12, cell: (row) => row.lat },
  { heading: { zh: '联系部门', en: 'Department' }, width: 16, cell: (row) => row.counter },
  { heading: { zh: '电话', en: 'Telephone' }, width: 16, cell: (row) => row.phone },
  {
    heading: { zh: '能提供', en: 'Offers' },
    width: 44,
    cell: (row, lang) =>
      row.offers
        .map(({ what, often }) => (often === null ? what : `${what}（${often}）`))
        .join(joint(lang)),
  },
  { heading: { zh: '开始日期', en: 'validFrom' }, width: 12, cell: (row) => row.validFrom },
  { heading: { zh: '结束日期', en: 'validUntil' }, width: 12, cell: (row) => row.validUntil },
  {
    heading: { zh: '情况', en: 'Standing' },
    width: 12,
    cell: (row, lang) => standingWords[row.standing][lang],
  },
  {
    heading: { zh: '公开', en: 'public' },
    width: 8,
    cell: (row, lang) =>
      row.isPublic ? (lang === 'zh' ? '是' : 'yes') : lang === 'zh' ? '否' : 'no',
  },
]

export const requestColumns: ExportColumn<RequestRow>[] = [
  {
    heading: { zh: '请求方', en: 'Asked by' },
    width: 18,
    cell: (row, lang) => row.asker.name[lang],
  },
  { heading: { zh: '答复方', en: 'Asked of' }, width: 18, cell: (row, lang) => row.to.name[lang] },
  { heading: { zh: '要什么', en: 'What' }, width: 36, cell: (row) => row.what },
  { heading: { zh: '为谁', en: 'For whom' }, width: 24, cell: (row) => row.forWhom },
  { heading: { zh: '提出', en: 'Asked on' }, width: 12, cell: (row) => row.askedOn },
  { heading: { zh: '答复日', en: 'Answer by' }, width: 12, cell: (row) => row.answerBy },
  {
    heading: { zh: '到哪一步', en: 'State' },
    width: 16,
    cell: (row, lang) => requestStateWords[row.state][lang],
  },
  { heading: { zh: '逾期天数', en: 'Days late' }, width: 10, cell: (row) => row.daysLate },
  { heading: { zh: '资源', en: 'Resource' }, width: 26, cell: (row) => row.resource?.name ?? null },
  { heading: { zh: '使用次数', en: 'Uses' }, width: 10, cell: (row) => row.uses },
  { heading: { zh: '用量', en: 'Units used' }, width: 10, cell: (row) => row.units },
  { heading: { zh: '人次', en: 'Person-times' }, width: 12, cell: (row) => row.personTimes },
]

export const ledgerColumns: ExportColumn<LedgerRow>[] = [
  { heading: { zh: '年', en: 'Year' }, cell: (row) => row.year },
  {
    heading: { zh: '向哪一级', en: 'Level asked' },
    width: 14,
    cell: (row, lang) => row.levelName[lang],
  },
  { heading: { zh: '提出', en: 'Asked' }, cell: (row) => row.asked },
  { heading: { zh: '给', en: 'Given' }, cell: (row) => row.given },
  { heading: { zh: '给一部分', en: 'In part' }, cell: (row) => row.partly },
  { heading: { zh: '给不了', en: 'Not given' }, cell: (row) => row.refused },
  { heading: { zh: '等答复', en: 'Waiting' }, cell: (row) => row.waiting },
  { heading: { zh: '已答复', en: 'Answered' }, cell: (row) => row.answered },
  { heading: { zh: '按期', en: 'In time' }, cell: (row) => row.inTime },
  { heading: { zh: '使用次数', en: 'Uses' }, cell: (row) => row.uses },
  { heading: { zh: '用量', en: 'Units used' }, cell: (row) => row.units },
  { heading: { zh: '人次', en: 'Person-times' }, cell: (row) => row.personTimes },
]
