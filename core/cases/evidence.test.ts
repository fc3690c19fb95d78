// What is still missing of a proof, before and after each step at the place.
import { expect, test } from 'vitest'
import { type Evidence, type ProofGiven, proofNeeds } from './evidence.ts'

const all: Evidence = {
  text: true,
  photoAfter: true,
  photoBefore: true,
  placeWithinM: 50,
  takenAfterDispatch: true,
  onSite: false,
}
const free: Evidence = {
  ...all,
  text: false,
  photoAfter: false,
  photoBefore: false,
  placeWithinM: null,
  takenAfterDispatch: false,
}
const point = { lon: 106.605, lat: 29.505 }
const nothing: ProofGiven = {
  text: '',
  photosBefore: [],
  photosAfter: [],
  takenAt: null,
  point: null,
}
const whole: ProofGiven = {
  text: '换了',
  photosBefore: ['b'],
  photosAfter: ['a'],
  takenAt: '2026-03-05T01:00:00Z',
  point,
}
const bare = { photos: [], point }

test.each<[string, ProofGiven, Evidence, { photos: string[]; point: typeof point | null }, string]>(
  [
    ['nothing is asked', nothing, free, bare, ''],
    [
      'everything is, and nothing is there',
      nothing,
      all,
      bare,
      'photoBefore photoAfter place text',
    ],
    ['everything is there', whole, all, bare, ''],
    [
      'a photo of the report is one from before',
      { ...whole, photosBefore: [] },
      all,
      { photos: ['r'], point },
      '',
    ],
    [
      'a case without a place needs none',
      { ...whole, point: null },
      all,
      { photos: [], point: null },
      '',
    ],
    ['a photo that does not say when', { ...whole, takenAt: null }, all, bare, 'time'],
    ['one character is no sentence', { ...whole, text: '好' }, all, bare, 'text'],
    ['too long to be read', { ...whole, text: '长'.repeat(501) }, all, bare, 'text'],
  ],
)('%s', (_, given, evidence, of, missing) => {
  const open = proofNeeds(given, evidence, of).filter(({ met }) => !met)
  expect(open.map(({ need }) => need).join(' ')).toBe(missing)
})
