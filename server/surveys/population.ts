// Who lives here, as known figures: the front door populationOf for other rooms, and entering them.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import type * as contract from '#core/surveys/contract-results.ts'
import { mayKeep } from '#core/surveys/survey.ts'
import type { KnownFigure } from '#core/surveys/weighting.ts'
import type { App, Who } from '../app.ts'
import { type Tx, inScope, once } from '../kit/db.ts'
import { addMargin, listMargins } from './store-results.ts'

/** By dimension: age, sex, tenure …; aggregates of the area, never persons. */
export async function populationOf(tx: Tx, areaId: number): Promise<KnownFigure[]> {
  const figures = new Map<string, KnownFigure>()
  for (const { dimension, title, asOf, source, category, label, people } of await listMargins(
    tx,
    areaId,
  )) {
    const figure = figures.get(dimension) ?? { dimension, title, asOf, source, categories: [] }
    figures.set(dimension, figure)
    figure.categories.push({ code: category, label, people })
  }
  return [...figures.values()]
}

export async function readPopulation(
  app: App,
  who: Who,
  { area: code }: InputOf<typeof contract.readPopulation>,
): Promise<Result<OutputOf<typeof contract.readPopulation>, 'no_such_area'>> {
  const area = app.places.geography.findByCode(code)
  if (area === null) return refused('no_such_area')
  const figures = await inScope(app.db, who.scope, (tx) => populationOf(tx, area.id))
  return done({ figures, mayKeep: mayKeep(who.actor, { areaId: area.id, areaPath: area.path }) })
}

export async function enterPopulation(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.enterPopulation>,
) {
  const area = app.places.geography.findByCode(input.area)
  if (area === null) return refused('no_such_area')
  if (!mayKeep(who.actor, { areaId: area.id, areaPath: area.path })) return refused('not_yours')
  const { area: _area, ...figure } = input
  return once<{ dimension: string }, 'day_to_come' | 'twice_the_same' | 'nobody_there'>(
    app,
    who.actor,
    who.scope,
    { commandId, content: input },
    async (tx, now) => {
      const at = now()
      if (figure.asOf > localDate(at, area.timeZone)) return refused('day_to_come')
      const codes = figure.categories.map(({ code }) => code)
      if (new Set(codes).size < codes.length) return refused('twice_the_same')
      if (figure.categories.every(({ people }) => people === 0)) return refused('nobody_there')
      await addMargin(tx, { areaId: area.id, areaPath: area.path, figure, by: who.actor.id, at })
      return done({ dimension: figure.dimension })
    },
  )
}
