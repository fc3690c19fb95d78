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

type Told = {
  world: RequestWorld
  all: DemoRequests
  life: Life
  street: DemoArea
  district: DemoArea
  heads: { asker: Head; street: Head; district: Head }
  wish: (typeof wishes)[number]
  daysAgo: number
  q: ResourceRequest
}

const instantOf = ({ world, daysAgo }: Pick<Told, 'world' | 'daysAgo'>, days: number) => {
  const now = addDays(world.now, days - daysAgo)
  return { now, today: localDate(now, world.zone) }
}

const isDone = (fate: Life['fate']) => ['registered', 'used', 'reported'].includes(fate)

function ageOf({ fate, by }: Life): number {
  if (fate === 'waiting') return by.int(1, 7)
  if (fate === 'late') return by.int(13, 30)
  return isDone(fate) ? by.int(90, 560) : by.int(12, 200)
}

function live(world: RequestWorld, all: DemoRequests, life: Life): void {
  const { area, by } = life
  const above = world.areas.filter((each) => each.id !== area.id && area.path.startsWith(each.path))
  const street = above.find(({ level }) => level === 'street')
  const district = above.find(({ level }) => level === 'district')
  if (street === undefined || district === undefined) return
  const asker = world.headOf(area.id)
  const heads = { asker, street: world.headOf(street.id), district: world.headOf(district.id) }
  if (heads.asker === null || heads.street === null || heads.district === null) return
  const wish = by.pick(wishes)
  const daysAgo = ageOf(life)
  const [what, forWhom, why] = wish
  const q = must(
    decideAsk(
      {
        id: world.idOf(by),
        communityId: area.id,
        askerPath: area.path,
        to: { id: street.id, path: street.path },
        what,
        forWhom,
        why,
        wantedFrom: null,
        wantedUntil: null,
        answerDays: 10,
        answerBy: null,
      },
      instantOf({ world, daysAgo }, 0),
    ),
  )
  const told = {
    world,
    all,
    life,
    street,
    district,
    heads: heads as Told['heads'],
    wish,
    daysAgo,
    q,
  }
  step(told, 'ask', q, {
    days: 0,
    who: told.heads.asker,
    facts: { to: street.code, answerBy: q.answerBy },
  })
  tellOn(told)
  all.requests.push(told.q)
}

type Step = { days: number; who: Head; facts: Record<string, unknown> }

function step(
  told: Told,
  move: RequestMove,
  next: ResourceRequest,
  { days, who, facts }: Step,
): void {
  told.q = next
  const { id: requestId, communityId, version, state: toState } = next
  const at = instantOf(told, days).now
  told.all.moves.push({ requestId, communityId, version, move, toState, at, ...who, facts })
}

function answer(
  told: Told,
  given: { answer: 'GIVEN' | 'PARTLY' | 'REFUSED'; reason: string; alternative: string | null },
  by: { days: number; who: Head },
): void {
  const next = must(decideAnswer(told.q, given, instantOf(told, by.days)))
  step(told, 'answer', next, { ...by, facts: { ...given } })
}

function tellOn(told: Told): void {
  const { life, heads } = told
  const { fate, by } = life
  if (fate === 'waiting' || fate === 'late') return
  if (fate === 'withdrawn') {
    const facts = { reason: '邻近社区愿意合办，不用了' }
    return step(told, 'withdraw', must(decideWithdraw(told.q)), {
      days: 3,
      who: heads.asker,
      facts,
    })
  }
  if (fate === 'refused' || fate === 'escalated') return tellRefused(told)
  const partly = fate === 'partly'
  const reason = partly ? '每季度一次，先试一年' : '同意，按条件登记'
  const who = heads.street
  answer(
    told,
    { answer: partly ? 'PARTLY' : 'GIVEN', reason, alternative: null },
    { days: by.int(2, 12), who },
  )
  if (isDone(fate)) tellRegistered(told)
}

function tellRefused(told: Told): void {
  const { district, heads, life } = told
  const alternative = '可以参加镇街每月的集中场次，或明年一月再提'
  const reason = '今年的人手和场次已经排满'
  answer(told, { answer: 'REFUSED', reason, alternative }, { days: 6, who: heads.street })
  if (life.fate === 'refused') return
  const up = { above: { id: district.id, path: district.path }, answerDays: 10 }
  const facts = { to: district.code, reason: '集中场次太远，老人去不了' }
  step(told, 'escalate', must(decideEscalate(told.q, up, instantOf(told, 8))), {
    days: 8,
    who: heads.asker,
    facts,
  })
  const given = { answer: 'PARTLY', reason: '先给半年，按季度安排', alternative: null } as const
  answer(told, given, { days: 15, who: heads.district })
}

function tellRegistered(told: Told): void {
  const { world, street, district, heads, wish, life } = told
  const kind = wish[4]
  const resourceId =
    world.resourceOf(street.id, kind) ??
    world.resourceOf(district.id, kind) ??
    world.resourceOf(street.id, 'lecturers')
  if (resourceId === null) return
  const terms = '每月一次，提前一周由社区与对口科室约定时间，由社区布置场地'
  const termsUntil = nextDate(localDate(world.now, world.zone), life.by.int(60, 300))
  const given = { resourceId, terms, termsUntil }
  const registered = must(decideRegister(told.q, given, instantOf(told, 16)))
  step(told, 'register', registered, { days: 16, who: heads.street, facts: given })
  if (life.fate !== 'registered') tellUses(told)
}

function tellUses(told: Told): void {
  const { heads, wish, life, daysAgo, all } = told
  const times = Math.max(1, Math.min(9, Math.floor((daysAgo - 25) / 30)))
  for (let n = 0; n < times; n += 1) {
    const days = 20 + n * 30
    const at = instantOf(told, days)
    const used = { usedOn: at.today, whatFor: wish[3], units: 1, personTimes: life.by.int(12, 64) }
    const decided = must(decideUse(told.q, used, at))
    const { communityId, id: requestId } = told.q
    all.uses.push({ ...decided.use, communityId, requestId })
    step(told, 'use', decided.request, { days, who: heads.asker, facts: used })
  }
  if (life.fate !== 'reported') return
  const { uses, units, personTimes } = told.q
  const brought = `一共 ${uses} 次，${personTimes} 人次。来的人愿意继续，下一年想固定到每月第二个周二。`
  const days = Math.min(daysAgo, 24 + times * 30)
  step(told, 'report', must(decideReport(told.q, brought)), {
    days,
    who: heads.asker,
    facts: { brought, uses, units, personTimes },
  })
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`a demo request is refused: ${result.refusal}`)
  return result.value
}
