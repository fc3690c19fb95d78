// A report arrives, through any door: routed on the server, numbered, told why it goes where it goes. It is never
// refused for its place. Residents need no account; name and number are optional and sealed before they are stored.

import { sql } from 'kysely'
import type { Source } from '#core/cases/case.ts'
import type { reportCase as contract } from '#core/cases/contract-moves.ts'
import { decideReport } from '#core/cases/intake.ts'
import type { Placed, Report } from '#core/cases/intake.ts'
import { openClock } from '#core/cases/ticking.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import { normalisePhone } from '#core/people/contact.ts'
import { roots } from '#core/people/rights.ts'
import type { Area } from '#core/places/area.ts'
import { idsOfPath } from '#core/places/area.ts'
import type { App, Who } from '../app.ts'
import { claimPhotos } from '../files/files.ts'
import { firstOf, once } from '../kit/db.ts'
import type { Tx } from '../kit/db.ts'
import type { RoutingDecision } from '#core/places/routing.ts'
import { locate } from '../places/index-of-places.ts'
import { receiverName } from './receivers.ts'
import { secretHash, voiceSecret } from './secrets.ts'
import { settingsAt } from './settings.ts'
import { save } from './store.ts'
import type { NewVoice, Saving } from './store.ts'

type Input = InputOf<typeof contract>
export type Receipt = OutputOf<typeof contract>

/** What nobody has sorted yet: the duty person gives it its category when filing. */
export const unsorted = 'C99'

export function reportCase(app: App, who: Who, input: Input): Promise<Result<Receipt>> {
  const { commandId, ...content } = input
  const veil = {
    store: (receipt: Receipt) => ({ ...receipt, secret: receipt.secret === null ? null : '' }),
    recall: (stored: unknown) => {
      const receipt = stored as Receipt
      return receipt.secret === null
        ? receipt
        : { ...receipt, secret: voiceSecret(app.keys, receipt.number, commandId) }
    },
  }
  const actor = { id: who.signedIn ? who.actor.id : 'open' }
  return once(app, actor, { kind: 'intake' }, { commandId, content, veil }, async (tx, now) => {
    const prepared = prepare(app, who, input, now())
    if (!prepared.ok) return prepared
    const { missing } = await claimPhotos(tx, input.photos ?? [], prepared.value.at)
    if (missing.length > 0) return refused('no_such_photo')
    const serial = await nextSerial(tx, prepared.value)
    const { saving, receipt } = numbered(app, who, input, prepared.value, serial)
    if (!saving.ok) return saving
    await save(tx, saving.value)
    app.journal.wake()
    return done(receipt(saving.value))
  })
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
function prepare(app: App, who: Who, input: Input, at: string): Result<Prepared> {
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
  const source = sourceOf(who, input)
  const category = input.category ?? unsorted
  const settings = settingsAt(app, filed.id, at)
  const urgent =
    (who.signedIn && input.urgent === true) || (settings.category(category)?.urgent ?? false)
  const report: Report = {
    source,
    category,
    urgent,
    text: input.text.trim(),
    address: input.address?.trim() || null,
    point: route.situation === 1 ? null : (input.point ?? null),
    photos: input.photos ?? [],
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

function sourceOf(who: Who, input: Input): Source {
  if (!who.signedIn) return 'RESIDENT_WEB'
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

async function nextSerial(tx: Tx, { receiving, year }: Prepared): Promise<number> {
  const row = await firstOf(
    tx,
    sql<{ last: number }>`
      insert into cases.serials as s (community_id, year, last)
      values (${receiving.id}, ${year}, 1)
          on conflict (community_id, year) do update
         set last = s.last + 1
   returning last`,
  )
  return row?.last ?? 1
}

function numbered(app: App, who: Who, input: Input, p: Prepared, serial: number) {
  const number = `${p.receiving.code}-${String(p.year).padStart(2, '0')}-${String(serial).padStart(5, '0')}`
  const settings = settingsAt(app, p.route.areaId, p.at)
  const placed: Placed = {
    id: app.newId(),
    number,
    communityId: p.receiving.id,
    homeAreaId: p.homeAreaId,
    filedAreaId: p.route.areaId,
    gridId: p.route.gridId,
  }
  const decided = decideReport(p.report, placed, who.actor, settings)
  const secret = p.report.voice === null ? null : voiceSecret(app.keys, number, input.commandId)
  const saving: Result<Saving> = decided.ok
    ? done({
        before: null,
        change: decided.value,
        beside: { routing: p.route, externalId: null },
        commandId: input.commandId,
        settings,
        voices: secret === null ? [] : [newVoice(app, placed, input, secret)],
      })
    : decided
  const receipt = (saved: Saving): Receipt => ({
    number,
    secret,
    sentence: p.route.sentence,
    responsible: receiverName(app, { areaId: p.homeAreaId, unitId: null }),
    dueAt: openClock(saved.change.file, 'ACCEPT')?.dueAt ?? null,
    offered: p.route.offered ?? null,
  })
  return { saving, receipt }
}

function newVoice(app: App, placed: Placed, input: Input, secret: string): NewVoice {
  const place = {
    table: 'cases.contacts',
    communityId: placed.communityId,
    caseId: placed.id,
    voice: 1,
  }
  const name = input.name?.trim() ?? ''
  const phone = input.phone?.trim() ?? ''
  return {
    serial: 1,
    secretHash: secretHash(app.keys, placed.number, secret),
    sealedName: name === '' ? null : app.keys.seal(name, { ...place, column: 'name' }),
    sealedPhone:
      phone === ''
        ? null
        : app.keys.seal(normalisePhone(phone) ?? phone, { ...place, column: 'phone' }),
    eraseAfter: null,
  }
}
