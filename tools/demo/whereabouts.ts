// Invented whereabouts inside a community: estates, lanes, stairs and corners. Each community has its own
// few estates and lanes, always the same ones, so that the same place comes up again as in life.
import { dice, type Dice } from './dice.ts'
import { grow } from './grammar.ts'

export type Surroundings = { short: string; estates: string[]; lanes: string[] }
export type Whereabouts = { phrase: string; address: string }

/** Names as the community is called in the article or on the drawings of this project. */
const known: Readonly<Record<string, string[]>> = {
  '500108106003': ['同景东苑', '同景西苑', '湖畔组团', '樱花组团', '同景花园洋房'],
  '500108003005': ['正街老院', '八十街公寓', '绿皮车站旁小区', '半坡苑'],
  '500108006008': ['群慧雅居', '群慧新村', '江石苑', '弹子坡小区'],
  '500108101001': ['兴隆苑', '兴隆苑二期', '隆安里'],
  '500108002005': ['金堰苑', '金堰老区', '花园里', '堰塘公寓'],
}

const heads =
  '黄葛 桂语 江岸 临江 半坡 听涛 翠屏 梧桐 金橘 云岭 青石 玉兰 石榴 锦竹 南麓 晴川 朗月 榕荫 花溪 松涛 望江 水岸 橘香 芸香 竹韵 丹桂 莲池 桃园'.split(
    ' ',
  )
const tails = '苑 雅居 花园 小区 新村 里 公寓 院 家园 坊 组团'.split(' ')

export function shortNameOf(name: string): string {
  return name.replace(/(社区居民委员会|村民委员会|居民委员会|社区)$/, '')
}

export function surroundingsOf(community: { code: string; name: string }): Surroundings {
  const by = dice(`surroundings/${community.code}`)
  const short = shortNameOf(community.name)
  const estates = [...(known[community.code] ?? [])]
  while (estates.length < 6) {
    const name = by.pick(heads) + by.pick(tails)
    if (!estates.includes(name)) estates.push(name)
  }
  const base = short.replace(/(路|街|村)$/, '')
  const lanes = [
    `${base}路`,
    `${base}一巷`,
    `${base}二巷`,
    `${base}后街`,
    `${base}支路`,
    `${base}坡`,
  ]
  return { short, estates, lanes }
}

const marks =
  '[菜市场|小学后门|公交站|药店|面馆|快递站|轻轨站出口|老黄葛树|党群服务中心|卫生服务站|幼儿园|停车场|桥洞|五金店|理发店|变电箱|报亭|老年活动室|水果店|小超市|早餐铺|茶馆|修鞋摊|洗车场|银行网点|电信营业厅|垃圾站|配电房|篮球场|门球场]'
const side = '[旁边|对面|门口|斜对面|背后|路口|往下走#20-90#米|上去一点|转弯处|下面]'
const house = '[#1-28#栋|#1-28#栋|<1-9>号楼|#1-28#栋#1-4#单元|#2-30#号楼#1-3#单元]'

/** One grammar per kind of place named in the books of phrases. */
const kinds: Readonly<Record<string, string>> = {
  path:
    '[{lane}到{estate}的[梯坎|步道|石梯]|{estate}[后门|侧门|下面]的[步道|石梯|梯坎]|{lane}[<1-9>号梯坎|那坡石梯][中段|上段|第[一|二|三]个拐弯|口子上|下段]|{lane}' +
    marks +
    '旁的[步道|梯坎]|{estate}通往' +
    marks +
    '的[步道|小路]]',
  road: `[{lane}#2-188#号[门口|旁边|对面|附近]|{lane}${marks}${side}|{estate}[大门口|后门|侧门|车库出口]外面|${marks}${side}，靠{lane}|{lane}和{estate}之间那段路|{lane}[公交站台|人行道|下坡处|弯道]]`,
  block: `{estate}${house}[|楼下|门口|楼顶|背后|旁边]`,
  estate: `{estate}[中庭|健身角|${house}旁边|后门|大门口|小广场|车棚边|垃圾屋旁|儿童游乐场|凉亭边|坝子里|地面停车场|东侧围墙边|${house}楼下花台]`,
  shop: `[{lane}#2-188#号[底商|门面|一楼铺面]|{estate}[大门口|临街]那排门面|${marks}${side}的铺子|{lane}${marks}隔壁的店]`,
  site: `[{lane}[棚改|道路|管网|雨污分流]工地|{estate}对面的工地|${marks}${side}的施工点|{lane}上在建的[楼|停车楼|学校]]`,
  stair: `{estate}${house}[楼道|#2-18#楼过道|<1-7>楼转角|负一楼|安全出口|楼梯间]`,
  home: `{estate}${house}`,
  hall: `[{short}党群服务中心|{short}社区活动室|{estate}邻里共享空间|{short}社区<1-3>楼]`,
  river: `[{lane}下面的江边|{short}滨江步道#1-9#号[码头|观景台]|{estate}后面的溪沟|江滩${marks}下面]`,
  whole: `{estate}[|小区||这边]`,
  living: `{estate}[${house}|]`,
  slope: `[{estate}后面的堡坎|{lane}上方边坡|${marks}背后的[堡坎|挡墙]|{estate}${house}后的边坡|{lane}拐弯处的挡墙]`,
}

export function whereabouts(by: Dice, kind: string, around: Surroundings): Whereabouts {
  const estate = by.pick(around.estates)
  const lane = by.pick(around.lanes)
  const spot = grow(by, kinds[kind] ?? '{estate}', { estate, lane, short: around.short })
  const address = spot.includes(around.short) ? spot : `${around.short} ${spot}`
  // A question is not about a place: whoever asks says where he lives.
  const phrase = kind === 'living' ? grow(by, `[家住|住在|我是|我家在]${spot}[，|的，]`) : spot
  return { phrase: phrase.replace(/(家住|住在|家在)(.*)的，$/, '$1$2，'), address }
}

/** A corner somebody names when asked where exactly. */
export function whereaboutsNear(by: Dice): string {
  return grow(by, marks + side)
}
