// The town and the lighting company's own: two Linli, a line between them, and one unit of ours that stands for the other.
import { beforeAll, beforeEach } from 'vitest'
import * as moves from '#core/cases/contract-moves.ts'
import * as wire from '#core/exchange/contract-remotes.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { makeToken } from '#core/people/contract-staff.ts'
import { followForRemotes } from '#server/exchange/remote-following.ts'
import { pollRemotes } from '#server/exchange/remote-polling.ts'
import { sendToRemotes } from '#server/exchange/remote-sending.ts'
import { type FarServer, openFarServer } from './far-server.ts'
import type { TestClient } from './harness.ts'
import { followed } from './reacted.ts'
import { comes, must, proofOf } from './town-life.ts'
import {
  type Town,
  act,
  codes,
  commandId,
  fileAndGive,
  keepPhoto,
  openTown,
  read,
  report,
} from './town.ts'

export const category = 'P01-37-2'
type Wish = Partial<InputOf<typeof wire.addRemote>>

export type TwoTowns = ReturnType<typeof twoTowns>

/** Opened before the stories of a file; between them the line is good and nothing is bound. */
export function twoTowns() {
  const w = {} as { t: Town; far: Town; line: FarServer; key: string; company: Receiver }
  let bound: string | null = null
  beforeAll(async () => {
    w.t = await openTown({ config: { privateReceivers: true } })
    w.company = await hires(w.t)
    w.far = await openTown()
    w.line = await openFarServer(w.far)
    w.key = (await tokenAt(w.far)).token
  })
  beforeEach(async () => {
    w.line.line('through')
    if (bound !== null) await ends(bound)
  })

  const shi = () => comes(w.t, 'sys')
  const wishOf = (more: Wish) => ({
    commandId: commandId(),
    areaCode: codes.street,
    unitCode: '500108106-L',
    name: '路灯公司',
    url: w.line.url,
    jurisdiction: null,
    key: w.key,
    sends: [],
    services: { 'P01-37': 'P01-37-2', '*': 'C99' },
    tokenId: null,
    ...more,
  })
  async function binds(more: Wish = {}): Promise<string> {
    const made = must(await (await shi()).call(wire.addRemote, wishOf(more)))
    bound = made.ok ? made.value.id : ''
    w.t.clock.advance(1)
    return bound
  }
  async function ends(id: string): Promise<void> {
    must(await (await shi()).call(wire.endRemote, { commandId: commandId(), id }))
    bound = null
    await minute()
  }
  /** What the job of the minute does. */
  async function minute(): Promise<void> {
    await followed(w.t.app, () => followForRemotes(w.t.app))
    await sendToRemotes(w.t.app)
    await pollRemotes(w.t.app)
  }
  /** Both towns live by the same hours. */
  async function later(seconds: number): Promise<void> {
    w.t.clock.advance(seconds)
    w.far.clock.set(w.t.clock.now())
    await minute()
  }
  async function given(more: Parameters<typeof report>[1] = {}): Promise<string> {
    w.far.clock.set(w.t.clock.now())
    const asked = { category, name: '张三丰', phone: '13900001111', ...more }
    const { number } = await report(w.t.client(), asked)
    const chen = await comes(w.t, 'chen')
    must(await fileAndGive(chen, number, w.company, { category: asked.category }))
    return number
  }
  async function requestsOf(id: string) {
    const list = must(await (await shi()).call(wire.listRemoteRequests, { id }))
    return list.ok ? list.value.items : []
  }
  const stateOf = async (town: Town, login: string, number: string) =>
    (await read(await comes(town, login), number)).state
  return {
    w,
    shi,
    wishOf,
    binds,
    ends,
    minute,
    later,
    given,
    requestsOf,
    stateOf,
    states: async (id: string) => (await requestsOf(id)).map((each) => each.state),
    remoteNumberOf: async (id: string) => (await requestsOf(id))[0]?.remoteNumber ?? '',
    /** What other systems said, as the desk reads it. */
    said: async (login: string, number: string) =>
      (await read(await comes(w.t, login), number)).timeline
        .filter((entry) => entry.move === 'note')
        .map((entry) => entry.sentence.zh),
    farCases: async () =>
      (await w.far.owner.query<{ number: string }>('select number from cases.cases')).rows.length,
  }
}

type Receiver = { areaCode: string; unitId: number }

/** The company as a unit of ours; qian is its liaison. */
async function hires(town: Town): Promise<Receiver> {
  const { rows } = await town.owner.query<{ id: string }>(
    `insert into people.units (code, area_id, kind, name_zh, name_en)
     values ('500108106-L', $1, 'stationed', '路灯公司', 'Lighting company') returning id`,
    [town.town.area[codes.street]],
  )
  const unitId = Number(rows[0]?.id)
  await town.owner.query(
    `insert into people.grants (person_id, role, area_id, unit_id, valid_from, granted_at)
     values ($1, 'unitMember', $2, $3, '2026-01-01', now())`,
    [town.town.person['qian'], town.town.area[codes.street], unitId],
  )
  await town.app.teams.refresh()
  return { areaCode: codes.street, unitId }
}

export async function tokenAt(town: Town): Promise<{ id: string; token: string }> {
  const sys = await comes(town, 'sys')
  const wish = {
    commandId: commandId(),
    name: '邻镇',
    scopes: ['open311' as const],
    areaCode: '500108',
    validFrom: '2026-01-01',
    validTo: null,
  }
  const made = must(await sys.call(makeToken, wish))
  return { id: made.ok ? made.value.id : '', token: made.ok ? (made.value.token ?? '') : '' }
}

/** With the photos of before and after that a lamp needs. */
export const mends = async (town: Town, who: TestClient, number: string) => {
  const proof = { ...(await proofOf(town)), photosBefore: [await keepPhoto(town)] }
  return act(who, moves.handleCase, number, { proof, outcome: 'solved' })
}
