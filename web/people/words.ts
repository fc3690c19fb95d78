// What the people room's pages say.
import type { Words } from '#core/kit/words.ts'

export const peopleWords = {
  team: { zh: '这里谁在管', en: 'Who covers this place' },
  now: { zh: '此刻谁负责', en: 'Responsible now' },
  noMembers: { zh: '还没有安排人', en: 'Nobody is assigned yet' },
  away: { zh: '不在', en: 'away' },
  fetchingTeam: { zh: '正在取这里的队伍', en: 'Fetching the team of this place' },
  order: { zh: '按区划代码和岗位排列，不排名', en: 'in the order of codes and posts, no ranking' },
  onDuty: { zh: '当班', en: 'on duty' },
  sessions: { zh: '在哪些设备上登录着', en: 'Where you are signed in' },
  sessionsSub: {
    zh: '不认得的，马上退出它，再改密码。',
    en: 'End any you do not know at once, then change your password.',
  },
  thisOne: { zh: '就是这一台', en: 'this one' },
  end: { zh: '退出它', en: 'End it' },
  everywhere: { zh: '全部退出', en: 'Sign out everywhere' },
  since: { zh: '登录于', en: 'signed in' },
  lastSeen: { zh: '最近用过', en: 'last used' },
  unknownDevice: { zh: '没有报出名字的设备', en: 'A device without a name' },
  fetchingSessions: { zh: '正在取登录的设备', en: 'Fetching where you are signed in' },
} satisfies Record<string, Words>
