// Units that can receive work beside the teams of areas: the four sections of a street with their posts,
// stationed units, departments, property companies, volunteer groups.
import type { Words } from '#core/kit/words.ts'

export const unitKinds = [
  'section',
  'post',
  'stationed',
  'department',
  'property',
  'volunteer',
] as const
export type UnitKind = (typeof unitKinds)[number]

export const unitKindWords: Readonly<Record<UnitKind, Words>> = {
  section: { zh: '板块', en: 'Section' },
  post: { zh: '岗位', en: 'Post' },
  stationed: { zh: '驻镇街单位', en: 'Stationed unit' },
  department: { zh: '部门', en: 'Department' },
  property: { zh: '物业企业', en: 'Property company' },
  volunteer: { zh: '志愿队伍', en: 'Volunteer group' },
}

export const sections = ['party', 'economy', 'livelihood', 'safety'] as const
export type Section = (typeof sections)[number]

export const sectionWords: Readonly<Record<Section, Words>> = {
  party: { zh: '党的建设', en: 'Party building' },
  economy: { zh: '经济发展', en: 'Economic development' },
  livelihood: { zh: '民生服务', en: 'Public services' },
  safety: { zh: '平安法治', en: 'Safety and rule of law' },
}

export type Unit = {
  readonly id: number
  readonly code: string
  readonly areaId: number
  readonly kind: UnitKind
  readonly section: Section | null
  readonly post: string | null
  readonly underUnitId: number | null
  readonly name: Words
  readonly phone: string | null
}
