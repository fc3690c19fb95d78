// Open311 GeoReport v2 (wiki.open311.org/GeoReport_v2) as pure functions: what a client asks, what it is answered.
// The specification is not ours, so neither are its names, statuses and forms; clients that we have never seen must
// work. Where they disagree with the specification in harmless ways, both readings are taken.

import { refused, done, type Result } from '#core/kit/result.ts'
import { addDays, compareInstants, isInstant, toMs, type Instant } from '#core/kit/time.ts'
import { instantAt } from '#core/kit/zones.ts'

export type Format = 'json' | 'xml'
export type Open311Error = { code: number; description: string }
/** One refusal may name several errors: the body of the answer is their list. */
export type Open311Refusal = { status: 400 | 403 | 404; errors: Open311Error[] }

export const specification = 'http://wiki.open311.org/GeoReport_v2'
export const contentTypes: Record<Format, string> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
}

// What is asked: the path.

export type Asked = {
  resource: (typeof resources)[number]
  id: string | null
  format: Format
}

const resources = ['discovery', 'services', 'requests', 'tokens', 'servicerequestupdates'] as const

/**
 * `requests.json`, `requests/ID.xml`. Without an ending the Accept header decides, and XML, which the specification
 * requires, if that says nothing. Some clients write `requests/json` for the list.
 */
export function readPath(path: string, accept: string | null): Asked | null {
  const [head = '', ...rest] = path
    .split('/')
    .filter((part) => part !== '')
    .map(decoded)
  if (rest.length > 1) return null
  const last = rest[0] ?? head
  const ending = /\.(json|xml)$/.exec(last)?.[1] as Format | undefined
  const bare = ending === undefined ? last : last.slice(0, -ending.length - 1)
  const name = rest.length === 0 ? bare : head
  const resource = resources.find((each) => each === name)
  if (resource === undefined) return null
  if (rest.length === 1 && ending === undefined && (bare === 'json' || bare === 'xml'))
    return { resource, id: null, format: bare }
  const wished: Format = accept !== null && /\bjson\b/.test(accept) ? 'json' : 'xml'
  return { resource, id: rest.length === 0 ? null : bare, format: ending ?? wished }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

// What is asked: the filters.

export type Query = Readonly<Record<string, string | string[] | undefined>>

export type RequestsQuery = {
  /** Given, it overrides everything else. */
  ids: string[] | null
  serviceCodes: string[] | null
  from: Instant
  to: Instant
  status: 'open' | 'closed' | null
  page: number
  pageSize: number
  near: { lon: number; lat: number; metres: number } | null
}

const daysMax = 90
export const requestsMax = 1000
const radiusMetresDefault = 1000
const radiusMetresMax = 50_000

/** The specification: an empty argument is the same as none. Repeated ones are one list. */
export function argument(query: Query, name: string): string | null {
  const value = query[name] ?? query[`${name}[]`]
  const text = (Array.isArray(value) ? value.join(',') : (value ?? '')).trim()
  return text === '' ? null : text
}

function listed(query: Query, name: string): string[] | null {
  const items = (argument(query, name) ?? '').split(',').map((item) => item.trim())
  const named = [...new Set(items.filter((item) => item !== ''))]
  return named.length === 0 ? null : named
}

export function readRequestsQuery(
  query: Query,
  at: { now: Instant; timeZone: string },
): Result<RequestsQuery> & { errors?: Open311Error[] } {
  const errors: Open311Error[] = []
  const wrong = (description: string) => void errors.push({ code: 400, description })
  const span = readSpan(query, at, wrong)
  const value: RequestsQuery = {
    ids: listed(query, 'service_request_id')?.slice(0, requestsMax) ?? null,
    serviceCodes: listed(query, 'service_code'),
    ...span,
    status: readStatus(query, wrong),
    page: readWhole(query, 'page', 1, wrong),
    pageSize: Math.min(readWhole(query, 'page_size', requestsMax, wrong), requestsMax),
    near: readNear(query, wrong),
  }
  if (value.ids !== null || errors.length === 0) return done(value)
  return { ...refused('bad_query'), errors }
}

type Wrong = (description: string) => void

function readSpan(query: Query, at: { now: Instant; timeZone: string }, wrong: Wrong) {
  const read = (name: 'start_date' | 'end_date'): Instant | null => {
    const text = argument(query, name)
    const instant = text === null ? null : readDate(text, at.timeZone)
    if (text !== null && instant === null)
      wrong(`${name} is not a W3C date and time such as 2010-01-01T00:00:00Z.`)
    return instant
  }
  const [start, end] = [read('start_date'), read('end_date')]
  const to = end ?? (start === null ? at.now : addDays(start, daysMax))
  const from = start ?? addDays(to, -daysMax)
  if (compareInstants(from, to) > 0) wrong('start_date is later than end_date.')
  // A day's grace: clients write "90 days" as whole days from midnight to midnight.
  if (toMs(to) - toMs(from) > (daysMax + 1) * 86_400_000)
    wrong(`start_date and end_date may not span more than ${daysMax} days.`)
  return { from, to }
}

/** With an offset as specified; a bare date or time is taken on the clocks of the place. */
function readDate(text: string, timeZone: string): Instant | null {
  // An unescaped + of "+08:00" arrives as a space.
  const repaired = text.replace(/^(\d{4}-\d{2}-\d{2}T[\d:.]+) (\d{2}:\d{2})$/, '$1+$2')
  if (isInstant(repaired)) return new Date(repaired).toISOString()
  if (/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?$/.test(repaired))
    return instantAt(repaired, timeZone)
  return null
}

function readStatus(query: Query, wrong: Wrong): RequestsQuery['status'] {
  const named = (listed(query, 'status') ?? []).map((status) => status.toLowerCase())
  if (named.some((status) => status !== 'open' && status !== 'closed'))
    wrong('status is open, closed, or both, separated by a comma.')
  const status = named.length === 1 ? named[0] : null
  return status === 'open' || status === 'closed' ? status : null
}

function readWhole(query: Query, name: string, otherwise: number, wrong: Wrong): number {
  const text = argument(query, name)
  if (text === null) return otherwise
  if (/^\d{1,6}$/.test(text) && Number(text) > 0) return Number(text)
  wrong(`${name} is a whole number from 1.`)
  return otherwise
}

function readNear(query: Query, wrong: Wrong): RequestsQuery['near'] {
  const point = readPoint(query)
  if (point === 'none') return null
  const radius = Number(argument(query, 'radius') ?? radiusMetresDefault)
  if (point === 'wrong' || !(radius > 0 && radius <= radiusMetresMax)) {
    wrong('lat and long are degrees (WGS 84) and come together; radius is metres, at most 50000.')
    return null
  }
  return { ...point, metres: radius }
}

/** Both or neither. Also read from the body of a POST. */
export function readPoint(query: Query): { lon: number; lat: number } | 'none' | 'wrong' {
  const [lat, lon] = [argument(query, 'lat'), argument(query, 'long') ?? argument(query, 'lng')]
  if (lat === null && lon === null) return 'none'
  const point = { lon: Number(lon ?? Number.NaN), lat: Number(lat ?? Number.NaN) }
  const fits = Math.abs(point.lon) <= 180 && Math.abs(point.lat) <= 90
  return fits ? point : 'wrong'
}

// What is answered. JSON follows the "Spark convention": a list stands where XML repeats an element.

export type ServiceAnswer = {
  service_code: string
  service_name: string
  description: string
  metadata: boolean
  type: 'realtime'
  keywords: string
  group: string
}

// What is said: an update that another system posts.

export type PostedUpdate = {
  request: string
  /** Its id in the system that posts it. */
  id: string | null
  status: 'open' | 'closed' | null
  words: string
}

/** The extension's own words for a request's state, and what they come to. */
const openWords = [
  'OPEN',
  'IN_PROGRESS',
  'INVESTIGATING',
  'ACTION_SCHEDULED',
  'PLANNED',
  'FOR_TRIAGE',
]
const closedWords = [
  'CLOSED',
  'FIXED',
  'DUPLICATE',
  'NO_FURTHER_ACTION',
  'NOT_COUNCILS_RESPONSIBILITY',
  'INTERNAL_REFERRAL',
]

export function statusOf(word: string | null): 'open' | 'closed' | null {
  const named = (word ?? '')
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, '_')
  if (openWords.includes(named)) return 'open'
  return closedWords.includes(named) ? 'closed' : null
}

const updateWordsMax = 4000

/** Names, addresses and numbers of whoever wrote it are not read: an update is about the matter. */
export function readUpdate(fields: Query): { update: PostedUpdate } | { faults: string[] } {
  const said = (name: string) => argument(fields, name)
  const [request, word, words] = [said('service_request_id'), said('status'), said('description')]
  const status = statusOf(word)
  const faults: string[] = []
  if (request === null) faults.push('service_request_id was not provided.')
  if (word === null && words === null) faults.push('Neither status nor description was provided.')
  if (word !== null && status === null) faults.push(`status ${word.slice(0, 40)} is not known.`)
  if ((words ?? '').length > updateWordsMax)
    faults.push(`description is longer than ${updateWordsMax} characters.`)
  if (request === null || faults.length > 0) return { faults }
  const id = said('update_id')?.slice(0, 200) ?? null
  return { update: { request, id, status, words: words ?? '' } }
}

export type AttributeAnswer = {
  variable: boolean
  code: string
  datatype: 'string' | 'text' | 'singlevaluelist'
  required: boolean
  datatype_description: string | null
  order: number
  description: string
  values: { key: string; name: string }[]
}

export type RequestAnswer = {
  service_request_id: string
  status: 'open' | 'closed'
  status_notes: string | null
  service_name: string
  service_code: string
  description: string
  agency_responsible: string | null
  service_notice: string | null
  requested_datetime: string
  updated_datetime: string
  expected_datetime: string | null
  address: string | null
  address_id: string | null
  zipcode: string | null
  lat: number | null
  long: number | null
  media_url: string | null
  /** Only to the system that made it, which asked by its own number. */
  extended_attributes?: { reference: string }
}

/** Of the extension that hotlines and FixMyStreet's adapters poll: one step of one request. */
export type UpdateAnswer = {
  update_id: string
  service_request_id: string
  status: 'open' | 'closed'
  updated_datetime: string
  description: string
  media_url: null
}

export type Answer =
  | { kind: 'updates'; list: UpdateAnswer[] }
  | { kind: 'said'; list: { update_id: string }[] }
  | { kind: 'services'; list: ServiceAnswer[] }
  | { kind: 'definition'; code: string; attributes: AttributeAnswer[] }
  | { kind: 'requests'; list: RequestAnswer[] }
  | {
      kind: 'created'
      list: { service_request_id: string; service_notice: string | null; account_id: null }[]
    }
  | { kind: 'token'; list: { service_request_id: string; token: string }[] }
  | { kind: 'errors'; list: Open311Error[] }
  | { kind: 'discovery'; discovery: Discovery }

export type Discovery = {
  changeset: string
  contact: string
  key_service: string
  endpoints: {
    specification: string
    url: string
    changeset: string
    type: 'production' | 'test'
    formats: string[]
  }[]
}

export function jsonOf(answer: Answer): unknown {
  if (answer.kind === 'definition')
    return { service_code: answer.code, attributes: answer.attributes }
  return answer.kind === 'discovery' ? answer.discovery : answer.list
}

/** The outermost element and what stands in it. */
export function xmlOf(answer: Answer): { root: string; content: object } {
  switch (answer.kind) {
    case 'services':
      return { root: 'services', content: { service: answer.list } }
    case 'definition':
      return { root: 'service_definition', content: definitionXml(answer) }
    case 'updates':
    case 'said':
      return { root: 'service_request_updates', content: { request_update: answer.list } }
    case 'errors':
      return { root: 'errors', content: { error: answer.list } }
    case 'discovery':
      return { root: 'discovery', content: discoveryXml(answer.discovery) }
    default:
      return { root: 'service_requests', content: { request: answer.list } }
  }
}

function definitionXml({ code, attributes }: { code: string; attributes: AttributeAnswer[] }) {
  const attribute = attributes.map((each) => ({ ...each, values: { value: each.values } }))
  return { service_code: code, attributes: { attribute } }
}

function discoveryXml({ endpoints, ...rest }: Discovery) {
  const endpoint = endpoints.map((each) => ({ ...each, formats: { format: each.formats } }))
  return { ...rest, endpoints: { endpoint } }
}

/** W3C date and time: whole seconds are enough for a street lamp. */
export const w3c = (instant: Instant): string =>
  `${new Date(toMs(instant)).toISOString().slice(0, 19)}Z`
