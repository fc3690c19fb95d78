// Why a call-back answered nothing, and what a sample check found: reasons about the matter, never about the person.

import type { Words } from '#core/kit/words.ts'
import type { InvalidReason, Sample } from './case.ts'

export const invalidReasonWords: Readonly<Record<InvalidReason, Words>> = {
  unreachable: { zh: '没有联系上', en: 'nobody could be reached' },
  not_in_mandate: { zh: '不属于职责范围', en: 'outside the mandate' },
  in_court: { zh: '已进入诉讼', en: 'already in court' },
  policy_limit: { zh: '受政策限制', en: 'limited by policy' },
  abusive: { zh: '通话无法进行', en: 'the call could not go on' },
  duplicate: { zh: '重复的反映', en: 'reported twice' },
  private_matter: { zh: '属于个人事务', en: 'a private matter' },
}

export const judgementWords: Readonly<Record<NonNullable<Sample['judgement']>, Words>> = {
  done: { zh: '属实，已办结', en: 'Done, as said' },
  not_done: { zh: '没有办结', en: 'Not done' },
}
