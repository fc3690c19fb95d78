// What a walk may write down: things and matters, in words that name nobody.
import type { PersonalField } from '#core/people/personal-data.ts'

export const personalOfPatrols: readonly PersonalField[] = [
  {
    key: 'walk.note',
    name: { zh: '巡查、走访时记的话', en: 'Notes of a walk' },
    basis: 'publicTask',
    law: null,
    sealed: true,
    deletedBy: 'forget_notes',
    days: null,
    columns: [
      'patrols.notes.sealed_note',
      'patrols.notes.photos',
      'patrols.notes.recordings',
      'patrols.notes.case_number',
      'patrols.results.words',
      'patrols.results.case_number',
    ],
    texts: [
      {
        since: '2026-01-01',
        purpose: {
          zh: '网格员记下要办的事，不记人：带身份证号、手机号的不收。',
          en: 'For grid staff to remember matters, not persons: numbers that lead to somebody are refused.',
        },
        kept: { zh: '一个月后自动删除。', en: 'Deleted by itself after a month.' },
        seenBy: { zh: '写的人自己。', en: 'Whoever wrote it, alone.' },
        without: null,
      },
    ],
  },
]
