// The read model of results: the sheets of one version of a survey in columns, kept in memory and read again when sheets
// have come in. Only a job reads answers; what leaves this room goes through suppression first.
import type { Column, Columns } from '#core/surveys/columns.ts'
import { columnsOf, gridColumn } from '#core/surveys/columns.ts'
import type { AskedTable } from '#core/surveys/result-tables.ts'
import { weigh } from '#core/surveys/weighting.ts'
import type { App } from '../app.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { rulesAt } from '../places/index-of-places.ts'
import { type SurveyRow, findVersion } from './store.ts'
import { type SchemeRow, frameOf, listSchemes, readSheets, stampOf } from './store-results.ts'

export type Counted = {
  version: number
  sheets: number
  columns: Columns
  schemes: SchemeRow[]
  frame: number | null
}

type Kept = { stamp: string; sheets: number; columns: Columns }
/** A million sheets of fifty questions are some hundred megabytes: the latest few surveys are kept. */
const keptMax = 8
const kept = new WeakMap<App, Map<string, Kept>>()
const job = { kind: 'job' } as const
const gridTitle = { zh: '住在哪个网格', en: 'Grid lived in' }

/** Null: there is no such version. */
export function countedOf(
  app: App,
  row: SurveyRow,
  version = row.version ?? 1,
): Promise<Counted | null> {
  return inScope(app.db, job, async (tx) => {
    const found = await columnsFor(app, tx, row, version)
    if (found === null) return null
    const schemes = (await listSchemes(tx, row)).filter((each) => each.version === version)
    const frame = (await frameOf(tx, row))?.households ?? null
    return { version, sheets: found.sheets, columns: found.columns, schemes, frame }
  })
}

async function columnsFor(app: App, tx: Tx, row: SurveyRow, version: number): Promise<Kept | null> {
  const all = kept.get(app) ?? new Map<string, Kept>()
  kept.set(app, all)
  const key = `${row.id} ${version}`
  const now = await stampOf(tx, row, version)
  const known = all.get(key)
  if (known !== undefined && known.stamp === now?.stamp) return known
  const asked = await findVersion(tx, row, version)
  if (asked === null || now === null) return null
  const { geography } = app.places
  const codes = new Map<number, string>()
  const sheets = (await readSheets(tx, row, version)).map(({ answers, gridId }) => {
    const grid = gridId === null ? null : (codes.get(gridId) ?? geography.get(gridId).code)
    if (gridId !== null && grid !== null) codes.set(gridId, grid)
    return { answers, grid }
  })
  const places = new Set(codes.values())
  for (const question of asked.questionnaire.sections.flatMap((section) => section.questions))
    if (question.kind === 'place')
      for (const { answers } of sheets) {
        const place = answers[question.code]
        if (typeof place === 'string') places.add(place)
      }
  const grids = [...places].toSorted().map((code) => {
    const name = geography.findByCode(code)?.name ?? code
    return { code, label: { zh: name, en: geography.findByCode(code)?.nameEn ?? name } }
  })
  const counted = columnsOf(asked.questionnaire, sheets, grids)
  const own: Column[] = codes.size > 1 ? [gridColumn(sheets, grids, gridTitle)] : []
  const columns = { ...counted, columns: [...counted.columns, ...own] }
  const made = { stamp: now.stamp, sheets: now.sheets, columns }
  all.delete(key)
  all.set(key, made)
  for (const old of [...all.keys()].slice(0, Math.max(0, all.size - keptMax))) all.delete(old)
  return made
}

/** The weights of a scheme for the sheets as they are now. Null: unweighted; undefined: no such scheme. */
export function weightsOf(
  counted: Counted,
  number: number | null,
): Float64Array | null | undefined {
  if (number === null || number === 0) return null
  const found = counted.schemes.find((each) => each.number === number)
  return found === undefined ? undefined : weigh(found.scheme, counted.columns.columns).weights
}

/** Where nobody chose: the scheme made last. */
export const latestScheme = ({ schemes }: Counted): number | null => schemes[0]?.number ?? null

export function thresholdAt(app: App, { areaPath }: Pick<SurveyRow, 'areaPath'>): number {
  const rule = Number(rulesAt(app, areaPath, 'surveys.smallGroup', app.now()) ?? 10)
  return Math.max(10, rule)
}

/** Households answer one sheet each; of persons and of anybody the frame says nothing. */
export function sampleOf({ sheets, frame }: Counted, { answersBy }: Pick<SurveyRow, 'answersBy'>) {
  return {
    sheets,
    frame: answersBy === 'household' && frame !== null && frame >= sheets ? frame : null,
  }
}

export const hasColumn = ({ columns }: Counted, { row, group }: AskedTable): boolean => {
  const keys = new Set(columns.columns.map(({ key }) => key))
  return keys.has(row) && (group === null || (keys.has(group) && group !== row))
}
