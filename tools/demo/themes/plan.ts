// Five communities and how far each has come with its theme: one judged after a year, one running, one decided, one still
// talking, one that adopted another's practice. Invented, like everything in the demo world.
import type { MeasureKind, ThemeState } from '#core/themes/programme.ts'
import { tongjing } from './plan-tongjing.ts'

export type PlannedGoal = {
  key: string
  text: string
  unit: string
  up: boolean
  target: number
  /** What measures it; where it stood before is measured by the same. */
  indicator: string
  params?: Readonly<Record<string, string>>
  from?: string
}
export type PlannedMeasure = {
  key: string
  kind: MeasureKind
  text: string
  yuan?: number
  from?: string
}
export type PlannedVoice = {
  kind: 'proposal' | 'comment' | 'objection'
  theme: string | null
  text: string
  channel: 'web' | 'assisted' | 'meeting'
  answer?: string
  /** Nobody has looked yet; or it was withheld, and why. */
  held?: true
  withheld?: string
}

export type PlannedTheme = {
  key: string
  community: string
  survey: string
  /** Days before today. */
  opened: number
  frozen: number
  voices: readonly PlannedVoice[]
  decision: null | {
    held: number
    notice: number
    kind: string
    expected: number
    attended: number
    yes: number
    no: number
    abstain: number
    place: string
    pointsFor: readonly string[]
    minutes: string
    reasons: string
  }
  promise: string | null
  circle: string | null
  states: readonly (readonly [ThemeState, daysAgo: number, reason: string])[]
  goals: readonly PlannedGoal[]
  measures: readonly PlannedMeasure[]
  evaluation: null | { daysAgo: number; conclusion: string }
  adopts: string | null
  /** Series of the centre that are held for it, by their titles. */
  series: readonly string[]
}

const nothing = {
  promise: null,
  circle: null,
  states: [],
  goals: [],
  measures: [],
  evaluation: null,
  adopts: null,
  series: [],
} as const

export const themePlan: readonly PlannedTheme[] = [
  tongjing,
  {
    key: 'zhengjie',
    community: '500108003005',
    survey: 'survey zhengjie-needs',
    opened: 180,
    frozen: 168,
    voices: [
      {
        kind: 'proposal',
        theme: 'street',
        text: '把小人书摊和露天电影固定下来',
        channel: 'assisted',
      },
      {
        kind: 'objection',
        theme: 'street',
        text: '怕晚上太吵。',
        channel: 'meeting',
        answer: '露天电影九点半收场，音箱朝河一面放，住户代表每场值守。',
      },
    ],
    decision: {
      held: 161,
      notice: 173,
      kind: 'street',
      expected: 63,
      attended: 51,
      yes: 44,
      no: 5,
      abstain: 2,
      place: '正街老院坝',
      pointsFor: ['老街本来就有人气', '商户愿意一起出力'],
      minutes: '会前在院坝贴了十二天通知。到会代表看了证据，商户列席说了打算，随后表决。',
      reasons: '大家要的是菜市、小吃和热闹的街；商户多，老街的味道别处没有。',
    },
    promise: '买菜吃饭三百米，每周街上有一件热闹事，十点以前都安静。',
    circle: '超级八十街一线，菜市、食堂、书摊都在一刻钟以内。',
    states: [
      ['prepared', 161, '居民代表会议已作决定'],
      ['pilot', 140, '先试两个月周末街市'],
      ['running', 76, '商户和住户都说可以，铺开到整条街'],
    ],
    goals: [
      {
        key: 'complaints',
        text: '反映人说“解决了”的比例',
        unit: '%',
        up: true,
        target: 80,
        indicator: 'cases.solvedShare',
      },
      {
        key: 'market',
        text: '街上的课堂和活动场次',
        unit: '场／年',
        up: true,
        target: 60,
        indicator: 'activities.sessions',
      },
    ],
    series: ['手机课堂', '书法绘画'],
    measures: [
      { key: 'film', kind: 'series', text: '周六露天电影，九点半收场' },
      { key: 'weekend', kind: 'measure', text: '周末街市：二十五处文创设施连成线' },
      { key: 'quiet', kind: 'measure', text: '十点以后安静，住户代表值守' },
      { key: 'shops', kind: 'resource', text: '统一招租的二十二家商户' },
    ],
    evaluation: null,
    adopts: null,
  },
  {
    key: 'xinglong',
    community: '500108101001',
    survey: 'survey xinglong-needs',
    opened: 60,
    frozen: 31,
    voices: [
      { kind: 'proposal', theme: 'law', text: '水电气的旧账，先有人讲清楚再谈交', channel: 'web' },
      {
        kind: 'objection',
        theme: 'law',
        text: '光讲法不解决事。',
        channel: 'meeting',
        answer: '每周三下午司法所在院坝坐班，来一件记一件，办到哪一步贴出来。',
      },
    ],
    decision: {
      held: 24,
      notice: 39,
      kind: 'law',
      expected: 72,
      attended: 55,
      yes: 41,
      no: 9,
      abstain: 5,
      place: '兴隆苑院坝',
      pointsFor: ['旧矛盾多，先把理说清', '区司法局愿意派人'],
      minutes:
        '证据里“和家”的分比“法治”高。到会代表听了老住户的话，多数说旧账不清，邻里坐不到一起，先把理说清。反对的意见记下并答复，随后表决。',
      reasons:
        '按分数是“和家”在前，代表们没有照分数选：多年的旧账和纠纷压着大家，先要有个说理的地方；区司法局的人每周能来。',
    },
    promise: null,
    circle: '院坝调解室，司法所在一刻钟以内。',
    states: [['prepared', 24, '居民代表会议已作决定']],
    goals: [],
    series: [],
    measures: [{ key: 'wednesday', kind: 'measure', text: '每周三下午司法所院坝坐班' }],
    evaluation: null,
    adopts: null,
  },
  {
    ...nothing,
    key: 'qunhui',
    community: '500108006008',
    survey: 'survey qunhui-needs',
    opened: 8,
    frozen: 1,
    voices: [
      {
        kind: 'proposal',
        theme: 'smart',
        text: '门禁、停车、报修都能在手机上办就好了',
        channel: 'web',
      },
      {
        kind: 'comment',
        theme: 'smart',
        text: '别忘了不会用手机的老人，窗口要留着',
        channel: 'assisted',
      },
      { kind: 'objection', theme: 'smart', text: '人脸门禁我不放心', channel: 'web' },
      {
        kind: 'comment',
        theme: 'family',
        text: '孩子放学没地方去，这个更急',
        channel: 'web',
        held: true,
      },
    ],
    decision: null,
  },
  {
    key: 'jinyan',
    community: '500108002005',
    survey: 'survey jinyan-needs',
    opened: 140,
    frozen: 122,
    voices: [
      {
        kind: 'proposal',
        theme: 'family',
        text: '楼里谁家有老人小孩，互相照应',
        channel: 'assisted',
      },
      {
        kind: 'objection',
        theme: 'family',
        text: '没有物业，谁来管。',
        channel: 'meeting',
        answer: '先由联合管理小组值守，请居民代表每月看一次账。',
      },
    ],
    decision: {
      held: 116,
      notice: 130,
      kind: 'family',
      expected: 58,
      attended: 46,
      yes: 39,
      no: 4,
      abstain: 3,
      place: '金堰苑架空层',
      pointsFor: ['邻里熟，老人小孩多', '志愿队本来就在做'],
      minutes: '会前在每个单元口贴了两周通知。到会代表看了证据，反对意见答复后表决。',
      reasons: '老人小孩都多，邻里肯帮忙；缺的是有人牵头。',
    },
    promise: '老人有人看望，孩子放学有去处，楼里的事坐下来说。',
    circle: '金堰苑架空层和两处活动室，步行一刻钟以内。',
    states: [
      ['prepared', 116, '居民代表会议已作决定'],
      ['pilot', 70, '先在金堰苑试半年'],
    ],
    goals: [
      {
        key: 'sessions',
        text: '课堂和茶话场次',
        unit: '场／年',
        up: true,
        target: 140,
        indicator: 'activities.sessions',
        from: 'sessions',
      },
      {
        key: 'visits',
        text: '参加人次',
        unit: '人次／年',
        up: true,
        target: 2800,
        indicator: 'activities.attendances',
        from: 'visits',
      },
    ],
    series: ['邻里讲堂', '手机课堂', '书法绘画'],
    measures: [
      { key: 'tuesday', kind: 'series', text: '每周五下午家门口课堂', from: 'tuesday' },
      { key: 'down', kind: 'measure', text: '每月一次讲堂下楼栋', from: 'down' },
      {
        key: 'fair',
        kind: 'measure',
        text: '每月一次邻里集市：量血压、修小家电、换旧书',
        from: 'fair',
      },
      { key: 'tea', kind: 'measure', text: '每月一次楼栋茶话，楼里的事坐下来说' },
      { key: 'kids', kind: 'zone', text: '架空层四点半课堂' },
    ],
    evaluation: null,
    adopts: 'tongjing',
  },
]
