// What the grid worker's pages say. No pronoun, no counts of anybody's work.
import type { Words } from '#core/kit/words.ts'

export const fieldWords = {
  whyMe: { zh: '为什么是我', en: 'Why me' },
  privacy: {
    zh: '只在按下“发送”时记一次位置，不记路线。',
    en: 'The place is taken once, when Send is pressed. No trail is kept.',
  },
  selfHandleIt: { zh: '当场办好了', en: 'Done on the spot' },
  afterPhoto: { zh: '办好之后的照片', en: 'Photo after the work' },
  afterHint: { zh: '只拍东西，不拍人', en: 'Of the thing, not of people' },
  beforePhoto: { zh: '办之前的照片', en: 'Photo before the work' },
  send: { zh: '发送', en: 'Send' },
  sending: { zh: '正在发送', en: 'Sending' },
  sendingPhotos: { zh: '正在传照片 {n} ∕ {max}', en: 'Sending photo {n} ∕ {max}' },
  positionLost: {
    zh: '没有取到位置。走到空旷处再按一次，或在手机设置里允许。',
    en: 'No position was found. Try again in the open, or allow it in the settings.',
  },
  keptToSend: {
    zh: '没有信号，已经放进待发。连上网自己会发出去。',
    en: 'No signal: it waits in the outbox and goes by itself.',
  },
  waitsHere: { zh: '记在这台手机上，等信号', en: 'Kept on this phone, waiting for a signal' },
  grid: { zh: '我的网格', en: 'My grid' },
} satisfies Record<string, Words>
