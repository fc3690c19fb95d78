// The three readings of one case: staff, the reporter by secret, anybody for a public matter.

import type { CaseFile } from '#core/cases/case.ts'
import { mayCall, topLeg } from '#core/cases/case.ts'
import type { Entry } from '#core/cases/change.ts'
import type { CaseView, PublicView, VoiceView } from '#core/cases/contract.ts'
import { foreignNumber } from '#core/cases/external-id.ts'
import { holds, isDuty } from '#core/cases/moves.ts'
import { proposalOf } from '#core/cases/relay.ts'
import type { Settings } from '#core/cases/rules.ts'
import { holderNow } from '#core/cases/shown.ts'
import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import type { Words } from '#core/kit/words.ts'
import { maskName, maskPhone } from '#core/people/contact.ts'
import { lookFields } from '#core/people/contract-looks.ts'
import type { Actor } from '#core/people/actor.ts'
import { roles } from '#core/people/roles.ts'
import { postWords } from '#core/people/words.ts'
import type { RoutingDecision } from '#core/places/routing.ts'
import type { App, Who } from '../app.ts'
import { inScope } from '../kit/db.ts'
import type { Tx } from '../kit/db.ts'
import { type LookAt, listLooksAt, recordLook } from '../people/looks.ts'
import { responsibleNow } from '../people/responsible.ts'
import { asJoined, findVoice } from './answers.ts'
import { contactPlace, isKept, officeOf, toldBy, wantsCalls } from './contacts.ts'
import { commonOf, mergedParts, readerOf, staffParts, voiceParts } from './case-view.ts'
import * as reads from './reads.ts'
import { type Page, pageStatement, readPage } from './page-rows.ts'
import { receiverName } from './receivers.ts'
import { settingsAt, settingsFor } from './settings.ts'
import { readCase } from './store.ts'

export function readCasePage(app: App, who: Who, number: string): Promise<Result<CaseView>> {
  const look = async (tx: Tx): Promise<Result<CaseView>> => {
    const found = await readPage(tx, number)
    if (found === null) return refused('no_such_case')
    const { file, entries } = found
    const settings = await settingsFor(app, tx, file, { actor: who.actor, now: app.now() })
    const responsible = await responsibleFor(app, tx, file, settings.now)
    return done({
      ...commonOf(app, file, settings, entries, 'staff'),
      ...staffParts(app, file, who.actor, settings),
      routing: routingView(app, found.beside.routing as RoutingDecision),
      foreignNumber: foreignNumber(found.beside.externalId),
      proposal: proposalOf(file, entries),
      whyMe: whyMe(app, file, who.actor, settings),
      responsible: responsible?.sentence ?? null,
      proofs: proofsOf(found),
      reporter: reporterOf(app, found, who.actor, settings),
      samePlace: found.samePlace,
      related: found.related,
    })
  }
  return inScope(app.db, who.scope, look, pageStatement(number))
}

async function responsibleFor(app: App, tx: Tx, file: CaseFile, instant: string) {
  const holder = holderNow(file)
  if (holder === null) return null
  return responsibleNow(app, tx, {
    receiver: { ...holder, personId: null },
    gridId: file.gridId,
    instant,
  })
}

function routingView(app: App, route: RoutingDecision) {
  return {
    sentence: route.sentence,
    flags: [...route.flags],
    neighbours: route.neighbours.map(({ areaId, metres }) => ({
      name: app.places.geography.find(areaId)?.name ?? '',
      metres,
    })),
  }
}

/** One sentence from stored facts: what this case is to the reader, by role and place. */
function whyMe(app: App, file: CaseFile, by: Actor, s: Settings): Words | null {
  const { geography } = app.places
  const place = geography.label(geography.get(file.filedAreaId))
  const top = topLeg(file)
  if (top !== null && holds(by, top.receiver, s)) {
    const unit = receiverName(app, top.receiver)
    const giver = receiverName(app, top.giver)
    return {
      zh: `这件由${giver.zh}派给${unit.zh}，您在${unit.zh}当班。`,
      en: `${giver.en} gave this to ${unit.en}, where you are on duty.`,
    }
  }
  if (isDuty(file, by, s)) {
    const home = geography.label(geography.get(file.homeAreaId))
    return {
      zh: `位置在${place.zh}，这一层由${home.zh}负责到底，您是这里的值班员。`,
      en: `It lies in ${place.en}; ${home.en} answers for it to the end, and you are on duty there.`,
    }
  }
  const grant =
    by.kind === 'person'
      ? by.grants.find((g) => s.spot(file.filedAreaId).areaPath.startsWith(g.areaPath))
      : undefined
  if (grant === undefined) return null
  const role = roles[grant.role].name
  return {
    zh: `位置在${place.zh}，您是这里的${role.zh}。`,
    en: `It lies in ${place.en}, where you are ${role.en.toLowerCase()}.`,
  }
}

function proofsOf({ file, names }: Pick<Page, 'file' | 'names'>) {
  return file.proofs.map(({ point: _point, leg: _leg, satisfied: _s, by, ...proof }) => ({
    ...proof,
    by: names.get(by) ?? '',
  }))
}

/** Masked, and only for the home layer's duty people with a way to the whole (loop.md 8.2). */
function reporterOf(
  app: App,
  { file, contacts }: Pick<Page, 'file' | 'contacts'>,
  by: Actor,
  s: Settings,
) {
  const [first] = contacts
  const open = (column: 'name' | 'phone', sealed: string | null) =>
    first === undefined || sealed === null
      ? null
      : app.keys.open(sealed, contactPlace(file, first.voice, column))
  const name = open('name', first?.sealedName ?? null)
  const phone = open('phone', first?.sealedPhone ?? null)
  return {
    voices: file.voices.length,
    name: name === null ? null : maskName(name),
    phone: phone === null ? null : maskPhone(phone),
    mayUnmask: phone !== null && isDuty(file, by, s),
    calls: phone === null || mayCall(file),
    eraseAfter: first?.eraseAfter ?? null,
    erasedAt: first?.erasedAt ?? null,
  }
}

/** Opens name and number with a reason; the line in the log of looks is written before anything is shown. */
export function unmaskContact(app: App, who: Who, input: { number: string; reason: string }) {
  return inScope(
    app.db,
    who.scope,
    async (
      tx,
    ): Promise<
      Result<{ contacts: { voice: number; name: string | null; phone: string | null }[] }>
    > => {
      const found = await readCase(tx, input.number)
      if (found === null) return refused('no_such_case')
      const { file } = found
      const settings = await settingsFor(app, tx, file, { actor: who.actor, now: app.now() })
      if (who.actor.kind !== 'person' || !isDuty(file, who.actor, settings))
        return refused('not_yours')
      if (input.reason.trim().length < 2) return refused('reason_missing')
      const contacts = (await reads.listContacts(tx, file)).filter(isKept)
      if (contacts.length === 0) return refused('no_contact_given')
      const office = officeOf(who.actor, settings.spot(file.homeAreaId))
      for (const { voice } of contacts)
        await recordLook(tx, {
          communityId: file.communityId,
          personId: who.actor.id,
          at: settings.now,
          caseId: file.id,
          caseNumber: file.number,
          voice,
          fields: ['name', 'phone'],
          reason: input.reason.trim(),
          ...office,
        })
      const open = (sealed: string | null, voice: number, column: 'name' | 'phone') =>
        sealed === null ? null : app.keys.open(sealed, contactPlace(file, voice, column))
      return done({
        contacts: contacts.map(({ voice, sealedName, sealedPhone }) => ({
          voice,
          name: open(sealedName, voice, 'name'),
          phone: open(sealedPhone, voice, 'phone'),
        })),
      })
    },
  )
}

export async function followCase(
  app: App,
  input: { number: string; secret: string },
): Promise<Result<VoiceView>> {
  const known = await findVoice(app, input.number, input.secret)
  if (!known.ok) return known
  const voice = known.value
  return inScope(app.db, voice.scope, async (tx): Promise<Result<VoiceView>> => {
    const found = await readCase(tx, input.number)
    if (found === null) return refused('no_such_case')
    const { file } = found
    const settings = settingsAt(app, file.filedAreaId, app.now())
    const entries = await reads.listEntries(tx, file)
    const contacts = await reads.listContacts(tx, file)
    const [contact] = contacts
    const route = found.beside.routing as RoutingDecision
    const reporter = reporterOf(app, { file, contacts }, voice.actor, settings)
    return done({
      ...commonOf(app, file, settings, entries, readerOf(file, voice.actor)),
      ...voiceParts(app, file, voice.actor, settings),
      merged: file.merged === null ? null : await mergedView(app, file.merged.into, voice.actor),
      routing: route.sentence,
      responsible: await publicResponsible(app, file, settings.now),
      contact: {
        name: reporter.name,
        phone: reporter.phone,
        eraseAfter: contact?.eraseAfter ?? null,
        erasedAt: contact?.erasedAt ?? null,
        calls: wantsCalls(file, voice.actor),
        days: settings.rules.eraseContactAfterDays,
        told: toldBy(app, file, contact?.toldOn ?? null),
      },
      looks: (await listLooksAt(tx, file.id)).map((look) => lookView(app, look)),
    })
  })
}

const standIn: Words = { zh: '代班的值班员', en: 'A duty officer standing in' }

/** The office and its place; residents never read a name. */
function lookView(
  app: App,
  { at, reason, role, areaId, how, fields }: LookAt,
): VoiceView['looks'][number] {
  const post = role === null ? standIn : (postWords[role] ?? roles[role].name)
  const area = areaId === null ? null : app.places.geography.find(areaId)
  const place = area === null || area === undefined ? null : app.places.geography.label(area)
  return {
    at,
    reason,
    how,
    fields: lookFields.filter((field) => fields.includes(field)),
    post: place === null ? post : { zh: `${place.zh}的${post.zh}`, en: `${post.en}, ${place.en}` },
  }
}

/** Of the other case a merged one's voices read what anybody who joined it reads; read as a job, since it is not theirs. */
function mergedView(app: App, number: string, by: Actor) {
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    const found = await readCase(tx, number)
    if (found === null) return null
    const { file } = found
    const settings = settingsAt(app, file.filedAreaId, app.now())
    const entries = await reads.listEntries(tx, file)
    return mergedParts(app, file, asJoined(by, file), settings, entries)
  })
}

/** Residents read post and unit, never a name; who that is, only the roster knows, so it is asked as a job. */
async function publicResponsible(app: App, file: CaseFile, now: string): Promise<Words | null> {
  const answer = await inScope(app.db, { kind: 'job' }, (tx) => responsibleFor(app, tx, file, now))
  return answer?.publicSentence ?? null
}

export async function readPublicCase(app: App, number: string): Promise<Result<PublicView>> {
  const open = await inScope(app.db, { kind: 'public' }, (tx) => reads.findPublic(tx, number))
  if (open === null) return refused('no_such_case')
  return inScope(app.db, { kind: 'job' }, async (tx): Promise<Result<PublicView>> => {
    const found = await readCase(tx, number)
    if (found === null) return refused('no_such_case')
    const { file } = found
    const settings = settingsAt(app, file.filedAreaId, app.now())
    const entries: Entry[] = await reads.listEntries(tx, file)
    const precise = settings.category(file.category)?.placePrecision === 'point'
    return done({
      ...commonOf(app, file, settings, entries, 'public'),
      point: precise ? file.point : null,
    })
  })
}
