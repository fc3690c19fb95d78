// What takes place at the centres of the demo world: 同景's three floors and its week as on its wall, and a smaller house
// for each of four other communities. Invented, like everybody who comes.
import { book, bookings, series } from './timetable.ts'
import type { CentrePlan, GroupPlan, RoomPlan } from './planned.ts'

const rooms: RoomPlan[] = [
  {
    key: 'hall',
    floor: 3,
    zh: '健康大讲堂',
    en: 'Health lecture hall',
    noteZh: '投影、无线话筒',
    noteEn: 'Projector, microphone',
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
    noteZh: '团体室',
    noteEn: 'Group room',
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
    noteZh: '圆桌',
    noteEn: 'Round table',
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
            noteZh: '讲课、开会、活动',
            noteEn: 'For everything',
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
