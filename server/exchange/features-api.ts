// The OpenAPI 3.0 document of OGC API – Features: clients read from it how many features a page may hold and by which
// properties they may filter.
import { limitDefault, limitMax } from '#core/exchange/features-query.ts'
import { mediaTypes } from '#core/exchange/features-pages.ts'
import { packageVersion } from '../kit/package-root.ts'

const text = { type: 'string' } as const
const query = (name: string, schema: object, description: string) => ({
  name,
  in: 'query',
  required: false,
  style: 'form',
  explode: false,
  schema,
  description,
})

const paging = [
  query(
    'limit',
    { type: 'integer', minimum: 1, maximum: limitMax, default: limitDefault },
    'How many features a page holds',
  ),
  query('offset', { type: 'integer', minimum: 0, default: 0 }, 'How many are left out at first'),
  query('after', text, 'Where a page goes on: comes in the link rel=next'),
  query(
    'bbox',
    { type: 'array', minItems: 4, maxItems: 6, items: { type: 'number' } },
    'West, south, east, north (WGS 84)',
  ),
  query('datetime', text, 'An instant, or an interval with a slash; .. is an open end'),
]

const filterTexts: Record<string, string> = {
  within: 'Code of an area: only what lies in it',
  category: 'Code of a category or its beginning',
  status: 'open or closed',
}

export type ApiCollection = { id: string; filters: readonly string[] }

export function featuresApi(base: string, collections: readonly ApiCollection[]) {
  const items = collections.map(({ id, filters }) => [
    `/collections/${id}/items`,
    read('A page of features', mediaTypes.features, [
      ...paging,
      ...filters.map((name) => query(name, text, filterTexts[name] ?? name)),
    ]),
  ])
  const single = collections.map(({ id }) => [
    `/collections/${id}/items/{featureId}`,
    read('One feature', mediaTypes.features, [inPath('featureId')]),
  ])
  return {
    openapi: '3.0.3',
    info: { title: 'Linli: OGC API – Features', version: packageVersion },
    servers: [{ url: base }],
    paths: {
      '/': read('Landing page', mediaTypes.json),
      '/conformance': read('Conformance classes', mediaTypes.json),
      '/collections': read('Collections', mediaTypes.json),
      '/collections/{collectionId}': read('One collection', mediaTypes.json, [
        inPath('collectionId'),
      ]),
      ...(Object.fromEntries([...items, ...single]) as Record<string, object>),
    },
  }
}

const inPath = (name: string) => ({ name, in: 'path', required: true, schema: text })

const read = (summary: string, type: string, parameters: object[] = []) => ({
  get: {
    summary,
    ...(parameters.length > 0 && { parameters }),
    responses: {
      '200': { description: summary, content: { [type]: { schema: { type: 'object' } } } },
      '400': { description: 'A parameter cannot be read' },
      '404': { description: 'There is no such resource' },
    },
  },
})
