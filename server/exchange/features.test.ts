// A planner in another office opens her map program, types one address and sees the districts' outlines and what is
// being mended where. Nothing on her map is somebody's home.
import { execFile, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { beforeAll, describe, expect, test } from 'vitest'
import { acceptCase } from '#core/cases/contract-moves.ts'
import { must } from '#testing/town-life.ts'
import { type Town, act, codes, openTown, report } from '#testing/town.ts'

type Shape = { type: string; coordinates: unknown }
type Found = { id: string; geometry: Shape | null; properties: Record<string, unknown> }
type Page = {
  features: Found[]
  numberMatched: number
  numberReturned: number
  links: { rel: string; href: string; type: string }[]
}

let t: Town
let base = ''
const known: Record<string, string> = {}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

beforeAll(async () => {
  const port = await freePort()
  base = `http://127.0.0.1:${port}`
  t = await openTown({ config: { publicUrl: base } })
  const wu = await t.as('wu')
  const exact = { lon: 106.6051234567, lat: 29.5051234567 }
  for (const [name, category] of Object.entries({
    cover: 'P01-01-2',
    lamp: 'P01-37-2',
    stairs: 'P05-04',
  })) {
    t.clock.advance(60)
    const { number } = await report(t.client(), {
      category,
      point: exact,
      text: `${name} 3 幢 502`,
    })
    must(await act(wu, acceptCase, number, { category, conditionMet: true }))
    known[name] = number
  }
  known['unfiled'] = (await report(t.client(), { category: 'P01-01-2' })).number
  await t.server.listen({ port, host: '127.0.0.1' })
})

const get = (path: string, headers: Record<string, string> = {}) =>
  t.client().send({ path: path.replace(base, ''), headers })
const items = async (query = '', collection = 'public-cases') => {
  const answer = await get(`/ogc/collections/${collection}/items${query}`)
  expect(answer.status).toBe(200)
  return answer.json() as Page
}
const ids = (page: Page) => page.features.map((each) => each.id)

describe('what the standard asks', () => {
  test('the landing page answers with and without a slash, and every link on it leads somewhere', async () => {
    const [bare, slashed] = [await get('/ogc'), await get('/ogc/')]
    expect(bare.headers['content-type']).toBe('application/json')
    expect(slashed.text).toBe(bare.text)
    const { links } = bare.json() as Page
    expect(links.map((each) => each.rel)).toEqual(
      expect.arrayContaining(['self', 'service-desc', 'conformance', 'data']),
    )
    for (const link of links) {
      const met = await get(link.href)
      expect(met.status).toBe(200)
      expect(String(met.headers['content-type'])).toContain(link.type.split(';')[0])
    }
  })

  test('media types are exactly those of the standard, and errors are JSON with a code', async () => {
    expect((await get('/ogc/api')).headers['content-type']).toBe(
      'application/vnd.oai.openapi+json;version=3.0',
    )
    const page = await get('/ogc/collections/areas-grid/items')
    expect(page.headers['content-type']).toBe('application/geo+json')
    expect(page.headers['access-control-allow-origin']).toBe('*')
    for (const [path, status] of [
      ['/ogc/collections/areas-grid/items?limit=0', 400],
      ['/ogc/collections/areas-grid/items?colour=red', 400],
      ['/ogc/collections?colour=red', 400],
      ['/ogc/collections/nothing', 404],
      ['/ogc/collections/nothing/items', 404],
      ['/ogc/collections/areas-grid/items/none', 404],
      ['/ogc/elsewhere', 404],
    ] as const) {
      const met = await get(path)
      expect([path, met.status]).toEqual([path, status])
      expect(met.headers['content-type']).toBe('application/json')
      expect(met.json()).toMatchObject({
        code: expect.any(String),
        description: expect.any(String),
      })
    }
  })

  test('there is a collection for each level that has areas, and one of public cases', async () => {
    const said = (await get('/ogc/collections')).json() as { collections: { id: string }[] }
    const named = said.collections.map((each) => each.id)
    expect(named).toEqual(expect.arrayContaining(['areas-street', 'areas-grid', 'public-cases']))
    const grid = (await get('/ogc/collections/areas-grid')).json()
    expect(grid).toMatchObject({
      itemType: 'feature',
      crs: ['http://www.opengis.net/def/crs/OGC/1.3/CRS84'],
      extent: { spatial: { bbox: [[106.6, 29.5, 106.62, 29.51]] } },
    })
  })
})

describe('areas', () => {
  test('come page by page: every grid once, the same count on each page', async () => {
    const all = await items('', 'areas-grid')
    let [page, met] = [await items('?limit=1', 'areas-grid'), [] as string[]]
    for (;;) {
      expect(page.numberMatched).toBe(all.numberMatched)
      expect(page.numberReturned).toBe(page.features.length)
      met = [...met, ...ids(page)]
      const next = page.links.find((each) => each.rel === 'next')
      if (next === undefined) break
      page = (await get(next.href)).json() as Page
    }
    expect(met).toEqual(ids(all))
    expect(new Set(met).size).toBe(all.numberMatched)
    expect(ids(await items('?offset=1', 'areas-grid'))).toEqual(met.slice(1))
  })

  test('a box finds those that reach into it, also between their corners', async () => {
    const inLane = await items('?bbox=106.604,29.504,106.606,29.506', 'areas-grid')
    expect(ids(inLane)).toEqual([codes.grid])
    expect(ids(await items('?bbox=106.609,29.504,106.611,29.506', 'areas-grid'))).toHaveLength(2)
    expect(ids(await items('?bbox=0,0,1,1', 'areas-grid'))).toEqual([])
  })

  test('a day decides which areas there were', async () => {
    const grid = t.town.area[codes.grid2]
    await t.owner.query(`update places.areas set valid_from = '2026-02-01' where id = $1`, [grid])
    await t.app.places.refresh()
    expect(ids(await items('?datetime=2026-01-15', 'areas-grid'))).not.toContain(codes.grid2)
    expect(ids(await items('?datetime=2026-01-15/..', 'areas-grid'))).toContain(codes.grid2)
    expect(ids(await items('', 'areas-grid'))).toContain(codes.grid2)
  })
})

describe('public cases', () => {
  test('lie where anybody may know they lie, and no reporter’s word comes along', async () => {
    const page = await items()
    expect(ids(page)).toEqual([known['cover'], known['lamp'], known['stairs']])
    const [cover, lamp, stairs] = page.features
    expect(cover?.geometry).toEqual({ type: 'Point', coordinates: [106.60512, 29.50512] })
    expect(lamp?.geometry).toEqual({ type: 'Point', coordinates: [106.605, 29.505] })
    expect(stairs?.geometry?.type).toBe('Polygon')
    expect(stairs?.properties).toMatchObject({ placedBy: 'area', areaCode: codes.grid })
    expect(JSON.stringify(page)).not.toContain('502')
    expect(JSON.stringify(page)).not.toContain('106.60512345')
  })

  test('a box drawn ever smaller around the true spot finds out no more than the map shows', async () => {
    const spot = '?bbox=106.6051233,29.5051233,106.6051236,29.5051236'
    const [at] = (await items(spot)).features
    // Only the stairs, because their whole grid lies around the box; neither point is told so exactly.
    expect((await items(spot)).numberMatched).toBe(1)
    expect(at?.id).toBe(known['stairs'])
    const elsewhere = await items('?bbox=106.6081,29.5081,106.6082,29.5082')
    expect(ids(elsewhere)).toEqual([known['stairs']])
    expect(ids(await items('?bbox=106.605,29.505,106.6052,29.5052'))).toHaveLength(3)
  })

  test('a case nobody filed yet is not there, neither in the list nor by its number', async () => {
    expect((await get(`/ogc/collections/public-cases/items/${known['unfiled']}`)).status).toBe(404)
    const one = await get(`/ogc/collections/public-cases/items/${known['lamp']}`)
    expect(one.headers['content-type']).toBe('application/geo+json')
    expect(one.json()).toMatchObject({ type: 'Feature', id: known['lamp'] })
  })

  test('are filtered by what the API says, by time, and paged without a gap', async () => {
    expect(ids(await items('?category=P01-37'))).toEqual([known['lamp']])
    expect(ids(await items('?status=closed'))).toEqual([])
    expect(ids(await items(`?within=${codes.grid2}`))).toEqual([])
    expect(ids(await items('?datetime=2026-03-03T01:02:00Z/2026-03-03T01:02:00Z'))).toEqual([
      known['lamp'],
    ])
    expect(ids(await items('?datetime=../2026-03-03T01:01:00Z'))).toEqual([known['cover']])
    const first = await items('?limit=2')
    const next = first.links.find((each) => each.rel === 'next')?.href ?? ''
    const second = (await get(next)).json() as Page
    expect([...ids(first), ...ids(second)]).toEqual(ids(await items()))
    expect(second).toMatchObject({ numberMatched: 3, numberReturned: 1 })
  })
})

// Clients as they come from their own houses. Where one is not installed its test says so and is skipped.
const have = (command: string, args: string[]) => {
  const found = spawnSync(command, args, { timeout: 20_000 }).status === 0
  if (!found) process.stderr.write(`\nSKIPPED, not installed here: ${command} ${args.join(' ')}\n`)
  return found
}
const hasGdal = have('ogrinfo', ['--version'])
const hasOwslib = have('/usr/bin/python3', ['-c', 'import owslib.ogcapi.features'])

describe('clients nobody wrote for us', () => {
  test.skipIf(!hasGdal)('GDAL lists the layers and reads every feature', async () => {
    const said = await aside('ogrinfo', ['-al', '-so', `OAPIF:${base}/ogc`])
    expect(said).toMatch(/Layer name: public-cases[^]*Feature Count: 3/)
    const grids = await aside('ogrinfo', ['-al', `OAPIF:${base}/ogc`, 'areas-grid'])
    expect(grids).toContain('POLYGON')
    const near = ['-al', '-spat', '106.604', '29.504', '106.606', '29.506']
    expect(await aside('ogrinfo', [...near, `OAPIF:${base}/ogc`, 'areas-grid'])).toMatch(
      /Feature Count: 1/,
    )
  })

  test.skipIf(!hasOwslib)('OWSLib reads conformance, collections, items and the API', async () => {
    const script = `
import json
from owslib.ogcapi.features import Features
w = Features('${base}/ogc')
page = w.collection_items('public-cases', limit=2, bbox=[106, 29, 107, 30], datetime='2026-01-01T00:00:00Z/..')
print(json.dumps([len(w.conformance()['conformsTo']), w.feature_collections(), page['numberMatched'],
  page['numberReturned'], w.collection('areas-grid')['id'], w.api()['openapi'],
  w.collection_item('public-cases', page['features'][0]['id'])['type']]))`
    const said = JSON.parse(await aside('/usr/bin/python3', ['-c', script])) as unknown[]
    expect(said).toEqual([
      3,
      expect.arrayContaining(['areas-grid', 'public-cases']),
      3,
      2,
      'areas-grid',
      '3.0.3',
      'Feature',
    ])
  })
})

/** In a process of its own, while this one answers it. */
function aside(command: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) =>
    execFile(command, args, { timeout: 60_000 }, (error, out, err) =>
      error === null ? resolve(out) : reject(new Error(`${error.message}\n${err}`)),
    ),
  )
}
