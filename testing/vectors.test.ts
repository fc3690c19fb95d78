// The right answers of testing/vectors, and the calendar they were computed with, against the product's own.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { checkClocks, checkClocksCommand, checkFigures } from '#tools/check.ts'
import { publishedYears, stateCouncilDays } from '#server/places/calendar-seed.ts'

const vectors = (name: string): string => new URL(`vectors/${name}`, import.meta.url).pathname

test('every deadline of the vectors is reproduced', async () => {
  expect(await checkClocks(vectors('clock-vectors.json.gz'))).toEqual({
    compared: 120,
    differences: [],
  })
})

test('every figure of the vectors is reproduced', async () => {
  const { compared, differences } = await checkFigures(vectors('kpi-vectors.json.gz'))
  expect(differences).toEqual([])
  expect(compared).toBe(207)
})

test('a file that is no vectors is told apart from one with differences', async () => {
  await expect(checkClocks(vectors('README.md'))).rejects.toThrow('neither JSON nor gzipped JSON')
  await expect(checkClocks(vectors('kpi-vectors.json.gz'))).rejects.toThrow('has no list "cases"')
  expect(await checkClocksCommand(vectors('nowhere.json'))).toBe(2)
})

test('the seeded calendar says what the notices of 2024 to 2026 say', () => {
  const text = gunzipSync(readFileSync(vectors('clock-vectors.json.gz'))).toString('utf8')
  const { calendar } = JSON.parse(text) as {
    calendar: { daysOff: string[]; makeUpWorkdays: string[] }
  }
  const seeded = stateCouncilDays([2024, 2025, 2026])
  const days = (kind: string) => seeded.filter((d) => d.kind === kind).map((d) => d.day)
  expect(days('off')).toEqual(calendar.daysOff.toSorted())
  expect(days('work')).toEqual(calendar.makeUpWorkdays.toSorted())
  expect(seeded.find((d) => d.day === '2026-02-17')).toMatchObject({
    name: '春节',
    version: 'CN-2026-1',
  })
})

test('a year the library only guesses is not seeded', () => {
  expect(publishedYears()).toContain(2026)
  expect(publishedYears()).not.toContain(2027)
  expect(stateCouncilDays([2027, 2031])).toEqual([])
})
