// What the city's hotline handed to the street of the pictures in the last days, taken in as the clerk does it and carried on
// by the server's own moves at the hours at which they happened: answered and told, answered and not told yet, sent back, under
// way, late, sent again, and waiting. Nobody in it is anybody.
import { sql } from 'kysely'
import type { Outcome } from '#core/cases/case.ts'
import { addMs, localDate, localTime } from '#core/kit/time.ts'
import { type App, type Who, anyone } from '#server/app.ts'
import { checkCase, closeCase } from '#server/cases/closing.ts'
import { acceptDuty, fileAndDispatch } from '#server/cases/dispatch.ts'
import { contactReporter, handleCase } from '#server/cases/handling.ts'
import { notAcceptCase } from '#server/cases/intake.ts'
import type { Mover } from '#server/cases/moving.ts'
import { followForOrders, takeOrderAnswers } from '#server/exchange/order-answers.ts'
import { importOrders } from '#server/exchange/order-taking.ts'
import { guessOrderColumns } from '#core/exchange/order-mapping.ts'
import { inScope, rowsOf } from '#server/kit/db.ts'
import { csvLine } from '#server/kit/csv.ts'
import { whoIsPerson } from '#server/people/who.ts'
import { type Course, type Order, answeredOnes, files, orders, underWay } from './hotline-orders.ts'
import { type Album, subjectOf } from './photos.ts'
import { moverOf } from './rally.ts'
import { grid, middleOf } from './round.ts'

const street = '500108006'
const job = { kind: 'job' } as const
const zone = 'Asia/Shanghai'

/** An app whose clock stands so many hours before now: everything else is the same. */
const before = (app: App, hours: number): App => {
  const at = addMs(app.now(), -hours * 3_600_000)
  return { ...app, now: () => at }
}

type Cast = {
  clerk: Who
  desk: Mover
  leader: Mover
  album: Album
  spot: { lon: number; lat: number }
}

/** How many cases and entries were written. */
export async function fillHotline(
  app: App,
  album: Album,
): Promise<{ cases: number; entries: number }> {
  await startFollowing(app)
  const cast = await castOf(app, album)
  if (cast === null) return { cases: 0, entries: 0 }
  for (const [hours, until] of files)
    await take(
      app,
      cast,
      hours,
      orders.filter(({ called }) => called > hours && called <= until),
    )
  const numbers = await casesOf(app)
  for (const one of answeredOnes.filter(({ answered }) => answered > 40))
    await answer(app, cast, { one, numbers })
  const astray = numbers.get(numberOf(app, '0004'))
  if (astray !== undefined)
    await notAcceptCase(before(app, 60), cast.desk, {
      number: astray,
      commandId: app.newId(),
      code: 'other_body',
      words: '优待证由发证的区办理，已告诉来电人地址',
      body: '江北区',
    })
  const givenAt = 30
  for (const one of underWay.filter(({ filed }) => filed > givenAt))
    await handOver(app, cast, { one, numbers })
  await give(app, cast, givenAt)
  for (const one of underWay.filter(({ filed }) => filed <= givenAt))
    await handOver(app, cast, { one, numbers })
  const [, , again] = orders
  if (again !== undefined)
    await take(app, cast, 20, [{ ...again, text: '修好两天又闪了，请再来看看', due: 150 }])
  for (const one of answeredOnes.filter(({ answered }) => answered <= 40))
    await answer(app, cast, { one, numbers })
  await followAll(app)
  return counted(app)
}

const numberOf = (app: App, serial: string): string =>
  `CQ${localDate(before(app, 96).now(), zone).replaceAll('-', '')}${serial}`

/** Two years of entries are no order's: it is followed from here. */
async function startFollowing(app: App): Promise<void> {
  await inScope(app.db, job, (tx) =>
    rowsOf(
      tx,
      sql`
      update kit.settings
         set value = (select jsonb_build_object('tx', e.tx::text, 'seq', e.seq)
                        from cases.entries e
                       order by e.tx desc, e.seq desc
                       limit 1)
       where name = 'follow.orders'
         and exists (select from cases.entries)
         and not exists (select from exchange.orders)`,
    ),
  )
}

async function castOf(app: App, album: Album): Promise<Cast | null> {
  const [desk, leader, spot] = await Promise.all([
    moverOf(app, 'streetDispatcher', street),
    moverOf(app, 'gridLeader', grid),
    middleOf(app),
  ])
  if (desk === null || leader === null || spot === null) return null
  const clerk = await whoIsPerson(app, desk.actor.id, anyone(caller).caller)
  return clerk === null ? null : { clerk, desk, leader, album, spot }
}

const caller = {
  requestId: 'demo',
  address: '127.0.0.1',
  lang: 'zh',
  origin: '',
  header: () => null,
  cookie: () => null,
} as const

const headings = [
  '工单编号',
  '诉求类型',
  '紧急程度',
  '是否保密',
  '联系电话',
  '诉求内容',
  '事发地址',
  '诉求分类',
  '经度',
  '纬度',
  '受理时间',
  '办理期限',
]

/** The file of a morning or a noon, through the way of every file. */
async function take(
  app: App,
  { clerk, spot }: Cast,
  hours: number,
  file: readonly Order[],
): Promise<void> {
  const wall = (offset: number) => {
    const at = addMs(app.now(), offset * 3_600_000)
    return `${localDate(at, zone)} ${localTime(at, zone)}`
  }
  const lines = file.map((order, i) => {
    const [lon, lat] = order.address === undefined ? [spot.lon + i * 0.0001, spot.lat] : ['', '']
    return csvLine([
      numberOf(app, order.number),
      order.kind,
      order.urgent === true ? '特急' : '一般',
      order.confidential === true ? '是' : '否',
      `13800000${String(200 + i)}`,
      order.text,
      order.address ?? '',
      order.category,
      lon,
      lat,
      wall(-order.called),
      wall(order.due - order.called),
    ])
  })
  await importOrders(before(app, hours), clerk, {
    commandId: app.newId(),
    areaCode: street,
    fileName: `承办单 ${localDate(before(app, hours).now(), zone)}.csv`,
    content: Buffer.from(csvLine(headings) + lines.join('')).toString('base64'),
    mapping: { columns: guessOrderColumns(headings) },
  })
}

async function casesOf(app: App): Promise<Map<string, string>> {
  const rows = await inScope(app.db, job, (tx) =>
    rowsOf<{ number: string; caseNumber: string }>(
      tx,
      sql`select o.number, o.case_number as "caseNumber" from exchange.orders o limit 1000`,
    ),
  )
  return new Map(rows.map((row) => [row.number, row.caseNumber]))
}

type Steps<One> = { one: One; numbers: ReadonlyMap<string, string> }

/** Filed, given to the grid, signed for there. */
async function handOver(
  app: App,
  { desk, leader }: Cast,
  { one, numbers }: Steps<Pick<Course, 'number' | 'filed' | 'category'>>,
): Promise<string | null> {
  const number = numbers.get(numberOf(app, one.number))
  if (number === undefined) return null
  const given = await fileAndDispatch(before(app, one.filed), desk, {
    number,
    commandId: app.newId(),
    category: one.category,
    matter: 'major',
    tier: 'T1',
    urgent: false,
    guidance: null,
    nextStep: null,
    conditionMet: true,
    lead: { areaCode: grid, unitId: null },
    assists: [],
    note: null,
  })
  if (!given.ok) return null
  await acceptDuty(before(app, one.filed - 0.5), leader, { number, commandId: app.newId() })
  return number
}

async function answer(app: App, cast: Cast, steps: Steps<Course>): Promise<void> {
  const { one } = steps
  const number = await handOver(app, cast, steps)
  if (number === null) return
  const { desk, leader, album, spot } = cast
  const at = (hours: number) => before(app, one.answered + hours)
  const to = () => ({ number, commandId: app.newId() })
  await contactReporter(at(1.8), leader, {
    ...to(),
    reached: true,
    how: 'phone',
    note: '说好办完再回一个电话',
  })
  const picture = (of: Map<string, string>) => of.get(subjectOf(one.category)) ?? []
  const outcome: Exclude<Outcome, 'guided'> = 'solved'
  const proof = {
    text: one.words,
    photosBefore: [picture(album.before)].flat(),
    photosAfter: [picture(album.after)].flat(),
    takenAt: at(1.2).now(),
    point: spot,
  }
  await handleCase(at(1), leader, { ...to(), proof, outcome })
  await checkCase(at(0.5), desk, { ...to(), passed: true, how: 'on_site', reason: '' })
  await closeCase(at(0), desk, { ...to(), outcome, words: one.words, conditionMet: true })
}

/** Everything told so far goes to the hotline as one batch. */
async function give(app: App, { clerk }: Cast, hours: number): Promise<void> {
  await followAll(app)
  await takeOrderAnswers(before(app, hours), clerk, { commandId: app.newId(), areaCode: street })
}

const patienceMs = 60_000

/** Followers read below the oldest transaction that runs: whatever else runs on this cluster is waited for. */
async function followAll(app: App): Promise<void> {
  const end = Date.now() + patienceMs
  for (;;) {
    const [row] = await inScope(app.db, job, (tx) =>
      rowsOf<{ behind: boolean }>(
        tx,
        sql`select exists (select from cases.entries e
                            where e.tx >= pg_snapshot_xmin(pg_current_snapshot())) as behind`,
      ),
    )
    await followForOrders(app)
    if (row?.behind !== true || Date.now() > end) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function counted(app: App): Promise<{ cases: number; entries: number }> {
  const [row] = await inScope(app.db, job, (tx) =>
    rowsOf<{ cases: number; entries: number }>(
      tx,
      sql`
      select count(distinct c.id)::int as cases,
             count(*)::int             as entries
        from exchange.orders o
        join cases.cases     c on c.number = o.case_number
        join cases.entries   e on e.community_id = c.community_id
                              and e.case_id = c.id`,
    ),
  )
  return row ?? { cases: 0, entries: 0 }
}
