// Judging a file of areas before anything is written: which rows may enter the tree, and why the others may not.
import type { Words } from '#core/kit/words.ts'
import { say } from '#core/kit/words.ts'
import { type Level, levelOfCode } from './area.ts'
import { importWords } from './words-import.ts'

export type ProposedArea = {
  line: number
  code: string
  name: string
  nameEn: string | null
  /** Null: by the pattern of the code. */
  level: string | null
  /** Code of the parent; null: by the beginning of the code, or none. */
  parent: string | null
  kind: 'basic' | 'dedicated'
  /** Codes of areas that end where this one begins. */
  replaces: string[]
}

export type KnownArea = {
  code: string
  level: string
  parent: string | null
  name: string
  kind: 'basic' | 'dedicated'
}

export type AcceptedArea = Omit<ProposedArea, 'level'> & { level: string }

export type AreaFault = keyof typeof importWords
export type Reject = { line: number; code: string; fault: AreaFault; reason: Words }

export function reject(
  row: { line: number; code: string },
  fault: AreaFault,
  values: Record<string, string | number> = {},
): Reject {
  const words = importWords[fault]
  const all = { code: row.code, ...values }
  return { ...row, fault, reason: { zh: say(words, 'zh', all), en: say(words, 'en', all) } }
}

type Judging = { levels: readonly Level[]; known: ReadonlyMap<string, KnownArea> }

/** Rows in the order in which they can be written, parents first; a child of a rejected row is an orphan. */
export function judgeAreas(
  proposed: readonly ProposedArea[],
  judging: Judging,
): { accepted: AcceptedArea[]; rejects: Reject[] } {
  const ordinals = new Map(judging.levels.map((level) => [level.level, level.ordinal]))
  const rejects: Reject[] = []
  const placed: AcceptedArea[] = []
  for (const row of proposed) {
    const level = levelFor(row, judging)
    if (typeof level === 'string')
      placed.push({ ...row, level, parent: parentFor(row, level, judging) })
    else rejects.push(level)
  }
  // Stable: rows of one level stay in the order of the file, so that the first of two wins.
  placed.sort((a, b) => ordinals.get(a.level)! - ordinals.get(b.level)!)
  const accepted = new Map<string, AcceptedArea>()
  for (const row of placed) {
    const fault = faultOf(row, accepted, { ...judging, ordinals })
    if (fault === null) accepted.set(row.code, row)
    else if (fault !== 'same') rejects.push(fault)
  }
  return { accepted: [...accepted.values()], rejects: rejects.sort((a, b) => a.line - b.line) }
}

function levelFor(row: ProposedArea, { levels, known }: Judging): string | Reject {
  const { code } = row
  if (row.level === null) {
    const level = known.get(code)?.level ?? levelOfCode(levels, code)?.level
    return level ?? reject({ line: row.line, code }, 'bad_code')
  }
  const level = levels.find((each) => each.level === row.level)
  if (level === undefined)
    return reject({ line: row.line, code }, 'unknown_level', { level: row.level })
  return new RegExp(level.codePattern).test(code)
    ? level.level
    : reject({ line: row.line, code }, 'bad_code')
}

function parentFor(row: ProposedArea, levelName: string, { levels }: Judging): string | null {
  if (row.parent !== null) return row.parent
  const level = levels.find((each) => each.level === levelName)
  return level?.parentLength == null ? null : row.code.slice(0, level.parentLength)
}

type Ordinals = Judging & { ordinals: ReadonlyMap<string, number> }

function faultOf(
  row: AcceptedArea,
  accepted: ReadonlyMap<string, AcceptedArea>,
  judging: Ordinals,
): Reject | 'same' | null {
  const at = { line: row.line, code: row.code }
  if (row.name.trim() === '' || row.name.length > 120) return reject(at, 'no_name')
  const twin = accepted.get(row.code)
  if (twin !== undefined)
    return twin.name === row.name && twin.parent === row.parent
      ? 'same'
      : reject(at, 'duplicate', { line: twin.line })
  const known = judging.known.get(row.code)
  if (known !== undefined && (known.parent !== row.parent || known.level !== row.level))
    return reject(at, 'moved', { parent: known.parent ?? '–' })
  return faultOfParent(row, accepted, judging)
}

function faultOfParent(
  row: AcceptedArea,
  accepted: ReadonlyMap<string, AcceptedArea>,
  { levels, known, ordinals }: Ordinals,
): Reject | null {
  const at = { line: row.line, code: row.code }
  const own = ordinals.get(row.level)!
  if (row.parent === null)
    return isTop(row, [...accepted.values(), ...known.values()], ordinals)
      ? null
      : reject(at, 'orphan', { parent: '–' })
  const parent = accepted.get(row.parent) ?? known.get(row.parent)
  if (parent === undefined) return reject(at, 'orphan', { parent: row.parent })
  const level = levels.find((each) => each.level === row.level)!
  const above = ordinals.get(parent.level)!
  const skipped = levels.some((each) => each.ordinal > above && each.ordinal < own)
  if (above >= own || (skipped && !level.skips))
    return reject(at, 'wrong_parent', { parent: row.parent })
  if (level.parentLength !== null && row.code.slice(0, level.parentLength) !== row.parent)
    return reject(at, 'wrong_parent', { parent: row.parent })
  return null
}

/** The root of the tree: nothing lies above it, so that a district alone is a whole installation too. */
function isTop(
  row: AcceptedArea,
  others: readonly { code: string; level: string; parent: string | null }[],
  ordinals: ReadonlyMap<string, number>,
): boolean {
  const own = ordinals.get(row.level)!
  return (
    !others.some(
      (other) =>
        other.code !== row.code &&
        (ordinals.get(other.level)! < own || (other.level === row.level && other.parent === null)),
    ) || others.some((other) => other.code === row.code && other.parent === null)
  )
}
