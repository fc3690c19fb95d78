// The wire of meetings and decisions.
import { type Static, Type } from 'typebox'
import { endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { CommandId, Uuid } from '#core/kit/ids.ts'
import { AreaCode } from '#core/places/contract.ts'
import { Day, KindShape, Said } from './contract-catalogue.ts'
import { EvidenceView } from './contract-choice.ts'
import { SaidView } from './contract-voices.ts'
import { meetingKinds } from './meeting.ts'

export const MeetingView = Type.Object({
  id: Uuid,
  kind: oneOf(meetingKinds),
  noticeOn: Type.String(),
  noticeHow: Type.String(),
  heldOn: Type.String(),
  place: Type.String(),
  expected: Type.Integer(),
  attended: Type.Integer(),
  /** Null: a consultation advises and decides nothing. */
  mustAttend: nullable(Type.Integer()),
  noticeGiven: Type.Boolean(),
  pointsFor: Type.Array(Type.String()),
  minutes: Type.String(),
  corrects: nullable(Uuid),
  correctedBy: nullable(Uuid),
  recordedAt: Type.String(),
})
export type MeetingView = Static<typeof MeetingView>

const Points = Type.Array(Type.String({ minLength: 2, maxLength: 500 }), { maxItems: 30 })
const Heads = Type.Integer({ minimum: 0, maximum: 100_000 })

export const recordThemeMeeting = endpoint({
  name: 'recordThemeMeeting',
  method: 'POST',
  path: '/api/theme-choices/:id/meetings',
  access: 'staff',
  summary: 'Record a meeting: notice, numbers, what was said for and against',
  tags: ['themes'],
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    kind: oneOf(meetingKinds),
    noticeOn: Day,
    noticeHow: Type.String({ minLength: 2, maxLength: 300 }),
    heldOn: Day,
    place: Type.String({ minLength: 2, maxLength: 120 }),
    expected: Type.Integer({ minimum: 1, maximum: 100_000 }),
    attended: Heads,
    pointsFor: Points,
    pointsAgainst: Points,
    minutes: Type.String({ minLength: 2, maxLength: 4000 }),
    corrects: nullable(Uuid),
  }),
  output: Type.Object({ id: Uuid }),
  refusals: {
    no_such_choice: 404,
    not_yours: 403,
    choice_ended: 409,
    not_public: 409,
    bad_day: 422,
    day_to_come: 422,
    notice_after_meeting: 422,
    more_than_expected: 422,
    no_such_meeting: 404,
    already_corrected: 409,
  },
})

export const listThemeMeetings = endpoint({
  name: 'listThemeMeetings',
  method: 'GET',
  path: '/api/theme-choices/:id/meetings',
  access: 'staff',
  summary: 'The meetings of one choice, newest first',
  tags: ['themes'],
  input: Type.Object({ id: Uuid }),
  output: Type.Object({ items: Type.Array(MeetingView) }),
  refusals: { no_such_choice: 404, not_yours: 403 },
})

export const DecisionView = Type.Object({
  id: Uuid,
  choiceId: Uuid,
  themeId: nullable(Uuid),
  community: Type.Object({ code: Type.String(), name: Type.String() }),
  kind: nullable(KindShape),
  reasons: Type.String(),
  yes: Type.Integer(),
  no: Type.Integer(),
  abstain: Type.Integer(),
  rule: Type.Object({
    kind: oneOf(meetingKinds),
    expected: Type.Integer(),
    attended: Type.Integer(),
    mustAttend: Type.Integer(),
    mustAgree: Type.Integer(),
    carried: Type.Boolean(),
  }),
  objections: Type.Array(Type.Object({ text: Type.String(), answer: Type.String() })),
  meeting: MeetingView,
  evidence: EvidenceView,
  corrects: nullable(Uuid),
  correctedBy: nullable(Uuid),
  recordedAt: Type.String(),
  sha256: Type.String(),
  sm3: nullable(Type.String()),
  whole: Type.Boolean(),
})
export type DecisionView = Static<typeof DecisionView>

export const recordThemeDecision = endpoint({
  name: 'recordThemeDecision',
  method: 'POST',
  path: '/api/theme-choices/:id/decisions',
  access: 'staff',
  summary:
    'Record what a meeting decided, on which evidence; a wrong record is corrected by another that names it',
  tags: ['themes'],
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    evidenceId: Uuid,
    meetingId: Uuid,
    kindCode: nullable(Type.String({ minLength: 2, maxLength: 40 })),
    reasons: Type.String({ minLength: 2, maxLength: 2000 }),
    yes: Heads,
    no: Heads,
    abstain: Heads,
    corrects: nullable(Uuid),
  }),
  output: Type.Object({ id: Uuid, themeId: nullable(Uuid), sha256: Type.String() }),
  refusals: {
    no_such_choice: 404,
    not_yours: 403,
    choice_ended: 409,
    no_such_evidence: 404,
    no_such_meeting: 404,
    no_such_kind: 404,
    objections_open: 409,
    voices_waiting: 409,
    evidence_after_meeting: 409,
    only_consulted: 409,
    not_enough_came: 409,
    more_votes_than_people: 422,
    not_carried: 409,
    no_such_decision: 404,
    already_corrected: 409,
    programme_begun: 409,
  },
})

export const readThemeDecision = endpoint({
  name: 'readThemeDecision',
  method: 'GET',
  path: '/api/theme-decisions/:id',
  access: 'open',
  summary: 'A decision with everything it rests on',
  tags: ['themes'],
  input: Type.Object({ id: Uuid }),
  output: DecisionView,
  refusals: { no_such_decision: 404 },
})

/** What residents see of their community's theme: what is proposed, what was said, what was decided, what came of it. */
export const readCommunityTheme = endpoint({
  name: 'readCommunityTheme',
  method: 'GET',
  path: '/api/areas/:code/theme',
  access: 'open',
  summary: 'A community’s theme and how it came about, for everybody',
  tags: ['themes'],
  input: Type.Object({ code: AreaCode }),
  output: Type.Object({
    community: Type.Object({
      code: Type.String(),
      name: Type.String(),
      nameEn: nullable(Type.String()),
    }),
    open: nullable(
      Type.Object({
        choiceId: Uuid,
        publicAt: Type.String(),
        evidence: nullable(EvidenceView),
        voices: Type.Array(SaidView),
        /** The catalogue, to say one's word for one of them. */
        kinds: Type.Array(Type.Object({ code: Type.String(), name: Said, meaning: Said })),
      }),
    ),
    theme: nullable(
      Type.Object({
        id: Uuid,
        decisionId: Uuid,
        kindCode: Type.String(),
        name: Said,
        state: Type.String(),
      }),
    ),
  }),
  refusals: { no_such_area: 404 },
})
