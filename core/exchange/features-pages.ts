// The documents of OGC API – Features Part 1 (17-069r4), without their contents: landing page, conformance, collections,
// a page of features, errors. Pure: addresses come in as the base under which all of it stands.
import type { Lang, Words } from '#core/kit/words.ts'
import type { Instant } from '#core/kit/time.ts'
import type { Box } from '#core/places/geometry.ts'
import { crs84 } from './features-query.ts'
import type { Geometry } from './shapes.ts'

export const mediaTypes = {
  json: 'application/json',
  features: 'application/geo+json',
  api: 'application/vnd.oai.openapi+json;version=3.0',
} as const

export type Link = { href: string; rel: string; type: string; title: string }

export const conformsTo = [
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
]

const titles = {
  landing: { zh: '{name}：区划与公开事件', en: '{name}: areas and public cases' },
  about: {
    zh: '各级区划的边界和公开事件的进展。坐标为 WGS 84 经纬度；可能涉及住户的事件只给出所在网格。',
    en: 'Outlines of areas at every level, and how public cases go. Longitude and latitude, WGS 84. What may lie at somebody’s home is placed by its grid only.',
  },
  self: { zh: '本页', en: 'This document' },
  api: { zh: '接口定义', en: 'The API definition' },
  docs: { zh: '使用说明', en: 'How to use it' },
  conformance: { zh: '符合的标准类', en: 'Conformance classes' },
  data: { zh: '全部数据集', en: 'The collections' },
  items: { zh: '要素', en: 'Features' },
  next: { zh: '下一页', en: 'Next page' },
  collection: { zh: '所属数据集', en: 'The collection it belongs to' },
} satisfies Record<string, Words>

export type At = { base: string; lang: Lang }

const link = (
  { base, lang }: At,
  { path, rel, of, type }: { path: string; rel: string; of: keyof typeof titles; type?: string },
): Link => ({
  href: `${base}${path}`,
  rel,
  type: type ?? mediaTypes.json,
  title: titles[of][lang],
})

export function landingPage(at: At, { name, docs }: { name: string; docs: string }) {
  return {
    title: titles.landing[at.lang].replace('{name}', name),
    description: titles.about[at.lang],
    links: [
      link(at, { path: '', rel: 'self', of: 'self' }),
      link(at, { path: '/api', rel: 'service-desc', of: 'api', type: mediaTypes.api }),
      { href: docs, rel: 'service-doc', type: 'text/html', title: titles.docs[at.lang] },
      link(at, { path: '/conformance', rel: 'conformance', of: 'conformance' }),
      link(at, { path: '/collections', rel: 'data', of: 'data' }),
    ],
  }
}

/** One collection as the server knows it. */
export type Collection = {
  id: string
  title: Words
  description: Words
  box: Box | null
  /** Null where features carry no time. */
  since: Instant | null
}

export function collectionPage(at: At, collection: Collection) {
  const { id, title, description, box, since } = collection
  const path = `/collections/${encodeURIComponent(id)}`
  const spatial =
    box === null
      ? {}
      : { spatial: { bbox: [[box.west, box.south, box.east, box.north]], crs: crs84 } }
  return {
    id,
    title: title[at.lang],
    description: description[at.lang],
    extent: { ...spatial, temporal: { interval: [[since, null]] } },
    itemType: 'feature',
    crs: [crs84],
    storageCrs: crs84,
    links: [
      link(at, { path, rel: 'self', of: 'self' }),
      link(at, { path: `${path}/items`, rel: 'items', of: 'items', type: mediaTypes.features }),
    ],
  }
}

export function collectionsPage(at: At, collections: readonly Collection[]) {
  return {
    links: [link(at, { path: '/collections', rel: 'self', of: 'self' })],
    collections: collections.map((each) => collectionPage(at, each)),
  }
}

export type Feature = {
  id: string
  geometry: Geometry | null
  properties: Readonly<Record<string, string | number | boolean | null>>
}

export type FeaturePage = {
  features: readonly Feature[]
  matched: number
  /** Key of the last feature if more follow. */
  next: string | null
}

const featureOf = ({ id, geometry, properties }: Feature) => ({
  type: 'Feature',
  id,
  geometry,
  properties,
})

export function itemsPage(
  at: At,
  asked: { collection: string; query: URLSearchParams; now: Instant },
  page: FeaturePage,
) {
  const path = `/collections/${encodeURIComponent(asked.collection)}`
  const type = mediaTypes.features
  const items = (query: URLSearchParams) =>
    `${path}/items${query.size === 0 ? '' : `?${query.toString()}`}`
  const onward = new URLSearchParams(asked.query)
  onward.delete('offset')
  onward.set('after', page.next ?? '')
  return {
    type: 'FeatureCollection',
    features: page.features.map(featureOf),
    numberMatched: page.matched,
    numberReturned: page.features.length,
    timeStamp: asked.now,
    links: [
      link(at, { path: items(asked.query), rel: 'self', of: 'self', type }),
      link(at, { path, rel: 'collection', of: 'collection' }),
      ...(page.next === null
        ? []
        : [link(at, { path: items(onward), rel: 'next', of: 'next', type })]),
    ],
  }
}

export function featurePage(at: At, collection: string, feature: Feature) {
  const path = `/collections/${encodeURIComponent(collection)}`
  const own = `${path}/items/${encodeURIComponent(feature.id)}`
  return {
    ...featureOf(feature),
    links: [
      link(at, { path: own, rel: 'self', of: 'self', type: mediaTypes.features }),
      link(at, { path, rel: 'collection', of: 'collection' }),
    ],
  }
}

export const errorPage = (code: string, description: string) => ({ code, description })
