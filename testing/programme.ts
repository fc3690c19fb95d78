// The week of the mocks as a value: Tongjing's centre on three floors, for what is printed of it.
import type {
  ProgrammeView,
  RoomLine,
  SessionLine,
  SessionPage,
} from '#core/activities/contract-programme.ts'
import { nextDate } from '#core/kit/time.ts'

const same = (zh: string, en = zh) => ({ zh, en })
const id = (n: number) => `0198b0c0-0000-7000-8000-${String(n).padStart(12, '0')}`

const floors: Record<number, string> = { 3: '三楼', 2: '二楼', 1: '一楼' }
const room = (
  n: number,
  floor: number,
  name: string,
  note: string | null,
  seats: number | null,
): RoomLine => ({
  id: id(n),
  name: same(name),
  note: note === null ? null : same(note),
  floor,
  floorName: { zh: floors[floor] ?? '', en: `Floor ${floor}` },
  seats,
  areaSqm: null,
  equipment: [],
  stepFree: floor === 1,
  lends: true,
  needsApproval: false,
})
const rooms = [
  room(1, 3, '健康大讲堂', null, 60),
  room(2, 3, '排练厅', '镜墙、地胶', null),
  room(3, 2, '健康“益起来”', '团体室', 30),
  room(4, 2, '议事室', null, 16),
  room(5, 1, '健康集市', '大厅', null),
  room(6, 1, '邻里共享间', '原空置 42 ㎡', null),
]
const centre = {
  id: id(900),
  name: same('同景社区党群服务中心', 'Tongjing Community Centre'),
  address: '同景路 8 号',
  phone: '023-5555 0141',
  lift: true,
  point: { lon: 106.6, lat: 29.5 },
}

export function session(
  n: number,
  day: string,
  time: string,
  title: string,
  more: Partial<SessionLine> = {},
): SessionLine {
  const startsAt = new Date(`${day}T${time}:00+08:00`).toISOString().replace('.000Z', 'Z')
  return {
    id: id(100 + n),
    seriesId: id(200 + n),
    groupId: null,
    themeId: null,
    kind: 'lecture',
    title: same(title),
    seriesTitle: same('健康大讲堂', 'Health lecture'),
    centreId: centre.id,
    roomId: id(1),
    place: null,
    day,
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + 90 * 60_000).toISOString(),
    movedFrom: null,
    cancelled: false,
    why: null,
    lecturer: { organisation: '区第三人民医院', role: '心内科医生', shown: null },
    seats: 60,
    booked: 47,
    waiting: 0,
    registration: 'open',
    sequence: 0,
    changedAt: '2026-11-20T01:02:03Z',
    ...more,
  }
}

const from = '2026-11-23'
const day = (n: number) => nextDate(from, n)

export const week: ProgrammeView = {
  community: { code: '500108106003', name: same('同景社区', 'Tongjing') },
  timeZone: 'Asia/Shanghai',
  today: '2026-11-24',
  from,
  to: day(6),
  centre,
  centres: [centre],
  rooms,
  days: Array.from({ length: 7 }, (_, i) => ({
    day: day(i),
    open: [['09:00', '21:00']],
    because: null,
  })),
  sessions: [
    session(1, day(1), '14:00', '冬天血压怎么管', { themeId: id(800) }),
    session(2, day(2), '09:30', '社区法律门诊', { seriesTitle: same('社区法律门诊') }),
    session(3, day(4), '19:30', '夜间心理门诊', { seriesTitle: same('夜间心理门诊') }),
    session(4, day(5), '10:00', '家庭急救课', { themeId: id(800), booked: 38 }),
    ...[0, 2, 6].map((n) =>
      session(10 + n, day(n), '09:00', '艺术团排舞', {
        roomId: id(2),
        kind: 'selfRun',
        seriesTitle: same('艺术团排舞'),
      }),
    ),
    session(20, day(5), '15:00', '亲子瑜伽', {
      roomId: id(2),
      cancelled: true,
      why: same('老师生病'),
    }),
    ...[0, 1, 2, 3, 4].map((n) =>
      session(30 + n, day(n), '10:00', '八段锦', {
        seriesId: id(230),
        roomId: id(3),
        seriesTitle: same('八段锦'),
        registration: 'none',
      }),
    ),
    session(40, day(2), '15:00', '糖友小组', {
      roomId: id(3),
      themeId: id(800),
      seats: 20,
      booked: 16,
    }),
    session(41, day(3), '14:30', '手机课堂', { roomId: id(3) }),
    session(42, day(5), '09:30', '书法绘画', { roomId: id(3), movedFrom: '2026-11-27T01:30:00Z' }),
    session(50, day(1), '19:00', '3 栋电梯议事会', { roomId: id(4), kind: 'meeting' }),
    ...[0, 1, 2, 3, 4].map((n) =>
      session(60 + n, day(n), '08:30', '量血压、测血糖', {
        seriesId: id(260),
        roomId: id(5),
        registration: 'none',
      }),
    ),
    session(70, day(5), '09:00', '中医义诊', { roomId: id(5), themeId: id(800), kind: 'clinic' }),
  ].toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1)),
  lent: [
    {
      id: id(500),
      roomId: id(2),
      title: null,
      group: same('合唱团'),
      startsAt: '2026-11-24T01:00:00Z',
      endsAt: '2026-11-24T03:00:00Z',
    },
  ],
  idle: [0, 3].map((n) => ({
    roomId: id(1),
    day: day(n),
    from: `${day(n)}T01:00:00Z`,
    to: `${day(n)}T09:00:00Z`,
  })),
  cut: false,
}

export const lecturePage: SessionPage = {
  community: week.community,
  timeZone: week.timeZone,
  today: week.today,
  centre,
  counter: [['09:00', '17:30']],
  room: rooms[0] ?? null,
  session: session(1, day(1), '14:00', '冬天血压怎么管', { themeId: id(800) }),
  about: '早起那一次，为什么最要紧\n家里的血压计，量得准不准\n降压药能不能停，带上药盒来问',
  materials: '现场免费量血压，请提前半小时到',
  rule: { zh: '每周二下午 2 点', en: 'Every Tuesday at 14:00' },
  group: null,
  over: false,
  next: [],
}
