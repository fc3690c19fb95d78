// Learning from a district's confirmed cases: every week, or when the rule keeper asks. It runs in a thread of its own;
// no request waits for it. A model made from more texts than the district has cases is left in its place.

import { gzipSync } from 'node:zlib'
import { Worker } from 'node:worker_threads'
import type * as contract from '#core/cases/contract-suggest.ts'
import { textsMax, textsMin } from '#core/cases/suggest/learn.ts'
import type { Labelled } from '#core/cases/suggest/sample.ts'
import { seedsOf } from '#core/cases/suggest/seeds.ts'
import type { Written } from '#core/cases/suggest/written.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import { hasRight } from '#core/people/rights.ts'
import type { Area } from '#core/places/area.ts'
import type { App, Who } from '../app.ts'
import { inScope, once } from '../kit/db.ts'
import { addJob } from '../kit/jobs.ts'
import type { Geography } from '../places/geography.ts'
import { categoriesAt, timeZoneAt } from '../places/index-of-places.ts'
import { nameOf } from '../places/places.ts'
import * as store from './store-suggestions.ts'
import type { Asked, Told } from './training-thread.ts'

const job = { kind: 'job' } as const

/** Districts learn for themselves; where a tree has none, its top does. */
const learns = (area: Area) => area.level === 'district' || area.parentId === null

export function learningAreaOf(geography: Geography, area: Area): Area {
  const above = geography.ancestors(area).toReversed()
  return above.find(learns) ?? area
}

export const mayTrain = (who: Who, area: Area): boolean =>
  hasRight(who.actor, 'keepRules', { areaId: area.id, areaPath: area.path })

export async function trainSuggestions(
  app: App,
  who: Who,
  { commandId, area }: InputOf<typeof contract.trainSuggestions>,
): Promise<
  Result<
    OutputOf<typeof contract.trainSuggestions>,
    'no_such_area' | 'not_yours' | 'too_few_cases' | 'command_reused'
  >
> {
  const asked = app.places.geography.findByCode(area)
  if (asked === null) return refused('no_such_area')
  const home = learningAreaOf(app.places.geography, asked)
  if (!mayTrain(who, home)) return refused('not_yours')
  // The rule keeper sees no case and asks for none: how many there are is counted beside him.
  const texts = await inScope(app.db, job, (tx) => store.countConfirmed(tx, home.path, textsMax))
  return once<OutputOf<typeof contract.trainSuggestions>, 'too_few_cases'>(
    app,
    who.actor,
    who.scope,
    { commandId, content: { area } },
    async (tx) => {
      if (texts < textsMin) return refused('too_few_cases')
      await addJob(tx, {
        task: 'train_suggestions',
        payload: { areaId: home.id, asked: true },
        key: `train ${home.id}`,
        queue: 'train',
      })
      return done({ area: nameOf(home), texts })
    },
  )
}

/** The weekly job, and what the rule keeper asked for; answers how many areas learned. */
export async function trainAreas(app: App, payload: unknown): Promise<number> {
  const { areaId, asked = false } = (payload ?? {}) as { areaId?: number; asked?: boolean }
  const { geography } = app.places
  const areas =
    areaId === undefined
      ? rootsNow(app).flatMap((root) => [root, ...districtsUnder(app, root)])
      : [geography.get(areaId)]
  let trained = 0
  for (const area of areas) trained += (await trainArea(app, area, asked)) ? 1 : 0
  return trained
}

const rootsNow = (app: App): Area[] =>
  app.places.geography.roots(localDate(app.now(), timeZoneAt(app, '')))

const districtsUnder = (app: App, root: Area): Area[] =>
  app.places.geography
    .children(root.id, localDate(app.now(), root.timeZone))
    .flatMap((child) => (learns(child) ? [child] : []))

async function trainArea(app: App, area: Area, asked: boolean): Promise<boolean> {
  const { texts, before } = await inScope(app.db, job, async (tx) => ({
    texts: await store.listConfirmed(tx, area.path, textsMax),
    before: await store.findModel(tx, [area.id]),
  }))
  if (texts.length < textsMin) return false
  if (!asked && before?.source === 'history' && before.texts > texts.length) return false
  const seeds = seedsOf([...categoriesAt(app, area.path, app.now()).values()])
  const written = await learnAside({ texts, seeds })
  await inScope(app.db, job, (tx) =>
    keepModel(app, tx, { areaId: area.id, source: 'cases', written }),
  )
  return true
}

type Kept = { areaId: number; source: 'cases' | 'history'; written: Written }

export const keepModel = (
  app: Pick<App, 'newId' | 'now'>,
  tx: Parameters<typeof store.addModel>[0],
  { areaId, source, written }: Kept,
) =>
  store.addModel(tx, {
    id: app.newId(),
    areaId,
    source,
    trainedAt: app.now(),
    measured: written.measured,
    model: gzipSync(JSON.stringify(written)),
  })

function learnAside(asked: { texts: Labelled[]; seeds: Labelled[] }): Promise<Written> {
  const thread = startThread(asked)
  return new Promise((resolve, reject) => {
    thread.once('message', (told: Told) => resolve(told))
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`the thread that learns ended with ${code}`)))
  })
}

/** Sources run by tsx need its loader in the thread as well; compiled files run as they are. */
function startThread(workerData: Asked): Worker {
  const file = new URL(import.meta.url.replace(/training(\.\w+)$/, 'training-thread$1'))
  const limits = { resourceLimits: { maxOldGenerationSizeMb: 512 } }
  if (!file.pathname.endsWith('.ts')) return new Worker(file, { workerData, ...limits })
  const loader = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${JSON.stringify(file.href)}) })`
  return new Worker(loader, {
    workerData,
    eval: true,
    execArgv: ['--conditions=source'],
    ...limits,
  })
}
