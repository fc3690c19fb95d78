// What somebody said of a choice is called.
export const voiceKindWords = {
  proposal: { zh: '提议', en: 'Proposal' },
  comment: { zh: '看法', en: 'Comment' },
  objection: { zh: '反对', en: 'Objection' },
} as const
