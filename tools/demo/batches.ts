// Lives of the demo world as statements ready to run: told community by community, in batches. Several threads
// may each tell a share; one connection writes them all.
import { isOpen } from '#core/cases/case.ts'
import type { App } from '#server/app.ts'
import { saveNew } from '#server/cases/store.ts'
import type { Tx } from '#server/kit/db.ts'
import { arrivals, type Arrival, type Ways } from './arrivals.ts'
import { live as liveCase, type Life, type World } from './life.ts'
import { lastOf, nextNumber, savingOf, type Serials } from './savings.ts'
import { storyArrival, storyAt, storySerial, tellStory } from './story.ts'

export type Statement = { name: string; text: string; values: unknown[] }
export type Counted = { cases: number; entries: number; open: number; refusals: string[] }
export type Batch = { statement: Statement; counted: Counted }

/** Which communities a thread tells: those whose id leaves `part` when divided by `parts`. */
export type Share = { part: number; parts: number }

export type Telling = {
  app: App
  world: World
  ways: Ways
  count: number
  share: Share
  serials: Serials
}

const batch = 200

/** What moved in the last days comes last, so that the journal's end reads like a day. */
const lateMs = 3 * 86_400_000

type Told = { life: Life; arrival: Arrival }

export async function* batchesOf(telling: Telling): AsyncGenerator<Batch> {
  const until = Date.parse(telling.app.now())
  const late: Told[] = []
  let waiting: Told[] = []
  for (const { arrival, live } of planned(telling, until)) {
    const told = { arrival, life: live() }
    if (until - lastOf(told.life) < lateMs) late.push(told)
    else if (waiting.push(told) === batch) yield stated(telling, waiting.splice(0))
    // Whoever waits for a statement's answer in this thread gets a turn.
    if (waiting.length % 6 === 0) await new Promise(setImmediate)
  }
  waiting = [...waiting, ...late.toSorted((a, b) => lastOf(a.life) - lastOf(b.life))]
  while (waiting.length > 0) yield stated(telling, waiting.splice(0, batch))
}

type Plan = { arrival: Arrival; live: () => Life }

/** Numbered in order of time, the same in every thread; then only the thread's own share is told. */
function planned({ world, ways, count, share, serials }: Telling, until: number): Plan[] {
  const story = storyArrival(world, ways.outlines, storyAt(new Date(until).toISOString()))
  const came = arrivals(ways, until, count)
  countBefore(serials, story, came)
  const all = [...came, story].toSorted((a, b) => a.at - b.at)
  const plans = all.map((arrival): Plan => {
    const number = nextNumber(serials, arrival.community, arrival.at)
    if (arrival === story) return { arrival, live: () => tellStory(world, story, until) }
    return { arrival, live: () => liveCase(world, arrival, number, until) }
  })
  return plans
    .filter(({ arrival }) => arrival.community.id % share.parts === share.part)
    .toSorted((a, b) => a.arrival.community.id - b.arrival.community.id)
}

/** The story's number is on the drawings, so its community's count for the year begins where it must. */
function countBefore(serials: Serials, story: Arrival, came: readonly Arrival[]): void {
  const year = Number(new Date(story.at).toISOString().slice(2, 4))
  const first = Date.parse(`20${year}-01-01T00:00:00+08:00`)
  const before = came.filter(
    (each) => each.community.id === story.community.id && each.at >= first && each.at <= story.at,
  ).length
  const last = storySerial - 1 - before
  serials.set(`${story.community.id} ${year}`, { areaId: story.community.id, year, last })
}

/** The store's own statement, caught instead of sent. */
function stated({ app, world }: Telling, told: readonly Told[]): Batch {
  let statement: Statement | null = null
  const prepared = async (name: string, text: string, values: unknown[]) => {
    statement = { name, text, values }
    return []
  }
  const savings = told.map(({ life, arrival }) => savingOf(app, world, life, arrival))
  void saveNew({ prepared } as unknown as Tx, savings)
  if (statement === null) throw new Error('the store sent no statement')
  return { statement, counted: counted(told.map(({ life }) => life)) }
}

function counted(lives: readonly Life[]): Counted {
  return {
    cases: lives.length,
    entries: lives.reduce((sum, life) => sum + life.entries.length, 0),
    open: lives.filter((life) => isOpen(life.file.state)).length,
    refusals: lives.flatMap((life) => life.refusals),
  }
}
