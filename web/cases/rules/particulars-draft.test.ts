import { expect, test } from 'vitest'
import { faultOfParticulars } from '#core/places/particulars.ts'
import { particulars } from '../../../packs/cn-community/particulars.ts'
import {
  draftOf,
  freeCode,
  newQuestion,
  offeredBefore,
  particularsOf,
  untied,
} from './particulars-draft.ts'

test('what the catalogue asks is written down and read back as it was', () => {
  for (const asked of Object.values(particulars))
    expect(particularsOf(draftOf(asked))).toEqual(asked)
})

test('codes are given, never written: the first that is free', () => {
  expect(freeCode('q', [{ code: 'q1' }, { code: 'q3' }])).toBe('q2')
  const [first, second] = newQuestion([]).options
  expect([first?.code, second?.code]).toEqual(['a1', 'a2'])
})

test('without English the Chinese is tapped in both', () => {
  const draft = newQuestion([])
  const [yes, no] = draft.options
  const written = {
    ...draft,
    zh: ' 有人吗 ',
    options: [
      { ...yes!, zh: '有' },
      { ...no!, zh: '没有', adviceZh: '等' },
    ],
  }
  const asked = particularsOf([written])
  expect(asked[0]).toMatchObject({ ask: { zh: '有人吗', en: '有人吗' } })
  expect(asked[0]?.options[1]?.advice).toEqual({ zh: '等', en: '等' })
  expect(faultOfParticulars(asked)).toBeNull()
  expect(faultOfParticulars(particularsOf([newQuestion([])]))).toBe('words')
})

test('a question that hung on an answer which is gone is asked always', () => {
  const lift = draftOf(particulars['P05-02']!)
  expect(offeredBefore(lift, 1).map(({ value }) => value)).toEqual([
    'inside/yes',
    'inside/no',
    'inside/unsure',
  ])
  const without = lift.map((one) => ({
    ...one,
    options: one.options.filter(({ code }) => code !== 'no'),
  }))
  expect(untied(without).map(({ after }) => after)).toEqual(['', ''])
  expect(untied(lift).map(({ after }) => after)).toEqual(['', 'inside/no'])
})
