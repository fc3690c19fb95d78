// Fifteen invented cases of one March in one grid: the example by which the definitions page shows what is counted. Each is
// the lines of a journal (loop.md 7.4) and a sentence about them.

import type { JournalEntry } from '#core/cases/case-history.ts'
import type { Words } from '#core/kit/words.ts'

type Line = readonly [day: string, move: string, facts?: Partial<JournalEntry>]
export type ExampleCase = { n: number; words: Words; lines: readonly Line[] }

const at = (day: string): string => {
  const [date = '', time = '09:00'] = day.split(' ')
  return `2026-03-${date.padStart(2, '0')}T${time}:00+08:00`
}
const until = (day: string, time = '18:00'): string => at(`${day} ${time}`)

const web = (place: string, category = 'P01-37', contact = true): Partial<JournalEntry> => ({
  source: 'RESIDENT_WEB',
  category,
  place,
  filedIn: 'grid',
  contact,
})
const found = (place: string, category: string): Partial<JournalEntry> => ({
  source: 'GRID_PATROL',
  category,
  place,
  filedIn: 'grid',
})
/** Given out with a limit for the work and one for the whole. */
const due = (handle: string, whole: string, respond?: string): Partial<JournalEntry> => ({
  tier: 'T2',
  leg: '1',
  parent: null,
  unit: 'unit',
  handleDue: until(handle),
  wholeDue: until(whole),
  ...(respond !== undefined && { respondDue: until(respond) }),
})

export const exampleCases: readonly ExampleCase[] = [
  {
    n: 1,
    words: {
      zh: '路灯不亮，网上来的。当天联系，第3天办好，第4天结案；反映人确认，5分。抽查：办好了。',
      en: 'A lamp, from the web. Called the same day, done on day 3, closed on day 4; confirmed, grade 5. Sampled: done.',
    },
    lines: [
      ['2', 'report', web('p1')],
      ['2 10:00', 'accept', { tier: 'T2' }],
      ['2 10:30', 'dispatch', due('6', '9', '3')],
      ['2 15:00', 'contact', { reached: true }],
      ['5 10:30', 'handle'],
      ['5 15:00', 'checkPass'],
      ['6', 'close', { outcome: 'solved' }],
      ['7', 'confirm'],
      ['7 09:05', 'rate', { grade: 5 }],
      ['9', 'sampleCheck', { judgement: 'done' }],
    ],
  },
  {
    n: 2,
    words: {
      zh: '巡查看见垃圾，当场扫干净。抽查：办好了。',
      en: 'Litter seen on patrol and swept on the spot. Sampled: done.',
    },
    lines: [
      ['2', 'report', found('p2', 'E01-12')],
      ['2 09:20', 'selfHandle', { tier: 'T1' }],
      ['3', 'close', { outcome: 'solved' }],
      ['5', 'sampleCheck', { judgement: 'done' }],
    ],
  },
  {
    n: 3,
    words: {
      zh: '巡查报的小广告，当场办结。抽查：其实还在，重开了。',
      en: 'Stickers found and said to be removed. Sampled: still there, reopened.',
    },
    lines: [
      ['3', 'report', found('p3', 'E02-01')],
      ['3 09:30', 'selfHandle', { tier: 'T1' }],
      ['4', 'close', { outcome: 'solved' }],
      ['6', 'sampleCheck', { judgement: 'not_done' }],
      ['6', 'reopen', { by: 'sample' }],
      ['6 10:00', 'dispatch', due('11', '13')],
      ['9', 'handle'],
      ['9 10:00', 'checkPass'],
      ['9 11:00', 'close', { outcome: 'solved' }],
    ],
  },
  {
    n: 4,
    words: {
      zh: '井盖响，电话来的。晚两天办好，也晚了结案；回访说办好了，4分。',
      en: 'A rattling cover, by phone. Two days late, and closed late; called back: done, grade 4.',
    },
    lines: [
      ['3', 'report', { ...web('p4', 'P01-01'), source: 'RESIDENT_PHONE' }],
      ['3 10:00', 'accept', { tier: 'T2' }],
      ['3 11:00', 'dispatch', due('5', '6', '4')],
      ['4 10:00', 'contact', { reached: true }],
      ['7 18:00', 'handle'],
      ['8', 'checkPass'],
      ['8 10:00', 'close', { outcome: 'solved' }],
      ['12', 'callback', { valid: true, solved: true, grade: 4 }],
    ],
  },
  {
    n: 5,
    words: {
      zh: '派错了单位，退回改派一次；按期办好结案。反映人没有回应。',
      en: 'Sent to the wrong unit, returned and rerouted; done and closed in time. The reporter said nothing.',
    },
    lines: [
      ['4', 'report', web('p5', 'E03-01')],
      ['4 10:00', 'accept', { tier: 'T3' }],
      ['4 11:00', 'dispatch', due('11', '13', '5')],
      ['4 15:00', 'return', { reason: 'not_ours' }],
      ['5', 'reroute', { leg: '2', fromLeg: '1', reason: 'wrong_dispatch' }],
      ['5 10:00', 'contact', { reached: true }],
      ['9', 'handle'],
      ['9 14:00', 'checkPass'],
      ['10', 'close', { outcome: 'solved' }],
      ['17', 'windowPasses'],
    ],
  },
  {
    n: 6,
    words: {
      zh: '核查不通过，返工一次；批过一次延期，按新的期限办好。3分。',
      en: 'Failed a check and was done again; given more time once, done by the new limit. Grade 3.',
    },
    lines: [
      ['4', 'report', web('p6', 'P03-05')],
      ['4 10:00', 'accept', { tier: 'T2' }],
      ['4 10:30', 'dispatch', due('9', '11', '5')],
      ['4 16:00', 'contact', { reached: true }],
      ['8', 'grantExtension', { handleDue: until('12'), wholeDue: until('16') }],
      ['10', 'handle'],
      ['10 14:00', 'checkFail'],
      ['11 16:00', 'handle'],
      ['12', 'checkPass'],
      ['12 10:00', 'close', { outcome: 'solved' }],
      ['13', 'confirm'],
      ['13 09:10', 'rate', { grade: 3 }],
    ],
  },
  {
    n: 7,
    words: {
      zh: '按期结案，反映人不认可，重新办：第2轮还在办，期限没到。',
      en: 'Closed in time, the reporter objected: the second round is open and not due yet.',
    },
    lines: [
      ['5', 'report', web('p7')],
      ['5 10:00', 'accept', { tier: 'T2' }],
      ['5 10:30', 'dispatch', due('10', '12', '6')],
      ['8 12:00', 'contact', { reached: true }],
      ['9', 'handle'],
      ['9 15:00', 'checkPass'],
      ['10', 'close', { outcome: 'solved' }],
      ['14', 'object'],
      [
        '29',
        'dispatch',
        {
          ...due('31', '31'),
          handleDue: '2026-04-03T18:00:00+08:00',
          wholeDue: '2026-04-07T18:00:00+08:00',
        },
      ],
    ],
  },
  {
    n: 8,
    words: {
      zh: '过了期限，到月底还没办好。',
      en: 'Past its limit, and still open at the end of the month.',
    },
    lines: [
      ['6', 'report', { ...web('p8', 'E01-01'), source: 'HOTLINE_12345' }],
      ['6 10:00', 'accept', { tier: 'T3' }],
      ['6 11:00', 'dispatch', due('16', '18', '7')],
    ],
  },
  {
    n: 9,
    words: {
      zh: '同一盏路灯又不亮（和1号同一处、同一类）；还没到期限。',
      en: 'The lamp of case 1 is out again; not due yet.',
    },
    lines: [
      ['28', 'report', { ...web('p1'), contact: false }],
      ['28 10:00', 'accept', { tier: 'T2' }],
      [
        '28 10:30',
        'dispatch',
        {
          ...due('31', '31'),
          handleDue: '2026-04-02T18:00:00+08:00',
          wholeDue: '2026-04-06T18:00:00+08:00',
        },
      ],
    ],
  },
  {
    n: 10,
    words: {
      zh: '挂账：等改造，期限停表。',
      en: 'Suspended until a renovation: its limits stand still.',
    },
    lines: [
      ['9', 'report', { ...web('p10', 'P01-81'), source: 'COUNTER', contact: false }],
      ['9 10:00', 'accept', { tier: 'T3' }],
      ['9 11:00', 'dispatch', due('20', '24')],
      ['12', 'suspend', { handleDue: null, wholeDue: null }],
    ],
  },
  {
    n: 11,
    words: {
      zh: '积水要几家一起办：街道吹哨叫了2家，1家准时到、1家没到；往上交了一层，按期办好。',
      en: 'Flooding that needs several: two units were called, one came in time, one did not; handed up a layer, done in time.',
    },
    lines: [
      ['10', 'report', { ...found('p11', 'E05-01'), source: 'DEVICE' }],
      ['10 09:10', 'accept', { tier: 'T3' }],
      ['10 09:20', 'dispatch', due('17', '19')],
      ['10 10:00', 'whistle', { whistle: '1', units: ['a', 'b'], meetBy: until('10', '14:00') }],
      ['10 11:30', 'dispatch', { leg: '2', parent: '1', tier: 'T4' }],
      ['10 13:00', 'arrive', { whistle: '1', unit: 'a' }],
      ['13', 'handle'],
      ['13 15:00', 'checkPass'],
      ['14', 'close', { outcome: 'solved' }],
    ],
  },
  {
    n: 12,
    words: {
      zh: '个人之间的事，讲明去处后结案。',
      en: 'A private matter, closed with guidance.',
    },
    lines: [
      ['11', 'report', { ...web('p12', 'C01-01'), contact: false }],
      ['11 10:00', 'accept', { tier: 'T2' }],
      ['11 10:30', 'triage', { matter: 'private', outcome: 'guided' }],
    ],
  },
  {
    n: 13,
    words: {
      zh: '没有立案：归供电公司管，告诉了反映人。',
      en: 'Not filed: it is the power company’s, and the reporter was told.',
    },
    lines: [
      ['12', 'report', web('p13', 'P01-37', false)],
      ['12 11:00', 'notAccept', { reason: 'other_body' }],
    ],
  },
  {
    n: 14,
    words: {
      zh: '和8号是同一件事，合并办理。',
      en: 'The same matter as case 8: merged.',
    },
    lines: [
      ['13', 'report', web('p8', 'E01-01', false)],
      ['13 10:00', 'accept', { tier: 'T3' }],
      ['13 11:00', 'merge', { into: '8' }],
    ],
  },
  {
    n: 15,
    words: { zh: '试一下系统录的，作废。', en: 'Entered to try the system: void.' },
    lines: [
      ['16', 'report', found('p15', 'E01-12')],
      ['16 09:30', 'void', { reason: 'test_entry' }],
    ],
  },
]

export const exampleJournal: readonly JournalEntry[] = exampleCases
  .flatMap(({ n, lines }) =>
    lines.map(([day, move, facts]) => ({ at: at(day), case: String(n), move, ...facts })),
  )
  .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
