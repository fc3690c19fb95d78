// The register of personal data against the database and against itself: no column that can hold something of a person
// goes without a word of why, and no word that was said to people is changed afterwards.
import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { personalData } from '#core/exchange/personal-data.ts'
import { bases, collectionPoints, pointOf } from '#core/people/personal-data.ts'
import { basisWords, pointWords } from '#core/people/words-privacy.ts'
import { packageRoot } from '#server/kit/package-root.ts'
import { sealedColumns } from '#server/sealed-columns.ts'
import { plainColumns } from './plain-columns.ts'

const schema = readFileSync(join(packageRoot, 'db/schema.sql'), 'utf8')

/** Every column in which words, a place or a file could stand; what a check holds to a list of names cannot. */
const columns = [...schema.matchAll(/^create table (\S+) \(\n([\s\S]*?)\n\);/gm)].flatMap(
  ([, table = '', body = '']) => {
    const checks = body.split('\n').filter((line) => line.includes('CHECK'))
    return [
      ...body.matchAll(/^ {2}(\w+) (?:text|jsonb|bytea|double precision|inet|point)\b(?:\[\])?/gm),
    ].flatMap(([, name = '']) =>
      checks.some((check) => check.includes(`(${name} = ANY (ARRAY[`)) ? [] : [`${table}.${name}`],
    )
  },
)
const registered = new Set(personalData.flatMap((field) => field.columns))

test('every column that can hold something of a person says why it is there, or why it holds nothing', () => {
  expect(columns.length).toBeGreaterThan(300)
  const known = new Set([...registered, ...plainColumns])
  const unsaid = columns.filter((column) => !known.has(column))
  expect(unsaid, 'add them to core/*/personal.ts, or to testing/plain-columns.ts').toEqual([])
  const there = new Set(columns)
  expect([...known].filter((column) => !there.has(column))).toEqual([])
  expect(plainColumns.filter((column) => registered.has(column))).toEqual([])
})

test('every sealed column belongs to a field of the register, or to the program itself', () => {
  const sealed = sealedColumns.map(({ table, column }) => `${table}.${column}`)
  const ofTheProgram = ['exchange.remotes.sealed_key', 'exchange.webhook_secrets.sealed_secret']
  expect(
    sealed.filter((column) => !registered.has(column) && !ofTheProgram.includes(column)),
  ).toEqual([])
  // Bytes of files are sealed on the disk, and their row holds the hash alone (server/files/sealing.test.ts).
  const lies = [...sealed, 'files.files.hash']
  for (const field of personalData.filter((each) => each.sealed))
    expect([field.key, field.columns.some((column) => lies.includes(column))]).toEqual([
      field.key,
      true,
    ])
})

test('every field says what for, on which ground, who sees it and what deletes it, in both languages', () => {
  const keys = personalData.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(new Set(personalData.map(pointOf))).toEqual(new Set(collectionPoints))
  expect(Object.keys(pointWords).toSorted()).toEqual([...collectionPoints].toSorted())
  expect(Object.keys(basisWords).toSorted()).toEqual([...bases].toSorted())
  for (const field of personalData) {
    const days = field.texts.map(({ since }) => since)
    expect([field.key, days]).toEqual([field.key, [...new Set(days)].toSorted()])
    // What is agreed to can be left out, and the reader is told what then happens.
    const agreed = field.basis === 'consent' || field.basis === 'separateConsent'
    for (const text of field.texts) {
      expect([field.key, agreed && text.without === null]).toEqual([field.key, false])
      expect(text.kept.zh.includes('{days}')).toBe(field.days !== null)
      expect(text.kept.en.includes('{days}')).toBe(field.days !== null)
    }
  }
})

test('what is said to delete a field is a job of the server or an act with that name', () => {
  const sources = (pattern: string, where: string) =>
    execFileSync('git', ['grep', '-hoE', pattern, '--', where], { encoding: 'utf8' })
  const jobs = sources("tasks\\['[a-z_]+'\\]", 'server')
  const acts = sources("name: '[A-Za-z]+'", 'core')
  for (const { key, deletedBy } of personalData) {
    if (deletedBy === null) continue
    const [, act] = /^act (\w+)$/.exec(deletedBy) ?? []
    const there =
      act === undefined ? jobs.includes(`tasks['${deletedBy}']`) : acts.includes(`name: '${act}'`)
    expect([key, deletedBy, there]).toEqual([key, deletedBy, true])
  }
})

// A text once said stays as it was: whoever was told it can read it again. Add a text with its day instead; only then
// does its line come here.
test('no text that was said is changed afterwards', () => {
  const digest = (told: unknown) =>
    createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 12)
  const said = personalData.flatMap((field) =>
    field.texts.map((text) => `${field.key} ${text.since} ${digest(text)}`),
  )
  expect(said).toMatchSnapshot()
})
