// What people write at the end of a questionnaire: short, various, about things. No names, no doors.
import type { Dice } from '../dice.ts'

type Topic =
  | 'health'
  | 'elder'
  | 'child'
  | 'park'
  | 'light'
  | 'lift'
  | 'clean'
  | 'culture'
  | 'thanks'
  | 'law'
  | 'work'

const where = [
  '小区里',
  '我们这栋',
  '后门那边',
  '菜市旁边',
  '步道上',
  '广场',
  '车库出口',
  '坡坡上',
  '公交站那里',
  '老房子那片',
]
const ask = ['希望能', '要是能', '建议', '盼望', '最好', '能不能', '麻烦社区']
const end = [
  '，谢谢',
  '。',
  '，大家都这么说',
  '，等了好几年了',
  '，不急但别忘了',
  '，老人特别需要',
  '，年轻人也支持',
  '',
]

const wishes: Record<Topic, string[]> = {
  health: [
    '量血压不用跑远',
    '每周有医生坐诊',
    '药店晚上也开',
    '多讲讲中医养生',
    '体检报告有人帮着看',
    '打针换药能上门',
    '三甲医院的号能在社区约',
    '有个做康复的地方',
  ],
  elder: [
    '办老年食堂，中午有口热饭',
    '白天有人陪老人说说话',
    '给独居老人装个呼叫器',
    '教老年人用手机挂号',
    '有个能坐着晒太阳的地方',
    '送餐到楼上',
  ],
  child: [
    '放学有人接一下',
    '办个托育班，收费别太高',
    '周末有亲子活动',
    '给娃娃留块玩的地方',
    '寒暑假有托管',
    '有人辅导作业',
  ],
  park: [
    '多划几个停车位',
    '外来车少停一点',
    '路口划个减速带',
    '电动车有地方充电',
    '消防通道别再堵了',
  ],
  light: ['路灯修亮一点', '楼梯间装声控灯', '晚上多巡逻几趟', '监控坏的补上'],
  lift: ['老楼加装电梯', '台阶边上装扶手', '轮椅能推得上去', '坡道防滑'],
  clean: ['垃圾早上收早点', '狗屎有人管', '绿化带补一补', '下水道别再堵', '楼道杂物清一清'],
  culture: [
    '广场舞有个室内场地',
    '书画班多开几期',
    '放几场露天电影',
    '老街的故事写出来',
    '办坝坝宴',
  ],
  thanks: ['网格员很负责', '社区这两年变化大', '办事比以前快多了', '志愿者很热心'],
  law: ['物业费的账公开', '邻里纠纷有人调解', '讲讲怎么防诈骗', '租房合同有人帮看'],
  work: ['给找工作的人牵牵线', '有个创业的小工位', '妈妈岗多一点'],
}

const firstPerson = [
  '我妈说',
  '我们这些上班的',
  '我腿脚不好',
  '带娃的都',
  '住高楼的',
  '我爱人',
  '我们几个邻居',
  '',
]

/** One or two wishes of a topic, in somebody's own way of talking. */
export function saysOf(by: Dice, topics: readonly (readonly [number, Topic])[]): string {
  const topic = by.weighed(topics)
  const wish = by.pick(wishes[topic])
  if (topic === 'thanks')
    return `${wish}${by.chance(0.5) ? `，${by.pick(['继续保持', '辛苦了', '点赞'])}` : ''}`
  const place = by.chance(0.35) ? by.pick(where) : ''
  const who = by.chance(0.3) ? by.pick(firstPerson) : ''
  const first = `${who}${who === '' ? '' : '，'}${place}${by.pick(ask)}${wish}${by.pick(end)}`
  if (!by.chance(0.18)) return first
  return `${first.replace(/[，。]?$/, '；')}另外${by.pick(wishes[by.weighed(topics)])}`
}

const skills = [
  '做川菜',
  '二胡',
  '修电器',
  '毛笔字',
  '太极拳',
  '英语',
  '理发',
  '种花',
  '广场舞',
  '算账',
  '针灸常识',
  '编织',
  '摄影',
  '电脑',
  '唱歌',
  '象棋',
  '急救',
]
export const skillOf = (by: Dice): string => by.pick(skills)
export type { Topic }
