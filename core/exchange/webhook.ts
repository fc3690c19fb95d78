// Telling other systems what happened, as Standard Webhooks has it (standardwebhooks.com): which moves of a case are
// news, when a delivery is tried again, and when a receiver is given up on. Pure; signing stands in the server.
import type { Move } from '#core/cases/moves.ts'
import type { Words } from '#core/kit/words.ts'
import { type Instant, addSeconds, toMs } from '#core/kit/time.ts'

export const eventKinds = [
  'case.filed',
  'case.dispatched',
  'case.returned',
  'case.suspended',
  'case.resumed',
  'case.extended',
  'case.handled',
  'case.closed',
  'case.reopened',
  'case.corrected',
  'case.withdrawn',
] as const
export type EventKind = (typeof eventKinds)[number]

/** Sent by hand to see whether somebody listens; nobody subscribes to it. */
export const ping = 'ping'

export const eventWords: Readonly<Record<EventKind, Words>> = {
  'case.filed': { zh: '立案', en: 'Filed' },
  'case.dispatched': { zh: '派遣、改派、转办', en: 'Dispatched or sent elsewhere' },
  'case.returned': { zh: '退回', en: 'Returned' },
  'case.suspended': { zh: '挂账', en: 'Suspended' },
  'case.resumed': { zh: '恢复办理', en: 'Taken up again' },
  'case.extended': { zh: '延期', en: 'Given more time' },
  'case.handled': { zh: '处置完成', en: 'Handled' },
  'case.closed': { zh: '结案', en: 'Closed' },
  'case.reopened': { zh: '重开', en: 'Reopened' },
  'case.corrected': { zh: '更正类别或地点', en: 'Category or place corrected' },
  'case.withdrawn': { zh: '不再公开或作废', en: 'No longer public, or void' },
}

const kindOfMove: Partial<Record<Move, EventKind>> = {
  accept: 'case.filed',
  selfHandle: 'case.filed',
  dispatch: 'case.dispatched',
  reroute: 'case.dispatched',
  transfer: 'case.dispatched',
  return: 'case.returned',
  suspend: 'case.suspended',
  resume: 'case.resumed',
  grantExtension: 'case.extended',
  handle: 'case.handled',
  close: 'case.closed',
  object: 'case.reopened',
  reopen: 'case.reopened',
  correct: 'case.corrected',
  void: 'case.withdrawn',
}

/** Null if nobody outside needs to hear of this move. */
export const kindOf = (move: string): EventKind | null =>
  (kindOfMove as Partial<Record<string, EventKind>>)[move] ?? null

/** What a subscription lets through: public matters, or with a token that reads cases all of its area. */
export type Reach = { path: string; kinds: readonly EventKind[]; readsCases: boolean }

/** What of an entry decides whether it is news. */
export type News = { move: string; filedPath: string; isPublic: boolean; audience: string }

/**
 * The kind under which a subscriber hears of it, or null. A matter that stops being public is withdrawn from whoever
 * was told of it, whatever the move was, so that nobody goes on showing it.
 */
export function whatToTell(reach: Reach, news: News, toldBefore: boolean): EventKind | null {
  if (!news.filedPath.startsWith(reach.path))
    return toldBefore && news.move === 'correct' ? 'case.withdrawn' : null
  const kind = kindOf(news.move)
  if (reach.readsCases) return kind !== null && reach.kinds.includes(kind) ? kind : null
  if (!news.isPublic) return toldBefore ? 'case.withdrawn' : null
  if (kind === null || kind === 'case.withdrawn' || news.audience !== 'public') return null
  return reach.kinds.includes(kind) ? kind : null
}

/** Seconds after each failed try: at once, then ever more patiently over three days. */
const pauses = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]
export const triesMax = pauses.length + 1

/** When the next try is due after so many, or null if that was the last. A receiver may ask for more patience. */
export function nextTryAt(tries: number, at: Instant, retryAfterSeconds = 0): Instant | null {
  const pause = pauses[tries - 1]
  if (pause === undefined) return null
  return addSeconds(at, Math.max(pause, Math.min(retryAfterSeconds, 86_400)))
}

export const failingDaysMax = 5

/** Whether to stop: the receiver said that it is gone, or nothing got through for days. */
export function isGivenUp(
  failed: { status: number | null; failingSince: Instant },
  now: Instant,
): boolean {
  return (
    failed.status === 410 || toMs(now) - toMs(failed.failingSince) >= failingDaysMax * 86_400_000
  )
}

/** After rotation both secrets sign for a day, so that a receiver can change over without losing anything. */
export const rotationHours = 24

export const secretPrefix = 'whsec_'

/** The bytes that are signed. */
export const signedContent = (id: string, seconds: number, body: string): string =>
  `${id}.${seconds}.${body}`
