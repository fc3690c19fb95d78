// Lets the day play on: new reports come in and open cases move, each through the server's own transactions, so
// that the cockpit lives. Time is not bent: what is decided now happens now.
import { sql } from 'kysely'
import type { CaseFile } from '#core/cases/case.ts'
import type { App } from '#server/app.ts'
import { move } from '#server/cases/moving.ts'
import { readCase, saveNew } from '#server/cases/store.ts'
import { inScope, rowsOf } from '#server/kit/db.ts'
import { dice, type Dice } from './dice.ts'
import { arrivalNow, type Ways } from './arrivals.ts'
import { schematicWorld } from './boundaries.ts'
import { drawAlbum } from './photos.ts'
import { readWorld } from './world.ts'
import { live, type World } from './life.ts'
import { nextStep } from './next-step.ts'
import { numberOf, savingOf } from './savings.ts'
import type { Stage, Step } from './stage.ts'

/** Seconds between two things that happen, on the average. */
const pace = 4

export async function playDay(app: App, seed: string, until: AbortSignal): Promise<void> {
  const by = dice(`${seed}/play/${app.now()}`)
  const { world, ways } = await readWorld(app, `${seed}/play/${app.now()}`, {
    album: await drawAlbum(app),
    drawn: schematicWorld(),
  })
  while (!until.aborted) {
    await playOnce(app, world, ways, by)
    await pause(pace * 1000 * by.lognormal(1, 0.6), until)
  }
}

/** One thing happens: every fourth time somebody reports, else an open case takes its next step. */
export async function playOnce(app: App, world: World, ways: Ways, by: Dice): Promise<void> {
  if (by.chance(0.25)) await reportNow(app, world, ways)
  else await stepNow(app, world, by)
}

async function reportNow(app: App, world: World, ways: Ways): Promise<void> {
  const now = Date.parse(app.now())
  const arrival = arrivalNow(ways, now)
  await inScope(app.db, { kind: 'job' }, async (tx) => {
    const year = Number(new Date(now + 8 * 3_600_000).toISOString().slice(2, 4))
    const [row] = await rowsOf(
      tx,
      sql<{ last: number }>`
        insert into cases.serials as s (community_id, year, last)
        values (${arrival.community.id}, ${year}, 1)
            on conflict (community_id, year) do update
           set last = s.last + 1
     returning last`,
    )
    const number = numberOf(arrival.community, year, row?.last ?? 1)
    const life = live(world, arrival, number, now + 1)
    await saveNew(tx, [savingOf(app, world, life, arrival)])
  })
  app.journal.wake()
}

async function stepNow(app: App, world: World, by: Dice): Promise<void> {
  const number = await someOpenCase(app, by)
  if (number === null) return
  const done = await movesOf(app, number)
  const stepOf = (file: CaseFile): Step | null => {
    const settings = world.settings(file.filedAreaId)
    const until = Date.parse(app.now())
    const stage: Stage = { ...world, file, settings, until, done }
    return nextStep(stage)
  }
  const planned = await inScope(app.db, { kind: 'job' }, async (tx) => {
    const held = await readCase(tx, number)
    return held === null ? null : stepOf(held.file)
  })
  if (planned === null || planned.by.kind === 'job') return
  const mover = { actor: planned.by, scope: { kind: 'job' } as const }
  await move(app, mover, { number, commandId: app.newId() }, (file, settings) => {
    return (stepOf(file) ?? planned).decide(file, settings)
  })
}

/** One of those that waited longest, the urgent ones before all. */
async function someOpenCase(app: App, by: Dice): Promise<string | null> {
  const rows = await inScope(app.db, { kind: 'job' }, (tx) =>
    rowsOf(
      tx,
      sql<{ number: string }>`
        select c.number
          from cases.cases c
         where c.state not in ('CLOSED', 'ARCHIVED', 'NOT_ACCEPTED', 'VOID', 'MERGED', 'SUSPENDED', 'WAITING_REPORTER')
         order by c.urgent desc, c.last_at
         limit 60`,
    ),
  )
  return rows.length === 0 ? null : by.pick(rows).number
}

async function movesOf(app: App, number: string): Promise<Set<string>> {
  const rows = await inScope(app.db, { kind: 'job' }, (tx) =>
    rowsOf(
      tx,
      sql<{ made: string }>`
        select e.round || ':' || e.move as made
          from cases.entries e
          join cases.cases   c on c.community_id = e.community_id
                              and c.id = e.case_id
         where c.number = ${number}`,
    ),
  )
  return new Set(rows.map((row) => row.made))
}

function pause(ms: number, until: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    until.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
