// Somebody opens every public page of a district and solves. Of no small number more is found than that it is small.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tallyFacts } from '#core/cases/tallies.ts'
import { type Equation, rangeOf } from '#testing/linear.ts'
import { type PublicArea, countsOf, familiesOf, leftOutOf, withOnly } from './public-tree.ts'
import type { Facts } from './tiles.ts'

const limit = 10
const months = 3
const none = Object.fromEntries(tallyFacts.map((fact) => [fact, 0])) as Record<string, number>
type Leaf = { facts: Record<string, number>; months: number[]; open: number }

/** A few or many, seldom none: where small numbers and large ones meet. */
const amount = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 10, max: 40 }),
)
const leaf: fc.Arbitrary<Leaf> = fc
  .record({
    bySource: fc.array(amount, { minLength: 3, maxLength: 3 }),
    cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 2 }),
    due: amount,
    undone: fc.integer({ min: 0, max: 12 }),
    late: fc.integer({ min: 0, max: 12 }),
    open: amount,
    said: amount,
    objected: fc.integer({ min: 0, max: 12 }),
  })
  .map(({ bySource, cuts, due, undone, late, open, said, objected }) => {
    const [web = 0, phone = 0, patrol = 0] = bySource
    const all = web + phone + patrol
    const [from = 0, to = 0] = cuts.map((cut) => Math.floor(cut * all)).toSorted((a, b) => a - b)
    const handled = Math.max(0, due - undone)
    const facts = {
      ...none,
      reported_resident_web: web,
      reported_resident_phone: phone,
      reported_grid_patrol: patrol,
      filed_p: all,
      filed_found: patrol,
      filed_said: web + phone,
      handle_due: due,
      handled,
      handled_on_time: Math.max(0, handled - late),
      confirmed: said,
      objected,
    }
    return { facts, months: [from, to - from, all - to], open }
  })

const added = (leaves: readonly Leaf[]): Leaf => {
  const facts = { ...none }
  for (const each of leaves)
    for (const [fact, n] of Object.entries(each.facts)) facts[fact] = (facts[fact] ?? 0) + n
  const sum = (of: (each: Leaf) => number) => leaves.reduce((n, each) => n + of(each), 0)
  return {
    facts,
    months: Array.from({ length: months }, (_, m) => sum((each) => each.months[m] ?? 0)),
    open: sum((each) => each.open),
  }
}

/** Streets with communities; the first of each is what lies right in the street, and has no page. */
const district = fc.array(fc.array(leaf, { minLength: 2, maxLength: 4 }), {
  minLength: 1,
  maxLength: 3,
})

function areasOf(streets: readonly Leaf[][]): PublicArea[] {
  const of = (leaves: readonly Leaf[], above: number | null): PublicArea => {
    const { facts, months: by, open } = added(leaves)
    const known = {
      inPeriod: facts as Facts,
      inPast: none as Facts,
      months: above ? { a: by[0]!, b: by[1]!, c: by[2]! } : null,
    }
    return { above, limit, counts: countsOf({ ...known, further: { open } }) }
  }
  const areas = [of(streets.flat(), null)]
  for (const [direct, ...communities] of streets) {
    const street = areas.push(of([direct!, ...communities], 0)) - 1
    for (const community of communities) areas.push(of([community], street))
  }
  return areas
}

/** Everything that adds up, written down once more by somebody else than the rule. */
function equationsOf(
  areas: readonly PublicArea[],
): { total: string; parts: string[]; rest: number }[] {
  const found: { total: string; parts: string[]; rest: number }[] = []
  for (const [i, { counts }] of areas.entries()) {
    const line = (total: string, ...parts: string[]) =>
      found.push({ total: `${i} ${total}`, parts: parts.map((key) => `${i} ${key}`), rest: 0 })
    const keys = Object.keys(counts)
    for (const beginning of ['reported in month', 'reported by']) {
      const parts = keys.filter((key) => key.startsWith(beginning))
      if (parts.length > 0) line('reported', ...parts)
    }
    line('3a.den', '3a.num', '3a.rest')
    line('3a.den', '3b.num', '3b.rest')
    line('3a.num', '3b.num', '3b.late')
    line('filed', '11.den', 'filed otherwise')
    line('11.den', '11.num', '11.rest')
    line('filed', '2.num', '2.rest')
    const below = areas.flatMap(({ above }, j) => (above === i ? [j] : []))
    if (below.length === 0) continue
    for (const key of keys) {
      if (areas[below[0]!]!.counts[key] === undefined) continue
      const rest = below.reduce((n, j) => n - areas[j]!.counts[key]!, counts[key]!)
      found.push({ total: `${i} ${key}`, parts: below.map((j) => `${j} ${key}`), rest })
    }
  }
  return found
}

function narrowed(areas: readonly PublicArea[]): string[] {
  const out = leftOutOf(areas)
  const unknown = new Map<string, number>()
  const values = new Map<string, number>()
  for (const [i, { counts }] of areas.entries())
    for (const [key, n] of Object.entries(counts)) {
      values.set(`${i} ${key}`, n)
      if (out(i, key)) unknown.set(`${i} ${key}`, unknown.size)
    }
  const small: string[] = [...unknown.keys()].filter(
    (id) => values.get(id)! > 0 && values.get(id)! < limit,
  )
  let extra = unknown.size
  const equations: Equation[] = equationsOf(areas).map(({ total, parts, rest }) => {
    const factors = new Map<number, number>()
    let value = 0
    const term = (id: string, factor: number) => {
      const at = unknown.get(id)
      if (at === undefined) value -= factor * values.get(id)!
      else factors.set(at, factor)
    }
    term(total, 1)
    for (const part of parts) term(part, -1)
    // What lies right in the area is on no page.
    if (rest > 0) factors.set(extra++, -1)
    return { factors, value }
  })
  const some = equations.filter(({ factors }) => factors.size > 0)
  // Independent parts are solved by themselves.
  return small.filter((id) => {
    const at = unknown.get(id)!
    const [within, n] = partOf(some, at)
    const [low, high] = rangeOf(n, within, 0)
    return low > 1 + 1e-4 || high < limit - 1 - 1e-4
  })
}

function partOf(equations: readonly Equation[], at: number): [Equation[], number] {
  const cells = new Map([[at, 0]])
  const taken = new Set<Equation>()
  for (let more = true; more;) {
    more = false
    for (const equation of equations) {
      if (taken.has(equation) || ![...equation.factors.keys()].some((cell) => cells.has(cell)))
        continue
      taken.add(equation)
      more = true
      for (const cell of equation.factors.keys()) if (!cells.has(cell)) cells.set(cell, cells.size)
    }
  }
  const renamed = [...taken].map(({ factors, value }) => ({
    value,
    factors: new Map([...factors].map(([cell, factor]) => [cells.get(cell)!, factor])),
  }))
  return [renamed, cells.size]
}

test('whoever solves everything that is published finds of a small number only that it is small', () => {
  fc.assert(
    fc.property(district, (streets) => {
      expect(narrowed(areasOf(streets))).toEqual([])
    }),
    { numRuns: 40, seed: 20 },
  )
})

test('families reckoned one by one leave out what the whole leaves out', () => {
  fc.assert(
    fc.property(district, (streets) => {
      const areas = areasOf(streets)
      const whole = leftOutOf(areas)
      for (const keys of familiesOf(areas)) {
        const apart = leftOutOf(withOnly(areas, keys))
        for (const [i, { counts }] of areas.entries())
          for (const key of keys.filter((each) => counts[each] !== undefined))
            expect([i, key, apart(i, key)]).toEqual([i, key, whole(i, key)])
      }
    }),
    { numRuns: 20, seed: 20 },
  )
})
