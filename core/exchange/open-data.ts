// What a community publishes as open data: each set with what it holds, in which form, with which columns. The addresses
// and columns said here are compared with what the addresses answer (server/exchange/open-data.test.ts).
import { PublicRow } from '#core/cases/contract.ts'
import { publicColumns } from '#core/cases/export-columns.ts'
import { PerformanceView } from '#core/cockpit/contract-public.ts'
import type { Lang, Words } from '#core/kit/words.ts'
import { BoardPostView } from '#core/notices/contract-board.ts'
import { CategoryView } from '#core/places/contract.ts'

export const forms = ['json', 'csv', 'geojson', 'icalendar', 'atom', 'ogc'] as const
export type Form = (typeof forms)[number]
/** What the answer calls itself. */
export const mediaOf: Record<Form, string> = {
  json: 'application/json',
  csv: 'text/csv',
  geojson: 'application/geo+json',
  icalendar: 'text/calendar',
  atom: 'application/atom+xml',
  ogc: 'application/json',
}

/** From where the last change is known; null: it is as new as the moment it is read. */
export type Freshness = 'cases' | 'areas' | 'performance' | 'board' | null

export type DataSet = {
  key: string
  form: Form
  title: Words
  about: Words
  /** Numbers under the small cell are left out of it. */
  smallCells: boolean
  freshness: Freshness
  path: (code: string, lang: Lang) => string
  columns: (lang: Lang) => string[]
}

const keysOf = (schema: { properties: object }): string[] => Object.keys(schema.properties)
const plain =
  (...names: string[]) =>
  () =>
    names
const code = encodeURIComponent

const casesAbout: Words = {
  zh: '已立案、属于公共事情的件：类别、网格、办到哪一步、时限。没有反映人，没有原话；可能在家里的事只到网格。',
  en: 'Filed public matters: category, grid, how far, deadline. No reporter and nobody’s words; what may lie at a home is placed by its grid.',
}

export const dataSets: readonly DataSet[] = [
  {
    key: 'cases-json',
    form: 'json',
    title: { zh: '公共事项', en: 'Public cases' },
    about: casesAbout,
    smallCells: false,
    freshness: 'cases',
    path: (of) => `/api/public/cases?area=${code(of)}&limit=200`,
    columns: () => keysOf(PublicRow),
  },
  {
    key: 'cases-csv',
    form: 'csv',
    title: { zh: '公共事项，表格', en: 'Public cases as a table' },
    about: {
      zh: '同样的内容，一行一件，最多两万行，用表格软件打开。',
      en: 'The same, a line a case, twenty thousand at most, for spreadsheets.',
    },
    smallCells: false,
    freshness: 'cases',
    path: (of) => `/api/public/cases/export?area=${code(of)}&format=csv`,
    columns: (lang) => publicColumns('Asia/Shanghai').map(({ heading }) => heading[lang]),
  },
  {
    key: 'cases-geojson',
    form: 'geojson',
    title: { zh: '公共事项，地图', en: 'Public cases on the map' },
    about: {
      zh: '每件一个要素：公共地方的点或路段，其余是所在网格的范围。经纬度，WGS 84。',
      en: 'A feature a case: a point or stretch in public space, else the outline of its grid. WGS 84.',
    },
    smallCells: false,
    freshness: 'cases',
    path: (of) => `/ogc/collections/public-cases/items?within=${code(of)}&limit=200`,
    columns: plain(
      'number',
      'category',
      'categoryZh',
      'categoryEn',
      'status',
      'state',
      'stateZh',
      'stateEn',
      'urgent',
      'areaCode',
      'areaZh',
      'areaEn',
      'reportedAt',
      'updatedAt',
      'dueAt',
      'placedBy',
    ),
  },
  {
    key: 'areas-geojson',
    form: 'geojson',
    title: { zh: '网格边界', en: 'Outlines of the grids' },
    about: {
      zh: '本社区各网格的代码、名称、边界和起止日期。边界是不是示意，写在里面。',
      en: 'Codes, names, outlines and dates of the grids; whether an outline is schematic is said.',
    },
    smallCells: false,
    freshness: 'areas',
    path: (of) => `/ogc/collections/areas-grid/items?within=${code(of)}`,
    columns: plain(
      'code',
      'name',
      'nameEn',
      'officialName',
      'level',
      'kind',
      'parentCode',
      'validFrom',
      'validTo',
      'schematic',
      'outlineFrom',
    ),
  },
  {
    key: 'performance-json',
    form: 'json',
    title: { zh: '办得怎么样', en: 'How we do' },
    about: {
      zh: '十二个整月的办理数字，和前十二个月比；不排名。不足十件的不显示，也不能减出来。',
      en: 'Figures of twelve whole months beside the twelve before; no ranking. What is under ten is left out, and cannot be had by subtraction.',
    },
    smallCells: true,
    freshness: 'performance',
    path: (of) => `/api/areas/${code(of)}/performance`,
    columns: () => keysOf(PerformanceView),
  },
  {
    key: 'categories-json',
    form: 'json',
    title: { zh: '事项分类和时限', en: 'Categories and limits' },
    about: {
      zh: '什么事能反映、什么算办好、几天内办，哪些公开。',
      en: 'What can be reported, what counts as done, in how many days, and what is public.',
    },
    smallCells: false,
    freshness: null,
    path: (of) => `/api/categories?area=${code(of)}`,
    columns: () => keysOf(CategoryView),
  },
  {
    key: 'board-json',
    form: 'json',
    title: { zh: '公告栏', en: 'Notice board' },
    about: {
      zh: '正贴着的公告，更正的写明为什么。',
      en: 'What hangs on the board now; corrections say why.',
    },
    smallCells: false,
    freshness: 'board',
    path: (of) => `/api/communities/${code(of)}/board`,
    columns: () => keysOf(BoardPostView),
  },
  {
    key: 'board-atom',
    form: 'atom',
    title: { zh: '公告栏，订阅源', en: 'Notice board as a feed' },
    about: {
      zh: '最近六十天的公告，放进阅读器自己会更新。',
      en: 'Notices of the last sixty days, for feed readers.',
    },
    smallCells: false,
    freshness: 'board',
    path: (of, lang) => `/atom/c/${code(of)}.xml${lang === 'en' ? '?lang=en' : ''}`,
    columns: plain('id', 'title', 'published', 'updated', 'category', 'link', 'content'),
  },
  {
    key: 'programme-icalendar',
    form: 'icalendar',
    title: { zh: '活动日程', en: 'Programme of the centre' },
    about: {
      zh: '活动中心的场次，改期和取消会跟着变，手机日历可以订阅。',
      en: 'Sessions at the centre for any calendar; what is moved or cancelled follows.',
    },
    smallCells: false,
    freshness: null,
    path: (of, lang) => `/ical/c/${code(of)}.ics${lang === 'en' ? '?lang=en' : ''}`,
    columns: plain('UID', 'DTSTART', 'DTEND', 'SUMMARY', 'STATUS', 'SEQUENCE'),
  },
  {
    key: 'ogc',
    form: 'ogc',
    title: { zh: '地图服务（OGC API）', en: 'Map service (OGC API – Features)' },
    about: {
      zh: '全部区划和公共事项，QGIS 等地图软件直接连接，不用密钥。',
      en: 'All areas and public cases for QGIS and other map programs, without a key.',
    },
    smallCells: false,
    freshness: null,
    path: (_of, lang) => `/ogc?lang=${lang}`,
    columns: plain('title', 'description', 'links'),
  },
]
