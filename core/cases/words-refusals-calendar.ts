// Refusals of move 44, also where the rule keeper asks for it. The table that holds all is in words-refusals.ts.

export const calendarRefusals = {
  only_later: {
    zh: '按新日历算，到期会提前。已经答应的到期只能改晚，不能改早。',
    en: 'By the new calendar it would be due earlier. What was promised may only become later.',
  },
  nothing_later: {
    zh: '在办的件里，没有一件因新日历要改晚。',
    en: 'The new calendar makes nothing due later that is running now.',
  },
}
