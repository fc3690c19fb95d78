// Work handed in with its proof, and found on the spot (moves 11 and 25). What proof a category needs is data;
// here it is only judged. Photos show the thing, never persons or the worker's presence.

import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import { toMs } from '#core/kit/time.ts'
import type { Actor } from '#core/people/actor.ts'
import { selfHandling } from '#core/people/rights.ts'
import { currentRound, openAssists, topLeg } from './case.ts'
import type { CaseFile, Outcome, Proof } from './case.ts'
import { enter, guard, saysEnough } from './change.ts'
import type { Decided } from './change.ts'
import { withLeg } from './dispatch.ts'
import {
  type Evidence,
  metresOff,
  type ProofGiven,
  type ProofNeed,
  proofNeeds,
} from './evidence.ts'
import { inRound } from './intake.ts'
import { withdrawn } from './requests.ts'
import type { Settings } from './rules.ts'
import { ends, starts } from './ticking.ts'

/** The field to point at, and what to say beside it. */
const missingAs: Record<ProofNeed, readonly [field: string, code: string]> = {
  text: ['text', 'proof_text'],
  photoAfter: ['photosAfter', 'proof_photo_after'],
  photoBefore: ['photosBefore', 'proof_photo_before'],
  place: ['point', 'proof_place'],
  time: ['takenAt', 'proof_time'],
}

/** What is missing of the proof, as a refusal and the fields to point at; done when nothing is. */
export function whyNotEnough(given: ProofGiven, evidence: Evidence, c: CaseFile): Result<null> {
  const open = proofNeeds(given, evidence, c).filter(({ met }) => !met)
  const missing = Object.fromEntries(open.map(({ need }) => missingAs[need]))
  if (Object.keys(missing).length > 0) return refused('proof_missing', { fields: missing })
  if (tooOld(given, evidence, c)) return refused('proof_too_old')
  const metres = metresOff(c, given.point)
  if (evidence.placeWithinM !== null && metres !== null && metres > evidence.placeWithinM)
    return refused('proof_too_far')
  return done(null)
}

/** A photo taken before the work was given cannot show the work. */
function tooOld(given: ProofGiven, evidence: Evidence, c: CaseFile): boolean {
  const since = currentRound(c).firstDispatchedAt ?? c.reportedAt
  return evidence.takenAfterDispatch && given.takenAt !== null && toMs(given.takenAt) < toMs(since)
}

function proofOf(
  given: ProofGiven,
  c: CaseFile,
  of: { leg: number | null; satisfied: boolean },
  by: Actor,
  s: Settings,
): Proof {
  return {
    serial: c.proofs.length + 1,
    leg: of.leg,
    round: c.round,
    by: by.id,
    at: s.now,
    text: given.text,
    photosBefore: given.photosBefore,
    photosAfter: given.photosAfter,
    takenAt: given.takenAt,
    metresOff: metresOff(c, given.point),
    point: given.point,
    satisfied: of.satisfied,
  }
}

/** The responsible unit confirms and passes on; a field worker's "done" is a note. */
export function decideHandle(
  c: CaseFile,
  by: Actor,
  input: { proof: ProofGiven; outcome: Exclude<Outcome, 'guided'> },
  s: Settings,
): Decided {
  const may = guard('handle', c, by, s)
  if (!may.ok) return may
  const top = topLeg(c)
  if (top === null) return refused('not_possible_now')
  if (top.signedAt === null) return refused('not_signed')
  if (openAssists(c).length > 0) return refused('others_still_open')
  const category = s.category(c.category)
  const enough = category === null ? done(null) : whyNotEnough(input.proof, category.evidence, c)
  if (!enough.ok && input.outcome === 'solved') return enough
  if (input.outcome !== 'solved' && !saysEnough(input.proof.text)) return refused('reason_missing')
  const proof = proofOf(input.proof, c, { leg: top.serial, satisfied: enough.ok }, by, s)
  const handed = withLeg(ends(withdrawn(c, by, s), ['HANDLE'], s), top.serial, {
    handedInAt: s.now,
    handedInBy: by.id,
    results: [...top.results, { at: s.now, since: null, refusedAt: null }],
  })
  const next = starts(
    inRound({ ...handed, proofs: [...handed.proofs, proof] }, { handledAt: s.now }),
    'CHECK',
    s,
    top.serial,
  )
  return done(
    enter(next, 'handle', by, s, {
      to: 'HANDLED',
      facts: {
        leg: top.serial,
        outcome: input.outcome,
        proof: proof.serial,
        photos: input.proof.photosAfter,
        metresOff: proof.metresOff,
      },
    }),
  )
}

/** Done on the spot: filed and handled in one step, closed by somebody else, sampled afterwards [D2]. */
export function decideSelfHandle(
  c: CaseFile,
  by: Actor,
  input: { proof: ProofGiven; reporterTold: boolean },
  s: Settings,
): Decided {
  const may = guard('selfHandle', c, by, s)
  if (!may.ok) return may
  const category = s.category(c.category)
  if (category === null || c.gridId === null) return refused('not_self_handleable')
  const allowed = selfHandling(by, c.gridId)
  const open = allowed === 'full' ? category.selfHandle.fullTime : category.selfHandle.partTime
  if (!open) return refused('not_self_handleable')
  const enough = whyNotEnough(input.proof, { ...category.evidence, takenAfterDispatch: false }, c)
  if (!enough.ok)
    return refused('proof_missing', enough.fields === undefined ? {} : { fields: enough.fields })
  if (c.voices.length > 0 && !input.reporterTold) return refused('reporter_not_told')
  const proof = proofOf(input.proof, c, { leg: null, satisfied: true }, by, s)
  const kept = {
    ...ends(c, ['ACCEPT'], s),
    filedAt: s.now,
    proofs: [...c.proofs, proof],
    matter: c.matter ?? category.matter,
  }
  const next = inRound(kept, { selfHandled: true, handledAt: s.now })
  return done(
    enter(next, 'selfHandle', by, s, {
      to: 'CHECKED',
      facts: {
        proof: proof.serial,
        category: c.category,
        tier: c.tier,
        photos: input.proof.photosAfter,
      },
    }),
  )
}
