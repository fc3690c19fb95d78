// Words of taking answers in from a file at the desk.
import type { Words } from '#core/kit/words.ts'

const w = (zh: string, en: string): Words => ({ zh, en })

export const importWords = {
  move: w('导入别处收的答卷', 'Take in answers from elsewhere'),
  title: w('导入别处收的答卷', 'Answers from elsewhere'),
  lead: w(
    '别的程序收的答卷，导出成 xlsx 或 CSV 在这里收进来。先看一遍：哪一列是哪道题，哪些行收不了、为什么；再收。同一个文件再收一次，不会重复。',
    'Answers collected with another program, exported as xlsx or CSV. Look first: which column holds which question, which rows cannot be taken and why. The same file again doubles nothing.',
  ),
  privacy: w(
    '姓名、电话、微信名这些列不用对，也不会收。',
    'Leave columns with names, numbers and accounts alone: they are not taken.',
  ),
  file: w('文件', 'File'),
  fileHint: w('.xlsx 或 .csv，不超过 4 MB', '.xlsx or .csv, up to 4 MB'),
  tooLarge: w('文件超过 4 MB，请分成几个。', 'More than 4 MB: please split it.'),
  looking: w('正在看文件', 'Reading the file'),
  counts: w(
    '{rows} 行：{ready} 行可以收，{rejected} 行收不了。',
    '{rows} rows: {ready} can be taken, {rejected} cannot.',
  ),
  missing: w('文件里没有这几列：{columns}', 'The file has no columns {columns}'),
  columns: w('哪一列是哪道题', 'Which column holds which question'),
  columnsEnd: w('改了就重新看一遍', 'A change looks again'),
  oneColumn: w('一列', 'One column'),
  manyColumns: w('一项一列', 'A column each'),
  notThere: w('文件里没有', 'Not in the file'),
  filled: w('{n} 行有答案', '{n} rows have one'),
  id: w('每份的编号', 'Number of a sheet'),
  idHint: w('没有就认整行内容', 'Without it a row is known by its content'),
  grid: w('所在网格', 'Grid'),
  answeredOn: w('哪天答的', 'Day'),
  rank: w('第 {n} 位', 'Place {n}'),
  unknown: w('这些字对不上选项', 'These words are none of the options'),
  unknownEnd: w('对上了再收；不对上的行收不了', 'Rows with them cannot be taken'),
  unknownOf: w('“{text}”，{n} 行', '“{text}”, {n} rows'),
  means: w('就是', 'means'),
  noneOf: w('哪个都不是', 'none of these'),
  rejects: w('收不了的行', 'Rows that cannot be taken'),
  line: w('行', 'Line'),
  why: w('为什么', 'Why'),
  about: w('哪里', 'Where'),
  shownOf: w('先列 {shown} 行，一共 {all} 行', '{shown} of {all}'),
  download: w('下载这张表', 'Download this list'),
  take: w('收进这 {n} 份', 'Take in these {n}'),
  nothing: w('没有可以收的行', 'No row can be taken'),
  done: w(
    '{rows} 行：收进 {taken} 份，{repeated} 份以前收过，{rejected} 行没有收。',
    '{rows} rows: {taken} taken, {repeated} known already, {rejected} not taken.',
  ),
  doneThen: w(
    '收进的答卷每个网格满一批才混进结果，和别的答卷一样。',
    'They enter the results when enough of a grid are together, like any sheet.',
  ),
  another: w('再选一个文件', 'Another file'),
  notOpen: w('问卷在收的时候才能导入。', 'Answers are taken in while the survey is open.'),
  unreadable: w(
    '读不出这个文件。请从那个程序导出 .xlsx 或 .csv；老的 .xls 先另存为 .xlsx。',
    'This file cannot be read. Export .xlsx or .csv; save an old .xls as .xlsx first.',
  ),
  tooMany: w('超过 20,000 行，请分成几个文件。', 'More than 20,000 rows: please split it.'),
  noSurvey: w('没有这份问卷。', 'There is no such survey.'),
  notYours: w('答卷由这里的问卷管理人导入。', 'The keepers of surveys here take answers in.'),
  columnMissing: w('有一列文件里没有，请重新选。', 'A column is not in the file: choose again.'),
  unknownQuestion: w('有一道题不在问卷里，请重新选文件。', 'A question is not in the survey.'),
} satisfies Record<string, Words>

export const importRefusals: Record<string, Words> = {
  no_such_survey: importWords.noSurvey,
  not_yours: importWords.notYours,
  not_open: importWords.notOpen,
  unreadable_file: importWords.unreadable,
  too_many_rows: importWords.tooMany,
  column_missing: importWords.columnMissing,
  unknown_question: importWords.unknownQuestion,
}
