// The cockpit at 100,000 cases: every area of the tree asked in turn through HTTP, from the district down to a grid,
// beside the same sums scanned from the journal's rows without buckets.

import pg from 'pg'
import { ownerConfig } from '#server/kit/connect.ts'
import { cookieFor, freePort, openGround, serve } from './ground.ts'
import { Caller } from './load.ts'
import { type BenchResult, percentile, rounded } from './result.ts'

const rounds = 400

export async function benchCockpit(options: { cases?: number } = {}): Promise<BenchResult> {
  const cases = options.cases ?? 100_000
  const ground = await openGround(cases)
  try {
    const { cookie, codes, scan } = await prepare(ground.url)
    const served = await serve(ground, await freePort())
    const caller = new Caller(served.port, 1)
    for (const code of codes.slice(0, 20))
      await caller.call('GET', `/api/cockpit/${code}`, null, cookie)
    caller.times.length = 0
    for (let i = 0; i < rounds; i += 1)
      await caller.call(
        'GET',
        `/api/cockpit/${codes[i % codes.length]}?period=${i % 2 === 0 ? '30d' : 'year'}`,
        null,
        cookie,
      )
    const times = caller.times.toSorted((a, b) => a - b)
    const top: number[] = []
    for (let i = 0; i < 20; i += 1) {
      await new Promise((resume) => setTimeout(resume, 1100))
      const before = caller.times.length
      await caller.call('GET', `/api/cockpit/${codes[0]}`, null, cookie)
      top.push(caller.times[before] ?? 0)
    }
    caller.close()
    await served.stop()
    const p99 = percentile(times, 0.99)
    return {
      name: 'cockpit',
      figures: {
        p50: rounded(percentile(times, 0.5)),
        p99: rounded(p99),
        district: rounded(
          percentile(
            top.toSorted((a, b) => a - b),
            0.5,
          ),
        ),
        cases,
      },
      units: {
        p50: 'ms',
        p99: 'ms',
        district: 'ms for the whole district, cold',
        scan: 'ms for one rate by scanning',
        cases: 'cases',
      },
      baseline: { scan: rounded(scan) },
      ratio: rounded(scan / p99, 3),
      note: `${rounds} reads over ${codes.length} areas, two periods. Baseline: one on-time rate and its twelve months for the district, counted from rounds and clocks.`,
    }
  } finally {
    await ground.close()
  }
}

async function prepare(url: string) {
  const owner = new pg.Client(ownerConfig(url))
  await owner.connect()
  const { rows: areas } = await owner.query<{ code: string }>(
    `select a.code from places.areas a where a.code like '500108%' order by length(a.code), md5(a.code) limit 240`,
  )
  const { rows: people } = await owner.query<{ id: string }>(
    `select g.person_id as id from people.grants g join places.areas a on a.id = g.area_id where g.role = 'districtCommander' and a.code = '500108' limit 1`,
  )
  const cookie = await cookieFor(owner, people[0]?.id ?? '')
  const scans: number[] = []
  for (let i = 0; i < 5; i += 1) {
    const began = performance.now()
    await owner.query(scanText)
    scans.push(performance.now() - began)
  }
  await owner.end()
  return {
    cookie,
    codes: areas.map(({ code }) => code),
    scan: percentile(
      scans.toSorted((a, b) => a - b),
      0.5,
    ),
  }
}

const scanText = `
  select date_trunc('month', k.due_at) as month, count(*), count(*) filter (where r.handled_at <= k.due_at and r.undone_at is null)
    from cases.rounds r
    join cases.cases  c on c.community_id = r.community_id and c.id = r.case_id
    join cases.clocks k on k.community_id = r.community_id and k.case_id = r.case_id and k.round = r.round and k.kind = 'HANDLE'
   where k.due_at > now() - interval '1 year' and c.state not in ('VOID', 'MERGED') and c.filed_path like '/%'
   group by 1`
