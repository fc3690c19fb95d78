// Against 千家一面: what a neighbour's theme shares with ours, what only we have, and what an adopter kept, changed and dropped.
import type { Words } from '#core/kit/words.ts'
import type { SharedGroup } from './population.ts'

export type Neighbour = {
  communityId: number
  name: string
  sameStreet: boolean
  kindCode: string
  themeName: { zh: string; en: string }
}

export type Facts = {
  /** Offers within reach, by category. */
  reached: ReadonlyMap<string, number>
}

export type OnlyHere =
  | { of: 'resource'; category: string; here: number; most: number }
  | { of: 'group'; name: Words; here: number; wider: number }

/** Neighbours with this theme, the street's first. */
export function sameTheme(kindCode: string, neighbours: readonly Neighbour[]): Neighbour[] {
  return neighbours
    .filter((each) => each.kindCode === kindCode)
    .toSorted((a, b) => Number(b.sameStreet) - Number(a.sameStreet))
}

/** Categories of which more lies within reach here than at any community that has a theme. */
export function resourcesOnlyHere(here: Facts, others: readonly Facts[]): OnlyHere[] {
  return [...here.reached].flatMap(([category, count]): OnlyHere[] => {
    const most = Math.max(0, ...others.map(({ reached }) => reached.get(category) ?? 0))
    return count > most ? [{ of: 'resource', category, here: count, most }] : []
  })
}

/** Groups whose share here is a fifth larger than in the wider area, and three hundredths at least. */
export function groupsOnlyHere(
  here: readonly SharedGroup[],
  wider: readonly SharedGroup[],
): OnlyHere[] {
  return here.flatMap(({ key, name, share }): OnlyHere[] => {
    const there = wider.find((each) => each.key === key)
    if (there === undefined || share < there.share * 1.2 || share - there.share < 3) return []
    return [{ of: 'group', name, here: share, wider: there.share }]
  })
}

export type Part = { id: string; text: string }
export type OwnPart = Part & { from: string | null }

export type PartDifference =
  | { was: 'kept'; text: string }
  | { was: 'changed'; from: string; text: string }
  | { was: 'dropped'; from: string }
  | { was: 'added'; text: string }

/** What became of each part of the practice that was adopted, in its order, and then what is new. */
export function differenceOf(source: readonly Part[], own: readonly OwnPart[]): PartDifference[] {
  const taken = source.map(({ id, text }): PartDifference => {
    const mine = own.find(({ from }) => from === id)
    if (mine === undefined) return { was: 'dropped', from: text }
    return mine.text === text
      ? { was: 'kept', text }
      : { was: 'changed', from: text, text: mine.text }
  })
  const known = new Set(source.map(({ id }) => id))
  const added = own
    .filter(({ from }) => from === null || !known.has(from))
    .map(({ text }): PartDifference => ({ was: 'added', text }))
  return [...taken, ...added]
}
