// The units of the demo district: what stands at the district, in each street and town, and in each
// community, with the categories each takes. Invented in all but kind; telephones are not in service.
import type { Section, UnitKind } from '#core/people/units.ts'
import { dice } from './dice.ts'
import { shortNameOf } from './whereabouts.ts'

export type PlannedUnit = {
  code: string
  areaCode: string
  kind: UnitKind
  section: Section | null
  post: string | null
  under: string | null
  zh: string
  en: string
  phone: string
  /** Beginnings of the category codes it takes, the more particular first. */
  takes: string[]
}

type Line = readonly [slug: string, zh: string, en: string, takes: string]

const bureaux: readonly Line[] = [
  ['lamps', '区照明所', 'District lighting office', 'P01-37'],
  ['roads', '区市政设施所', 'District roads office', 'P01-01 P02-02 P02-05 E05-05 E03-06'],
  ['drains', '区排水所', 'District drainage office', 'P01-04 E05-07 E01-98'],
  ['parks', '区园林所', 'District parks office', 'P04 P02-01'],
  ['order', '区城管局', 'District urban management bureau', 'E01 E02 E03 E04-06 P03'],
  ['housing', '区住房建设委', 'District housing commission', 'C02-04 C04 E03 P05-02'],
  ['land', '区规划自然资源局', 'District planning bureau', 'E05-97 E01-01-2'],
  ['water', '江岸供水公司', 'Riverside Water Company', 'E05-01 E05-98'],
  ['power', '江岸供电公司', 'Riverside Power Company', 'P01-99 E05-98'],
  ['gas', '江岸燃气公司', 'Riverside Gas Company', 'E05-02'],
  ['traffic', '区交巡警支队', 'District traffic police', 'P02-03 P02-04 E04-08'],
  ['nature', '区生态环境局', 'District environment bureau', 'E01-30 E03-02 E06-02'],
  ['health', '区卫生健康委', 'District health commission', 'E01-99'],
  ['welfare', '区民政局', 'District civil affairs bureau', 'C03'],
  ['labour', '区人力社保局', 'District labour bureau', 'C05-01'],
  ['fire', '区消防救援大队', 'District fire brigade', 'P01-98 E04-96 C02'],
]

type Post = readonly [section: Section, slug: string, zh: string, en: string, takes: string]

const posts: readonly Post[] = [
  ['party', 'members', '党群岗', 'Party and mass work post', 'C04-04 C04-01 C05-02 C05-04'],
  ['party', 'volunteers', '志愿服务岗', 'Volunteers post', 'C03-04 C03-05'],
  ['economy', 'market', '市场服务岗', 'Market services post', 'C06-02 E02-02 E04-06'],
  ['economy', 'farming', '农林水利岗', 'Farming and water post', 'E06-02 P04'],
  ['livelihood', 'cityscape', '城管岗', 'Urban management post', 'E01 E02 E04 P03 P04'],
  ['livelihood', 'cleaning', '环卫岗', 'Cleaning post', 'E01-10 E01-12 E01-92 E06 P03'],
  ['livelihood', 'drainage', '排水岗', 'Drainage post', 'P01-04 P05-01 E05-07 E01-98'],
  ['livelihood', 'works', '市政岗', 'Works post', 'P01 P02 E03-06 E05-05'],
  ['livelihood', 'welfare', '民政岗', 'Civil affairs post', 'C03 C05'],
  ['livelihood', 'housing', '住房物业岗', 'Housing post', 'P05 C01-02 C01-03 C01-06 C04'],
  ['safety', 'peace', '平安岗', 'Public order post', 'C01 C02-05 E01-84 E06-03 E04'],
  [
    'safety',
    'enforcement',
    '综合执法岗',
    'Enforcement post',
    'E01-01 E01-28 E01-30 E03 E04-06 E01-97',
  ],
  [
    'safety',
    'emergency',
    '应急消防岗',
    'Emergency and fire post',
    'E05 P01-98 E04-96 C02 P01-01 P03-06 P04-01',
  ],
]

const sectionNames: Readonly<Record<Section, readonly [zh: string, en: string]>> = {
  party: ['党的建设板块', 'Section: party building'],
  economy: ['经济发展板块', 'Section: economic development'],
  livelihood: ['民生服务板块', 'Section: public services'],
  safety: ['平安法治板块', 'Section: safety and rule of law'],
}

const stationed: readonly Line[] = [
  ['police', '派出所', 'Police post', 'E01-84 E04-08 C01-01 C02-05'],
  ['trade', '市场监管所', 'Market supervision office', 'E01-30 C06-02 E02'],
  ['justice', '司法所', 'Justice office', 'C01 C04-04'],
  ['traffic', '交巡警中队', 'Traffic police squad', 'E04-08 P02-03'],
  ['clinic', '社区卫生服务中心', 'Community health centre', 'E01-99 C03-01'],
]

export type UnitArea = { code: string; name: string; level: string }

/** Sections come before their posts, so that rows can be written in this order. */
export function unitsAt(area: UnitArea): PlannedUnit[] {
  if (area.level === 'district') return bureaux.map((line) => simple(area, 'department', line))
  if (area.level === 'street') return [...sectionsAt(area), ...stationedAt(area)]
  if (area.level === 'community') return companiesAt(area)
  return []
}

function simple(area: UnitArea, kind: UnitKind, line: Line): PlannedUnit {
  const [slug, zh, en, takes] = line
  const rest = { kind, section: null, post: null, under: null, zh, en, takes: takes.split(' ') }
  return {
    code: `${area.code}-${slug}`,
    areaCode: area.code,
    phone: phone(area.code + slug),
    ...rest,
  }
}

function sectionsAt(area: UnitArea): PlannedUnit[] {
  const of = (section: Section, slug: string) => ({
    code: `${area.code}-${section}${slug}`,
    areaCode: area.code,
    section,
    phone: phone(area.code + section + slug),
  })
  const heads = (Object.keys(sectionNames) as Section[]).map((section): PlannedUnit => {
    const [zh, en] = sectionNames[section]
    return { ...of(section, ''), kind: 'section', post: null, under: null, zh, en, takes: [] }
  })
  const under = posts.map(([section, slug, zh, en, takes]): PlannedUnit => {
    const names = { post: zh, under: `${area.code}-${section}`, zh, en }
    return { ...of(section, `-${slug}`), kind: 'post', ...names, takes: takes.split(' ') }
  })
  return [...heads, ...under]
}

function stationedAt(area: UnitArea): PlannedUnit[] {
  const town = area.name.replace(/(街道|镇)$/, '')
  return stationed.map(([slug, zh, en, takes]) =>
    simple(area, 'stationed', [slug, `${town}${zh}`, en, takes]),
  )
}

const companyNames =
  '邻安 佳和 江畔 同心 绿荫 润家 众城 康居 朗悦 惠邻 顺和 嘉园 恒心 云栖 春晖 山城人家'.split(' ')

function companiesAt(area: UnitArea): PlannedUnit[] {
  const by = dice(`companies/${area.code}`)
  const name = by.pick(companyNames)
  const short = shortNameOf(area.name)
  const takes =
    'P05 P01-46 P01-81 P01-98 P03-05 P04-02 P04-03 E01-1 E01-92 E01-99 E04-10 E04-96 C01-02 C01-03 C01-06 C02 C04'
  return [
    simple(area, 'property', ['property', `${name}物业（${short}）`, 'Property company', takes]),
    simple(area, 'volunteer', [
      'volunteers',
      `${short}志愿服务队`,
      'Volunteer group',
      'C03-01 C03-04 E02-01',
    ]),
  ]
}

/** Of the duty desk itself, where residents reach somebody at any hour. */
export const deskPhone = (areaCode: string): string => phone(`${areaCode}/desk`)

/** 023-5555 … is used for invented lines on the project's drawings; none is dialled by the program. */
function phone(of: string): string {
  return `023-5555 ${String(dice(`phone/${of}`).int(1_000, 9_999))}`
}
