// Matters of living together: the types a community needs and the national city-management standard
// does not have. Codes of class C are ours. Quarrels, people in need and private affairs are never
// shown to the public; homes are known to the grid and no closer.
import type { Category } from '#core/places/category.ts'
import { bases } from './bases.ts'
import { branch, leaves } from './draft.ts'

const both = { fullTime: true, partTime: true }
const fullTimeOnly = { fullTime: true, partTime: false }
const confidential = { openToPublic: false, placePrecision: 'grid' } as const

const neighbours: Category[] = [
  branch('C01', 'C', '邻里与物业', 'Neighbours and property'),
  ...leaves('C01', { section: 'safety', ...confidential }, [
    {
      code: 'C01-01',
      zh: '邻里纠纷',
      en: 'Quarrel between neighbours',
      words: '吵架 邻居 纠纷 调解 争吵',
      filing: ['双方或一方愿意由社区出面说和', 'One side or both want the community to help'],
      closing: [
        '双方说清、有约定；不成的告知调解和诉讼途径',
        'Settled, or the ways to mediation and court told',
      ],
      limit: '5 WORK_DAY',
      tier: 'T2',
      but: { basis: bases.mediation },
    },
    {
      code: 'C01-02',
      zh: '物业纠纷',
      en: 'Dispute with the property company',
      words: '物业 物业费 保洁 保安 不作为',
      filing: ['物业服务、收费、维修方面的争议', 'About service, charges or repairs'],
      closing: ['三方见面，有答复和整改日期', 'All three met; an answer and a date for mending'],
      limit: '5 WORK_DAY',
      tier: 'T2',
      but: { section: 'livelihood', basis: bases.property },
    },
    {
      code: 'C01-03',
      zh: '渗漏水',
      en: 'Water leaking between homes',
      words: '漏水 渗水 楼上漏 天花板 墙面湿',
      filing: ['楼上楼下或外墙、屋面渗漏', 'From above, through the wall or the roof'],
      closing: [
        '找到原因、责任人认可修缮；屋面外墙报维修',
        'Cause found, repair agreed; roof and wall put to repair',
      ],
      limit: '5 WORK_DAY',
      tier: 'T2',
      but: { section: 'livelihood' },
    },
    {
      code: 'C01-04',
      zh: '生活噪声',
      en: 'Noise of daily life',
      words: '噪音 噪声 吵 广场舞 半夜 跳绳 拖椅子',
      filing: ['住户、人群活动声音影响休息', 'People or households disturb rest'],
      closing: ['当面劝导，约定时段，回头问过', 'Talked over, hours agreed, asked again later'],
      limit: '2 WORK_DAY',
      tier: 'T2',
      but: { selfHandle: fullTimeOnly },
    },
    {
      code: 'C01-05',
      zh: '宠物扰邻',
      en: 'Pets disturbing neighbours',
      words: '猫 狗叫 宠物 养鸡 鸽子',
      filing: ['宠物、家禽的声音、气味、粪便影响邻居', 'Sound, smell or mess of pets or poultry'],
      closing: ['劝导到户，情况改善', 'Talked over at home, better since'],
      limit: '3 WORK_DAY',
      tier: 'T2',
      but: { selfHandle: fullTimeOnly },
    },
    {
      code: 'C01-06',
      zh: '小区停车矛盾',
      en: 'Parking trouble in an estate',
      words: '停车位 抢车位 地锁 堵车库 车位费',
      filing: ['小区内车位、收费、堵占的矛盾', 'Spaces, fees or blocking inside an estate'],
      closing: ['商定停法或收费说明，公开告知', 'A rule or explanation agreed and posted'],
      limit: '5 WORK_DAY',
      tier: 'T2',
      but: { section: 'livelihood', openToPublic: true },
    },
  ]),
]

const buildings: Category[] = [
  branch('C02', 'C', '楼栋安全', 'Safety in the building'),
  ...leaves('C02', { section: 'safety', placePrecision: 'grid' }, [
    {
      code: 'C02-01',
      zh: '楼道堆物',
      en: 'Things piled in the stairwell',
      words: '楼道 堆杂物 纸箱 过道 鞋柜',
      filing: ['公共楼道、安全出口堆放物品', 'Things in a shared stairwell or exit'],
      closing: ['清走，通道恢复', 'Cleared'],
      limit: '24 WALL_HOUR',
      tier: 'T1',
      but: { selfHandle: both, evidence: { photoAfter: true } },
    },
    {
      code: 'C02-02',
      zh: '电动车进楼',
      en: 'E-bikes taken indoors',
      words: '电瓶车 电动车 推进电梯 楼道充电',
      filing: [
        '电动自行车或电池进电梯、进楼道、进户',
        'E-bike or battery in lift, stairwell or home',
      ],
      closing: [
        '移到室外，车主知道最近的充电点',
        'Moved out, owner shown the nearest charging place',
      ],
      limit: '4 WALL_HOUR',
      tier: 'T1',
      but: { selfHandle: fullTimeOnly, evidence: { photoAfter: true } },
    },
    {
      code: 'C02-03',
      zh: '飞线充电',
      en: 'Charging by a cable from a window',
      words: '飞线 拉线 插线板 窗户拉线',
      filing: ['从窗户、楼道私拉电线充电', 'A cable from window or stairs for charging'],
      closing: ['拆除，指引到充电点', 'Removed, charging place shown'],
      limit: '4 WALL_HOUR',
      tier: 'T1',
      but: { selfHandle: fullTimeOnly, evidence: { photoAfter: true } },
    },
    {
      code: 'C02-04',
      zh: '房屋安全隐患',
      en: 'Unsafe building',
      words: '墙裂 危房 阳台 沉降 承重墙',
      filing: ['墙体开裂、沉降、拆改承重等疑似隐患', 'Cracks, settling, or a bearing wall altered'],
      closing: ['专业人员看过，有结论和防护', 'Seen by an expert; a finding and protection'],
      limit: '3 WORK_DAY',
      tier: 'T4',
      but: { evidence: { onSite: true } },
    },
    {
      code: 'C02-05',
      zh: '出租房安全隐患',
      en: 'Danger in a let flat',
      words: '群租 出租房 隔断 防盗窗 合租',
      filing: ['隔断、用火用电、逃生通道有隐患', 'Partitions, fire, wiring or exits unsafe'],
      closing: ['整改完成或已交主管部门', 'Put right, or handed to the authority'],
      limit: '5 WORK_DAY',
      tier: 'T3',
      but: confidential,
    },
  ]),
]

const care: Category[] = [
  branch('C03', 'C', '关爱与互助', 'Care and mutual help'),
  ...leaves('C03', { section: 'livelihood', ...confidential }, [
    {
      code: 'C03-01',
      zh: '独居老人求助',
      en: 'Help for an old person living alone',
      words: '独居 老人 没人管 联系不上 空巢',
      filing: ['老人需要探望、陪同、送餐、维修等', 'Needs a visit, company, meals or a repair'],
      closing: ['见到本人，事情办好，约好下次', 'Person seen, matter done, next visit agreed'],
      limit: '24 WALL_HOUR',
      tier: 'T2',
    },
    {
      code: 'C03-02',
      zh: '困难帮扶',
      en: 'Help in hardship',
      words: '低保 困难 救助 临时救助 失业',
      filing: ['本人或代为申请救助', 'Asked by the person or for them'],
      closing: [
        '已受理申请或告知结果和其他渠道',
        'Application taken, or the result and other ways told',
      ],
      limit: '5 WORK_DAY',
      tier: 'T3',
    },
    {
      code: 'C03-03',
      zh: '适老、无障碍改造',
      en: 'Adapting a home for age or disability',
      words: '扶手 改造 轮椅 残疾 适老化',
      filing: ['家中或楼内需要加装、改造', 'Something to add or alter at home or in the building'],
      closing: ['上门评估，列入安排或办好', 'Assessed at home; scheduled or done'],
      limit: '10 WORK_DAY',
      tier: 'T3',
    },
    {
      code: 'C03-04',
      zh: '志愿求助',
      en: 'Asking for a volunteer',
      words: '志愿者 帮忙 搬东西 陪诊 代买',
      filing: ['志愿者做得到的小事', 'A small thing a volunteer can do'],
      closing: ['已办，双方都说好', 'Done; both say so'],
      limit: '2 WORK_DAY',
      tier: 'T2',
      but: { section: 'party', selfHandle: both },
    },
    {
      code: 'C03-05',
      zh: '儿童看护、托管',
      en: 'Care for children after school',
      words: '四点半 托管 暑假 孩子 没人接',
      filing: ['放学后、假期看护方面的需要', 'Care after school or in holidays'],
      closing: ['安排到位或告知可去的地方', 'Arranged, or places named'],
      limit: '3 WORK_DAY',
      tier: 'T2',
    },
  ]),
]

const together: Category[] = [
  branch('C04', 'C', '小区共治', 'Governing the estate together'),
  ...leaves('C04', { section: 'party', placePrecision: 'grid' }, [
    {
      code: 'C04-01',
      zh: '公共收益疑问',
      en: 'Question about public revenue',
      words: '公共收益 广告费 停车费去哪 账目 公示',
      filing: ['对收益来源、支出、公示有疑问', 'About income, spending or disclosure'],
      closing: ['有书面答复，账目可查', 'Answered in writing, books open'],
      limit: '10 WORK_DAY',
      tier: 'T2',
    },
    {
      code: 'C04-02',
      zh: '加装电梯',
      en: 'Adding a lift',
      words: '加装电梯 装电梯 低楼层 分摊',
      filing: ['意愿、方案、分摊、施工方面的诉求', 'Wishes, plan, shares or works'],
      closing: ['说明程序，组织协商，结果告知', 'Procedure explained, talks held, result told'],
      limit: '10 WORK_DAY',
      tier: 'T3',
    },
    {
      code: 'C04-03',
      zh: '公共部位维修',
      en: 'Repair of common parts',
      words: '屋顶 外墙 大修基金 维修资金 公共部位',
      filing: ['屋面、外墙、管网等公共部位要修', 'Roof, outer wall or pipes need repair'],
      closing: ['修好，或已定资金来源和日期', 'Repaired, or money and date settled'],
      limit: '15 WORK_DAY',
      tier: 'T3',
      but: { section: 'livelihood' },
    },
    {
      code: 'C04-04',
      zh: '业委会与议事',
      en: "Owners' committee and deliberation",
      words: '业委会 业主大会 换届 议事 投票',
      filing: ['成立、换届、履职、议事程序的问题', 'Founding, election, duty or procedure'],
      closing: ['按程序指导并公开答复', 'Guided by the procedure, answered in public'],
      limit: '10 WORK_DAY',
      tier: 'T2',
    },
    {
      code: 'C04-05',
      zh: '改造后管护',
      en: 'Upkeep after renovation',
      words: '旧改 改造后 没人管 质保 返修',
      filing: ['改造完成后的缺陷和管护空档', 'Defects and gaps in upkeep after works'],
      closing: ['明确由谁管，缺陷已修', 'Who keeps it is settled, defects mended'],
      limit: '10 WORK_DAY',
      tier: 'T3',
      but: { section: 'livelihood' },
    },
  ]),
]

const advice: Category[] = [
  branch('C05', 'C', '咨询与建议', 'Questions and suggestions'),
  ...leaves('C05', { section: 'livelihood', placePrecision: 'grid', openToPublic: false }, [
    {
      code: 'C05-01',
      zh: '政策咨询',
      en: 'Question about a policy',
      words: '咨询 怎么办理 政策 医保 社保 高龄津贴',
      filing: ['属于社区能答或能转答的事项', 'The community can answer or pass it on'],
      closing: ['答复清楚，写明依据或办理窗口', 'Answered with the source or the right counter'],
      limit: '2 WORK_DAY',
      tier: 'T2',
    },
    {
      code: 'C05-02',
      zh: '意见建议',
      en: 'Suggestion',
      words: '建议 希望 能不能 增加 改进',
      filing: ['对社区环境、服务、规则的建议', 'About surroundings, services or rules'],
      closing: ['采纳或不采纳都说明理由', 'Taken up or not, with the reason'],
      limit: '10 WORK_DAY',
      tier: 'T2',
      but: { section: 'party', openToPublic: true },
    },
    {
      code: 'C05-03',
      zh: '证明开具咨询',
      en: 'Question about a certificate',
      words: '证明 盖章 开证明 居住证明',
      filing: ['要开证明或被要求开证明', 'Wants a certificate or was asked for one'],
      closing: ['能开的开好；不该社区开的告知去处', 'Issued, or told where it belongs'],
      limit: '1 WORK_DAY',
      tier: 'T2',
    },
    {
      code: 'C05-04',
      zh: '活动与场地',
      en: 'Activities and rooms',
      words: '活动室 党群中心 场地 排练 讲堂',
      filing: ['场地使用、活动安排方面的诉求', 'Use of rooms or programme'],
      closing: ['安排好或说明可用时段', 'Arranged, or free hours named'],
      limit: '3 WORK_DAY',
      tier: 'T2',
      but: { section: 'party', openToPublic: true },
    },
  ]),
]

const personal: Category[] = [
  branch('C06', 'C', '个人事务', 'Private affairs', bases.own),
  ...leaves('C06', { matter: 'private', section: 'livelihood', ...confidential }, [
    {
      code: 'C06-01',
      zh: '户内维修',
      en: 'Repair inside a home',
      words: '家里水管 马桶 跳闸 开锁 家电',
      filing: ['自家水电气、门锁、家电的问题', 'Pipes, power, lock or appliance at home'],
      closing: ['告知可靠的服务和收费参考', 'Reliable services and usual prices named'],
      limit: '1 WORK_DAY',
      tier: 'T1',
    },
    {
      code: 'C06-02',
      zh: '消费与合同',
      en: 'Purchases and contracts',
      words: '退款 押金 合同 中介 预付卡',
      filing: ['个人与商家、中介之间的争议', 'Between a person and a shop or agent'],
      closing: ['告知投诉、调解、诉讼的途径', 'Ways to complaint, mediation and court told'],
      limit: '2 WORK_DAY',
      tier: 'T2',
      but: { section: 'economy', basis: bases.consumer },
    },
    {
      code: 'C06-03',
      zh: '家事、遗失与其他',
      en: 'Family, lost things and other',
      words: '丢了 家务事 赡养 借钱 找人',
      filing: ['家庭内部事务、遗失物等', 'Within a family, lost things and the like'],
      closing: ['听完、给指引，愿意调解的转调解', 'Heard and guided; to mediation if wished'],
      limit: '2 WORK_DAY',
      tier: 'T2',
    },
  ]),
]

/** What a reporter left unsorted; the duty person gives it its kind when filing. */
const unsorted: Category[] = leaves('C', { section: 'livelihood', openToPublic: false }, [
  {
    code: 'C99',
    zh: '待分类',
    en: 'Not yet sorted',
    words: '其他 说不清',
    filing: ['先看清是什么事，再选类别', 'First see what it is, then choose its kind'],
    closing: ['按改定后的类别', 'By the kind it was given'],
    limit: 'by tier',
    tier: 'T2',
  },
])

/** 社区事项: neighbours, buildings, care, the estate together, advice, private affairs. */
export const communityMatters: Category[] = [
  branch('C', null, '社区事项', 'Community matters', bases.community),
  ...neighbours,
  ...buildings,
  ...care,
  ...together,
  ...advice,
  ...personal,
  ...unsorted,
]
