// OGC API – Features at /ogc: for the map tools of others (QGIS, GDAL, OWSLib), without a key.
import {
  type QueryFault,
  plainFault,
  readFeaturesQuery,
  crs84,
} from '#core/exchange/features-query.ts'
import * as pages from '#core/exchange/features-pages.ts'
import type { Collection, Feature, FeaturePage } from '#core/exchange/features-pages.ts'
import type { FeaturesQuery } from '#core/exchange/features-query.ts'
import type { App } from '../app.ts'
import { type PlainAnswer, type PlainRequest, type Server, mountPlain } from '../kit/http.ts'
import { featuresApi } from './features-api.ts'
import { areaCollections, areaItem, areaItems, levelOfCollection } from './features-areas.ts'
import {
  caseFilters,
  caseItem,
  caseItems,
  casesCollection,
  publicCasesCollection,
} from './features-cases.ts'

const limit = { max: 600, per: 'minute' } as const

export function mountFeatures(server: Server, app: App): void {
  for (const path of ['/ogc', '/ogc/*'])
    mountPlain(server, app, { method: 'GET', path, limit }, (request) => answer(app, request))
}

async function answer(app: App, request: PlainRequest): Promise<PlainAnswer> {
  const steps = (request.params['*'] ?? '').split('/').filter((step) => step !== '')
  const lang = request.query['lang'] === 'en' ? 'en' : request.query['lang'] === 'zh' ? 'zh' : null
  const at = { base: `${app.config.publicUrl}/ogc`, lang: lang ?? request.lang }
  const asked = { at, query: request.query, params: new URLSearchParams() }
  for (const [name, value] of Object.entries(request.query))
    for (const each of [value].flat()) asked.params.append(name, each)
  const [first, id, items, feature, ...more] = steps
  if (more.length > 0 || (items !== undefined && items !== 'items')) return missing()
  if (first === 'collections' && id !== undefined && items !== undefined)
    return feature === undefined
      ? ofItems(app, asked, id)
      : ofOne(app, asked, { collection: id, feature })
  const page = id === undefined || first === 'collections' ? await document(app, at, steps) : null
  if (page === null) return missing()
  const fault = plainFault(request.query)
  return fault === null ? page : bad(fault)
}

type Asked = { at: pages.At; query: PlainRequest['query']; params: URLSearchParams }

async function document(app: App, at: pages.At, steps: string[]): Promise<PlainAnswer | null> {
  const [first, id] = steps
  if (first === undefined) {
    const top = app.places.geography.top()
    const name = (at.lang === 'en' ? (top?.nameEn ?? top?.name) : top?.name) ?? 'Linli'
    return sent(pages.landingPage(at, { name, docs: `${app.config.publicUrl}/api/docs` }))
  }
  if (first === 'conformance') return sent({ conformsTo: pages.conformsTo })
  if (first === 'api') {
    const all = await collectionsOf(app)
    const api = all.map((each) => ({ id: each.id, filters: filtersOf(each.id) }))
    return sent(featuresApi(at.base, api), pages.mediaTypes.api)
  }
  if (first !== 'collections') return null
  const collections = await collectionsOf(app)
  if (id === undefined) return sent(pages.collectionsPage(at, collections))
  const found = collections.find((each) => each.id === id)
  return found === undefined ? null : sent(pages.collectionPage(at, found))
}

async function collectionsOf(app: App): Promise<Collection[]> {
  return [...areaCollections(app), await publicCasesCollection(app)]
}

const filtersOf = (collection: string): readonly string[] =>
  collection === casesCollection ? caseFilters : ['within']

async function ofItems(app: App, { at, query, params }: Asked, id: string): Promise<PlainAnswer> {
  const level = levelOfCollection(app, id)
  if (level === null && id !== casesCollection) return missing()
  const read = readFeaturesQuery(query, filtersOf(id))
  if (!read.ok) return bad(read.fault ?? { name: 'query', wants: 'what /ogc/api says' })
  const page = await itemsOf(app, level, read.value)
  const now = app.now()
  const body = pages.itemsPage(at, { collection: id, query: params, now }, page)
  return sent(body, pages.mediaTypes.features)
}

const itemsOf = (app: App, level: string | null, query: FeaturesQuery): Promise<FeaturePage> =>
  level === null ? caseItems(app, query) : Promise.resolve(areaItems(app, level, query))

async function ofOne(
  app: App,
  { at, query }: Asked,
  { collection, feature }: { collection: string; feature: string },
): Promise<PlainAnswer> {
  const level = levelOfCollection(app, collection)
  if (level === null && collection !== casesCollection) return missing()
  const fault = plainFault(withoutCrs(query))
  if (fault !== null) return bad(fault)
  const found: Feature | null =
    level === null ? await caseItem(app, feature) : areaItem(app, level, feature)
  if (found === null) return missing()
  return sent(pages.featurePage(at, collection, found), pages.mediaTypes.features)
}

function withoutCrs({ crs, ...rest }: PlainRequest['query']): PlainRequest['query'] {
  return crs === undefined || crs === crs84 ? rest : { ...rest, crs }
}

/** As bytes, so that the media type leaves exactly as the standard writes it. */
const sent = (body: object, type: string = pages.mediaTypes.json, status = 200): PlainAnswer => ({
  status,
  contentType: type,
  body: Buffer.from(JSON.stringify(body)),
  headers: {
    // Open data: pages of others may read it, and carry no cookies of ours when they do.
    'access-control-allow-origin': '*',
    'cache-control': 'no-cache',
    ...(type === pages.mediaTypes.features && { 'content-crs': `<${crs84}>` }),
  },
})

const bad = ({ name, wants }: QueryFault): PlainAnswer =>
  sent(
    pages.errorPage('InvalidParameterValue', `${name} wants ${wants}.`),
    pages.mediaTypes.json,
    400,
  )

const missing = (): PlainAnswer =>
  sent(pages.errorPage('NotFound', 'There is no such resource.'), pages.mediaTypes.json, 404)
