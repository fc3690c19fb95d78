// Which community asks what, and how far it is: 同景 has asked everybody and asked again, the others stand elsewhere.
import { question, words } from '#core/surveys/blank.ts'
import type { Questionnaire } from '#core/surveys/question.ts'
import type { AnsweredBy, SurveyState } from '#core/surveys/survey.ts'
import {
  about,
  ask,
  feelings,
  needsForm,
  options,
  saying,
  section,
  topNeeds,
} from './needs-form.ts'
import { type Lean, respondents } from './respondent.ts'

export type Planned = {
  key: string
  community: string
  form: Questionnaire
  state: SurveyState
  answersBy: AnsweredBy
  /** Days before today. */
  opened: number
  closes: number
  handedOut: number
  answered: number
  lean: Lean
  channels: readonly (readonly [number, 'web' | 'assisted' | 'paper'])[]
}

const intro = words(
  '请用几分钟说说您家的需要。不记姓名，填完后谁也查不到是哪一户答的。',
  'A few minutes about what your household needs. No names; once handed in nobody can find out who answered.',
)

/** The short form: who, what is needed, how life feels, own words. */
const short = (zh: string, en: string, more: Questionnaire['sections'] = []): Questionnaire => ({
  title: words(zh, en),
  intro,
  sections: [
    section('home', '您和您的家', 'You and your household', about),
    section('want', '您需要什么', 'What you need', [topNeeds]),
    ...more,
    section('life', '住在这里', 'Living here', [...feelings, saying]),
  ],
})

const again: Questionnaire = {
  title: words('同景社区一年后回访', 'Tongjing a year later'),
  intro,
  sections: [
    section('home', '您和您的家', 'You and your household', about),
    section('use', '这一年', 'This year', [
      ask(
        'attended',
        'single',
        ['这一年参加过健康活动吗', 'Did you come to a health event'],
        'needs',
        {
          required: true,
          options: options(
            ['often', '经常', 'Often'],
            ['some', '几次', 'Some'],
            ['never', '没有', 'Never'],
          ),
        },
      ),
      ask(
        'reach',
        'rating',
        ['看病买药比去年方便吗', 'Is it easier to see a doctor than last year'],
        'needs',
        {
          scale: {
            from: 1,
            to: 5,
            low: words('更难了', 'Harder'),
            high: words('方便多了', 'Much easier'),
          },
        },
      ),
      topNeeds,
    ]),
    section('life', '住在这里', 'Living here', [...feelings, saying]),
  ],
}

const smart = section('smart', '用手机办事', 'Doing things by phone', [
  ask('online', 'single', ['愿意在手机上办事吗', 'Would you do things by phone'], 'needs', {
    options: options(
      ['yes', '愿意', 'Yes'],
      ['help', '有人教就行', 'If somebody shows me'],
      ['no', '还是去窗口', 'Rather at the counter'],
    ),
  }),
  ask('doors', 'rating', ['智能门禁好用吗', 'How good are the smart doors'], 'needs', {
    scale: { from: 1, to: 5, low: words('不好用', 'Poor'), high: words('很好用', 'Good') },
  }),
])

const street = section('street', '街上的事', 'In the street', [
  ask('likes', 'multiple', ['街上最喜欢什么', 'What you like in the street'], 'needs', {
    options: options(
      ['books', '小人书摊', 'Picture-book stall'],
      ['film', '露天电影', 'Open-air films'],
      ['train', '绿皮火车', 'The green train'],
      ['food', '小吃', 'Snacks'],
    ),
    randomOrder: true,
  }),
  question('look', 'photo', {
    title: words('拍一处您喜欢的角落', 'A corner you like'),
    purpose: words('做街区地图', 'For a map of the street'),
    keepMonths: 12,
  }),
])

const ages = (...weights: [number, number, number, number, number]): Lean['ages'] =>
  respondents.map(([, age], at) => [weights[at] ?? 1, age])
const usual = { needs: {}, ages: respondents, mood: 0 }
const mixed = [
  [52, 'web'],
  [17, 'assisted'],
  [31, 'paper'],
] as const

export const surveyPlan: readonly Planned[] = [
  {
    key: 'tongjing-needs',
    community: '500108106003',
    form: needsForm,
    state: 'CLOSED',
    answersBy: 'household',
    opened: 812,
    closes: 781,
    handedOut: 5140,
    answered: 4386,
    lean: { ...usual, needs: { clinic: 1.5, chronic: 1.3, fitness: 1.2 } },
    channels: mixed,
  },
  {
    key: 'tongjing-again',
    community: '500108106003',
    form: again,
    state: 'CLOSED',
    answersBy: 'household',
    opened: 262,
    closes: 241,
    handedOut: 1200,
    answered: 961,
    lean: { ...usual, needs: { clinic: 0.95, chronic: 1.1, meals: 1.3 }, mood: 0.34 },
    channels: mixed,
  },
  {
    key: 'zhengjie-needs',
    community: '500108003005',
    form: short('正街社区居民需求问卷', 'What residents of Zhengjie need', [street]),
    state: 'CLOSED',
    answersBy: 'household',
    opened: 205,
    closes: 184,
    handedOut: 680,
    answered: 517,
    lean: { ...usual, needs: { culture: 3.2, market: 2.6, jobs: 1.4 } },
    channels: mixed,
  },
  {
    key: 'qunhui-needs',
    community: '500108006008',
    form: short('群慧村社区居民需求问卷', 'What residents of Qunhui need', [smart]),
    state: 'OPEN',
    answersBy: 'household',
    opened: 9,
    closes: -12,
    handedOut: 960,
    answered: 431,
    lean: {
      needs: { smart: 3.4, parking: 1.4, jobs: 1.5 },
      ages: ages(34, 31, 16, 12, 7),
      mood: 0.1,
    },
    channels: [
      [81, 'web'],
      [12, 'assisted'],
      [7, 'paper'],
    ],
  },
  {
    key: 'xinglong-needs',
    community: '500108101001',
    form: short('兴隆社区居民需求问卷', 'What residents of Xinglong need'),
    state: 'CLOSED',
    answersBy: 'household',
    opened: 340,
    closes: 318,
    handedOut: 900,
    answered: 648,
    lean: {
      needs: { law: 4.5, safety: 1.6, lift: 1.5 },
      ages: ages(9, 18, 22, 29, 22),
      mood: -0.35,
    },
    channels: [
      [22, 'web'],
      [27, 'assisted'],
      [51, 'paper'],
    ],
  },
  {
    key: 'jinyan-needs',
    community: '500108002005',
    form: short('金堰社区居民需求问卷', 'What residents of Jinyan need'),
    state: 'CLOSED',
    answersBy: 'household',
    opened: 170,
    closes: 150,
    handedOut: 620,
    answered: 455,
    lean: {
      needs: { family: 2.8, neighbours: 2.6, eldercare: 1.6, childcare: 1.6, lift: 1.4 },
      ages: ages(18, 26, 20, 22, 14),
      mood: 0,
    },
    channels: mixed,
  },
  {
    key: 'jinyan-open',
    community: '500108002005',
    form: short('金堰社区：您想要什么样的和家社区', 'Jinyan: a community as a family'),
    state: 'OPEN',
    answersBy: 'anyone',
    opened: 5,
    closes: -25,
    handedOut: 0,
    answered: 137,
    lean: {
      needs: { family: 3, neighbours: 3, lift: 1.6 },
      ages: ages(18, 26, 20, 22, 14),
      mood: 0,
    },
    channels: [[1, 'web']],
  },
  {
    key: 'jinyan-households',
    community: '500108002005',
    form: short('金堰社区入户问卷', 'Jinyan: at the door'),
    state: 'DRAFT',
    answersBy: 'household',
    opened: 0,
    closes: 0,
    handedOut: 0,
    answered: 0,
    lean: usual,
    channels: mixed,
  },
]
