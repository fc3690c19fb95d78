// What goes on today in the street of the pictures, through the server's own moves: two units called to one place, one
// case supervised from the district, a few urged, two reports of one matter made one. Whatever is refused is left out.
import { sql } from 'kysely'
import { addDays } from '#core/kit/time.ts'
import type { Role } from '#core/people/roles.ts'
import type { App } from '#server/app.ts'
import { mergeCase } from '#server/cases/merging.ts'
import type { Mover } from '#server/cases/moving.ts'
import { superviseCase, urgeCase } from '#server/cases/watching.ts'
import { arriveAtCase, whistleCase } from '#server/cases/whistle.ts'
import { inScope, rowsOf } from '#server/kit/db.ts'
import { actorOfPerson } from '#server/people/who.ts'
import { districtCode } from './boundaries.ts'

/** The street of the pictures, unless too little goes on there. */
const preferred = '500108006'
const enough = 6
const job = { kind: 'job' } as const

/** How many entries were written. Everything happens now: nothing of it was planned with the two years. */
export async function fillRally(app: App): Promise<number> {
  await app.places.refresh()
  await app.teams.refresh()
  const streetCode = await liveliest(app)
  if (streetCode === null) return 0
  const [commander, leader] = await Promise.all([
    moverOf(app, 'streetCommander', streetCode),
    moverOf(app, 'districtCommander', districtCode),
  ])
  if (commander === null || leader === null) return 0
  const numbers = await inHand(app, streetCode)
  let steps = 0
  const done = (answer: { ok: boolean }) => {
    if (answer.ok) steps += 1
    return answer.ok
  }
  const called = await callUnits(app, commander, { streetCode, numbers }, done)
  const others = numbers.filter((number) => number !== called)
  const watched = others[0] ?? called
  if (watched !== null)
    done(await superviseCase(app, leader, { ...command(app, watched), ...supervising(app) }))
  for (const [i, words] of urgings.entries()) {
    const number = others[i + 1]
    if (number !== undefined)
      done(await urgeCase(app, commander, { ...command(app, number), words }))
  }
  for (const { number, into } of await alike(app, streetCode))
    if (done(await mergeCase(app, commander, { ...command(app, number), into, reason: sameSpot })))
      steps += 1 // the case that goes on has an entry of it too
  return steps
}

const sameSpot = '说的是同一处'
const urgings = ['居民又打来电话，今天请给个答复', '天气预报有雨，请赶在下雨前办好']
const supervising = (app: App) => ({
  words: '三天里两次有人提起，请说明进度和办结日期',
  answerBy: addDays(app.now(), 2),
})
const command = (app: App, number: string) => ({ number, commandId: app.newId() })

export async function moverOf(app: App, role: Role, code: string): Promise<Mover | null> {
  const [row] = await inScope(app.db, job, (tx) =>
    rowsOf<{ id: string }>(
      tx,
      sql`
      select g.person_id as id
        from people.grants g
        join places.areas  a on a.id = g.area_id
       where g.role = ${role}
         and a.code = ${code}
         and g.valid_to is null
       order by g.person_id
       limit 1`,
    ),
  )
  const actor = row === undefined ? null : await actorOfPerson(app, row.id)
  return actor === null ? null : { actor, scope: job }
}

async function liveliest(app: App): Promise<string | null> {
  const rows = await inScope(app.db, job, (tx) =>
    rowsOf<{ code: string; n: number }>(
      tx,
      sql`
      select left(a.code, 9) as code, count(*)::int as n
        from cases.cases  c
        join places.areas a on a.id = c.filed_area_id
       where c.state in ('HANDLING', 'DISPATCHED', 'REWORK')
         and length(a.code) >= 9
       group by 1
       order by n desc, code
       limit 100`,
    ),
  )
  const usual = rows.find(({ code, n }) => code === preferred && n >= enough)
  return (usual ?? rows[0])?.code ?? null
}

/** Cases in work in the street, those touched last first. */
async function inHand(app: App, streetCode: string): Promise<string[]> {
  const rows = await inScope(app.db, job, (tx) =>
    rowsOf<{ number: string }>(
      tx,
      sql`
      select c.number
        from cases.cases  c
        join places.areas a on a.id = c.filed_area_id
       where c.state in ('HANDLING', 'DISPATCHED', 'REWORK')
         and a.code like ${`${streetCode}%`}
       order by c.last_at desc, c.number
       limit 12`,
    ),
  )
  return rows.map((row) => row.number)
}

/** The first case to which two posts of the street may be called; one of them is there already. */
async function callUnits(
  app: App,
  by: Mover,
  { streetCode, numbers }: { streetCode: string; numbers: readonly string[] },
  done: (answer: { ok: boolean }) => boolean,
): Promise<string | null> {
  const street = app.places.geography.findByCode(streetCode)
  const posts = [...app.teams.units.values()].filter((unit) => unit.areaId === street?.id)
  const units = posts.slice(0, 2).map(({ id }) => ({ areaCode: streetCode, unitId: id }))
  const call = { reason: '几家的管线在一处，要一起看现场', meetBy: addHours(app.now(), 3), units }
  for (const number of numbers) {
    if (!done(await whistleCase(app, by, { ...command(app, number), ...call }))) continue
    const [first] = units
    if (first !== undefined)
      done(await arriveAtCase(app, by, { ...command(app, number), whistle: 1, unit: first }))
    return number
  }
  return null
}

const addHours = (at: string, hours: number) =>
  new Date(Date.parse(at) + hours * 3_600_000).toISOString()

/** Pairs of one community and category that are open and young: the later one is to be made one with the earlier. */
function alike(app: App, streetCode: string): Promise<{ number: string; into: string }[]> {
  return inScope(app.db, job, (tx) =>
    rowsOf(
      tx,
      sql`
      select max(c.number) as number, min(c.number) as into
        from cases.cases  c
        join places.areas a on a.id = c.filed_area_id
       where c.state in ('ACCEPTED', 'TRIAGED', 'DISPATCHED', 'HANDLING')
         and a.code like ${`${streetCode}%`}
       group by c.community_id, c.category, c.filed_area_id
      having count(*) = 2
       order by 1
       limit 2`,
    ),
  )
}
