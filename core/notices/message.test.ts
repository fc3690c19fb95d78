import { describe, expect, test } from 'vitest'
import {
  type Line,
  type Message,
  isFinal,
  isFinalOfMail,
  isTooLate,
  maskMail,
  nextTryOf,
  normaliseMail,
  requestOf,
  signedOf,
  triesMax,
  whyNoLine,
} from './message.ts'

const at = '2026-03-02T00:00:00Z'
const message: Message = {
  id: 'b7c1',
  to: '13900001111',
  subject: null,
  text: '验证码 123456 & 勿转告',
  headers: {},
}
const line: Line = {
  url: 'https://sms.example.org/send',
  method: 'POST',
  secret: 's',
  from: null,
  perDay: 100,
}

describe('the address of a line', () => {
  test.each<[string, 'GET' | 'POST', string | null]>([
    ['https://sms.example.org/send', 'POST', null],
    ['https://sms.example.org/{id}', 'POST', null],
    ['https://sms.example.org/?to={to}&t={text}', 'GET', null],
    ['https://sms.example.org/?to={to}', 'GET', 'must contain'],
    ['https://sms.example.org/', 'GET', 'must contain'],
    ['https://sms.example.org/?n={number}', 'POST', 'does not know {number}'],
    ['sms.example.org', 'POST', 'is no address'],
    ['smtps://linli:pass@mail.example.org', 'POST', null],
    ['smtp://mail.example.org/{to}', 'POST', 'takes nothing of a message'],
    ['ftp://mail.example.org', 'POST', 'is neither'],
    ['https://{to}/send', 'POST', 'must name its host'],
    ['https://x.{id}.example.org:80/', 'POST', 'must name its host'],
  ])('%s by %s: %s', (url, method, expected) => {
    expect(whyNoLine({ url, method }) ?? 'fine').toContain(expected ?? 'fine')
  })
})

describe('asking a gateway', () => {
  test('GET fills the address, every sign escaped', () => {
    const get: Line = { ...line, method: 'GET', url: 'https://g.org/s?to={to}&text={text}&k={id}' }
    const request = requestOf(get, { ...message, to: '1&to=2' })
    expect(request).toEqual({
      method: 'GET',
      body: null,
      url: `https://g.org/s?to=1%26to%3D2&text=${encodeURIComponent(message.text)}&k=b7c1`,
    })
    expect(new URL(request.url).searchParams.getAll('to')).toEqual(['1&to=2'])
    expect(signedOf(request, 'b7c1', 7)).toBe(`b7c1.7.${request.url.slice('https://g.org'.length)}`)
  })
  test('POST says all of it as JSON, a telephone without subject and sender', () => {
    const request = requestOf(line, message)
    expect(JSON.parse(request.body ?? '')).toEqual({
      id: 'b7c1',
      to: message.to,
      text: message.text,
    })
    expect(signedOf(request, 'b7c1', 7)).toBe(`b7c1.7.${request.body}`)
  })
  test('a mail has sender, subject and headers of its own', () => {
    const mail = { ...message, subject: '今天的动态', headers: { 'List-Unsubscribe': '<x>' } }
    expect(
      JSON.parse(requestOf({ ...line, from: 'linli@example.org' }, mail).body ?? ''),
    ).toMatchObject({
      from: 'linli@example.org',
      subject: '今天的动态',
      headers: { 'List-Unsubscribe': '<x>' },
    })
  })
})

describe('trying again', () => {
  const far = '2026-03-09T00:00:00Z'
  const patient = { expiresAt: far, retryAfterSeconds: 0 }
  test('is ever more patient, and ends', () => {
    const pauses = Array.from(
      { length: triesMax - 1 },
      (_, i) => Date.parse(nextTryOf(i + 1, at, patient) ?? '') - Date.parse(at),
    )
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
    expect(pauses[0]).toBe(5000)
    expect(nextTryOf(triesMax, at, patient)).toBeNull()
  })
  test.each<[string, number, number, string, string | null]>([
    ['the gateway asks for two minutes', 1, 120, far, '2026-03-02T00:02:00Z'],
    ['it asks for less than we wait anyway', 3, 1, far, '2026-03-02T00:01:00Z'],
    ['it asks for a year', 1, 3e7, far, '2026-03-02T06:00:00Z'],
    ['the code would be too old by then', 4, 0, '2026-03-02T00:05:00Z', null],
  ])('%s', (_, tries, retryAfterSeconds, expiresAt, expected) => {
    expect(nextTryOf(tries, at, { expiresAt, retryAfterSeconds })).toBe(expected)
  })
  test.each<[number | null, boolean]>([
    [null, false],
    [200, false],
    [307, false],
    [400, true],
    [401, true],
    [404, true],
    [408, false],
    [429, false],
    [500, false],
    [503, false],
  ])('%s is final: %s', (status, expected) => {
    expect(isFinal(status)).toBe(expected)
  })
  test.each<[number | null, string | null, boolean]>([
    [null, null, false],
    [421, 'CONN', false],
    [451, 'RCPT TO', false],
    [550, 'RCPT TO', true],
    [552, 'DATA', true],
    [502, 'STARTTLS', false],
    [535, 'AUTH PLAIN', false],
    [550, 'MAIL FROM', false],
  ])('a mail server that says %s to %s is final: %s', (code, command, expected) => {
    expect(isFinalOfMail(code, command)).toBe(expected)
  })
  test('a message ends with the instant it is good for', () => {
    expect(isTooLate(at, '2026-03-01T23:59:59Z')).toBe(false)
    expect(isTooLate(at, at)).toBe(true)
  })
})

describe('addresses of mail', () => {
  test.each<[string, string | null]>([
    ['Wang.Fang@Example.ORG ', 'wang.fang@example.org'],
    ['a+tag@mail.example.com', 'a+tag@mail.example.com'],
    ['wang@localhost', null],
    ['@example.org', null],
    ['wang example.org', null],
    ['wang@example.org,li@example.org', null],
    ['wang@example.org\r\nBcc: li@example.org', null],
    ['"wang" <wang@example.org>', null],
  ])('%j → %s', (typed, expected) => {
    expect(normaliseMail(typed)).toBe(expected)
  })
  test('masked, it shows its first sign and its house', () => {
    expect(maskMail('wang@example.org')).toBe('w***@example.org')
    expect(maskMail('nonsense')).toBe('***')
  })
})
