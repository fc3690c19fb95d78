// What everybody on a case reads when a revised calendar moved its due (move 44).
import { bare, fill, same, until } from './sentence-parts.ts'
import type { Sentence } from './sentence-parts.ts'

export const calendarApplied: Sentence = (t, n) =>
  fill(
    { zh: '{why}调整工作日历{until}。', en: 'The working calendar was revised{why}{until}.' },
    {
      why:
        bare(t.reason) === ''
          ? same('')
          : fill({ zh: '因{words}', en: ' ({words})' }, { words: bare(t.reason) }),
      until: until(t, n, { zh: '，到期改为 {due}', en: '; it is now due {due}' }),
    },
  )
