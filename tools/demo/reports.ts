// What people write and say when they report: the same matter sounds different from an old lady, a shop
// owner, a grid worker's notebook and a hotline transcript. Everything is invented.
import type { Source } from '#core/cases/case.ts'
import type { Dice } from './dice.ts'
import { grow, readPhrases, type Phrases } from './grammar.ts'
import { communityPhrases } from './phrases/community-matters.ts'
import { componentPhrases } from './phrases/components.ts'
import { eventPhrases } from './phrases/events.ts'
import { suddenEventPhrases } from './phrases/sudden-events.ts'
import { whereabouts, type Surroundings, type Whereabouts } from './whereabouts.ts'

const books = readPhrases(
  [componentPhrases, eventPhrases, suddenEventPhrases, communityPhrases].join('\n'),
)

export function phrasesOf(category: string): Phrases {
  const found = books.get(category)
  if (found === undefined) throw new Error(`no phrases for ${category}`)
  return found
}

export type Occasion = {
  category: string
  source: Source
  around: Surroundings
  /** Local month 1–12 and hour 0–23 of the report. */
  month: number
  hour: number
}

export type Report = { text: string; address: string }

const since =
  '[昨晚开始的|今早发现的|前天就这样了|有三四天了|快一个星期了|半个月了|上个月就有|断断续续好久了|从上周末起|下雨以后更严重|刚才路过看到的|已经第二回了|#2-20#天了|反映过一次，好了几天又来|前几天还好好的|{season}就[有|这样]]'
const sinceAsked =
  '[问了好几天|拖了快半个月|上周就想问|一直没个说法|前几天听说的|问过两处说法不一|#3-30#天了|{season}就[问过|说起]]'
const seasons =
  '元旦那阵 过年前 开年以后 清明前后 五一之前 端午前后 放暑假那阵 入伏以后 开学那几天 国庆前 天冷以后 入冬以来'.split(
    ' ',
  )
const thanks =
  '[|||谢谢。|谢谢了！|麻烦你们了。|辛苦你们。|等你们回话。|望尽快处理。|拜托了。|多谢。|劳烦尽快看看。]'
const please = '[请|麻烦|希望|能不能|求你们|建议|恳请|望|拜托|最好]'
const named =
  '[我妈|我爸|家里老人|隔壁[嬢嬢|大爷]|楼下邻居|我家娃儿|一位[拄拐的|提菜的]老人|送外卖的小哥]'

type Voice = readonly [weight: number, sentence: string]

/** `{at}{what}` is the core of every sentence; the rest depends on who speaks. */
const residents: readonly Voice[] = [
  [6, '{at}{what}，{since}。{so}，{other}。{extra}{please}{ask}，{thanks}'],
  [
    5,
    '[各位领导好|工作人员你好]，我想[详细说一下|反映一件事]。{at}{what}，{what2}，{since}。{so}。{extra}[之前打过一次电话|跟物业说过|在群里也说过]，[没有下文|说要等|只来看了看]。{please}{ask}。{thanks}',
  ],
  [3, '{extra}{at}{what}，{so}，{other}。{ask}，[再拖下去不是办法|不能再等了]。'],
  [12, '{at}{what}，{since}。{so}，{please}{ask}。{thanks}'],
  [10, '{at}{what}，{please}{ask}。'],
  [8, '{at}{what}。{so}。'],
  [7, '{at}{what}。'],
  [9, '{so}！{at}{what}，{since}，{please}{ask}。'],
  [8, '你好，[想反映一下|反映个事|说个情况]：{at}{what}，{so}。{please}{ask}。{thanks}'],
  [
    8,
    '我住{estate}，[今年七十[一|二|三|五|六|八]了|退休好多年了|腿脚不方便]，{at}{what}，{so}。{please}{ask}，{thanks}',
  ],
  [7, '[每天|天天]接送娃娃都要[经过|走]这里，{at}{what}，{so}，{please}{ask}。'],
  [
    6,
    '我在附近[开店|做小生意|摆了个修鞋摊]，{at}{what}，{since}，{so}，[生意都受影响|客人也在说]，{please}{ask}。',
  ],
  [6, '{at}{what}，{so}，{other}。{please}{ask}。{thanks}'],
  [6, '[晓不晓得哪个管|莫嫌我啰嗦|实在恼火]，{at}{what}，{so}，{ask}嘛。'],
  [
    5,
    '[上下班|晚上遛弯|买菜|倒垃圾|跑步]路过，{at}{what}，{since}。{named}[也说过|都遇到过]，{so}。{please}{ask}。',
  ],
  [5, '[刚搬来的|租住户]，{at}{what}，{since}，不知道[该找谁|归哪个管]。{please}{ask}。'],
  [4, '{at}{what}，{what2}。{so}，{other}，{please}{ask}。{thanks}'],
  [4, '{ask}：{at}{what}。'],
  [
    3,
    '第#2-4#次反映了，{at}{what}，{since}，{so}。[上次说处理了|之前来人看过]，[还是老样子|没几天又这样]。',
  ],
]

const patrol: readonly Voice[] = [
  [10, '巡查发现，{at}{what}。'],
  [8, '{at}，{what}。{note}。'],
  [7, '[入户|走访]途中见{at}{what}，{so}。{note}。'],
  [6, '{at}：{what}。[已拍照|照片见附]。'],
  [6, '[早|晚|例行|雨后|夜间]巡，{at}{what}，{note}。'],
  [5, '[楼栋长|微网格长|保洁员|门卫]提醒，到场看：{at}{what}，{since}。{note}。'],
  [4, '{at}{what}，{other}。建议{ask}。'],
]
/** A grid worker does not find a quarrel, he is told of it. */
const doorstep: readonly Voice[] = [
  [10, '[走访|入户|院坝会上|巡查途中]，[居民|住户|一位老人|楼栋长]说：{at}{what}，{so}。'],
  [8, '[居民|住户]托我反映：{at}{what}，{since}，{please}{ask}。'],
  [6, '{at}{what}，{other}。[本人愿意社区出面|已安抚|约了明天再谈|先听双方说|已留联系方式]。'],
  [5, '[微网格长|楼栋长|老党员]转来：{at}{what}，{so}，{ask}。'],
]

const extra =
  '[这一片住了#30-400#户，老人[占一多半|特别多]。|这条路早晚[人多车多|都是上学的]，[转弯又急|路又窄]。|[我拍了照片|照片传上来了]，[你们看得到有多严重|晚上拍的不太清楚]。|我[观察了好几天|连着三天都遇到]，不是偶然。|[白天还好，晚上|平时还好，一下雨]就[遭不住|更恼火]。|以前[有人管的时候|保洁勤的时候]不是这样。|我不是[挑毛病|来吵架]，就是[担心出事|想把这件事说清楚]。|附近[商户|邻居]也[有同样意见|都可以作证]。]'

const patrolNote =
  '[已先劝说|先摆了锥桶|附近<2-6>户受影响|已告知物业|本格解决不了|当场没找到责任人|暂无人员受伤|已提醒过往行人|量了一下约#1-9#米|属公共部位|和上月同一处|周边无类似情况|需要工具和人手|已拍前照]'

const hotline: readonly Voice[] = [
  [10, '市民来电反映：{at}{what}，{since}，{so}。诉求：{ask}。'],
  [8, '来电人称{at}{what}，{so}，希望相关部门{ask}并回复。'],
  [
    6,
    '[市民|来电人|一女士|一先生]反映，其[居住|经过]的{at}{what}，{since}，曾向物业反映未果。诉求：{ask}，[需回复|无需保密|要求对个人信息保密]。',
  ],
  [5, '反映{at}{what}的问题。{so}。请[核实处理|依法处理|协调处理]。'],
]

const overheard: readonly Voice[] = [
  [9, '居民[打电话来|到柜台]说：{at}{what}，{so}，{ask}。'],
  [7, '[一位嬢嬢|一位大爷|住户|商户|家长]讲，{at}{what}，{since}。要求{ask}。'],
  [6, '代办：{at}{what}，{so}。本人[不会用手机|没有智能手机|耳朵不好]，结果请打电话告知。'],
  [5, '“{at}{what}，{so}，{ask}。”（原话记录）'],
]

const devices: readonly Voice[] = [
  [
    5,
    '[视频巡查|高点摄像|感应终端|水位计|烟感联动]提示：{at}{what}，[置信度中|待人工核实|自动推送]。',
  ],
  [4, '设备告警（#1000-9999#）：{at}{what}。'],
]
const others: readonly Voice[] = [
  [5, '[区中心|上级|巡查组]交办：{at}{what}，请{ask}，限期反馈。'],
  [4, '[物业|运营]系统推送：{at}{what}，{since}。'],
  [4, '暗访点位：{at}{what}，{so}。'],
]

const voices: Readonly<Record<Source, readonly Voice[]>> = {
  RESIDENT_WEB: residents,
  RESIDENT_PHONE: [...overheard, ...residents.slice(0, 4)],
  COUNTER: overheard,
  HOTLINE_12345: hotline,
  GRID_PATROL: patrol,
  DEVICE: devices,
  UPPER_LEVEL: others,
  OTHER_SYSTEM: others,
}

/** A text for the occasion; the whereabouts may be handed in when the same place is meant again. */
export function report(by: Dice, on: Occasion, at?: Whereabouts): Report {
  const phrases = phrasesOf(on.category)
  const place = at ?? whereabouts(by, phrases.at, on.around)
  const so = by.pick(phrases.so)
  const what = by.pick(phrases.what)
  const asked = phrases.at === 'living' || phrases.at === 'whole'
  const sentence = by.weighed(framesFor(on, phrases.at))
  const values = {
    at: place.phrase,
    what,
    what2: anotherThan(by, phrases.what, what),
    so,
    other: anotherThan(by, phrases.so, so),
    ask: by.pick(phrases.ask),
    since: asked ? sinceAsked : since,
    season: seasons[on.month - 1] ?? '最近',
    estate: by.pick(on.around.estates),
    thanks,
    please,
    named,
    note: patrolNote,
    extra,
  }
  return { text: tidy(by, twice(by, sentence, values)), address: place.address }
}

/** A question is not met in passing, and a quarrel is not found on patrol but told at the door. */
function framesFor(on: Occasion, at: string): readonly Voice[] {
  const usual = voices[on.source]
  if (on.source === 'GRID_PATROL' && on.category.startsWith('C') && at !== 'stair') return doorstep
  if (at !== 'living' && at !== 'whole' && at !== 'home') return usual
  return usual.filter(([, frame]) => !/路过|经过|接送|附近|我住|刚搬来|extra/.test(frame))
}

/** Parts hold alternatives of their own, so a sentence is filled first and grown twice. */
function twice(by: Dice, sentence: string, values: Record<string, string>): string {
  const filled = grow(by, sentence).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  return grow(by, filled, values)
}

function anotherThan(by: Dice, list: readonly string[], one: string): string {
  const rest = list.filter((each) => each !== one)
  return rest.length === 0 ? one : by.pick(rest)
}

const slips: readonly (readonly [string, string])[] = [
  ['已经', '己经'],
  ['的', '得'],
  ['在', '再'],
  ['，', ' '],
]

function tidy(by: Dice, text: string): string {
  const clean = text
    .replace(/(请|麻烦|希望|建议|恳请|望|最好|求你们)(?=请|能不能|找|给个|指条|告诉|推荐)/g, '')
    .replace(/(小区|江边|楼道|工地|边坡|堡坎|门口)\1/g, '$1')
    .replace(/([，。！：])[，。]+/g, '$1')
    .replace(/[，：]$/, '。')
    .replace(/！，/g, '！')
  if (!by.chance(0.015)) return clean
  const [right, wrong] = by.pick(slips)
  return clean.replace(right, wrong)
}
