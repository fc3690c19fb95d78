// Subscriptions without an account: asked for, confirmed by whoever reads the address, changed and ended by the secret in
// every message. Whether an address has any is told to nobody but whoever reads it.
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import * as rules from '#core/exchange/alert.ts'
import type * as contract from '#core/exchange/contract-alerts.ts'
import type { AlertView } from '#core/exchange/contract-alerts.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { houseOf } from '#core/kit/asks.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { addSeconds, localDate } from '#core/kit/time.ts'
import {
  type Channel,
  type LineChannel,
  channels,
  lineChannels,
  maskMail,
} from '#core/notices/message.ts'
import type { PushAddress } from '#core/notices/push.ts'
import { maskPhone } from '#core/people/contact.ts'
import { type ConsentPurpose, consentTo } from '#core/people/consent.ts'
import { codeTyped } from '#core/people/resident.ts'
import type { Area } from '#core/places/area.ts'
import type { App } from '../app.ts'
import { askOnce } from '../kit/asks.ts'
import { type Tx, inScope } from '../kit/db.ts'
import type { Call } from '../kit/http.ts'
import type { FieldPlace } from '../kit/seal-fields.ts'
import { isDemoWorld } from '../notices/demo-inbox.ts'
import { isReachable } from '../notices/gateways.ts'
import { pushKeysOf } from '../notices/push-keys.ts'
import { findArea } from '../people/find-area.ts'
import { dropMessages, sendConfirmation } from './alert-messages.ts'
import { gridsOf, topicsAt } from './alert-choices.ts'
import * as store from './store-alerts.ts'

const job = { kind: 'job' } as const

export const alertPlace = (communityId: number, id: string): FieldPlace => ({
  table: 'exchange.alerts',
  column: 'contact',
  communityId,
  caseId: id,
  voice: 0,
})

/** What is sealed of a subscription: where to, and what its links carry. */
export type Contact = { to: string; secret: string }
export const contactOf = (app: Pick<App, 'keys'>, row: store.AlertRow): Contact =>
  JSON.parse(app.keys.open(row.sealedContact, alertPlace(row.communityId, row.id))) as Contact

const named = ({ code, name, nameEn }: Area) => ({ code, name: { zh: name, en: nameEn ?? name } })

const consentView = <P extends ConsentPurpose>(of: P) => {
  const { version, purpose, text } = consentTo(of)
  return { purpose: of, version, about: purpose, text: [...text] }
}

/** A community, or what stands for one in another country. */
export function communityOf(app: App, code: string): Area | null {
  const area = findArea(app, code)
  return area !== null && app.places.geography.isCommunity(area) ? area : null
}

export async function readAlertChoices(
  app: App,
  { code }: InputOf<typeof contract.readAlertChoices>,
): Promise<Result<OutputOf<typeof contract.readAlertChoices>, 'no_such_area'>> {
  const area = communityOf(app, code)
  if (area === null) return refused('no_such_area')
  const push = isReachable(app, 'push')
    ? await inScope(app.db, job, (tx) => pushKeysOf(app, tx))
    : null
  return done({
    community: named(area),
    channels: channels.filter((channel) => isReachable(app, channel)),
    demoInbox:
      lineChannels.some((channel) => app.config.gateways[channel] === null) && isDemoWorld(app),
    grids: gridsOf(app, area).map(named),
    topics: topicsAt(app, area),
    consent: consentView('alerts'),
    push: push === null ? null : { key: push.publicKey, consent: consentView('push') },
  })
}

export type Choice = Pick<
  InputOf<typeof contract.changeAlert>,
  'areas' | 'kinds' | 'topics' | 'pace' | 'lang'
>

export type Chosen = Choice & { areaIds: number[] }

export function chosenIn(
  app: App,
  area: Area,
  { areas, topics, ...rest }: Choice,
): Result<Chosen, 'no_such_grid' | 'no_such_topic'> {
  const places = new Map([area, ...gridsOf(app, area)].map((each) => [each.code, each.id]))
  const areaIds = areas.flatMap((code) => places.get(code) ?? [])
  if (areaIds.length < areas.length) return refused('no_such_grid')
  const known = new Set(topicsAt(app, area).map(({ code }) => code))
  if (topics.some((topic) => !known.has(topic))) return refused('no_such_topic')
  return done({ ...rest, areas, topics, areaIds })
}

type AskRefusal =
  | 'no_such_area'
  | 'no_messages_here'
  | 'address_wrong'
  | 'consent_needed'
  | 'too_many_codes'
  | 'no_such_grid'
  | 'no_such_topic'

export async function askAlert(
  app: App,
  input: InputOf<typeof contract.askAlert>,
  call: Call,
): Promise<Result<OutputOf<typeof contract.askAlert>, AskRefusal>> {
  const { channel, code: communityCode, agreed, to: typed, ...choice } = input
  const area = communityOf(app, communityCode)
  if (area === null) return refused('no_such_area')
  if (!isReachable(app, channel)) return refused('no_messages_here')
  const to = rules.addressTyped(channel, typed)
  if (to === null) return refused('address_wrong')
  const { version } = consentTo('alerts')
  if (agreed !== version) return refused('consent_needed')
  const chosen = chosenIn(app, area, choice)
  if (!chosen.ok) return chosen
  return inScope(app.db, job, async (tx) => {
    const waits = await mayAsk(app, tx, { channel, to, address: call.address })
    if (waits > 0) return refused('too_many_codes', { current: { waitSeconds: waits } })
    const asked = { area, channel, to, address: to, version, chosen: chosen.value }
    const id = await begin(app, tx, asked)
    return done({ id, goodForMinutes: rules.codeMinutes })
  })
}

/** The house first: whoever asks for a whole street waits without anybody's address being counted. */
async function mayAsk(
  app: App,
  tx: Tx,
  of: { channel: LineChannel; to: string; address: string },
): Promise<number> {
  const house = { kind: 'alert from', of: houseOf(of.address), limits: rules.asksPerHouse }
  const waits = await askOnce(app, tx, house)
  if (waits > 0) return waits
  const address = `${of.channel} ${of.to}`
  return askOnce(app, tx, { kind: 'alert for', of: address, limits: rules.asksPerAddress })
}

type Beginning<C extends Channel> = {
  area: Area
  channel: C
  to: string
  /** By what it is found again: the address, or of several parts the one that says where. */
  address: string
  version: string
  chosen: Chosen
}

/** A row as it begins, its secret drawn. */
export function newAlert<C extends Channel>(app: App, of: Beginning<C>) {
  const { area, channel, chosen } = of
  const id = app.newId()
  const secret = randomBytes(18).toString('base64url')
  const contact: Contact = { to: of.to, secret }
  const row = {
    communityId: area.id,
    id,
    channel,
    addressIndex: addressIndex(app, channel, of.address),
    sealedContact: app.keys.seal(JSON.stringify(contact), alertPlace(area.id, id)),
    tokenHash: hashOf(secret),
    areaIds: chosen.areaIds,
    kinds: chosen.kinds,
    topics: chosen.topics,
    pace: chosen.pace,
    lang: chosen.lang,
    consentVersion: of.version,
    askedAt: app.now(),
  }
  return { contact, row }
}

export const addressIndex = (app: Pick<App, 'keys'>, channel: Channel, address: string): string =>
  app.keys.blindIndex('secret', `alert ${channel} ${address}`)

async function begin(app: App, tx: Tx, of: Beginning<LineChannel>): Promise<string> {
  const { area, channel, chosen } = of
  const code = String(randomInt(10 ** 6)).padStart(6, '0')
  const { contact, row } = newAlert(app, of)
  await store.addAlert(tx, {
    ...row,
    codeDigest: digestOf(app, row.id, code),
    confirmedAt: null,
    endsAt: addSeconds(row.askedAt, rules.linkHours * 3600),
  })
  const { id } = row
  await sendConfirmation(app, tx, { area, id, channel, contact, code, lang: chosen.lang })
  return id
}

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** Keyed: with the rows alone nobody can try the million codes there are. */
const digestOf = (app: App, id: string, code: string): Buffer =>
  createHash('sha256')
    .update(app.keys.blindIndex('secret', `alert code ${id} ${code}`))
    .digest()

const fits = (row: store.AlertRow, secret: string): boolean =>
  timingSafeEqual(row.tokenHash, hashOf(secret))

export async function confirmAlert(
  app: App,
  { id, code, secret }: InputOf<typeof contract.confirmAlert>,
  call: Call,
): Promise<
  Result<
    OutputOf<typeof contract.confirmAlert>,
    'no_such_alert' | 'wrong_code' | 'too_many_alerts' | 'too_many_tries'
  >
> {
  return inScope(app.db, job, async (tx) => {
    const guess = { kind: 'alert guess', of: houseOf(call.address), limits: rules.guessesPerHouse }
    if ((await askOnce(app, tx, guess)) > 0) return refused('too_many_tries')
    const row = await store.lockAlert(tx, id)
    if (row === null) return refused(secret === undefined ? 'wrong_code' : 'no_such_alert')
    const right =
      secret === undefined ? await codeFits(app, tx, row, code ?? '') : linkFits(app, row, secret)
    if (!right) return refused(secret === undefined ? 'wrong_code' : 'no_such_alert')
    if (row.confirmedAt !== null) return done(confirmedOf(app, row))
    if ((await store.countOthers(tx, row)) >= rules.alertsPerAddress)
      return refused('too_many_alerts')
    await store.dropOthers(tx, row)
    const at = app.now()
    const endsAt = rules.endsAfter(at)
    await store.confirm(tx, { id, at, endsAt })
    return done(confirmedOf(app, { ...row, confirmedAt: at, endsAt }))
  })
}

/** The link goes on opening what it confirmed: a second press is no fault. */
const linkFits = (app: App, row: store.AlertRow, secret: string): boolean =>
  fits(row, secret) && (row.confirmedAt !== null || rules.linkGood(row, app.now()))

async function codeFits(app: App, tx: Tx, row: store.AlertRow, typed: string): Promise<boolean> {
  if (row.codeDigest === null || !rules.codeGood(row, app.now())) return false
  const same = timingSafeEqual(row.codeDigest, digestOf(app, row.id, codeTyped(typed) ?? ''))
  if (!same) await store.countTry(tx, row.id)
  return same
}

export const confirmedOf = (app: App, row: store.AlertRow) => ({
  alert: viewOf(app, row),
  secret: contactOf(app, row).secret,
})

/** A grid that has ended is shown as those who took over its ground: these can be chosen again. */
function codesNow(app: App, areaIds: readonly number[]): string[] {
  const { geography } = app.places
  const codes = areaIds.flatMap((id) => {
    const area = geography.find(id)
    if (area === null) return []
    return geography.followersOf(area, localDate(app.now(), area.timeZone)).map(({ code }) => code)
  })
  return [...new Set(codes)]
}

const masked = {
  sms: maskPhone,
  mail: maskMail,
  push: (to: string) => new URL((JSON.parse(to) as PushAddress).endpoint).hostname,
}

function viewOf(app: App, row: store.AlertRow): AlertView {
  const { geography } = app.places
  const { to } = contactOf(app, row)
  const { id, channel, kinds, topics, pace, lang, endsAt } = row
  return {
    id,
    community: named(geography.get(row.communityId)),
    channel,
    to: masked[channel](to),
    areas: codesNow(app, row.areaIds),
    kinds,
    topics,
    pace,
    lang,
    confirmed: row.confirmedAt !== null,
    endsAt,
  }
}

export async function openAlert(
  app: App,
  { id, secret }: InputOf<typeof contract.openAlert>,
): Promise<Result<AlertView, 'no_such_alert'>> {
  const row = await inScope(app.db, job, (tx) => store.lockAlert(tx, id))
  return row !== null && fits(row, secret) ? done(viewOf(app, row)) : refused('no_such_alert')
}

export async function changeAlert(
  app: App,
  { id, secret, ...choice }: InputOf<typeof contract.changeAlert>,
): Promise<Result<AlertView, 'no_such_alert' | 'no_such_grid' | 'no_such_topic'>> {
  return inScope(app.db, job, async (tx) => {
    const row = await store.lockAlert(tx, id)
    if (row === null || !fits(row, secret) || row.confirmedAt === null)
      return refused('no_such_alert')
    const chosen = chosenIn(app, app.places.geography.get(row.communityId), choice)
    if (!chosen.ok) return chosen
    const { areaIds, kinds, topics, pace, lang } = chosen.value
    const next = { id, areaIds, kinds, topics, pace, lang, endsAt: rules.endsAfter(app.now()) }
    await store.choose(tx, next)
    await store.dropItems(tx, id)
    return done(viewOf(app, { ...row, ...next }))
  })
}

/** What is over already is over: a second press on the link of an old message says the same. */
export async function endAlert(
  app: App,
  { id, secret }: InputOf<typeof contract.endAlert>,
): Promise<Result<object, never>> {
  await inScope(app.db, job, async (tx) => {
    const row = await store.lockAlert(tx, id)
    if (row === null || !fits(row, secret)) return
    await store.endAlert(tx, id)
    await dropMessages(tx, row)
  })
  return done({})
}
