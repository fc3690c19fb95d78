// What another system says about a case: one that reported it to us, or one that we gave it to. Its word is heard and
// written down; that work is done it may only propose. Somebody of ours hands in, checks and closes.

import { done } from '#core/kit/result.ts'
import { toMs } from '#core/kit/time.ts'
import type { Words } from '#core/kit/words.ts'
import type { Actor } from '#core/people/actor.ts'
import { decideConfirm, decideObject, decideReopen } from './answers.ts'
import { topLeg } from './case.ts'
import type { CaseFile } from './case.ts'
import { enter, guard, inOrder } from './change.ts'
import type { Decided, Entry } from './change.ts'
import { decideAcceptDuty } from './dispatch.ts'
import type { Settings } from './rules.ts'

export type Heard = {
  /** How that system is called. */
  from: Words
  /** How the request stands there, as far as it said so. */
  status: 'open' | 'closed' | null
  words: string
  /** It could not be told, or does not answer: whoever gave the case has to know. */
  trouble?: boolean
}

const wordsMax = 500

export function decideHeard(c: CaseFile, by: Actor, heard: Heard, s: Settings): Decided {
  const may = guard('note', c, by, s)
  if (!may.ok) return may
  const words = heard.words.trim().slice(0, wordsMax)
  const { from, status, trouble = false } = heard
  return done(
    enter(c, 'note', by, s, {
      reason: words === '' ? null : words,
      facts: { from, status, ...(trouble && { trouble }) },
    }),
  )
}

/** It has taken the work on: said, and signed for. */
export const decideTakenOn = (c: CaseFile, by: Actor, heard: Heard, s: Settings): Decided =>
  inOrder(c, [
    (file) => decideHeard(file, by, heard, s),
    (file) =>
      file.state === 'DISPATCHED' ? decideAcceptDuty(file, by, s) : done({ file, entries: [] }),
  ])

/**
 * A system that reported a case has the reporter's word on its closing: still open is an objection, or within the
 * longer window a reopening; done is a confirmation. Whatever else it says is written down.
 */
export function decideReporterSays(c: CaseFile, by: Actor, heard: Heard, s: Settings): Decided {
  if (c.state === 'CLOSED' && heard.status !== null) {
    const words = heard.words.trim().slice(0, wordsMax)
    const answers =
      heard.status === 'closed'
        ? [decideConfirm(c, by, { onBehalf: null }, s)]
        : [
            decideObject(c, by, { words, onBehalf: null }, s),
            decideReopen(c, by, { reason: words, onBehalf: null }, s),
          ]
    const taken = answers.find((answer) => answer.ok)
    if (taken !== undefined) return taken
  }
  return decideHeard(c, by, heard, s)
}

export type Proposal = { from: Words; words: string | null; at: string }

/** The other system says it is done, and nobody here has handed that in yet. */
export function proposalOf(c: CaseFile, entries: readonly Entry[]): Proposal | null {
  const top = topLeg(c)
  if (top === null || !['DISPATCHED', 'HANDLING', 'REWORK'].includes(c.state)) return null
  const last = entries.findLast(
    (entry) =>
      entry.move === 'checkFail' || (entry.move === 'note' && entry.facts['status'] === 'closed'),
  )
  const from = last?.facts['from']
  if (last === undefined || toMs(last.at) < toMs(top.dispatchedAt) || !isWords(from)) return null
  return { from, words: last.reason, at: last.at }
}

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
