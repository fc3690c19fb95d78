// Whom a survey asks, in counts: households by grid or building, quotas, one-time codes, and how far each grid is. Who
// has answered is not known here, and so cannot be told to anybody.
import { randomBytes } from 'node:crypto'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { codeFrom } from '#core/surveys/code.ts'
import type * as contract from '#core/surveys/contract-frame.ts'
import { mayKeep } from '#core/surveys/survey.ts'
import type { App, Who } from '../app.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { tell } from '../notices/notices.ts'
import { listAreaStaff } from '../people/team.ts'
import { isThereNow } from '../places/index-of-places.ts'
import { hashOfCode } from './sheets.ts'
import { type SurveyRow, addStep, findSurvey } from './store.ts'
import * as store from './store-sheets.ts'
import { keeping, spotOf } from './surveys.ts'

const job = { kind: 'job' } as const

/** A grid of the area that asks, by its code: one that is there today. */
function gridOf(app: App, row: SurveyRow, code: string) {
  const area = app.places.geography.findByCode(code)
  const fits = area !== null && area.level === 'grid' && area.path.startsWith(row.areaPath)
  return fits && isThereNow(app)(area) ? area : null
}

export function setFrame(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.setFrame>,
) {
  const { id, cells, source } = input
  return keeping({ app, who }, { commandId, content: input, id }, async (tx, row, now) => {
    if (row.state === 'CLOSED') return refused('already_closed')
    const rows = cells.map(({ grid, ...cell }) => ({ ...cell, gridId: gridOf(app, row, grid)?.id }))
    const strange = cells.find((_, at) => rows[at]?.gridId === undefined)
    if (strange !== undefined)
      return refused('no_such_grid', { fields: { [strange.grid]: strange.grid } })
    const keys = new Set(rows.map((cell) => `${cell.gridId} ${cell.building}`))
    if (keys.size < rows.length) return refused('cell_twice')
    await store.clearFrame(tx, row)
    await store.addFrame(tx, row, rows as store.CellRow[], source)
    const households = cells.reduce((sum, cell) => sum + cell.households, 0)
    const detail = { cells: cells.length, households, source }
    await addStep(tx, row, { step: 'frameSet', at: now(), by: who.actor.id, detail })
    return done({ cells: cells.length, households })
  })
}

type Made = OutputOf<typeof contract.makeCodes>

/** Codes are told once. A repeat of the command, and everybody later, gets the batch without them. */
export function makeCodes(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.makeCodes>,
) {
  const veil = {
    store: ({ batch }: Made) => ({ batch, codes: [] }),
    recall: (stored: unknown) => stored as Made,
  }
  const command = { commandId, content: input, id: input.id, veil }
  return keeping<Made, 'needs_no_codes' | 'already_closed' | 'no_such_grid'>(
    { app, who },
    command,
    async (tx, row, now) => {
      if (row.answersBy === 'anyone') return refused('needs_no_codes')
      if (row.state === 'CLOSED') return refused('already_closed')
      const grid = input.grid === null ? null : gridOf(app, row, input.grid)
      if (input.grid !== null && grid === null) return refused('no_such_grid')
      const codes = Array.from({ length: input.count }, () => codeFrom(randomBytes(12)))
      const batch = app.newId()
      const hashes = codes.map(hashOfCode)
      await store.addCodes(tx, row, { batch, gridId: grid?.id ?? null, hashes })
      const detail = { batch, grid: input.grid, count: input.count }
      await addStep(tx, row, { step: 'codesMade', at: now(), by: who.actor.id, detail })
      return done({ batch, codes })
    },
  )
}

export function voidCodes(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.voidCodes>,
) {
  const { id, batch, reason } = input
  // Staff read no codes, so a job's eyes are needed for the rows.
  const keeper = { app, who, scope: job }
  const command = { commandId, content: input, id }
  return keeping<{ voided: number }, never>(keeper, command, async (tx, row, now) => {
    const voided = await store.voidBatch(tx, row, batch)
    const detail = { batch, voided: voided.length }
    await addStep(tx, row, { step: 'codesVoided', at: now(), by: who.actor.id, reason, detail })
    return done({ voided: voided.length })
  })
}

type Progress = OutputOf<typeof contract.readProgress>
type Cell = Progress['cells'][number]

export async function readProgress(
  app: App,
  who: Who,
  { id }: InputOf<typeof contract.readProgress>,
): Promise<Result<Progress, 'no_such_survey' | 'not_yours'>> {
  const row = await inScope(app.db, who.scope, (tx) => findSurvey(tx, id))
  if (row === null) return refused('no_such_survey')
  if (!mayKeep(who.actor, spotOf(row))) return refused('not_yours')
  return inScope(app.db, job, async (tx) => done(await progressOf(app, tx, row)))
}

export async function progressOf(app: App, tx: Tx, row: SurveyRow): Promise<Progress> {
  const frame = await store.listFrame(tx, row)
  const codes = await store.countCodes(tx, row)
  const mixed = await store.countMixed(tx, row)
  const cells = new Map<number | null, Cell>()
  const cellOf = (gridId: number | null): Cell => {
    const known = cells.get(gridId)
    if (known !== undefined) return known
    const area = gridId === null ? null : app.places.geography.get(gridId)
    const grid = area && { code: area.code, name: area.name, nameEn: area.nameEn }
    const cell: Cell = { grid, households: 0, quota: null, handedOut: 0, answered: 0 }
    cells.set(gridId, cell)
    return cell
  }
  for (const { gridId, households, quota } of frame) {
    const cell = cellOf(gridId)
    cell.households += households
    if (quota !== null) cell.quota = (cell.quota ?? 0) + quota
  }
  for (const { gridId, ...batch } of codes) {
    const cell = cellOf(gridId)
    cell.handedOut += batch.made - batch.void
    cell.answered += batch.used
  }
  if (row.answersBy === 'anyone')
    for (const { gridId, sheets } of mixed) cellOf(gridId).answered += sheets
  const ordered = [...cells.values()].toSorted((a, b) =>
    (a.grid?.code ?? '~') < (b.grid?.code ?? '~') ? -1 : 1,
  )
  return {
    cells: ordered,
    total: totalOf(ordered),
    mixed: [...new Set(mixed.map(({ channel }) => channel))].map((channel) => ({
      channel,
      sheets: mixed
        .filter((each) => each.channel === channel)
        .reduce((sum, each) => sum + each.sheets, 0),
    })),
    frame: frame.map(({ gridId, building, households, quota }) => ({
      grid: app.places.geography.get(gridId).code,
      building,
      households,
      quota,
    })),
    source: frame[0]?.source ?? null,
    batches: codes.map(({ gridId, ...batch }) => ({
      ...batch,
      grid: gridId === null ? null : app.places.geography.get(gridId).code,
    })),
  }
}

function totalOf(cells: readonly Cell[]): Progress['total'] {
  const sum = (of: (cell: Cell) => number) => cells.reduce((all, cell) => all + of(cell), 0)
  return {
    households: sum((cell) => cell.households),
    quota: cells.some((cell) => cell.quota !== null) ? sum((cell) => cell.quota ?? 0) : null,
    handedOut: sum((cell) => cell.handedOut),
    answered: sum((cell) => cell.answered),
  }
}

/** One notice a day to everybody of a grid's team: how far the grid is. */
export function remindGrids(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.remindGrids>,
) {
  const { id } = input
  const keeper = { app, who, scope: job }
  return keeping(keeper, { commandId, content: input, id }, async (tx, row, now) => {
    if (row.state !== 'OPEN') return refused('not_open')
    const grids = input.grids.map((code) => gridOf(app, row, code))
    const known = grids.filter((grid) => grid !== null)
    if (known.length < grids.length) return refused('no_such_grid')
    const at = now()
    const told = await tellTeams(app, tx, { row, grids: known, at })
    const detail = { grids: input.grids, told }
    await addStep(tx, row, { step: 'reminded', at, by: who.actor.id, detail })
    return done({ told })
  })
}

type Telling = {
  row: SurveyRow
  grids: { id: number; code: string; name: string; nameEn: string | null }[]
  at: string
}

async function tellTeams(app: App, tx: Tx, { row, grids, at }: Telling): Promise<number> {
  const { cells } = await progressOf(app, tx, row)
  let told = 0
  for (const grid of grids) {
    const cell = cells.find((each) => each.grid?.code === grid.code)
    const [answered, out] = [cell?.answered ?? 0, cell?.handedOut ?? 0]
    const words = {
      zh: `问卷“${row.title.zh}”：${grid.name}发出${out}份，已交${answered}份。谁交了系统不知道，请一并提醒，不必追问`,
      en: `Survey “${row.title.en || row.title.zh}”: in ${grid.nameEn ?? grid.name} ${answered} of ${out} sheets are in. The system does not know whose; please remind everybody alike`,
    }
    const about = { topic: 'survey', id: row.id }
    for (const { id } of await listAreaStaff(tx, [grid.id], at)) {
      const cause = `survey ${row.id} ${grid.code} ${at.slice(0, 10)}`
      const notice = { recipient: id, cause, kind: 'surveyReminder', words, urgent: false, at }
      await tell(tx, { ...notice, communityId: row.communityId, caseNumber: null, about })
      told += 1
    }
  }
  return told
}
