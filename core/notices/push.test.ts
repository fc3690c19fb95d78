import { describe, expect, test } from 'vitest'
import type { Message } from './message.ts'
import * as push from './push.ts'

const p256dh = 'B'.repeat(87)
const auth = 'a'.repeat(22)
const fcm = 'https://fcm.googleapis.com/fcm/send/abc:def'

describe('addresses of browsers', () => {
  test.each<[string, Partial<push.PushAddress>, push.PushAddressRefusal | null]>([
    ['of a known service', {}, null],
    ['of any host of one', { endpoint: 'https://wns2-par02p.notify.windows.com/w/?token=B' }, null],
    [
      'of the bare name behind *.',
      { endpoint: 'https://push.apple.com/x' },
      'push_service_unknown',
    ],
    [
      'of a name that only ends alike',
      { endpoint: 'https://evilpush.apple.com.example/x' },
      'push_service_unknown',
    ],
    ['glued to one', { endpoint: 'https://notfcm.googleapis.com/x' }, 'push_service_unknown'],
    ['of this house', { endpoint: 'https://127.0.0.1/x' }, 'push_service_unknown'],
    ['of another port is the same host', { endpoint: 'https://fcm.googleapis.com:8443/x' }, null],
    ['with a password', { endpoint: 'https://a:b@fcm.googleapis.com/x' }, 'address_wrong'],
    ['that is none', { endpoint: '通知我' }, 'address_wrong'],
    ['too long', { endpoint: `${fcm}${'x'.repeat(1000)}` }, 'address_wrong'],
    ['with a short key', { p256dh: 'B'.repeat(86) }, 'address_wrong'],
    ['with a key of other letters', { p256dh: `${'B'.repeat(86)}+` }, 'address_wrong'],
    ['with a short secret', { auth: 'a'.repeat(21) }, 'address_wrong'],
  ])('%s', (_, part, expected) => {
    const address = { endpoint: fcm, p256dh, auth, ...part }
    expect(push.whyNoPushAddress(address, push.pushServices)).toBe(expected)
  })
})

describe('what is sent', () => {
  const message: Message = {
    id: 'm',
    to: '',
    subject: '同景社区',
    text: '停水',
    headers: { link: '/c/1', manage: '/alerts/2#s', tag: 't', lang: 'zh' },
  }

  test('fits into what every service carries, however long its words are', () => {
    const most = push.pushedOf({ ...message, subject: '水'.repeat(300), text: '👩‍👩‍👧'.repeat(900) })
    expect(Buffer.byteLength(JSON.stringify(most))).toBeLessThan(3900)
    expect(most.title).toHaveLength(100)
    expect(most.body.at(-1)).toBe('…')
    expect(push.pushedOf(message)).toEqual({
      title: '同景社区',
      body: '停水',
      link: '/c/1',
      manage: '/alerts/2#s',
      tag: 't',
      lang: 'zh',
    })
  })

  test('is kept for a browser that is off until it is of no use, two days at most', () => {
    const at = '2026-02-28T16:00:00.000Z'
    expect(push.keptFor('2026-02-28T16:10:00.500Z', at)).toBe(600)
    expect(push.keptFor('2026-03-09T16:00:00.000Z', at)).toBe(172_800)
    expect(push.keptFor('2026-02-28T15:00:00.000Z', at)).toBe(0)
  })

  test.each([
    [201, false, false],
    [404, true, true],
    [410, true, true],
    [413, false, true],
    [403, false, true],
    [429, false, false],
    [408, false, false],
    [503, false, false],
  ])('answered with %i: the address is gone %s, no further try %s', (status, gone, final) => {
    expect(push.isGone(status)).toBe(gone)
    expect(push.isFinalOfPush(status)).toBe(final)
  })
})
