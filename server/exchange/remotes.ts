// Remotes as whoever keeps the exchange of an area sees and changes them.
import type * as contract from '#core/exchange/contract-remotes.ts'
import type { RemoteState, RemoteView } from '#core/exchange/contract-remotes.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { isUuid } from '#core/kit/ids.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { hasRight } from '#core/people/rights.ts'
import type { Area } from '#core/places/area.ts'
import type { App, Who } from '../app.ts'
import { type TakeNow, type Tx, inScope, once } from '../kit/db.ts'
import { whyNotReachable } from '../kit/outbound.ts'
import { findArea, spotOf } from '../people/find-area.ts'
import { teamKey } from '../people/teams.ts'
import { tokensById } from '../people/tokens.ts'
import { askRemote, offeredIn, placeOfKey } from './remote-wire.ts'
import * as store from './store-remotes.ts'
import * as requests from './store-remote-requests.ts'

const job = { kind: 'job' } as const

/** A key is no content of a command: it must not lie in the record of what was asked. */
const keyless = <T extends { key?: string | null }>({ key, ...rest }: T) => ({
  ...rest,
  withKey: key === undefined ? 'as it was' : key === null ? 'none' : 'given',
})

type Kept = Pick<InputOf<typeof contract.addRemote>, 'url' | 'services' | 'tokenId'>
type KeptRefusal = 'address_refused' | 'no_services' | 'no_such_token'

async function whyNotKept(app: App, tx: Tx, area: Area, input: Kept): Promise<KeptRefusal | null> {
  if (whyNotReachable(input.url, app.config.privateReceivers) !== null) return 'address_refused'
  const pairs = Object.entries(input.services)
  if (pairs.length === 0 || pairs.some(([ours, theirs]) => ours === '' || theirs.trim() === ''))
    return 'no_services'
  if (input.tokenId === null) return null
  const token = isUuid(input.tokenId)
    ? (await tokensById(app, tx, [input.tokenId])).get(input.tokenId)
    : undefined
  const fits =
    token?.holds === true &&
    token.scopes.includes('open311') &&
    (area.path.startsWith(token.areaPath) || token.areaPath.startsWith(area.path))
  return fits ? null : 'no_such_token'
}

export async function addRemote(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.addRemote>,
): Promise<
  Result<
    { id: string },
    | 'no_such_area'
    | 'no_such_unit'
    | 'unit_is_bound'
    | KeptRefusal
    | 'not_allowed'
    | 'command_reused'
  >
> {
  const content = keyless(input)
  return once(app, who.actor, job, { commandId, content }, async (tx, now) => {
    const area = findArea(app, input.areaCode)
    if (area === null) return refused('no_such_area')
    if (!hasRight(who.actor, 'keepExchange', spotOf(area))) return refused('not_allowed')
    const unit = [...app.teams.units.values()].find(
      (each) => each.areaId === area.id && each.code === input.unitCode,
    )
    if (unit === undefined) return refused('no_such_unit')
    const why = await whyNotKept(app, tx, area, input)
    if (why !== null) return refused(why)
    const id = app.newId()
    const { key, areaCode: _area, unitCode: _unit, ...kept } = input
    const added = await store.addRemote(tx, {
      ...kept,
      id,
      areaId: area.id,
      unitId: unit.id,
      sealedKey: key === null ? null : app.keys.seal(key, placeOfKey({ id, areaId: area.id })),
      by: who.actor.id,
      at: now(),
    })
    return added === null ? refused('unit_is_bound') : done({ id })
  })
}

/** One remote, locked, if the caller keeps it; to everybody else there is none. */
function keeping<T, R extends string = never>(
  app: App,
  who: Who,
  { commandId, ...input }: { commandId: string; id: string; key?: string | null },
  work: (tx: Tx, remote: store.RemoteRow, now: TakeNow) => Promise<Result<T, R>>,
): Promise<Result<T, R | 'no_such_remote' | 'command_reused'>> {
  if (!isUuid(input.id)) return Promise.resolve(refused('no_such_remote'))
  const command = { commandId, content: keyless(input) }
  return once<T, R | 'no_such_remote'>(app, who.actor, job, command, async (tx, now) => {
    const remote = await store.lockRemote(tx, input.id)
    if (remote === null || !keeps(app, who, remote)) return refused('no_such_remote')
    return work(tx, remote, now)
  })
}

const keeps = (app: App, who: Who, { areaId }: { areaId: number }): boolean =>
  hasRight(who.actor, 'keepExchange', spotOf(app.places.geography.get(areaId)))

export const changeRemote = (app: App, who: Who, input: InputOf<typeof contract.changeRemote>) =>
  keeping<object, KeptRefusal | 'remote_ended'>(app, who, input, async (tx, remote) => {
    if (remote.endedAt !== null) return refused('remote_ended')
    const why = await whyNotKept(app, tx, app.places.geography.get(remote.areaId), input)
    if (why !== null) return refused(why)
    const { key, commandId: _command, ...kept } = input
    const sealedKey =
      key === undefined
        ? remote.sealedKey
        : key === null
          ? null
          : app.keys.seal(key, placeOfKey(remote))
    await store.changeRemote(tx, { ...kept, sealedKey })
    return done({})
  })

export const endRemote = (app: App, who: Who, input: InputOf<typeof contract.endRemote>) =>
  keeping<object>(app, who, input, async (tx, { id }, now) => {
    await store.endRemote(tx, { id, by: who.actor.id, at: now() })
    // What waits is handed back by the sender, which finds the remote ended.
    await requests.hurry(tx, id, now())
    await requests.letGo(tx, id, now())
    return done({})
  })

export const hurryRemote = (app: App, who: Who, input: InputOf<typeof contract.hurryRemote>) =>
  keeping<{ count: number }, 'remote_ended'>(app, who, input, async (tx, remote, now) => {
    if (remote.endedAt !== null) return refused('remote_ended')
    const hurried = await requests.hurry(tx, remote.id, now())
    await store.askSoon(tx, remote.id)
    return done({ count: hurried.length })
  })

/** Asks them now, outside of any transaction, and keeps what came of it. */
export async function tryRemote(
  app: App,
  who: Who,
  { id }: InputOf<typeof contract.tryRemote>,
): Promise<Result<OutputOf<typeof contract.tryRemote>, 'no_such_remote' | 'remote_ended'>> {
  const remote = isUuid(id) ? await inScope(app.db, job, (tx) => store.findRemote(tx, id)) : null
  if (remote === null || !keeps(app, who, remote)) return refused('no_such_remote')
  if (remote.endedAt !== null) return refused('remote_ended')
  const told = await askRemote(app, remote, { path: 'services' })
  const offered = told.kind === 'said' ? offeredIn(told.said) : []
  const problem =
    told.kind === 'said'
      ? offered.length === 0
        ? 'no services in the answer'
        : null
      : told.kind === 'no'
        ? told.words
        : told.why
  await inScope(app.db, job, async (tx) => {
    if (problem !== null) return store.noteFailing(tx, { id, at: app.now(), error: problem })
    await store.noteHeard(tx, id, app.now())
    return store.keepOffered(tx, id, offered)
  })
  const codes = new Set(offered.map((each) => each.code))
  const named = [...new Set(Object.values(remote.services))]
  const unknown = problem === null ? named.filter((code) => !codes.has(code)) : []
  return done({ reached: problem === null, problem, services: offered.length, unknown })
}

export async function listRemotes(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listRemotes>,
): Promise<Result<OutputOf<typeof contract.listRemotes>, 'not_allowed'>> {
  const { actor } = who
  const grants = actor.kind === 'person' ? actor.grants : []
  const roots = grants
    .filter((grant) => hasRight(actor, 'keepExchange', grant))
    .map((grant) => grant.areaPath)
  if (roots.length === 0) return refused('not_allowed')
  const limit = input.limit ?? 50
  return inScope(app.db, job, async (tx) => {
    const rows = await store.listRemotes(tx, { roots, after: input.after ?? '', limit })
    const ids = rows.flatMap((row) => row.tokenId ?? [])
    const tokens = await tokensById(app, tx, ids)
    const items = rows.map((row) => viewOf(app, row, tokens.get(row.tokenId ?? '')?.name ?? null))
    return done({ items, next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null })
  })
}

function viewOf(app: App, row: store.ListedRemote, tokenName: string | null): RemoteView {
  const area = app.places.geography.get(row.areaId)
  const unit = app.teams.units.get(row.unitId)
  const { sealedKey, areaId, unitId, ...shown } = row
  return {
    ...shown,
    areaCode: area.code,
    areaName: area.name,
    unitCode: unit?.code ?? '',
    unitName: unit?.name ?? { zh: '—', en: '—' },
    staffed: app.teams.staffed.has(teamKey({ areaId, unitId })),
    hasKey: sealedKey !== null,
    tokenName,
    state: stateOf(row),
  }
}

function stateOf(row: store.RemoteRow): RemoteState {
  if (row.endedAt !== null) return 'ended'
  if (row.failingSince !== null) return 'failing'
  return row.heardAt === null ? 'untried' : 'working'
}

export async function listRemoteRequests(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listRemoteRequests>,
): Promise<Result<OutputOf<typeof contract.listRemoteRequests>, 'no_such_remote'>> {
  if (!isUuid(input.id)) return refused('no_such_remote')
  const limit = input.limit ?? 50
  return inScope(app.db, job, async (tx) => {
    const remote = await store.findRemote(tx, input.id)
    if (remote === null || !keeps(app, who, remote)) return refused('no_such_remote')
    const asked = { remoteId: remote.id, after: input.after ?? null, limit: limit + 1 }
    const rows = await requests.listRequests(tx, asked)
    const shown = rows.slice(0, limit)
    const items = shown.map(({ key: _key, ...row }) => row)
    return done({ items, next: rows.length > limit ? (shown.at(-1)?.key ?? null) : null })
  })
}
