// Sentences of the moves by which one matter is heard from many sides: joined, still broken, called back, sampled,
// merged. The frame is in sentences.ts.

import type { Words } from '#core/kit/words.ts'
import {
  because,
  bracketed,
  fill,
  list,
  number,
  oneOf,
  same,
  text,
  until,
} from './sentence-parts.ts'
import type { Sentence } from './sentence-parts.ts'
import { gradeWords } from './words.ts'
import { invalidReasonWords } from './words-callback.ts'

const affectedToo: Sentence = (t) => {
  const merged = text(t.facts, 'merged')
  return fill(
    merged === null
      ? { zh: '又有{n}人反映同一问题。', en: '{n} more reported the same.' }
      : {
          zh: '又有{n}人反映同一问题（{merged} 并入本件）。',
          en: '{n} more reported the same ({merged} was merged into this one).',
        },
    { n: number(t.facts, 'n') ?? 1, merged: merged ?? '' },
  )
}

const gradeSaid = (grade: number | null): Words => {
  const words = grade === null ? undefined : (gradeWords as Record<number, Words>)[grade]
  return words === undefined
    ? same('')
    : fill({ zh: '，评价{grade}', en: ', rated {grade}' }, { grade: words })
}

const calledBack: Sentence = (t) =>
  t.facts['valid'] === true
    ? fill(
        t.facts['solved'] === true
          ? { zh: '回访有效：反映人说已解决{grade}。', en: 'Called back: solved{grade}.' }
          : { zh: '回访有效：反映人说没解决{grade}。', en: 'Called back: not solved{grade}.' },
        { grade: gradeSaid(number(t.facts, 'grade')) },
      )
    : fill(
        { zh: '回访无效：{code}。', en: 'Called back without an answer: {code}.' },
        {
          code: oneOf(invalidReasonWords, text(t.facts, 'code')) ?? invalidReasonWords.unreachable,
        },
      )

const sampled: Sentence = (t) =>
  fill(
    t.facts['judgement'] === 'not_done'
      ? {
          zh: '抽查发现未办结，重新办理{because}。',
          en: 'A sample check found it not done; it is done again{because}.',
        }
      : { zh: '抽查属实{because}。', en: 'A sample check found it done{because}.' },
    { because: bracketed(t) },
  )

const contactTakenBack: Sentence = (t) => {
  const taken = list(t.facts, 'taken')
  const parts = { name: { zh: '姓名', en: 'name' }, phone: { zh: '电话', en: 'number' } } as const
  const named = (lang: 'zh' | 'en') =>
    taken
      .map((part) => parts[part as keyof typeof parts][lang])
      .join(lang === 'zh' ? '和' : ' and ')
  if (taken.length > 0)
    return {
      zh: `反映人收回了留的${named('zh')}，已经删除。`,
      en: `The reporter took back the ${named('en')}; it was deleted.`,
    }
  return t.facts['calls'] === true
    ? { zh: '反映人说可以打电话回访。', en: 'The reporter may be called back.' }
    : { zh: '反映人说不要打电话回访。', en: 'The reporter asked not to be called back.' }
}

export const voiceSentences = {
  withdrawContact: contactTakenBack,
  affectedToo,
  stillBroken: ((t) =>
    fill(
      {
        zh: '附近居民反映仍未解决，重新办理{because}。',
        en: 'A neighbour says it is still broken; it is done again{because}.',
      },
      { because: because(t) },
    )) satisfies Sentence,
  callback: calledBack,
  sampleCheck: sampled,
  merge: ((t) =>
    fill(
      {
        zh: '与 {into} 是同一件事，合并办理{because}。',
        en: 'The same matter as {into}: handled together{because}.',
      },
      { into: text(t.facts, 'into') ?? '', because: bracketed(t) },
    )) satisfies Sentence,
  unmerge: ((t, n) =>
    fill(
      { zh: '拆分，单独办理{until}{because}。', en: 'Handled on its own again{until}{because}.' },
      {
        until: until(t, n, { zh: '，到期时间 {due}', en: ', due {due}' }),
        because: bracketed(t),
      },
    )) satisfies Sentence,
}
