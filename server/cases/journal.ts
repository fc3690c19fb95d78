// A journal entry as it is stored, with its own hash. `linli verify` computes the hash again from the columns.

import { createHash } from 'node:crypto'
import type { Entry } from '#core/cases/change.ts'
import { canonical } from '../kit/db.ts'
import type { Row } from './rows.ts'

export type StoredEntry = Entry & {
  communityId: number
  caseId: string
  commandId: string
  place: number
}

/** Everything the entry says, in one fixed order of keys; instants in milliseconds, so that text forms do not matter. */
export function entryHash(entry: StoredEntry): Buffer {
  const { at, ...rest } = entry
  return createHash('sha256')
    .update(canonical({ ...rest, at: Date.parse(at) }))
    .digest()
}

export function entryRow(entry: StoredEntry): Row {
  return {
    community_id: entry.communityId,
    case_id: entry.caseId,
    version: entry.version,
    round: entry.round,
    move: entry.move,
    at: entry.at,
    from_state: entry.from,
    to_state: entry.to,
    actor_kind: entry.actorKind,
    actor_id: entry.actorId,
    role: entry.role,
    area_id: entry.areaId,
    on_behalf: entry.onBehalf,
    reason: entry.reason,
    facts: entry.facts,
    audience: entry.audience,
    command_id: entry.commandId,
    place: entry.place,
    hash: `\\x${entryHash(entry).toString('hex')}`,
  }
}

/** A stored row read back as what was hashed. `row` is to_jsonb of cases.entries, or the driver's row. */
export function entryOf(row: Row): StoredEntry {
  return {
    communityId: Number(row['community_id']),
    caseId: String(row['case_id']),
    version: Number(row['version']),
    round: Number(row['round']),
    move: row['move'] as Entry['move'],
    at: String(row['at']),
    from: row['from_state'] as Entry['from'],
    to: row['to_state'] as Entry['to'],
    actorKind: row['actor_kind'] as Entry['actorKind'],
    actorId: String(row['actor_id']),
    role: row['role'] as string | null,
    areaId: Number(row['area_id']),
    onBehalf: row['on_behalf'] as string | null,
    reason: row['reason'] as string | null,
    facts: row['facts'] as Entry['facts'],
    audience: row['audience'] as Entry['audience'],
    commandId: String(row['command_id']),
    place: Number(row['place']),
  }
}
