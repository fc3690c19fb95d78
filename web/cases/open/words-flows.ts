// What the board of flows says to residents.
import type { Matter } from '#core/cases/case.ts'
import type { LimitSource } from '#core/cases/flows.ts'
import type { Words } from '#core/kit/words.ts'

export const flowsWords = {
  link: { zh: '什么事归谁办', en: 'Whose matter is it' },
  title: { zh: '{name}：什么事归谁办', en: '{name}: whose matter is it' },
  lead: {
    zh: '三事分流：事情分成大事、小事、私事，各有依据、承办的单位和办理时限。哪一种都可以在这里说。',
    en: 'Matters are of three kinds, each with its basis, who does it and by when. All three may be said here.',
  },
  fetching: { zh: '正在取这里的类别和时限', en: 'Fetching kinds and times of this place' },
  search: { zh: '搜一件事：路灯、漏水、押金……', en: 'Search: lamp, leak, deposit …' },
  which: { zh: '看哪一种', en: 'Which kind' },
  all: { zh: '全部', en: 'All' },
  found: { zh: '{n} 种事', en: '{n} kinds of matter' },
  foundOne: { zh: '1 种事', en: '1 kind of matter' },
  none: { zh: '没有找到这样的事', en: 'Nothing like it was found' },
  noneThen: {
    zh: '换个说法再搜；不用分清是哪种事，直接说，值班的同事来分。',
    en: 'Try another word. There is no need to sort it: say it, and the duty desk sorts it.',
  },
  body: { zh: '谁来办', en: 'Who does it' },
  by: { zh: '多久办', en: 'By when' },
  basis: { zh: '依据', en: 'Basis' },
  noBasis: { zh: '这里使用的类别目录', en: 'The catalogue of kinds in use here' },
  counts: { zh: '怎样算办好', en: 'Done when' },
  filing: { zh: '什么情况受理', en: 'Taken when' },
  urgent: { zh: '急事，不分昼夜', en: 'urgent, day and night' },
  guidance: { zh: '您会得到', en: 'What you get' },
  next: {
    zh: '下一步：说一声，{limit}内告诉您找谁、怎么办。觉得不是私事，可以提一次异议，由上一级没有参与的人看。',
    en: 'Next: tell us, and within {limit} you hear whom to turn to and how. If you think it is not private, contest it once; somebody above who took no part decides.',
  },
  say: { zh: '说这件事', en: 'Report it' },
  print: { zh: '打印', en: 'Print' },
  asOf: { zh: '按{day}有效的规定', en: 'By the rules in force on {day}' },
  categoryTimes: {
    zh: '个别时限由{area}规定，{day} 起。',
    en: 'Some times are set by {area} since {day}.',
  },
  tierTimes: {
    zh: '各级时限由{area}规定，{day} 起。',
    en: 'Times of the tiers are set by {area} since {day}.',
  },
} as const satisfies Record<string, Words>

export const matterSays: Readonly<Record<Matter, { name: Words; says: Words }>> = {
  major: {
    name: { zh: '大事 · 公事', en: 'Public function' },
    says: {
      zh: '政府的职能和公共服务，由政府部门办。',
      en: 'Government’s task and public service: an office does it.',
    },
  },
  minor: {
    name: { zh: '小事 · 共事', en: 'Common affair' },
    says: {
      zh: '社区的公共事务和公益，社区、社会组织和居民一起办。',
      en: 'The community’s own affairs: community, organisations and residents do it together.',
    },
  },
  private: {
    name: { zh: '私事 · 自己的事', en: 'Private matter' },
    says: {
      zh: '个人的事或市场的服务，自己办；社区给指引，告诉您下一步。',
      en: 'One’s own affair or a service of the market: the community guides and names the next step.',
    },
  },
}

export const limitFromWords: Readonly<Record<LimitSource, Words>> = {
  placeCategory: { zh: '本地规定', en: 'set by this place' },
  catalogue: { zh: '类别目录', en: 'by the catalogue' },
  placeTier: { zh: '本地规定的本级时限', en: 'set here for this tier' },
  usual: { zh: '本级通用时限', en: 'the usual of this tier' },
}
