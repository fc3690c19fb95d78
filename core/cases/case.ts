// A case and everything a rule may ask of it: its rounds, legs, clocks, voices, proofs and answers.
// A CaseFile is never changed in place: each move returns a new one (change.ts), and the server stores the difference.

import type { Instant } from '#core/kit/time.ts'
import type { Clock } from './clock.ts'
import type { Appeal } from './appeal.ts'
import type { Told } from './particulars.ts'
import type { Supervision, Urge } from './urging.ts'
import type { Whistle } from './whistle.ts'

/** States of loop.md 2, stored and sent exactly as named there. */
export const states = [
  'REPORTED',
  'VERIFYING',
  'NOT_ACCEPTED',
  'CONTESTED',
  'ACCEPTED',
  'TRIAGED',
  'DISPATCHED',
  'HANDLING',
  'RETURNED',
  'WAITING_REPORTER',
  'SUSPENDED',
  'HANDLED',
  'PASSING_BACK',
  'REWORK',
  'CHECKED',
  'CLOSED',
  'REOPENED',
  'MERGED',
  'VOID',
  'ARCHIVED',
] as const
export type State = (typeof states)[number]

const endedStates: readonly State[] = ['NOT_ACCEPTED', 'CLOSED', 'MERGED', 'VOID', 'ARCHIVED']

/** Open in the sense of the figures: somebody still has to do something. */
export const isOpen = (state: State): boolean => !endedStates.includes(state)
export const openStates: readonly State[] = states.filter(isOpen)

/** Where a report came from. The last two are neither found nor complained of (figure 11). */
export const sources = [
  'GRID_PATROL',
  'DEVICE',
  'RESIDENT_WEB',
  'RESIDENT_PHONE',
  'COUNTER',
  'HOTLINE_12345',
  'UPPER_LEVEL',
  'OTHER_SYSTEM',
] as const
export type Source = (typeof sources)[number]

/** 主动发现: found by ourselves, or somebody had to say so. */
export const foundSources: readonly Source[] = ['GRID_PATROL', 'DEVICE']
export const saidSources: readonly Source[] = [
  'RESIDENT_WEB',
  'RESIDENT_PHONE',
  'COUNTER',
  'HOTLINE_12345',
]

export const tiers = ['T1', 'T2', 'T3', 'T4', 'T5'] as const
export type Tier = (typeof tiers)[number]

/** 三事分流: 大事 major, 小事 minor, 私事 private. */
export const matters = ['major', 'minor', 'private'] as const
export type Matter = (typeof matters)[number]

export const outcomes = ['solved', 'referred', 'unfounded', 'guided'] as const
export type Outcome = (typeof outcomes)[number]

/** Who holds or gives a piece of work: an area's own team (unitId null) or a unit standing at that area. */
export type Receiver = { areaId: number; unitId: number | null }
export const sameReceiver = (a: Receiver, b: Receiver): boolean =>
  a.areaId === b.areaId && a.unitId === b.unitId

/** One run from filing, or reopening, to closing. */
export type Round = {
  round: number
  openedAt: Instant
  openedBy: 'report' | 'contest' | 'object' | 'reopen'
  selfHandled: boolean
  firstDispatchedAt: Instant | null
  /** 'standing' until a reroute after a return, or a transfer "wrong unit", shows the first dispatch was wrong. */
  firstDispatch: 'standing' | 'wrong' | null
  handledAt: Instant | null
  /** Seconds of suspension and waiting that fell between first dispatch and now: taken out of the handling time. */
  stoppedSeconds: number
  closedAt: Instant | null
  closedBy: string | null
  outcome: Outcome | null
  closingWords: string | null
  handoversAtClose: number | null
  undoneAt: Instant | null
  undoneBy: 'object' | 'reporter' | 'supervisor' | 'contest' | 'neighbour' | 'sample' | null
  failedChecks: number
  extensionsGranted: number
  waits: number
  suspendedSeconds: number
  /** The layer above let it stand beyond a year in this round: it may do so once. */
  pastYear: boolean
  transfers: number
  /** The three outcomes of the confirming window, counted apart. */
  answer: 'confirm' | 'object' | 'silence' | null
  answeredAt: Instant | null
  /** The reporter's last grade in this round, 1 (very dissatisfied) to 5. */
  grade: number | null
  gradedAt: Instant | null
  respondedAt: Instant | null
  /** The last valid call-back of the round, and whether the person said it was solved. */
  calledAt: Instant | null
  calledSolved: boolean | null
}

/** One piece of work given by one layer to another. Open lead legs form the chain of layers. */
export type Leg = {
  serial: number
  round: number
  kind: 'lead' | 'assist'
  parent: number | null
  giver: Receiver
  receiver: Receiver
  givenBy: string
  dispatchedAt: Instant
  signedAt: Instant | null
  handedInAt: Instant | null
  handedInBy: string | null
  checkedAt: Instant | null
  checkedBy: string | null
  failedChecks: number
  /** Every handing-in to the giver, in order; what was refused stays. */
  results: Result[]
  endedAt: Instant | null
  howEnded: 'passed' | 'returned' | 'rerouted' | 'transferred' | 'done' | 'undone' | null
  task: string | null
  meetBy: Instant | null
  /** Once "uphold" was said by the dispatcher himself, the second time needs a second person. */
  upheldBy: string | null
}

/**
 * A result handed in to the giver: own work, or (since) the work of the layer above, passed then and vouched for.
 * Refused by the giver, it is done again.
 */
export type Result = { at: Instant; since: Instant | null; refusedAt: Instant | null }

/** A person who reported: never a name or a number here, only whether there is one (INV 25). */
export type Voice = {
  serial: number
  /** 'voice' when the person spoke for themselves, else the staff member who wrote it down. */
  recordedBy: string
  channel: Source
  hasContact: boolean
  /** Whether they may be called about how it went; nobody asked yet where it is not said. */
  calls?: boolean
}

/** What was handed in as done. Never deleted, also not by rework. */
export type Proof = {
  serial: number
  leg: number | null
  round: number
  by: string
  at: Instant
  text: string
  photosBefore: string[]
  photosAfter: string[]
  takenAt: Instant | null
  metresOff: number | null
  /** The point itself is kept with the proof row, not in the journal. */
  point: { lon: number; lat: number } | null
  satisfied: boolean
}

export type ExtensionRequest = {
  serial: number
  round: number
  by: string
  at: Instant
  amount: number
  reason: string
  state: 'open' | 'granted' | 'refused' | 'withdrawn'
  decidedBy: string | null
  decidedAt: Instant | null
}

export type Suspension = {
  since: Instant
  publicReason: string
  condition: string
  reviewOn: string
  by: string
  approvedBy: string
}

/** A suspension somebody asked for and a second person has yet to approve. */
export type SuspensionAsk = Omit<Suspension, 'since' | 'approvedBy'> & {
  at: Instant
  /** With it the round would stand still for more than a year: the head of the layer above decides. */
  beyondAYear?: boolean
}

export type Refused = {
  code: RefusalReason
  words: string
  body: string | null
  by: string
  at: Instant
}
export const refusalReasons = [
  'other_body',
  'not_found',
  'no_public_matter',
  'in_court',
  'repeat',
  'policy_limit',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** Why a call-back answers nothing (domain.md 2.6): none of them is ever a mark on a person. */
export const invalidReasons = [
  'unreachable',
  'not_in_mandate',
  'in_court',
  'policy_limit',
  'abusive',
  'duplicate',
  'private_matter',
] as const
export type InvalidReason = (typeof invalidReasons)[number]

/** One attempt to call back 回访 after closing. An invalid one names the second person who looked at the reason. */
export type Callback = {
  serial: number
  round: number
  by: string
  at: Instant
  valid: boolean
  solved: boolean | null
  grade: number | null
  reason: InvalidReason | null
  reviewer: string | null
}

/** A closed round drawn for an outsider's check 抽查; drawnAt is null when a supervisor checked undrawn. */
export type Sample = {
  serial: number
  round: number
  drawnAt: Instant | null
  judgedAt: Instant | null
  judgedBy: string | null
  judgement: 'done' | 'not_done' | null
  words: string | null
  photos: string[]
}

/** One matter with another case 合并: which, where this one stood, since when. */
export type Merged = { into: string; from: State; since: Instant }

export type CaseFile = {
  id: string
  communityId: number
  number: string
  state: State
  version: number
  round: number
  source: Source
  /** Actor of the first entry: a person's id, or 'voice'. */
  createdBy: string
  category: string
  categoryClass: 'P' | 'E' | 'C'
  tier: Tier
  matter: Matter | null
  urgent: boolean
  text: string
  address: string | null
  point: { lon: number; lat: number } | null
  /** The layer that files the case and keeps it to the end. */
  homeAreaId: number
  /** Where it counts: grid, community, or street if unplaced. Only `correct` and `redraw` change it (INV 22). */
  filedAreaId: number
  gridId: number | null
  photos: string[]
  /** What was answered to the questions of its category, when it was reported. */
  particulars: Told[]
  reportedAt: Instant
  filedAt: Instant | null
  archivedAt: Instant | null
  resumeTo: State | null
  verifier: string | null
  question: string | null
  refused: Refused | null
  contested: boolean
  suspension: Suspension | null
  suspensionAsk: SuspensionAsk | null
  handovers: number
  reopenings: number
  /** The closed case of which a neighbour said too late that it is still broken. */
  linkedTo: string | null
  merged: Merged | null
  /** How many cases were merged into this one and are still. */
  mergedHere: number
  /** When a job must look at it: end of a window, a review date, the end of a wait. */
  wakeAt: Instant | null
  lastAt: Instant
  /** Persons who made a deciding move: they may not review it (took_part_before). */
  tookPart: string[]
  rounds: Round[]
  legs: Leg[]
  clocks: Clock[]
  voices: Voice[]
  proofs: Proof[]
  extensions: ExtensionRequest[]
  urges: Urge[]
  supervisions: Supervision[]
  callbacks: Callback[]
  samples: Sample[]
  whistles: Whistle[]
  /** Once per case, decided by two reviewers; the lateness stays in its clock. */
  appeal: Appeal | null
}

/** An appeal that two reviewers have not yet decided. */
export const openAppeal = (c: CaseFile): Appeal | null =>
  c.appeal !== null && c.appeal.excused === null ? c.appeal : null

export const currentRound = (c: CaseFile): Round => {
  const round = c.rounds[c.rounds.length - 1]
  if (round === undefined) throw new Error(`case ${c.number} has no round`)
  return round
}

/** Open lead legs of the current round, home side first. The last one works. */
export const chain = (c: CaseFile): Leg[] =>
  c.legs.filter((l) => l.kind === 'lead' && l.endedAt === null)

export const topLeg = (c: CaseFile): Leg | null => chain(c).at(-1) ?? null

export const openAssists = (c: CaseFile): Leg[] =>
  c.legs.filter((l) => l.kind === 'assist' && l.endedAt === null)

/** Persons who handed in work in this round: they may neither check nor close it (INV 10). */
export const handlersOf = (c: CaseFile): string[] =>
  c.proofs.filter((p) => p.round === c.round).map((p) => p.by)

/** Reported it, by the words of the case itself; every other voice joined, also the first one of a find of staff. */
export const reportedIt = (c: CaseFile, voice: number): boolean =>
  c.voices.some((v) => v.serial === voice && v.serial === 1 && v.channel === c.source)

/** Staff who found it themselves: whoever writes down another person's words is not the reporter. */
export const isOwnFind = (c: CaseFile, personId: string): boolean =>
  c.createdBy === personId && !(c.voices[0]?.recordedBy === personId && reportedIt(c, 1))

/** A draw that waits for its outsider. */
export const openSample = (c: CaseFile): Sample | null =>
  c.samples.find((s) => s.round === c.round && s.judgedAt === null) ?? null

export const hasContact = (c: CaseFile): boolean => c.voices.some((v) => v.hasContact)
/** Somebody left a number and did not ask to be left alone. */
export const mayCall = (c: CaseFile): boolean =>
  c.voices.some((v) => v.hasContact && v.calls !== false)

/** A matter whose story anybody may read, without persons: loop.md 8.2. */
export const isPublicMatter = (c: CaseFile, openToPublic: boolean): boolean =>
  openToPublic &&
  c.filedAt !== null &&
  c.matter !== 'private' &&
  c.state !== 'VOID' &&
  c.state !== 'NOT_ACCEPTED'
