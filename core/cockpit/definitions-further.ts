// What figures 10, 11, 26 and 27 mean. Beside definitions.ts, which holds those of the loop.

import type { Words } from '#core/kit/words.ts'
import type { FigureDefinition } from './definitions.ts'

const centre: Words = { zh: '街道指挥中心', en: 'street command centre' }
const community: Words = { zh: '社区书记', en: 'community secretary' }
const security: Words = { zh: '安全管理员、审计管理员', en: 'security and audit administrators' }
const none: Words = { zh: '没有。', en: 'Nothing.' }

export const furtherDefinitions = {
  '10': {
    name: { zh: '重复诉求率', en: 'Comes back' },
    of: { zh: '件立案', en: 'filed' },
    sentence: {
      zh: '立案的件里，90天之内同一处、同一类事已经有人说过的占多少。',
      en: 'Of filed cases, how many had been said of the same place and kind within 90 days before.',
    },
    formula: {
      zh: '上报前90天内，同一地址（没有地址的，50米以内）有同类立案件 ∕ 本段上报并立案的件',
      en: 'an earlier filed case of the kind at the same address (else within 50 m) in the 90 days before ∕ reported in the period and filed',
    },
    leftOut: {
      zh: '作废、合并的不算。早的那一件可以在界线另一边。一段里立案超过20,000件的，请看下一级。',
      en: 'Void and merged cases. The earlier one may lie across a border. Above 20,000 filed, look at the areas below.',
    },
    owner: centre,
    whatToDo: {
      zh: '到“重复点位”看是哪几处：同一处修三回，该换办法，不是催人。',
      en: 'See which spots: mended three times, a place needs another remedy, not more urging.',
    },
  },
  '11': {
    name: { zh: '主动发现率', en: 'Found by ourselves' },
    of: { zh: '件立案', en: 'filed' },
    sentence: {
      zh: '立案的件里，巡查和设备先发现的占多少，其余是有人来说的。',
      en: 'Of filed cases, how many patrols and devices found before anybody had to say so.',
    },
    formula: {
      zh: '网格巡查、感知设备来的 ∕ 巡查、设备、网上、电话、窗口、12345来的',
      en: 'from patrols and devices ∕ from patrols, devices, web, phone, counter and hotline',
    },
    leftOut: {
      zh: '上级交办和别的系统转来的，两边都不算。作废、合并的不算。',
      en: 'What came from above or from other systems is on neither side. Void and merged are out.',
    },
    owner: community,
    whatToDo: {
      zh: '不设目标，更不设每月几件：一定任务，就会有人编。看重复诉求有没有少。',
      en: 'No target and no quota: ordered finds are invented finds. See whether repeats go down.',
    },
  },
  '26a': {
    name: { zh: '每人每周填写', en: 'Filled in per worker-week' },
    of: null,
    sentence: {
      zh: '办件的人，平均每周要动手填写几次。',
      en: 'How often those who work on cases fill something in, a week.',
    },
    formula: {
      zh: '本段要写要选的操作次数 ∕（此刻在岗人数 × 本段过去的周数）。签收、逐级确认、报到只点一下，不算',
      en: 'steps that needed words or choices ∕ (staff in post now × weeks gone). Signing, confirming onward and arriving are one press and do not count',
    },
    leftOut: {
      zh: '只数次数和人数，不分到任何一个人；不足10人不显示。问卷、活动的填写另在各自的页面。',
      en: 'Only sums, never by person; hidden under ten people. Surveys and sessions stand on their own pages.',
    },
    owner: centre,
    whatToDo: {
      zh: '多了，先看是事多还是步子多；能从已有数据里出的表，一张也不要再填。',
      en: 'If it grows, ask whether there is more to do or only more to fill in. What the data can say, nobody fills in.',
    },
  },
  '26b': {
    name: { zh: '每次交办少填的字段', en: 'Not typed again, per hand-over' },
    of: null,
    sentence: {
      zh: '一件事换到下一家手里，平均有几个字段跟着走、不用重填。',
      en: 'How many fields go along with a case when it changes hands, so that nobody types them again.',
    },
    formula: {
      zh: '跟着走的字段（编号、类别，加上已有的原话、地址、位置、照片、联系方式）之和 ∕ 本段交办次数',
      en: 'fields that went along (number and kind; words, address, point, photos and contact where there are any) ∕ hand-overs',
    },
    leftOut: none,
    owner: centre,
    whatToDo: {
      zh: '哪一家还要另填一套，把那一家接进来（开放接口、工单互导）。',
      en: 'Where a unit still keeps a form of its own, connect it (interfaces, work-order exchange).',
    },
  },
  '26c': {
    name: { zh: '上报一件要写多久', en: 'Minutes to write a report' },
    of: null,
    sentence: {
      zh: '工作人员上报一件，一半不超过这么久。按打了多少字折算，不给任何人计时。',
      en: 'Half of the reports by staff took no longer. Said from how much was typed; nobody is timed.',
    },
    formula: {
      zh: '原话字数的中位数 ÷ 每分钟30字；九成的同样折算',
      en: 'median of the characters typed ÷ 30 a minute; the same for nine of ten',
    },
    leftOut: {
      zh: '居民自己说的、别的系统来的。真实用时不量：量它就得记谁在线多久，国办函〔2026〕12号不许。',
      en: 'Reports by residents and other systems. Real minutes are not measured: that would count who was online how long, which is forbidden.',
    },
    owner: community,
    whatToDo: {
      zh: '越短越好：能拍照、能说话的，就不要打字。',
      en: 'The shorter the better: a photo or a spoken word instead of typing.',
    },
  },
  '27a': {
    name: { zh: '还留着的个人信息', en: 'Personal fields held' },
    of: null,
    sentence: {
      zh: '此刻还留着多少个姓名、电话。只为找到反映人，加密保存，到期就删。',
      en: 'How many names and numbers are still held right now: only to reach the reporter, sealed, erased on their day.',
    },
    formula: {
      zh: '反映人的姓名、电话中还没有抹去的个数（一件可以有几位反映人）',
      en: 'names and numbers of reporters not yet erased (a case may have several)',
    },
    leftOut: {
      zh: '抹掉的就是抹掉了，所以没有走势。活动报名、借场地留下的另列在旁边。工作人员的账号不在内。没有身份证号，系统里没有这个字段。',
      en: 'What was erased cannot be counted again, so there is no past. What sessions and bookings hold stands beside it. Accounts of staff are not in it. There is no field for an identity number.',
    },
    owner: security,
    whatToDo: {
      zh: '只增不减，看是不是结了案没归档。能不留的，上报时就不问。',
      en: 'If it only grows, look for closed cases that are not archived. What is not needed is not asked.',
    },
  },
  '27b': {
    name: { zh: '超期没删的', en: 'Past their last day' },
    of: { zh: '位反映人', en: 'reporters' },
    sentence: {
      zh: '过了保存期限还没有抹去的。目标只有一个：零。',
      en: 'What should have been erased and was not. There is one target: zero.',
    },
    formula: {
      zh: '保存到期日已过、仍有姓名或电话 ∕ 仍留着联系方式的反映人',
      en: 'past the last day and still held ∕ reporters of whom something is held',
    },
    leftOut: {
      zh: '有异议、申诉、抽查还没完的件没有归档，期限还没有开始算。',
      en: 'Cases with an open contest, appeal or sample are not archived: their days have not begun.',
    },
    owner: security,
    whatToDo: {
      zh: '不是零，就是每夜的删除任务没有跑：今天查明，写进日志。',
      en: 'If it is not zero, the nightly job did not run: find out today and write it down.',
    },
  },
  '27c': {
    name: { zh: '导出的清单', en: 'Lists taken out' },
    of: null,
    sentence: {
      zh: '这一段从这里导出了几份清单。每一份都有编号，行行带水印。',
      en: 'How many lists were taken out of here in the period. Each has its number, and every row carries it.',
    },
    formula: { zh: '导出时间在本段内的份数', en: 'exports whose instant falls in the period' },
    leftOut: {
      zh: '打印的工单、简报不带联系方式，不算。谁导出的，只有审计管理员看得到。',
      en: 'Printed orders and briefs carry no contacts and do not count. Who took them is for the audit administrator alone.',
    },
    owner: security,
    whatToDo: {
      zh: '看得到就不要导；要长期用，走开放数据和接口。',
      en: 'What can be read need not be taken out; for lasting use there are open data and interfaces.',
    },
  },
} satisfies Record<string, FigureDefinition>
