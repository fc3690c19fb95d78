// Events 事件 that cannot wait or fit nowhere else: bursts, collapses, floods, falling things, and the
// rest. The other events stand in events.ts.
import type { Category } from '#core/places/category.ts'
import { branch, leaves } from './draft.ts'

const fullTimeOnly = { fullTime: true, partTime: false }

export const suddenEvents: Category[] = [
  branch('E05', 'E', '突发事件', 'Sudden events'),
  ...leaves('E05', { section: 'safety', evidence: { photoBefore: true } }, [
    {
      code: 'E05-01',
      zh: '供水管破裂',
      en: 'Water main burst',
      words: '爆管 水管爆 喷水 漏水到路上',
      filing: ['公共供水管道破裂、大量漏水', 'Public main broken, much water lost'],
      closing: ['关阀止水，修复并恢复供水', 'Shut off, repaired, supply back'],
      limit: '1 URGENT_HOUR',
      tier: 'T4',
    },
    {
      code: 'E05-02',
      zh: '燃气泄漏',
      en: 'Gas leak',
      words: '燃气 天然气 煤气味 漏气',
      filing: ['闻到燃气味或管道受损', 'Smell of gas or a damaged pipe'],
      closing: ['关阀通风，检测合格后恢复', 'Shut off, aired, restored after a test'],
      limit: '1 URGENT_HOUR',
      tier: 'T4',
    },
    {
      code: 'E05-05',
      zh: '路面塌陷',
      en: 'Road collapsed',
      words: '塌陷 路塌 空洞 下沉',
      filing: ['路面下陷、悬空或出现空洞', 'Surface sunken or hollow'],
      closing: ['围护警示，排查管线后回填修复', 'Fenced, pipes checked, filled and repaired'],
      limit: '2 URGENT_HOUR',
      tier: 'T4',
    },
    {
      code: 'E05-07',
      zh: '积水内涝',
      en: 'Flooding',
      words: '积水 内涝 淹水 水漫 倒灌',
      filing: ['积水深到影响通行或倒灌进屋', 'Water too deep to pass, or running into homes'],
      closing: ['排净积水，疏通排口', 'Pumped out, outlet cleared'],
      limit: '2 URGENT_HOUR',
      tier: 'T3',
    },
    {
      code: 'E05-96',
      zh: '高空坠物隐患',
      en: 'Things falling from height',
      words: '坠物 外墙掉 瓷砖掉 玻璃掉 花盆',
      filing: ['外墙饰面、窗扇、搁置物有坠落危险', 'Facing, window or object about to fall'],
      closing: ['围护警示，险物清除', 'Cordoned off, danger removed'],
      limit: '2 URGENT_HOUR',
      tier: 'T3',
    },
    {
      code: 'E05-97',
      zh: '堡坎、边坡险情',
      en: 'Retaining wall or slope unsafe',
      words: '堡坎 边坡 滑坡 挡墙 裂缝 落石',
      filing: [
        '堡坎鼓胀开裂、边坡掉土落石',
        'Wall bulging or cracked, earth or stones coming down',
      ],
      closing: [
        '撤离围护，专业单位处置并监测',
        'People away, fenced, treated and watched by experts',
      ],
      limit: '2 URGENT_HOUR',
      tier: 'T4',
    },
    {
      code: 'E05-98',
      zh: '大面积停水停电',
      en: 'Water or power cut over an area',
      words: '停水 停电 没电 没水',
      filing: ['非计划停水停电，影响一栋以上', 'Unplanned cut for more than one building'],
      closing: ['恢复供应，原因告知住户', 'Restored, cause told'],
      limit: '6 WALL_HOUR',
      tier: 'T3',
      but: { placePrecision: 'grid', evidence: { photoBefore: false, photoAfter: false } },
    },
  ]),
]

export const otherEvents: Category[] = [
  branch('E06', 'E', '其他事件', 'Other events'),
  ...leaves('E06', { placePrecision: 'stretch' }, [
    {
      code: 'E06-01',
      zh: '动物尸体',
      en: 'Dead animal',
      words: '死猫 死狗 死老鼠 尸体',
      filing: ['公共区域有动物尸体', 'A dead animal in common space'],
      closing: ['清运并消毒', 'Removed, place disinfected'],
      limit: '2 WORK_HOUR',
      tier: 'T1',
      but: { selfHandle: fullTimeOnly },
    },
    {
      code: 'E06-02',
      zh: '河边漂浮物、岸坡垃圾',
      en: 'Litter on the river bank',
      words: '江边 河滩 漂浮物 岸坡',
      filing: ['江岸、溪沟有成片垃圾', 'Litter spread along river or brook'],
      closing: ['清捞干净', 'Cleared'],
      limit: '3 WORK_DAY',
      tier: 'T3',
    },
    {
      code: 'E06-03',
      zh: '危险水域玩水',
      en: 'Bathing in dangerous water',
      words: '野泳 下河 玩水 江边游泳',
      filing: ['有人在危险水域游泳、戏水', 'People bathing where it is dangerous'],
      closing: ['劝离，补齐警示和救生设施', 'Called out, warning and lifebuoy in place'],
      limit: '2 WALL_HOUR',
      tier: 'T2',
      but: { section: 'safety', evidence: { photoAfter: false } },
    },
  ]),
]
