// A work order of the city's hotline 12345 热线工单: what is read of it, and what there is to answer. There is no one national
// form of either; columns and words are put to ours by a mapping, and the answer is the same few facts for everybody.
import {
  type CaseFile,
  type Outcome,
  type RefusalReason,
  type Round,
  currentRound,
} from '#core/cases/case.ts'
import { lastAnswer } from '#core/cases/tallies.ts'
import { type Instant, compareInstants } from '#core/kit/time.ts'
import { normalisePhone } from '#core/people/contact.ts'

/** 咨询 求助 投诉 建议 举报 表扬: the kinds that hotlines sort by. */
export const orderKinds = [
  'consult',
  'help',
  'complaint',
  'suggestion',
  'report',
  'praise',
  'other',
] as const
export type OrderKind = (typeof orderKinds)[number]

export const orderStatuses = ['waiting', 'handling', 'answered', 'returned', 'withdrawn'] as const
export type OrderStatus = (typeof orderStatuses)[number]

/** How its place was found; `none` and `elsewhere` wait at the desk of the street. */
export const orderPlacings = ['point', 'area', 'words', 'none', 'elsewhere'] as const
export type OrderPlacing = (typeof orderPlacings)[number]

/** One order as it was read, before it has a place. */
export type OrderDraft = {
  number: string
  receivedAt: Instant | null
  signBy: Instant | null
  answerBy: Instant | null
  kind: OrderKind
  urgent: boolean
  confidential: boolean
  /** 重办: the hotline itself says that it sends it again. Only there where it says so. */
  again?: true
  name: string
  phone: string
  text: string
  address: string
  area: string
  words: string
  point: { lon: number; lat: number } | null
}

/** What the hotline is told of an order. Instants in UTC; null where there is nothing to tell. */
export type OrderAnswer = {
  status: OrderStatus
  caseNumber: string
  /** The case it was made one with, whose answer this is. */
  mergedInto: string | null
  signedAt: Instant | null
  respondedAt: Instant | null
  answeredAt: Instant | null
  outcome: Outcome | null
  result: string | null
  handledBy: string | null
  returnedAt: Instant | null
  returnReason: RefusalReason | null
  returnWords: string | null
  returnTo: string | null
  extension: 'open' | 'granted' | 'refused' | 'withdrawn' | null
  extensionReason: string | null
  dueAt: Instant | null
  voice: 'confirm' | 'object' | 'silence' | null
  solved: boolean | null
  satisfaction: number | null
  reopened: number
  /** What was answered before this: the order was opened again, by whomever, or goes on in another case. */
  earlierAt: Instant | null
  earlierResult: string | null
}

export type Answerable = Pick<
  CaseFile,
  | 'number'
  | 'state'
  | 'filedAt'
  | 'rounds'
  | 'legs'
  | 'clocks'
  | 'extensions'
  | 'refused'
  | 'reopenings'
  | 'merged'
  | 'round'
>

/** What there is to say of a case; `handledBy` names the unit or team, never a person. */
export function answerOf(
  c: Answerable,
  of: { caseNumber: string; handledBy: string | null; last?: OrderAnswer | null },
): OrderAnswer {
  const status = statusOf(c)
  const round = roundOf(c)
  const closed = c.rounds.findLast((each) => each.closedAt !== null) ?? null
  const refused = status === 'returned' ? c.refused : null
  const answered = status === 'answered' ? closed : null
  const extension = status === 'handling' ? (lastExtension(c, round) ?? null) : null
  return {
    status,
    caseNumber: of.caseNumber,
    mergedInto: c.number === of.caseNumber ? null : c.number,
    signedAt: c.filedAt,
    respondedAt: c.rounds.find((each) => each.respondedAt !== null)?.respondedAt ?? null,
    answeredAt: answered?.closedAt ?? null,
    outcome: answered?.outcome ?? null,
    result: answered?.closingWords ?? null,
    handledBy: answered === null ? null : of.handledBy,
    returnedAt: refused?.at ?? null,
    returnReason: refused?.code ?? null,
    returnWords: refused?.words ?? null,
    returnTo: refused?.body ?? null,
    extension: extension?.state ?? null,
    extensionReason: extension?.reason ?? null,
    dueAt: extension === null ? null : dueOf(c),
    // Of a matter that several reported, the last word was perhaps another's.
    ...voiceOf(c.number === of.caseNumber ? closed : null),
    reopened: c.reopenings,
    ...earlierOf(of.last ?? null, answered?.closedAt ?? null),
  }
}

function earlierOf(
  last: OrderAnswer | null,
  answeredAt: Instant | null,
): Pick<OrderAnswer, 'earlierAt' | 'earlierResult'> {
  if (last !== null && last.answeredAt !== null && last.answeredAt !== answeredAt)
    return { earlierAt: last.answeredAt, earlierResult: last.result }
  // What was told before this was kept has neither.
  return { earlierAt: last?.earlierAt ?? null, earlierResult: last?.earlierResult ?? null }
}

export type SentBefore = { receivedAt: Instant | null; answerBy: Instant | null; text: string }

/**
 * Sent again after it was answered 重办: the hotline says so, gives it a later call or a deadline to come, or other words. Words
 * that only grew or shrank are the same complaint in a file read by other columns.
 */
export function isSentAgain(
  draft: OrderDraft,
  before: SentBefore,
  answeredAt: Instant | null,
): boolean {
  if (answeredAt === null) return false
  if (draft.again === true) return true
  const isLater = (now: Instant | null, then: Instant | null) =>
    now !== null &&
    compareInstants(now, answeredAt) > 0 &&
    (then === null || compareInstants(now, then) !== 0)
  return (
    isLater(draft.answerBy, before.answerBy) ||
    isLater(draft.receivedAt, before.receivedAt) ||
    isOther(bareWords(wordsOfCase(draft)), bareWords(before.text))
  )
}

const bareWords = (text: string): string => text.replace(asked, '').replace(/\s+/g, '')
const isOther = (a: string, b: string): boolean => !a.includes(b) && !b.includes(a)

/** Open clocks say until when; an extension that was granted has moved this one. */
const dueOf = (c: Answerable): Instant | null =>
  c.clocks.findLast((clock) => clock.kind === 'HANDLE' && clock.endedAt === null)?.dueAt ?? null

const roundOf = (c: Answerable): Round => currentRound(c as CaseFile)

const lastExtension = (c: Answerable, { round }: Round) =>
  c.extensions.findLast((each) => each.round === round)

function statusOf({ state, filedAt }: Answerable): OrderStatus {
  if (state === 'CLOSED' || state === 'ARCHIVED') return 'answered'
  if (state === 'NOT_ACCEPTED') return 'returned'
  if (state === 'VOID') return 'withdrawn'
  return filedAt === null ? 'waiting' : 'handling'
}

/** What nobody said stays unsaid: silence is neither yes nor no. */
function voiceOf(closed: Round | null): Pick<OrderAnswer, 'voice' | 'solved' | 'satisfaction'> {
  if (closed === null) return { voice: null, solved: null, satisfaction: null }
  const { at, solved } = lastAnswer(closed)
  return { voice: closed.answer, solved: at === null ? null : solved, satisfaction: closed.grade }
}

/** Whether this is news beside what was told last. Until somebody signs there is nothing to tell. */
export function isNews(last: OrderAnswer | null, now: OrderAnswer): boolean {
  if (last === null) return now.status !== 'waiting'
  const keys = Object.keys(now) as (keyof OrderAnswer)[]
  return keys.some((key) => (last[key] ?? null) !== now[key])
}

/**
 * The caller's own name and number stand sealed beside the case; where the hotline's clerk also wrote them into the text,
 * they are taken out of it, so that whoever handles it does not read them there.
 */
export function withoutCaller(text: string, caller: { name: string; phone: string }): string {
  const digits = normalisePhone(caller.phone)
  const named = [...caller.name.trim()].length >= 2 ? caller.name.trim() : null
  const unnamed = named === null ? text : text.replaceAll(named, '〔来电人〕')
  if (digits === null) return unnamed
  const written = new RegExp(`(?<!\\d)(?:\\+?86[- ]?)?${[...digits].join('[- ]?')}(?!\\d)`, 'g')
  return unnamed.replace(written, '〔来电号码〕')
}

const textMax = 4000
const asked = '〔来电人要求保密〕'

/** What becomes the words of the case: the wish for confidence first, so that nobody who handles it overlooks it. */
export function wordsOfCase(draft: OrderDraft): string {
  const said = withoutCaller(draft.text, draft)
  const whole = draft.confidential ? `${asked}${said}` : said
  if (whole.length <= textMax) return whole
  const rest = `……〔原文过长，余下见热线工单 ${draft.number}〕`
  return `${whole.slice(0, textMax - rest.length).toWellFormed()}${rest}`
}

const kindSigns: readonly [OrderKind, RegExp][] = [
  ['consult', /咨询|询问|consult|question/i],
  ['complaint', /投诉|诉求|complain/i],
  ['report', /举报|违法|report/i],
  ['suggestion', /建议|意见|suggest/i],
  ['praise', /表扬|感谢|praise|thank/i],
  ['help', /求助|求决|服务|反映|help/i],
]

/** 投诉举报 is a complaint: the first sign that fits. */
export const kindOf = (text: string): OrderKind =>
  orderKinds.find((kind) => kind === text.trim().toLowerCase()) ??
  kindSigns.find(([, sign]) => sign.test(text))?.[0] ??
  'other'

const no = /^(?:|0|否|不|无|n|no|false|一般|普通|正常|公开|不保密|非紧急|平件|normal|public)$/i

/** 紧急, 特急, 1, true: anything that is not a no. */
export const saysYes = (text: string): boolean => !no.test(text.normalize('NFKC').trim())
