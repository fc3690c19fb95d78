// One matter, many voices: a neighbour joins an open case, or says of a closed one that it is still broken (moves 2
// and 36). Where a neighbour stood is asked once, for the distance, and kept nowhere.

import { done, refused } from '#core/kit/result.ts'
import type { Actor } from '#core/people/actor.ts'
import type { Point } from '#core/places/geometry.ts'
import { metresBetween } from '#core/places/geometry.ts'
import { again, windowOver } from './answers.ts'
import { isOpen, isOwnFind } from './case.ts'
import type { CaseFile, Source } from './case.ts'
import { enter, guard, saysEnough } from './change.ts'
import type { Decided } from './change.ts'
import { isVoice } from './moves.ts'
import type { Settings } from './rules.ts'

/** Whom the receipt is for: found out before the rules are asked, since numbers are sealed. */
export type Neighbour = {
  channel: Source
  hasContact: boolean
  /** The same number to be reached at is among the voices already. */
  known: boolean
}

export function decideAffectedToo(
  c: CaseFile,
  by: Actor,
  neighbour: Neighbour,
  s: Settings,
): Decided {
  const may = guard('affectedToo', c, by, s)
  if (!may.ok) return may
  // Who found it is no second voice of it, unless somebody's number is written down.
  const ownFind = isOwnFind(c, by.id) && !neighbour.hasContact
  if (neighbour.known || ownFind) return refused('already_added')
  const next = withVoice(c, by, neighbour)
  return done(enter(next, 'affectedToo', by, s, { facts: { n: 1, voices: next.voices.length } }))
}

/** Too late for the old case: whoever says the same of the one that goes on from it is a voice more of that one. */
export function decideJoinLinked(
  c: CaseFile,
  by: Actor,
  neighbour: Neighbour,
  s: Settings,
): Decided {
  if (!isOpen(c.state)) return refused('not_possible_now')
  if (neighbour.known) return refused('already_added')
  const next = withVoice(c, by, neighbour)
  return done(enter(next, 'affectedToo', by, s, { facts: { n: 1, voices: next.voices.length } }))
}

const withVoice = (c: CaseFile, by: Actor, { channel, hasContact }: Neighbour): CaseFile => ({
  ...c,
  voices: [
    ...c.voices,
    {
      serial: Math.max(0, ...c.voices.map((v) => v.serial)) + 1,
      recordedBy: by.kind === 'person' ? by.id : 'voice',
      channel,
      hasContact,
    },
  ],
})

export type StillBroken = {
  words: string
  photos: string[]
  /** Where the neighbour says it is; null for a voice of the case, and for staff who were told. */
  point: Point | null
  /** null when a voice of the case says so itself. */
  neighbour: Neighbour | null
}

/** Within 200 m, or with a voice on the case, or through staff who write it down [D13]. A case without a point is near. */
function isNear(c: CaseFile, by: Actor, point: Point | null, s: Settings): boolean {
  if (isVoice(c, by, s) || by.kind === 'person' || c.point === null) return true
  return point !== null && metresBetween(point, c.point) <= s.rules.neighbourMetres
}

/** Within the window the case itself goes on; later, or archived, a new one is linked to it. */
export const reopensAgain = (c: CaseFile, s: Settings): boolean =>
  c.state === 'CLOSED' && !windowOver(c, 'REOPEN', s)

/** May a neighbour say so at all? Asked of the closed case, whichever way it goes on. */
export function whyNotStillBroken(
  c: CaseFile,
  by: Actor,
  said: StillBroken,
  s: Settings,
): Decided | null {
  const may = guard('stillBroken', c, by, s)
  if (!may.ok) return may
  if (!isNear(c, by, said.point, s)) return refused('not_yours')
  if (said.neighbour?.known === true) return refused('already_added')
  if (!saysEnough(said.words) && said.photos.length === 0) return refused('reason_missing')
  return null
}

export function decideStillBroken(c: CaseFile, by: Actor, said: StillBroken, s: Settings): Decided {
  const why = whyNotStillBroken(c, by, said, s)
  if (why !== null) return why
  if (!reopensAgain(c, s)) return refused('window_over')
  const heard = said.neighbour === null ? c : withVoice(c, by, said.neighbour)
  const next = again(heard, 'reopen', 'neighbour', s)
  return done(
    enter(next, 'stillBroken', by, s, {
      to: 'REOPENED',
      reason: said.words.trim() === '' ? null : said.words.trim(),
      facts: { by: 'neighbour', round: next.round, photos: said.photos },
    }),
  )
}
