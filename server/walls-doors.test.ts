// Every endpoint is knocked at by every role, for a case or an area of its own, beside it, above it and below it. What
// should answer stands in tables (testing/wall-tables.ts); an endpoint that stands in none of them fails here.

import { beforeAll, expect, test } from 'vitest'
import type { Endpoint } from '#core/kit/contract.ts'
import type { Role } from '#core/people/roles.ts'
import { type Met, knock, sample } from '#testing/knock.ts'
import * as table from '#testing/wall-tables.ts'
import {
  type Place,
  type WallTown,
  type Where,
  aroundOf,
  codeOf,
  covers,
  everyRole,
  everywhere,
  knowsOf,
  openWallTown,
  tokenOf,
} from '#testing/wall-town.ts'

let w: WallTown
beforeAll(async () => {
  w = await openWallTown()
})

const endpoints = () => w.town.app.endpoints
const named = (name: string) => {
  const found = endpoints().find((each) => each.name === name)
  if (found === undefined) throw new Error(`there is no ${name}`)
  return found
}
const ofCase = () =>
  endpoints().filter(
    (each) => each.path.startsWith('/api/cases/:number') && each.access === 'staff',
  )
const staffDoors = () => endpoints().filter((each) => each.access === 'staff')

/** Knocks in small crowds, as people do, and keeps only what was not expected. */
async function surprises<T>(
  tries: T[],
  one: (each: T) => Promise<string | null>,
): Promise<string[]> {
  const found: string[] = []
  for (let at = 0; at < tries.length; at += 12) {
    const said = await Promise.all(tries.slice(at, at + 12).map(one))
    found.push(...said.filter((each) => each !== null))
  }
  return found.slice(0, 20)
}

const noCase: Met = { status: 404, refusal: 'no_such_case' }
const same = (met: Met, wanted: Met) =>
  met.status === wanted.status && met.refusal === wanted.refusal
const told = (met: Met) => `${met.status} ${met.refusal ?? ''}`.trim()

test('each endpoint says in exactly one table who may', () => {
  const known = [
    ...ofCase().map((each) => each.name),
    ...Object.keys(table.ofArea),
    ...Object.keys(table.ofRole),
    ...table.hidden,
    ...table.everybodys,
    ...table.notKnocked,
    ...table.open,
  ]
  expect(
    endpoints()
      .map((each) => each.name)
      .toSorted(),
  ).toEqual(known.toSorted())
})

/** 409 is a door that is theirs at another time: the stale version lets nobody change anything. */
function expectedOfCase(declared: Endpoint, role: Role, where: Where): Met[] {
  if (!knowsOf(role, where)) return [noCase]
  if (table.readsOfCase.includes(declared.name)) return [{ status: 200, refusal: null }]
  const no = { status: 403, refusal: 'not_yours' }
  if (declared.name === 'unmaskContact')
    return table.isHomeDuty(role, where) ? [{ status: 200, refusal: null }] : [no]
  if (!table.mayTry(declared.name, role, where)) return [no]
  return [{ status: 409, refusal: 'changed_meanwhile' }]
}

test('every role at every door of a case: its own, its neighbour’s, above and below', async () => {
  const tries = everyRole.flatMap((role) =>
    aroundOf(role).flatMap((where) => ofCase().map((declared) => ({ role, where, declared }))),
  )
  expect(tries.length).toBeGreaterThan(2500)
  const found = await surprises(tries, async ({ role, where, declared }) => {
    const stale = 'expectedVersion' in declared.input.properties ? { expectedVersion: 999 } : {}
    const input = sample(declared, { number: w.number[where], ...stale })
    const met = await knock(w.staff[role], declared, input)
    const wanted = expectedOfCase(declared, role, where)
    if (wanted.some((each) => same(met, each))) return null
    return `${role} ${declared.name} at ${where}: ${told(met)}, not ${wanted.map(told).join()}`
  })
  expect(found).toEqual([])
})

test('a case nobody may see and a case there is not are answered alike', async () => {
  const nowhere = '500108106003-26-99999'
  const found = await surprises(ofCase(), async (declared) => {
    const ask = (number: string) =>
      knock(w.staff.gridWorker, declared, sample(declared, { number }))
    const [hidden, none] = [await ask(w.number.otherStreet), await ask(nowhere)]
    return same(hidden, none) && same(none, noCase) ? null : `${declared.name}: ${told(hidden)}`
  })
  expect(found).toEqual([])
})

test('a list and a search hold what their reader may know of, and nothing else', async () => {
  for (const role of everyRole) {
    const answer = await w.staff[role].send({ path: '/api/cases?limit=200' })
    const seen = (answer.json() as { items: { number: string }[] }).items.map((row) => row.number)
    const may = everywhere.filter((where) => knowsOf(role, where)).map((where) => w.number[where])
    expect({ role, seen: seen.toSorted() }).toEqual({ role, seen: may.toSorted() })
  }
})

test('every role at every door of an area: a right holds inside what was granted', async () => {
  const tries = everyRole.flatMap((role) =>
    aroundOf(role)
      .filter((where) => where !== 'given')
      .flatMap((where) => Object.keys(table.ofArea).map((name) => ({ role, where, name }))),
  )
  const found = await surprises(tries, async ({ role, where, name }) => {
    const door = table.ofArea[name]
    if (door === undefined) return name
    const may = door.may(role) && covers(role, where as Place)
    if (name === 'live' && may) return null
    const declared = named(name)
    const input = sample(declared, { [door.key]: codeOf(where as Place), format: 'csv', tile: '1' })
    if (!('format' in declared.input.properties)) delete input['format']
    if (!('tile' in declared.input.properties)) delete input['tile']
    const { status, refusal } = await knock(w.staff[role], declared, input)
    const open = status !== 403 && status !== 401 && refusal !== 'bad_input' && status < 500
    return open === may ? null : `${role} ${name} at ${where}: ${status} ${refusal ?? ''}`
  })
  expect(found).toEqual([])
})

test('doors without a place open for their roles, one’s own for everybody', async () => {
  const names = [...Object.keys(table.ofRole), ...table.everybodys]
  const tries = everyRole.flatMap((role) => names.map((name) => ({ role, name })))
  const found = await surprises(tries, async ({ role, name }) => {
    const may = table.ofRole[name]?.includes(role) ?? true
    const declared = named(name)
    const { status, refusal } = await knock(w.staff[role], declared, sample(declared))
    return may === (status !== 403) && status !== 401 && refusal !== 'bad_input' && status < 500
      ? null
      : `${role} ${name}: ${status} ${refusal ?? ''}`
  })
  expect(found).toEqual([])
})

test('whoever may not keep an account hears that there is none', async () => {
  const keepers: Role[] = ['systemAdmin', 'securityAdmin']
  const absences: Role[] = ['streetCommander', 'districtCommander', 'cityCommander']
  const tries = everyRole.flatMap((role) => table.hidden.map((name) => ({ role, name })))
  const found = await surprises(tries, async ({ role, name }) => {
    // The secretary of the next community: real, and of no concern to most.
    const of: Record<string, Role[]> = {
      enterAbsence: absences,
      readPerson: [...keepers, ...absences],
    }
    const keeps = (of[name] ?? keepers).includes(role)
    const login = keeps ? 'nobody-there' : 'xu'
    const input = sample(
      named(name),
      name.endsWith('Password') ? { password: 'a lamp by a river' } : {},
    )
    if ('login' in input) input['login'] = login
    const met = await knock(w.staff[role], named(name), input)
    return met.status === 404 ? null : `${role} ${name}: ${told(met)}`
  })
  expect(found).toEqual([])
})

test('nobody signed in, and a session that is none: every door of staff is closed', async () => {
  const stranger = w.town.client()
  const forger = w.town.client()
  forger.cookies.set('linli', 'forged-session')
  const tries = [stranger, forger].flatMap((who) => staffDoors().map((door) => ({ who, door })))
  const found = await surprises(tries, async ({ who, door }) => {
    const met = await knock(who, door, sample(door, { number: w.number.grid }))
    return met.status === 401 ? null : `${door.name}: ${told(met)}`
  })
  expect(found).toEqual([])
})

const figureDoors = [
  'getCockpit',
  'getProgrammeFigures',
  'getLayerFigures',
  'listLegsBehind',
  'listBehind',
  'exportBehind',
  'listHappened',
  'printBrief',
  'readBrief',
  'writeBrief',
  'readPlayback',
  'getFurtherFigures',
]

/** What a token of the community meets at a door of staff; null is any refusal that is not a secret told. */
function ofToken(scope: string, door: Endpoint, where: Where): number[] {
  const [reads, figures] = [scope === 'cases:read', scope === 'figures:read']
  if (!reads && !figures && scope !== 'orders') return [401]
  const own = where === 'community' || where === 'grid'
  if (door.path.startsWith('/api/cases/:number')) {
    if (!reads || !own) return [404]
    return table.readsOfCase.includes(door.name) ? [200] : [403]
  }
  if (figureDoors.includes(door.name)) return own && (reads || figures) ? [200] : [403]
  if (door.name in table.ofArea || door.name in table.ofRole) return [403]
  if (table.hidden.includes(door.name)) return [403, 404, 422]
  return door.path.startsWith('/api/me') ? [200, 403] : [200, 403, 422]
}

test('an API token opens what its scope names, in its own area', async () => {
  for (const scope of ['cases:read', 'cases:report', 'open311', 'figures:read', 'orders']) {
    const bearer = { authorization: `Bearer ${await tokenOf(w.town, [scope], 'community')}` }
    const who = w.town.client(bearer)
    const doors = staffDoors().filter((door) => door.name !== 'live')
    const places: Where[] = ['community', 'grid', 'otherCommunity', 'street']
    const tries = places.flatMap((where) => doors.map((door) => ({ where, door })))
    const found = await surprises(tries, async ({ where, door }) => {
      const key = table.ofArea[door.name]?.key
      const input = sample(door, {
        ...('number' in door.input.properties && { number: w.number[where] }),
        ...(key !== undefined && { [key]: codeOf(where as Place) }),
      })
      const met = await knock(who, door, input)
      const wanted = ofToken(scope, door, where)
      return wanted.includes(met.status) ? null : `${scope} ${door.name} at ${where}: ${told(met)}`
    })
    expect(found).toEqual([])
  }
})

test('a list read with a token of figures holds no case', async () => {
  const bearer = { authorization: `Bearer ${await tokenOf(w.town, ['figures:read'], 'city')}` }
  const list = await w.town.client(bearer).send({ path: '/api/cases' })
  expect(list.json()).toMatchObject({ items: [] })
})

test('the secret of one case opens no other, and a wrong one is like no case at all', async () => {
  const doors = ['followCase', 'giveAnswer', 'withdrawContact', 'openPhotos'].map(named)
  for (const door of doors)
    for (const number of [w.number.grid, '500108106003-26-99999']) {
      const input = sample(door, { number, secret: w.secret.community })
      expect(await knock(w.town.client(), door, input)).toEqual(noCase)
    }
  const story = named('getPublicCase')
  for (const number of [w.number.grid, '500108106003-26-99999'])
    expect(await knock(w.town.client(), story, { number })).toEqual(noCase)
})
