// The tree and its outlines in memory, as of one version of the tables. Built whole and never changed.
import { assert } from '#core/kit/result.ts'
import type { Words } from '#core/kit/words.ts'
import { type Area, type Level, idsOfPath, isValidOn } from '#core/places/area.ts'
import type { Outline } from '#core/places/geometry.ts'
import { grouped } from './grouped.ts'
import { OutlineIndex } from './outline-index.ts'
import type { BoundaryRow, Succession } from './store.ts'

export type GeographyRows = {
  levels: Level[]
  areas: Area[]
  boundaries: BoundaryRow[]
  successions: Succession[]
  topCode: string | null
}

/** All outlines of one day, ready for questions. */
export type DayOutlines = {
  /** The day since which these outlines hold. */
  boundaryVersion: string
  grids: Area[]
  gridIndex: OutlineIndex
  /** Order of codes, for ties. */
  gridRank: Int32Array
  communities: Area[]
  communityIndex: OutlineIndex
  schematic: ReadonlySet<number>
}

const noDay = '2000-01-01'
/** Today's outlines, and a few older days that somebody asked about. */
const daysKept = 4

export class Geography {
  readonly levels: readonly Level[]
  readonly successions: readonly Succession[]
  private readonly byId: ReadonlyMap<number, Area>
  private readonly byCode: ReadonlyMap<string, Area[]>
  private readonly below: ReadonlyMap<number, Area[]>
  private readonly outlines: ReadonlyMap<number, BoundaryRow[]>
  private readonly communityLevels: ReadonlySet<string>
  private readonly topCode: string | null
  private readonly changeDays: string[]
  private readonly days = new Map<string, DayOutlines>()

  constructor(rows: GeographyRows) {
    this.levels = rows.levels
    this.successions = rows.successions
    this.topCode = rows.topCode
    this.byId = new Map(rows.areas.map((area) => [area.id, area]))
    this.byCode = grouped(rows.areas, (area) => area.code)
    this.below = grouped(rows.areas, (area) => area.parentId ?? 0)
    this.outlines = grouped(rows.boundaries, (row) => row.areaId)
    this.communityLevels = communityLevels(rows.levels)
    const dated = [...rows.boundaries, ...rows.areas].flatMap((row) => [
      row.validFrom,
      row.validTo ?? noDay,
    ])
    this.changeDays = [...new Set([noDay, ...dated])].sort()
  }

  find(id: number): Area | null {
    return this.byId.get(id) ?? null
  }

  get(id: number): Area {
    const area = this.byId.get(id)
    assert(area !== undefined, `area ${id} is in the tree`)
    return area
  }

  /** The area that carries the code on a day; without a day, the newest one. */
  findByCode(code: string, day: string | null = null): Area | null {
    const areas = this.byCode.get(code) ?? []
    if (day !== null) return areas.find((area) => isValidOn(area, day)) ?? null
    return areas.reduce<Area | null>(
      (a, b) => (a === null || b.validFrom > a.validFrom ? b : a),
      null,
    )
  }

  /** Those of a day, in order of their codes. An area may have ended, or begin on a day to come: there is no "now" here. */
  children(id: number, day: string): Area[] {
    return (this.below.get(id) ?? []).filter((area) => isValidOn(area, day))
  }

  /** The area itself on a day, or who stands for it: after its end who took over, before its beginning who will end. */
  standingFor(area: Area, day: string, steps = 50): Area {
    if (isValidOn(area, day)) return area
    const ended = area.validFrom <= day
    const next = this.successions
      .filter((row) => (ended ? row.areaId : row.successorId) === area.id)
      .map(({ heir, ...row }) => ({ heir, area: this.get(ended ? row.successorId : row.areaId) }))
      .filter(({ area: other }) =>
        ended ? other.validFrom <= day : other.validFrom < area.validFrom,
      )
      .toSorted(heirFirst)[0]?.area
    if (next !== undefined && steps > 0) return this.standingFor(next, day, steps - 1)
    return this.ancestors(area).findLast((above) => isValidOn(above, day)) ?? area
  }

  /** From the top down to the area itself. */
  ancestors(area: Area): Area[] {
    return idsOfPath(area.path).map((id) => this.get(id))
  }

  /** Areas that ended and whose ground, or a part of it, this one has now: whoever asked about them asks about it. */
  foregoersOf(id: number): number[] {
    const found = new Set([id])
    for (const each of found)
      for (const { areaId, successorId } of this.successions)
        if (successorId === each) found.add(areaId)
    found.delete(id)
    return [...found]
  }

  /** Those that have the area's ground on a day: itself while it is there, then all who took over from it. */
  followersOf(area: Area, day: string): Area[] {
    const found = new Set([area])
    for (const each of found) {
      if (isValidOn(each, day)) continue
      for (const { areaId, successorId } of this.successions)
        if (areaId === each.id) found.add(this.get(successorId))
    }
    return [...found].filter((each) => isValidOn(each, day))
  }

  roots(day: string): Area[] {
    return this.children(0, day)
  }

  /** The area this installation is for: as set up, else the first root. Null before setup. */
  top(): Area | null {
    const named = this.topCode === null ? null : this.findByCode(this.topCode)
    const roots = this.childrenEver(0).filter((area) => area.validTo === null)
    return named ?? roots.toSorted((a, b) => a.id - b.id)[0] ?? null
  }

  /** Every area that ever was or will be, in order of code. What is shown as being there asks for its day. */
  all(): IterableIterator<Area> {
    return this.byId.values()
  }

  levelOf(area: Area): Level {
    const level = this.levels.find((each) => each.tree === area.tree && each.level === area.level)
    assert(level !== undefined, `level ${area.level} of tree ${area.tree} is known`)
    return level
  }

  communityOf(area: Area): Area | null {
    return this.ancestors(area).find((each) => this.isCommunity(each)) ?? null
  }

  isCommunity(area: Area): boolean {
    return this.communityLevels.has(`${area.tree} ${area.level}`)
  }

  /** As people say it: a grid's name alone ("第1网格") means nothing without its community. */
  label(area: Area): Words {
    const community = this.communityOf(area)
    if (community === null || community.id === area.id)
      return { zh: area.name, en: area.nameEn ?? area.name }
    return {
      zh: `${community.name}${area.name}`,
      en: `${area.nameEn ?? area.name}, ${community.nameEn ?? community.name}`,
    }
  }

  outlineOf(
    areaId: number,
    day: string,
  ): { outline: Outline; schematic: boolean; validFrom: string } | null {
    const row = this.outlines.get(areaId)?.find((each) => isValidOn(each, day))
    if (row === undefined) return null
    return { outline: row.geometry, schematic: row.schematic, validFrom: row.validFrom }
  }

  /** Every version of the area's outline, oldest first. */
  outlinesOf(areaId: number): readonly BoundaryRow[] {
    return this.outlines.get(areaId) ?? []
  }

  /** Everything that ever lay directly in it, or will: in order of code. */
  childrenEver(id: number): readonly Area[] {
    return this.below.get(id) ?? []
  }

  /** Those that lay directly in it and have ended by the day. */
  endedChildren(id: number, day: string): Area[] {
    return (this.below.get(id) ?? []).filter((area) => area.validTo !== null && area.validTo <= day)
  }

  /** Whether it, or anything below it, has an outline that day. */
  hasOutline(area: Area, day: string): boolean {
    if (this.outlineOf(area.id, day) !== null) return true
    return this.children(area.id, day).some((child) => this.hasOutline(child, day))
  }

  /** The last day on which the tree or an outline changed, up to this one. */
  versionOn(day: string): string {
    return this.changeDays.findLast((change) => change <= day) ?? noDay
  }

  /** Outlines of a local day; the last few asked for are kept. */
  on(day: string, reachMetres: number): DayOutlines {
    const version = this.versionOn(day)
    const key = `${version} ${reachMetres}`
    const known = this.days.get(key)
    if (known !== undefined) return known
    const built = this.build(version, reachMetres)
    const oldest = this.days.keys().next()
    if (this.days.size >= daysKept && !oldest.done) this.days.delete(oldest.value)
    this.days.set(key, built)
    return built
  }

  private build(day: string, reachMetres: number): DayOutlines {
    const outlined = [...this.byId.values()].flatMap((area) => {
      const row = isValidOn(area, day)
        ? this.outlines.get(area.id)?.find((each) => isValidOn(each, day))
        : undefined
      return row === undefined ? [] : [{ area, row }]
    })
    const grids = outlined.filter(({ area }) => area.level === 'grid')
    const communities = outlined.filter(({ area }) => this.isCommunity(area))
    const indexOf = (items: typeof outlined) =>
      new OutlineIndex(
        items.map(({ area, row }) => ({
          outline: row.geometry,
          dedicated: area.kind === 'dedicated',
        })),
        reachMetres,
      )
    return {
      boundaryVersion: day,
      grids: grids.map(({ area }) => area),
      gridIndex: indexOf(grids),
      gridRank: ranksOf(grids.map(({ area }) => area.code)),
      communities: communities.map(({ area }) => area),
      communityIndex: indexOf(communities),
      schematic: new Set(outlined.flatMap(({ area, row }) => (row.schematic ? [area.id] : []))),
    }
  }
}

/** Of several who took over, the one that was named for it, else the lowest code. */
export const heirFirst = (
  a: { heir: boolean; area: Area },
  b: { heir: boolean; area: Area },
): number => Number(b.heir) - Number(a.heir) || (a.area.code < b.area.code ? -1 : 1)

/** The level that receives what has no grid: "community", else the lowest of its tree that is no grid. */
function communityLevels(levels: readonly Level[]): ReadonlySet<string> {
  const trees = grouped(levels, (level) => level.tree)
  return new Set(
    [...trees].flatMap(([tree, of]) => {
      const named = of.find((each) => each.level === 'community')
      const lowest = of.filter((each) => each.level !== 'grid' && each.level !== 'micro').at(-1)
      const level = named ?? lowest
      return level === undefined ? [] : [`${tree} ${level.level}`]
    }),
  )
}

function ranksOf(codes: readonly string[]): Int32Array {
  const ranks = new Int32Array(codes.length)
  const order = codes
    .map((_, i) => i)
    .sort((a, b) => (codes[a]! < codes[b]! ? -1 : codes[a]! > codes[b]! ? 1 : a - b))
  order.forEach((i, rank) => (ranks[i] = rank))
  return ranks
}
