// Files beside the work: by whom, where the case stands, and what is kept of them.
import { expect, test } from 'vitest'
import { onward } from '#testing/case-stories.ts'
import { handling, people, reported } from '#testing/case-town.ts'
import { sentenceOf } from './sentences.ts'

const { qian, wu, mei, chen, stranger, cao, pan, guo } = people
const paper = 'd'.repeat(64)

test.each([
  ['the receiver', qian, 'done'],
  ['the duty person of the home layer', wu, 'done'],
  ['a part-time worker of the grid', mei, 'done'],
  ['the supervisor above', cao, 'done'],
  ['a grid worker of elsewhere', stranger, 'not_yours'],
  ['a company that nobody asked', pan, 'not_yours'],
])('%s', (_, who, answer) => {
  expect(handling().tries(who).attach()).toBe(answer)
})

test('a layer that waits for the one above may, and whoever works now', () => {
  expect(onward().tries(qian).attach()).toBe('done')
  expect(onward().tries(guo).attach()).toBe('done')
  expect(onward().tries(chen).attach()).toBe('done')
})

test('the entry is for staff, holds hashes and no name of a file, and changes neither state nor clock', () => {
  const story = reported().by(wu).accept()
  const { clocks, state } = story.file
  story.by(wu).attach({ photos: ['c'.repeat(64)], documents: [paper, 'e'.repeat(64)], words: ' ' })
  const entry = story.entries.at(-1)!
  expect([entry.audience, entry.reason, entry.to]).toEqual(['staff', null, state])
  expect(Object.keys(entry.facts).toSorted()).toEqual(['documents', 'photos'])
  expect(story.file.clocks).toEqual(clocks)
  expect(sentenceOf(entry)).toEqual({
    zh: '附上照片 1 张、文件 2 份。',
    en: 'Attached one photo and 2 papers.',
  })
})

test('a paper alone is said so, with its words', () => {
  const story = handling().by(qian).attach({ words: '产权单位回函。' })
  expect(sentenceOf(story.entries.at(-1)!).zh).toBe('附上文件 1 份（产权单位回函）。')
})
