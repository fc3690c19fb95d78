// States as residents read them. Apart from the words of staff, so that a resident's phone does not load those.
import type { Words } from '#core/kit/words.ts'
import type { State } from './case.ts'

/** The same states for the person who reported, and for anybody who reads the public story. */
export const residentStateWords: Readonly<Record<State, Words>> = {
  REPORTED: { zh: '收到了，还没看', en: 'Received, not yet read' },
  VERIFYING: { zh: '有人去现场看', en: 'Somebody is going to look' },
  NOT_ACCEPTED: { zh: '没有立案', en: 'Not filed' },
  CONTESTED: { zh: '您不同意，换人在看', en: 'You disagreed: somebody else is looking' },
  ACCEPTED: { zh: '立案了，正在分', en: 'Filed, being sorted' },
  TRIAGED: { zh: '立案了，正在找人办', en: 'Filed, being given to somebody' },
  DISPATCHED: { zh: '派下去了，还没接', en: 'Given out, not yet taken up' },
  HANDLING: { zh: '在办', en: 'Being worked on' },
  RETURNED: { zh: '派错了或有不同看法，正在改派', en: 'Given back, being sent on' },
  WAITING_REPORTER: { zh: '等您补充', en: 'Waiting for your answer' },
  SUSPENDED: { zh: '现在办不了，挂账', en: 'Cannot be done now, on the list' },
  HANDLED: { zh: '说办好了，有人去看', en: 'Said to be done, being checked' },
  PASSING_BACK: { zh: '看过了，逐级确认', en: 'Checked, being confirmed' },
  REWORK: { zh: '没办好，返工', en: 'Not right yet, being done again' },
  CHECKED: { zh: '看过了，办好了', en: 'Checked and found done' },
  CLOSED: { zh: '已结案，您说了算', en: 'Closed, you have the last word' },
  REOPENED: { zh: '重新办', en: 'Being done again' },
  MERGED: { zh: '和另一件一起办', en: 'Handled together with another one' },
  VOID: { zh: '作废', en: 'Void' },
  ARCHIVED: { zh: '办完，已存档', en: 'Finished and archived' },
}
