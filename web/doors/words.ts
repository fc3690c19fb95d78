// The rooms as the doors name them.
import type { Words } from '#core/kit/words.ts'

export const doorWords = {
  cockpit: { zh: '驾驶舱', en: 'Cockpit' },
  queues: { zh: '队列', en: 'Queues' },
  surveys: { zh: '问卷', en: 'Surveys' },
  resources: { zh: '资源', en: 'Resources' },
  themes: { zh: '主题', en: 'Themes' },
  centre: { zh: '活动中心', en: 'Centre' },
  board: { zh: '公告栏', en: 'Board' },
  places: { zh: '地方', en: 'Places' },
  people: { zh: '人员', en: 'People' },
  myCalendar: { zh: '我的日历', en: 'My calendar' },
  exchange: { zh: '互通', en: 'Other systems' },
  rules: { zh: '规则', en: 'Rules' },
  tasks: { zh: '任务', en: 'Tasks' },
  grid: { zh: '网格', en: 'Grid' },
  report: { zh: '上报', en: 'Report' },
  rounds: { zh: '巡查', en: 'Rounds' },
  duty: { zh: '排班', en: 'Duty' },
  outbox: { zh: '待发', en: 'Outbox' },
  me: { zh: '我', en: 'Me' },
  sessions: { zh: '登录过的设备', en: 'Signed-in devices' },
  glasses: { zh: '应急查看', en: 'Emergency access' },
  components: { zh: '构件样张', en: 'Components' },
  rooms: { zh: '各房间', en: 'Rooms' },
  signedInAs: { zh: '{name}', en: '{name}' },
  wrongLogin: {
    zh: '账号和密码对不上。分清大小写，再试一次；连错几次会锁一会儿。',
    en: 'Account and password do not match. Mind capital letters; after some tries the account rests a while.',
  },
  needLogin: { zh: '请写账号。', en: 'Please enter your account.' },
  needPassword: { zh: '请写密码。', en: 'Please enter your password.' },
  demoOnly: {
    zh: '邻里是开放的软件。每一步都留下谁、何时、为什么，也包括谁看过个人信息。',
    en: 'Linli is open software. Every step keeps who, when and why, and so does every look at personal data.',
  },
} satisfies Record<string, Words>
