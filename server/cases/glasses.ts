// Break-glass as use-cases. What is shown is read through the scope of that one case, the narrowest there is; the line in
// the log of looks is committed before anything is shown.
import type { CaseFile } from '#core/cases/case.ts'
import * as rules from '#core/cases/break-glass.ts'
import type * as contract from '#core/cases/contract-glass.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, assert, done, refused } from '#core/kit/result.ts'
import { isInstant } from '#core/kit/time.ts'
import { maskName, maskPhone } from '#core/people/contact.ts'
import type { Person } from '#core/people/actor.ts'
import { type Spot, hasRight, headAt, parentHead, parentSpot } from '#core/people/rights.ts'
import { roles } from '#core/people/roles.ts'
import { postWords } from '#core/people/words.ts'
import type { App, Who } from '../app.ts'
import { type Scope, type Tx, inScope, once } from '../kit/db.ts'
import { tell } from '../notices/notices.ts'
import { recordLook } from '../people/looks.ts'
import { headOf } from '../people/responsible.ts'
import { areaLabel, categoryLabel, timelineOf } from './case-view.ts'
import { contactPlace, isKept, officeOf } from './contacts.ts'
import { reviewDueOf } from './glass-due.ts'
import * as reads from './reads.ts'
import { settingsAt } from './settings.ts'
import * as store from './store-glasses.ts'
import { readCase } from './store.ts'

const job = { kind: 'job' } as const

const spotAt = (app: App, areaId: number): Spot => ({
  areaId,
  areaPath: app.places.geography.get(areaId).path,
})

/** One case and nothing else; no voice has the number nought, so no contact either. */
const ofCase = (caseId: string, voice = 0): Scope => ({ kind: 'voice', caseId, voice })

type Opened = Result<OutputOf<typeof contract.breakGlass>, rules.GlassRefusal | 'command_reused'>

export async function breakGlass(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.breakGlass>,
): Promise<Opened> {
  const { actor } = who
  if (actor.kind !== 'person' || !rules.mayBreakGlass(actor)) return refused('not_allowed')
  const seen = await inScope(app.db, who.scope, (tx) => readCase(tx, input.number))
  return once(app, actor, job, { commandId, content: input }, async (tx, now): Promise<Opened> => {
    const found = await readCase(tx, input.number)
    if (found === null) return refused('no_such_case')
    const at = now()
    const open = await store.countOpen(tx, actor.id, at)
    const asked = { reason: input.reason, sees: seen !== null, open }
    const why = rules.whyCannotBreak(actor, asked)
    if (why !== null) return refused(why)
    const { file } = found
    const office = officeOf(actor, spotOfActor(actor))
    const glass = {
      id: app.newId(),
      communityId: file.communityId,
      caseId: file.id,
      number: file.number,
      homeAreaId: file.homeAreaId,
      personId: actor.id,
      role: office.role,
      roleAreaId: office.areaId,
      reason: input.reason.trim(),
      at,
      endsAt: rules.glassEnds(at),
    }
    await store.addGlass(tx, glass)
    await logLooks(tx, glass, file, { fields: ['case'], at })
    await tellHead(app, tx, glass, actor)
    return done({ id: glass.id, endsAt: glass.endsAt })
  })
}

/** His own office, wherever it is: the first that decides about cases. */
function spotOfActor(actor: Person): Spot {
  const grant = actor.grants.find(({ role }) =>
    roles[role].marks.some((mark) => mark === 'DP' || mark === 'HD'),
  )
  assert(grant !== undefined, 'whoever may open has an office')
  return grant
}

type Looked = Pick<store.GlassRow, 'communityId' | 'personId' | 'role' | 'roleAreaId' | 'reason'>

async function logLooks(
  tx: Tx,
  glass: Looked,
  file: CaseFile,
  { fields, at }: { fields: string[]; at: string },
): Promise<void> {
  const voices = file.voices.length === 0 ? [1] : file.voices.map(({ serial }) => serial)
  for (const voice of voices)
    await recordLook(tx, {
      communityId: glass.communityId,
      personId: glass.personId,
      at,
      caseId: file.id,
      caseNumber: file.number,
      voice,
      fields,
      reason: glass.reason,
      role: glass.role,
      areaId: glass.roleAreaId,
      how: 'breakGlass',
    })
}

/** The head of the layer that answers for it; if there is none, or it is he who looks, the next above. */
async function tellHead(app: App, tx: Tx, glass: store.NewGlass, by: Person): Promise<void> {
  const told = await headFor(app, tx, glass)
  if (told === null) return
  await tell(tx, {
    recipient: told,
    cause: `glass ${glass.id}`,
    kind: 'breakGlass',
    communityId: glass.communityId,
    caseNumber: glass.number,
    about: { topic: 'glass', id: glass.id },
    words: {
      zh: `${by.name}应急查看了${glass.number}，理由：${glass.reason}。事后请您复查。`,
      en: `${by.name} opened ${glass.number} by emergency access: ${glass.reason}. Please review it afterwards.`,
    },
    urgent: true,
    at: glass.at,
  })
}

export async function headFor(
  app: App,
  tx: Tx,
  glass: Pick<store.NewGlass, 'homeAreaId' | 'personId' | 'at'>,
): Promise<string | null> {
  for (let at: Spot | null = spotAt(app, glass.homeAreaId); at !== null; at = parentSpot(at)) {
    const head = await headOf(app, tx, { areaId: at.areaId, unitId: null }, glass.at)
    const id = head?.personId ?? null
    if (id !== null && id !== glass.personId) return id
  }
  return null
}

type Access = Result<store.GlassRow, 'not_allowed' | 'no_such_access' | 'access_over'>

/** An open access of the caller's own; anybody else's is none at all. */
async function openAccess(app: App, who: Who, id: string): Promise<Access> {
  const { actor } = who
  if (actor.kind !== 'person') return refused('not_allowed')
  const glass = await inScope(app.db, job, (tx) => store.findGlass(tx, id))
  if (glass === null || glass.personId !== actor.id) return refused('no_such_access')
  return rules.isGlassOpen(glass, app.now()) ? done(glass) : refused('access_over')
}

export async function readGlass(
  app: App,
  who: Who,
  { id }: InputOf<typeof contract.readGlass>,
): Promise<
  Result<OutputOf<typeof contract.readGlass>, 'not_allowed' | 'no_such_access' | 'access_over'>
> {
  const opened = await openAccess(app, who, id)
  if (!opened.ok) return opened
  const glass = opened.value
  const { file, entries } = await inScope(app.db, ofCase(glass.caseId), async (tx) => {
    const found = await readCase(tx, glass.number)
    assert(found !== null, 'a case is never deleted')
    return { file: found.file, entries: await reads.listEntries(tx, found.file) }
  })
  const settings = settingsAt(app, file.filedAreaId, app.now())
  const [first] = await contactsOf(app, file)
  return done({
    access: viewOf(app, who, glass),
    state: file.state,
    category: categoryLabel(settings, file.category),
    urgent: file.urgent,
    text: file.text,
    address: file.address,
    place: areaLabel(app.places.geography.get(file.filedAreaId)),
    contact: {
      name: first?.name == null ? null : maskName(first.name),
      phone: first?.phone == null ? null : maskPhone(first.phone),
    },
    timeline: timelineOf(app, file, settings, entries, 'staff'),
  })
}

type Contact = { voice: number; name: string | null; phone: string | null }

/** Each through the scope of the voice to which it belongs. */
async function contactsOf(app: App, file: CaseFile): Promise<Contact[]> {
  const found: Contact[] = []
  for (const { serial } of file.voices)
    for (const row of await inScope(app.db, ofCase(file.id, serial), (tx) =>
      reads.listContacts(tx, file),
    )) {
      const open = (column: 'name' | 'phone', sealed: string | null) =>
        sealed === null ? null : app.keys.open(sealed, contactPlace(file, row.voice, column))
      if (isKept(row))
        found.push({
          voice: row.voice,
          name: open('name', row.sealedName),
          phone: open('phone', row.sealedPhone),
        })
    }
  return found
}

export async function showGlassContact(
  app: App,
  who: Who,
  { id }: InputOf<typeof contract.showGlassContact>,
): Promise<
  Result<
    OutputOf<typeof contract.showGlassContact>,
    'not_allowed' | 'no_such_access' | 'access_over' | 'no_contact_given'
  >
> {
  const opened = await openAccess(app, who, id)
  if (!opened.ok) return opened
  const glass = opened.value
  const found = await inScope(app.db, ofCase(glass.caseId), (tx) => readCase(tx, glass.number))
  assert(found !== null, 'a case is never deleted')
  const contacts = await contactsOf(app, found.file)
  if (contacts.length === 0) return refused('no_contact_given')
  const at = app.now()
  await inScope(app.db, job, async (tx) => {
    await store.noteContact(tx, glass, at)
    await logLooks(tx, glass, found.file, { fields: ['name', 'phone'], at })
  })
  return done({ contacts })
}

export function endGlass(
  app: App,
  who: Who,
  { commandId, id }: InputOf<typeof contract.endGlass>,
): Promise<Result<object, 'no_such_access' | 'access_over' | 'command_reused'>> {
  return once(app, who.actor, job, { commandId, content: { id } }, async (tx, now) => {
    const glass = await store.lockGlass(tx, id)
    if (glass === null || glass.personId !== who.actor.id) return refused('no_such_access')
    const at = now()
    if (!rules.isGlassOpen(glass, at)) return refused('access_over')
    await store.endGlass(tx, glass, at)
    return done({})
  })
}

type Reviewed = Result<
  object,
  'no_such_access' | 'not_to_oneself' | 'still_open' | 'already_reviewed' | 'command_reused'
>

export function reviewGlass(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.reviewGlass>,
): Promise<Reviewed> {
  return once(
    app,
    who.actor,
    job,
    { commandId, content: input },
    async (tx, now): Promise<Reviewed> => {
      const glass = await store.lockGlass(tx, input.id)
      if (glass === null) return refused('no_such_access')
      const at = now()
      const home = spotAt(app, glass.homeAreaId)
      const why = rules.whyCannotReview(who.actor, glass, { home, now: at })
      if (why !== null) return refused(why === 'not_allowed' ? 'no_such_access' : why)
      const { verdict, words } = input
      await store.reviewGlass(tx, glass, { by: who.actor.id, at, verdict, words: words.trim() })
      return done({})
    },
  )
}

export async function listGlasses(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listGlasses>,
): Promise<Result<OutputOf<typeof contract.listGlasses>, 'not_allowed'>> {
  const { actor } = who
  if (actor.kind !== 'person') return refused('not_allowed')
  const limit = input.limit ?? 30
  const homes = [...app.places.geography.all()]
    .map(({ id, path }) => ({ areaId: id, areaPath: path }))
    .filter(
      (spot) =>
        headAt(actor, spot) || parentHead(actor, spot) || hasRight(actor, 'readLooks', spot),
    )
    .map(({ areaId }) => areaId)
  const rows = await inScope(app.db, job, (tx) =>
    store.listGlasses(tx, {
      personId: actor.id,
      homes,
      toReview: input.toReview ?? false,
      late: input.late ?? false,
      before: isInstant(input.after) ? input.after : null,
      limit,
    }),
  )
  const last = rows.length === limit ? rows.at(-1) : undefined
  return done({
    items: rows.map((row) => viewOf(app, who, row)),
    next: last?.openedAt ?? null,
  })
}

function viewOf(app: App, who: Who, row: store.GlassRow): contract.GlassView {
  const now = app.now()
  const { geography } = app.places
  const home = spotAt(app, row.homeAreaId)
  const place = row.roleAreaId === null ? null : geography.label(geography.get(row.roleAreaId))
  const post =
    row.role === null ? { zh: '', en: '' } : (postWords[row.role] ?? roles[row.role].name)
  const { reviewedAt, reviewer, verdict, review } = row
  const due = reviewDueOf(app, row)
  return {
    id: row.id,
    number: row.number,
    home: areaLabel(geography.get(row.homeAreaId)),
    name: row.name,
    post: {
      zh: `${place?.zh ?? ''} ${post.zh}`.trim(),
      en: [post.en, place?.en ?? ''].filter(Boolean).join(', '),
    },
    reason: row.reason,
    openedAt: row.openedAt,
    endsAt: row.endsAt,
    endedAt: row.endedAt,
    open: rules.isGlassOpen(row, now),
    mine: row.personId === who.actor.id,
    contactSeenAt: row.contactAt,
    mayReview: rules.whyCannotReview(who.actor, row, { home, now }) === null,
    reviewBy: due,
    reviewLate: rules.isReviewLate(row, { due, now }),
    review:
      reviewedAt === null || verdict === null
        ? null
        : { at: reviewedAt, by: reviewer ?? '', verdict, words: review ?? '' },
  }
}
