// What is said of work orders of the hotline: kinds, states, what ails a row, and the columns of the file that goes back.
import { gradeWords } from '#core/cases/words.ts'
import { refusalReasonWords } from '#core/cases/words-moves.ts'
import { outcomeWords } from '#core/cases/words-outcome.ts'
import type { ExportCell, ExportColumn } from '#core/kit/export.ts'
import type { Lang, Words } from '#core/kit/words.ts'
import { fileFaultWords } from '#core/surveys/words-import.ts'
import type { OrderAnswerView } from './contract-orders.ts'
import type { OrderAnswer, OrderKind, OrderPlacing, OrderStatus } from './order.ts'

export const orderKindWords: Readonly<Record<OrderKind, Words>> = {
  consult: { zh: '咨询', en: 'Enquiry' },
  help: { zh: '求助', en: 'Request for help' },
  complaint: { zh: '投诉', en: 'Complaint' },
  suggestion: { zh: '建议', en: 'Suggestion' },
  report: { zh: '举报', en: 'Report of an offence' },
  praise: { zh: '表扬', en: 'Praise' },
  other: { zh: '其他', en: 'Other' },
}

export const orderStatusWords: Readonly<Record<OrderStatus, Words>> = {
  waiting: { zh: '待签收', en: 'Waiting to be signed for' },
  handling: { zh: '办理中', en: 'Being handled' },
  answered: { zh: '已办结', en: 'Answered' },
  returned: { zh: '退单', en: 'Returned' },
  withdrawn: { zh: '作废', en: 'Void' },
}

export const orderPlacingWords: Readonly<Record<OrderPlacing, Words>> = {
  point: { zh: '按坐标', en: 'by its point' },
  area: { zh: '按所属社区', en: 'by the area it names' },
  words: { zh: '按地址里的名称', en: 'by a name in its address' },
  none: { zh: '待定位', en: 'not placed yet' },
  elsewhere: { zh: '坐标不在本辖区', en: 'its point lies elsewhere' },
}

export const orderFaultWords = {
  ...fileFaultWords,
  number_missing: { zh: '没有工单编号', en: 'the number of the order is missing' },
  number_too_long: { zh: '工单编号超过 100 字', en: 'the number has more than 100 characters' },
  text_missing: { zh: '没有诉求内容', en: 'the text is missing' },
  received_unreadable: { zh: '受理时间无法识别', en: 'the time it was received cannot be read' },
  received_impossible: { zh: '受理时间在以后', en: 'the time it was received is yet to come' },
  sign_by_unreadable: { zh: '签收期限无法识别', en: 'the deadline to sign cannot be read' },
  answer_by_unreadable: { zh: '答复期限无法识别', en: 'the deadline to answer cannot be read' },
  repeated_number: {
    zh: '这个编号在本文件里出现过，且内容不同',
    en: 'the number stands above in this file with other content',
  },
} satisfies Record<string, Words>
export type OrderFault = keyof typeof orderFaultWords

export const orderRefusals = {
  no_such_area: { zh: '没有这个地方。', en: 'There is no such area.' },
  no_order_desk: {
    zh: '热线工单由街道、区县或市一级受理，这里上面没有这样一级。',
    en: 'Orders are taken in by a street, a district or a city: there is none above this place.',
  },
  not_allowed: {
    zh: '热线工单由街道指挥中心收发。',
    en: 'Work orders are taken in and answered by the street centre.',
  },
  unreadable_file: {
    zh: '读不出这个文件：请另存为 xlsx 或 CSV 再试。',
    en: 'The file cannot be read: save it as xlsx or CSV and try again.',
  },
  too_many_rows: {
    zh: '一次最多两万行：请分成几个文件。',
    en: 'At most twenty thousand rows at a time: split the file.',
  },
  column_missing: {
    zh: '还有列没有对上：先指定编号和内容所在的列。',
    en: 'A column is missing: say which ones hold the number and the text.',
  },
  no_such_import: { zh: '没有这次导入。', en: 'There is no such import.' },
  no_such_batch: { zh: '没有这一批。', en: 'There is no such batch.' },
} satisfies Record<string, Words>

const extensionTold: Readonly<Record<NonNullable<OrderAnswer['extension']>, Words>> = {
  open: { zh: '申请中', en: 'asked for' },
  granted: { zh: '已同意', en: 'granted' },
  refused: { zh: '未同意', en: 'refused' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
}
const voiceTold: Readonly<Record<NonNullable<OrderAnswer['voice']>, Words>> = {
  confirm: { zh: '确认解决', en: 'confirmed' },
  object: { zh: '认为未解决', en: 'objected' },
  silence: { zh: '未回应', en: 'no answer' },
}
const flag = (value: boolean | null, lang: Lang): string | null =>
  value === null ? null : value ? { zh: '是', en: 'yes' }[lang] : { zh: '否', en: 'no' }[lang]

const gradeTold = (grade: number | null, lang: Lang): string | null =>
  grade === null ? null : gradeWords[grade as 1 | 2 | 3 | 4 | 5][lang]

export function answerColumns(timeZone: string): ExportColumn<OrderAnswerView>[] {
  const at = (instant: string | null): ExportCell =>
    instant === null ? null : { instant, timeZone }
  const time = (heading: Words, of: (row: OrderAnswerView) => string | null) => ({
    heading,
    width: 18,
    cell: (row: OrderAnswerView) => at(of(row)),
  })
  return [
    { heading: { zh: '工单编号', en: 'Order' }, width: 26, cell: (row) => row.orderNumber },
    {
      heading: { zh: '办理状态', en: 'Status' },
      cell: (row, lang) => orderStatusWords[row.status][lang],
    },
    time({ zh: '签收时间', en: 'Signed' }, (row) => row.signedAt),
    {
      heading: { zh: '是否联系来电人', en: 'Caller contacted' },
      cell: (row, lang) => flag(row.respondedAt !== null, lang),
    },
    time({ zh: '首次联系时间', en: 'First contact' }, (row) => row.respondedAt),
    time({ zh: '办结时间', en: 'Answered' }, (row) => row.answeredAt),
    {
      heading: { zh: '办理结论', en: 'Outcome' },
      cell: (row, lang) => (row.outcome === null ? null : outcomeWords[row.outcome][lang]),
    },
    { heading: { zh: '办理结果', en: 'Result' }, width: 50, cell: (row) => row.result },
    { heading: { zh: '承办单位', en: 'Handled by' }, width: 20, cell: (row) => row.handledBy },
    time({ zh: '退单时间', en: 'Returned' }, (row) => row.returnedAt),
    {
      heading: { zh: '退单原因', en: 'Reason of return' },
      cell: (row, lang) =>
        row.returnReason === null ? null : refusalReasonWords[row.returnReason][lang],
    },
    {
      heading: { zh: '退单说明', en: 'Words of return' },
      width: 30,
      cell: (row) => row.returnWords,
    },
    { heading: { zh: '建议承办单位', en: 'Belongs to' }, width: 20, cell: (row) => row.returnTo },
    {
      heading: { zh: '延期申请', en: 'Extension' },
      cell: (row, lang) => (row.extension === null ? null : extensionTold[row.extension][lang]),
    },
    { heading: { zh: '延期原因', en: 'Why' }, width: 30, cell: (row) => row.extensionReason },
    time({ zh: '延期后期限', en: 'Due' }, (row) => row.dueAt),
    {
      heading: { zh: '来电人意见', en: 'The caller says' },
      cell: (row, lang) => (row.voice === null ? null : voiceTold[row.voice][lang]),
    },
    { heading: { zh: '是否解决', en: 'Solved' }, cell: (row, lang) => flag(row.solved, lang) },
    {
      heading: { zh: '满意度', en: 'Satisfaction' },
      cell: (row, lang) => gradeTold(row.satisfaction, lang),
    },
    { heading: { zh: '重开次数', en: 'Reopened' }, width: 8, cell: (row) => row.reopened },
    time({ zh: '上次办结时间', en: 'Answered before' }, (row) => row.earlierAt),
    {
      heading: { zh: '上次办理结果', en: 'Result before' },
      width: 50,
      cell: (row) => row.earlierResult,
    },
    { heading: { zh: '本系统编号', en: 'Case' }, width: 26, cell: (row) => row.caseNumber },
    { heading: { zh: '并入编号', en: 'Merged into' }, width: 26, cell: (row) => row.mergedInto },
    { heading: { zh: '回传序号', en: 'Serial' }, cell: (row) => row.serial },
  ]
}
