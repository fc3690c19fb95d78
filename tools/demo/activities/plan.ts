// What takes place at the centres of the demo world: 同景's three floors and its week as on its wall, and a smaller house
// for each of four other communities. Invented, like everybody who comes.
import type { GroupKind } from '#core/activities/group.ts'
import type { Lecturer, SeriesKind } from '#core/activities/series.ts'

export type RoomPlan = {
  key: string
  floor: number
  zh: string
  en: string
  noteZh: string | null
  noteEn: string | null
  seats: number | null
  sqm: number
  stepFree: boolean
  needsApproval?: boolean
  lends?: boolean
  equipment: string[]
}

export type SeriesPlan = {
  room: string
  kind: SeriesKind
  zh: string
  en: string
  rule: string
  time: string
  minutes: number
  /** Weeks before this one in which it began. */
  weeks: number
  /** How many come, on the whole. */
  heads: number
  seats?: number
  registered?: number
  health?: boolean
  lecturer?: Lecturer
  topics?: readonly (readonly [string, string])[]
  /** Called off this week. */
  off?: boolean
}

export type BookingPlan = {
  room: string
  weekday: number
  time: string
  minutes: number
  zh: string
  group?: string
}

export type GroupPlan = {
  key: string
  zh: string
  en: string
  kind: GroupKind
  about: string
  members: number
  rooms: string[]
  post: string
}

export type CentrePlan = {
  zh: string
  en: string
  address: string
  phone: string
  lift: boolean
  floors: readonly (readonly [number, string, string])[]
  rooms: readonly RoomPlan[]
  series: readonly SeriesPlan[]
  bookings: readonly BookingPlan[]
  groups: readonly GroupPlan[]
}

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

const rooms: RoomPlan[] = [
  {
    key: 'hall',
    floor: 3,
    zh: '健康大讲堂',
    en: 'Health lecture hall',
    noteZh: '60座',
    noteEn: '60 seats',
    seats: 60,
    sqm: 110,
    stepFree: true,
    equipment: ['投影', '话筒', '助听环线'],
  },
  {
    key: 'rehearsal',
    floor: 3,
    zh: '排练厅',
    en: 'Rehearsal room',
    noteZh: '镜墙、地胶',
    noteEn: 'Mirrors, dance floor',
    seats: 40,
    sqm: 96,
    stepFree: true,
    equipment: ['音响', '镜墙'],
  },
  {
    key: 'together',
    floor: 2,
    zh: '健康“益起来”',
    en: 'Health together',
    noteZh: '团体室30座',
    noteEn: 'Group room, 30 seats',
    seats: 30,
    sqm: 64,
    stepFree: true,
    equipment: ['白板', '瑜伽垫'],
  },
  {
    key: 'council',
    floor: 2,
    zh: '议事室',
    en: 'Council room',
    noteZh: '16座',
    noteEn: '16 seats',
    seats: 16,
    sqm: 36,
    stepFree: true,
    needsApproval: true,
    equipment: ['圆桌', '录音笔'],
  },
  {
    key: 'market',
    floor: 1,
    zh: '健康集市',
    en: 'Health market',
    noteZh: '大厅',
    noteEn: 'Main hall',
    seats: null,
    sqm: 180,
    stepFree: true,
    lends: false,
    equipment: ['血压计', '血糖仪', '轮椅'],
  },
  {
    key: 'shared',
    floor: 1,
    zh: '邻里共享间',
    en: 'Neighbours’ shared room',
    noteZh: '原空置42㎡',
    noteEn: 'Once idle, 42 m²',
    seats: 20,
    sqm: 42,
    stepFree: true,
    equipment: ['工具箱', '缝纫机'],
  },
]

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

const series: SeriesPlan[] = [
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

const book = (
  room: string,
  [weekday, time, minutes]: [number, string, number],
  zh: string,
  group?: string,
): BookingPlan => ({ room, weekday, time, minutes, zh, ...(group !== undefined && { group }) })

const bookings: BookingPlan[] = [
  book('rehearsal', [1, '09:00', 120], '艺术团排舞', 'troupe'),
  book('rehearsal', [2, '09:00', 120], '合唱团', 'choir'),
  book('rehearsal', [3, '09:00', 120], '艺术团排舞', 'troupe'),
  book('rehearsal', [4, '19:00', 120], '广场舞交流'),
  book('rehearsal', [5, '09:00', 120], '合唱团', 'choir'),
  book('rehearsal', [7, '09:00', 120], '艺术团排舞', 'troupe'),
  book('council', [2, '19:00', 120], '3栋电梯议事会'),
  book('council', [4, '10:00', 120], '院坝会：停车'),
]

const groups: GroupPlan[] = [
  {
    key: 'troupe',
    zh: '同景艺术团',
    en: 'Tongjing art troupe',
    kind: 'performance',
    about: '每周三次排舞，重阳、春节演出。谁都可以来看，想跳就留下。',
    members: 28,
    rooms: ['rehearsal'],
    post: '团长',
  },
  {
    key: 'choir',
    zh: '黄葛树合唱团',
    en: 'Huangge tree choir',
    kind: 'singing',
    about: '唱老歌，也学新歌。不识谱也行。',
    members: 36,
    rooms: ['rehearsal', 'together'],
    post: '团长',
  },
  {
    key: 'brush',
    zh: '墨香书法社',
    en: 'Calligraphy circle',
    kind: 'writing',
    about: '笔墨纸砚中心备着，星期六上午一起写。',
    members: 22,
    rooms: ['together'],
    post: '社长',
  },
]

export const tongjing: CentrePlan = {
  zh: '同景社区党群服务中心',
  en: 'Tongjing community centre',
  address: '同景路 12 号（三层小楼）',
  phone: '023-5555 0141',
  lift: true,
  floors: [
    [3, '三楼', 'Third floor'],
    [2, '二楼', 'Second floor'],
    [1, '一楼', 'First floor'],
  ],
  rooms,
  series,
  bookings,
  groups,
}

/** A house on one floor, as most communities have. */
export function smallCentre(name: string, nameEn: string | null, nth: number): CentrePlan {
  const keep = (list: readonly RoomPlan[], keys: string[]) =>
    list.filter((room) => keys.includes(room.key)).map((room) => ({ ...room, floor: 1 }))
  const own = [0, 6, 7, 8, 14].slice(nth % 2, 4 + (nth % 2)).map((at) => series[at])
  return {
    zh: `${name}党群服务中心`,
    en: `${nameEn ?? name} community centre`,
    address: `${name}便民路 ${8 + nth} 号`,
    phone: `023-5555 02${40 + nth}`,
    lift: false,
    floors: [[1, '一楼', 'First floor']],
    rooms: keep(rooms, ['hall', 'together', 'shared']).map((room) =>
      room.key === 'hall'
        ? {
            ...room,
            zh: '多功能厅',
            en: 'Main room',
            seats: 40,
            noteZh: '40座',
            noteEn: '40 seats',
          }
        : room,
    ),
    series: own.flatMap((each) =>
      each === undefined
        ? []
        : [
            {
              ...each,
              weeks: Math.min(each.weeks, 24 + nth * 4),
              heads: Math.max(6, Math.round(each.heads * (0.45 + nth * 0.05))),
              ...(each.registered !== undefined && {
                registered: Math.round(each.registered * 0.5),
              }),
              ...(each.zh === '健康大讲堂' && { zh: '邻里讲堂', en: 'Neighbours’ lecture' }),
            },
          ],
    ),
    bookings: [
      book('together', [2, '09:00', 120], '舞蹈队', 'dance'),
      book('hall', [5, '09:00', 120], '院坝会'),
    ],
    groups: [
      {
        key: 'dance',
        zh: `${name}舞蹈队`,
        en: `${nameEn ?? name} dancers`,
        kind: 'performance',
        about: '星期二上午跳，欢迎来。',
        members: 16 + nth,
        rooms: ['together'],
        post: '队长',
      },
    ],
  }
}
