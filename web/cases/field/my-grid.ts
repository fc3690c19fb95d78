// The areas a person works in, from what was granted: the grid first, for it is the smallest.
import type { MeView } from '#core/people/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { useMe } from '#web/people/me.ts'

const depth = ['micro', 'grid', 'community', 'street', 'district', 'city']

export type MyArea = { code: string; name: string; level: string }

export function areaOf(me: MeView | undefined, lang: 'zh' | 'en'): MyArea | null {
  const sorted = [...(me?.grants ?? [])].sort(
    (a, b) => depth.indexOf(a.areaLevel) - depth.indexOf(b.areaLevel),
  )
  const smallest = sorted[0]
  return smallest === undefined
    ? null
    : { code: smallest.areaCode, name: smallest.areaName[lang], level: smallest.areaLevel }
}

export function useMyArea(): MyArea | null {
  const { lang } = useWords()
  return areaOf(useMe().data, lang)
}

/** The community above a code of the tree, for its map; the code itself where it is no grid. */
export const communityOf = (area: MyArea): string =>
  area.level === 'grid'
    ? area.code.slice(0, 12)
    : area.level === 'micro'
      ? area.code.slice(0, 12)
      : area.code
