// The week of 同景's centre: its series, each since when, and what groups and neighbours book.
import type { Lecturer, SeriesKind } from '#core/activities/series.ts'
import type { BookingPlan, SeriesPlan } from './planned.ts'

const at = (organisation: string, role: string): Lecturer => ({ organisation, role, shown: null })

const talks = [
  ['冬天血压怎么管', 'Blood pressure in winter'],
  ['听懂体检报告', 'Reading a check-up report'],
  ['膝盖疼，走还是歇', 'Sore knees: walk or rest'],
  ['盐少一点，味道不少', 'Less salt, no less taste'],
  ['睡不着的时候', 'When sleep does not come'],
  ['家里药箱怎么备', 'What belongs in the medicine box'],
  ['糖尿病怎么吃', 'Eating with diabetes'],
  ['防跌倒，从家里改起', 'Preventing falls begins at home'],
  ['春天哮喘怎么防', 'Asthma in spring'],
  ['中风先兆，记住三句话', 'Three signs of a stroke'],
] as const

const weekdays = 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'
const hospital = '区三医院'
type Kept = Omit<SeriesPlan, 'room' | 'kind' | 'zh' | 'en' | 'rule' | 'time' | 'minutes'>

function every(
  [room, kind, zh, en]: [string, SeriesKind, string, string],
  [rule, time, minutes]: [string, string, number],
  kept: Kept,
): SeriesPlan {
  return { room, kind, zh, en, rule, time, minutes, ...kept }
}

export const series: SeriesPlan[] = [
  every(
    ['hall', 'lecture', '健康大讲堂', 'Health lecture'],
    ['FREQ=WEEKLY;BYDAY=TU', '14:00', 90],
    {
      weeks: 104,
      heads: 52,
      registered: 47,
      health: true,
      lecturer: at(hospital, '心内科医生'),
      topics: talks,
    },
  ),
  every(
    ['hall', 'clinic', '社区法律门诊', 'Legal advice'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', '09:30', 120],
    {
      weeks: 50,
      heads: 12,
      seats: 20,
      registered: 12,
      lecturer: at('司法所', '值班律师'),
    },
  ),
  every(
    ['hall', 'clinic', '夜间心理门诊', 'Evening counselling'],
    ['FREQ=WEEKLY;BYDAY=FR', '19:30', 90],
    {
      weeks: 12,
      heads: 5,
      seats: 6,
      registered: 5,
      health: true,
      lecturer: at('区精神卫生中心', '心理咨询师'),
    },
  ),
  every(
    ['hall', 'course', '家庭急救课', 'First aid at home'],
    ['FREQ=WEEKLY;INTERVAL=4;BYDAY=SA', '10:00', 120],
    {
      weeks: 104,
      heads: 38,
      registered: 38,
      health: true,
      lecturer: at('区红十字会', '急救培训师'),
    },
  ),
  every(
    ['rehearsal', 'course', '亲子瑜伽', 'Yoga for families'],
    ['FREQ=WEEKLY;BYDAY=SA', '15:00', 60],
    {
      weeks: 9,
      heads: 16,
      seats: 20,
      registered: 14,
      off: true,
    },
  ),
  every(['together', 'service', '八段锦', 'Baduanjin exercise'], [weekdays, '10:00', 60], {
    weeks: 8,
    heads: 28,
    health: true,
  }),
  every(
    ['together', 'course', '糖友小组', 'Diabetes group'],
    ['FREQ=WEEKLY;BYDAY=WE', '15:00', 90],
    {
      weeks: 42,
      heads: 16,
      seats: 20,
      registered: 16,
      health: true,
      lecturer: at(hospital, '内分泌科护士长'),
    },
  ),
  every(['together', 'course', '手机课堂', 'Phone class'], ['FREQ=WEEKLY;BYDAY=TH', '14:30', 90], {
    weeks: 30,
    heads: 18,
  }),
  every(
    ['together', 'course', '书法绘画', 'Calligraphy and painting'],
    ['FREQ=WEEKLY;BYDAY=SA', '09:30', 120],
    {
      weeks: 60,
      heads: 22,
      registered: 22,
    },
  ),
  every(
    ['market', 'service', '量血压、测血糖', 'Blood pressure and sugar'],
    [weekdays, '08:30', 150],
    {
      weeks: 8,
      heads: 46,
      health: true,
    },
  ),
  every(
    ['market', 'clinic', '中医义诊', 'Chinese medicine, free'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SA', '09:00', 180],
    {
      weeks: 104,
      heads: 112,
      health: true,
      lecturer: at(hospital, '中医科医生'),
    },
  ),
  every(
    ['market', 'festival', '健康集市日', 'Health market day'],
    ['FREQ=MONTHLY;BYDAY=2SU', '09:00', 240],
    {
      weeks: 104,
      heads: 96,
      health: true,
    },
  ),
  every(
    ['shared', 'service', '修小家电', 'Repair of small appliances'],
    ['FREQ=WEEKLY;BYDAY=MO', '14:00', 120],
    {
      weeks: 20,
      heads: 14,
      lecturer: at('志愿者', '电工师傅'),
    },
  ),
  every(['shared', 'service', '缝补角', 'Mending corner'], ['FREQ=WEEKLY;BYDAY=WE', '14:00', 120], {
    weeks: 20,
    heads: 9,
    lecturer: at('志愿者', '裁缝'),
  }),
  every(
    ['shared', 'course', '四点半课堂', 'After-school hour'],
    ['FREQ=WEEKLY;BYDAY=FR', '16:00', 90],
    {
      weeks: 16,
      heads: 20,
      registered: 18,
    },
  ),
  every(
    ['shared', 'festival', '旧书交换', 'Book exchange'],
    ['FREQ=WEEKLY;INTERVAL=4;BYDAY=SA', '14:00', 120],
    {
      weeks: 104,
      heads: 54,
    },
  ),
]

export const book = (
  room: string,
  [weekday, time, minutes]: [number, string, number],
  zh: string,
  group?: string,
): BookingPlan => ({ room, weekday, time, minutes, zh, ...(group !== undefined && { group }) })

export const bookings: BookingPlan[] = [
  book('rehearsal', [1, '09:00', 120], '艺术团排舞', 'troupe'),
  book('rehearsal', [2, '09:00', 120], '合唱团', 'choir'),
  book('rehearsal', [3, '09:00', 120], '艺术团排舞', 'troupe'),
  book('rehearsal', [4, '19:00', 120], '广场舞交流'),
  book('rehearsal', [5, '09:00', 120], '合唱团', 'choir'),
  book('rehearsal', [7, '09:00', 120], '艺术团排舞', 'troupe'),
  book('council', [2, '19:00', 120], '3栋电梯议事会'),
  book('council', [4, '10:00', 120], '院坝会：停车'),
]
