// The small town of the case stories: two grids drawn as squares, one street, and people who can do what their post
// can do. A story reads: chen files a lamp and gives it to the lamp post, qian handles it, chen checks, wu … .

import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import * as wire from '#core/cases/contract.ts'
import * as moves from '#core/cases/contract-moves.ts'
import * as wordOf from '#core/cases/contract-report.ts'
import type { Endpoint, InputOf } from '#core/kit/contract.ts'
import { signIn } from '#core/people/contract.ts'
import { layKinds } from '#server/resources/kinds.ts'
import { categories } from '../packs/cn-community/categories.ts'
import { resourceKinds } from '../packs/cn-community/resource-kinds.ts'
import type { Harness, HarnessOptions, TestClient } from './harness.ts'
import { copyTemplate, openHarness } from './harness.ts'
import {
  type PeopleTown,
  areaRows,
  buildPeopleTown,
  staffRows,
  townPassword,
} from './people-town.ts'

/** Points of the town: in the first grid, in the second, 8 m from their border, and in the river. */
export const points = {
  lane: { lon: 106.605, lat: 29.505 },
  market: { lon: 106.615, lat: 29.505 },
  border: { lon: 106.60992, lat: 29.505 },
  river: { lon: 106.64, lat: 29.505 },
}

export const codes = {
  street: '500108106',
  community: '500108106003',
  neighbour: '500108106004',
  grid: '500108106003001',
  grid2: '500108106003002',
}

export type Staff = TestClient & { id: string; login: string }
export type Town = Harness & { town: PeopleTown; as: (login: string) => Promise<Staff> }

export async function openTown(options: HarnessOptions = {}): Promise<Town> {
  const { database, town } = await (furnished ??= furnish())
  const h = await openHarness({ startAt: '2026-03-03T01:00:00.000Z', ...options }, database)
  const known = new Map<string, Promise<Staff>>()
  const as = (login: string) => {
    const staff = known.get(login) ?? signedIn(h, town, login)
    known.set(login, staff)
    return staff
  }
  return { ...h, town, as }
}

type Furnished = { database: string; town: PeopleTown }

/** The town is built once a process; every story that opens it gets a copy of its own. */
let furnished: Promise<Furnished> | null = null

async function furnish(): Promise<Furnished> {
  const { database, owner } = await copyTemplate()
  const town = await buildPeopleTown(owner)
  await drawBox(owner, town.area[codes.grid], 106.6, 106.61)
  await drawBox(owner, town.area[codes.grid2], 106.61, 106.62)
  await drawBox(owner, town.area[codes.community], 106.6, 106.62)
  await fillPack(owner, town)
  await layKinds(owner, resourceKinds)
  // Nobody may be inside what is copied from.
  await owner.end()
  return { database, town }
}

async function signedIn(h: Harness, town: PeopleTown, login: string): Promise<Staff> {
  const client = h.client()
  const answer = await client.call(signIn, { login, password: townPassword })
  if (!answer.ok) throw new Error(`${login} cannot sign in: ${answer.refusal}`)
  return { ...client, login, id: town.person[login] ?? '' }
}

async function drawBox(
  owner: pg.Client,
  areaId: number | undefined,
  west: number,
  east: number,
): Promise<void> {
  const [south, north] = [29.5, 29.51]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  await owner.query(
    `insert into places.boundaries (area_id, geometry, west, south, east, north, schematic, source)
     values ($1, $2, $3, $4, $5, $6, true, 'story')`,
    [areaId, JSON.stringify({ type: 'Polygon', coordinates: [ring] }), west, south, east, north],
  )
}

async function fillPack(owner: pg.Client, town: PeopleTown): Promise<void> {
  const top = town.area[areaRows[0]?.[0] ?? '']
  for (const category of categories)
    await owner.query(
      `insert into places.categories (area_id, code, parent, definition, pack, pack_version, valid_from)
       values ($1, $2, $3, $4, 'cn-community', '1', '2020-01-01')`,
      [top, category.code, category.parent, JSON.stringify(category)],
    )
}

export const loginsOf = (): string[] => staffRows.map(([login]) => login)

/** The lamp that every story can use: a component whose closing needs a photo. */
export const lamp = {
  text: '步道第二个拐弯的路灯不亮，晚上看不清台阶',
  category: 'P01-37',
  point: points.lane,
}

export const commandId = (): string => randomUUID()

/** Sends a move of a case with a fresh command id. */
export function act<E extends Endpoint>(
  who: TestClient,
  declared: E,
  number: string,
  input: Omit<InputOf<E>, 'number' | 'commandId'>,
) {
  return who.call(declared, { number, commandId: commandId(), ...input } as unknown as InputOf<E>)
}

export async function report(
  who: TestClient,
  input: Partial<InputOf<typeof wordOf.reportCase>> = {},
) {
  const answer = await who.call(wordOf.reportCase, { commandId: commandId(), ...lamp, ...input })
  if (!answer.ok)
    throw new Error(`report refused: ${answer.refusal} ${JSON.stringify(answer.fields ?? {})}`)
  return answer.value
}

export async function read(who: TestClient, number: string) {
  const answer = await who.call(wire.getCase, { number })
  if (!answer.ok) throw new Error(`${number} cannot be read: ${answer.refusal}`)
  return answer.value
}

/** Files, sorts and gives a case in one command. */
export const fileAndGive = (
  who: TestClient,
  number: string,
  lead: { areaCode: string; unitId: number | null },
  more: Record<string, unknown> = {},
) =>
  act(who, moves.fileAndDispatch, number, {
    category: lamp.category,
    matter: 'major',
    tier: 'T3',
    urgent: false,
    guidance: null,
    nextStep: null,
    conditionMet: true,
    lead,
    assists: [],
    note: null,
    ...more,
  })

/** A photo as the files room would have kept it: a row is enough, no story looks at its pixels. */
export async function keepPhoto(h: Harness): Promise<string> {
  const hash = randomUUID().replaceAll('-', '').padEnd(64, '0')
  await h.owner.query(
    `insert into files.files (hash, media_type, bytes, width, height, uploaded_as, created_at)
     values ($1, 'image/jpeg', 1000, 800, 600, 'person', '2026-03-01T00:00:00Z')`,
    [hash],
  )
  return hash
}
