import type { Words } from '#core/kit/words.ts'
import type { CsvTrouble } from '#server/kit/csv.ts'
import type { SheetRefusal } from '#server/kit/sheets.ts'
import type { RowFault } from './import-row.ts'

export type TableFault = SheetRefusal | 'sheet_missing' | 'file_empty'
export type Fault = RowFault | CsvTrouble | TableFault | 'repeated_id' | 'category_not_here'

/** Why a row is rejected, or a file unreadable. The code stands in the rejects file beside both sentences. */
export const faultWords: Record<Fault, Words> = {
  id_missing: { zh: '没有原系统编号', en: 'the id of the other system is missing' },
  reported_at_missing: { zh: '没有上报时间', en: 'the time of the report is missing' },
  reported_at_unreadable: { zh: '上报时间无法识别', en: 'the time of the report cannot be read' },
  reported_at_impossible: { zh: '上报时间不可能', en: 'the time of the report is impossible' },
  status_unknown: { zh: '映射里没有这个状态', en: 'the state is not in the mapping' },
  category_unknown: { zh: '映射里没有这个类别', en: 'the category is not in the mapping' },
  category_not_here: { zh: '当地没有这个类别', en: 'the place has no such category' },
  area_unknown: { zh: '找不到所在区域', en: 'the area is not in the tree' },
  closed_without_date: { zh: '已办结但没有办结时间', en: 'closed, but without a date of closing' },
  closed_before_reported: { zh: '办结早于上报', en: 'closed before it was reported' },
  closing_date_impossible: {
    zh: '办结时间不可能或无法识别',
    en: 'the date of closing is impossible or unreadable',
  },
  repeated_id: { zh: '编号在本文件中重复', en: 'the id stands in this file more than once' },
  too_few_cells: { zh: '这一行的列数少于表头', en: 'the row has fewer cells than the heading' },
  too_many_cells: { zh: '这一行的列数多于表头', en: 'the row has more cells than the heading' },
  open_quote: { zh: '引号没有结束', en: 'a quotation mark is never closed' },
  unreadable_character: { zh: '有无法识别的字符', en: 'it holds bytes that are no character' },
  not_a_spreadsheet: { zh: '不是 xlsx 表格', en: 'not an xlsx spreadsheet' },
  sheet_too_large: { zh: '表格太大', en: 'the spreadsheet is too large' },
  sheet_missing: { zh: '没有这张工作表', en: 'there is no sheet of that name' },
  file_empty: { zh: '文件是空的', en: 'the file is empty' },
}

/** Why a row of answers could not be taken; what a question itself objects to is said in its own words. */
export const answerFaultWords = {
  value_unknown: { zh: '选项对不上', en: 'This is none of the options' },
  number_unreadable: { zh: '数字看不懂', en: 'The figure cannot be read' },
  day_unreadable: { zh: '日期看不懂', en: 'The day cannot be read' },
  grid_unknown: { zh: '网格不在这里', en: 'The grid does not lie here' },
  answers_wrong: { zh: '答案不合题目', en: 'An answer does not fit its question' },
  no_answers: { zh: '这一行没有答案', en: 'The row holds no answer' },
} satisfies Record<string, Words>
