// Orders are taken in: each new number becomes a case by the way of every report, in the transaction in which the order is
// written down. The row of the desk is locked meanwhile, so that two who load the same file take each order in once; what was
// cut off goes on where it stopped when it is sent again.
import { createHash } from 'node:crypto'
import type * as contract from '#core/exchange/contract-orders.ts'
import { type OrderDraft, isSentAgain, withoutCaller, wordsOfCase } from '#core/exchange/order.ts'
import { type OrderMapping, orderFields } from '#core/exchange/order-mapping.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, assert, done, refused } from '#core/kit/result.ts'
import { localDate, localTime } from '#core/kit/time.ts'
import { unsortedCode } from '#core/places/category.ts'
import type { Area } from '#core/places/area.ts'
import type { App, Who } from '../app.ts'
import { hearFromHotline, standingAmong } from '../cases/order-hearing.ts'
import { type Asked, reportWithin } from '../cases/report.ts'
import { type Tx, canonical, inScope } from '../kit/db.ts'
import { steadyId } from '../kit/steady-id.ts'
import { type TableSource, sourceOfBytes } from '../kit/table-file.ts'
import { type DeskRefusal, byOf, keptDesk } from './order-desk.ts'
import { type Forgotten, forgottenAmong, outsideNumber } from './order-forgotten.ts'
import {
  type Drafted,
  type FileFault,
  type JudgedFile,
  judgeFile,
  judgeRows,
} from './order-judging.ts'
import { type Placer, placerFor } from './order-placing.ts'
import { rememberedAt } from './order-preview.ts'
import * as store from './store-orders.ts'

const job = { kind: 'job' } as const
const batchRows = 50
const rejectsMax = 500
type Became = 'new' | 'known' | 'changed'
export type Taken = { number: string; became: Became; caseNumber: string }
type Taking = {
  app: App
  who: Who
  desk: Area
  importId: string
  place: Placer
  /** The very request was taken in before: it is answered, and changes nothing. */
  over: boolean
}

/** One batch under the lock of the desk. What came again with other content is answered for afterwards, case by case. */
async function takeBatch(
  taking: Taking,
  batch: readonly Drafted[],
): Promise<{ taken: Taken[]; changed: (Drafted & { known: store.KnownOrder })[] }> {
  const { app, desk, importId, over } = taking
  return inScope(app.db, job, async (tx) => {
    await store.lockDesk(tx, desk.id)
    const numbers = batch.map(({ draft }) => draft.number)
    const rows = await store.findKnown(tx, desk, numbers)
    const known = new Map(rows.map((row) => [row.number, row]))
    const unknown = batch.filter(({ draft }) => !known.has(draft.number))
    const forgotten = await forgottenAmong(
      tx,
      desk,
      unknown.map(({ draft }) => draft),
    )
    const fresh = unknown.filter(({ draft }) => forgotten.get(draft.number)?.again !== false)
    const cases = await register(taking, tx, fresh, forgotten)
    const changed = batch.flatMap((each) => {
      const row = known.get(each.draft.number)
      const isChange = row?.areaId === desk.id && !over && !row.contentHash.equals(each.contentHash)
      return row === undefined || !isChange ? [] : [{ ...each, known: row }]
    })
    const again = new Set(changed.map(({ draft }) => draft.number))
    const taken = batch.flatMap(({ draft: { number } }): Taken[] => {
      if (again.has(number)) return []
      const row = known.get(number)
      const caseNumber = row?.caseNumber ?? cases.get(number) ?? forgotten.get(number)?.caseNumber
      if (caseNumber === undefined) return []
      // Taken in by this very import before it was cut off: it counts as taken in.
      const became = cases.has(number) || row?.importId === importId ? 'new' : 'known'
      return [{ number, became, caseNumber }]
    })
    return { taken, changed }
  })
}

async function register(
  { app, who, desk, importId, place }: Taking,
  tx: Tx,
  fresh: readonly Drafted[],
  forgotten: ReadonlyMap<string, Forgotten>,
): Promise<Map<string, string>> {
  if (fresh.length === 0) return new Map()
  const placings = fresh.map(({ draft }) => place(draft))
  const at = app.now()
  const asked = fresh.map(({ draft }, i): Asked => {
    const placing = placings[i]
    assert(placing !== undefined, 'every order was placed')
    const before = forgotten.get(draft.number)
    const mark = before === undefined ? [] : [String(before.next)]
    return {
      who,
      externalId: outsideNumber(draft.number, before?.next),
      ...(before !== undefined && { linkedTo: before.caseNumber }),
      input: {
        commandId: steadyId('order', String(desk.id), draft.number, ...mark),
        source: 'HOTLINE_12345',
        ...callOf(draft),
        category: placing.category ?? unsortedCode,
        ...(placing.point === null ? { area: placing.area.code } : { point: placing.point }),
        ...(draft.address !== '' && { address: withoutCaller(draft.address, draft) }),
      },
    }
  })
  const receipts = await reportWithin(app, tx, asked, () => at)
  const orders = fresh.map(({ draft, contentHash }, i): store.NewOrder => {
    const receipt = receipts[i]
    assert(receipt?.ok === true, 'an order with words and a place is never refused')
    return {
      id: app.newId(),
      draft,
      placed: placings[i]?.placed ?? 'none',
      caseNumber: receipt.value.number,
      contentHash,
      again: (forgotten.get(draft.number)?.next ?? 1) - 1,
    }
  })
  await store.addOrders(tx, { areaId: desk.id, importId, at }, orders)
  return new Map(orders.map(({ draft, caseNumber }) => [draft.number, caseNumber]))
}

/**
 * Said in the journal of its case, in the transaction that keeps the new deadlines; an archived case keeps only these. Of an
 * order that was answered it may be the same complaint once more.
 */
async function takeChange(
  { app, who, desk }: Taking,
  { draft, contentHash, known }: Drafted & { known: store.KnownOrder },
): Promise<Taken> {
  // What was so before may become so again: each change is one of its own.
  const mark = [known.id, known.changedAt ?? '', contentHash.toString('hex')]
  const [own] = await inScope(app.db, job, (tx) => standingAmong(tx, [known.caseNumber]))
  const text = own?.text ?? ''
  const of = {
    number: known.follows,
    commandId: steadyId('order changed', ...mark),
    words: changedWords(draft, desk.timeZone),
    isAgain: (answeredAt: string | null) => isSentAgain(draft, { ...known, text }, answeredAt),
    report: {
      who,
      externalId: outsideNumber(draft.number, known.again + 2),
      input: { commandId: steadyId('order again', ...mark), ...callOf(draft) },
    },
  }
  const heard = await hearFromHotline(app, desk, of, (tx, { again, goesOn }) =>
    store.changeOrder(
      tx,
      { areaId: desk.id, id: known.id, at: app.now(), contentHash, again, goesOn },
      draft,
    ),
  )
  assert(heard.ok, 'the case of an order is there')
  return {
    number: draft.number,
    became: 'changed',
    caseNumber: heard.value.goesOn ?? known.caseNumber,
  }
}

/** The complaint without its place; the caller's own name and number go sealed. */
const callOf = (draft: OrderDraft) => ({
  text: wordsOfCase(draft),
  urgent: draft.urgent,
  ...(draft.name !== '' && { name: draft.name }),
  ...(draft.phone !== '' && { phone: draft.phone }),
})

const saidMax = 380

function changedWords(draft: OrderDraft, timeZone: string): string {
  const { answerBy } = draft
  const due =
    answerBy === null
      ? ''
      : `答复期限 ${localDate(answerBy, timeZone)} ${localTime(answerBy, timeZone)}。`
  const words = [...wordsOfCase(draft)]
  const said = words.length > saidMax ? `${words.slice(0, saidMax).join('')}……` : words.join('')
  return `工单有更新。${due}现内容：${said}`
}

type Counts = store.Counts & { rows: number }

/** Batch by batch, so that other requests are answered in between and whoever waits sees how far it is. */
async function takeAll(
  taking: Taking,
  ready: readonly Drafted[],
  onTaken: (taken: readonly Taken[], seen: number) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < ready.length; at += batchRows) {
    const batch = ready.slice(at, at + batchRows)
    const { taken, changed } = await takeBatch(taking, batch)
    const changes: Taken[] = []
    for (const each of changed) changes.push(await takeChange(taking, each))
    await onTaken([...taken, ...changes], at + batch.length)
  }
}

type OfFile = {
  id: string
  fileName: string
  source: TableSource
  fileHash: Buffer
  mapping: OrderMapping
}
type Imported = { row: store.ImportRow; judged: JudgedFile }

export async function takeFile(
  app: App,
  who: Who,
  desk: Area,
  { file, onSeen }: { file: OfFile; onSeen?: (seen: number) => void },
): Promise<Result<Imported, FileFault | 'column_missing' | 'command_reused'>> {
  const { source, mapping } = file
  const judged = await judgeFile(app, desk, { source, mapping, remembered: null })
  if (!judged.ok) return judged
  const { missing, lacking, ready, rejects, repeated, rows } = judged.value
  if (missing.length > 0 || lacking.length > 0) return refused('column_missing')
  const begun = await begin(app, who, desk, { ...file, rows })
  if (begun === null) return refused('command_reused')
  if (begun.finishedAt !== null) return done({ row: begun, judged: judged.value })
  const counts = { taken: 0, known: repeated, changed: 0, rejected: rejects.length }
  const place = placerFor(app, desk, mapping)
  const taking: Taking = { app, who, desk, importId: file.id, place, over: false }
  await takeAll(taking, ready, async (taken, seen) => {
    for (const { became } of taken) counts[became === 'new' ? 'taken' : became] += 1
    onSeen?.(seen)
    await inScope(app.db, job, (tx) => store.noteSeen(tx, { areaId: desk.id, id: file.id, seen }))
  })
  const row = await finish(app, desk, { id: file.id, counts, mapping })
  return done({ row, judged: judged.value })
}

/** Null where this id was another file; of one that was finished before, what became of it then. */
function begin(
  app: App,
  who: Who,
  desk: Area,
  file: { id: string; fileName: string; fileHash: Buffer; rows: number },
): Promise<store.ImportRow | null> {
  return inScope(app.db, job, async (tx) => {
    await store.lockDesk(tx, desk.id)
    const by = byOf(who.actor)
    await store.addImport(tx, { areaId: desk.id, ...file, by, at: app.now() })
    const row = await store.findImport(tx, file.id, desk.id)
    return row !== null && row.fileHash.equals(file.fileHash) ? row : null
  })
}

function finish(
  app: App,
  desk: Area,
  { id, counts, mapping }: { id: string; counts: store.Counts; mapping: OrderMapping | null },
): Promise<store.ImportRow> {
  return inScope(app.db, job, async (tx) => {
    if (mapping !== null) await store.keepMapping(tx, desk.id, mapping)
    // Of two who took the same file in at the same time, the later reads what the earlier wrote down.
    const open = await store.findImport(tx, id, desk.id)
    const row =
      open?.finishedAt === null
        ? await store.finishImport(tx, { areaId: desk.id, id, at: app.now(), counts })
        : open
    assert(row !== null, 'an import that was begun can be finished')
    return row
  })
}

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()

export async function importOrders(
  app: App,
  who: Who,
  input: InputOf<typeof contract.importOrders>,
): Promise<
  Result<
    OutputOf<typeof contract.importOrders>,
    DeskRefusal | FileFault | 'column_missing' | 'command_reused'
  >
> {
  const desk = keptDesk(app, who, input.areaCode)
  if (!desk.ok) return desk
  const bytes = Buffer.from(input.content, 'base64')
  const { commandId: id, fileName, mapping } = input
  const fileHash = sha256(`${sha256(bytes).toString('hex')} ${canonical(mapping)}`)
  const file = { id, fileName, mapping, source: sourceOfBytes(bytes), fileHash }
  const taken = await takeFile(app, who, desk.value, { file })
  if (!taken.ok) return taken
  const { row, judged } = taken.value
  return done({ id, ...countsOf(row), rejects: judged.rejects.slice(0, rejectsMax) })
}

const countsOf = ({ rows, taken, known, changed, rejected }: Counts): Counts => ({
  rows,
  taken,
  known,
  changed,
  rejected,
})

/** As JSON: every key of an order is the heading of its field. */
export async function putOrders(
  app: App,
  who: Who,
  { commandId: id, areaCode, orders, coordinates }: InputOf<typeof contract.putOrders>,
): Promise<Result<OutputOf<typeof contract.putOrders>, DeskRefusal | 'command_reused'>> {
  const desk = keptDesk(app, who, areaCode)
  if (!desk.ok) return desk
  const mapping: OrderMapping = {
    ...(await rememberedWords(app, desk.value)),
    columns: Object.fromEntries(orderFields.map((field) => [field, field])),
    ...(coordinates !== undefined && { coordinates }),
  }
  const rows = orders.map((order, at) => ({
    line: at + 1,
    cells: orderFields.map((field) => order[field] ?? null),
    trouble: null,
  }))
  const judged = await judgeRows(app, desk.value, { headings: orderFields, rows, mapping })
  const fileHash = sha256(canonical({ orders, coordinates: coordinates ?? null }))
  const file = { id, fileName: 'JSON', fileHash, rows: rows.length }
  const begun = await begin(app, who, desk.value, file)
  if (begun === null) return refused('command_reused')
  const place = placerFor(app, desk.value, mapping)
  const all: Taken[] = []
  const over = begun.finishedAt !== null
  const taking: Taking = { app, who, desk: desk.value, importId: id, place, over }
  await takeAll(taking, judged.ready, async (taken) => void all.push(...taken))
  const { rejects, repeated } = judged
  const counts = {
    taken: all.filter(({ became }) => became === 'new').length,
    known: all.filter(({ became }) => became === 'known').length + repeated,
    changed: all.filter(({ became }) => became === 'changed').length,
    rejected: rejects.length,
  }
  const row =
    begun.finishedAt === null ? await finish(app, desk.value, { id, counts, mapping: null }) : begun
  return done({
    ...countsOf(row),
    orders: [
      ...all.map((each) => ({ ...each, fault: null })),
      ...rejects.map(({ number, fault }) => ({
        number,
        became: 'rejected' as const,
        caseNumber: null,
        fault,
      })),
    ],
  })
}

/** What the desk put names of areas and categories to holds for the hotline's machine, too. */
async function rememberedWords(app: App, desk: Area): Promise<Omit<OrderMapping, 'columns'>> {
  const {
    columns: _columns,
    file: _file,
    ...words
  } = (await rememberedAt(app, desk)) ?? {
    columns: {},
  }
  return words
}
