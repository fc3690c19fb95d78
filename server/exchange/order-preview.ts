// What a file of orders would become, shown before anything is written: new ones with their place and what may be the same
// matter, known ones, changed ones, and rows to mend.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import type * as contract from '#core/exchange/contract-orders.ts'
import type { OrderRow } from '#core/exchange/contract-orders.ts'
import { isSentAgain, wordsOfCase } from '#core/exchange/order.ts'
import { type Result, done } from '#core/kit/result.ts'
import type { Area } from '#core/places/area.ts'
import type { App, Who } from '../app.ts'
import { standingAmong } from '../cases/order-hearing.ts'
import { comparedMax, comparerOf } from '../cases/orders.ts'
import { breather } from '../kit/breathing.ts'
import { inScope } from '../kit/db.ts'
import { sourceOfBytes } from '../kit/table-file.ts'
import { categoriesAt } from '../places/index-of-places.ts'
import { type DeskRefusal, keptDesk } from './order-desk.ts'
import { type Forgotten, forgottenAmong } from './order-forgotten.ts'
import { type Drafted, type FileFault, judgeFile } from './order-judging.ts'
import { type Placing, placerFor } from './order-placing.ts'
import * as store from './store-orders.ts'

const shownMax = 200
const rejectsMax = 500
const textShown = 120
const numbersAtOnce = 1000

type Preview = OutputOf<typeof contract.previewOrders>

export async function previewOrders(
  app: App,
  who: Who,
  input: InputOf<typeof contract.previewOrders>,
): Promise<Result<Preview, DeskRefusal | FileFault>> {
  const desk = keptDesk(app, who, input.areaCode)
  if (!desk.ok) return desk
  const area = desk.value
  const remembered = await rememberedAt(app, area)
  const judged = await judgeFile(app, area, {
    source: sourceOfBytes(Buffer.from(input.content, 'base64')),
    mapping: input.mapping,
    remembered,
  })
  if (!judged.ok) return judged
  const { ready, rejects, repeated, headings, mapping, missing, lacking, rows } = judged.value
  const known = await knownOf(app, area, ready)
  const place = placerFor(app, area, mapping)
  const forgotten = await forgottenOf(app, area, { ready, known })
  const becomings = ready.map((each) => becoming(area, each, { known, forgotten }))
  const sentAgain = await sentAgainAmong(app, ready, { becomings, known })
  const placed: Placed[] = []
  const breathe = breather()
  for (const [i, each] of ready.entries()) {
    const becomes = becomings[i] ?? { becomes: 'known', caseNumber: null }
    const again = sentAgain.has(each.draft.number)
    placed.push({ ...each, ...becomes, again, at: place(each.draft) })
    await breathe()
  }
  const fresh = placed.filter(({ becomes }) => becomes === 'new')
  const shown = placed.toSorted((a, b) => urgency(b) - urgency(a)).slice(0, shownMax)
  return done({
    desk: app.places.geography.label(area),
    headings,
    mapping,
    missing,
    lacking,
    rows,
    fresh: fresh.length,
    known: placed.filter(({ becomes }) => becomes === 'known').length + repeated,
    changed: placed.filter(({ becomes }) => becomes === 'changed').length,
    again: sentAgain.size,
    rejected: rejects.length,
    unplaced: fresh.filter(({ at }) => at.placed === 'none' || at.placed === 'elsewhere').length,
    urgent: fresh.filter(({ draft }) => draft.urgent).length,
    ...(await viewsOf(app, who, area, shown)),
    rejects: rejects.slice(0, rejectsMax),
  })
}

export const rememberedAt = (app: App, desk: Area) =>
  inScope(
    app.db,
    { kind: 'job' },
    async (tx) => (await store.findMapping(tx, desk.id))?.mapping ?? null,
  )

async function knownOf(app: App, desk: Area, ready: readonly Drafted[]) {
  const known = new Map<string, store.KnownOrder>()
  for (let at = 0; at < ready.length; at += numbersAtOnce) {
    const numbers = ready.slice(at, at + numbersAtOnce).map(({ draft }) => draft.number)
    const rows = await inScope(app.db, { kind: 'job' }, (tx) => store.findKnown(tx, desk, numbers))
    for (const row of rows) known.set(row.number, row)
  }
  return known
}

async function forgottenOf(
  app: App,
  desk: Area,
  { ready, known }: { ready: readonly Drafted[]; known: KnownOrders },
) {
  const drafts = ready.flatMap(({ draft }) => (known.has(draft.number) ? [] : [draft]))
  const all = new Map<string, Forgotten>()
  for (let at = 0; at < drafts.length; at += numbersAtOnce) {
    const some = drafts.slice(at, at + numbersAtOnce)
    const found = await inScope(app.db, { kind: 'job' }, (tx) => forgottenAmong(tx, desk, some))
    for (const [number, one] of found) all.set(number, one)
  }
  return all
}

type Becoming = Pick<OrderRow, 'becomes' | 'caseNumber'>
type KnownOrders = ReadonlyMap<string, store.KnownOrder>

/** Answered, and now sent again: as it will be judged under the lock of its case. */
async function sentAgainAmong(
  app: App,
  ready: readonly Drafted[],
  { becomings, known }: { becomings: readonly Becoming[]; known: KnownOrders },
): Promise<Set<string>> {
  const changed = ready.flatMap(({ draft }, i) => {
    const row = known.get(draft.number)
    return becomings[i]?.becomes === 'changed' && row !== undefined ? [{ draft, row }] : []
  })
  const numbers = changed.flatMap(({ row }) => [row.follows, row.caseNumber])
  const found = await inScope(app.db, { kind: 'job' }, async (tx) => {
    const all = []
    for (let at = 0; at < numbers.length; at += numbersAtOnce)
      all.push(...(await standingAmong(tx, numbers.slice(at, at + numbersAtOnce))))
    return new Map(all.map((each) => [each.number, each]))
  })
  const isAgain = ({ draft, row }: (typeof changed)[number]) => {
    const answered = found.get(row.follows)
    const text = found.get(row.caseNumber)?.text ?? ''
    return isSentAgain(draft, { ...row, text }, answered?.answeredAt ?? null)
  }
  return new Set(changed.filter(isAgain).map(({ draft }) => draft.number))
}

type Before = { known: KnownOrders; forgotten: ReadonlyMap<string, Forgotten> }

function becoming(
  desk: Area,
  { draft, contentHash }: Drafted,
  { known, forgotten }: Before,
): Becoming {
  const row = known.get(draft.number)
  if (row === undefined) {
    const before = forgotten.get(draft.number)
    if (before?.again === false) return { becomes: 'known', caseNumber: before.caseNumber }
    return { becomes: 'new', caseNumber: null }
  }
  const same = row.areaId !== desk.id || row.contentHash.equals(contentHash)
  return { becomes: same ? 'known' : 'changed', caseNumber: row.caseNumber }
}

type Placed = Drafted & Becoming & { again: boolean; at: Placing }

/** What somebody should look at stands first: urgent, changed, without a place; what is known already comes last. */
function urgency({ becomes, again, draft, at }: Placed): number {
  if (becomes === 'known') return 0
  const unplaced = at.placed === 'none' || at.placed === 'elsewhere'
  return (
    1 +
    (again ? 16 : 0) +
    (draft.urgent ? 8 : 0) +
    (becomes === 'changed' ? 4 : 0) +
    (unplaced ? 2 : 0)
  )
}

async function viewsOf(
  app: App,
  { actor }: Who,
  desk: Area,
  shown: readonly Placed[],
): Promise<Pick<Preview, 'shown' | 'comparedWith'>> {
  const categories = categoriesAt(app, desk.path, app.now())
  // A token of orders reads no case; what is alike would tell it how others began.
  const comparer =
    actor.kind === 'person'
      ? await inScope(app.db, { kind: 'job' }, (tx) => comparerOf(tx, desk.path))
      : null
  const rows: OrderRow[] = []
  const breathe = breather()
  for (const { line, draft, becomes, again, caseNumber, at } of shown) {
    const category = at.category === null ? undefined : categories.get(at.category)
    const typed = { text: `${draft.text} ${draft.address}`, path: at.area.path, point: at.point }
    const unplaced = at.placed === 'none' || at.placed === 'elsewhere'
    rows.push({
      line,
      number: draft.number,
      becomes,
      again,
      kind: draft.kind,
      urgent: draft.urgent,
      confidential: draft.confidential,
      answerBy: draft.answerBy,
      text: [...wordsOfCase(draft)].slice(0, textShown).join(''),
      placed: at.placed,
      place: unplaced ? null : app.places.geography.label(at.area),
      category: category === undefined ? null : { zh: category.zh, en: category.en },
      caseNumber,
      alike: becomes === 'new' ? (comparer?.alikeTo(typed) ?? []) : [],
    })
    await breathe()
  }
  return { shown: rows, comparedWith: comparer?.cut === true ? comparedMax : null }
}
