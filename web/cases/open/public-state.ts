// The states as anybody reads them on the public list: what is said to the reporter as “you” is told of the reporter.
import type { State } from '#core/cases/case.ts'
import { residentStateWords } from '#core/cases/words-resident.ts'
import type { Words } from '#core/kit/words.ts'

export const publicStateWords: Readonly<Record<State, Words>> = {
  ...residentStateWords,
  CONTESTED: {
    zh: '反映人不同意，换人在看',
    en: 'The reporter disagreed: somebody else is looking',
  },
  WAITING_REPORTER: { zh: '等反映人补充', en: 'Waiting for the reporter' },
  CLOSED: { zh: '已结案', en: 'Closed' },
}
