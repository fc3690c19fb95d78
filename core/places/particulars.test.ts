import { expect, test } from 'vitest'
import { faultOfParticulars, particularsMax } from './particulars.ts'

const words = (zh: string, en = zh) => ({ zh, en })
const option = (code: string, more = {}) => ({ code, label: words(code), ...more })
const inside = {
  code: 'inside',
  ask: words('里面有人吗？', 'Is anybody inside?'),
  options: [option('yes', { urgent: true, advice: words('按警铃') }), option('no')],
}
const other = {
  code: 'other',
  ask: words('还有别的电梯吗？'),
  options: [option('yes'), option('no')],
  after: { code: 'inside', option: 'no' },
}

test.each([
  ['one after the answer to another', [inside, other], null],
  ['nothing asked', [], null],
  ['no list', 'inside', 'too_many'],
  ['more than a reporter has patience for', Array.from({ length: particularsMax + 1 }, (_, n) => ({ ...inside, code: `q${n}` })), 'too_many'],
  ['nothing where a question should stand', [null], 'code'],
  ['a code that is none', [{ ...inside, code: 'Inside?' }], 'code'],
  ['the same question twice', [inside, inside], 'code_twice'],
  ['no words in English', [{ ...inside, ask: { zh: '里面有人吗？' } }], 'words'],
  ['more words than fit', [{ ...inside, ask: words('人'.repeat(41)) }], 'words'],
  ['one answer to choose from', [{ ...inside, options: [option('yes')] }], 'options'],
  ['the same answer twice', [{ ...inside, options: [option('yes'), option('yes')] }], 'code_twice'],
  ['an answer without words', [{ ...inside, options: [option('yes', { label: words(' ') }), option('no')] }], 'words'],
  ['urgent, but not yes or no', [{ ...inside, options: [option('yes', { urgent: 'very' }), option('no')] }], 'options'],
  ['after an answer that is not offered', [inside, { ...other, after: { code: 'inside', option: 'maybe' } }], 'after'],
  ['words that nobody asked for, to go into every case', [{ ...inside, ask: { ...words('里面'), more: '人'.repeat(200_000) } }], 'words'],
  ['something beside a question', [{ ...inside, more: 1 }], 'unknown'],
  ['something beside an answer', [{ ...inside, options: [option('yes', { more: 1 }), option('no')] }], 'unknown'],
  ['something beside what it hangs on', [inside, { ...other, after: { ...other.after, more: 1 } }], 'unknown'],
  ['a line that breaks', [{ ...inside, ask: words('里面\n有人') }], 'words'],
  ['words that turn those behind them around', [{ ...inside, ask: words('里面\u202e有人') }], 'words'],
  ['after a question that comes later', [other, inside], 'after'],
])('%s', (_, asked, fault) => {
  expect(faultOfParticulars(asked)).toBe(fault)
}) // prettier-ignore
