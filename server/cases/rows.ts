// A case file as rows and back. Instants are text with Z on our side and timestamptz in the database; a receiver is
// two columns there and one value here.

import type {
  Callback,
  CaseFile,
  ExtensionRequest,
  Leg,
  Proof,
  Receiver,
  Round,
  Sample,
  Voice,
} from '#core/cases/case.ts'
import type { Clock } from '#core/cases/clock.ts'
import { whistleOf } from './whistle-store.ts'

/** A row as JSON: column names, values the database can read. */
export type Row = Record<string, unknown>

const columnOf = new Map<string, string>()
const snake = (key: string): string => {
  let column = columnOf.get(key)
  if (column === undefined) {
    column = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    columnOf.set(key, column)
  }
  return column
}
const keyOf = new Map<string, string>()
const camel = (column: string): string => {
  let key = keyOf.get(column)
  if (key === undefined) {
    key = column.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase())
    keyOf.set(column, key)
  }
  return key
}

function toRow(value: object, key: Row): Row {
  const row: Row = { ...key }
  for (const [name, held] of Object.entries(value)) row[snake(name)] = held
  return row
}

/** JSON of the database writes instants with +00:00. */
const utc = (text: string): string => (text.endsWith('+00:00') ? `${text.slice(0, -6)}Z` : text)
const isInstantColumn = (column: string) =>
  column.endsWith('_at') || column === 'at' || column === 'meet_by'

function fromRow(row: Row): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  for (const [column, held] of Object.entries(row)) {
    value[camel(column)] = typeof held === 'string' && isInstantColumn(column) ? utc(held) : held
  }
  return value
}

const keyColumns = (c: CaseFile): Row => ({ community_id: c.communityId, case_id: c.id })

export const roundRow = (c: CaseFile, round: Round, countedPath: string | null): Row => ({
  ...toRow(round, keyColumns(c)),
  counted_path: countedPath,
})
export const clockRow = (c: CaseFile, clock: Clock, nextTellAt: string | null): Row => ({
  ...toRow(clock, keyColumns(c)),
  next_tell_at: nextTellAt,
})
export const extensionRow = (c: CaseFile, request: ExtensionRequest): Row =>
  toRow(request, keyColumns(c))

export const callbackRow = (c: CaseFile, call: Callback): Row => toRow(call, keyColumns(c))
export const sampleRow = (c: CaseFile, sample: Sample): Row => toRow(sample, keyColumns(c))

export function legRow(c: CaseFile, leg: Leg): Row {
  const { giver, receiver, ...rest } = leg
  return {
    ...toRow(rest, keyColumns(c)),
    giver_area_id: giver.areaId,
    giver_unit_id: giver.unitId,
    receiver_area_id: receiver.areaId,
    receiver_unit_id: receiver.unitId,
  }
}

export function proofRow(c: CaseFile, proof: Proof): Row {
  const { point, ...rest } = proof
  return { ...toRow(rest, keyColumns(c)), lon: point?.lon ?? null, lat: point?.lat ?? null }
}

type VoiceHashes = { secretHash: Buffer; linkHash: Buffer }
const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`

export const voiceRow = (c: CaseFile, voice: Voice, hashes: VoiceHashes): Row => ({
  ...toRow(voice, keyColumns(c)),
  secret_hash: hex(hashes.secretHash),
  link_hash: hex(hashes.linkHash),
})

/** Columns of the case row that are lists of the file's own parts, or derived beside it. */
export type Derived = {
  homePath: string
  filedPath: string
  isPublic: boolean
  chainUnits: number[]
  holder: Receiver | null
  shownClock: number | null
  dueAt: string | null
}

export function caseRow(
  c: CaseFile,
  d: Derived,
  once: { routing: unknown; grams: string[]; externalId: string | null },
): Row {
  const {
    rounds: _r,
    legs: _l,
    clocks: _k,
    voices: _v,
    proofs: _p,
    extensions: _e,
    callbacks: _b,
    samples: _s,
    whistles: _w,
    point,
    id,
    ...plain
  } = c
  return {
    ...toRow(plain, { community_id: c.communityId, id }),
    lon: point?.lon ?? null,
    lat: point?.lat ?? null,
    home_path: d.homePath,
    filed_path: d.filedPath,
    is_public: d.isPublic,
    chain_units: d.chainUnits,
    holder_area_id: d.holder?.areaId ?? null,
    holder_unit_id: d.holder?.unitId ?? null,
    shown_clock: d.shownClock,
    due_at: d.dueAt,
    routing: once.routing,
    grams: once.grams,
    external_id: once.externalId,
  }
}

/** What the load statement answers: the case row and its parts, each as JSON. */
export type Loaded = {
  c: Row
  rounds: Row[]
  legs: Row[]
  clocks: Row[]
  voices: Row[]
  proofs: Row[]
  extensions: Row[]
  callbacks: Row[]
  samples: Row[]
  whistles: Row[]
}

const pointOf = (row: Row): CaseFile['point'] =>
  row['lon'] === null || row['lon'] === undefined
    ? null
    : { lon: Number(row['lon']), lat: Number(row['lat']) }
const receiverOf = (areaId: unknown, unitId: unknown): Receiver => ({
  areaId: Number(areaId),
  unitId: unitId === null ? null : Number(unitId),
})

const part = <T>(row: Row): T => {
  const { communityId: _c, caseId: _i, nextTellAt: _n, ...rest } = fromRow(row)
  return rest as T
}

function roundOf(row: Row): Round {
  const {
    countedPath: _p,
    handledMinutes: _m,
    ...round
  } = part<Round & { countedPath: string | null; handledMinutes: number | null }>(row)
  return round
}

export function legOf(row: Row): Leg {
  const leg = part<
    Leg & {
      giverAreaId: number
      giverUnitId: number
      receiverAreaId: number
      receiverUnitId: number
    }
  >(row)
  const { giverAreaId, giverUnitId, receiverAreaId, receiverUnitId, ...rest } = leg
  return {
    ...rest,
    giver: receiverOf(giverAreaId, giverUnitId),
    receiver: receiverOf(receiverAreaId, receiverUnitId),
  }
}

function proofOf(row: Row): Proof {
  const { lon: _lon, lat: _lat, ...rest } = part<Proof & { lon: number; lat: number }>(row)
  return { ...rest, point: pointOf(row) }
}

export const clockFromRow = (row: Row): Clock => {
  const clock = part<Clock>(row)
  return { ...clock, amount: Number(clock.amount) }
}

const derivedColumns = [
  'homePath',
  'filedPath',
  'routing',
  'isPublic',
  'chainUnits',
  'holderAreaId',
  'holderUnitId',
  'shownClock',
  'dueAt',
  'grams',
  'externalId',
  'lon',
  'lat',
]

export function fileOf(loaded: Loaded): CaseFile {
  const plain = fromRow(loaded.c)
  for (const key of derivedColumns) delete plain[key]
  return {
    ...(plain as Omit<
      CaseFile,
      | 'point'
      | 'rounds'
      | 'legs'
      | 'clocks'
      | 'voices'
      | 'proofs'
      | 'extensions'
      | 'callbacks'
      | 'samples'
      | 'whistles'
    >),
    point: pointOf(loaded.c),
    rounds: loaded.rounds.map(roundOf),
    legs: loaded.legs.map(legOf),
    clocks: loaded.clocks.map(clockFromRow),
    voices: loaded.voices.map((row) => {
      const {
        secretHash: _s,
        linkHash: _l,
        ...voice
      } = part<Voice & { secretHash: string; linkHash: string }>(row)
      return voice
    }),
    proofs: loaded.proofs.map(proofOf),
    whistles: loaded.whistles.map(whistleOf),
    extensions: loaded.extensions.map((row) => {
      const request = part<ExtensionRequest>(row)
      return { ...request, amount: Number(request.amount) }
    }),
    callbacks: loaded.callbacks.map((row) => part<Callback>(row)),
    samples: loaded.samples.map((row) => part<Sample>(row)),
  }
}
