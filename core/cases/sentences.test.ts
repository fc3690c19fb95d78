// The journal read aloud: every move has a sentence of its own, in two languages, without a gap.
import { limitWords } from './words-limits.ts'
import { describe, expect, test } from 'vitest'
import {
  asked,
  extended,
  guided,
  onward,
  returned,
  reworked,
  said,
  selfHandled,
  suspended,
  suspensionAsked,
  waiting,
} from '#testing/case-stories.ts'
import { closed, handling, job, people, reported } from '#testing/case-town.ts'
import type { Story } from '#testing/case-town.ts'
import { moves } from './moves.ts'
import { publicSentenceOf, sentenceOf, whoOf } from './sentences.ts'
import type { Naming } from './sentences.ts'

const { chen, feng, guo, he, qian, wu, pan } = people

const naming: Naming = {
  number: '500108106003-26-00001',
  area: (id) => (id === 10 ? { zh: '同景社区', en: 'Tongjing' } : { zh: '第一网格', en: 'Grid 1' }),
  receiver: (leg) => ({ zh: `第${leg}手`, en: `hand ${leg}` }),
  giver: () => ({ zh: '同景社区', en: 'Tongjing' }),
}
const last = (story: Story) => sentenceOf(story.entries.at(-1)!, naming).zh
const lastPublic = (story: Story) => publicSentenceOf(story.entries.at(-1)!, naming).zh

describe('a sentence', () => {
  test.each<[string, () => Story]>([
    ['收到居民网上反映：路灯不亮，第一网格。编号 500108106003-26-00001。', () => reported()],
    ['请网格员到现场核实。', () => reported().by(wu).verifyBeforeFiling()],
    [
      '核实结果：属实：去看了。',
      () => reported().by(wu).verifyBeforeFiling().by(people.zhou).verified(),
    ],
    ['已立案，由同景社区负责跟到底。', () => reported().by(wu).accept()],
    [
      '未立案：由其他单位负责（按规定办理）。这件事由供电公司负责。',
      () => reported().by(wu).notAccept(),
    ],
    ['属于小事，一般由社区办理。', () => reported().by(wu).accept().by(wu).triage()],
    ['属于个人事务，建议：找调解员 周三下午调解室。', () => guided()],
    ['反映人提出异议：我不同意。', () => said(guided(), 'contest')],
    [
      '复核维持原决定：按规定办理。',
      () => said(guided(), 'contest').by(chen).decideContest({ upheld: false }),
    ],
    [
      '已派给单位20，3月6日 09:00 前办结。',
      () => reported().by(wu).accept().by(wu).triage().by(wu).dispatch(),
    ],
    ['交单位21继续办理，3月6日 09:00 前办结。', () => onward()],
    ['第1手已接单。', () => handling()],
    ['网格员现场处理完毕。', () => selfHandled()],
    ['第1手退回：不归我们管（按规定办理）。时限继续计算。', () => returned()],
    ['改派给单位22：按规定办理。', () => returned().by(wu).reroute()],
    ['核对后仍由单位20办理：按规定办理。', () => returned().by(wu).uphold()],
    [
      '更正层级：二级·社区→三级·街道，原因：按规定办理。到期时间 3月10日 09:00。',
      () => handling().by(wu).correct(),
    ],
    ['单位22协助办理。', () => handling().by(qian).addAssist()],
    [
      '第2手已办完协助的部分：按规定办理。',
      () => handling().by(qian).addAssist().by(pan).assistDone(),
    ],
    [
      '不再请第2手协办：按规定办理。',
      () => handling().by(qian).addAssist().by(qian).withdrawAssist(),
    ],
    ['不同意挂账：按规定办理。', () => suspensionAsked().by(he).refuseSuspension()],
    ['已联系反映人（电话）。', () => handling().by(qian).contact()],
    ['申请延期 1 工作日：按规定办理。', () => asked()],
    ['同意延期至 3月9日 09:00：按规定办理。', () => extended()],
    ['暂时无法解决：等专项资金。4月2日 前复查。', () => suspended()],
    ['请反映人补充：是哪一盏灯？', () => waiting()],
    ['等待期满，按现有情况继续办理。', () => waiting().at('2026-03-10 09:00').by(job).answer()],
    ['核查未通过：灯又灭了。退回返工。', () => reworked()],
    [
      '核查通过（现场看）。',
      () => onward().by(guo).acceptDuty().by(guo).handle().by(feng).checkPass(),
    ],
    [
      '已结案：灯修好了。3月10日 09:30 前可以说办好了没有，3月18日 09:30 前可以要求重开。',
      () => closed(),
    ],
    ['反映人确认已解决。', () => said(closed(), 'confirm')],
    ['反映人要求重开：又不亮了。', () => said(closed(), 'reopen')],
    ['作废：测试件（按规定办理）。', () => reported().by(he).void()],
  ])('%s', (sentence, story) => {
    expect(last(story())).toBe(sentence)
  })
  test('is whole in both languages even without names', () => {
    for (const move of moves) {
      const words = sentenceOf({ move, to: 'HANDLING', facts: {}, reason: null })
      expect(`${move} ${words.zh} ${words.en}`).not.toMatch(/[{}]|undefined|null|NaN/)
      expect(words.zh).toMatch(/。$/)
    }
  })
})

describe('what anybody reads', () => {
  test('leaves out what the reporter and the unit wrote', () => {
    expect(lastPublic(said(closed(), 'reopen'))).toBe('反映人要求重开。')
    expect(lastPublic(returned())).toBe('第1手退回：不归我们管。时限继续计算。')
  })
  test('keeps the reasons that were asked for as public ones', () => {
    expect(lastPublic(suspended())).toBe('暂时无法解决：等专项资金。4月2日 前复查。')
  })
})

test('who did it is said by post', () => {
  const entry = (
    actorKind: 'person' | 'voice' | 'job',
    role: string | null,
    onBehalf: string | null,
  ) => whoOf({ actorKind, role, onBehalf }).zh
  expect([
    entry('person', 'communityDuty', null),
    entry('voice', null, null),
    entry('job', null, null),
  ]).toEqual(['社区值班员', '反映人', '系统自动'])
  expect(entry('person', 'communityDuty', '电话')).toBe('社区值班员代反映人')
})

test('one of a unit is one, in English too', () => {
  expect(limitWords({ kind: 'WORK_DAY', amount: 1 })).toEqual({ zh: '1 工作日', en: '1 work day' })
  expect(limitWords({ kind: 'URGENT_HOUR', amount: 2 }).en).toBe('2 urgent hours')
})
