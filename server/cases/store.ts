// The one writer of cases. A move loads the whole file under a row lock, decides in core, and saves what differs:
// state, parts, journal and tallies in one statement. Nothing else writes these tables.

import type { CaseFile } from '#core/cases/case.ts'
import { isPublicMatter } from '#core/cases/case.ts'
import { foreignNumber } from '#core/cases/external-id.ts'
import type { Change } from '#core/cases/change.ts'
import { tellAt, thresholds } from '#core/cases/clock.ts'
import type { Clock } from '#core/cases/clock.ts'
import type { Settings } from '#core/cases/rules.ts'
import { grams, holderNow, shownClock, unitsOfChain } from '#core/cases/shown.ts'
import { contributions, difference, tallyFacts } from '#core/cases/tallies.ts'
import type { Tx } from '../kit/db.ts'
import type { Statement } from '../kit/sent-along.ts'
import { entryRow } from './journal.ts'
import * as rows from './rows.ts'
import { type Part, lockText, readText, saveText, tallyKey } from './statements.ts'
import type { Loaded, Row } from './rows.ts'
import { saveWhistles } from './whistle-store.ts'

/** What is stored beside the file and never decided upon: kept as it was when the row is rewritten. */
export type Beside = { routing: unknown; externalId: string | null }
export type Locked = { file: CaseFile; beside: Beside }

export const lockedOf = (row: Loaded | undefined): Locked | null =>
  row === undefined
    ? null
    : {
        file: rows.fileOf(row),
        beside: { routing: row.c['routing'], externalId: row.c['external_id'] as string | null },
      }

/** The look that lockCase takes, for whoever sends it ahead. */
export const lockStatement = (number: string): Statement => ({
  name: 'cases.lock',
  text: lockText,
  values: [number],
})

/**
 * The whole case under its row lock; null if there is none, or none this caller may see. After waiting for another
 * transaction the row is new but its parts are as they were before the wait; then, with the lock held, all is read again.
 */
export async function lockCase(tx: Tx, number: string): Promise<Locked | null> {
  const [row] = await tx.prepared<Loaded & { seen: number }>('cases.lock', lockText, [number])
  if (row === undefined || row.seen === Number(row.c['version'])) return lockedOf(row)
  return readCase(tx, number)
}

export async function readCase(tx: Tx, number: string): Promise<Locked | null> {
  return lockedOf((await tx.prepared<Loaded>('cases.read', readText, [number]))[0])
}

export type NewVoice = {
  serial: number
  secretHash: Buffer
  linkHash: Buffer
  sealedName: string | null
  sealedPhone: string | null
  /** Finds the case again by a caller's number; null without one. */
  phoneIndex: string | null
  eraseAfter: string | null
  /** The day of the text they were told by; null where nobody could tell them, as in an import. */
  toldOn: string | null
}

export type Saving = {
  before: CaseFile | null
  change: Change
  beside: Beside
  commandId: string
  settings: Settings
  voices?: NewVoice[]
  /** Where the entries begin within the command, when it moves two cases. */
  place?: number
}

/** Stores moves of one command with their journal and tallies. */
export async function save(tx: Tx, saving: Saving): Promise<void> {
  const { name, text, values } = savingStatement(saving.before === null, [rowsOfSaving(saving)])
  await tx.prepared(name, text, values)
  await saveWhistles(tx, saving.before, saving.change.file)
}

/** The same, as the last that the transaction does: it goes with the commit. */
export async function saveLast(tx: Tx, saving: Saving): Promise<void> {
  await saveWhistles(tx, saving.before, saving.change.file)
  await tx.last(savingStatement(saving.before === null, [rowsOfSaving(saving)]))
}

export async function saveNew(tx: Tx, savings: readonly Saving[]): Promise<void> {
  const { name, text, values } = savingStatement(true, savings.map(rowsOfSaving))
  await tx.prepared(name, text, values)
}

export async function saveNewLast(tx: Tx, savings: readonly Saving[]): Promise<void> {
  await tx.last(savingStatement(true, savings.map(rowsOfSaving)))
}

type Bundle = { cases: Row[] } & Record<Part, Row[]>

const parts: readonly Part[] = [
  'rounds',
  'legs',
  'clocks',
  'extensions',
  'proofs',
  'voices',
  'contacts',
  'entries',
  'callbacks',
  'samples',
  'tallies',
]

function savingStatement(fresh: boolean, bundles: readonly Bundle[]) {
  const all = (part: keyof Bundle): Row[] => {
    const rowsOfAll = bundles.flatMap((b) => b[part])
    return part === 'tallies' && bundles.length > 1 ? summed(rowsOfAll) : rowsOfAll
  }
  const held = parts
    .map((part) => ({ part, rows: all(part) }))
    .filter(({ rows: r }) => r.length > 0)
  return {
    ...saveText(
      fresh ? 'insert' : 'update',
      held.map(({ part }) => part),
    ),
    values: [all('cases'), ...held.map(({ rows: r }) => r)].map((r) => JSON.stringify(r)),
  }
}

const changed = <T>(before: readonly T[] | undefined, after: readonly T[]): T[] =>
  before === undefined ? [...after] : after.filter((item) => !before.includes(item))

function rowsOfSaving(saving: Saving): Bundle {
  const { before, change, settings } = saving
  const file = change.file
  const counted = countedPath(file, settings)
  // Where its case counts, every round counts: all of them go along to another place, or out of the figures.
  const moves = before !== null && countedPath(before, settings) !== counted
  return {
    cases: [caseRowOf(saving)],
    rounds: changed(moves ? undefined : before?.rounds, file.rounds).map((r) =>
      rows.roundRow(file, r, counted),
    ),
    legs: changed(before?.legs, file.legs).map((l) => rows.legRow(file, l)),
    clocks: changed(before?.clocks, file.clocks).map((k) =>
      rows.clockRow(file, k, nextTell(k, settings)),
    ),
    extensions: changed(before?.extensions, file.extensions).map((e) => rows.extensionRow(file, e)),
    proofs: changed(before?.proofs, file.proofs).map((p) => rows.proofRow(file, p)),
    voices: (saving.voices ?? []).flatMap((v) => {
      const voice = file.voices.find((each) => each.serial === v.serial)
      return voice === undefined ? [] : [rows.voiceRow(file, voice, v)]
    }),
    contacts: (saving.voices ?? [])
      .filter((v) => v.sealedName !== null || v.sealedPhone !== null)
      .map((v) => ({
        community_id: file.communityId,
        case_id: file.id,
        voice: v.serial,
        sealed_name: v.sealedName,
        sealed_phone: v.sealedPhone,
        phone_index: v.phoneIndex,
        erase_after: v.eraseAfter,
        told_on: v.toldOn,
      })),
    entries: change.entries.map((entry, place) =>
      entryRow({
        ...entry,
        communityId: file.communityId,
        caseId: file.id,
        commandId: saving.commandId,
        place: place + (saving.place ?? 0),
      }),
    ),
    tallies: tallyRows(before, file, settings),
    callbacks: changed(before?.callbacks, file.callbacks).map((k) => rows.callbackRow(file, k)),
    samples: changed(before?.samples, file.samples).map((each) => rows.sampleRow(file, each)),
  }
}

/** Void and merged cases are in no figure of rounds. */
const countedPath = (file: CaseFile, settings: Settings): string | null =>
  file.state === 'VOID' || file.state === 'MERGED' ? null : settings.spot(file.filedAreaId).areaPath

function caseRowOf({ before, change, settings, beside }: Saving): Row {
  const file = change.file
  const shown = shownClock(file)
  const open = settings.category(file.category)?.openToPublic ?? false
  return rows.caseRow(
    file,
    {
      homePath: settings.spot(file.homeAreaId).areaPath,
      filedPath: settings.spot(file.filedAreaId).areaPath,
      isPublic: isPublicMatter(file, open),
      chainUnits: unitsOfChain(file),
      holder: holderNow(file),
      shownClock: shown?.serial ?? null,
      dueAt: shown?.dueAt ?? null,
    },
    {
      routing: beside.routing,
      grams:
        before === null
          ? grams(
              `${file.text} ${file.address ?? ''} ${file.number} ${foreignNumber(beside.externalId) ?? ''}`,
            )
          : [],
      externalId: beside.externalId,
    },
  )
}

const silentKinds = new Set(['CONFIRM', 'REOPEN', 'WAIT', 'CALLBACK'])

/** When somebody must next be told of this clock; windows of the reporter tell nobody. */
export function nextTell(clock: Clock, settings: Settings): string | null {
  if (clock.endedAt !== null || silentKinds.has(clock.kind)) return null
  const next = thresholds.find((threshold) => !clock.told.includes(threshold))
  return next === undefined ? null : tellAt(clock, next, settings.calendar)
}

function tallyRows(before: CaseFile | null, after: CaseFile, settings: Settings): Row[] {
  const zone = settings.calendar.timeZone
  const lenient = settings.rules.basicallySatisfiedCounts
  const was = before === null ? new Map() : contributions(before, zone, lenient)
  const deltas = difference(was, contributions(after, zone, lenient))
  return summed(
    deltas.flatMap(({ areaId, day, counts }) => {
      const key = {
        community_id: after.communityId,
        area_id: areaId,
        path: settings.spot(areaId).areaPath,
      }
      return [
        { ...key, grain: 'day', bucket: day, ...counts },
        { ...key, grain: 'month', bucket: `${day.slice(0, 7)}-01`, ...counts },
      ]
    }),
  )
}

/** One row per key: a statement may meet a key once. */
function summed(all: readonly Row[]): Row[] {
  const byKey = new Map<string, Row>()
  for (const row of all) {
    const key = tallyKey.map((k) => String(row[k])).join(' ')
    const held = byKey.get(key)
    if (held === undefined) byKey.set(key, { ...row })
    else
      for (const fact of tallyFacts) held[fact] = Number(held[fact] ?? 0) + Number(row[fact] ?? 0)
  }
  return [...byKey.values()]
}
