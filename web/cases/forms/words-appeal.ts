// What the appeal against lateness is called on the screens of staff.
import type { Words } from '#core/kit/words.ts'

export const appealWords = {
  heading: { zh: '超期申诉', en: 'Appeal against lateness' },
  open: { zh: '等复核人（{n} ∕ 2）', en: 'awaiting reviewers ({n} of 2)' },
  excused: { zh: '认定免责，超期照记', en: 'excused; the lateness stays written' },
  stands: { zh: '认定超期成立', en: 'the lateness stands' },
  missed: { zh: '应在{time}前', en: 'was due {time}' },
  review: { zh: '{n}号复核人：{word}。{reason}', en: 'Reviewer {n}: {word}. {reason}' },
  yes: { zh: '可以免责', en: 'excused' },
  no: { zh: '超期成立', en: 'it stands' },
  decision: { zh: '您的意见', en: 'Your finding' },
  evidence: { zh: '证据照片', en: 'Photos as evidence' },
  why: { zh: '为什么不该算在你们身上', en: 'Why it should not be held against you' },
} as const satisfies Record<string, Words>

type Ask = { title: Words; says: Words; verb: Words }

export const appealAsks = {
  overdueAppeal: {
    title: { zh: '就超期提出申诉？', en: 'Appeal against the lateness?' },
    says: {
      zh: '每件只有一次，由上一级两名没参与过的人复核。超期的事实不会抹掉，免责的另列。',
      en: 'Once per case; two of the layer above who took no part review it. The lateness stays written; what is excused is shown beside.',
    },
    verb: { zh: '提出申诉', en: 'Appeal' },
  },
  decideAppeal: {
    title: { zh: '这次超期可以免责吗？', en: 'Is the lateness excused?' },
    says: {
      zh: '两名复核人各说各的，都认为可以免责才算免责。',
      en: 'Two reviewers, each for themselves; it is excused only if both say so.',
    },
    verb: { zh: '定下来', en: 'Decide' },
  },
} as const satisfies Record<string, Ask>
