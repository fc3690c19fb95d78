// Sending our cases to another Open311 server and following them there: what is sent, what an answer means, and when it is
// tried again. Pure; the wire and the rows stand in the server. Nothing personal is sent unless a rule of the remote says so.
import { publicPoint } from '#core/cases/public-place.ts'
import { statusOf } from '#core/cases/open311.ts'
import { type Instant, addSeconds } from '#core/kit/time.ts'
import type { Words } from '#core/kit/words.ts'
import type { Category } from '#core/places/category.ts'

/** What may be sent beside category, area, number and the place as the public knows it. Never a name or a telephone number. */
export const sendables = ['words', 'address', 'exactPlace'] as const
export type Sendable = (typeof sendables)[number]

export const sendableWords: Readonly<Record<Sendable, Words>> = {
  words: { zh: '反映人的原话（号码自动隐去）', en: 'The reporter’s words, numbers masked' },
  address: { zh: '填写的地址', en: 'The address as written' },
  exactPlace: { zh: '准确位置', en: 'The exact place' },
}

/** Ours, a code or its beginning, to theirs; `*` stands for all else. */
export type ServiceMap = Readonly<Record<string, string>>

/** The longest beginning that is named wins; null: they were never told what to do with it. */
export function serviceFor(services: ServiceMap, category: string): string | null {
  const named = Object.keys(services)
    .filter((code) => code !== '*' && category.startsWith(code))
    .toSorted((a, b) => b.length - a.length)[0]
  return services[named ?? '*'] ?? null
}

/** Our number of this piece of work: a second dispatch to the same unit is another request. */
export const referenceOf = (number: string, leg: number): string => `${number}.${leg}`
/** The same in a description, for servers that keep no number of ours. */
export const tagOf = (reference: string): string => `[${reference}]`

export type Passed = {
  reference: string
  service: string
  text: string
  address: string | null
  point: { lon: number; lat: number } | null
  urgent: boolean
  category: Category | null
  /** The area in words, from the city down. */
  place: string
  /** The official code of the community, for servers that know the same. */
  areaCode: string
}

/** What a POST carries, but for the key. Frozen when it is first written: each try sends the same. */
export type SentForm = Record<string, string>

export function formOf(of: Passed, sends: readonly Sendable[]): SentForm {
  const name = of.category?.zh ?? of.service
  const said = sends.includes('words') ? withoutNumbers(of.text) : ''
  const lines = [`${tagOf(of.reference)} ${name}`, of.place, said].filter((line) => line !== '')
  const point = sends.includes('exactPlace') ? of.point : publicPoint(of.point, of.category)
  const address = sends.includes('address') ? (of.address ?? '') : ''
  return {
    service_code: of.service,
    description: lines.join('\n').slice(0, 4000),
    'attribute[reference]': of.reference,
    ...(of.urgent && { 'attribute[danger]': 'yes' }),
    address_string: address === '' ? of.place : `${of.place} ${address}`.slice(0, 300),
    ...(point === null
      ? { 'attribute[area]': of.areaCode }
      : { lat: String(point.lat), long: String(point.lon) }),
  }
}

/** Telephone, identity and card numbers, however they are spaced; house numbers and times stay. */
export const withoutNumbers = (text: string): string =>
  text.replace(/[+＋]?\d(?:[ \-－.]?\d){6,}[Xx]?/gu, '＊＊＊')

// What they answer.

export type Taken = { number: string } | { token: string }

/** Of the answer to a POST, or of a token: the list's first. */
export function takenIn(said: unknown): Taken | null {
  const [first] = listIn(said)
  const number = textIn(first, 'service_request_id')
  if (number !== null) return { number }
  const token = textIn(first, 'token')
  return token === null ? null : { token }
}

/** Among their requests the one that is ours: by the number of ours it kept, or by the tag in its words. */
export function oursIn(said: unknown, reference: string): string | null {
  const own = listIn(said).find((one) => {
    const kept = (one as { extended_attributes?: unknown }).extended_attributes
    return (
      textIn(kept, 'reference') === reference ||
      (textIn(one, 'description') ?? '').includes(tagOf(reference))
    )
  })
  return textIn(own, 'service_request_id')
}

export type Step = {
  request: string
  /** Never changes: hearing it again changes nothing. */
  id: string
  status: 'open' | 'closed' | null
  at: string | null
  words: string
}

/** Of the extension for updates: each is a step with an id of its own. */
export function stepsIn(said: unknown): Step[] {
  return listIn(said).flatMap((one) => {
    const [request, id] = [textIn(one, 'service_request_id'), textIn(one, 'update_id')]
    if (request === null || id === null) return []
    return [{ request, id, ...stateIn(one, 'description') }]
  })
}

/** Where there is no such extension: a request that changed is a step, named by what it became and when. */
export function changesIn(said: unknown): Step[] {
  return listIn(said).flatMap((one) => {
    const request = textIn(one, 'service_request_id')
    if (request === null) return []
    const state = stateIn(one, 'status_notes')
    return [{ request, id: `${state.status ?? ''}@${state.at ?? ''}`, ...state }]
  })
}

function stateIn(one: unknown, words: string): Pick<Step, 'status' | 'at' | 'words'> {
  const at = textIn(one, 'updated_datetime')
  return {
    status: statusOf(textIn(one, 'status')),
    at: at !== null && !Number.isNaN(Date.parse(at)) ? at : null,
    words: textIn(one, words) ?? '',
  }
}

/** Errors of the specification in one sentence, or whatever plain text they sent. */
export function faultIn(said: unknown, text: string): string {
  const all = listIn(said).flatMap((one) => textIn(one, 'description') ?? [])
  const plain = /^\s*[<{[]/.test(text) ? '' : text.trim()
  return (all.length > 0 ? all.join(' ') : plain).slice(0, 300)
}

/** A list of requests, also an empty one: a proxy's page is no answer to whether ours is among them. */
export const isRequestList = (said: unknown): boolean =>
  Array.isArray(said) || (typeof said === 'object' && said !== null && 'service_requests' in said)

/** JSON is a list; XML repeats an element inside its root; some servers answer with one object alone. */
export function listIn(said: unknown): unknown[] {
  if (Array.isArray(said)) return said
  if (typeof said !== 'object' || said === null) return []
  const inner = Object.values(said)
  const held = inner.find((each) => typeof each === 'object' && each !== null)
  if ('service_request_id' in said || 'service_code' in said || held === undefined) return [said]
  return Array.isArray(held) ? held : listIn(held)
}

function textIn(one: unknown, name: string): string | null {
  const value =
    typeof one === 'object' && one !== null ? (one as Record<string, unknown>)[name] : null
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value).trim()
  return text === '' ? null : text
}

// When it is tried again.

/** The first look is soon; an answer that was lost is asked for before anything is sent again. */
const pauses = [60, 300, 900, 3600, 7200, 14_400, 28_800, 57_600, 86_400, 86_400]

export function nextSendAt(tries: number, at: Instant, retryAfterSeconds = 0): Instant | null {
  const pause = pauses[tries - 1]
  if (pause === undefined) return null
  return addSeconds(at, Math.max(pause, Math.min(retryAfterSeconds, 86_400)))
}

/** A no of theirs, to be told to whoever gave the case; all else is trouble on the way. */
export const isRefusal = (status: number): boolean =>
  (status >= 400 && status < 500 && ![408, 425, 429].includes(status)) || status === 501

/** They do not know what was asked for, rather than not wanting to say it. */
export const isUnknown = (status: number): boolean => [400, 404, 405, 410, 501].includes(status)

export const pollSeconds = 300
/** Clocks differ, and what is written at the moment of asking may be seen only later. */
export const overlapSeconds = 600
