// The moves of the wire as acts with a form each: in the order in which a case usually needs them, with their keys.
import { besideFirst, inOrderOf } from '#core/cases/acts-first.ts'
import type { State } from '#core/cases/case.ts'
import type { CaseView } from '#core/cases/contract.ts'
import type { Move } from '#core/cases/moves.ts'
import { moveWords } from '#core/cases/words-moves.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import type { Words } from '#core/kit/words.ts'
import type { Role } from '#core/people/roles.ts'
import type { IconName } from '#web/kit/ui/Icon.tsx'
import type { FormKey } from './forms/form-keys.ts'
import { hints, offerWords } from './forms/words-offers.ts'
import { comesFirst, isOver, overFrom, stageOf } from './words-case.ts'

export type Offer = {
  form: FormKey
  move: Move
  label: Words
  hint: Words | null
  hotkey: string | null
  icon: IconName | null
  grave: boolean
  why: Words | null
}

type Card = {
  form: FormKey
  move: Move
  label?: Words
  hotkey?: string
  icon?: IconName
  grave?: boolean
  /** Where the act is another one than usual, or does not apply at all. */
  when?: (view: CaseView) => boolean
}

const says =
  (...states: CaseView['state'][]) =>
  (view: CaseView) =>
    states.includes(view.state)

const beforeWork = says('TRIAGED', 'REOPENED')
const inHand = says('DISPATCHED', 'HANDLING', 'REWORK')
const cards: readonly Card[] = [
  { form: 'decideContest', move: 'decideContest' },
  {
    form: 'answerSupervision',
    move: 'answerSupervision',
    icon: 'paper',
    when: (view) => view.supervisions.some((one) => one.answeredAt === null),
  },
  {
    form: 'arrive',
    move: 'arrive',
    icon: 'check',
    when: (view) =>
      view.whistles.some((one) =>
        one.calls.some((call) => call.arrivedAt === null && (one.mine || call.mine)),
      ),
  },
  {
    form: 'settleWhistle',
    move: 'settleWhistle',
    icon: 'paper',
    when: (view) => view.whistles.some((one) => one.mine && one.settledAt === null),
  },
  {
    form: 'rateWhistle',
    move: 'rateWhistle',
    when: (view) =>
      view.whistles.some((one) => one.settledAt !== null && one.calls.some((call) => call.mine)),
  },
  { form: 'verified', move: 'verified' },
  {
    form: 'fileAndDispatch',
    move: 'accept',
    label: offerWords.fileAndDispatch,
    hotkey: 'D',
    when: says('REPORTED'),
  },
  {
    form: 'fileAndDispatch',
    move: 'triage',
    label: offerWords.sortAndDispatch,
    hotkey: 'D',
    when: says('ACCEPTED'),
  },
  {
    form: 'dispatch',
    move: 'dispatch',
    hotkey: 'S',
    label: offerWords.dispatchTo,
    icon: 'right',
    when: (view) => beforeWork(view) || !inHand(view),
  },
  { form: 'checkPass', move: 'checkPass', icon: 'check' },
  { form: 'checkFail', move: 'checkFail', hotkey: 'W', icon: 'left' },
  { form: 'confirmOnward', move: 'confirmOnward', icon: 'down' },
  { form: 'close', move: 'close', icon: 'check' },
  { form: 'reroute', move: 'reroute', hotkey: 'S', icon: 'right' },
  { form: 'uphold', move: 'uphold' },
  {
    form: 'decideExtension',
    move: 'grantExtension',
    label: offerWords.decideExtension,
    when: (view) => view.extension !== null,
  },
  {
    form: 'suspend',
    move: 'suspend',
    label: offerWords.decideSuspension,
    when: (view) => view.suspension?.asked === true,
  },
  {
    form: 'refuseSuspension',
    move: 'refuseSuspension',
    when: (view) => view.suspension?.asked === true,
  },
  { form: 'acceptDuty', move: 'acceptDuty', when: says('DISPATCHED') },
  { form: 'handle', move: 'handle', icon: 'camera' },
  {
    form: 'dispatch',
    move: 'dispatch',
    label: offerWords.passOn,
    hotkey: 'S',
    icon: 'right',
    when: inHand,
  },
  {
    form: 'answer',
    move: 'confirm',
    label: offerWords.answer,
    hotkey: 'A',
    icon: 'phone',
    when: (view) => view.state === 'CLOSED' && view.reporter.voices > 0,
  },
  {
    form: 'answer',
    move: 'rate',
    label: offerWords.rate,
    hotkey: 'A',
    icon: 'phone',
    when: (view) => view.state === 'CLOSED' && view.reporter.voices > 0,
  },
  {
    form: 'answer',
    move: 'answer',
    label: offerWords.answerQuestion,
    hotkey: 'A',
    icon: 'phone',
    when: says('WAITING_REPORTER'),
  },
  {
    form: 'answer',
    move: 'contest',
    label: offerWords.contest,
    hotkey: 'A',
    when: says('NOT_ACCEPTED'),
  },
  { form: 'sampleCheck', move: 'sampleCheck', icon: 'eye', when: says('CLOSED') },
  {
    form: 'callback',
    move: 'callback',
    icon: 'phone',
    when: (view) => view.state === 'CLOSED' && view.reporter.voices > 0,
  },
  { form: 'return', move: 'return', hotkey: 'R', icon: 'left' },
  {
    form: 'escalate',
    move: 'dispatch',
    label: offerWords.escalate,
    icon: 'up',
    when: (view) => view.upward?.way === 'dispatch',
  },
  {
    form: 'escalate',
    move: 'return',
    label: offerWords.escalate,
    icon: 'up',
    when: (view) => view.upward?.way === 'return',
  },
  { form: 'selfHandle', move: 'selfHandle', icon: 'camera', when: says('REPORTED') },
  {
    form: 'accept',
    move: 'accept',
    label: offerWords.acceptOnly,
    when: says('REPORTED', 'VERIFYING'),
  },
  { form: 'triage', move: 'triage', label: offerWords.triageOnly, when: says('ACCEPTED') },
  {
    form: 'notAccept',
    move: 'notAccept',
    hotkey: 'R',
    icon: 'cross',
    when: says('REPORTED', 'VERIFYING'),
  },
  { form: 'verify', move: 'verifyBeforeFiling', icon: 'eye', when: says('REPORTED', 'VERIFYING') },
  { form: 'question', move: 'waitForReporter' },
  { form: 'contact', move: 'contact', icon: 'phone' },
  { form: 'extension', move: 'requestExtension', icon: 'calendar' },
  { form: 'suspend', move: 'suspend', when: (view) => view.suspension === null },
  { form: 'resume', move: 'resume', when: says('SUSPENDED') },
  { form: 'transfer', move: 'transfer' },
  { form: 'assist', move: 'addAssist', icon: 'person' },
  {
    form: 'assistDone',
    move: 'assistDone',
    when: (view) => view.assists.some((one) => one.doneAt === null),
  },
  {
    form: 'withdrawAssist',
    move: 'withdrawAssist',
    when: (view) => view.assists.some((one) => one.doneAt === null),
  },
  { form: 'reopen', move: 'reopen', when: says('CLOSED') },
  { form: 'whistle', move: 'whistle', icon: 'person' },
  {
    form: 'decideAppeal',
    move: 'decideAppeal',
    when: (view) => view.appeal !== null && view.appeal.excused === null,
  },
  {
    form: 'overdueAppeal',
    move: 'overdueAppeal',
    when: (view) => view.appeal === null && view.clocks.some((clock) => clock.overdueAt !== null),
  },
  { form: 'urge', move: 'urge', icon: 'up' },
  { form: 'supervise', move: 'supervise', icon: 'eye' },
  { form: 'affectedToo', move: 'affectedToo', icon: 'phone' },
  {
    form: 'stillBroken',
    move: 'stillBroken',
    icon: 'phone',
    when: says('CLOSED', 'ARCHIVED'),
  },
  { form: 'merge', move: 'merge', when: (view) => view.mergedInto === null },
  { form: 'unmerge', move: 'unmerge', when: says('MERGED') },
  { form: 'correct', move: 'correct', icon: 'pencil' },
  { form: 'note', move: 'note', hotkey: 'N', icon: 'pencil' },
  { form: 'attach', move: 'attach', icon: 'paper' },
  { form: 'void', move: 'void', grave: true },
]

/** Each act once: first those that are open, as the table orders them and as the reader's post does them next. */
export function offersOf(view: CaseView, roles: readonly Role[] = []): Offer[] {
  const offers: Offer[] = []
  for (const card of cards) {
    const known = view.moves.find((one) => one.move === card.move)
    if (known === undefined || card.when?.(view) === false) continue
    const other = offers.findIndex((one) => one.form === card.form)
    const offer = offerOf(card, known.why, view.state)
    if (other < 0) offers.push(offer)
    else if (offers[other]?.why !== null && offer.why === null) offers[other] = offer
  }
  const order = besideFirst(roles, view.urgent)
  return [
    ...inOrderOf(
      offers.filter((one) => one.why === null),
      order,
    ),
    ...offers.filter((one) => one.why !== null),
  ]
}

function offerOf(card: Card, why: string | null, state: State): Offer {
  return {
    form: card.form,
    move: card.move,
    label: card.label ?? moveWords[card.move],
    hint: hints[card.form] ?? null,
    hotkey: card.hotkey ?? null,
    icon: card.icon ?? null,
    grave: card.grave ?? false,
    why: why === null ? null : whyWords(card.move, why, state),
  }
}

/** The server's code in words; where it only says "not now", what has to come first. */
export function whyWords(move: Move, why: string, state: State): Words {
  const words: Record<string, Words> = refusalWords
  const over = stageOf[state] >= (overFrom[move] ?? Infinity)
  const first = why === 'not_possible_now' ? (over ? isOver : comesFirst)[move] : undefined
  return first ?? words[why] ?? refusalWords.not_possible_now
}
