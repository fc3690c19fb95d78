// What is said where a piece of the map is drawn.
import type { Words } from '#core/kit/words.ts'

export const drawnWords = {
  draw: { zh: '在地图上划一块', en: 'Draw it on the map' },
  how: { zh: '怎么划', en: 'How' },
  circle: { zh: '一个地方周围', en: 'Round a place' },
  corners: { zh: '点几个角围起来', en: 'Within a few corners' },
  radius: { zh: '多远以内', en: 'How far around' },
  metres: { zh: '{n} 米', en: '{n} m' },
  kilometres: { zh: '{n} 公里', en: '{n} km' },
  tapOnce: {
    zh: '在地图上点一下。点的地方不发出去，也不保存，只用来找出网格。',
    en: 'Tap the map. Where you tap is neither sent nor kept: it only finds the grids.',
  },
  tapCorners: {
    zh: '在地图上点三个角以上。划的范围不发出去，也不保存，只用来找出网格。',
    en: 'Tap three corners or more. The shape is neither sent nor kept: it only finds the grids.',
  },
  touched: {
    zh: '碰到 {n} 个网格：{names}。下面已经勾上，可以再改。',
    en: 'Grids it touches: {n} ({names}). They are ticked below, and you can change that.',
  },
  comma: { zh: '、', en: ', ' },
  tooMuch: {
    zh: '碰到 {n} 个网格，最多选 {most} 个。划小一点，或者选全社区。',
    en: 'It touches {n} grids; {most} are the most. Draw less, or choose the whole community.',
  },
  from: { zh: '不点地图：从一个网格的中间算起', en: 'Without tapping: round the middle of a grid' },
  fromNone: { zh: '选一个网格', en: 'Choose a grid' },
  again: { zh: '重新划', en: 'Draw anew' },
} satisfies Record<string, Words>
