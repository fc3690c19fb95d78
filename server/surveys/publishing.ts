// Publishing results by decision: who decided, which weights, which tables; small groups hidden across all of them and
// across what was published before; frozen. Taking back leaves the reason in its place.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import type * as contract from '#core/surveys/contract-results.ts'
import type { PublishedView } from '#core/surveys/contract-results.ts'
import { type AskedTable, type Results, resultsOf } from '#core/surveys/result-tables.ts'
import type { App, Who } from '../app.ts'
import { type Tx, inScope, once } from '../kit/db.ts'
import {
  type Counted,
  countedOf,
  hasColumn,
  sampleOf,
  thresholdAt,
  weightsOf,
} from './columns-kept.ts'
import { keptSurvey, resultHead } from './results.ts'
import { type SurveyRow, addStep, findSurvey, lockSurvey } from './store.ts'
import * as store from './store-results.ts'

type Snapshot = Results &
  ReturnType<typeof resultHead> &
  Pick<PublishedView, 'hidden' | 'weighedBy'>
type Publishing = InputOf<typeof contract.publishResults>

export async function publishResults(app: App, who: Who, { commandId, ...input }: Publishing) {
  const survey = await keptSurvey(app, who, input.id)
  if (!survey.ok) return survey
  const row = survey.value
  const counted = await countedOf(app, row, input.version)
  if (counted === null) return refused('no_such_survey')
  const why = whyCannotPublish(app, row, counted, input)
  if (why !== null) return refused(why)
  return once<
    { number: number; hidden: number; cells: number },
    'no_such_survey' | 'too_few_new' | 'would_reveal'
  >(app, who.actor, who.scope, { commandId, content: input }, async (tx, now) => {
    if ((await lockSurvey(tx, row.id)) === null) return refused('no_such_survey')
    const frozen = await freeze(app, tx, row, {
      counted,
      asked: input.tables,
      scheme: input.scheme,
    })
    if (!frozen.ok) return frozen
    const { number, snapshot, cells } = frozen.value
    const { decidedBy, reason, version, scheme } = input
    const { sheets, threshold } = snapshot
    const at = now()
    const by = who.actor.id
    await store.addPublication(tx, row, {
      number,
      version,
      scheme,
      threshold,
      sheets,
      decidedBy,
      reason,
      at,
      by,
      results: snapshot,
      cells: { ...cells, tables: input.tables },
    })
    await addStep(tx, row, { step: 'published', at, by, reason, detail: { number, scheme } })
    return done({
      number,
      hidden: snapshot.hidden,
      cells: cells.hidden.length + cells.shown.length,
    })
  })
}

function whyCannotPublish(
  app: App,
  row: SurveyRow,
  counted: Counted,
  input: Pick<Publishing, 'tables' | 'scheme'>,
) {
  if (!input.tables.every((asked) => hasColumn(counted, asked))) return 'no_such_question' as const
  if (weightsOf(counted, input.scheme) === undefined) return 'no_such_weights' as const
  return counted.sheets < thresholdAt(app, row) ? ('too_few_answers' as const) : null
}

type Freezing = { counted: Counted; asked: readonly AskedTable[]; scheme: number | null }
type Frozen = { number: number; snapshot: Snapshot; cells: store.PublishedCells }

/**
 * The tables as they will stand. From the same sheets as before, what was shown counts as known and what was hidden stays
 * so; with a few sheets more, the difference of two publications would be these few, so it waits for more.
 */
export async function freeze(
  app: App,
  tx: Tx,
  row: SurveyRow,
  { counted, asked, scheme }: Freezing,
): Promise<Result<Frozen, 'too_few_new' | 'would_reveal'>> {
  const threshold = thresholdAt(app, row)
  const before = await store.listPublishedCells(tx, row, counted.version)
  const apart = before.map(({ sheets }) => Math.abs(counted.sheets - sheets))
  if (apart.some((difference) => difference > 0 && difference < threshold))
    return refused('too_few_new')
  const same = before.filter(({ sheets }) => sheets === counted.sheets)
  const weights = weightsOf(counted, scheme) ?? null
  const { results, suppression } = resultsOf({
    columns: counted.columns,
    weights,
    tables: asked,
    earlier: same.flatMap(({ tables }) => tables),
    sample: sampleOf(counted, row),
    threshold,
    known: new Set(same.flatMap(({ cells }) => cells.shown)),
    kept: new Set(same.flatMap(({ cells }) => cells.hidden)),
  })
  if (suppression.revealed.length > 0) return refused('would_reveal')
  const last = (await store.listPublications(tx, row, { before: null, limit: 1 }))[0]
  const used = counted.schemes.find(({ number }) => number === scheme)?.scheme
  const weighedBy = (used?.figures ?? []).map(({ title, source, asOf }) => ({
    title,
    source,
    asOf,
  }))
  const hidden = results.tables.reduce((sum, table) => sum + table.hidden, 0)
  const snapshot = { ...resultHead(app, row, counted, weights), ...results, hidden, weighedBy }
  const cells = { hidden: [...suppression.hidden], shown: [...suppression.shown] }
  return done({ number: (last?.number ?? 0) + 1, snapshot, cells })
}

export async function withdrawResults(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.withdrawResults>,
) {
  const survey = await keptSurvey(app, who, input.id)
  if (!survey.ok) return survey
  const row = survey.value
  return once<{ number: number }, 'no_such_survey' | 'no_such_publication' | 'already_withdrawn'>(
    app,
    who.actor,
    who.scope,
    { commandId, content: input },
    async (tx, now) => {
      if ((await lockSurvey(tx, row.id)) === null) return refused('no_such_survey')
      const found = await store.findPublication(tx, row, input.number)
      if (found === null) return refused('no_such_publication')
      if (found.withdrawn !== null) return refused('already_withdrawn')
      const { number, reason } = input
      const [at, by] = [now(), who.actor.id]
      await store.addWithdrawal(tx, row, { number, reason, by, at })
      await addStep(tx, row, { step: 'withdrawn', at, by, reason, detail: { number } })
      return done({ number })
    },
  )
}

export async function listPublications(
  app: App,
  who: Who,
  { id, limit = 30, after }: InputOf<typeof contract.listPublications>,
): Promise<Result<OutputOf<typeof contract.listPublications>, 'no_such_survey'>> {
  return inScope(app.db, who.scope, async (tx) => {
    const row = await findSurvey(tx, id)
    if (row === null) return refused('no_such_survey')
    const before = after === undefined ? null : Number(after)
    const rows = await store.listPublications(tx, row, { before, limit: limit + 1 })
    const items = rows.slice(0, limit)
    return done({ items, next: rows.length > limit ? String(items.at(-1)!.number) : null })
  })
}

/** Nothing is computed here: what leaves is what was frozen. */
export async function readPublished(
  app: App,
  who: Who,
  { id, number }: InputOf<typeof contract.readPublished>,
): Promise<Result<PublishedView, 'no_such_survey' | 'not_published' | 'withdrawn'>> {
  return inScope(app.db, who.scope, async (tx) => {
    const row = await findSurvey(tx, id)
    if (row === null) return refused('no_such_survey')
    const found = await store.findPublication(tx, row, number ?? null)
    if (found === null) return refused('not_published')
    if (found.withdrawn !== null)
      return refused('withdrawn', { current: { number: found.number, ...found.withdrawn } })
    const { results, ...head } = found
    return done({ ...(results as Snapshot), ...head })
  })
}
