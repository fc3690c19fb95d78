// What the grid worker of the pictures has before him today: three lamps along one stretch, reported by neighbours and
// given to his grid, and a round past the things that stand there.
import { addDays, localDate } from '#core/kit/time.ts'
import type { App, Who } from '#server/app.ts'
import { anyone } from '#server/app.ts'
import { fileAndDispatch } from '#server/cases/dispatch.ts'
import type { Mover } from '#server/cases/moving.ts'
import { reportCase } from '#server/cases/report.ts'
import { firstOf, inScope } from '#server/kit/db.ts'
import { importObjects, listObjects } from '#server/patrols/objects.ts'
import { keepPlan } from '#server/patrols/plans.ts'
import { whoIsPerson } from '#server/people/who.ts'
import { sql } from 'kysely'
import { moverOf } from './rally.ts'

const community = '500108006008'
export const grid = '500108006008004'
const caller = {
  requestId: 'demo',
  address: '127.0.0.1',
  lang: 'zh',
  origin: '',
  header: () => null,
  cookie: () => null,
} as const
type Spot = { lon: number; lat: number }

/** How many cases and entries were written. */
export async function fillRound(app: App): Promise<{ cases: number; entries: number }> {
  const none = { cases: 0, entries: 0 }
  const spot = await middleOf(app)
  const duty = await moverOf(app, 'communityDuty', community)
  const secretary = await moverOf(app, 'communitySecretary', community)
  if (spot === null || duty === null || secretary === null) return none
  const head = await whoIsPerson(app, secretary.actor.id, caller)
  if (head !== null) await layObjects(app, head, spot)
  return giveLamps(app, duty, spot)
}

/** The middle of the grid's box lies in it: the schematic grids bulge nowhere. */
export async function middleOf(app: App): Promise<Spot | null> {
  return inScope(app.db, { kind: 'job' }, (tx) =>
    firstOf<Spot>(
      tx,
      sql`
      select (b.west + b.east) / 2   as lon,
             (b.south + b.north) / 2 as lat
        from places.boundaries b
        join places.areas      a on a.id = b.area_id
       where a.code = ${grid}
       limit 1`,
    ),
  )
}

const things: readonly [kind: string, name: string, tag: string][] = [
  ['lamp', '步道起点路灯', 'LD-0401'],
  ['lamp', '第一个拐弯路灯', 'LD-0402'],
  ['lamp', '第二个拐弯路灯', 'LD-0403'],
  ['hydrant', '3 栋前消火栓', 'XF-0417'],
  ['hydrant', '车棚旁消火栓', 'XF-0418'],
  ['playground', '坝坝健身器材', 'JS-0405'],
]

async function layObjects(app: App, who: Who, { lon, lat }: Spot): Promise<void> {
  const rows = things.map(([kind, name, tag], i) =>
    [kind, name, tag, grid, (lon + (i - 3) * 0.00012).toFixed(6), lat.toFixed(6)].join(','),
  )
  const text = ['kind,name,tag,grid,lon,lat', ...rows].join('\n')
  const laid = await importObjects(app, who, { commandId: app.newId(), code: community, text })
  const known = laid.ok ? await listObjects(app, who, { code: community, limit: 100 }) : laid
  if (!known.ok) return
  await keepPlan(app, who, {
    commandId: app.newId(),
    code: community,
    id: app.newId(),
    area: grid,
    name: '步道一圈',
    everyWeeks: 2,
    months: [],
    fromOn: localDate(addDays(app.now(), -1), 'Asia/Shanghai'),
    stops: known.value.items.map(({ id }) => id),
    ended: false,
  })
}

const said = [
  '步道第一个拐弯的路灯不亮，晚上看不清台阶',
  '步道第二个拐弯灯坏了，一闪一闪的',
  '步道拐弯处的灯又不亮了，老人走路摸黑',
]

async function giveLamps(app: App, duty: Mover, spot: Spot) {
  const told = { cases: 0, entries: 0 }
  for (const [i, text] of said.entries()) {
    const point = { lon: spot.lon + i * 0.0001, lat: spot.lat }
    const input = { commandId: app.newId(), text, category: 'P01-37-2', point }
    const report = await reportCase(app, anyone(caller), input)
    if (!report.ok) continue
    told.cases += 1
    told.entries += 1
    const given = await fileAndDispatch(app, duty, {
      number: report.value.number,
      commandId: app.newId(),
      category: 'P01-37-2',
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
    if (given.ok) told.entries += 3
  }
  return told
}
