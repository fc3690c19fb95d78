// What residents say of a theme, in public and without their names.
import type { PersonalField } from '#core/people/personal-data.ts'

export const personalOfThemes: readonly PersonalField[] = [
  {
    key: 'theme.voice',
    name: { zh: '您对主题说的话', en: 'What you say of a theme' },
    basis: 'separateConsent',
    law: null,
    sealed: false,
    deletedBy: 'act lookAtThemeVoice',
    days: null,
    columns: [
      'themes.voices.theme',
      'themes.voices.text',
      'themes.voices.withheld_why',
      'themes.answers.text',
      'themes.meetings.points_for',
      'themes.meetings.minutes',
    ],
    texts: [
      {
        since: '2026-01-01',
        purpose: {
          zh: '公开给大家看，一起定办什么；不写是谁说的。',
          en: 'Shown to all who decide together what to do, without saying who said it.',
        },
        kept: {
          zh: '随那一次选题保存；里面有个人信息的，不公开。',
          en: 'It stays with that choice; what holds personal data is not shown.',
        },
        seenBy: { zh: '任何人，看过以后才公开。', en: 'Anybody, once it was looked at.' },
        without: { zh: '可以不说。', en: 'You need not say anything.' },
      },
    ],
  },
]
