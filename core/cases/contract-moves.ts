// Commands of the loop: one endpoint a move. Every command carries the id its author's device made; staff moves may
// carry the version they were decided on, and then a colleague's quicker move answers `changed_meanwhile`.

import { Type } from 'typebox'
import { nullable, oneOf } from '#core/kit/contract.ts'
import { matters, refusalReasons, tiers } from './case.ts'
import { checkWays } from './check.ts'
import { filesPerAttachMax } from './attaching.ts'
import { PhotoHash, PointView } from './contract.ts'
import { Assist, Moment, Photos, Proof, Reason, Receiver, staffMove } from './contract-parts.ts'
import { returnReasons } from './dispatch.ts'

export const verifyBeforeFiling = staffMove(
  'verifyBeforeFiling',
  'verification',
  'Ask somebody to look before filing, or call it off (verifier null).',
  {
    verifier: nullable(
      Type.String({ maxLength: 60, description: 'Person id, from the team of the place.' }),
    ),
  },
  { reporter_cannot_verify: 409, urgent_goes_first: 409, no_such_person: 422 },
)
export const answerVerification = staffMove(
  'answerVerification',
  'verification/answer',
  'What the verifier found.',
  { found: Type.Boolean(), note: Reason },
  { reporter_cannot_verify: 409 },
)
export const acceptCase = staffMove(
  'acceptCase',
  'acceptance',
  'File the case: the home layer answers for it to the end.',
  { category: Type.String({ maxLength: 20 }), conditionMet: Type.Boolean() },
  { category_unknown: 422, filing_condition_open: 409 },
)
export const notAcceptCase = staffMove(
  'notAcceptCase',
  'non-acceptance',
  'Do not file it, with the reason and whose it is instead.',
  { code: oneOf(refusalReasons), words: Reason, body: nullable(Type.String({ maxLength: 200 })) },
  { reason_missing: 422, other_body_missing: 422, urgent_goes_first: 409 },
)
export const decideContest = staffMove(
  'decideContest',
  'contest/decision',
  'Decide an objection to a refusal or to being called private. Somebody above who took no part.',
  { upheld: Type.Boolean(), reason: Reason },
  { reason_missing: 422, took_part_before: 403 },
)
const triageInput = {
  matter: oneOf(matters),
  category: Type.String({ maxLength: 20 }),
  tier: oneOf(tiers),
  urgent: Type.Boolean(),
  guidance: nullable(Reason),
  nextStep: nullable(Reason),
}
const triageRefusals = {
  guidance_missing: 422,
  urgent_goes_first: 409,
  category_unknown: 422,
} as const
export const triageCase = staffMove(
  'triageCase',
  'triage',
  'Sort it: public function, community affair or private matter.',
  triageInput,
  triageRefusals,
)

const dispatchInput = {
  lead: Receiver,
  assists: Type.Array(Assist, { maxItems: 8 }),
  tier: nullable(oneOf(tiers)),
  note: nullable(Reason),
}
const dispatchRefusals = {
  receiver_not_responsible: 409,
  already_in_chain: 409,
  nobody_there: 409,
  is_lead: 422,
  no_such_receiver: 422,
} as const
export const dispatchCase = staffMove(
  'dispatchCase',
  'dispatch',
  'Give it to a grid, post, unit or department; one leads.',
  dispatchInput,
  dispatchRefusals,
)

export const fileAndDispatch = staffMove(
  'fileAndDispatch',
  'filing-and-dispatch',
  'Accept, triage and dispatch as one command: three entries, one transaction.',
  { ...dispatchInput, ...triageInput, conditionMet: Type.Boolean() },
  { ...triageRefusals, ...dispatchRefusals, filing_condition_open: 409 },
)
export const acceptDuty = staffMove(
  'acceptDuty',
  'signature',
  'Sign for the work. Opening the task does it.',
  {},
  {},
)
export const selfHandle = staffMove(
  'selfHandle',
  'self-handling',
  'Done on the spot by the grid.',
  { proof: Proof, reporterTold: Type.Boolean() },
  { not_self_handleable: 409, proof_missing: 422, reporter_not_told: 409, no_such_photo: 422 },
)
export const returnCase = staffMove(
  'returnCase',
  'return',
  'Not ours: give it back with a written reason. The clock goes on.',
  { code: oneOf(returnReasons), words: Reason, whose: nullable(Type.String({ maxLength: 120 })) },
  { reason_missing: 422, return_too_late: 409, returned_twice: 409 },
)
export const rerouteCase = staffMove(
  'rerouteCase',
  'rerouting',
  'After a return: send it to somebody else.',
  { to: Receiver, reason: Reason },
  { reason_missing: 422, same_receiver: 409, ...dispatchRefusals },
)
export const upholdDispatch = staffMove(
  'upholdDispatch',
  'upholding',
  'After a return: it was right, and stays.',
  { reason: Reason },
  { reason_missing: 422, needs_second_person: 403 },
)
export const correctCase = staffMove(
  'correctCase',
  'correction',
  'Set place, category, tier or urgency right. No edit moves a due except as the rules say.',
  {
    field: oneOf(['place', 'category', 'tier', 'urgency'] as const),
    area: Type.Optional(Type.String({ maxLength: 40 })),
    point: Type.Optional(PointView),
    address: Type.Optional(Type.String({ maxLength: 300 })),
    category: Type.Optional(Type.String({ maxLength: 20 })),
    tier: Type.Optional(oneOf(tiers)),
    urgent: Type.Optional(Type.Boolean()),
    reason: Reason,
  },
  {
    reason_missing: 422,
    already_overdue: 409,
    needs_second_person: 403,
    category_unknown: 422,
    no_such_area: 422,
    value_missing: 422,
  },
)
export const transferCase = staffMove(
  'transferCase',
  'transfer',
  'Pass it to another unit under the same giver; the due stays.',
  { to: Receiver, code: oneOf(['wrong_unit', 'other'] as const), reason: Reason },
  { reason_missing: 422, transferred_twice: 409, ...dispatchRefusals },
)
export const addAssist = staffMove(
  'addAssist',
  'assistance',
  'Ask another unit to help.',
  { to: Receiver, task: Reason, meetBy: nullable(Moment) },
  { is_lead: 409, meet_by_past: 422, nobody_there: 409, no_such_receiver: 422 },
)
export const assistDone = staffMove(
  'assistDone',
  'assistance/done',
  'The helping unit has done its part.',
  { leg: Type.Integer(), words: Reason },
  {},
)
export const withdrawAssist = staffMove(
  'withdrawAssist',
  'assistance/withdrawal',
  'The help is needed no more: nothing waits for its answer.',
  { leg: Type.Integer(), reason: Reason },
  { reason_missing: 422 },
)
export const contactReporter = staffMove(
  'contactReporter',
  'contacts',
  'Spoke with the reporter, or tried to.',
  {
    reached: Type.Boolean(),
    how: oneOf(['phone', 'visit', 'counter', 'message'] as const),
    note: Reason,
  },
  { no_contact_given: 409 },
)
export const requestExtension = staffMove(
  'requestExtension',
  'extension',
  'Ask for more time before it is due.',
  { amount: Type.Number({ exclusiveMinimum: 0, maximum: 365 }), reason: Reason },
  {
    request_open: 409,
    two_granted: 409,
    already_overdue: 409,
    longer_than_limit: 409,
    reason_missing: 422,
  },
)
export const decideExtension = staffMove(
  'decideExtension',
  'extension/decision',
  'Grant or refuse more time. Never the one who asked.',
  { grant: Type.Boolean(), reason: Reason },
  { no_request: 409, own_request: 403, reason_missing: 422 },
)
export const suspendCase = staffMove(
  'suspendCase',
  'suspension',
  'It cannot be solved now: public reason and review date. Two persons, the second approves.',
  {
    publicReason: Reason,
    condition: Reason,
    reviewOn: Type.String({ maxLength: 10 }),
    madeSafe: Type.Boolean(),
  },
  {
    review_date_wrong: 422,
    public_reason_missing: 422,
    not_safe_yet: 409,
    suspended_a_year: 409,
    needs_second_person: 403,
    request_open: 409,
  },
)
export const refuseSuspension = staffMove(
  'refuseSuspension',
  'suspension/refusal',
  'Refuse a suspension somebody asked for; the clocks never stopped. Never the one who asked.',
  { reason: Reason },
  { no_request: 409, own_request: 403, reason_missing: 422 },
)
export const resumeCase = staffMove(
  'resumeCase',
  'resumption',
  'Go on with a suspended case.',
  { reason: Reason },
  { reason_missing: 422 },
)
export const waitForReporter = staffMove(
  'waitForReporter',
  'question',
  'Ask the reporter something only they can answer. Seven days at most.',
  { question: Reason },
  { no_contact_given: 409, waited_twice: 409, reason_missing: 422 },
)
export const handleCase = staffMove(
  'handleCase',
  'handling',
  'Hand in the work with its proof.',
  { proof: Proof, outcome: oneOf(['solved', 'referred', 'unfounded'] as const) },
  {
    proof_missing: 422,
    proof_too_far: 422,
    proof_too_old: 422,
    others_still_open: 409,
    not_signed: 409,
    reason_missing: 422,
    no_such_photo: 422,
  },
)
export const checkCase = staffMove(
  'checkCase',
  'check',
  'Check work handed in: by somebody who did not handle it.',
  {
    passed: Type.Boolean(),
    how: oneOf(checkWays),
    reason: Reason,
    confirmOnward: Type.Optional(Type.Boolean()),
  },
  {
    handler_cannot_check: 403,
    reporter_cannot_check: 403,
    reason_missing: 422,
    check_on_site_needed: 409,
    not_checked: 409,
  },
)
export const confirmOnward = staffMove(
  'confirmOnward',
  'confirmation-onward',
  'Vouch for the result to the layer that gave it.',
  {},
  { not_checked: 409, handler_cannot_check: 403 },
)
export const closeCase = staffMove(
  'closeCase',
  'closure',
  'Close, with words for the reporter, who keeps the last word.',
  {
    outcome: oneOf(['solved', 'referred', 'unfounded'] as const),
    words: Reason,
    conditionMet: Type.Boolean(),
  },
  {
    handler_cannot_close: 403,
    reporter_cannot_close: 403,
    closing_condition_open: 409,
    proof_missing: 409,
    reason_missing: 422,
  },
)
export const voidCase = staffMove(
  'voidCase',
  'void',
  'Entered by mistake, or a test. An unwelcome case is not void.',
  { code: Type.String({ maxLength: 40 }), reason: Reason },
  { others_reported_it: 409, not_a_void_reason: 422, reason_missing: 422 },
)
export const noteCase = staffMove(
  'noteCase',
  'notes',
  'A remark. Moves no clock.',
  {
    words: Reason,
    photos: Photos,
    transcriptOf: Type.Optional(PhotoHash),
  },
  { reason_missing: 422, no_such_photo: 422 },
)
export const attachToCase = staffMove(
  'attachToCase',
  'attachments',
  'Photos, papers and voice notes beside the proof. Only staff see them; no clock moves.',
  {
    files: Type.Array(PhotoHash, {
      maxItems: filesPerAttachMax,
      description: 'Hashes of uploadPhoto, uploadDocument and uploadRecording.',
    }),
    words: Reason,
  },
  { file_missing: 422, no_such_file: 422 },
)
export const superviseReopen = staffMove(
  'reopenFromAbove',
  'reopening',
  'A supervisor reopens a closed case.',
  { reason: Reason },
  { reason_missing: 422, window_over: 409, needs_look: 409 },
)
