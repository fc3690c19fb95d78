// Who may decide a theme, and whether enough came and enough agreed, in whole numbers: 城市居民委员会组织法 (in force
// since 2026-01-01), arts. 26–29, 32.

export const meetingKinds = ['assembly', 'representatives', 'consultation'] as const
export type MeetingKind = (typeof meetingKinds)[number]

/** 居民会议: 10 days' notice (art. 26); none is named for representatives. */
export const noticeDays: Readonly<Record<MeetingKind, number>> = {
  assembly: 10,
  representatives: 0,
  consultation: 0,
}

export type Turnout = { kind: MeetingKind; expected: number; attended: number }
export type Tally = { yes: number; no: number; abstain: number }

/** How many must come: more than half of the assembly, two thirds of the representatives. Null: it decides nothing. */
export function mustAttend({ kind, expected }: Pick<Turnout, 'kind' | 'expected'>): number | null {
  if (kind === 'consultation') return null
  return kind === 'assembly' ? Math.floor(expected / 2) + 1 : Math.ceil((2 * expected) / 3)
}

/** More than half of those present: an abstention counts like a no. */
export const mustAgree = (attended: number): number => Math.floor(attended / 2) + 1

export type RuleApplied = {
  kind: MeetingKind
  expected: number
  attended: number
  mustAttend: number
  mustAgree: number
  carried: boolean
}

export type MeetingRefusal =
  | 'only_consulted'
  | 'not_enough_came'
  | 'more_votes_than_people'
  | 'not_carried'

/** What the rule says to this turnout and these votes; `chosen`: a theme is to be recorded as decided. */
export function applyRule(
  turnout: Turnout,
  tally: Tally,
  chosen: boolean,
): { ok: true; value: RuleApplied } | { ok: false; refusal: MeetingRefusal } {
  const attend = mustAttend(turnout)
  if (attend === null) return { ok: false, refusal: 'only_consulted' }
  if (turnout.attended < attend) return { ok: false, refusal: 'not_enough_came' }
  if (tally.yes + tally.no + tally.abstain > turnout.attended)
    return { ok: false, refusal: 'more_votes_than_people' }
  const agree = mustAgree(turnout.attended)
  const carried = tally.yes >= agree
  if (chosen && !carried) return { ok: false, refusal: 'not_carried' }
  const value = { ...turnout, mustAttend: attend, mustAgree: agree, carried }
  return { ok: true, value }
}

/** Whole days between two local dates, 'YYYY-MM-DD'. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

export function noticeGiven(meeting: {
  kind: MeetingKind
  noticeOn: string
  heldOn: string
}): boolean {
  return daysBetween(meeting.noticeOn, meeting.heldOn) >= noticeDays[meeting.kind]
}
