// The recurrence rule of a series as text (RFC 5545, RRULE): which parts a centre may use, and what is wrong with a
// text. It is not expanded here: server/activities/recurrence.ts does that.
import { type Result, done, refused } from '#core/kit/result.ts'

export const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof frequencies)[number]

/** Parts by their name, upper case, in the order written. */
export type Rule = { frequency: Frequency; parts: Readonly<Record<string, string>> }

export type RuleFault =
  | 'rule_unreadable'
  | 'rule_too_often'
  | 'rule_part_unknown'
  | 'rule_until_and_count'

export const ruleLengthMax = 200

const number = String.raw`\d{1,3}`
const signed = String.raw`[+-]?\d{1,3}`
const listOf = (one: string) => new RegExp(`^${one}(,${one}){0,62}$`)
const shapes: Record<string, RegExp> = {
  FREQ: /^[A-Z]+$/,
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,3}$/,
  UNTIL: /^\d{8}(T\d{6}Z?)?$/,
  BYDAY: listOf('([+-]?[1-5]?\\d?)?(MO|TU|WE|TH|FR|SA|SU)'),
  BYMONTH: listOf(number),
  BYMONTHDAY: listOf(signed),
  BYYEARDAY: listOf(signed),
  BYWEEKNO: listOf(signed),
  BYSETPOS: listOf(signed),
  BYHOUR: listOf(number),
  BYMINUTE: listOf(number),
  WKST: /^(MO|TU|WE|TH|FR|SA|SU)$/,
  // Festivals of the lunar year (重阳 is the 9th of the 9th month), RFC 7529.
  RSCALE: /^(CHINESE|GREGORIAN)$/,
}
const bounds: Record<string, readonly [number, number]> = {
  BYMONTH: [1, 12],
  BYMONTHDAY: [1, 31],
  BYYEARDAY: [1, 366],
  BYWEEKNO: [1, 53],
  BYSETPOS: [1, 366],
  BYHOUR: [0, 23],
  BYMINUTE: [0, 59],
}

/** Reads 'FREQ=WEEKLY;BYDAY=TU', also with 'RRULE:' before it. */
export function readRule(text: string): Result<Rule, RuleFault> {
  const bare = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/;$/, '')
  if (bare === '' || bare.length > ruleLengthMax) return refused('rule_unreadable')
  const parts: Record<string, string> = {}
  for (const part of bare.split(';')) {
    const [name = '', value = '', ...rest] = part.split('=')
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined
    if (shape === undefined) return refused(unknownPart(name))
    if (rest.length > 0 || Object.hasOwn(parts, name) || !shape.test(value) || !within(name, value))
      return refused('rule_unreadable')
    parts[name] = value
  }
  if (parts['COUNT'] !== undefined && parts['UNTIL'] !== undefined)
    return refused('rule_until_and_count')
  const frequency = frequencies.find((known) => known === parts['FREQ'])
  if (frequency === undefined)
    return refused(
      /^(HOUR|MINUTE|SECOND)LY$/.test(parts['FREQ'] ?? '') ? 'rule_too_often' : 'rule_unreadable',
    )
  return done({ frequency, parts })
}

const unknownPart = (name: string): RuleFault =>
  name === 'BYSECOND' ? 'rule_too_often' : name === '' ? 'rule_unreadable' : 'rule_part_unknown'

function within(name: string, value: string): boolean {
  const bound = bounds[name]
  if (bound === undefined) return true
  return value.split(',').every((one) => {
    const size = Math.abs(Number(one))
    return size >= bound[0] && size <= bound[1]
  })
}

export function writeRule(rule: Rule): string {
  return Object.entries(rule.parts)
    .map(([name, value]) => `${name}=${value}`)
    .join(';')
}
