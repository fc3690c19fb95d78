// What a survey keeps: answers with no way back to whoever gave them (docs/decisions/0010).
import type { PersonalField } from '#core/people/personal-data.ts'

export const personalOfSurveys: readonly PersonalField[] = [
  {
    key: 'survey.answers',
    name: { zh: '问卷的回答', en: 'Answers to a survey' },
    basis: 'consent',
    law: null,
    sealed: false,
    deletedBy: 'mix_sheets',
    days: null,
    columns: ['surveys.inbox.answers', 'surveys.paper.answers', 'surveys.answers.answers'],
    texts: [
      {
        since: '2026-01-01',
        purpose: {
          zh: '只用来统计大家需要什么，不问姓名和电话。',
          en: 'Only to count what is needed; no name and no number is asked for.',
        },
        kept: {
          zh: '和您的代码断开、和别人的混在一起后保存，找不回是谁答的。',
          en: 'Parted from your code and mixed with others, then kept: nobody can find out whose it is.',
        },
        seenBy: {
          zh: '统计的人只看到合计，少于十人的格子不显示。',
          en: 'Whoever tabulates sees totals; cells of fewer than ten are hidden.',
        },
        without: {
          zh: '可以不答，也可以跳过任何一题。',
          en: 'You need not answer, and may skip any question.',
        },
      },
    ],
  },
]
