import { expect, test } from 'vitest'
import { spansOf, textOf } from './spans.ts'

test.each([
  ['', []],
  ['9:00-12:00', [['09:00', '12:00']]],
  [
    '09:00–12:00、14：00到24:00',
    [
      ['09:00', '12:00'],
      ['14:00', '24:00'],
    ],
  ],
  ['9-12', null],
  ['9:00-25:00', null],
  ['9:00-12:00 14:00-21:00', null],
])('“%s” is read as %j', (text, spans) => expect(spansOf(text)).toEqual(spans))

test('what was read is written the same way again', () => {
  const spans = spansOf('9:00-12:00，14:00-21:00') ?? []
  expect(spansOf(textOf(spans))).toEqual(spans)
})
