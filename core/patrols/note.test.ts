import { expect, test } from 'vitest'
import { whyNotNoted } from './note.ts'

type Given = { text?: string; photos?: string[]; recordings?: string[] }
const bare = { text: '', photos: [], recordings: [] }

test.each<[string, Given, string | null]>([
  ['words', { text: '三栋背后垃圾堆了三天' }, null],
  ['a photo without words', { photos: ['a'] }, null],
  ['a voice note without words', { recordings: ['a'] }, null],
  ['nothing', {}, 'note_empty'],
  ['one sign', { text: ' 好 ' }, 'note_empty'],
  ['a mobile number', { text: '打 13800000000 找他' }, 'note_of_person'],
  ['one in pieces and wide digits', { text: '１３８ 0000 0000' }, 'note_of_person'],
  ['with the country', { text: '+86 138-0000-0000' }, 'note_of_person'],
  ['an identity number', { text: '110101 19900101 123X', photos: ['a'] }, 'note_of_person'],
  ['the number of a case is none', { text: '同 500108106003-26-00012 那件' }, null],
  ['nor is a lamp post', { text: '灯杆 20260300012 不亮' }, null],
])('%s', (_, given, why) => {
  expect(whyNotNoted({ ...bare, ...given })).toBe(why)
})
