// The appeal against lateness on the wire.

import { Type } from 'typebox'
import { Photos, Reason, staffMove } from './contract-parts.ts'

export const appealOverdue = staffMove(
  'appealOverdue',
  'appeal',
  'Appeal once against lateness, with reason and evidence. The lateness stays written.',
  { reason: Reason, photos: Photos },
  {
    not_overdue: 409,
    already_appealed: 409,
    window_over: 409,
    reason_missing: 422,
    no_such_photo: 422,
  },
)
export const decideAppeal = staffMove(
  'decideAppeal',
  'appeal/decision',
  'Excuse the lateness or let it stand. Two reviewers who took no part; excused only if both say so.',
  { excused: Type.Boolean(), reason: Reason },
  { no_appeal: 409, took_part_before: 403, same_reviewer: 403, reason_missing: 422 },
)
