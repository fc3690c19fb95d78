// What the map of one's tasks says.
import type { Words } from '#core/kit/words.ts'

export const mapWords = {
  back: { zh: '任务', en: 'Tasks' },
  title: { zh: '任务地图', en: 'Tasks on the map' },
  lead: {
    zh: '号码就是下面的先后：先到期的在前。点一个号码，打开那一件。',
    en: 'Numbers are the order below: what is due first comes first. Tap one to open it.',
  },
  elsewhere: {
    zh: '另有 {n} 件没有标地点，或者不在这张图上，在下面的表里。',
    en: '{n} more have no point or lie outside of this map: they are in the list.',
  },
  all: { zh: '全部列出', en: 'List all' },
  whereAmI: { zh: '我在哪里', en: 'Where am I' },
  onlyHere: {
    zh: '“我在哪里”只画在这台手机上，不发送，不保存。',
    en: 'Where you are is drawn on this phone only: not sent, not kept.',
  },
  noPosition: {
    zh: '没有取到位置。走到空旷处再按，或在手机设置里允许。',
    en: 'No position was found. Try again in the open, or allow it in the settings.',
  },
} satisfies Record<string, Words>
