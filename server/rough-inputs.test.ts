// Days there are not, at every door that takes one: drawn from the declared contracts, from which the document for other
// systems is printed, so that a new door stands here by itself.
import { beforeAll, expect, test } from 'vitest'
import type { Endpoint } from '#core/kit/contract.ts'
import { knock, sample } from '#testing/knock.ts'
import { comes } from '#testing/town-life.ts'
import { type Town, openTown } from '#testing/town.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})

type Schema = {
  type?: string | string[]
  format?: string
  pattern?: string
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  allOf?: Schema[]
}

const noDay = '2026-02-30'
const takes = ({ pattern }: Schema, text: string): boolean =>
  pattern === undefined || new RegExp(pattern, 'u').test(text)

/** A text that is a day by its form: the shared one, or one that somebody wrote anew. Codes and months take more. */
const others = ['no day at all', 'abc-1', '500108106', '2026-03']
const isDay = (schema: Schema): boolean =>
  schema.format === 'date' ||
  (schema.pattern !== undefined &&
    takes(schema, '2026-03-04') &&
    !others.some((text) => takes(schema, text)))

function daysIn(schema: Schema, path: string): { path: string; checked: boolean }[] {
  const inner = [
    ...Object.entries(schema.properties ?? {}).map(
      ([key, part]) => [part, `${path}.${key}`] as const,
    ),
    ...(schema.items === undefined ? [] : [[schema.items, `${path}[]`] as const]),
    ...[...(schema.anyOf ?? []), ...(schema.allOf ?? [])].map((part) => [part, path] as const),
  ]
  const own = isDay(schema)
    ? [{ path, checked: schema.format === 'date' || !takes(schema, noDay) }]
    : []
  return [...own, ...inner.flatMap(([part, at]) => daysIn(part, at))]
}

/** These refuse such a day in a sentence of their own, with what to do. */
const inTheirWords = ['readBrief', 'writeBrief', 'printBrief', 'readPlayback']
const inputOf = (endpoint: Endpoint) => endpoint.input as Schema

test('no contract takes a day by its form alone', () => {
  const found = t.app.endpoints.flatMap((endpoint) =>
    daysIn(inputOf(endpoint), endpoint.name).map((day) => ({ ...day, name: endpoint.name })),
  )
  expect(found.length).toBeGreaterThan(40)
  expect(
    found
      .filter(({ checked, name }) => !checked && !inTheirWords.includes(name))
      .map(({ path }) => path),
  ).toEqual([])
})

test('February 30 is refused at every door that asks for a day', async () => {
  const chen = await comes(t, 'chen')
  const wrong: string[] = []
  for (const endpoint of t.app.endpoints)
    for (const [key, part] of Object.entries(inputOf(endpoint).properties ?? {})) {
      if (!daysIn(part, key).some(({ path }) => path === key)) continue
      const met = await knock(chen, endpoint, sample(endpoint, { [key]: noDay }))
      if (met.status < 400 || met.status >= 500)
        wrong.push(`${endpoint.name} ${key}: ${met.status}`)
    }
  expect(wrong).toEqual([])
})
