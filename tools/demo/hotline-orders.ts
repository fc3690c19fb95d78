// The orders themselves: what was asked of the hotline, when, and what became of it.

export type Order = {
  number: string
  kind: string
  category: string
  text: string
  /** Hours before now at which the hotline took the call, and after which it wants the answer. */
  called: number
  due: number
  urgent?: true
  confidential?: true
  /** In the grid of the pictures; else by these words, or nowhere. */
  address?: string
}
const lamp = '单灯不亮'
export const orders: readonly Order[] = [
  {
    number: '0001',
    kind: '投诉',
    category: lamp,
    text: '步道拐弯处的路灯不亮，晚上看不清台阶',
    called: 98,
    due: 120,
  },
  {
    number: '0002',
    kind: '求助',
    category: '楼道堆物',
    text: '三单元楼道里堆着纸箱和旧家具，推轮椅过不去',
    called: 97,
    due: 120,
  },
  {
    number: '0003',
    kind: '投诉',
    category: lamp,
    text: '车棚旁边的灯一闪一闪，像要坏了',
    called: 75,
    due: 120,
  },
  {
    number: '0004',
    kind: '咨询',
    category: '',
    text: '外区的老年优待证怎么换领',
    called: 74,
    due: 72,
    address: '江北区',
  },
  {
    number: '0005',
    kind: '投诉',
    category: '楼道堆物',
    text: '消防通道口停着一辆没有牌照的三轮车',
    called: 52,
    due: 48,
  },
  {
    number: '0006',
    kind: '求助',
    category: lamp,
    text: '坝坝健身器材那里的灯黑了两盏',
    called: 50,
    due: 96,
  },
  {
    number: '0007',
    kind: '建议',
    category: '',
    text: '希望步道边加两把有靠背的椅子',
    called: 27,
    due: 168,
  },
  {
    number: '0008',
    kind: '投诉',
    category: '楼道堆物',
    text: '楼顶平台被人放了花盆，雨水排不出去',
    called: 26,
    due: 120,
    confidential: true,
  },
  {
    number: '0009',
    kind: '求助',
    category: '',
    text: '路面塌了一个坑，有人骑车摔了',
    called: 4,
    due: 24,
    urgent: true,
  },
  {
    number: '0010',
    kind: '咨询',
    category: '',
    text: '想问居家养老服务在哪里登记',
    called: 3,
    due: 120,
    address: '不清楚',
  },
  {
    number: '0011',
    kind: '投诉',
    category: lamp,
    text: '公交站背后的巷子整晚没有灯',
    called: 2,
    due: 120,
  },
]

/** What is done of an order, hours before now. */
export type Course = {
  number: string
  filed: number
  answered: number
  category: string
  words: string
}
export const answeredOnes: readonly Course[] = [
  {
    number: '0001',
    filed: 92,
    answered: 70,
    category: 'P01-37-2',
    words: '灯泡和线路都换过，夜里复看全部亮灯',
  },
  {
    number: '0002',
    filed: 91,
    answered: 50,
    category: 'C02-01',
    words: '堆的东西已经清走，和住户说好不再放',
  },
  {
    number: '0003',
    filed: 70,
    answered: 46,
    category: 'P01-37-2',
    words: '换了镇流器，连看两晚不闪',
  },
  {
    number: '0006',
    filed: 48,
    answered: 5,
    category: 'P01-37-2',
    words: '两盏都换好了，晚上去看过',
  },
]
export const underWay = [
  { number: '0005', filed: 49, category: 'C02-01' },
  { number: '0008', filed: 22, category: 'C02-01' },
]

/** When a file came, hours before now, and how far back its calls lie. */
export const files: readonly (readonly [hours: number, until: number])[] = [
  [94, 100],
  [72, 94],
  [49.5, 72],
  [25, 49.5],
  [1, 25],
]
