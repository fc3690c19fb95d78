// Every amount a place may set has its card, and the bounds a card shows are those by which the server judges.
import { expect, test } from 'vitest'
import { defaultLoopRules } from '#core/cases/rules.ts'
import { ruleKeys } from '#core/places/rule-keeping.ts'
import { type RuleCard, type RuleValue, ruleCards, setValue, withValue } from './rule-cards.ts'

/** Shown elsewhere on the same page: limits beside the categories, words of personal data on their own, steps with the software. */
const elsewhere = ['cases.categoryLimits', 'cases.particulars', 'people.privacyWords']
const withSoftware = ['clocks']

test('every rule that may be set has a card, and every amount of the loop', () => {
  const carded = new Set<string>(ruleCards.map((card) => card.key))
  expect(
    Object.keys(ruleKeys).filter((key) => !carded.has(key) && !elsewhere.includes(key)),
  ).toEqual([])
  const parts = new Set(
    ruleCards.flatMap((card) => (card.key === 'cases.loop' ? card.part[0] : [])),
  )
  expect(
    Object.keys(defaultLoopRules).filter(
      (part) => !parts.has(part) && !withSoftware.includes(part),
    ),
  ).toEqual([])
})

const judged = (card: RuleCard, value: RuleValue) =>
  ruleKeys[card.key]?.(withValue(card, undefined, value))

test.each(ruleCards.map((card) => [card.id, card] as const))(
  '%s: what holds without a rule may be set, is read back, and its bounds are the server’s',
  (_, card) => {
    expect(judged(card, card.usual)).toBe(true)
    expect(setValue(card, withValue(card, undefined, card.usual))).toEqual(card.usual)
    if (card.shape.kind !== 'whole') return
    const { least, most } = card.shape
    expect([least, most].map((value) => judged(card, value))).toEqual([true, true])
    expect([least - 1, most + 1].map((value) => judged(card, value))).toEqual([false, false])
  },
)
