import { expect, test } from 'vitest'
import { faultsOfAnswers } from './answer-faults.ts'
import { question, questionnaire, words } from './blank.ts'
import { faultsOfQuestionnaire, mayOpen } from './questionnaire-faults.ts'
import {
  type Answers,
  type Condition,
  type Question,
  askedOf,
  countedAnswers,
  estimatedMinutes,
  textIn,
} from './question.ts'

const yesNo = [
  { code: 'yes', label: words('有') },
  { code: 'no', label: words('没有') },
]
const clinic = (condition: Condition | null) =>
  questionnaire([
    question('children', 'single', { options: yesNo }),
    question('stairs', 'rating', {
      scale: { from: 1, to: 5, low: words('差'), high: words('好') },
    }),
    question('school', 'shortText', { showIf: condition }),
    question('pickup', 'shortText', {
      showIf: { all: [{ question: 'children', has: ['yes'] }] },
    }),
  ])

test.each<[string, Condition | null, Answers, boolean]>([
  ['no condition', null, {}, true],
  ['has it', { all: [{ question: 'children', has: ['yes'] }] }, { children: 'yes' }, true],
  ['has it not', { all: [{ question: 'children', has: ['yes'] }] }, { children: 'no' }, false],
  ['unanswered has nothing', { all: [{ question: 'children', has: ['yes'] }] }, {}, false],
  ['not', { all: [{ question: 'children', has: ['yes'], not: true }] }, { children: 'no' }, true],
  [
    'a grade counts as text',
    { any: [{ question: 'stairs', has: ['1', '2'] }] },
    { stairs: 2 },
    true,
  ],
  [
    'all and any',
    {
      all: [{ question: 'children', has: ['yes'] }],
      any: [{ question: 'stairs', has: ['1'] }],
    },
    { children: 'yes', stairs: 4 },
    false,
  ],
])('routing: %s', (_name, condition, answers, asked) => {
  expect(askedOf(clinic(condition), answers).has('school')).toBe(asked)
})

test('whoever changes his mind was never asked what followed', () => {
  const form = clinic({ all: [{ question: 'pickup', has: ['x'], not: true }] })
  const answers: Answers = { children: 'no', pickup: '奶奶' }
  expect(askedOf(form, answers).has('pickup')).toBe(false)
  expect(countedAnswers(form, answers)).toEqual({ children: 'no' })
})

const options = ['a', 'b', 'c'].map((code) => ({ code, label: words(code) }))
const none = { code: 'none', label: words('都不是'), exclusive: true }
const rows = ['r1', 'r2'].map((code) => ({ code, label: words(code) }))
const scale = { from: 1, to: 5, low: words('差'), high: words('好') }
const hash = 'a'.repeat(64)

test.each<[Question['kind'], Partial<Question>, Answers[string], string | null]>([
  ['single', { options }, 'a', null],
  ['single', { options }, 'z', 'not one of the options'],
  ['single', { options }, ['a'], 'not one of the options'],
  ['multiple', { options: [...options, none] }, ['a', 'c'], null],
  ['multiple', { options, pickMax: 1 }, ['a', 'c'], 'at most 1'],
  ['multiple', { options: [...options, none] }, ['a', 'none'], 'stands alone'],
  ['multiple', { options }, [], 'at least one'],
  ['ranking', { options }, ['c', 'a', 'b'], null],
  ['ranking', { options }, ['c', 'c'], 'twice'],
  ['rating', { scale }, 3, null],
  ['rating', { scale }, 6, 'off the scale'],
  ['rating', { scale }, 2.5, 'a number'],
  ['matrix', { options, rows }, { r1: 'a', r2: 'c' }, null],
  ['matrix', { options, rows }, { r1: 'a' }, 'every row'],
  ['matrix', { options, rows }, { r1: 'z', r2: 'a' }, 'not one of the options'],
  ['number', { least: 0, most: 9 }, 4, null],
  ['number', { least: 0, most: 9 }, 10, 'at most 9'],
  ['number', { least: 0, most: 9 }, -1, 'at least 0'],
  ['date', {}, '2026-02-28', null],
  ['date', {}, '2026-02-30', 'a day that exists'],
  ['shortText', {}, '路灯', null],
  ['shortText', {}, ' ', 'a few words'],
  ['longText', {}, '字'.repeat(2001), 'At most 2000'],
  ['place', {}, '500108106003001', null],
  ['place', {}, '29.5,106.5', 'choose a grid'],
  ['photo', {}, [hash], null],
  ['photo', {}, ['x'], 'not uploaded'],
])('%s %j takes %j: %s', (kind, more, value, fault) => {
  const form = questionnaire([question('q', kind, { required: true, ...more })])
  const faults = faultsOfAnswers(form, { q: value })
  expect(faults.map((each) => each.words.en).join(' ')).toContain(fault ?? '')
  expect(faults.length).toBe(fault === null ? 0 : 1)
})

test('a screen insists on what is required, paper does not, and routing frees of it', () => {
  const form = questionnaire([
    question('children', 'single', { options: yesNo, required: true }),
    question('age', 'number', {
      required: true,
      showIf: { all: [{ question: 'children', has: ['yes'] }] },
    }),
  ])
  expect(faultsOfAnswers(form, {}).map(({ question: code }) => code)).toEqual(['children'])
  expect(faultsOfAnswers(form, {}, false)).toEqual([])
  expect(faultsOfAnswers(form, { children: 'no' })).toEqual([])
  expect(faultsOfAnswers(form, { children: 'yes' }).map((each) => each.question)).toEqual(['age'])
  expect(faultsOfAnswers(form, { children: 'no', shoe: 42 }).map((each) => each.question)).toEqual([
    'shoe',
  ])
})

test.each<[string, Partial<Question>, string, string]>([
  [
    'a question of one option',
    { kind: 'single', options: options.slice(0, 1) },
    'options',
    'two options',
  ],
  ['a matrix without rows', { kind: 'matrix', options }, 'rows', 'at least one row'],
  ['a rating without a scale', { kind: 'rating' }, 'scale', 'scale'],
  ['more picks than options', { kind: 'multiple', options, pickMax: 4 }, 'pickMax', 'between 1'],
  ['no purpose', { kind: 'date', purpose: words('') }, 'purpose', 'why this is asked'],
  ['kept for ever', { kind: 'date', keepMonths: 999 }, 'keepMonths', '120 months'],
  ['the least above the most', { kind: 'number', least: 3, most: 1 }, 'least', 'more than'],
  ['a strange code', { kind: 'date', code: '1 a' }, 'code', 'begins with a letter'],
  ['options on a text', { kind: 'shortText', options }, 'options', 'has no options'],
  [
    'a condition on what comes later',
    { kind: 'date', showIf: { all: [{ question: 'later', has: ['a'] }] } },
    'showIf',
    'does not come before',
  ],
  [
    'a condition on an option that is none',
    { kind: 'date', showIf: { all: [{ question: 'first', has: ['z'] }] } },
    'showIf',
    'does not exist',
  ],
  ['a name asked for', { kind: 'shortText', title: words('您的姓名') }, 'title', 'who answered'],
])('its author hears of %s at the place', (_name, more, place, sentence) => {
  const form = questionnaire([
    question('first', 'single', { options }),
    question('q', more.kind ?? 'date', more),
  ])
  const faults = faultsOfQuestionnaire(form)
  expect(faults.map(({ at }) => at)).toContain(`sections.0.questions.1.${place}`)
  expect(faults.map((fault) => fault.words.en).join(' ')).toContain(sentence)
})

test('missing English is advice, a missing option stops', () => {
  const form = questionnaire([
    question('q', 'single', { options, title: { zh: '几口人', en: '' } }),
  ])
  expect(faultsOfQuestionnaire(form).map(({ stops }) => stops)).toEqual([false])
  expect(mayOpen(form)).toBe(true)
  expect(textIn(form.sections[0]?.questions[0]?.title ?? words(''), 'en')).toBe('几口人')
})

test('forty questions take some ten minutes, and one takes one', () => {
  const many = Array.from({ length: 40 }, (_, index) =>
    question(`q${index}`, 'single', { options }),
  )
  expect(estimatedMinutes(questionnaire(many))).toBeGreaterThanOrEqual(5)
  expect(estimatedMinutes(questionnaire(many))).toBeLessThanOrEqual(12)
  expect(estimatedMinutes(questionnaire(many.slice(0, 1)))).toBe(1)
})
