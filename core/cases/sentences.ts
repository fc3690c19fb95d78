// The journal in sentences: what happened, by which unit, until when. Rendered at reading from the facts of an entry,
// so that one journal is read in two languages, by staff, by the reporter and, without persons, by anybody.
import type { Words } from '#core/kit/words.ts'
import { isRole, roles } from '#core/people/roles.ts'
import type { Entry } from './change.ts'
import { returnReasons } from './dispatch.ts'
import type { Move } from './moves.ts'
import {
  amountWords,
  always,
  bare,
  because,
  bracketed,
  dayWords,
  fill,
  homeOf,
  legOf,
  momentWords,
  named,
  number,
  oneOf,
  same,
  text,
  unitOf,
  until,
} from './sentence-parts.ts'
import type { Naming, Sentence, Told } from './sentence-parts.ts'
import { besideSentences } from './sentences-beside.ts'
import { whistleSentences } from './sentences-whistle.ts'
import { calendarApplied } from './sentences-calendar.ts'
import { appealDecided, appealed } from './sentences-appeal.ts'
import { answeredSupervision, supervised, urged } from './sentences-watching.ts'
import {
  contestDecided,
  notAccepted,
  reported,
  triaged,
  verified,
  verifying,
} from './sentences-filing.ts'
import { voiceSentences } from './sentences-voices.ts'
import { gradeWords, outcomeWords, tierWords } from './words.ts'
import {
  checkWayWords,
  contactWayWords,
  correctFieldWords,
  returnReasonWords,
  urgencyWords,
  voidReasonWords,
} from './words-moves.ts'

export type { Naming, Told } from './sentence-parts.ts'

const dispatched: Sentence = (t, n) =>
  fill(
    number(t.facts, 'parent') === null
      ? { zh: '已派给{unit}{until}。', en: 'Dispatched to {unit}{until}.' }
      : { zh: '交{unit}继续办理{until}。', en: 'Handed on to {unit}{until}.' },
    { unit: unitOf(t, n), until: until(t, n, { zh: '，{due} 前办结', en: ', due {due}' }) },
  )

const returned: Sentence = (t, n) => {
  const whose = text(t.facts, 'whose')
  return fill(
    {
      zh: '{unit}退回：{code}{because}。{whose}时限继续计算。',
      en: '{unit} returned it: {code}{because}.{whose} The clock goes on.',
    },
    {
      unit: legOf(t, n),
      code: oneOf(returnReasonWords, text(t.facts, 'code')) ?? returnReasonWords[returnReasons[0]],
      because: bracketed(t),
      whose:
        whose === null ? same('') : { zh: `建议转${whose}。`, en: ` Suggested instead: ${whose}.` },
    },
  )
}

const corrected: Sentence = (t, n) => {
  const field = oneOf(correctFieldWords, text(t.facts, 'field')) ?? correctFieldWords.place
  const was = valueWords(t, n, 'was')
  const is = valueWords(t, n, 'is') ?? same('')
  return fill(
    {
      zh: '更正{field}：{change}{because}。{until}',
      en: 'Corrected the {field}: {change}{because}.{until}',
    },
    {
      field,
      change: was === null ? is : fill({ zh: '{was}→{is}', en: '{was} → {is}' }, { was, is }),
      because:
        bare(t.reason) === ''
          ? same('')
          : fill({ zh: '，原因：{words}', en: ', because: {words}' }, { words: bare(t.reason) }),
      until: until(t, n, { zh: '到期时间 {due}。', en: ' Due {due}.' }),
    },
  )
}

function valueWords(t: Told, n: Naming, key: 'was' | 'is'): Words | null {
  const value = t.facts[key]
  if (typeof value === 'boolean') return urgencyWords[value ? 'urgent' : 'normal']
  if (typeof value !== 'string') return named(t.facts, key)
  const field = text(t.facts, 'field')
  if (field === 'tier') return oneOf(tierWords, value) ?? same(value)
  const given = key === 'is' ? named(t.facts, 'categoryName') : null
  return given ?? n.category?.(value) ?? same(value)
}

const suspended: Sentence = (t) => {
  const on = text(t.facts, 'reviewOn')
  const day = on === null ? same('') : dayWords(on)
  if (t.facts['asked'] === true) {
    return fill(
      {
        zh: '申请挂账{because}。建议 {day} 前复查，待派遣方负责人批准。',
        en: 'Suspension asked for{because}. Review by {day}; the giving head has yet to approve.',
      },
      { because: because(t), day },
    )
  }
  return fill(
    {
      zh: '暂时无法解决{because}。{day} 前复查。',
      en: 'It cannot be solved now{because}. Reviewed by {day}.',
    },
    { because: because(t), day },
  )
}

const resumed: Sentence = (t, n) =>
  fill(
    { zh: '恢复办理{until}{because}。', en: 'Work goes on{until}{because}.' },
    {
      until: until(t, n, { zh: '，新的到期时间 {due}', en: ', now due {due}' }),
      because: bracketed(t),
    },
  )

const answered: Sentence = (t) =>
  t.facts['silence'] === true
    ? {
        zh: '等待期满，按现有情况继续办理。',
        en: 'The waiting time is over; work goes on with what is known.',
      }
    : { zh: '反映人已补充，继续办理。', en: 'The reporter answered; work goes on.' }

const contacted: Sentence = (t) =>
  fill(
    t.facts['reached'] === true
      ? { zh: '已联系反映人（{how}）。', en: 'Spoke with the reporter ({how}).' }
      : {
          zh: '联系反映人，没有联系上（{how}）。',
          en: 'Tried to reach the reporter, without success ({how}).',
        },
    { how: oneOf(contactWayWords, text(t.facts, 'how')) ?? contactWayWords.phone },
  )

const handled: Sentence = (t, n) => {
  const outcome = text(t.facts, 'outcome')
  const said = oneOf(outcomeWords, outcome)
  return fill(
    {
      zh: '{unit}已处理{outcome}，待核查。',
      en: '{unit} has done its work{outcome}; to be checked.',
    },
    {
      unit: legOf(t, n),
      outcome:
        said === null || outcome === 'solved'
          ? same('')
          : fill({ zh: '（{said}）', en: ' ({said})' }, { said }),
    },
  )
}

const passed: Sentence = (t) =>
  fill(
    { zh: '核查通过（{how}）。', en: 'Checked and passed ({how}).' },
    {
      how: oneOf(checkWayWords, text(t.facts, 'how')) ?? checkWayWords.by_proof,
    },
  )

const confirmedOnward: Sentence = (t, n) =>
  fill(
    { zh: '{unit}确认，报{giver}核查。', en: '{unit} confirmed it; {giver} checks next.' },
    {
      unit: legOf(t, n),
      giver: n.giver?.(number(t.facts, 'leg') ?? 0) ?? {
        zh: '上一层',
        en: 'the layer that gave it',
      },
    },
  )

const closed: Sentence = (t, n) => {
  const zone = n.timeZone ?? 'Asia/Shanghai'
  const day = (key: string): Words | null => {
    const at = text(t.facts, key)
    return at === null ? null : momentWords(at, zone)
  }
  const [confirmBy, reopenBy] = [day('confirmBy'), day('reopenBy')]
  const outcome = oneOf(outcomeWords, text(t.facts, 'outcome')) ?? outcomeWords.solved
  const words = bare(text(t.facts, 'words') ?? t.reason)
  const result = words === '' ? outcome : same(words)
  const windows =
    confirmBy === null || reopenBy === null
      ? same('')
      : fill(
          {
            zh: '{confirmBy} 前可以说办好了没有，{reopenBy} 前可以要求重开。',
            en: ' Say whether it is solved until {confirmBy}; have it reopened until {reopenBy}.',
          },
          { confirmBy, reopenBy },
        )
  return fill(
    { zh: '已结案：{result}。{windows}', en: 'Closed: {result}.{windows}' },
    { result, windows },
  )
}

const graded: Sentence = (t) => {
  const grade = number(t.facts, 'grade')
  const words = grade === null ? null : ((gradeWords as Record<number, Words>)[grade] ?? null)
  return fill(
    { zh: '评价：{grade}{because}。', en: 'Rated: {grade}{because}.' },
    {
      grade: words ?? same(''),
      because: bracketed(t),
    },
  )
}

const reopened: Sentence = (t) =>
  fill(
    text(t.facts, 'by') === 'sample'
      ? { zh: '抽查不通过，重新办理。', en: 'The sample check did not pass; it is done again.' }
      : text(t.facts, 'by') === 'supervisor'
        ? { zh: '上级要求重开{because}。', en: 'Reopened from above{because}.' }
        : { zh: '反映人要求重开{because}。', en: 'Reopened by the reporter{because}.' },
    { because: because(t) },
  )

const voided: Sentence = (t) =>
  fill(
    { zh: '作废：{code}{because}。', en: 'Void: {code}{because}.' },
    {
      code: oneOf(voidReasonWords, text(t.facts, 'code')) ?? voidReasonWords.entered_by_mistake,
      because: bracketed(t),
    },
  )

const sentences: Readonly<Record<Move, Sentence>> = {
  report: reported,
  verifyBeforeFiling: verifying,
  verified,
  accept: (t, n) =>
    fill(
      { zh: '已立案，由{home}负责跟到底。', en: 'Filed; {home} answers for it to the end.' },
      { home: homeOf(t, n) },
    ),
  notAccept: notAccepted,
  contest: always('反映人提出异议{because}。', 'The reporter contests the decision{because}.'),
  decideContest: contestDecided,
  triage: triaged,
  dispatch: dispatched,
  acceptDuty: always('{unit}已接单。', '{unit} has taken it up.'),
  selfHandle: always('网格员现场处理完毕。', 'The grid settled it on the spot.'),
  return: returned,
  reroute: always('改派给{unit}{because}。', 'Sent to {unit} instead{because}.'),
  uphold: always(
    '核对后仍由{unit}办理{because}。',
    'Looked at again: it stays with {unit}{because}.',
  ),
  correct: corrected,
  transfer: always(
    '转由{unit}办理，时限不变{because}。',
    'Transferred to {unit}; the due stays{because}.',
  ),
  addAssist: always('{unit}协助办理。', '{unit} assists.'),
  assistDone: always('{unit}已办完协助的部分{because}。', '{unit} has done its part{because}.'),
  withdrawAssist: always(
    '不再请{unit}协办{because}。',
    '{unit} is no longer asked to assist{because}.',
  ),
  contact: contacted,
  requestExtension: (t) =>
    fill(
      { zh: '申请延期 {amount}{because}。', en: 'Asks for {amount} more{because}.' },
      { amount: amountWords(t), because: because(t) },
    ),
  grantExtension: (t, n) =>
    fill(
      { zh: '同意延期{until}{because}。', en: 'More time granted{until}{because}.' },
      {
        until: until(t, n, { zh: '至 {due}', en: ', until {due}' }),
        because: because(t),
      },
    ),
  refuseExtension: always('不同意延期{because}。', 'No more time granted{because}.'),
  suspend: suspended,
  refuseSuspension: always('不同意挂账{because}。', 'Not to be suspended{because}.'),
  resume: resumed,
  waitForReporter: always('请反映人补充{because}。', 'A question to the reporter{because}.'),
  answer: answered,
  handle: handled,
  checkPass: passed,
  checkFail: always(
    '核查未通过{because}。退回返工。',
    'Did not pass the check{because}. To be done again.',
  ),
  confirmOnward: confirmedOnward,
  close: closed,
  confirm: always('反映人确认已解决。', 'The reporter confirms that it is solved.'),
  object: always(
    '反映人不认可，重新办理{because}。',
    'The reporter says it is not solved; it is done again{because}.',
  ),
  windowPasses: always('反映人未在期限内回复。', 'The reporter did not answer in time.'),
  rate: graded,
  reopen: reopened,
  void: voided,
  overdueAppeal: appealed,
  decideAppeal: appealDecided,
  urge: urged,
  supervise: supervised,
  answerSupervision: answeredSupervision,
  applyCalendar: calendarApplied,
  archive: always('已归档。', 'Archived.'),
  eraseContact: always(
    '反映人留的姓名和电话已经删除。',
    'The name and number that the reporter left were erased.',
  ),
  ...voiceSentences,
  ...whistleSentences,
  ...besideSentences,
}

/** As staff and the reporter read it. Which entries each of them reads is the entry's audience, not decided here. */
export function sentenceOf(entry: Told, naming: Naming = {}): Words {
  const { zh, en } = sentences[entry.move](entry, naming)
  // A question that somebody wrote ends the sentence by itself.
  return { zh: zh.replace(/([？?])。/gu, '$1'), en: en.replace(/([？?])\./gu, '$1') }
}

/**
 * As anybody reads it on a public matter. Words the reporter wrote are left out, and so are those of staff where a
 * reason code says enough: free words may name somebody. Reasons that were asked for as public ones stay.
 */
const publicReasons: readonly Move[] = [
  'suspend',
  'grantExtension',
  'checkFail',
  'decideContest',
  'applyCalendar',
]
export function publicSentenceOf(entry: Told, naming: Naming = {}): Words {
  const reason = publicReasons.includes(entry.move) ? entry.reason : null
  return sentenceOf(
    { ...entry, reason, facts: { ...entry.facts, whose: null, words: null } },
    naming,
  )
}

/** By post, never by name: what a resident reads beside the sentence, and staff too. */
export function whoOf(entry: Pick<Entry, 'actorKind' | 'role' | 'onBehalf'>): Words {
  const who = postOf(entry)
  if (entry.actorKind === 'voice' && entry.onBehalf !== null)
    return {
      zh: '反映人（凭查询码，工作人员代录）',
      en: 'the reporter, written down by staff with the code',
    }
  return entry.onBehalf === null
    ? who
    : fill({ zh: '{who}代反映人', en: '{who}, for the reporter' }, { who })
}

function postOf(entry: Pick<Entry, 'actorKind' | 'role'>): Words {
  switch (entry.actorKind) {
    case 'voice':
    case 'anyone':
      return { zh: '反映人', en: 'the reporter' }
    case 'job':
      return { zh: '系统自动', en: 'automatic' }
    case 'system':
      return { zh: '其他系统', en: 'another system' }
    case 'person':
      return entry.role !== null && isRole(entry.role)
        ? roles[entry.role].name
        : { zh: '工作人员', en: 'a member of staff' }
  }
}
