import { expect, test } from 'vitest'
import { maskName, maskPhone, normalisePhone } from './contact.ts'

test.each([
  ['13800138000', '13800138000'],
  ['+86 138-0013-8000', '13800138000'],
  ['0086 13800138000', '13800138000'],
  ['8613800138000', '13800138000'],
  ['１３８００１３８０００', '13800138000'],
  ['(023) 6280 1234', '02362801234'],
  ['+1 212 555 0100', '12125550100'],
  ['12345', '12345'],
  ['110', null],
  ['不留电话', null],
  ['', null],
])('%s is compared as %s', (text, normalised) => {
  expect(normalisePhone(text)).toBe(normalised)
})

test.each([
  ['13800138000', '138****8000'],
  ['62801234', '62***34'],
  ['12345', '***'],
])('%s is shown as %s', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown)
})

test.each([
  ['王小明', '王＊＊'],
  ['欧阳', '欧＊＊'],
  ['Anna Lee', 'A＊＊'],
  [' ', ''],
])('%s is shown as %s', (name, shown) => {
  expect(maskName(name)).toBe(shown)
})
