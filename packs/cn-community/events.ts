// Events 事件: states and behaviours in public space, with the codes of GB/T 30428.2 that are in public
// use. An urgent kind is given only where somebody may be hurt: a red that marks a street stall marks
// nothing. What must be quick day and night without being dangerous runs in hours on the wall.
import type { Category } from '#core/places/category.ts'
import { bases } from './bases.ts'
import { branch, leaves } from './draft.ts'
import { otherEvents, suddenEvents } from './sudden-events.ts'

const both = { fullTime: true, partTime: true }

const cityscape: Category[] = [
  branch('E01', 'E', '市容环境', 'Cityscape and hygiene'),
  branch('E01-01', 'E01', '私搭乱建', 'Unlawful building'),
  ...leaves('E01-01', { section: 'safety', placePrecision: 'grid' }, [
    {
      code: 'E01-01-1',
      zh: '正在私搭乱建',
      en: 'Unlawful building under way',
      words: '违建 搭建 加盖 正在搭 阳光房',
      filing: [
        '未经许可正在搭建，有材料或人员在场',
        'Building without permission, seen in progress',
      ],
      closing: ['停工，材料清离', 'Work stopped, material removed'],
      limit: '2 NATURAL_DAY',
      tier: 'T3',
      but: { evidence: { photoBefore: true } },
    },
    {
      code: 'E01-01-2',
      zh: '已建成的违法建筑',
      en: 'Unlawful building finished',
      words: '违章建筑 楼顶加层 占用平台 违建没拆',
      filing: ['已经建成，占用公共部位或影响安全', 'Finished, on common parts or a danger'],
      closing: ['依法认定并拆除，或告知处理结论', 'Judged by law and removed, or the finding told'],
      limit: '15 WORK_DAY',
      tier: 'T4',
    },
  ]),
  ...leaves('E01', {}, [
    {
      code: 'E01-10',
      zh: '暴露生活垃圾',
      en: 'Rubbish outside the bins',
      words: '垃圾 乱丢 垃圾堆 没人收 臭',
      filing: ['桶外、路边、绿地有成堆生活垃圾', 'Household rubbish in a heap outside the bins'],
      closing: ['清运干净，地面无残留', 'Taken away, ground clean'],
      limit: '4 WORK_HOUR',
      tier: 'T1',
      but: { selfHandle: both },
    },
    {
      code: 'E01-11',
      zh: '积存装修垃圾、大件垃圾',
      en: 'Building waste or bulky waste left',
      words: '装修垃圾 建渣 旧沙发 大件 床垫',
      filing: ['建渣、旧家具堆放在公共区域', 'Rubble or old furniture left in common space'],
      closing: ['清运完毕，有责任人的由其清运', 'Taken away, by whoever left it if known'],
      limit: '1 WORK_DAY',
      tier: 'T2',
    },
    {
      code: 'E01-12',
      zh: '道路不洁',
      en: 'Dirty road',
      words: '路脏 泥巴 油污 落叶 遗撒',
      filing: ['路面有泥污、油污、遗撒或成片垃圾', 'Mud, oil, spillage or litter over the road'],
      closing: ['清扫冲洗，路面见本色', 'Swept and washed to the bare surface'],
      limit: '2 WORK_HOUR',
      tier: 'T1',
      but: { selfHandle: both, placePrecision: 'stretch' },
    },
    {
      code: 'E01-28',
      zh: '商业噪声',
      en: 'Noise from trade',
      words: '喇叭 音响 烧烤摊 KTV 店铺吵 叫卖',
      filing: [
        '经营场所音响、设备、叫卖影响居民休息',
        'Speakers, machines or hawking disturb residents',
      ],
      closing: ['当场降低或停止，复查不再超标', 'Lowered or stopped, and so found again later'],
      limit: '8 WALL_HOUR',
      tier: 'T3',
      but: { section: 'safety', placePrecision: 'stretch' },
    },
    {
      code: 'E01-30',
      zh: '餐饮油烟扰民',
      en: 'Cooking fumes',
      words: '油烟 火锅味 烟道 排烟',
      filing: ['油烟直排、净化设备不用或烟道破损', 'Fumes unfiltered, or a duct broken'],
      closing: ['清洗、修复净化设备，复查达标', 'Filter cleaned or repaired and found in order'],
      limit: '5 WORK_DAY',
      tier: 'T3',
      but: { section: 'safety', placePrecision: 'stretch' },
    },
    {
      code: 'E01-84',
      zh: '违规养犬',
      en: 'Dogs kept against the rules',
      words: '遛狗 不牵绳 狗 狗屎 犬吠',
      filing: ['不牵绳、不清粪便、饲养禁养犬', 'No leash, mess left, or a forbidden breed'],
      closing: ['劝导纠正；屡劝不改的依法处理', 'Corrected by talk, or by law if repeated'],
      limit: '1 WORK_DAY',
      tier: 'T3',
      but: { section: 'safety', placePrecision: 'stretch', evidence: { photoAfter: false } },
    },
    {
      code: 'E01-92',
      zh: '垃圾满溢',
      en: 'Bins overflowing',
      words: '垃圾桶满 满溢 桶满了 没清运',
      filing: ['垃圾桶装满溢出', 'Bins full and spilling'],
      closing: ['清空并擦净，周边无散落', 'Emptied and wiped, nothing lying around'],
      limit: '4 WORK_HOUR',
      tier: 'T2',
    },
    {
      code: 'E01-97',
      zh: '露天焚烧',
      en: 'Open burning',
      words: '烧垃圾 烧秸秆 浓烟 烧纸',
      filing: ['露天焚烧垃圾、枝叶、秸秆', 'Rubbish, leaves or straw burnt in the open'],
      closing: ['明火扑灭，残留清理', 'Put out, remains cleared'],
      limit: '4 WALL_HOUR',
      tier: 'T2',
      but: { section: 'safety' },
    },
    {
      code: 'E01-98',
      zh: '污水横流',
      en: 'Waste water running in the street',
      words: '污水 脏水 流到路上 臭水',
      filing: ['污水在路面、梯坎漫流', 'Waste water over road or steps'],
      closing: ['查到源头并止住，路面冲洗', 'Source found and stopped, surface washed'],
      limit: '4 WORK_HOUR',
      tier: 'T3',
      but: { placePrecision: 'stretch' },
    },
    {
      code: 'E01-99',
      zh: '蚊蝇鼠害',
      en: 'Mosquitoes, flies, rats',
      words: '老鼠 蚊子 蟑螂 苍蝇 积水容器',
      filing: [
        '公共区域有鼠洞、孳生地或成群蚊蝇',
        'Rat holes, breeding places or swarms in common space',
      ],
      closing: ['清除孳生地并消杀', 'Breeding place removed and treated'],
      limit: '3 WORK_DAY',
      tier: 'T2',
    },
  ]),
]

const advertising: Category[] = [
  branch('E02', 'E', '宣传广告', 'Notices and advertising'),
  ...leaves('E02', { placePrecision: 'stretch' }, [
    {
      code: 'E02-01',
      zh: '非法小广告',
      en: 'Illegal stickers',
      words: '小广告 牛皮癣 贴广告 开锁广告',
      filing: ['墙面、灯杆、楼道有乱贴乱写', 'Stuck or written on walls, posts or stairs'],
      closing: ['清除，不留明显印迹', 'Removed without a trace'],
      limit: '1 WORK_DAY',
      tier: 'T1',
      but: { selfHandle: both },
    },
    {
      code: 'E02-02',
      zh: '横幅、气模乱挂乱放',
      en: 'Banners and balloons out of place',
      words: '横幅 条幅 广告布 拱门',
      filing: ['未经允许悬挂、摆放，或破旧未撤', 'Hung without leave, or old and torn'],
      closing: ['撤除', 'Taken down'],
      limit: '1 WORK_DAY',
      tier: 'T3',
    },
  ]),
]

const works: Category[] = [
  branch('E03', 'E', '施工管理', 'Building sites'),
  ...leaves('E03', { section: 'safety', placePrecision: 'stretch' }, [
    {
      code: 'E03-01',
      zh: '施工扰民',
      en: 'Noise from works',
      words: '工地吵 夜间施工 打桩 电钻 装修吵',
      filing: [
        '夜间、午休或考试期间施工噪声影响休息',
        'Works disturb rest at night, noon or in exam days',
      ],
      closing: ['当场停止，告知允许时段', 'Stopped, allowed hours told'],
      limit: '4 WALL_HOUR',
      tier: 'T3',
    },
    {
      code: 'E03-02',
      zh: '工地扬尘',
      en: 'Dust from works',
      words: '扬尘 灰大 渣土 不洒水',
      filing: ['裸土未盖、未洒水，或车辆带泥出场', 'Bare earth, no spraying, or muddy lorries'],
      closing: ['覆盖、喷淋、冲洗到位', 'Covered, sprayed, wheels washed'],
      limit: '1 WORK_DAY',
      tier: 'T3',
    },
    {
      code: 'E03-05',
      zh: '围挡破损、施工占道',
      en: 'Hoarding broken or works in the way',
      words: '围挡 占道施工 材料堆路',
      filing: [
        '围挡破损倾斜，或材料占用通道',
        'Hoarding broken or leaning, or material in the way',
      ],
      closing: ['修复围挡，让出通道', 'Hoarding mended, way clear'],
      limit: '2 WORK_DAY',
      tier: 'T3',
    },
    {
      code: 'E03-06',
      zh: '开挖后未恢复',
      en: 'Trench not restored',
      words: '挖开 没填 回填 沟 管沟',
      filing: [
        '管线施工后路面未恢复或回填下沉',
        'Surface not restored or sunken after laying pipes',
      ],
      closing: ['按原标准恢复', 'Restored as it was'],
      limit: '5 WORK_DAY',
      tier: 'T4',
      but: { section: 'livelihood' },
    },
  ]),
]

const order: Category[] = [
  branch('E04', 'E', '街面秩序', 'Order in the street'),
  ...leaves('E04', { section: 'safety', placePrecision: 'stretch' }, [
    {
      code: 'E04-06',
      zh: '占道经营',
      en: 'Trading in the way',
      words: '占道 摆摊 摊贩 门口摆货 流动摊',
      filing: [
        '摊位、货物占用人行道、梯坎、出入口',
        'Stalls or goods on pavement, steps or entrances',
      ],
      closing: ['劝离或规范到疏导点，通道恢复', 'Moved on or to a set place, way clear'],
      limit: '4 WORK_HOUR',
      tier: 'T3',
    },
    {
      code: 'E04-08',
      zh: '机动车乱停放',
      en: 'Cars parked badly',
      words: '乱停车 违停 堵门 占人行道停车',
      filing: ['占用人行道、出入口、弯道停放', 'On the pavement, in an entrance or a bend'],
      closing: ['驶离，反复发生处增设隔离', 'Moved; bollards where it keeps happening'],
      limit: '1 WORK_DAY',
      tier: 'T3',
    },
    {
      code: 'E04-10',
      zh: '非机动车乱停放',
      en: 'Cycles parked badly',
      words: '共享单车 电瓶车乱停 摩托车 挡路',
      filing: ['占用盲道、通道，成片倒伏', 'On tactile paving or in the way, or fallen in rows'],
      closing: ['归位码放', 'Put in order'],
      limit: '2 WORK_HOUR',
      tier: 'T1',
      but: { selfHandle: both, section: 'livelihood' },
    },
    {
      code: 'E04-96',
      zh: '占用消防通道',
      en: 'Fire lane blocked',
      words: '消防通道 堵消防 消防车进不来',
      filing: [
        '消防车通道、登高面被车辆或物品占用',
        'Fire lane or ladder place taken by car or goods',
      ],
      closing: ['清开，通道标线可见', 'Cleared, markings visible'],
      limit: '2 WORK_HOUR',
      tier: 'T2',
    },
  ]),
]

/** 事件: cityscape, notices, works, street order, sudden events, and the rest. */
export const events: Category[] = [
  branch('E', null, '事件', 'Events', bases.events),
  ...cityscape,
  ...advertising,
  ...works,
  ...order,
  ...suddenEvents,
  ...otherEvents,
]
