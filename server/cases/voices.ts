// A neighbour joins a matter, or says that it is still broken. Each voice gets a number and secret of its own, as after
// a report; the same number to be reached at is found out by opening those of this one case, and of no other.

import { sql } from 'kysely'
import { isPublicMatter } from '#core/cases/case.ts'
import type { CaseFile, Source } from '#core/cases/case.ts'
import type { Decided } from '#core/cases/change.ts'
import type * as contract from '#core/cases/contract-voices.ts'
import type { Settings } from '#core/cases/rules.ts'
import {
  decideAffectedToo,
  decideJoinLinked,
  decideStillBroken,
  reopensAgain,
  whyNotStillBroken,
} from '#core/cases/voices.ts'
import type { Neighbour, StillBroken } from '#core/cases/voices.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import type { Actor } from '#core/people/actor.ts'
import { normalisePhone } from '#core/people/contact.ts'
import type { App, Who } from '../app.ts'
import { claimPhotos } from '../files/files.ts'
import { firstOf, inScope, once } from '../kit/db.ts'
import type { Scope, TakeNow, Tx } from '../kit/db.ts'
import { asJoined, findVoice } from './answers.ts'
import { findPlace, listContacts } from './reads.ts'
import { newVoice, reportAll } from './report.ts'
import { secretsOf } from './secrets.ts'
import { settingsFor } from './settings.ts'
import { lockCase, save } from './store.ts'
import type { Locked } from './store.ts'

type Leaves = { name?: string; phone?: string; source?: Source }
type Receipt = { number: string; secret: string | null; link: string | null }

/** Staff who write it down see what they see; whoever else comes is anybody, and the rules say what he may know of. */
const scopeOf = (who: Who): Scope => (who.actor.kind === 'person' ? who.scope : { kind: 'job' })

/** Secrets are never stored: they follow from number and command, so a repeat gets them again. */
function veilOf<T extends Receipt>(app: App, commandId: string) {
  return {
    store: (receipt: T) =>
      receipt.secret === null ? receipt : { ...receipt, secret: '', link: '' },
    recall: (stored: unknown) => {
      const receipt = stored as T
      if (receipt.secret === null) return receipt
      return { ...receipt, ...secretsOf(app.keys, receipt.number, commandId) }
    },
  }
}

const phoneOf = (leaves: Leaves): string | null => {
  const phone = leaves.phone?.trim() ?? ''
  return phone === '' ? null : (normalisePhone(phone) ?? phone)
}

async function neighbourOf(
  app: App,
  tx: Tx,
  who: Who,
  file: CaseFile,
  leaves: Leaves,
): Promise<Neighbour> {
  const phone = phoneOf(leaves)
  const resident = who.actor.kind !== 'person'
  return {
    channel: resident ? 'RESIDENT_WEB' : (leaves.source ?? 'RESIDENT_PHONE'),
    hasContact: phone !== null,
    known: phone !== null && (await knownPhones(app, tx, file)).has(phone),
  }
}

async function knownPhones(app: App, tx: Tx, file: CaseFile): Promise<Set<string>> {
  const contacts = await listContacts(tx, file)
  return new Set(
    contacts.flatMap(({ voice, sealedPhone }) =>
      sealedPhone === null
        ? []
        : [
            app.keys.open(sealedPhone, {
              table: 'cases.contacts',
              column: 'phone',
              communityId: file.communityId,
              caseId: file.id,
              voice,
            }),
          ],
    ),
  )
}

/** To somebody without a secret a case that is not his to read is no case at all. */
const hidden = (by: Actor, refusal: string): boolean =>
  by.kind !== 'person' && by.kind !== 'voice' && refusal === 'not_yours'

type Joining = {
  locked: Locked
  settings: Settings
  neighbour: Neighbour | null
  commandId: string
}

async function join(app: App, tx: Tx, leaves: Leaves, j: Joining, decided: Decided) {
  if (!decided.ok) return decided
  const { file, beside } = j.locked
  const after = decided.value.file
  const secrets = secretsOf(app.keys, file.number, j.commandId)
  const serial = after.voices.at(-1)?.serial ?? 1
  await save(tx, {
    before: file,
    change: decided.value,
    beside,
    commandId: j.commandId,
    settings: j.settings,
    voices:
      j.neighbour === null
        ? []
        : [newVoice(app, file, leaves, { ...secrets, serial, at: j.settings.now })],
  })
  app.journal.wake()
  const own = j.neighbour === null ? { secret: null, link: null } : secrets
  return done({ number: file.number, ...own, voices: after.voices.length })
}

export function affectedToo(
  app: App,
  who: Who,
  input: InputOf<typeof contract.affectedToo>,
): Promise<Result<OutputOf<typeof contract.affectedToo>>> {
  type Answer = OutputOf<typeof contract.affectedToo>
  const { commandId, ...content } = input
  const by = who.actor
  const command = { commandId, content, veil: veilOf<Answer>(app, commandId) }
  return once(app, by, scopeOf(who), command, async (tx, now): Promise<Result<Answer>> => {
    const locked = await lockCase(tx, input.number)
    if (locked === null) return refused('no_such_case')
    const { file } = locked
    const settings = await settingsFor(app, tx, file, { actor: by, now: now(file.lastAt) })
    const neighbour = await neighbourOf(app, tx, who, file, input)
    const decided = decideAffectedToo(file, by, neighbour, settings)
    if (!decided.ok && hidden(by, decided.refusal)) return refused('no_such_case')
    return join(app, tx, input, { locked, settings, neighbour, commandId }, decided)
  })
}

type Broken = InputOf<typeof contract.stillBroken>
type BrokenAnswer = OutputOf<typeof contract.stillBroken>

export async function stillBroken(
  app: App,
  who: Who,
  input: Broken,
): Promise<Result<BrokenAnswer>> {
  const { commandId, secret, ...content } = input
  const voice = secret === undefined ? null : await findVoice(app, input.number, secret)
  if (voice !== null && !voice.ok) return voice
  const spoken = voice === null ? null : voice.value.actor
  // Whether staff may see the case is asked in their own scope; what follows may begin a new case, which that cannot.
  const unseen = voice === null && who.actor.kind === 'person' && !(await isSeen(app, who, input))
  if (unseen) return refused('no_such_case')
  const scope = { kind: 'job' } as const
  const command = { commandId, content, veil: veilOf<BrokenAnswer>(app, commandId) }
  return once(
    app,
    spoken ?? who.actor,
    scope,
    command,
    async (tx, now): Promise<Result<BrokenAnswer>> => {
      const locked = await lockWhole(tx, input.number, spoken !== null)
      if (locked === null) return refused('no_such_case')
      const { file } = locked
      const by = spoken === null ? who.actor : spokenOf(spoken, file)
      const at = now(file.lastAt)
      const settings = await settingsFor(app, tx, file, { actor: by, now: at })
      const neighbour = by.kind === 'voice' ? null : await neighbourOf(app, tx, who, file, input)
      const said: StillBroken = {
        words: input.words ?? '',
        photos: input.photos ?? [],
        point: input.point ?? null,
        neighbour,
      }
      const why = whyNotStillBroken(file, by, said, settings)
      if (why !== null && !why.ok) {
        const open = settings.category(file.category)?.openToPublic ?? false
        const unread = hidden(by, why.refusal) && !isPublicMatter(file, open)
        return unread ? refused('no_such_case') : why
      }
      if (!reopensAgain(file, settings))
        return goesOnElsewhere(app, tx, who, { input, file, settings, now })
      const { missing } = await claimPhotos(tx, said.photos, at)
      if (missing.length > 0) return refused('no_such_photo')
      const decided = decideStillBroken(file, by, said, settings)
      const answer = await join(app, tx, input, { locked, settings, neighbour, commandId }, decided)
      return answer.ok ? done({ ...answer.value, reopened: true }) : answer
    },
  )
}

const isSeen = (app: App, who: Who, { number }: Broken): Promise<boolean> =>
  inScope(app.db, who.scope, async (tx) => (await findPlace(tx, number)) !== null)

/** A voice of a merged case speaks about the one that goes on for both. */
async function lockWhole(tx: Tx, number: string, byVoice: boolean): Promise<Locked | null> {
  const locked = await lockCase(tx, number)
  const into = locked?.file.merged?.into
  return byVoice && into !== undefined ? lockCase(tx, into) : locked
}
const spokenOf = (by: Actor, file: CaseFile): Actor =>
  by.kind === 'voice' && by.caseId !== file.id ? asJoined(by, file) : by

type Elsewhere = { input: Broken; file: CaseFile; settings: Settings; now: TakeNow }

/** Too late to reopen: the case that goes on from it is joined, or a new one begins at the same place. */
async function goesOnElsewhere(
  app: App,
  tx: Tx,
  who: Who,
  { input, file, settings, now }: Elsewhere,
): Promise<Result<BrokenAnswer>> {
  const linked = await findLinked(tx, file.number)
  const locked = linked === null ? null : await lockCase(tx, linked.number)
  if (locked === null) return beginsAnew(app, tx, who, { input, file, settings, now })
  const neighbour = await neighbourOf(app, tx, who, locked.file, input)
  const joining = { locked, settings, neighbour, commandId: input.commandId }
  const decided = decideJoinLinked(locked.file, who.actor, neighbour, settings)
  const answer = await join(app, tx, input, joining, decided)
  return answer.ok ? done({ ...answer.value, reopened: false }) : answer
}

/** Of the old case only its kind and place go along: its words and address are another person's. */
async function beginsAnew(
  app: App,
  tx: Tx,
  who: Who,
  { input, file, settings, now }: Elsewhere,
): Promise<Result<BrokenAnswer>> {
  const kind = settings.category(file.category)?.zh ?? file.category
  const report = {
    commandId: input.commandId,
    text: (input.words ?? '').trim() || `${kind}：还没好`,
    category: file.category,
    area: app.places.geography.get(file.filedAreaId).code,
    photos: input.photos ?? [],
    source: input.source ?? (who.actor.kind === 'person' ? 'RESIDENT_PHONE' : 'RESIDENT_WEB'),
    ...(file.point !== null && { point: file.point }),
    ...(input.name !== undefined && { name: input.name }),
    ...(input.phone !== undefined && { phone: input.phone }),
  }
  const [answer] = await reportAll(app, tx, [{ who, linkedTo: file.number, input: report }], now)
  if (answer === undefined) return refused('trouble')
  if (!answer.ok) return answer
  const { number, secret, link } = answer.value
  return done({ number, secret, link, reopened: false })
}

/** An open case that goes on from this one. */
export const findLinked = (tx: Tx, number: string) =>
  firstOf(
    tx,
    sql<{ number: string }>`
      select c.number
        from cases.cases c
       where c.linked_to = ${number}
         and c.state not in ('NOT_ACCEPTED', 'CLOSED', 'MERGED', 'VOID', 'ARCHIVED')
       order by c.reported_at
       limit 1`,
  )
