// How a sentence of the journal is put together: reading facts of an entry, and filling them into words of both
// languages. The sentences themselves are in sentences.ts.
import { localDate, localTime } from '#core/kit/time.ts'
import type { Words } from '#core/kit/words.ts'
import { limitKinds } from '#core/places/category.ts'
import type { Entry, Facts } from './change.ts'
import { limitWords } from './words-limits.ts'

/** What of an entry a sentence is made from. */
export type Told = Pick<Entry, 'move' | 'to' | 'facts' | 'reason'>

/** Names the journal leaves to the reader's side, since it keeps ids and serials. Unknown ones are said in general. */
export type Naming = {
  timeZone?: string
  number?: string
  area?: (areaId: number) => Words | null
  /** Who works on a leg, and who gave it. */
  receiver?: (leg: number) => Words | null
  giver?: (leg: number) => Words | null
  category?: (code: string) => Words | null
}

export type Value = Words | string | number
type Values = Record<string, Value>

/** Fills {name} in both languages; a value may itself be in two languages. */
export function fill(words: Words, values: Values): Words {
  const put = (lang: 'zh' | 'en') =>
    words[lang].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name]
      if (value === undefined) return whole
      return typeof value === 'object' ? value[lang] : String(value)
    })
  return { zh: put('zh'), en: put('en') }
}

const somebody: Words = { zh: '承办单位', en: 'the unit in charge' }
const here: Words = { zh: '受理单位', en: 'the receiving office' }
export const same = (text: string): Words => ({ zh: text, en: text })

/** Free words without their last full stop: the sentence around them sets its own. */
export const bare = (text: string | null): string =>
  (text ?? '').trim().replace(/[。．.；;，,！!\s]+$/u, '')

export const text = (facts: Facts, key: string): string | null => {
  const value = facts[key]
  return typeof value === 'string' && value !== '' ? value : null
}
export const number = (facts: Facts, key: string): number | null => {
  const value = facts[key]
  return typeof value === 'number' ? value : null
}
export const list = (facts: Facts, key: string): readonly string[] => {
  const value = facts[key]
  return Array.isArray(value) ? value : []
}
export const named = (facts: Facts, key: string): Words | null => {
  const value = facts[key]
  return typeof value === 'object' && value !== null && 'zh' in value ? value : null
}
export const oneOf = <K extends string>(
  table: Readonly<Record<K, Words>>,
  key: string | null,
): Words | null => (key !== null && Object.hasOwn(table, key) ? table[key as K] : null)

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** '5月8日' and '8 May', of a local day 'YYYY-MM-DD'. */
export function dayWords(day: string): Words {
  const [, month, date] = day.split('-').map(Number)
  return { zh: `${month}月${date}日`, en: `${date} ${months[(month ?? 1) - 1]}` }
}

/** '5月8日 16:00' and '8 May 16:00', in the zone of the place. */
export function momentWords(instant: string, timeZone: string): Words {
  const day = dayWords(localDate(instant, timeZone))
  const time = localTime(instant, timeZone)
  return { zh: `${day.zh} ${time}`, en: `${day.en} ${time}` }
}

/** ' (before it is due …)': empty when the clock stands still or there is none. */
export function until(t: Told, n: Naming, words: Words): Words {
  const due = text(t.facts, 'dueAt')
  return due === null
    ? same('')
    : fill(words, { due: momentWords(due, n.timeZone ?? 'Asia/Shanghai') })
}

export const legOf = (t: Told, n: Naming): Words =>
  n.receiver?.(number(t.facts, 'leg') ?? 0) ?? somebody
export const unitOf = (t: Told, n: Naming): Words => named(t.facts, 'unit') ?? legOf(t, n)
export const homeOf = (t: Told, n: Naming): Words => n.area?.(number(t.facts, 'home') ?? 0) ?? here

/** Free words in brackets, or nothing. */
export const bracketed = (t: Told): Words =>
  bare(t.reason) === ''
    ? same('')
    : fill({ zh: '（{words}）', en: ' ({words})' }, { words: bare(t.reason) })

/** Free words behind a colon, or nothing. */
export const because = (t: Told): Words => {
  const words = bare(t.reason)
  return words === '' ? same('') : { zh: `：${words}`, en: `: ${words}` }
}

export type Sentence = (t: Told, n: Naming) => Words
/** A sentence without facts of its own: the unit, and why. */
export const always =
  (zh: string, en: string): Sentence =>
  (t, n) =>
    fill({ zh, en }, { unit: unitOf(t, n), because: because(t) })

/** How much time was given: the amount with its unit. */
export const amountWords = (t: Told): Words => {
  const amount = number(t.facts, 'amount')
  const kind = limitKinds.find((each) => each === text(t.facts, 'unit'))
  if (amount !== null && kind !== undefined) return limitWords({ kind, amount })
  return same(String(amount ?? ''))
}
