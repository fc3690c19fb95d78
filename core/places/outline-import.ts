// Judging outlines before anything is written: each alone, beside its siblings, and within its parent's.
import type { KnownArea, Reject } from './area-import.ts'
import { reject } from './area-import.ts'
import { boxOf, type Outline } from './geometry.ts'
import { faultOfOutline, overhangOf, overlapOf } from './outline-faults.ts'
import { boxesTouch } from './sides.ts'

export type ProposedOutline = { line: number; code: string; geometry: unknown }
export type AcceptedOutline = { line: number; code: string; geometry: Outline }

export type OutlineJudging = {
  /** All areas known or accepted, by code, without those that end by this import. */
  areas: ReadonlyMap<string, KnownArea>
  /** Outlines that hold already and are not replaced unless the file brings another. */
  existing: ReadonlyMap<string, Outline>
  /** Levels from the top down. */
  levels: readonly string[]
  told?: (done: number) => void
}

export function judgeOutlines(
  proposed: readonly ProposedOutline[],
  judging: OutlineJudging,
): { accepted: AcceptedOutline[]; rejects: Reject[] } {
  const rejects: Reject[] = []
  const sound = new Map<string, AcceptedOutline>()
  for (const row of proposed) {
    const fault = faultAlone(row, sound, judging)
    if (fault === null) sound.set(row.code, row as AcceptedOutline)
    else rejects.push(fault)
  }
  const accepted = new Map<string, AcceptedOutline>()
  const beside = siblingsOf(sound, judging)
  let done = 0
  for (const level of judging.levels)
    for (const row of sound.values()) {
      if (judging.areas.get(row.code)?.level !== level) continue
      const fault = faultWithin(row, { accepted, judging, beside })
      if (fault === null) accepted.set(row.code, row)
      else rejects.push(fault)
      judging.told?.(++done)
    }
  return { accepted: [...accepted.values()], rejects: rejects.sort((a, b) => a.line - b.line) }
}

function faultAlone(
  row: ProposedOutline,
  sound: ReadonlyMap<string, AcceptedOutline>,
  { areas }: OutlineJudging,
): Reject | null {
  const at = { line: row.line, code: row.code }
  if (!areas.has(row.code)) return reject(at, 'unknown_area')
  const twin = sound.get(row.code)
  if (twin !== undefined) return reject(at, 'duplicate', { line: twin.line })
  const found = faultOfOutline(row.geometry)
  if (found === null) return null
  const where = 'at' in found ? `${found.at[0]}, ${found.at[1]}` : ''
  return reject(at, found.fault, { where })
}

type Around = {
  accepted: ReadonlyMap<string, AcceptedOutline>
  judging: OutlineJudging
  beside: (code: string) => string[]
}

function faultWithin(row: AcceptedOutline, { accepted, judging, beside }: Around): Reject | null {
  const at = { line: row.line, code: row.code }
  const outlineOf = (code: string) => accepted.get(code)?.geometry ?? judging.existing.get(code)
  const own = judging.areas.get(row.code)!
  const parent = own.parent === null ? undefined : outlineOf(own.parent)
  const over = parent === undefined ? null : overhangOf(row.geometry, parent)
  if (over !== null)
    return reject(at, 'outside_parent', { parent: own.parent!, metres: Math.ceil(over) })
  for (const code of beside(row.code)) {
    const other = outlineOf(code)
    if (other === undefined) continue
    const depth = overlapOf(row.geometry, other)
    if (depth !== null) return reject(at, 'overlap', { other: code, metres: Math.ceil(depth) })
  }
  return null
}

/** Siblings whose boxes touch. A dedicated grid lies inside basic ones by design: only its like may not overlap it. */
function siblingsOf(
  sound: ReadonlyMap<string, AcceptedOutline>,
  { areas, existing }: OutlineJudging,
) {
  const boxes = new Map<string, ReturnType<typeof boxOf>>()
  const groups = new Map<string, string[]>()
  for (const [code, area] of areas) {
    const outline = sound.get(code)?.geometry ?? existing.get(code)
    if (outline === undefined) continue
    boxes.set(code, boxOf(outline))
    const key = `${area.parent ?? ''} ${area.level} ${area.kind}`
    groups.set(key, [...(groups.get(key) ?? []), code])
  }
  return (code: string): string[] => {
    const area = areas.get(code)!
    const group = groups.get(`${area.parent ?? ''} ${area.level} ${area.kind}`) ?? []
    const box = boxes.get(code)!
    return group.filter((other) => other !== code && boxesTouch(box, boxes.get(other)!))
  }
}
