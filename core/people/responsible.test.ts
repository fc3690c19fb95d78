import { expect, test } from 'vitest'
import { responsible, type Candidate, type ResponsibleQuestion } from './responsible.ts'
import type { Role } from './roles.ts'

const grid = { areaId: 111, level: 'grid', name: { zh: '同景第一网格', en: 'Tongjing grid 1' } }
const community = { areaId: 11, level: 'community', name: { zh: '同景社区', en: 'Tongjing' } }
const street = { areaId: 10, level: 'street', name: { zh: '长生桥镇', en: 'Changshengqiao' } }
const district = { areaId: 2, level: 'district', name: { zh: '南岸区', en: 'Nan’an' } }
const whole = [grid, community, street, district]
const unit = { id: 7, name: { zh: '物业中心', en: 'Property centre' } }
const ask = (more: Partial<ResponsibleQuestion> = {}): ResponsibleQuestion => ({
  chain: whole,
  unit: null,
  personId: null,
  timeZone: 'Asia/Shanghai',
  ...more,
})

type Brief = Partial<Omit<Candidate, 'areaId' | 'personId'>>
const someone = (name: string, areaId: number | null, more: Brief): Candidate => ({
  areaId,
  unitId: null,
  personId: name,
  name,
  source: 'grant',
  role: null,
  ordinal: 1,
  until: null,
  away: null,
  ...more,
})
const granted = (name: string, areaId: number, role: Role, more: Brief = {}) =>
  someone(name, areaId, { role, ...more })
const onDuty = (name: string, areaId: number, more: Brief = {}) =>
  someone(name, areaId, { source: 'duty', until: '2026-05-08T10:00:00.000Z', ...more })
const leave = { away: { kind: 'leave', lastOn: '2026-05-12', deputy: null } } as const
const leaveTo = (id: string) => ({ away: { ...leave.away, deputy: { id, name: id } } })

const leader = granted('刘网格', 111, 'gridLeader')
const leaderAway = granted('刘网格', 111, 'gridLeader', leave)
const deputies = [
  granted('罗副甲', 111, 'deputyLeader'),
  granted('罗副乙', 111, 'deputyLeader', { ordinal: 2 }),
]
const worker = granted('周专职', 111, 'gridWorker')
const secretary = granted('何书记', 11, 'communitySecretary')
const clerk = granted('吴值班', 11, 'communityDuty')
const dispatcher = granted('陈调度', 10, 'streetDispatcher')

const table: [string, ResponsibleQuestion, Candidate[], number, string | null, string][] = [
  [
    'a person named on the leg',
    ask({ unit, personId: '钱师傅' }),
    [someone('钱师傅', null, { source: 'named' }), dispatcher],
    1,
    '钱师傅',
    '由钱师傅办理（物业中心）。',
  ],
  [
    'a named person who is away gives way to the roster',
    ask({ unit, personId: '钱师傅' }),
    [someone('钱师傅', null, { source: 'named', ...leave }), onDuty('孙当班', 10, { unitId: 7 })],
    2,
    '孙当班',
    '物业中心当班：孙当班（至5月8日18:00）。',
  ],
  [
    'a unit without roster: its head',
    ask({ unit, chain: [street, district] }),
    [
      granted('冯队员', 10, 'unitMember', { unitId: 7 }),
      granted('冯队长', 10, 'unitHead', { unitId: 7 }),
    ],
    2,
    '冯队长',
    '由物业中心负责人冯队长负责。',
  ],
  [
    'a unit with nobody: the centre of its street',
    ask({ unit, chain: [street, district] }),
    [dispatcher],
    7,
    '陈调度',
    '物业中心暂无人值守，由长生桥镇指挥中心值班员陈调度负责。',
  ],
  [
    'the grid leader',
    ask(),
    [dispatcher, worker, ...deputies, leader],
    3,
    '刘网格',
    '网格长刘网格负责。',
  ],
  [
    'the first deputy while the leader is away',
    ask(),
    [leaderAway, ...deputies, worker],
    4,
    '罗副甲',
    '网格长休假，由副网格长罗副甲代理至5月12日。',
  ],
  [
    'the next deputy when the first is away too',
    ask(),
    [leaderAway, granted('罗副甲', 111, 'deputyLeader', leave), deputies[1] as Candidate],
    4,
    '罗副乙',
    '网格长休假，由副网格长罗副乙代理至5月12日。',
  ],
  [
    'whom the absent leader named, though no deputy of the grid',
    ask(),
    [granted('刘网格', 111, 'gridLeader', leaveTo('杜邻居')), ...deputies],
    4,
    '杜邻居',
    '网格长休假，由杜邻居代理至5月12日。',
  ],
  [
    'a deputy where no leader is granted',
    ask(),
    [...deputies],
    4,
    '罗副甲',
    '副网格长罗副甲负责。',
  ],
  [
    'the full-time worker',
    ask(),
    [leaderAway, worker, secretary],
    5,
    '周专职',
    '暂由专职网格员周专职负责。',
  ],
  [
    'the community roster',
    ask(),
    [leaderAway, secretary, onDuty('吴值班', 11)],
    6,
    '吴值班',
    '网格暂无人值守，由同景社区值班吴值班负责（至5月8日18:00）。',
  ],
  [
    'the secretary; a duty officer without duty is not asked',
    ask(),
    [clerk, secretary],
    6,
    '何书记',
    '网格暂无人值守，由同景社区党组织书记何书记负责。',
  ],
  [
    'the street centre at night',
    ask(),
    [granted('何书记', 11, 'communitySecretary', leave), clerk, dispatcher],
    7,
    '陈调度',
    '社区暂无人值守，由长生桥镇指挥中心值班员陈调度负责。',
  ],
  [
    'the roster of the centre before its dispatchers',
    ask({ chain: [street, district] }),
    [dispatcher, onDuty('唐夜班', 10)],
    7,
    '唐夜班',
    '由长生桥镇指挥中心值班员唐夜班负责（至5月8日18:00）。',
  ],
  [
    'a commander where no dispatcher is there',
    ask({ chain: [community, street] }),
    [granted('曹值守', 10, 'streetCommander')],
    7,
    '曹值守',
    '社区暂无人值守，由长生桥镇指挥中心值班员曹值守负责。',
  ],
  [
    'the district where the street has nobody',
    ask({ chain: [street, district] }),
    [granted('韩区台', 2, 'districtDispatcher')],
    7,
    '韩区台',
    '长生桥镇中心暂无人值守，由南岸区指挥中心值班员韩区台负责。',
  ],
  [
    'nobody at all: the post still answers',
    ask(),
    [],
    7,
    null,
    '南岸区中心暂无人值守，由长生桥镇指挥中心值班员负责。',
  ],
]

test.each(table)('%s', (_, asked, candidates, rule, personId, sentence) => {
  const answer = responsible(asked, candidates)
  expect([answer.rule, answer.personId, answer.sentence.zh]).toEqual([rule, personId, sentence])
})

test('residents read post and unit, never a name', () => {
  for (const [, asked, candidates] of table) {
    const { publicSentence } = responsible(asked, candidates)
    for (const one of candidates)
      expect(publicSentence.zh + publicSentence.en).not.toContain(one.name)
  }
  expect(responsible(ask(), [leader]).publicSentence).toEqual({
    zh: '由同景第一网格网格长负责。',
    en: 'Tongjing grid 1: the Grid leader is responsible.',
  })
})

test('a micro-grid is answered by its grid', () => {
  const micro = { areaId: 1111, level: 'micro', name: { zh: '微网格一', en: 'Micro 1' } }
  const head = granted('邱楼长', 1111, 'microGridHead')
  expect(responsible(ask({ chain: [micro, ...whole] }), [head, leader]).personId).toBe('刘网格')
})
