// How a level of the tree is called, and which classes its map uses: fixed, so that two days compare.
import { cockpitWords } from '#core/cockpit/words.ts'
import type { Words } from '#core/kit/words.ts'

export function levelWords(level: string | null): Words {
  const key = `level_${level ?? 'other'}`
  return key in cockpitWords
    ? cockpitWords[key as keyof typeof cockpitWords]
    : cockpitWords.level_other
}

const breaks: Readonly<Record<string, number[]>> = {
  micro: [1, 2, 3, 4, 5],
  grid: [1, 2, 3, 4, 5],
  community: [1, 2, 4, 7, 12],
  street: [1, 8, 15, 22, 30],
  district: [1, 50, 150, 400, 1000],
}

export const breaksOf = (level: string): number[] | undefined => breaks[level]

/** A street is drawn by its grids under the borders of its communities; every other area by what lies right below. */
export const drawnBelow = (level: string, childLevel: string | null): 'grid' | undefined =>
  level === 'street' && childLevel === 'community' ? 'grid' : undefined
