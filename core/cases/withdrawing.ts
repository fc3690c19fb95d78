// The reporter takes back a name or a number, or asks not to be called, and loses nothing else (PIPL 15-16): done at
// once, in any state. The journal keeps that it was taken back, and not what it was.
import { done, refused } from '#core/kit/result.ts'
import type { Actor } from '#core/people/actor.ts'
import { type CaseFile, hasContact, mayCall } from './case.ts'
import { enter, guard, type Decided } from './change.ts'
import type { Settings } from './rules.ts'
import { ends } from './ticking.ts'

export const contactParts = ['name', 'phone'] as const
export type ContactPart = (typeof contactParts)[number]
/** What of the two lies there, or is wanted back. */
export type ContactParts = Readonly<Record<ContactPart, boolean>>
/** `calls`: whether they may be called about how it went; null leaves it as it is. */
export type TakesBack = ContactParts & { calls: boolean | null }

export const takenBack = (wish: ContactParts, held: ContactParts): ContactPart[] =>
  contactParts.filter((part) => wish[part] && held[part])

export function decideWithdraw(
  c: CaseFile,
  by: Actor,
  { wish, held }: { wish: TakesBack; held: ContactParts },
  s: Settings,
): Decided {
  const may = guard('withdrawContact', c, by, s)
  if (!may.ok) return may
  const voice = by.kind === 'voice' ? c.voices.find(({ serial }) => serial === by.voice) : undefined
  if (voice === undefined) return refused('not_yours')
  const taken = takenBack(wish, held)
  const reachable = held.phone && !taken.includes('phone')
  const calls = reachable && wish.calls !== (voice.calls ?? true) ? wish.calls : null
  if (taken.length === 0 && calls === null) return refused('nothing_to_take_back')
  const told = { ...voice, hasContact: reachable, ...(calls !== null && { calls }) }
  const voices = c.voices.map((each) => (each === voice ? told : each))
  const change = enter(quiet({ ...c, voices }, s), 'withdrawContact', by, s, {
    facts: { taken, calls },
  })
  // Nothing happened to the matter itself: lists by the last step keep their order, and nothing is put off by it.
  return done({ ...change, file: { ...change.file, lastAt: c.lastAt, wakeAt: c.wakeAt } })
}

/** Nobody owes a call to whom nobody can or may call. */
function quiet(c: CaseFile, s: Settings): CaseFile {
  const uncalled = mayCall(c) ? c : ends(c, ['CALLBACK'], s)
  return hasContact(uncalled) ? uncalled : ends(uncalled, ['RESPOND'], s)
}
