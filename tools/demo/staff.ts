// Invented people for every role, as plain data: who holds which role where, who is on duty, who is away.
// Names are a surname and a post, never a given name, so that nobody real is meant.
import { addDays, localDate } from '#core/kit/time.ts'
import { startOfDay } from '#core/kit/zones.ts'
import type { Role } from '#core/people/roles.ts'
import { dice } from './dice.ts'
import { type PlannedUnit, unitsAt } from './units.ts'

export type StaffArea = { code: string; name: string; level: string; parent: string | null }

export type PlannedGrant = {
  role: Role
  areaCode: string
  unitCode: string | null
  ordinal: number
}
export type PlannedPerson = { id: string; login: string; name: string; grants: PlannedGrant[] }
export type PlannedDuty = {
  areaCode: string
  unitCode: string | null
  personId: string
  from: string
  to: string
}
export type PlannedAbsence = {
  personId: string
  kind: 'leave' | 'training' | 'errand'
  firstOn: string
  lastOn: string
  deputyId: string | null
}
export type StaffPlan = {
  units: PlannedUnit[]
  people: PlannedPerson[]
  duties: PlannedDuty[]
  absences: PlannedAbsence[]
}

/** The communities of the article: their grids have a whole team. */
export const fiveCommunities = [
  '500108106003',
  '500108003005',
  '500108006008',
  '500108101001',
  '500108002005',
] as const

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤冉'

/** The names on the project's drawings, so that pictures and demo agree. */
const drawn: Readonly<Record<string, string>> = {
  'grid-500108006008004': '刘网格',
  'duty-500108006008': '吴社区',
  'desk-day-500108006': '陈调度',
  'desk-check-500108006': '周核查',
  'desk-night-500108006': '林值班',
}

type Enlist = (key: string, post: string, role: Role, at: Place) => PlannedPerson
type Place = { areaCode: string; unitCode?: string }

function register(): { people: PlannedPerson[]; enlist: Enlist } {
  const people: PlannedPerson[] = []
  const by = dice('staff')
  const enlist: Enlist = (key, post, role, at) => {
    const name = drawn[key] ?? `${by.pick([...surnames])}${post}`
    const grants = [{ role, areaCode: at.areaCode, unitCode: at.unitCode ?? null, ordinal: 1 }]
    const login = demoAccounts.find((account) => account.of === key)?.login ?? key
    const person = { id: idOf(key), login, name, grants }
    people.push(person)
    return person
  }
  return { people, enlist }
}

/** A stable id of version 8 (RFC 9562: made by the application's own rule). */
export function idOf(name: string): string {
  const by = dice(`id/${name}`)
  const hex = Array.from({ length: 32 }, () => by.int(0, 15).toString(16))
  hex[12] = '8'
  hex[16] = 'a'
  const at = (from: number, to: number) => hex.slice(from, to).join('')
  return `${at(0, 8)}-${at(8, 12)}-${at(12, 16)}-${at(16, 20)}-${at(20, 32)}`
}

export function staffPlan(areas: readonly StaffArea[], now: string): StaffPlan {
  const { people, enlist } = register()
  const units: PlannedUnit[] = []
  const duties: PlannedDuty[] = []
  const absences: PlannedAbsence[] = []
  for (const area of areas) {
    const here = unitsAt(area)
    units.push(...here)
    for (const unit of here) unitTeam(enlist, unit)
    if (area.level === 'grid') absences.push(...gridTeam(enlist, area, now))
    if (area.level === 'community') duties.push(...communityTeam(enlist, area, now))
    if (area.level === 'street') duties.push(...streetTeam(enlist, area, now))
    if (area.level === 'district') districtTeam(enlist, area)
    if (area.level === 'city') cityTeam(enlist, area)
  }
  return { units, people, duties, absences }
}

function unitTeam(enlist: Enlist, unit: PlannedUnit): void {
  const at = { areaCode: unit.areaCode, unitCode: unit.code }
  if (unit.kind === 'section') {
    enlist(`head-${unit.code}`, '板块长', 'sectionHead', at)
    return
  }
  const inPost = unit.kind === 'post'
  enlist(`head-${unit.code}`, inPost ? '岗长' : '主任', inPost ? 'sectionHead' : 'unitHead', at)
  for (const n of [1, 2])
    enlist(
      `member-${unit.code}-${n}`,
      inPost ? '岗位' : '师傅',
      inPost ? 'postMember' : 'unitMember',
      at,
    )
}

const isDetailed = (code: string): boolean => fiveCommunities.some((each) => code.startsWith(each))

function gridTeam(enlist: Enlist, area: StaffArea, now: string): PlannedAbsence[] {
  const at = { areaCode: area.code }
  const leader = enlist(`leader-${area.code}`, '格长', 'gridLeader', at)
  enlist(`grid-${area.code}`, '网格', 'gridWorker', at)
  if (!isDetailed(area.code)) return []
  const deputy = enlist(`deputy-${area.code}`, '副格长', 'deputyLeader', at)
  enlist(`part-${area.code}-1`, '楼长', 'partTimeWorker', at)
  enlist(`part-${area.code}-2`, '党员', 'partTimeWorker', at)
  enlist(`micro-${area.code}`, '微格长', 'microGridHead', at)
  const by = dice(`absence/${area.code}`)
  if (!by.chance(0.25)) return []
  const first = localDate(addDays(now, -by.int(0, 4)), 'Asia/Shanghai')
  const last = localDate(addDays(now, by.int(1, 9)), 'Asia/Shanghai')
  const kind = by.pick(['leave', 'training', 'errand'] as const)
  return [{ personId: leader.id, kind, firstOn: first, lastOn: last, deputyId: deputy.id }]
}

function communityTeam(enlist: Enlist, area: StaffArea, now: string): PlannedDuty[] {
  const at = { areaCode: area.code }
  const duty = enlist(`duty-${area.code}`, '社区', 'communityDuty', at)
  const second = enlist(`duty2-${area.code}`, '干事', 'communityDuty', at)
  enlist(`secretary-${area.code}`, '书记', 'communitySecretary', at)
  if (isDetailed(area.code)) {
    enlist(`committee-${area.code}`, '监督', 'supervisionCommittee', at)
    enlist(`instructor-${area.code}`, '指导员', 'gridInstructor', at)
    enlist(`centre-${area.code}`, '中心', 'centreStaff', at)
  }
  return rosterOf(now, [[8.5, 18]]).map(({ from, to, turn }) => {
    const person = turn % 2 === 0 ? duty : second
    return { areaCode: area.code, unitCode: null, personId: person.id, from, to }
  })
}

function streetTeam(enlist: Enlist, area: StaffArea, now: string): PlannedDuty[] {
  const at = { areaCode: area.code }
  const day = enlist(`desk-day-${area.code}`, '调度', 'streetDispatcher', at)
  const night = enlist(`desk-night-${area.code}`, '值班', 'streetDispatcher', at)
  enlist(`desk-check-${area.code}`, '核查', 'streetDispatcher', at)
  enlist(`commander-${area.code}`, '指挥长', 'streetCommander', at)
  return rosterOf(now, [
    [8, 20],
    [20, 32],
  ]).map(({ from, to, shift }) => {
    return {
      areaCode: area.code,
      unitCode: null,
      personId: (shift === 0 ? day : night).id,
      from,
      to,
    }
  })
}

function districtTeam(enlist: Enlist, area: StaffArea): void {
  const at = { areaCode: area.code }
  enlist(`centre-day-${area.code}`, '区值班', 'districtDispatcher', at)
  enlist(`centre-night-${area.code}`, '区夜班', 'districtDispatcher', at)
  enlist(`centre-head-${area.code}`, '区领导', 'districtCommander', at)
  enlist(`rules-${area.code}`, '规则', 'ruleKeeper', at)
  enlist('admin', '系统', 'systemAdmin', at)
  enlist('security', '安全', 'securityAdmin', at)
  enlist('audit', '审计', 'auditAdmin', at)
}

function cityTeam(enlist: Enlist, area: StaffArea): void {
  enlist(`centre-${area.code}`, '市值班', 'cityDispatcher', { areaCode: area.code })
  enlist(`centre-head-${area.code}`, '市领导', 'cityCommander', { areaCode: area.code })
}

/** Shifts in local hours of a day, from two days back to two weeks ahead; 32 is eight next morning. */
function rosterOf(now: string, shifts: readonly (readonly [number, number])[]) {
  const zone = 'Asia/Shanghai'
  return Array.from({ length: 16 }, (_, turn) => {
    const midnight = startOfDay(localDate(addDays(now, turn - 2), zone), zone)
    return shifts.map(([open, close], shift) => ({
      turn,
      shift,
      from: hoursAfter(midnight, open),
      to: hoursAfter(midnight, close),
    }))
  }).flat()
}

function hoursAfter(instant: string, hours: number): string {
  return new Date(Date.parse(instant) + hours * 3_600_000).toISOString()
}

export type DemoAccount = { login: string; of: string; zh: string; en: string; door: string }

/** One password for all of them; they open only while the server listens on loopback. */
export const demoPassword = 'linli-demo-141'

/** Short logins for the people a newcomer wants to be, and whose place in the plan each takes. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    login: 'chen',
    of: 'desk-day-500108006',
    zh: '街道派遣员',
    en: 'street dispatcher',
    door: '/desk/',
  },
  {
    login: 'zhou',
    of: 'desk-check-500108006',
    zh: '街道核查',
    en: 'street checker',
    door: '/desk/',
  },
  {
    login: 'liu',
    of: 'grid-500108006008004',
    zh: '专职网格员',
    en: 'grid worker',
    door: '/field/',
  },
  {
    login: 'shequ',
    of: 'duty-500108006008',
    zh: '社区值班员',
    en: 'community duty',
    door: '/desk/',
  },
  {
    login: 'shuji',
    of: 'secretary-500108006008',
    zh: '社区书记',
    en: 'community secretary',
    door: '/desk/',
  },
  {
    login: 'tongjing',
    of: 'secretary-500108106003',
    zh: '同景社区书记',
    en: 'secretary of Tongjing',
    door: '/desk/',
  },
  {
    login: 'center',
    of: 'centre-500108106003',
    zh: '同景中心工作人员',
    en: 'staff of the centre of Tongjing',
    door: '/desk/',
  },
  {
    login: 'lamps',
    of: 'head-500108-lamps',
    zh: '区照明所',
    en: 'lighting office',
    door: '/desk/',
  },
  {
    login: 'lead',
    of: 'centre-head-500108',
    zh: '区值班领导',
    en: 'district leader',
    door: '/desk/',
  },
  { login: 'rules', of: 'rules-500108', zh: '规则管理员', en: 'rule keeper', door: '/desk/' },
  { login: 'admin', of: 'admin', zh: '系统管理员', en: 'system administrator', door: '/desk/' },
]
