// Requests of the demo district, in every state there is: each lives its life through the same decisions as a real one.
import { type Instant, addDays, localDate, nextDate } from '#core/kit/time.ts'
import type { Result } from '#core/kit/result.ts'
import {
  type RequestMove,
  type ResourceRequest,
  type Use,
  decideAnswer,
  decideAsk,
  decideEscalate,
  decideRegister,
  decideReport,
  decideUse,
  decideWithdraw,
} from '#core/resources/request.ts'
import { type Dice, dice } from '../dice.ts'
import type { DemoArea } from './register.ts'

export type DemoMove = {
  requestId: string
  communityId: number
  version: number
  move: RequestMove
  toState: string
  at: Instant
  personId: string
  role: string
  facts: Record<string, unknown>
}
export type DemoRequests = {
  requests: ResourceRequest[]
  moves: DemoMove[]
  uses: (Use & { communityId: number; requestId: string })[]
}

const wishes = [
  [
    '每月一次下楼义诊',
    '行动不便的老人，约 40 位',
    '最近的医院要走两百多级梯坎',
    '义诊',
    'hospital',
  ],
  [
    '四点半课堂的志愿者 6 名',
    '双职工家庭的孩子，约 30 名',
    '放学到下班有两个多小时没人看护',
    '课后看护',
    'volunteers',
  ],
  ['法律咨询日，每季度一次', '有邻里纠纷的居民', '去年物业和漏水纠纷 20 多起', '咨询日', 'justice'],
  [
    '一间周末能用的排练场地',
    '合唱团和舞蹈队，约 60 人',
    '中心周六满了，排练挤在过道',
    '排练',
    'school',
  ],
  ['名中医讲座', '六十岁以上居民', '问卷里把健康排在第一', '讲座', 'lecturers'],
  ['主题社区启动经费', '全体居民', '居民议事通过，差第一年的材料费', '材料', 'fund'],
  ['电工一名，每月半天', '独居老人家庭', '老线路检查没有人手', '上门检查', 'firm'],
  ['反诈宣讲进楼栋', '全体居民', '近两月有多起冒充客服的电话', '宣讲', 'police'],
] as const

type Head = { personId: string; role: string }
export type RequestWorld = {
  areas: readonly DemoArea[]
  seed: string
  now: Instant
  zone: string
  headOf: (areaId: number) => Head | null
  resourceOf: (areaId: number, kind: string) => string | null
  idOf: (by: Dice) => string
}

const fates = [
  'waiting',
  'late',
  'withdrawn',
  'refused',
  'escalated',
  'given',
  'partly',
  'registered',
  'used',
  'used',
  'reported',
  'reported',
] as const

export function demoRequests(world: RequestWorld): DemoRequests {
  const all: DemoRequests = { requests: [], moves: [], uses: [] }
  const luck = dice(`${world.seed} resource requests`)
  const communities = world.areas.filter(({ level }) => level === 'community')
  const chosen = communities.filter(
    ({ code }, i) => i % 5 === 0 || code === '500108106003' || code === '500108006008',
  )
  chosen.forEach((area, i) => {
    const by = luck.for(area.code)
    const count = area.code === '500108106003' ? 6 : by.int(1, 2)
    for (let n = 0; n < count; n += 1)
      live(world, all, { area, by: by.for(n), fate: fates[(i + n) % fates.length]! })
  })
  return all
}

type Life = { area: DemoArea; by: Dice; fate: (typeof fates)[number] }

function live(world: RequestWorld, all: DemoRequests, { area, by, fate }: Life): void {
  const above = world.areas.filter((each) => each.id !== area.id && area.path.startsWith(each.path))
  const street = above.find(({ level }) => level === 'street')
  const district = above.find(({ level }) => level === 'district')
  if (street === undefined || district === undefined) return
  const [asker, answerer, upper] = [
    world.headOf(area.id),
    world.headOf(street.id),
    world.headOf(district.id),
  ]
  if (asker === null || answerer === null || upper === null) return
  const [what, forWhom, why, purpose, kind] = by.pick(wishes)
  const done = ['registered', 'used', 'reported'].includes(fate)
  const daysAgo =
    fate === 'waiting'
      ? by.int(1, 7)
      : fate === 'late'
        ? by.int(13, 30)
        : done
          ? by.int(90, 560)
          : by.int(12, 200)
  const day = (days: number) => addDays(world.now, days - daysAgo)
  const at = (days: number) => ({ now: day(days), today: localDate(day(days), world.zone) })
  const to = { id: street.id, path: street.path }
  const id = world.idOf(by)
  const start = {
    id,
    communityId: area.id,
    askerPath: area.path,
    to,
    what,
    forWhom,
    why,
    wantedFrom: null,
    wantedUntil: null,
    answerDays: 10,
    answerBy: null,
  }
  let q = must(decideAsk(start, at(0)))
  const step = (
    move: RequestMove,
    next: ResourceRequest,
    days: number,
    who: Head,
    facts: Record<string, unknown>,
  ) => {
    q = next
    const { communityId, version, state } = next
    all.moves.push({
      requestId: id,
      communityId,
      version,
      move,
      toState: state,
      at: day(days),
      ...who,
      facts,
    })
  }
  step('ask', q, 0, asker, { to: street.code, answerBy: q.answerBy })
  let giver: { head: Head; area: DemoArea } = { head: answerer, area: street }
  const answer = (
    kind: 'GIVEN' | 'PARTLY' | 'REFUSED',
    days: number,
    reason: string,
    alternative: string | null,
  ) =>
    step(
      'answer',
      must(decideAnswer(q, { answer: kind, reason, alternative }, at(days))),
      days,
      giver.head,
      { answer: kind, reason, alternative },
    )
  tell: {
    if (fate === 'waiting' || fate === 'late') break tell
    if (fate === 'withdrawn') {
      step('withdraw', must(decideWithdraw(q)), 3, asker, { reason: '邻近社区愿意合办，不用了' })
      break tell
    }
    if (fate === 'refused' || fate === 'escalated') {
      answer('REFUSED', 6, '今年的人手和场次已经排满', '可以参加镇街每月的集中场次，或明年一月再提')
      if (fate === 'refused') break tell
      const up = { above: { id: district.id, path: district.path }, answerDays: 10 }
      step('escalate', must(decideEscalate(q, up, at(8))), 8, asker, {
        to: district.code,
        reason: '集中场次太远，老人去不了',
      })
      giver = { head: upper, area: district }
      answer('PARTLY', 15, '先给半年，按季度安排', null)
      break tell
    }
    answer(
      fate === 'partly' ? 'PARTLY' : 'GIVEN',
      by.int(2, 12),
      fate === 'partly' ? '每季度一次，先试一年' : '同意，按条件登记',
      null,
    )
    if (!done) break tell
    const resourceId =
      world.resourceOf(street.id, kind) ??
      world.resourceOf(district.id, kind) ??
      world.resourceOf(street.id, 'lecturers')
    if (resourceId === null) break tell
    const terms = '每月一次，提前一周由社区与对口科室约定时间，由社区布置场地'
    const termsUntil = nextDate(localDate(world.now, world.zone), by.int(60, 300))
    step(
      'register',
      must(decideRegister(q, { resourceId, terms, termsUntil }, at(16))),
      16,
      giver.head,
      { resourceId, terms, termsUntil },
    )
    if (fate === 'registered') break tell
    const times = Math.min(9, Math.floor((daysAgo - 25) / 30))
    for (let n = 0; n < Math.max(1, times); n += 1) {
      const days = 20 + n * 30
      const used = {
        usedOn: at(days).today,
        whatFor: purpose,
        units: 1,
        personTimes: by.int(12, 64),
      }
      const decided = must(decideUse(q, used, at(days)))
      all.uses.push({ ...decided.use, communityId: area.id, requestId: id })
      step('use', decided.request, days, asker, used)
    }
    if (fate !== 'reported') break tell
    const brought = `一共 ${q.uses} 次，${q.personTimes} 人次。来的人愿意继续，下一年想固定到每月第二个周二。`
    const days = Math.min(daysAgo, 24 + times * 30)
    step('report', must(decideReport(q, brought)), days, asker, {
      brought,
      uses: q.uses,
      units: q.units,
      personTimes: q.personTimes,
    })
  }
  all.requests.push(q)
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`a demo request is refused: ${result.refusal}`)
  return result.value
}
