import type { Words } from '#core/kit/words.ts'
import type { CsvTrouble } from '#server/kit/csv.ts'
import type { TableFault } from '#server/kit/table-file.ts'
import { fileFaultWords } from '#core/surveys/words-import.ts'
import type { RowFault } from './import-row.ts'

export type Fault =
  | RowFault
  | CsvTrouble
  | TableFault
  | 'repeated_id'
  | 'category_not_here'
  | 'category_missing'
  | 'text_missing'

/** Why a row is rejected, or a file unreadable. The code stands in the rejects file beside both sentences. */
export const faultWords: Record<Fault, Words> = {
  id_missing: { zh: '没有原系统编号', en: 'the id of the other system is missing' },
  reported_at_missing: { zh: '没有上报时间', en: 'the time of the report is missing' },
  reported_at_unreadable: { zh: '上报时间无法识别', en: 'the time of the report cannot be read' },
  reported_at_impossible: { zh: '上报时间不可能', en: 'the time of the report is impossible' },
  status_unknown: { zh: '映射里没有这个状态', en: 'the state is not in the mapping' },
  category_unknown: { zh: '映射里没有这个类别', en: 'the category is not in the mapping' },
  category_not_here: { zh: '当地没有这个类别', en: 'the place has no such category' },
  category_missing: { zh: '没有类别', en: 'the category is missing' },
  text_missing: { zh: '没有文字', en: 'the text is missing' },
  area_unknown: { zh: '找不到所在区域', en: 'the area is not in the tree' },
  closed_without_date: { zh: '已办结但没有办结时间', en: 'closed, but without a date of closing' },
  closed_before_reported: { zh: '办结早于上报', en: 'closed before it was reported' },
  closing_date_impossible: {
    zh: '办结时间不可能或无法识别',
    en: 'the date of closing is impossible or unreadable',
  },
  repeated_id: { zh: '编号在本文件中重复', en: 'the id stands in this file more than once' },
  ...fileFaultWords,
}
