// Every refusal of the moves is met by a story (testing/refusals-*.ts): no code without a story, none without a sentence.
import { describe, expect, test } from 'vitest'
import { handling, local, morning, people, settingsAt } from '#testing/case-town.ts'
import { refusalsOfFiling } from '#testing/refusals-filing.ts'
import { refusalsOfVoices } from '#testing/refusals-voices.ts'
import { refusalsOfWork } from '#testing/refusals-work.ts'
import { whyCannotReport } from './intake.ts'
import type { Report } from './intake.ts'
import { refusalSentence, refusalWords, toReporter } from './words-refusals.ts'

const rows = Object.entries({ ...refusalsOfFiling, ...refusalsOfWork, ...refusalsOfVoices })
const codeOf = (row: string) => row.split(':')[0]!

test.each(rows)('%s', (row, tried) => {
  expect(tried()).toBe(codeOf(row))
})

describe('a report is not taken', () => {
  const lamp: Report = {
    source: 'RESIDENT_WEB',
    category: 'LAMP',
    urgent: false,
    text: '灯不亮',
    address: null,
    point: { lon: 0, lat: 0 },
    photos: [],
    voice: null,
  }
  const ten = Array.from({ length: 10 }, () => 'a'.repeat(64))
  test.each([
    ['category_unknown', { ...lamp, category: 'NOPE' }],
    ['too_many_photos', { ...lamp, photos: ten }],
  ])('%s', (code, report) => {
    expect(whyCannotReport(report, settingsAt(local(morning)))).toMatchObject({ refusal: code })
  })
  test('bad coordinates are no reason', () => {
    expect(whyCannotReport(lamp, settingsAt(local(morning)))).toMatchObject({ ok: true })
  })
})

/** Answered by the edges before a decision is asked. */
const elsewhere = [
  'no_such_case',
  'changed_meanwhile',
  'place_missing',
  'text_missing',
  'no_such_photo',
  'no_such_file',
  'no_such_area',
  'no_such_person',
  'no_such_receiver',
  'bad_phone',
]
/** Said beside a field of the proof. */
const beside = ['text', 'photo_after', 'photo_before', 'place', 'time'].map((key) => `proof_${key}`)
const ofReport = ['category_unknown', 'too_many_photos']

test('every code with a sentence is met, and every code met has a sentence', () => {
  const met = new Set([...rows.map(([row]) => codeOf(row)), ...ofReport, ...elsewhere, ...beside])
  expect([...met].toSorted()).toEqual(Object.keys(refusalWords).toSorted())
})

test('a reporter is addressed, staff are not', () => {
  for (const words of Object.values(refusalWords)) expect(words.zh).not.toMatch(/您|！/)
  for (const words of Object.values(toReporter)) expect(words.en).not.toMatch(/!/)
  expect(refusalSentence('window_over', 'reporter')?.zh).toMatch('您')
  expect(refusalSentence('no_such_code')).toBeNull()
})

test('what is missing of a proof stands beside each field', () => {
  const nothing = { text: '', photosAfter: [], point: null }
  const decided = handling().decide('handle', people.qian, { proof: nothing })
  expect(decided).toMatchObject({
    fields: { text: 'proof_text', photosAfter: 'proof_photo_after', point: 'proof_place' },
  })
})
