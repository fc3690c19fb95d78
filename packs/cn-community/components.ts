// Components 部件: things that somebody owns and must keep in order. Codes as in GB/T 30428.2 where a
// code is in public use (road lamps, manholes, drains, fitness, ramps, bins); what a place adds of its
// own counts down from 99. Words, conditions and limits are ours; each place may replace the pack.
import type { Category } from '#core/places/category.ts'
import { bases } from './bases.ts'
import { branch, leaves } from './draft.ts'

const both = { fullTime: true, partTime: true }
const fullTimeOnly = { fullTime: true, partTime: false }

const utilities: Category[] = [
  branch('P01', 'P', '公用设施', 'Public utilities'),
  branch('P01-01', 'P01', '井盖', 'Manhole covers'),
  ...leaves('P01-01', { placePrecision: 'point' }, [
    {
      code: 'P01-01-1',
      zh: '井盖缺失、移位',
      en: 'Cover missing or out of place',
      words: '井盖没了 井盖缺失 井口敞开 井盖移位 窨井',
      filing: [
        '盖板缺失、移位或井口外露，有坠入危险',
        'Cover gone or shifted, someone could fall in',
      ],
      closing: [
        '先围护，后复位或补盖，井口严实',
        'Fenced off, then covered again; no opening left',
      ],
      limit: '2 URGENT_HOUR',
      tier: 'T3',
      but: { section: 'safety', evidence: { photoBefore: true } },
    },
    {
      code: 'P01-01-2',
      zh: '井盖破损、响动',
      en: 'Cover broken or rattling',
      words: '井盖响 井盖松 井盖破 哐当 井盖裂',
      filing: [
        '盖板开裂、沉陷，或车辆压过有明显响动',
        'Cracked, sunken, or rattling when driven over',
      ],
      closing: ['修复或更换，压过无响动', 'Repaired or replaced; silent when driven over'],
      limit: '2 WORK_DAY',
      tier: 'T3',
    },
  ]),
  ...leaves('P01', {}, [
    {
      code: 'P01-04',
      zh: '雨水箅子堵塞',
      en: 'Storm drain blocked',
      words: '雨水口 箅子 下水口堵 排水口 雨箅',
      filing: [
        '箅面堵塞三分之一以上，或排水明显变慢',
        'A third or more blocked, or water drains slowly',
      ],
      closing: ['清掏干净，倒水能顺畅排走', 'Cleared; water poured in runs off'],
      limit: '1 WORK_DAY',
      tier: 'T3',
    },
  ]),
  branch('P01-37', 'P01', '路灯', 'Street lamps'),
  ...leaves('P01-37', { placePrecision: 'stretch' }, [
    {
      code: 'P01-37-1',
      zh: '灯杆倾斜、电线裸露',
      en: 'Lamp post leaning or wires bare',
      words: '灯杆歪 电线裸露 漏电 灯杆倒',
      filing: ['灯杆明显倾斜，或接线裸露、检修门敞开', 'Post leaning, wires bare or hatch open'],
      closing: ['先断电围护，后扶正修复', 'Made dead and fenced, then righted and repaired'],
      limit: '1 URGENT_DAY',
      tier: 'T4',
      but: { section: 'safety', evidence: { photoBefore: true } },
    },
    {
      code: 'P01-37-2',
      zh: '单灯不亮',
      en: 'Single lamps out',
      words: '路灯不亮 灯坏了 路灯黑 灯闪',
      filing: ['夜间单盏或零星几盏不亮、闪烁', 'One or a few lamps dark or flickering at night'],
      closing: ['到夜间复看，全部亮灯', 'Seen again after dark: all lit'],
      limit: '2 WORK_DAY',
      tier: 'T4',
      but: { evidence: { photoBefore: true } },
    },
    {
      code: 'P01-37-3',
      zh: '连片不亮',
      en: 'A whole stretch dark',
      words: '整条路没灯 一片漆黑 路灯全灭',
      filing: ['同一路段连续五盏以上不亮', 'Five or more lamps in a row out'],
      closing: ['线路恢复，到夜间复看全部亮灯', 'Circuit restored; all lit after dark'],
      limit: '1 WORK_DAY',
      tier: 'T4',
    },
  ]),
  ...leaves('P01', {}, [
    {
      code: 'P01-46',
      zh: '健身设施损坏',
      en: 'Outdoor fitness equipment broken',
      words: '健身器材 漫步机 单杠 器材坏',
      filing: [
        '部件松脱、断裂、锈穿，或基座松动',
        'Parts loose, broken, rusted through, or base loose',
      ],
      closing: [
        '修复或更换；一时修不了的先围护停用',
        'Repaired or replaced; else fenced off and closed',
      ],
      limit: '5 WORK_DAY',
      tier: 'T3',
    },
    {
      code: 'P01-81',
      zh: '无障碍坡道、盲道受阻',
      en: 'Ramp or tactile paving blocked',
      words: '轮椅 坡道 盲道 无障碍',
      filing: ['被物品占用，或破损到不能通行', 'Obstructed, or too damaged to use'],
      closing: ['清开或修复，轮椅能独自通过', 'Cleared or repaired; a wheelchair passes unaided'],
      limit: '3 WORK_DAY',
      tier: 'T3',
    },
    {
      code: 'P01-98',
      zh: '消防设施损坏',
      en: 'Fire equipment damaged',
      words: '消火栓 灭火器 消防栓 应急灯 没水压',
      filing: [
        '消火栓、灭火器、应急照明缺失或不能用',
        'Hydrant, extinguisher or emergency light missing or dead',
      ],
      closing: ['补齐或修复并试用，出水、亮灯正常', 'Replaced or repaired, and tested'],
      limit: '1 WORK_DAY',
      tier: 'T3',
      but: { section: 'safety', evidence: { photoBefore: true } },
    },
    {
      code: 'P01-99',
      zh: '线缆散落垂挂',
      en: 'Cables hanging or loose',
      words: '电线垂 网线 光纤 线缆掉 飞线',
      filing: ['通信或电力线缆断落、低垂，妨碍通行', 'Cables fallen or hanging into the way'],
      closing: ['收拢、抬高或剪除废线，不再妨碍', 'Bundled, raised, or dead cable removed'],
      limit: '2 WORK_DAY',
      tier: 'T3',
    },
  ]),
]

const traffic: Category[] = [
  branch('P02', 'P', '交通设施', 'Traffic facilities'),
  ...leaves('P02', { placePrecision: 'stretch' }, [
    {
      code: 'P02-01',
      zh: '护栏、梯坎扶手松动缺失',
      en: 'Railing or handrail loose or missing',
      words: '护栏 扶手 栏杆 梯坎 晃',
      filing: ['扶手、栏杆松动、断裂或缺失', 'Railing or handrail loose, broken or missing'],
      closing: ['加固或补齐，用力推不晃动', 'Fixed or replaced; firm when pushed'],
      limit: '2 WORK_DAY',
      tier: 'T3',
    },
    {
      code: 'P02-02',
      zh: '人行道、梯坎铺装缺损',
      en: 'Pavement or steps damaged',
      words: '地砖 人行道 石板 台阶 绊倒 坑',
      filing: ['砖石松动、缺失、翘起，或有坑洼', 'Slabs loose, missing or raised, or potholes'],
      closing: ['补铺平整，无松动和高差', 'Relaid level, nothing loose'],
      limit: '3 WORK_DAY',
      tier: 'T3',
    },
    {
      code: 'P02-03',
      zh: '交通标志标线缺损',
      en: 'Signs or road markings damaged',
      words: '斑马线 标线 标志牌 红绿灯 看不清',
      filing: ['标志歪倒、遮挡，标线磨到看不清', 'Sign fallen or hidden, marking worn away'],
      closing: ['扶正、清除遮挡或重新施划', 'Righted, uncovered, or painted again'],
      limit: '5 WORK_DAY',
      tier: 'T4',
      but: { section: 'safety' },
    },
    {
      code: 'P02-04',
      zh: '公交站亭损坏',
      en: 'Bus shelter damaged',
      words: '公交站 站牌 候车亭 座椅',
      filing: ['顶棚、座椅、站牌破损或有脱落危险', 'Roof, seat or sign broken or about to fall'],
      closing: ['修复；有危险的部分先拆除', 'Repaired; dangerous parts taken off first'],
      limit: '5 WORK_DAY',
      tier: 'T4',
    },
    {
      code: 'P02-05',
      zh: '隔离桩、减速带损坏',
      en: 'Bollard or speed bump damaged',
      words: '石墩 隔离桩 减速带 路桩 螺钉',
      filing: ['缺失、松动，或露出螺钉、钢筋', 'Missing, loose, or bolts sticking out'],
      closing: ['修复或补装，无外露尖物', 'Repaired or replaced, nothing sharp left'],
      limit: '3 WORK_DAY',
      tier: 'T3',
    },
  ]),
]

const street: Category[] = [
  branch('P03', 'P', '市容环境设施', 'Street hygiene facilities'),
  ...leaves('P03', {}, [
    {
      code: 'P03-01',
      zh: '公厕设施损坏',
      en: 'Public toilet out of order',
      words: '公厕 厕所 没水 冲水 门锁',
      filing: ['停水、堵塞、门锁或照明损坏', 'No water, blocked, lock or light broken'],
      closing: ['修复并试用正常', 'Repaired and tested'],
      limit: '2 WORK_DAY',
      tier: 'T3',
    },
    {
      code: 'P03-05',
      zh: '垃圾箱破损',
      en: 'Litter bin broken',
      words: '垃圾桶坏 垃圾箱 桶盖 分类桶',
      filing: [
        '箱体破损、缺盖、倾倒或位置不当',
        'Bin broken, lid gone, overturned or badly placed',
      ],
      closing: ['修复、更换或移到合适位置', 'Repaired, replaced or moved'],
      limit: '1 WORK_DAY',
      tier: 'T2',
    },
    {
      code: 'P03-06',
      zh: '招牌、广告牌松动',
      en: 'Signboard loose',
      words: '招牌 广告牌 要掉 晃动 铁皮',
      filing: [
        '牌体、支架松动或局部脱落，下方有人通行',
        'Board or frame loose above a place where people walk',
      ],
      closing: ['先拉警戒线，后加固或拆除', 'Cordoned off, then fixed or taken down'],
      limit: '4 URGENT_HOUR',
      tier: 'T3',
      but: { section: 'safety', evidence: { photoBefore: true } },
    },
  ]),
  branch('P04', 'P', '园林绿化设施', 'Parks and trees'),
  ...leaves('P04', { placePrecision: 'stretch' }, [
    {
      code: 'P04-01',
      zh: '树木倾倒、断枝',
      en: 'Tree leaning or branch broken',
      words: '树倒 断枝 黄葛树 树枝要掉 大树歪',
      filing: ['树木倾斜、倒伏，或断枝悬挂', 'Tree leaning or down, or a broken branch hanging'],
      closing: ['险枝清除，道路恢复通行', 'Dangerous wood removed, way open again'],
      limit: '4 URGENT_HOUR',
      tier: 'T3',
      but: { section: 'safety', placePrecision: 'point' },
    },
    {
      code: 'P04-02',
      zh: '花坛、绿地护栏破损',
      en: 'Flower bed or green fence broken',
      words: '花坛 绿化带 草坪 护栏 黄土',
      filing: [
        '池壁破损、护栏缺失，或绿地踩空裸露',
        'Edging or fence broken, or ground trodden bare',
      ],
      closing: ['修补完成或补种成活', 'Mended or replanted'],
      limit: '5 WORK_DAY',
      tier: 'T3',
    },
    {
      code: 'P04-03',
      zh: '树木遮挡采光、路灯',
      en: 'Trees blocking light or lamps',
      words: '修枝 遮光 挡灯 树太高 飘絮',
      filing: ['枝叶伸到窗前，或遮住路灯、信号', 'Branches at windows or over lamps and signals'],
      closing: ['按绿化规范修剪，枝叶清运', 'Pruned by the rules, cuttings taken away'],
      limit: '5 WORK_DAY',
      tier: 'T3',
    },
  ]),
]

const building: Category[] = [
  branch('P05', 'P', '其他部件', 'Other components'),
  ...leaves('P05', { matter: 'minor', placePrecision: 'grid' }, [
    {
      code: 'P05-01',
      zh: '化粪池、排污管堵塞外溢',
      en: 'Sewer or septic tank overflowing',
      words: '化粪池 粪水 污水管 返水 臭',
      filing: ['小区公共排污管道堵塞、冒溢', "An estate's shared sewer blocked or overflowing"],
      closing: ['疏通清掏，地面冲洗干净', 'Cleared, and the ground washed'],
      limit: '1 WORK_DAY',
      tier: 'T2',
    },
    {
      code: 'P05-02',
      zh: '住宅电梯停运、异响',
      en: 'Lift stopped or making noise',
      words: '电梯坏 电梯停 电梯响 关人 电梯抖',
      filing: ['停运、异响、门不能正常开关', 'Stopped, noisy, or doors not working'],
      closing: ['维保单位修复，恢复运行并公示原因', 'Repaired by the maintainer, cause posted'],
      limit: '1 WORK_DAY',
      tier: 'T2',
      but: { section: 'safety' },
    },
    {
      code: 'P05-03',
      zh: '单元门、门禁损坏',
      en: 'Entrance door or intercom broken',
      words: '门禁 单元门 对讲 关不上',
      filing: ['单元门不能关闭，门禁、对讲失灵', 'Door will not close, or intercom dead'],
      closing: ['修复，开闭正常', 'Repaired; opens and closes'],
      limit: '3 WORK_DAY',
      tier: 'T2',
      but: { selfHandle: fullTimeOnly },
    },
    {
      code: 'P05-04',
      zh: '楼道灯不亮',
      en: 'Stairwell light out',
      words: '楼道灯 楼梯灯 声控灯 楼梯间黑',
      filing: ['公共楼道照明不亮', 'Light in a shared stairwell out'],
      closing: ['换好灯泡或开关，试亮正常', 'Bulb or switch changed and tested'],
      limit: '24 WALL_HOUR',
      tier: 'T1',
      but: { selfHandle: both },
    },
  ]),
]

/** 部件: utilities, traffic, street hygiene, green, and what belongs to a building. */
export const components: Category[] = [
  branch('P', null, '部件', 'Components', bases.components),
  ...utilities,
  ...traffic,
  ...street,
  ...building,
]
