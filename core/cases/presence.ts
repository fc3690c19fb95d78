// Who has a case open just now, so that two people in one case see each other. It lives in memory for seconds, is kept
// nowhere, locks nothing, and is told only to whoever has the same case open.

import type { Instant } from '#core/kit/time.ts'
import { toMs } from '#core/kit/time.ts'
import type { Words } from '#core/kit/words.ts'
import type { Move } from './move-names.ts'

/** A page says it is still there so often, and is forgotten so long after it last did. */
export const beatSeconds = 8
export const forgottenAfterSeconds = 20

/** One page of one person: two tabs are two of these and one colleague. */
export type Here = {
  tab: string
  personId: string
  name: string
  post: Words
  /** The act whose form is open, or null for reading. */
  doing: Move | null
  at: Instant
}
export type Present = Pick<Here, 'name' | 'post' | 'doing'>

export const isStillHere = (here: Here, now: Instant): boolean =>
  toMs(now) - toMs(here.at) < forgottenAfterSeconds * 1000

/** The others in it, each once: whoever is in the middle of an act counts as that, and stands first. */
export function othersIn(all: readonly Here[], personId: string, now: Instant): Present[] {
  const byPerson = new Map<string, Here>()
  for (const here of all.filter((one) => one.personId !== personId && isStillHere(one, now))) {
    const known = byPerson.get(here.personId)
    if (known === undefined || known.doing === null) byPerson.set(here.personId, here)
  }
  return [...byPerson.values()]
    .toSorted(
      (a, b) =>
        Number(a.doing === null) - Number(b.doing === null) || (a.personId < b.personId ? -1 : 1),
    )
    .map(({ name, post, doing }) => ({ name, post, doing }))
}
