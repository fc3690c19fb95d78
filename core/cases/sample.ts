// Sample checks 抽查 of closed cases (move 37): a keyed draw nobody can foresee, and an outsider who looks. What was
// not done is reopened at once, and the figures take the closing back.

import { done, refused } from '#core/kit/result.ts'
import type { Actor } from '#core/people/actor.ts'
import { again } from './answers.ts'
import { handlersOf, openSample } from './case.ts'
import type { CaseFile, Sample } from './case.ts'
import { enter, guard, inOrder, saysEnough } from './change.ts'
import type { Decided } from './change.ts'
import { isSupervisor } from './moves.ts'
import type { Settings } from './rules.ts'

export type Judged = { judgement: 'done' | 'not_done'; words: string; photos: string[] }

/** Between 0 and 1, from the installation's key: nobody without the key knows it beforehand. */
export type Luck = number

/**
 * Draws a share of one day's closings, 8 % in the long run also where a day has only a few: the day's own luck decides
 * whether the broken rest is one more. The same day drawn again gives the same cases.
 */
export function drawn<T extends { luck: Luck }>(
  closings: readonly T[],
  percent: number,
  ofDay: Luck,
): T[] {
  const count = Math.floor((closings.length * percent) / 100 + ofDay)
  return closings.toSorted((a, b) => a.luck - b.luck).slice(0, count)
}

/** Marks the closed round as drawn. No move: nobody is told before somebody has looked. */
export function withSample(c: CaseFile, round: number, s: Settings): CaseFile | null {
  if (c.state !== 'CLOSED' || c.round !== round) return null
  if (c.samples.some((sample) => sample.round === round)) return null
  return { ...c, samples: [...c.samples, newSample(c, s.now)] }
}

const newSample = (c: CaseFile, drawnAt: string | null): Sample => ({
  serial: c.samples.length + 1,
  round: c.round,
  drawnAt,
  judgedAt: null,
  judgedBy: null,
  judgement: null,
  words: null,
  photos: [],
})

export function decideSampleCheck(c: CaseFile, by: Actor, said: Judged, s: Settings): Decided {
  const may = guard('sampleCheck', c, by, s)
  if (!may.ok) return may
  const open = openSample(c)
  if (open === null && !isSupervisor(c, by, s)) return refused('not_drawn')
  const partOf = [...c.tookPart, ...handlersOf(c), c.createdBy]
  if (partOf.includes(by.id)) return refused('took_part_before')
  if (said.judgement === 'not_done' && !saysEnough(said.words)) return refused('reason_missing')
  const looked = (file: CaseFile) => done(judged(file, open ?? newSample(c, null), by, said, s))
  return inOrder(
    c,
    said.judgement === 'done' ? [looked] : [looked, (file) => reopened(file, by, s)],
  )
}

function judged(c: CaseFile, sample: Sample, by: Actor, said: Judged, s: Settings) {
  const is: Sample = {
    ...sample,
    judgedAt: s.now,
    judgedBy: by.id,
    judgement: said.judgement,
    words: said.words.trim(),
    photos: said.photos,
  }
  const samples = [...c.samples.filter((each) => each.serial !== is.serial), is]
  return enter({ ...c, samples }, 'sampleCheck', by, s, {
    reason: is.words === '' ? null : is.words,
    facts: { judgement: is.judgement, photos: is.photos },
  })
}

function reopened(c: CaseFile, by: Actor, s: Settings): Decided {
  const next = again(c, 'reopen', 'sample', s)
  return done(
    enter(next, 'reopen', by, s, { to: 'REOPENED', facts: { by: 'sample', round: next.round } }),
  )
}
