// Open311 GeoReport v2 on the rooms of this house: public matters as service requests, categories as services, and a
// POST that is an ordinary report in the name of the system whose key it carries.
import { externalIdOf, openSystem } from '#core/cases/external-id.ts'
import { residentStateWords } from '#core/cases/words.ts'
import { isOpen } from '#core/cases/case.ts'
import * as spec from '#core/cases/open311.ts'
import { attributesOf, servicesOf } from '#core/cases/open311-services.ts'
import { decimalsOf, publicPoint } from '#core/cases/public-place.ts'
import type { Lang } from '#core/kit/words.ts'
import { type Instant, toMs } from '#core/kit/time.ts'
import type { SystemActor } from '#core/people/actor.ts'
import { tokenMay } from '#core/people/rights.ts'
import type { Area } from '#core/places/area.ts'
import type { Category } from '#core/places/category.ts'
import type { App } from '../app.ts'
import { inScope } from '../kit/db.ts'
import type { PlainRequest } from '../kit/http.ts'
import { systemByToken } from '../people/who.ts'
import { categoriesAt } from '../places/index-of-places.ts'
import * as store from './open311-store.ts'
import type { RequestRow } from './open311-store.ts'

export type Answered = { status: number; answer: spec.Answer }

export const failed = (status: 400 | 403 | 404, ...descriptions: string[]): Answered => ({
  status,
  answer: {
    kind: 'errors',
    list: descriptions.map((description) => ({ code: status, description })),
  },
})
const found = (answer: spec.Answer): Answered => ({ status: 200, answer })

/** One question: what is asked, by whom, in which language. */
export type Question = {
  request: PlainRequest
  query: spec.Query
  asked: spec.Asked
  lang: Lang
  startedAt: Instant
}

export function answerGet(app: App, question: Question): Answered | Promise<Answered> {
  const { resource, id } = question.asked
  if (app.places.geography.top() === null) return failed(404, 'Nothing is set up here yet.')
  if (resource === 'discovery') return found(discovery(app, question))
  if (resource === 'services')
    return id === null ? found(services(app, question)) : definition(app, question, id)
  if (resource === 'tokens') return token(app, question, id)
  if (resource === 'servicerequestupdates')
    return id === null ? updates(app, question) : failed(404, 'There is no such resource.')
  return id === null ? requests(app, question) : oneRequest(app, question, id)
}

/**
 * The subtree meant. A jurisdiction that is the code of one of our areas narrows every answer to it; any other word
 * stands for the whole installation, which is one jurisdiction.
 */
export function jurisdiction(app: App, query: spec.Query): Area | null {
  const named = spec.argument(query, 'jurisdiction_id')
  const { geography } = app.places
  return (named === null ? null : geography.findByCode(named)) ?? geography.top()
}

export function categoriesFor(app: App, query: spec.Query): ReadonlyMap<string, Category> {
  return categoriesAt(app, jurisdiction(app, query)?.path ?? '', app.now())
}

function discovery(app: App, { startedAt }: Question): spec.Answer {
  const { publicUrl } = app.config
  return {
    kind: 'discovery',
    discovery: {
      changeset: spec.w3c(startedAt),
      contact: `${publicUrl}/`,
      key_service: `Keys are given by the administrator of ${publicUrl}; reading needs none.`,
      endpoints: [
        {
          specification: spec.specification,
          url: `${publicUrl}/open311/v2`,
          changeset: spec.w3c(startedAt),
          // Clients look for this word and stop where they do not find it, so a demonstration says it too.
          type: 'production',
          formats: ['text/xml', 'application/json'],
        },
      ],
    },
  }
}

function services(app: App, { query, lang }: Question): spec.Answer {
  return { kind: 'services', list: servicesOf(categoriesFor(app, query).values(), lang) }
}

function definition(app: App, { query, lang }: Question, code: string): Answered {
  const categories = categoriesFor(app, query)
  const category = categories.get(code)
  const branch = [...categories.values()].some((each) => each.parent === code)
  if (category === undefined || branch) return failed(404, `service_code ${code} was not found.`)
  return found({ kind: 'definition', code, attributes: attributesOf(category, lang) })
}

async function requests(app: App, question: Question): Promise<Answered> {
  const area = jurisdiction(app, question.query)
  const timeZone = area?.timeZone ?? 'Asia/Shanghai'
  const read = spec.readRequestsQuery(question.query, { now: app.now(), timeZone })
  if (!read.ok) return { status: 400, answer: { kind: 'errors', list: read.errors ?? [] } }
  const { value } = read
  const reference = spec.argument(question.query, 'reference')
  if (reference !== null) return ofReference(app, question, reference)
  const rows =
    value.ids !== null
      ? await byNumber(app, question, value.ids)
      : await inScope(app.db, { kind: 'public' }, (tx) =>
          store.listRequests(tx, {
            ...value,
            within: area?.path ?? '/',
            told: toldBy(app, question),
          }),
        )
  return found({ kind: 'requests', list: rows.map((row) => requestOf(app, row, question.lang)) })
}

/** By the number of the system that made it, for whoever lost our answer: only with its key, else nothing. */
async function ofReference(app: App, question: Question, reference: string): Promise<Answered> {
  const system = await keyHolder(app, question.query)
  const rows = system === null ? [] : await reportedAs(app, system, reference)
  const list = rows.map((row) => ({
    ...requestOf(app, row, question.lang),
    extended_attributes: { reference },
  }))
  return found({ kind: 'requests', list })
}

export function reportedAs(app: App, system: SystemActor, reference: string) {
  const externalId = externalIdOf(openSystem(system.id), reference)
  return inScope(app.db, { kind: 'job' }, (tx) => store.findByExternalId(tx, externalId))
}

/**
 * What became of requests, step by step, oldest first: of public matters, and with its key also of everything a system
 * reported itself. A step is a change of state in the words residents read; remarks and reasons stay here.
 */
async function updates(app: App, question: Question): Promise<Answered> {
  const area = jurisdiction(app, question.query)
  const timeZone = area?.timeZone ?? 'Asia/Shanghai'
  const read = spec.readRequestsQuery(question.query, { now: app.now(), timeZone })
  if (!read.ok) return { status: 400, answer: { kind: 'errors', list: read.errors ?? [] } }
  const within = area?.path ?? '/'
  const asked = { ...read.value, within }
  const system = await keyHolder(app, question.query)
  const rows =
    system === null
      ? await inScope(app.db, { kind: 'public' }, (tx) => store.listUpdates(tx, asked))
      : await inScope(app.db, { kind: 'job' }, (tx) =>
          store.listUpdatesFor(tx, { ...asked, systemId: system.id }),
        )
  return found({
    kind: 'updates',
    list: rows.map((row) => ({
      update_id: `${row.number}.${row.version}`,
      service_request_id: row.number,
      status: isOpen(row.state) ? 'open' : 'closed',
      updated_datetime: spec.w3c(row.at),
      description: [residentStateWords[row.state][question.lang], row.words ?? '']
        .filter((part) => part !== '')
        .join(question.lang === 'zh' ? '：' : ': '),
      media_url: null,
    })),
  })
}

function toldBy(app: App, { query }: Question): store.Told[] {
  const categories = [...categoriesFor(app, query).values()]
  return (['point', 'stretch'] as const).flatMap((precision) => {
    const codes = categories
      .filter((each) => each.placePrecision === precision)
      .map((each) => each.code)
    const decimals = decimalsOf[precision]
    return codes.length === 0 || decimals === null ? [] : [{ codes, decimals }]
  })
}

async function oneRequest(app: App, question: Question, id: string): Promise<Answered> {
  const [row] = await byNumber(app, question, [id])
  if (row === undefined) return failed(404, `service_request_id ${id} was not found.`)
  return found({ kind: 'requests', list: [requestOf(app, row, question.lang)] })
}

/** Every service here is "realtime": a token never differs from the number it stands for. */
async function token(app: App, question: Question, id: string | null): Promise<Answered> {
  if (id === null) return failed(400, 'token was not provided.')
  const [row] = await byNumber(app, question, [id])
  if (row === undefined) return failed(404, `token ${id} was not found.`)
  return found({ kind: 'token', list: [{ service_request_id: row.number, token: id }] })
}

/**
 * Public matters; with its key also everything a system reported itself. Without a key such a report is shown before
 * it is filed by its area alone, if its category is public: clients ask for the number they were just given.
 */
async function byNumber(app: App, question: Question, numbers: string[]): Promise<RequestRow[]> {
  const open = await inScope(app.db, { kind: 'public' }, (tx) => store.findRequests(tx, numbers))
  const known = new Set(open.map((row) => row.number))
  const rest = numbers.filter((number) => !known.has(number))
  if (rest.length === 0) return open
  const [system, reported] = await Promise.all([
    keyHolder(app, question.query),
    inScope(app.db, { kind: 'job' }, (tx) => store.findSystemRequests(tx, rest)),
  ])
  const shown = reported.flatMap((row) => {
    if (row.systemId === system?.id) return [row]
    return waitsToBeFiled(app, row) ? [{ ...row, lon: null, lat: null, dueAt: null }] : []
  })
  return [...open, ...shown]
}

function waitsToBeFiled(app: App, row: store.OwnRow): boolean {
  const { path } = app.places.geography.get(row.filedAreaId)
  const category = categoriesAt(app, path, row.reportedAt).get(row.category)
  const waiting = row.state === 'REPORTED' || row.state === 'VERIFYING'
  return !row.filed && waiting && category?.openToPublic === true
}

export async function keyHolder(app: App, query: spec.Query): Promise<SystemActor | null> {
  const key = spec.argument(query, 'api_key')
  const system = key === null ? null : await systemByToken(app, key)
  return system !== null && tokenMay(system, 'open311') ? system : null
}

function requestOf(app: App, row: RequestRow, lang: Lang): spec.RequestAnswer {
  const { geography } = app.places
  const filed = geography.get(row.filedAreaId)
  const category = categoriesAt(app, filed.path, row.reportedAt).get(row.category) ?? null
  // How precisely a place may be told is asked as of today: a rule made stricter holds for what was reported before.
  const precision = categoriesAt(app, filed.path, app.now()).get(row.category) ?? null
  const open = isOpen(row.state)
  const point =
    row.lon === null || row.lat === null
      ? null
      : publicPoint({ lon: row.lon, lat: row.lat }, precision)
  const address = addressOf(app, filed, lang)
  const name = category?.[lang] ?? row.category
  const changed = open ? row.lastAt : (row.closedAt ?? row.lastAt)
  return {
    service_request_id: row.number,
    status: open ? 'open' : 'closed',
    status_notes: residentStateWords[row.state][lang],
    service_name: name,
    service_code: row.category,
    // The reporter's own words are not public: what it is, and where, is.
    description: lang === 'zh' ? `${inChinese(app, filed)}：${name}` : `${name}, ${address}`,
    agency_responsible: nameOf(geography.communityOf(filed) ?? filed, lang),
    service_notice: null,
    requested_datetime: spec.w3c(row.reportedAt),
    updated_datetime: spec.w3c(toMs(changed) < toMs(row.reportedAt) ? row.reportedAt : changed),
    expected_datetime: open && row.dueAt !== null ? spec.w3c(row.dueAt) : null,
    address,
    address_id: filed.code,
    zipcode: null,
    lat: point?.lat ?? null,
    long: point?.lon ?? null,
    media_url: null,
  }
}

const nameOf = (area: Area, lang: Lang): string =>
  lang === 'en' ? (area.nameEn ?? area.name) : area.name

/** From the most specific to the most general, as specified. */
function addressOf(app: App, area: Area, lang: Lang): string {
  const up = app.places.geography.ancestors(area).toReversed()
  return up.map((each) => nameOf(each, lang)).join(', ')
}

/** As it is said and written: from the city down, without a pause. */
const inChinese = (app: App, area: Area): string =>
  app.places.geography
    .ancestors(area)
    .map((each) => each.name)
    .join('')
