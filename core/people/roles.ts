// The roles that are granted, as data: at which level of the tree, which marks of the move table they carry
// for their own layer, how much of the cases they see, and what they may administer. How marks reach other
// layers (the parent's duty person, the supervisor) is in rights.ts. Whatever is not listed is denied.
import type { Words } from '#core/kit/words.ts'

/**
 * The marks of the move table: grid worker, grid leader, duty person or dispatcher, holder, giver, head,
 * duty person of the parent area, reviewer of the parent area, supervisor.
 */
export type Mark = 'GW' | 'GL' | 'DP' | 'LH' | 'LG' | 'HD' | 'UP' | 'RV' | 'SV'

/** `area`: every case of the granted subtree. `unit`: cases whose chain names the unit. `none`: no case. */
export type Sight = 'area' | 'unit' | 'none'

export type Right =
  | 'keepAccounts'
  | 'keepGrants'
  | 'keepTokens'
  | 'keepExchange'
  | 'keepRoster'
  | 'keepRules'
  | 'keepPlaces'
  | 'readLooks'
  | 'readFigures'
  | 'keepSurveys'
  | 'enterSurveys'
  | 'keepResources'
  | 'keepThemes'
  | 'keepCentre'
  | 'keepBoard'

export type RoleCard = {
  readonly name: Words
  /** Levels of the tree where it is granted; null is any. */
  readonly levels: readonly string[] | null
  /** Granted for a section, post or other unit, never for an area alone. */
  readonly needsUnit: boolean
  /** Marks at the layer of the grant itself. */
  readonly marks: readonly Mark[]
  readonly sees: Sight
  readonly rights: readonly Right[]
  /** The three administrators are kept apart from each other's watch and from all case work. */
  readonly administers: boolean
}

export const allRoles = [
  'gridWorker',
  'partTimeWorker',
  'microGridHead',
  'gridLeader',
  'deputyLeader',
  'gridInstructor',
  'communityDuty',
  'communitySecretary',
  'centreStaff',
  'streetDispatcher',
  'streetCommander',
  'sectionHead',
  'postMember',
  'unitHead',
  'unitMember',
  'districtDispatcher',
  'districtCommander',
  'cityDispatcher',
  'cityCommander',
  'ruleKeeper',
  'supervisionCommittee',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
] as const
export type Role = (typeof allRoles)[number]

type Rest = Partial<Pick<RoleCard, 'sees' | 'rights' | 'needsUnit' | 'administers'>>

function card(
  name: Words,
  levels: readonly string[] | null,
  marks: readonly Mark[],
  rest: Rest = {},
): RoleCard {
  const usual = {
    needsUnit: false,
    sees: 'area',
    rights: ['readFigures'],
    administers: false,
  } as const
  return { name, levels, marks, ...usual, ...rest }
}

const grid = ['grid']
const rosterAndFigures: readonly Right[] = ['keepRoster', 'readFigures']
/** What a community asks, has, decides and does: kept by its secretary, and above it by those who answer for areas. */
const needsAndProgramme: readonly Right[] = [
  'keepSurveys',
  'enterSurveys',
  'keepResources',
  'keepThemes',
  'keepCentre',
  'keepBoard',
]
const headOfArea: readonly Right[] = [...rosterAndFigures, ...needsAndProgramme]
/** Whoever is at the door or the counter writes down what somebody answers. */
const entersAnswers: Rest = { rights: ['readFigures', 'enterSurveys'] }
const inUnit: Rest = { needsUnit: true, sees: 'unit' }

export const roles: Readonly<Record<Role, RoleCard>> = {
  gridWorker: card(
    { zh: '专职网格员', en: 'Full-time grid worker' },
    grid,
    ['GW', 'LH'],
    entersAnswers,
  ),
  partTimeWorker: card(
    { zh: '兼职网格员', en: 'Part-time grid worker' },
    grid,
    ['GW'],
    entersAnswers,
  ),
  microGridHead: card({ zh: '微网格长', en: 'Micro-grid head' }, ['micro', 'grid'], ['GW']),
  gridLeader: card(
    { zh: '网格长', en: 'Grid leader' },
    grid,
    ['GL', 'LH', 'LG', 'HD'],
    entersAnswers,
  ),
  deputyLeader: card(
    { zh: '副网格长', en: 'Deputy grid leader' },
    grid,
    ['GL', 'LH', 'LG', 'HD'],
    entersAnswers,
  ),
  gridInstructor: card({ zh: '网格指导员', en: 'Grid instructor' }, ['grid', 'community'], []),
  communityDuty: card(
    { zh: '社区值班员', en: 'Community duty officer' },
    ['community'],
    ['DP', 'LH', 'LG'],
    { rights: ['readFigures', 'enterSurveys', 'keepResources', 'keepCentre', 'keepBoard'] },
  ),
  communitySecretary: card(
    { zh: '社区党组织书记／居委会主任', en: 'Community secretary' },
    ['community'],
    ['DP', 'LH', 'LG', 'HD'],
    { rights: headOfArea },
  ),
  centreStaff: card(
    { zh: '党群服务中心工作人员', en: 'Community centre staff' },
    ['community', 'street'],
    [],
    { sees: 'none', rights: ['readFigures', 'enterSurveys', 'keepCentre', 'keepBoard'] },
  ),
  streetDispatcher: card(
    { zh: '街道指挥中心值班员', en: 'Street dispatcher' },
    ['street'],
    ['DP', 'LH', 'LG'],
  ),
  // A commander dispatches too: an urgent case goes straight to the centre and its duty leader sends it on.
  streetCommander: card(
    { zh: '指挥长／值班领导', en: 'Street commander' },
    ['street'],
    ['DP', 'LH', 'LG', 'HD'],
    { rights: headOfArea },
  ),
  sectionHead: card({ zh: '板块负责人', en: 'Section head' }, null, ['LH', 'LG', 'HD'], {
    ...inUnit,
    rights: rosterAndFigures,
  }),
  postMember: card({ zh: '岗位人员', en: 'Post member' }, null, ['LH'], inUnit),
  unitHead: card({ zh: '单位负责人', en: 'Head of unit' }, null, ['LH', 'LG', 'HD'], {
    ...inUnit,
    rights: rosterAndFigures,
  }),
  unitMember: card({ zh: '单位联络员', en: 'Unit liaison' }, null, ['LH'], inUnit),
  districtDispatcher: card(
    { zh: '区县中心值班员', en: 'District dispatcher' },
    ['district'],
    ['DP', 'LH', 'LG'],
  ),
  districtCommander: card(
    { zh: '区县中心值班领导', en: 'District commander' },
    ['district'],
    ['DP', 'LH', 'LG', 'HD'],
    { rights: headOfArea },
  ),
  cityDispatcher: card({ zh: '市中心值班员', en: 'City dispatcher' }, ['city'], ['DP', 'LH', 'LG']),
  cityCommander: card(
    { zh: '市中心值班领导', en: 'City commander' },
    ['city'],
    ['DP', 'LH', 'LG', 'HD'],
    { rights: headOfArea },
  ),
  ruleKeeper: card({ zh: '规则管理员', en: 'Rule keeper' }, ['district', 'city'], [], {
    sees: 'none',
    rights: ['keepRules', 'keepPlaces', 'readFigures'],
  }),
  supervisionCommittee: card(
    { zh: '居务监督委员会', en: 'Supervision committee' },
    ['community'],
    [],
    {
      sees: 'none',
    },
  ),
  systemAdmin: card({ zh: '系统管理员', en: 'System administrator' }, null, [], {
    sees: 'none',
    rights: ['keepAccounts', 'keepTokens', 'keepExchange'],
    administers: true,
  }),
  securityAdmin: card({ zh: '安全管理员', en: 'Security administrator' }, null, [], {
    sees: 'none',
    rights: ['keepAccounts', 'keepGrants'],
    administers: true,
  }),
  auditAdmin: card({ zh: '审计管理员', en: 'Audit administrator' }, null, [], {
    sees: 'none',
    rights: ['readLooks'],
    administers: true,
  }),
}

export function isRole(text: string): text is Role {
  return (allRoles as readonly string[]).includes(text)
}
