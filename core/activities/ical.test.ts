import { describe, expect, test } from 'vitest'
import { readIcal } from '#testing/ical-reader.ts'
import { type Feed, type FeedEvent, writeFeed } from './ical.ts'

const lecture: FeedEvent = {
  uid: '0198b0c0-0000-7000-8000-000000000001@linli.example',
  startsAt: '2026-11-24T06:00:00Z',
  endsAt: '2026-11-24T07:30:00Z',
  summary: '冬天血压怎么管',
  description: '早起那一次，为什么最要紧；家里的血压计，量得准不准\n带上药盒\\来问',
  location: '同景社区党群服务中心, 三楼 健康大讲堂',
  point: { lat: 29.5, lon: 106.6 },
  url: 'https://linli.example/session/0198b0c0',
  category: '健康大讲堂',
  sequence: 2,
  changedAt: '2026-11-20T01:02:03Z',
  cancelled: false,
}
const feedOf = (events: FeedEvent[], timeZone = 'Asia/Shanghai'): Feed => ({
  name: '同景社区 · 一周活动',
  description: '每次变动都会跟着变',
  timeZone,
  url: 'https://linli.example/ical/c/500108106003.ics',
  events,
})

describe('a calendar feed', () => {
  test('says everything again that went in', () => {
    const { events, properties, zones } = readIcal(writeFeed(feedOf([lecture])))
    expect(properties['X-WR-CALNAME']).toBe('同景社区 · 一周活动')
    expect([...zones]).toEqual(['Asia/Shanghai'])
    expect(events[0]?.['DTSTART']).toEqual({
      value: '20261124T140000',
      params: { TZID: 'Asia/Shanghai' },
    })
    expect(events[0]?.['DTEND']?.value).toBe('20261124T153000')
    for (const [name, value] of [
      ['UID', lecture.uid],
      ['SUMMARY', lecture.summary],
      ['DESCRIPTION', lecture.description],
      ['LOCATION', lecture.location],
      ['URL', lecture.url],
      ['SEQUENCE', '2'],
      ['STATUS', 'CONFIRMED'],
      ['LAST-MODIFIED', '20261120T010203Z'],
    ])
      expect(events[0]?.[name!]?.value).toBe(value)
  })

  test('a cancelled session stays in it, under the same UID', () => {
    const cancelled = { ...lecture, cancelled: true, sequence: 3 }
    const [event] = readIcal(writeFeed(feedOf([cancelled]))).events
    expect(event?.['STATUS']?.value).toBe('CANCELLED')
    expect(event?.['UID']?.value).toBe(lecture.uid)
  })

  test('without daylight saving the zone is one line of eight hours', () => {
    const text = writeFeed(feedOf([lecture]))
    expect(text.match(/BEGIN:(STANDARD|DAYLIGHT)/g)).toEqual(['BEGIN:STANDARD'])
    expect(text).toContain('TZOFFSETTO:+0800')
  })

  test('with it, every change of the clocks in reach is named', () => {
    const text = writeFeed(feedOf([lecture], 'America/New_York'))
    expect(text).toContain(
      'BEGIN:DAYLIGHT\r\nDTSTART:20260308T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400',
    )
    expect(text).toContain(
      'BEGIN:STANDARD\r\nDTSTART:20261101T020000\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500',
    )
  })

  test.each([
    ['long Chinese without a gap', '健'.repeat(300)],
    ['rare characters beyond the basic plane', `${'𠮷野家𪚥'.repeat(40)}`],
    [
      'what looks like calendar lines',
      'x\r\nEND:VEVENT\r\nBEGIN:VALARM\nATTACH:http://evil.example',
    ],
    ['what looks like parameters', 'a;b:c,d"e\\'],
    ['control characters', 'a\u0000b\u0007c\u001bd'],
  ])('%s stays inside its property', (_name, title) => {
    const { events } = readIcal(writeFeed(feedOf([{ ...lecture, summary: title }])))
    expect(events).toHaveLength(1)
    expect(events[0]?.['SUMMARY']?.value).toBe(
      title.replaceAll('\r\n', '\n').replaceAll(/[^\P{Cc}\n]/gu, ' '),
    )
  })

  test('nothing to show is a calendar all the same', () => {
    expect(readIcal(writeFeed(feedOf([]))).events).toEqual([])
  })
})
