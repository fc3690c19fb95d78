import { expect, test } from 'vitest'
import type { Particular } from '#core/places/particulars.ts'
import { askedNow, saysUrgent, toldOf } from './particulars.ts'

const words = (zh: string) => ({ zh, en: zh })
const lift: Particular[] = [
  {
    code: 'inside',
    ask: words('里面有人吗？'),
    options: [
      { code: 'yes', label: words('有人困在里面'), urgent: true },
      { code: 'no', label: words('没有') },
    ],
  },
  {
    code: 'other',
    ask: words('还有别的电梯吗？'),
    options: [
      { code: 'yes', label: words('有') },
      { code: 'no', label: words('没有') },
    ],
    after: { code: 'inside', option: 'no' },
  },
  {
    code: 'stairs',
    ask: words('有人走不了楼梯吗？'),
    options: [
      { code: 'yes', label: words('有'), urgent: true },
      { code: 'no', label: words('没有') },
    ],
    after: { code: 'other', option: 'no' },
  },
]

test.each([
  ['nothing answered: the first alone stands open', {}, ['inside'], [], false],
  ['somebody inside: urgent, and nothing more is asked', { inside: 'yes' }, ['inside'], ['有人困在里面'], true],
  ['nobody inside: the next one is asked', { inside: 'no' }, ['inside', 'other'], ['没有'], false],
  ['down the chain', { inside: 'no', other: 'no', stairs: 'yes' }, ['inside', 'other', 'stairs'], ['没有', '没有', '有'], true],
  ['changed above: what hung on it is dropped', { inside: 'yes', other: 'no', stairs: 'yes' }, ['inside'], ['有人困在里面'], true],
  ['the middle one open: what hangs on it is not asked', { inside: 'no', stairs: 'yes' }, ['inside', 'other'], ['没有'], false],
  ['not offered today', { inside: 'perhaps', weather: 'rain' }, ['inside'], [], false],
  ['names every object has', { constructor: 'yes', toString: 'no' }, ['inside'], [], false],
])('%s', (_, answers: Record<string, string>, open, told, urgent) => {
  expect(askedNow(lift, answers).map(({ code }) => code)).toEqual(open)
  expect(toldOf(lift, answers).map(({ label }) => label.zh)).toEqual(told)
  expect(saysUrgent(lift, answers)).toBe(urgent)
}) // prettier-ignore

test('what is kept stays in the words of its day', () => {
  expect(toldOf(lift, { inside: 'no' })).toEqual([
    { code: 'inside', option: 'no', ask: words('里面有人吗？'), label: words('没有') },
  ])
})
