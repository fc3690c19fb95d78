// Orders of the hotline: what is read of a word, what of the caller stays out of the case, and what there is to answer.
import { describe, expect, test } from 'vitest'
import { said } from '#testing/case-stories.ts'
import {
  type Story,
  area,
  closed,
  filed,
  handling,
  job,
  people,
  reported,
} from '#testing/case-town.ts'
import { guessOrderColumns, mappingFor, missingHeadings } from './order-mapping.ts'
import { calledNames, placeNamed, placeWithin } from './order-place.ts'
import {
  type OrderAnswer,
  type OrderDraft,
  answerOf,
  isNews,
  kindOf,
  saysYes,
  withoutCaller,
  wordsOfCase,
} from './order.ts'

const { chen, he, qian, wu } = people
const answer = (story: Story, caseNumber = story.file.number): OrderAnswer =>
  answerOf(story.file, { caseNumber, handledBy: '消防岗' })

describe('what is read', () => {
  test.each([
    ['投诉举报', 'complaint'],
    ['举报', 'report'],
    ['咨询类', 'consult'],
    ['求助', 'help'],
    ['意见建议', 'suggestion'],
    ['表扬', 'praise'],
    ['complaint', 'complaint'],
    ['', 'other'],
    ['🙂', 'other'],
  ])('the kind %s is %s', (text, kind) => expect(kindOf(text)).toBe(kind))

  test.each([
    ['是', true],
    ['特急', true],
    ['１', true],
    ['要求保密', true],
    ['否', false],
    ['一般', false],
    ['不保密', false],
    ['', false],
    ['０', false],
  ])('%s is a yes: %s', (text, yes) => expect(saysYes(text)).toBe(yes))
})

describe('the caller stays out of the words of the case', () => {
  const caller = { name: '王秀兰', phone: '13800000141' }
  test.each([
    ['王秀兰反映路灯不亮，电话13800000141', '〔来电人〕反映路灯不亮，电话〔来电号码〕'],
    ['请回 +86 138-0000-0141', '请回 〔来电号码〕'],
    ['物业电话 62450000，车牌 1380000014100', '物业电话 62450000，车牌 1380000014100'],
  ])('%s', (text, left) => expect(withoutCaller(text, caller)).toBe(left))

  test('a single letter is no name, and nobody is nobody', () => {
    expect(withoutCaller('王家院子', { name: '王', phone: '' })).toBe('王家院子')
    expect(withoutCaller('（.*）', { name: '(.*)', phone: '12' })).toBe('（.*）')
  })

  const draft: OrderDraft = {
    number: 'GD1',
    receivedAt: null,
    signBy: null,
    answerBy: null,
    kind: 'help',
    urgent: false,
    confidential: true,
    name: '王秀兰',
    phone: '',
    text: '王秀兰说楼上漏水',
    address: '',
    area: '',
    words: '',
    point: null,
  }
  test('the wish for confidence stands first', () =>
    expect(wordsOfCase(draft)).toBe('〔来电人要求保密〕〔来电人〕说楼上漏水'))
  test('what is too long says where the rest is, and no letter is cut in half', () => {
    const words = wordsOfCase({ ...draft, confidential: false, text: '🏮'.repeat(3000) })
    expect(words.length).toBeLessThanOrEqual(4000)
    expect(words).toContain('余下见热线工单 GD1')
    expect(words.isWellFormed()).toBe(true)
  })
})

describe('columns', () => {
  const headings = ['工单编号', '标题', '诉求内容', '来电号码', '办理期限', '是否公开']
  test('usual headings are known, a title goes before its text', () =>
    expect(guessOrderColumns(headings)).toEqual({
      number: '工单编号',
      text: ['标题', '诉求内容'],
      phone: '来电号码',
      answerBy: '办理期限',
    }))
  test('yesterday’s file says how today’s is read, as long as it has the same headings', () => {
    const kept = { columns: { number: '流水', text: '说明' }, areas: { 同景: '500108106003' } }
    expect(mappingFor(['流水', '说明'], kept)).toBe(kept)
    expect(mappingFor(headings, kept)).toMatchObject({
      columns: { number: '工单编号' },
      areas: { 同景: '500108106003' },
    })
    expect(missingHeadings(kept, headings)).toEqual(['流水', '说明'])
  })
})

describe('a place by its name', () => {
  const places = [
    { code: '3', names: calledNames('同景社区') },
    { code: '4', names: calledNames('邻水社区') },
    { code: '5', names: calledNames('邻水新村社区') },
  ]
  test.each([
    ['同景社区', '3'],
    ['同景', '3'],
    ['3', '3'],
    ['邻水', '4'],
    ['', null],
    ['河对岸', null],
  ])('the cell %s is %s', (text, code) => expect(placeNamed(text, places)).toBe(code))
  test.each([
    ['长生桥镇同景国际城 3 栋', '3'],
    ['邻水新村社区路口', '5'],
    ['同景社区与邻水社区交界', null],
    ['江边', null],
  ])('in %s stands %s', (text, code) => expect(placeWithin(text, places)).toBe(code))
})

describe('what is answered', () => {
  const street = { home: area.street, source: 'HOTLINE_12345' } as const
  test('nothing, until somebody signs for it', () => {
    const waiting = answer(reported(street))
    expect(waiting.status).toBe('waiting')
    expect(isNews(null, waiting)).toBe(false)
    const signed = answer(reported(street).by(chen).accept())
    expect(signed).toMatchObject({ status: 'handling', result: null, voice: null })
    expect(isNews(null, signed)).toBe(true)
    expect(isNews(signed, { ...signed })).toBe(false)
  })
  test('sent back: why, and whose it is', () => {
    const story = reported(street).by(chen).notAccept({ body: '水务公司' })
    expect(answer(story)).toMatchObject({
      status: 'returned',
      returnReason: 'other_body',
      returnTo: '水务公司',
      signedAt: null,
    })
  })
  test('more time: asked for, granted, and the day it moved to', () => {
    const story = handling().by(qian).requestExtension()
    expect(answer(story)).toMatchObject({ status: 'handling', extension: 'open' })
    const due = answer(story).dueAt ?? ''
    const granted = answer(story.by(he).grantExtension())
    expect(granted.extension).toBe('granted')
    expect((granted.dueAt ?? '') > due).toBe(true)
  })
  test('closed: the outcome, the words and who did it; then what the caller says', () => {
    const story = closed()
    const told = answer(story)
    expect(told).toMatchObject({ status: 'answered', outcome: 'solved', handledBy: '消防岗' })
    expect(told).toMatchObject({ voice: null, solved: null, satisfaction: null })
    const confirmed = answer(said(story.copy(), 'confirm'))
    expect(confirmed).toMatchObject({ status: 'answered', voice: 'confirm', solved: true })
    expect(isNews(told, confirmed)).toBe(true)
    const objected = answer(said(story.copy(), 'object'))
    expect(objected).toMatchObject({
      status: 'handling',
      voice: 'object',
      solved: false,
      reopened: 1,
    })
    expect(objected.result).toBeNull() // What was answered is taken back with the round.
    const silent = story.at('2026-03-10 09:31').by(job).windowPasses()
    expect(answer(silent)).toMatchObject({ voice: 'silence', solved: null })
    expect(answer(silent.by(wu).callback({ solved: true, grade: 4 }))).toMatchObject({
      voice: 'silence',
      solved: true,
      satisfaction: 4,
    })
  })
  test('of a matter that several reported the result is told, not another’s last word', () => {
    const story = said(closed(), 'confirm')
    expect(answer(story, '500108106003-26-00002')).toMatchObject({
      status: 'answered',
      mergedInto: story.file.number,
      voice: null,
      solved: null,
    })
  })
  test('void is said as what it is', () =>
    expect(answer(filed().by(he).void()).status).toBe('withdrawn'))
})
