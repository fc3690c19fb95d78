// A report arrives, through any door: routed on the server, numbered, told why it goes where it goes. It is never
// refused for its place. Residents need no account; name and number are optional and sealed before they are stored.

import type { Source } from '#core/cases/case.ts'
import type { reportCase as contract } from '#core/cases/contract-report.ts'
import { decideReport, entersUrgent } from '#core/cases/intake.ts'
import { contactFields } from '#core/cases/personal.ts'
import type { Placed, Report } from '#core/cases/intake.ts'
import { withMadeAt } from '#core/cases/made-at.ts'
import { openClock } from '#core/cases/ticking.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import { normalisePhone } from '#core/people/contact.ts'
import { roots, tokenMay } from '#core/people/rights.ts'
import type { Area } from '#core/places/area.ts'
import { idsOfPath } from '#core/places/area.ts'
import type { App, Who } from '../app.ts'
import { claimPhotos } from '../files/files.ts'
import { type Batches, createBatches } from '../kit/batches.ts'
import { once } from '../kit/db.ts'
import type { Command, TakeNow, Tx } from '../kit/db.ts'
import { unsortedCode } from '#core/places/category.ts'
import type { RoutingDecision } from '#core/places/routing.ts'
import { locate } from '../places/index-of-places.ts'
import { toldOn } from '../people/privacy.ts'
import { receiverName } from './receivers.ts'
import { secretHash, secretsOf } from './secrets.ts'
import { settingsAt } from './settings.ts'
import { saveNew, saveNewLast } from './store.ts'
import type { NewVoice, Saving } from './store.ts'

type Input = InputOf<typeof contract>
export type Receipt = OutputOf<typeof contract>

/**
 * `linkedTo`: the closed case that is still broken and can no longer be reopened. `externalId`: the number under which
 * another system knows it. `handedOver`: whoever takes the orders of a hotline in has looked who hands them over.
 */
export type Asked = {
  who: Who
  input: Input
  linkedTo?: string
  externalId?: string
  handedOver?: boolean
}

/** What is stored of a receipt, and how the secret comes back into it on a repeat. */
function veilOf(app: App, commandId: string) {
  return {
    store: (receipt: Receipt) =>
      receipt.secret === null ? receipt : { ...receipt, secret: '', link: '' },
    recall: (stored: unknown) => {
      // What was answered before links had a secret has none to give again.
      const receipt = { link: null, ...(stored as Partial<Receipt>) } as Receipt
      if (receipt.secret === null) return receipt
      const secrets = secretsOf(app.keys, receipt.number, commandId)
      return { ...receipt, ...secrets, link: receipt.link === null ? null : secrets.link }
    },
  }
}

const intake = { kind: 'intake' } as const
const openActor = { id: 'open' }
const queueOf = new WeakMap<App, Batches<Asked, Receipt, string>>()

/** Reports of residents arrive together and share a commit; those of staff and other systems stand alone. */
export function reportCase(
  app: App,
  who: Who,
  input: Input,
  known: Pick<Asked, 'externalId'> = {},
): Promise<Result<Receipt>> {
  const { commandId, ...content } = input
  const command = { commandId, content, veil: veilOf(app, commandId) }
  const alone = (actor: { id: string }, asked: Asked, sent: Command<Receipt>) =>
    once(app, actor, intake, sent, async (tx, now) => {
      const [answer] = await reportAll(app, tx, [asked], now)
      return answer ?? refused('trouble')
    })
  if (isKnown({ who })) return alone(who.actor, { who, input, ...known }, command)
  let queue = queueOf.get(app)
  if (queue === undefined) {
    queue = createBatches<Asked, Receipt, string>(app, {
      actor: openActor,
      scope: intake,
      together: (tx, asked, now) => reportAll(app, tx, asked, now),
      alone: (waiting) => alone(openActor, waiting.input, waiting.command),
    })
    queueOf.set(app, queue)
  }
  return queue.add({ who, input }, command)
}

/** The same for reports that another system handed over, where more is written in their transaction after them. */
export const reportWithin = (app: App, tx: Tx, asked: readonly Asked[], now: TakeNow) =>
  reportAll(
    app,
    tx,
    asked.map((each) => ({ ...each, handedOver: true })),
    now,
    saveNew,
  )

/** Decides and stores reports in one go: numbers in one statement, rows in another. */
export async function reportAll(
  app: App,
  tx: Tx,
  asked: readonly Asked[],
  now: TakeNow,
  store = saveNewLast,
): Promise<Result<Receipt>[]> {
  const at = now()
  const prepared = asked.map((each) => prepare(app, each, at))
  const photos = asked.flatMap(({ input }) => input.photos ?? [])
  const { missing } = await claimPhotos(tx, [...new Set(photos)], at)
  const unknown = new Set(missing)
  const fit = prepared.map((p, i) =>
    p.ok && (asked[i]?.input.photos ?? []).some((hash) => unknown.has(hash))
      ? refused('no_such_photo')
      : p,
  )
  const serials = await drawSerials(
    tx,
    fit.flatMap((p) => (p.ok ? [p.value] : [])),
  )
  const decided = fit.map((p, i) => {
    const one = asked[i]
    if (!p.ok || one === undefined) return p.ok ? refused('trouble') : p
    const { saving, receipt } = numbered(app, one, p.value, serials(p.value))
    return saving.ok ? done({ saving: saving.value, receipt: receipt(saving.value) }) : saving
  })
  const savings = decided.flatMap((d) => (d.ok ? [d.value.saving] : []))
  if (savings.length > 0) await store(tx, savings)
  app.journal.wake()
  return decided.map((d) => (d.ok ? done(d.value.receipt) : d))
}

type Prepared = {
  at: string
  route: RoutingDecision
  receiving: Area
  homeAreaId: number
  report: Report
  year: number
}

/** Everything that can be known before a number is drawn. */
function prepare(app: App, asked: Asked, at: string): Result<Prepared> {
  const { who, input } = asked
  const { geography } = app.places
  const empty =
    input.text.trim() === '' && (input.photos ?? []).length === 0 && input.category === undefined
  if (empty) return refused('text_missing')
  const chosen = input.area === undefined ? null : geography.findByCode(input.area)
  if (input.area !== undefined && chosen === null) return refused('no_such_area')
  const desk = deskOf(app, who)
  if (input.point === undefined && chosen === null && desk === null) return refused('place_missing')
  const route = locate(app, { point: input.point ?? null, chosen, desk, at })
  const filed = geography.get(route.areaId)
  const receiving = route.communityId === null ? filed : geography.get(route.communityId)
  const source = sourceOf(asked)
  const category = input.category ?? unsortedCode
  const settings = settingsAt(app, filed.id, at)
  const particulars = input.particulars ?? {}
  const said = { urgent: isKnown(asked) && input.urgent === true, particulars }
  const urgent = entersUrgent(said, settings.category(category))
  const report: Report = {
    source,
    category,
    urgent,
    text: input.text.trim(),
    address: input.address?.trim() || null,
    point: route.situation === 1 ? null : (input.point ?? null),
    photos: input.photos ?? [],
    particulars,
    voice: hasVoice(source, input) ? { hasContact: leavesContact(input) } : null,
  }
  const homeAreaId = homeLayer(app, filed, { urgent, source })
  const year = Number(localDate(at, receiving.timeZone).slice(2, 4))
  return done({ at, route, receiving, homeAreaId, report, year })
}

const leavesContact = (input: Input): boolean => (input.phone ?? '').trim() !== ''

/** Finds of staff and devices have no voice, unless somebody left a number with them. */
function hasVoice(source: Source, input: Input): boolean {
  const found: readonly Source[] = ['GRID_PATROL', 'DEVICE', 'UPPER_LEVEL', 'OTHER_SYSTEM']
  return !found.includes(source) || leavesContact(input)
}

/** Staff, and systems whose token lets them report; whoever else comes by this door is anybody. */
const isKnown = ({
  who: { actor },
  handedOver = false,
}: Pick<Asked, 'who' | 'handedOver'>): boolean =>
  handedOver ||
  actor.kind === 'person' ||
  (['cases:report', 'open311'] as const).some((scope) => tokenMay(actor, scope))

function sourceOf(asked: Asked): Source {
  const { who, input } = asked
  if (!isKnown(asked)) return 'RESIDENT_WEB'
  if (who.actor.kind === 'system') return input.source ?? 'OTHER_SYSTEM'
  return input.source ?? 'GRID_PATROL'
}

/** The area in whose name a member of staff sits at the desk: where his first grant lies. */
function deskOf(app: App, who: Who): Area | null {
  const path = roots(who.actor)[0]
  const id = path === undefined ? undefined : idsOfPath(path).at(-1)
  return id === undefined ? null : app.places.geography.find(id)
}

/** The community by default; the street centre for urgent, unplaced and hotline cases (loop.md 4, rule 1). */
export function homeLayer(
  app: Pick<App, 'places'>,
  filed: Area,
  of: { urgent: boolean; source: Source },
): number {
  const { geography } = app.places
  const above = [filed, ...geography.ancestors(filed).toReversed()]
  const street = above.find((area) => area.level === 'street')
  const central = of.urgent || of.source === 'HOTLINE_12345'
  if (central && street !== undefined) return street.id
  return (geography.communityOf(filed) ?? filed).id
}

/** Counts up the serials of all areas concerned, in one order, and hands them out one by one. */
async function drawSerials(
  tx: Tx,
  prepared: readonly Prepared[],
): Promise<(p: Prepared) => number> {
  const wanted = new Map<string, { communityId: number; year: number; count: number }>()
  const keyOf = (p: Prepared) => `${p.receiving.id} ${p.year}`
  for (const p of prepared) {
    const held = wanted.get(keyOf(p)) ?? { communityId: p.receiving.id, year: p.year, count: 0 }
    wanted.set(keyOf(p), { ...held, count: held.count + 1 })
  }
  const rows = [...wanted.values()].toSorted(
    (a, b) => a.communityId - b.communityId || a.year - b.year,
  )
  if (rows.length === 0) return () => 0
  const drawn = await tx.prepared<{ communityId: number; year: number; last: number }>(
    'cases.serials',
    `insert into cases.serials as s (community_id, year, last)
     select r.community_id, r.year, r.count
       from unnest($1::bigint[], $2::smallint[], $3::integer[]) as r (community_id, year, count)
         on conflict (community_id, year) do update
        set last = s.last + excluded.last
  returning s.community_id as "communityId", s.year, s.last`,
    [rows.map((r) => r.communityId), rows.map((r) => r.year), rows.map((r) => r.count)],
  )
  const next = new Map(
    drawn.map((d) => {
      const key = `${d.communityId} ${d.year}`
      return [key, d.last - (wanted.get(key)?.count ?? 1) + 1]
    }),
  )
  return (p) => {
    const serial = next.get(keyOf(p)) ?? 1
    next.set(keyOf(p), serial + 1)
    return serial
  }
}

function numbered(app: App, asked: Asked, p: Prepared, serial: number) {
  const { who, input, linkedTo, externalId = null } = asked
  const number = `${p.receiving.code}-${String(p.year).padStart(2, '0')}-${String(serial).padStart(5, '0')}`
  const settings = settingsAt(app, p.route.areaId, p.at)
  const placed: Placed = {
    id: app.newId(),
    number,
    communityId: p.receiving.id,
    homeAreaId: p.homeAreaId,
    filedAreaId: p.route.areaId,
    gridId: p.route.gridId,
    ...(linkedTo !== undefined && { linkedTo }),
  }
  const { madeAt } = input
  const decided = withMadeAt(decideReport(p.report, placed, who.actor, settings), madeAt, p.at)
  const secrets = p.report.voice === null ? null : secretsOf(app.keys, number, input.commandId)
  const saving: Result<Saving> = decided.ok
    ? done({
        before: null,
        change: decided.value,
        beside: { routing: p.route, externalId },
        commandId: input.commandId,
        settings,
        voices:
          secrets === null
            ? []
            : [newVoice(app, placed, input, { ...secrets, serial: 1, at: p.at })],
      })
    : decided
  const receipt = (saved: Saving): Receipt => ({
    number,
    secret: secrets?.secret ?? null,
    link: secrets?.link ?? null,
    sentence: p.route.sentence,
    responsible: receiverName(app, { areaId: p.homeAreaId, unitId: null }),
    dueAt: openClock(saved.change.file, 'ACCEPT')?.dueAt ?? null,
    offered: p.route.offered ?? null,
  })
  return { saving, receipt }
}

/** A voice as it is stored: two hashes, and what was left to be reached at, sealed. */
export function newVoice(
  app: App,
  of: { id: string; number: string; communityId: number; filedAreaId: number },
  left: { name?: string; phone?: string },
  { secret, link, serial, at }: { secret: string; link: string; serial: number; at: string },
): NewVoice {
  const place = {
    table: 'cases.contacts',
    communityId: of.communityId,
    caseId: of.id,
    voice: serial,
  }
  const name = left.name?.trim() ?? ''
  const typed = left.phone?.trim() ?? ''
  const phone = normalisePhone(typed) ?? typed
  return {
    serial,
    secretHash: secretHash(app.keys, of.number, secret),
    linkHash: secretHash(app.keys, of.number, link),
    sealedName: name === '' ? null : app.keys.seal(name, { ...place, column: 'name' }),
    sealedPhone: phone === '' ? null : app.keys.seal(phone, { ...place, column: 'phone' }),
    phoneIndex: phone === '' ? null : app.keys.blindIndex('phone', phone),
    eraseAfter: null,
    toldOn: name === '' && phone === '' ? null : toldOn(app, contactFields, of.filedAreaId, at),
  }
}
