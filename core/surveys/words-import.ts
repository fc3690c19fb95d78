// Why a file, or a row of it, could not be taken in: at the desk and in the rejects file of the program.
import type { Words } from '#core/kit/words.ts'

/** What a row of answers is refused for; what a question itself objects to is said in its own words. */
export const answerFaultWords = {
  value_unknown: { zh: '选项对不上', en: 'This is none of the options' },
  number_unreadable: { zh: '数字看不懂', en: 'The figure cannot be read' },
  day_unreadable: { zh: '日期看不懂', en: 'The day cannot be read' },
  grid_unknown: { zh: '网格不在这里', en: 'The grid does not lie here' },
  answers_wrong: { zh: '答案不合题目', en: 'An answer does not fit its question' },
  no_answers: { zh: '这一行没有答案', en: 'The row holds no answer' },
} satisfies Record<string, Words>

export const fileFaultWords = {
  too_few_cells: { zh: '这一行的列数少于表头', en: 'the row has fewer cells than the heading' },
  too_many_cells: { zh: '这一行的列数多于表头', en: 'the row has more cells than the heading' },
  open_quote: { zh: '引号没有结束', en: 'a quotation mark is never closed' },
  unreadable_character: { zh: '有无法识别的字符', en: 'it holds bytes that are no character' },
  not_a_spreadsheet: { zh: '不是 xlsx 表格', en: 'not an xlsx spreadsheet' },
  sheet_too_large: { zh: '表格太大', en: 'the spreadsheet is too large' },
  sheet_missing: { zh: '没有这张工作表', en: 'there is no sheet of that name' },
  file_empty: { zh: '文件是空的', en: 'the file is empty' },
} satisfies Record<string, Words>
