// Kinds of resources: data of a place, so that another city brings its own list. A kind is told apart by its word and
// the shape of its group, never by colour.
import type { Words } from '#core/kit/words.ts'

/** An institution people go to; people who come; a place to use; money; a way to get somewhere. */
export const kindGroups = ['service', 'people', 'place', 'money', 'way'] as const
export type KindGroup = (typeof kindGroups)[number]

export type Kind = {
  code: string
  words: Words
  group: KindGroup
  /** One character of Chinese, at most two letters of English: written inside the shape on maps. */
  mark: Words
  /** What its capacity counts, unless an entry says otherwise. */
  unit: Words
  /** A community's own centre: reach is measured from it. */
  centre?: true
}

/** Why a pack cannot be used; empty when it can. */
export function faultsOfKinds(kinds: readonly Kind[]): string[] {
  const faults: string[] = []
  const seen = new Set<string>()
  for (const kind of kinds) {
    const say = (what: string) => faults.push(`${kind.code}: ${what}`)
    if (!/^[a-z][A-Za-z0-9]{1,39}$/.test(kind.code)) say('a code is letters and digits')
    if (seen.has(kind.code)) say('stands twice')
    seen.add(kind.code)
    if (!kindGroups.includes(kind.group)) say(`no group ${kind.group}`)
    for (const words of [kind.words, kind.mark, kind.unit])
      if (words.zh.trim() === '' || words.en.trim() === '') say('words are missing')
    if ([...kind.mark.zh].length !== 1 || kind.mark.en.length > 2) say('a mark is one character')
  }
  if (kinds.filter((kind) => kind.centre).length > 1)
    faults.push('more than one kind is the centre')
  return faults
}
