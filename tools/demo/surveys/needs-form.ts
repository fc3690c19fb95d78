// The questionnaire of 同景: forty questions about the household, what it needs, the neighbourhood and how life feels.
import { question, words } from '#core/surveys/blank.ts'
import type { Option, Question, Questionnaire, Section } from '#core/surveys/question.ts'
import { needs } from '../../../packs/cn-community/needs.ts'

export type Label = readonly [code: string, zh: string, en: string]

export const options = (...labels: Label[]): Option[] =>
  labels.map(([code, zh, en]) => ({ code, label: { zh, en } }))
export const none = (zh: string, en: string): Option => ({
  code: 'none',
  label: { zh, en },
  exclusive: true,
})
export const yesNo = options(['yes', '有', 'Yes'], ['no', '没有', 'No'])

type Text = readonly [zh: string, en: string]
type Rest = Omit<Partial<Question>, 'title' | 'purpose'>

const keepMonths = 36
const why: Record<string, Text> = {
  household: ['看哪些家庭最需要帮助', 'To see which households need help most'],
  needs: ['决定社区先办什么', 'To decide what the community does first'],
  around: ['改进物业和公共服务', 'To improve management and public services'],
  life: ['每年比一比有没有变好', 'To compare from year to year'],
}

/** One question; `purpose` names one of the four reasons. */
export function ask(
  code: string,
  kind: Question['kind'],
  [zh, en]: Text,
  purpose: keyof typeof why | Text,
  rest: Rest = {},
): Question {
  const [because, becauseEn] = typeof purpose === 'string' ? (why[purpose] ?? ['', '']) : purpose
  const texts = { title: words(zh, en), purpose: words(because, becauseEn) }
  return question(code, kind, { keepMonths, ...texts, ...rest })
}

const five = (low: Text, high: Text) => ({
  scale: { from: 1, to: 5, low: words(...low), high: words(...high) },
})
const agree = five(['很不同意', 'Not at all'], ['非常同意', 'Fully'])
const when = (name: string, ...has: string[]) => ({ all: [{ question: name, has }] })

export const ages = options(
  ['a18', '18–34岁', '18–34'],
  ['a35', '35–49岁', '35–49'],
  ['a50', '50–59岁', '50–59'],
  ['a60', '60–69岁', '60–69'],
  ['a70', '70岁及以上', '70 and over'],
)

export const about: Question[] = [
  ask('age', 'single', ['您的年龄', 'Your age'], 'household', { required: true, options: ages }),
  ask('sex', 'single', ['您的性别', 'Your sex'], 'household', {
    options: options(['f', '女', 'Female'], ['m', '男', 'Male']),
  }),
  ask('tenure', 'single', ['您住的房子是', 'Your home is'], 'household', {
    options: options(
      ['own', '自己的', 'My own'],
      ['rent', '租的', 'Rented'],
      ['kin', '子女或亲戚的', 'Of children or relatives'],
    ),
  }),
]

const household: Question[] = [
  ...about,
  ask('years', 'number', ['在这里住了几年', 'Years lived here'], 'household', {
    unit: words('年', 'years'),
    least: 0,
    most: 90,
  }),
  ask('size', 'single', ['家里常住几口人', 'People living in the household'], 'household', {
    options: options(
      ['1', '1人', '1'],
      ['2', '2人', '2'],
      ['3', '3人', '3'],
      ['4', '4人', '4'],
      ['5', '5人及以上', '5 or more'],
    ),
  }),
  ask('children', 'multiple', ['家里有没有孩子', 'Children in the household'], 'household', {
    options: [
      ...options(
        ['u3', '3岁以下', 'Under 3'],
        ['u7', '3–6岁', '3 to 6'],
        ['u13', '小学生', 'At primary school'],
        ['u18', '中学生', 'At secondary school'],
      ),
      none('没有孩子', 'None'),
    ],
  }),
  ask('elder', 'single', ['家里有没有60岁以上老人', 'Anybody over 60'], 'household', {
    options: yesNo,
  }),
  ask('alone', 'single', ['老人白天有没有人陪', 'Is somebody with them by day'], 'household', {
    options: options(
      ['yes', '有人陪', 'Yes'],
      ['partly', '有时没人', 'Not always'],
      ['no', '没人陪', 'No'],
    ),
    showIf: when('elder', 'yes'),
  }),
  ask('health', 'single', ['您的身体状况', 'Your health'], 'household', {
    options: options(
      ['good', '健康', 'Good'],
      ['chronic', '有慢性病', 'A chronic illness'],
      ['limited', '行动不便', 'Walking is hard'],
    ),
  }),
  ask('work', 'single', ['您现在', 'You are'], 'household', {
    options: options(
      ['job', '上班', 'Employed'],
      ['self', '做生意或自由职业', 'Self-employed'],
      ['home', '在家', 'At home'],
      ['retired', '退休', 'Retired'],
      ['seeking', '在找工作', 'Looking for work'],
    ),
  }),
  ask('storey', 'single', ['您住几楼', 'Your storey'], 'household', {
    options: options(
      ['low', '1–3楼', '1–3'],
      ['mid', '4–6楼', '4–6'],
      ['high', '7楼及以上', '7 or higher'],
    ),
  }),
  ask('hasLift', 'single', ['楼里有没有电梯', 'A lift in the building'], 'household', {
    options: yesNo,
    showIf: when('storey', 'mid', 'high'),
  }),
]

const topics = options(
  ['tcm', '中医养生', 'Chinese medicine'],
  ['heart', '高血压、糖尿病', 'Blood pressure and sugar'],
  ['mind', '睡眠和心理', 'Sleep and mind'],
  ['firstaid', '急救', 'First aid'],
  ['fraud', '防诈骗', 'Fraud'],
  ['phone', '用手机', 'Using a phone'],
)

export const topNeeds = ask(
  'needs',
  'multiple',
  ['您家最需要的三件事', 'What your household needs most: three things'],
  'needs',
  { required: true, options: [...needs], pickMax: 3, randomOrder: true },
)

const wanted: Question[] = [
  topNeeds,
  ask(
    'rooms',
    'ranking',
    ['活动中心先开什么，请排前三', 'What the centre should open first'],
    'needs',
    {
      options: options(
        ['clinic', '健康小站', 'Health corner'],
        ['hall', '讲堂', 'Lecture hall'],
        ['dance', '舞蹈合唱室', 'Dance and choir'],
        ['read', '书画阅览室', 'Reading and painting'],
        ['kids', '儿童乐园', 'Children'],
        ['tea', '茶座议事厅', 'Tea and talk'],
      ),
      pickMax: 3,
      randomOrder: true,
    },
  ),
  ask('care', 'multiple', ['需要哪些健康服务', 'Health services you would use'], 'needs', {
    options: [
      ...options(
        ['check', '量血压、测血糖', 'Blood pressure and sugar'],
        ['doctor', '家庭医生签约', 'A family doctor'],
        ['visit', '上门护理', 'Nursing at home'],
        ['rehab', '康复理疗', 'Physiotherapy'],
        ['medicine', '代取药', 'Medicine fetched'],
      ),
      none('都不需要', 'None'),
    ],
    showIf: {
      any: [
        { question: 'age', has: ['a50', 'a60', 'a70'] },
        { question: 'health', has: ['chronic', 'limited'] },
      ],
    },
  }),
  ask('toddlers', 'single', ['孩子白天谁带', 'Who minds the child by day'], 'needs', {
    options: options(
      ['parents', '父母', 'Parents'],
      ['grandparents', '老人', 'Grandparents'],
      ['nursery', '托育机构', 'A nursery'],
      ['nanny', '保姆', 'A nanny'],
    ),
    showIf: when('children', 'u3', 'u7'),
  }),
  ask('afterSchool', 'single', ['放学后最需要', 'Needed most after school'], 'needs', {
    options: options(
      ['homework', '作业辅导', 'Homework'],
      ['sport', '运动', 'Sport'],
      ['meal', '晚餐', 'A meal'],
      ['nothing', '不需要', 'Nothing'],
    ),
    showIf: when('children', 'u13'),
  }),
  ask('forElders', 'multiple', ['老人需要什么', 'What the old at home need'], 'needs', {
    options: [
      ...options(
        ['meals', '送餐', 'Meals'],
        ['company', '有人说话', 'Company'],
        ['bath', '助浴', 'Help with bathing'],
        ['walk', '陪诊', 'Company to the doctor'],
        ['alarm', '一键呼叫', 'An alarm button'],
      ),
      none('暂时不需要', 'Nothing now'),
    ],
    showIf: when('elder', 'yes'),
  }),
  ask('minutes', 'number', ['愿意走几分钟去活动', 'Minutes you would walk'], 'needs', {
    unit: words('分钟', 'minutes'),
    least: 0,
    most: 60,
  }),
  ask('know', 'single', ['知道社区活动中心吗', 'Do you know the centre'], 'needs', {
    options: options(['yes', '知道', 'Yes'], ['no', '不知道', 'No']),
  }),
  ask('visits', 'single', ['多久去一次', 'How often you go'], 'needs', {
    options: options(
      ['week', '每周', 'Weekly'],
      ['month', '每月', 'Monthly'],
      ['rare', '很少', 'Rarely'],
      ['never', '没去过', 'Never'],
    ),
    showIf: when('know', 'yes'),
  }),
  ask('times', 'multiple', ['什么时候方便', 'When it suits you'], 'needs', {
    options: options(
      ['am', '工作日上午', 'Weekday mornings'],
      ['pm', '工作日下午', 'Weekday afternoons'],
      ['eve', '晚上', 'Evenings'],
      ['weekend', '周末', 'Weekends'],
    ),
  }),
  ask('topics', 'multiple', ['想听什么讲座', 'Lectures you would like'], 'needs', {
    options: topics,
    pickMax: 3,
  }),
  ask('lastVisit', 'date', ['最近一次到社区办事是哪天', 'Your last visit to the office'], 'needs'),
]

const around: Question[] = [
  ask('services', 'matrix', ['下面这些您觉得怎么样', 'How are these'], 'around', {
    rows: options(
      ['clean', '清洁', 'Cleaning'],
      ['repair', '维修', 'Repairs'],
      ['guard', '门岗', 'Gate'],
      ['park', '停车', 'Parking'],
      ['green', '绿化', 'Greenery'],
      ['noise', '安静', 'Quiet'],
    ),
    options: options(['good', '好', 'Good'], ['fair', '一般', 'Fair'], ['bad', '差', 'Poor']),
  }),
  ask('dispute', 'single', ['这一年有没有遇到纠纷', 'Any dispute this year'], 'around', {
    options: yesNo,
  }),
  ask('settled', 'single', ['后来解决了吗', 'Was it settled'], 'around', {
    options: options(['yes', '解决了', 'Yes'], ['partly', '部分', 'Partly'], ['no', '没有', 'No']),
    showIf: when('dispute', 'yes'),
  }),
  ask('lamps', 'place', ['晚上哪个网格最暗', 'Which grid is darkest at night'], 'around'),
  ask('help', 'single', ['愿意当志愿者吗', 'Would you volunteer'], 'around', {
    options: options(
      ['yes', '愿意', 'Yes'],
      ['perhaps', '看时间', 'Perhaps'],
      ['no', '不了', 'No'],
    ),
  }),
  ask('skill', 'shortText', ['您会什么可以教邻居', 'What you could teach'], 'around', {
    showIf: when('help', 'yes', 'perhaps'),
  }),
  ask('known', 'single', ['认识几户邻居', 'Neighbours you know'], 'around', {
    options: options(['many', '很多', 'Many'], ['some', '几户', 'Some'], ['few', '不认识', 'None']),
  }),
  ask(
    'channel',
    'single',
    ['平时从哪里知道社区的事', 'Where you hear of the community'],
    'around',
    {
      options: options(
        ['group', '微信群', 'Chat group'],
        ['board', '公告栏', 'Notice board'],
        ['grid', '网格员', 'Grid worker'],
        ['people', '邻居', 'Neighbours'],
      ),
    },
  ),
]

const feeling = (code: string, zh: string, en: string) =>
  ask(code, 'rating', [zh, en], 'life', { required: true, ...agree })

export const feelings: Question[] = [
  feeling('gain', '社区办的事让我得到了实惠', 'What the community does has been of use to me'),
  feeling('happy', '住在这里我觉得幸福', 'I am happy living here'),
  feeling('secure', '住在这里我觉得安全', 'I feel safe living here'),
  feeling('belong', '我觉得自己是这里的一份子', 'I feel part of this place'),
]

export const saying = ask('say', 'longText', ['还有什么想说的', 'Anything else'], 'needs', {
  hint: words('请不要写姓名、电话和门牌号', 'Please write no names, numbers or doors'),
})

export const section = (code: string, zh: string, en: string, questions: Question[]): Section => ({
  code,
  title: words(zh, en),
  note: null,
  showIf: null,
  questions,
})

export const needsForm: Questionnaire = {
  title: words('同景社区居民需求问卷', 'What residents of Tongjing need'),
  intro: words(
    '社区想知道您家最需要什么，再决定先办什么。不记姓名，填完后谁也查不到是哪一户答的。结果会公布。',
    'The community would like to know what your household needs most before it decides what to do first. No names; once handed in, nobody can find out which household answered. The results will be published.',
  ),
  sections: [
    section('home', '您和您的家', 'You and your household', household),
    section('want', '您需要什么', 'What you need', wanted),
    section('near', '身边的事', 'Around you', around),
    section('life', '住在这里', 'Living here', [
      ...feelings,
      ask(
        'overall',
        'rating',
        ['总的来说，给社区打几分', 'All in all, your mark for the community'],
        'life',
        {
          scale: {
            from: 0,
            to: 10,
            low: words('很不满意', 'Poor'),
            high: words('非常满意', 'Excellent'),
          },
        },
      ),
      saying,
    ]),
  ],
}
