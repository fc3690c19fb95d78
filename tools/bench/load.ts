// The load: lifecycles of five calls over kept-alive connections, each remembered by how long it took.

import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import pg from 'pg'
import { ownerConfig } from '#server/kit/connect.ts'
import { cookieFor } from './ground.ts'

export type Place = {
  lon: number
  lat: number
  gridCode: string
  community: string
  dispatcher: string
  handler: string
}
export type Photos = { next: () => string }

export class Caller {
  private readonly agent: Agent
  private readonly port: number
  readonly times: number[] = []
  readonly wrong: string[] = []

  constructor(port: number, connections: number) {
    this.port = port
    this.agent = new Agent({ keepAlive: true, maxSockets: connections })
  }

  async call(
    method: 'GET' | 'POST',
    path: string,
    body: unknown,
    cookie: string | null,
  ): Promise<Record<string, unknown>> {
    const began = performance.now()
    const { status, text } = await this.send(method, path, body, cookie)
    this.times.push(performance.now() - began)
    if (status !== 200) {
      this.wrong.push(`${path} ${status} ${text.slice(0, 160)}`)
      throw new Error(this.wrong.at(-1))
    }
    return JSON.parse(text) as Record<string, unknown>
  }

  private send(
    method: string,
    path: string,
    body: unknown,
    cookie: string | null,
  ): Promise<{ status: number; text: string }> {
    const text = body === null ? '' : JSON.stringify(body)
    const headers: Record<string, string> = { 'x-linli': '1' }
    if (body !== null)
      Object.assign(headers, {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(text)),
      })
    if (cookie !== null) headers['cookie'] = cookie
    return new Promise((resolve, reject) => {
      const sent = request(
        { agent: this.agent, host: '127.0.0.1', port: this.port, method, path, headers },
        (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
          )
          answer.on('error', reject)
        },
      )
      sent.on('error', reject)
      sent.end(text)
    })
  }

  close(): void {
    this.agent.destroy()
  }
}

export const lampCategory = 'P01-37'

export const reportOf = (place: Place, text: string) => ({
  commandId: randomUUID(),
  text,
  category: lampCategory,
  point: { lon: place.lon, lat: place.lat },
})

/** Report; accept, triage and dispatch as one; sign; handle with proof; read. */
export async function lifecycle(caller: Caller, place: Place, photos: Photos): Promise<string> {
  const { number } = (await caller.call(
    'POST',
    '/api/cases',
    reportOf(place, '楼下的路灯又不亮了，晚上看不清台阶'),
    null,
  )) as { number: string }
  const path = `/api/cases/${number}`
  const sorted = {
    category: lampCategory,
    matter: 'major',
    tier: 'T1',
    urgent: false,
    guidance: null,
    nextStep: null,
    conditionMet: true,
  }
  const work = { lead: { areaCode: place.gridCode, unitId: null }, assists: [], note: null }
  await caller.call(
    'POST',
    `${path}/filing-and-dispatch`,
    { commandId: randomUUID(), ...sorted, ...work },
    place.dispatcher,
  )
  await caller.call('POST', `${path}/signature`, { commandId: randomUUID() }, place.handler)
  const proof = {
    text: '换了灯泡，亮了',
    photosBefore: [],
    photosAfter: [photos.next()],
    takenAt: new Date(Date.now() + 1000).toISOString(),
    point: { lon: place.lon, lat: place.lat },
  }
  await caller.call(
    'POST',
    `${path}/handling`,
    { commandId: randomUUID(), proof, outcome: 'solved' },
    place.handler,
  )
  await caller.call('GET', path, null, place.dispatcher)
  return number
}

/** Grids with a handler and a dispatcher over them, spread over the district. */
export async function placesOf(url: string, count: number): Promise<Place[]> {
  const owner = new pg.Client(ownerConfig(url))
  await owner.connect()
  try {
    const { rows } = await owner.query<{
      code: string
      community: string
      west: number
      south: number
      east: number
      north: number
      geometry: { coordinates: number[][][] }
      handler: string
      dispatcher: string
    }>(
      `select distinct on (m.id) g.code, m.code as community, b.west, b.south, b.east, b.north, b.geometry,
              h.person_id as handler, d.person_id as dispatcher
         from places.areas g
         join places.areas m      on m.id = g.parent_id
         join places.areas s      on s.id = m.parent_id
         join places.boundaries b on b.area_id = g.id
         join people.grants h     on h.area_id = g.id and h.role in ('gridLeader', 'gridWorker') and h.unit_id is null
         join people.grants d     on d.area_id = s.id and d.role = 'streetDispatcher'
        where g.level = 'grid' and g.kind = 'basic' and b.geometry ->> 'type' = 'Polygon'
        order by m.id, g.code, h.person_id, d.person_id
        limit $1`,
      [count],
    )
    const cookies = new Map<string, string>()
    for (const id of new Set(rows.flatMap((row) => [row.handler, row.dispatcher])))
      cookies.set(id, await cookieFor(owner, id))
    return rows.map((row) => ({
      ...middle(row.geometry.coordinates[0] ?? []),
      gridCode: row.code,
      community: row.community,
      dispatcher: cookies.get(row.dispatcher) ?? '',
      handler: cookies.get(row.handler) ?? '',
    }))
  } finally {
    await owner.end()
  }
}

/** A point on the first edge's inside would do; the mean of the corners lies inside of most grids, and routing forgives. */
function middle(ring: number[][]): { lon: number; lat: number } {
  const sum = ring.reduce<[number, number]>(
    ([x, y], point) => [x + (point[0] ?? 0), y + (point[1] ?? 0)],
    [0, 0],
  )
  return { lon: sum[0] / ring.length, lat: sum[1] / ring.length }
}

/** Photos that lie ready, as an upload would have left them. */
export async function photosFor(url: string, count: number): Promise<Photos> {
  const owner = new pg.Client(ownerConfig(url))
  await owner.connect()
  const { rows } = await owner.query<{ hash: string }>(
    `insert into files.files (hash, media_type, bytes, width, height, uploaded_as, created_at)
     select md5(random()::text || i) || md5(random()::text), 'image/jpeg', 1000, 800, 600, 'person', now()
       from generate_series(1, $1) i
  returning hash`,
    [count],
  )
  await owner.end()
  let at = 0
  return { next: () => rows[at++ % rows.length]?.hash ?? '' }
}

/** Keeps `lanes` lifecycles under way until the time is over, and counts those that ended. */
export async function keepBusy(
  lanes: number,
  seconds: number,
  one: (lane: number) => Promise<unknown>,
): Promise<number> {
  const until = performance.now() + seconds * 1000
  let finished = 0
  await Promise.all(
    Array.from({ length: lanes }, async (_each, lane) => {
      while (performance.now() < until) {
        await one(lane)
        finished += 1
      }
    }),
  )
  return finished
}
