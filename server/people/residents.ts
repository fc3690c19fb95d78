// A resident's account: a code to the telephone, a visit, a name if one likes, and its end. Whether a number has an
// account is told to nobody but whoever holds the telephone.
import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { houseOf } from '#core/kit/asks.ts'
import { addDays, addSeconds } from '#core/kit/time.ts'
import { say } from '#core/kit/words.ts'
import { maskPhone } from '#core/people/contact.ts'
import { consentTo } from '#core/people/consent.ts'
import type * as contract from '#core/people/contract-resident.ts'
import * as rules from '#core/people/resident.ts'
import { codeMessage } from '#core/people/words-resident.ts'
import type { App } from '#server/app.ts'
import { askOnce, forgetAsks } from '#server/kit/asks.ts'
import { type Tx, inScope } from '#server/kit/db.ts'
import type { Call } from '#server/kit/http.ts'
import type { FieldPlace } from '#server/kit/seal-fields.ts'
import { endVisit, openVisit, residentOf } from './resident-visit.ts'
import * as store from './store-residents.ts'

const job = { kind: 'job' } as const

/** How codes leave the house; the room of messages lies to the right, so main.ts hands it in. */
export type Post = {
  isThere: () => boolean
  isDemo: () => boolean
  send: (
    tx: Tx,
    sms: { cause: string; to: string; text: string; expiresAt: string },
  ) => Promise<void>
}

export const residentPlace = (id: string, column: 'phone' | 'name'): FieldPlace => ({
  table: 'people.residents',
  column,
  communityId: 0,
  caseId: id,
  voice: 0,
})

export async function readResident(
  app: App,
  post: Post,
  call: Call,
): Promise<Result<OutputOf<typeof contract.readResident>, never>> {
  return done(await viewOf(app, post, await residentOf(app, call)))
}

async function viewOf(app: App, post: Post, row: store.ResidentRow | null) {
  const { version, purpose, text } = consentTo('account')
  const agreed =
    row === null ? [] : await inScope(app.db, job, (tx) => store.listConsents(tx, row.id))
  return {
    available: post.isThere(),
    demoInbox: post.isDemo(),
    consent: { purpose: 'account' as const, version, about: purpose, text: [...text] },
    resident: row === null ? null : { ...openedOf(app, row), since: row.createdAt, agreed },
  }
}

function openedOf(app: App, row: store.ResidentRow) {
  const { id, sealedPhone, sealedName } = row
  return {
    phone: maskPhone(app.keys.open(sealedPhone, residentPlace(id, 'phone'))),
    name: sealedName === null ? null : app.keys.open(sealedName, residentPlace(id, 'name')),
  }
}

export async function askCode(
  app: App,
  post: Post,
  input: InputOf<typeof contract.askCode>,
  call: Call,
): Promise<
  Result<OutputOf<typeof contract.askCode>, 'no_codes_here' | 'phone_wrong' | 'too_many_codes'>
> {
  if (!post.isThere()) return refused('no_codes_here')
  const phone = rules.residentPhone(input.phone)
  if (phone === null) return refused('phone_wrong')
  const code = String(randomInt(10 ** rules.codeDigits)).padStart(rules.codeDigits, '0')
  const id = app.newId()
  return inScope(app.db, job, async (tx) => {
    // The address first: whoever asks for a whole street waits without anybody's number being counted.
    const waits =
      (await askOnce(app, tx, {
        kind: 'code from',
        of: houseOf(call.address),
        limits: rules.codesPerAddress,
      })) || (await askOnce(app, tx, { kind: 'code for', of: phone, limits: rules.codesPerPhone }))
    if (waits > 0) return refused('too_many_codes', { current: { waitSeconds: waits } })
    const at = app.now()
    const expiresAt = addSeconds(at, rules.codeMinutes * 60)
    const phoneIndex = app.keys.blindIndex('phone', phone)
    await store.addCode(tx, { id, phoneIndex, digest: digestOf(app, id, code), at, expiresAt })
    const text = say(codeMessage, call.lang, { code, minutes: rules.codeMinutes })
    await post.send(tx, { cause: `code ${id}`, to: phone, text, expiresAt })
    return done({ againInSeconds: 60, goodForMinutes: rules.codeMinutes })
  })
}

/** Keyed: with the rows alone nobody can try the million codes there are. */
const digestOf = (app: App, id: string, code: string): Buffer =>
  createHash('sha256')
    .update(app.keys.blindIndex('secret', `code ${id} ${code}`))
    .digest()

export async function enterCode(
  app: App,
  post: Post,
  input: InputOf<typeof contract.enterCode>,
  call: Call,
): Promise<
  Result<OutputOf<typeof contract.enterCode>, 'wrong_code' | 'consent_needed' | 'too_many_tries'>
> {
  let give = () => undefined as void
  const entered = await inScope(app.db, job, async (tx) => {
    const guess = { kind: 'code guess', of: houseOf(call.address), limits: rules.guessesPerAddress }
    if ((await askOnce(app, tx, guess)) > 0) return refused('too_many_tries')
    const phone = rules.residentPhone(input.phone)
    const right = phone === null ? null : await rightCode(app, tx, phone, input.code)
    if (phone === null || right === null) return refused('wrong_code')
    const agreement = await agreedResident(app, tx, phone, input.agreed ?? null)
    if (!agreement.ok) return agreement
    await store.useCode(tx, right, app.now())
    give = await openVisit(app, tx, agreement.value.id, call)
    return agreement
  })
  if (!entered.ok) return entered
  give()
  return done(await viewOf(app, post, entered.value))
}

/** The id of the code, if it is the right one; else the try is counted. Without any code as much is computed. */
async function rightCode(app: App, tx: Tx, phone: string, typed: string): Promise<string | null> {
  const row = await store.lockNewestCode(tx, app.keys.blindIndex('phone', phone))
  const digits = rules.codeTyped(typed) ?? ''
  const digest = digestOf(app, row?.id ?? '00000000-0000-0000-0000-000000000000', digits)
  const same = timingSafeEqual(digest, row?.digest ?? Buffer.alloc(32))
  if (row === null || !rules.isGood(row, app.now())) return null
  if (same) return row.id
  await store.countTry(tx, row.id)
  return null
}

/** The account of this number, begun now if there is none; not without agreeing to the text as it is today. */
async function agreedResident(
  app: App,
  tx: Tx,
  phone: string,
  agreed: string | null,
): Promise<Result<store.ResidentRow, 'consent_needed'>> {
  const { version } = consentTo('account')
  const phoneIndex = app.keys.blindIndex('phone', phone)
  const known = await store.findByPhone(tx, phoneIndex)
  const before = known === null ? [] : await store.listConsents(tx, known.id)
  const already = before.some((each) => each.purpose === 'account' && each.version === version)
  if (already && known !== null) return done(known)
  if (agreed !== version) return refused('consent_needed')
  const at = app.now()
  if (known === null) {
    const id = app.newId()
    const sealedPhone = app.keys.seal(phone, residentPlace(id, 'phone'))
    await store.addResident(tx, { id, phoneIndex, sealedPhone, at })
  }
  const resident = await store.findByPhone(tx, phoneIndex)
  if (resident === null) return refused('consent_needed')
  await store.addConsent(tx, { residentId: resident.id, purpose: 'account', version, at })
  return done(resident)
}

export async function leaveResident(app: App, call: Call): Promise<Result<object, never>> {
  await endVisit(app, call)
  return done({})
}

export async function renameResident(
  app: App,
  { name }: InputOf<typeof contract.renameResident>,
  call: Call,
): Promise<Result<object, 'not_signed_in'>> {
  const resident = await residentOf(app, call)
  if (resident === null) return refused('not_signed_in')
  const { id } = resident
  const wanted = name.trim()
  const sealed = wanted === '' ? null : app.keys.seal(wanted, residentPlace(id, 'name'))
  await inScope(app.db, job, (tx) => store.renameResident(tx, id, sealed))
  return done({})
}

export async function deleteResident(
  app: App,
  call: Call,
): Promise<Result<object, 'not_signed_in'>> {
  const resident = await residentOf(app, call)
  if (resident === null) return refused('not_signed_in')
  await inScope(app.db, job, (tx) => store.deleteResident(tx, resident.id))
  await endVisit(app, call)
  return done({})
}

/** Codes of yesterday, visits that are over, accounts nobody opened for two years. */
export async function forgetResidents(app: App): Promise<void> {
  const now = app.now()
  await inScope(app.db, job, (tx) =>
    store.forgetOld(tx, {
      now,
      codesBefore: addDays(now, -1),
      seenBefore: addDays(now, -rules.accountIdleDays),
    }),
  )
  await forgetAsks(app)
}
