// The published results as a file: first what the columns mean and what was hidden, then one line a cell.
import type { InputOf } from '#core/kit/contract.ts'
import { done } from '#core/kit/result.ts'
import type * as contract from '#core/surveys/contract-results.ts'
import type { PublishedView } from '#core/surveys/contract-results.ts'
import type { App, Who } from '../app.ts'
import { type CsvCell, csvByteOrderMark, csvLine } from '../kit/csv.ts'
import { readPublished } from './publishing.ts'

export async function downloadPublished(
  app: App,
  who: Who,
  input: InputOf<typeof contract.downloadPublished>,
) {
  const found = await readPublished(app, who, input)
  if (!found.ok) return found
  const published = found.value
  const lines = [
    ...codeBook(published),
    [],
    heading,
    ...published.tables.flatMap(cellsOf),
    ...figuresOf(published),
  ]
  return done({
    contentType: 'text/csv; charset=utf-8',
    fileName: `${published.title.zh}-${published.number}.csv`,
    body: csvByteOrderMark + lines.map((cells) => csvLine(cells)).join(''),
  })
}

const heading: CsvCell[] = [
  '表 table',
  '问题 question',
  '分组题 by',
  '组代码 group',
  '组 group label',
  '选项代码 option',
  '选项 option label',
  '应答基数 asked',
  '人数 n',
  '加权 weighted',
  '下限 low',
  '上限 high',
  '未加权 unweighted',
  '下限 low',
  '上限 high',
  '说明 note',
]

function codeBook(p: PublishedView): CsvCell[][] {
  const weights = p.weighedBy
    .map(({ title, source, asOf }) => `${title.zh}（${source}，${asOf}）`)
    .join('；')
  return [
    ['代码本 code book'],
    ['问卷 survey', p.title.zh, p.title.en],
    ['地方 area', p.area.name, p.area.code],
    ['问卷版本 version', p.version],
    ['公布 publication', p.number, p.at, p.decidedBy, p.reason],
    [
      '收到的问卷 sheets',
      p.sheets,
      p.frame === null ? '没有名册基数 no frame' : `应答 of ${p.frame}`,
    ],
    [
      '加权 weights',
      p.weighted ? weights : '未加权 unweighted',
      `有效样本 effective sample ${p.effective}`,
    ],
    [
      '加权 weighted',
      '按已知人口构成加权后的比例；asked of the base, weighted to known figures of who lives here',
    ],
    ['未加权 unweighted', '收到多少算多少；as received'],
    [
      '下限、上限 low, high',
      '95%区间：泰勒线性化，logit变换；95 % interval, Taylor linearised, on the logit scale',
    ],
    [
      '应答基数 asked',
      '问到这道题的人数，含没有回答的；多选题按人算，不按勾选数算；share of people asked, not of ticks',
    ],
    [
      'hidden',
      `不足${p.threshold}人的组，以及能由相减推出它的格，不显示；groups under ${p.threshold}, and what would give them away, are hidden`,
    ],
    ['隐去的格 hidden cells', p.hidden],
    ...p.tables.flatMap((table) =>
      table.lines.map((line): CsvCell[] => [
        '选项 option',
        table.key,
        line.code,
        line.label.zh,
        line.label.en,
      ]),
    ),
  ]
}

function cellsOf(table: PublishedView['tables'][number]): CsvCell[][] {
  const none = { code: '-', label: { zh: '没有回答', en: 'No answer' }, cells: table.none }
  return [...table.lines, none].flatMap((line) =>
    table.groups.map((group, g): CsvCell[] => {
      const cell = line.cells[g] ?? null
      const head = [
        table.key,
        table.title.zh,
        table.by?.title.zh ?? '',
        group.code,
        group.label.zh,
        line.code,
        line.label.zh,
      ]
      if (cell === null)
        return [...head, group.n, null, null, null, null, null, null, null, 'hidden']
      return [...head, group.n, cell.n, ...cell.weighted, ...cell.plain, '']
    }),
  )
}

const figuresOf = ({ figures }: PublishedView): CsvCell[][] =>
  figures.map(({ key, title, unit, n, weighted, plain }) => [
    key,
    title.zh,
    '',
    '*',
    '全部',
    'mean',
    `平均 mean${unit === null ? '' : ` ${unit.zh}`}`,
    n,
    n,
    ...weighted,
    ...plain,
    '',
  ])
