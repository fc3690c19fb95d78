// Sentences of the way to the file: report, look, accept or not, contest, sort.
import type { Words } from '#core/kit/words.ts'
import { refusalReasons, tiers } from './case.ts'
import type { Tier } from './case.ts'
import {
  bare,
  because,
  bracketed,
  fill,
  named,
  number,
  oneOf,
  same,
  text,
} from './sentence-parts.ts'
import type { Sentence, Told } from './sentence-parts.ts'
import { matterWords, sourceWords } from './words.ts'
import { refusalReasonWords } from './words-moves.ts'

/** The layer that usually settles a tier: a small matter is "handled by the community". */
const layers: Readonly<Record<Tier, Words>> = {
  T1: { zh: '网格', en: 'grid' },
  T2: { zh: '社区', en: 'community' },
  T3: { zh: '街道', en: 'street' },
  T4: { zh: '区县', en: 'district' },
  T5: { zh: '市级', en: 'city' },
}

/** History of another system says so, and what it lacks. */
function importedFrom(t: Told): Words {
  const system = text(t.facts, 'imported')
  if (system === null) return same('')
  const remark = text(t.facts, 'remark')
  const why = remark === null ? null : (importRemarkWords[remark] ?? same(remark))
  return {
    zh: `由 ${system} 导入${why === null ? '' : `，${why.zh}，按未办结保留`}。`,
    en: ` Imported from ${system}${why === null ? '' : `; ${why.en}, so kept open`}.`,
  }
}

const importRemarkWords: Record<string, Words> = {
  closed_without_date: { zh: '原系统已办结但没有办结时间', en: 'closed there without a date' },
  closed_before_reported: {
    zh: '原系统办结时间早于上报时间',
    en: 'closed there before it was reported',
  },
  closing_date_impossible: { zh: '原系统办结时间不可能', en: 'closed there on an impossible date' },
}

export const reported: Sentence = (t, n) => {
  const values = {
    source: oneOf(sourceWords, text(t.facts, 'source')) ?? same(''),
    category: named(t.facts, 'categoryName') ?? { zh: '一件事', en: 'a matter' },
    place: n.area?.(number(t.facts, 'filedIn') ?? 0) ?? {
      zh: '地点待核对',
      en: 'place to be checked',
    },
    number:
      n.number === undefined ? same('') : { zh: `编号 ${n.number}。`, en: ` Number ${n.number}.` },
    imported: importedFrom(t),
  }
  return fill(
    {
      zh: '收到{source}反映：{category}，{place}。{number}{imported}',
      en: 'Received ({source}): {category}, {place}.{number}{imported}',
    },
    values,
  )
}

export const verifying: Sentence = (t) => {
  if (t.facts['calledOff'] === true)
    return { zh: '不再核实，按现有情况受理。', en: 'The look was called off.' }
  const post = text(t.facts, 'verifierPost') ?? ''
  return fill(
    { zh: '请{post}到现场核实。', en: 'Sent to look on the spot: {post}.' },
    {
      post: post === '' ? { zh: '网格', en: 'the grid' } : post,
    },
  )
}

export const verified: Sentence = (t) => {
  const found = t.facts['found'] === true
  return fill(
    { zh: '核实结果：{found}{because}。', en: 'Looked on the spot: {found}{because}.' },
    {
      found: found ? { zh: '属实', en: 'it is so' } : { zh: '没有发现', en: 'nothing was found' },
      because: because(t),
    },
  )
}

export const notAccepted: Sentence = (t) => {
  const body = text(t.facts, 'body')
  const code = oneOf(refusalReasonWords, text(t.facts, 'code'))
  return fill(
    { zh: '未立案：{code}{because}。{body}', en: 'Not filed: {code}{because}.{body}' },
    {
      code: code ?? refusalReasonWords[refusalReasons[0]],
      because: bracketed(t),
      body:
        body === null ? same('') : { zh: `这件事由${body}负责。`, en: ` This belongs to ${body}.` },
    },
  )
}

export const contestDecided: Sentence = (t) =>
  fill(
    t.facts['upheld'] === true
      ? { zh: '复核后予以立案{because}。', en: 'Reviewed, and filed{because}.' }
      : { zh: '复核维持原决定{because}。', en: 'Reviewed; the decision stands{because}.' },
    { because: because(t) },
  )

export const triaged: Sentence = (t) => {
  if (text(t.facts, 'matter') === 'private') {
    return fill(
      {
        zh: '属于个人事务，建议：{guidance}。',
        en: 'This is a private matter. Advice: {guidance}.',
      },
      { guidance: bare(text(t.facts, 'guidance')) },
    )
  }
  const tier = tiers.find((each) => each === text(t.facts, 'tier')) ?? 'T2'
  return fill(
    {
      zh: '属于{matter}，一般由{layer}办理。',
      en: 'Sorted as a {matter}, usually settled by the {layer}.',
    },
    {
      matter: oneOf(matterWords, text(t.facts, 'matter')) ?? matterWords.minor,
      layer: layers[tier],
    },
  )
}
