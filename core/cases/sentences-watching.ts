// Sentences of urging and supervising: who asks for it to move, and what was answered.
import { because, fill, momentWords, number, same, text, legOf } from './sentence-parts.ts'
import type { Naming, Sentence, Told } from './sentence-parts.ts'

const layerOf = (t: Told, n: Naming) =>
  n.area?.(number(t.facts, 'layer') ?? 0) ?? { zh: '上级', en: 'The layer above' }

export const urged: Sentence = (t) =>
  fill(
    text(t.facts, 'by') === 'staff'
      ? { zh: '催办{because}。', en: 'Urged{because}.' }
      : { zh: '反映人催办{because}。', en: 'The reporter urges{because}.' },
    { because: because(t) },
  )

export const supervised: Sentence = (t, n) => {
  const by = text(t.facts, 'answerBy')
  return fill(
    {
      zh: '{layer}督办，{by} 前答复{because}。',
      en: '{layer} supervises it; an answer is due {by}{because}.',
    },
    {
      layer: layerOf(t, n),
      by: by === null ? same('') : momentWords(by, n.timeZone ?? 'Asia/Shanghai'),
      because: because(t),
    },
  )
}

export const answeredSupervision: Sentence = (t, n) =>
  fill(
    { zh: '{unit}答复{layer}督办{because}。', en: '{unit} answers {layer}{because}.' },
    {
      unit:
        number(t.facts, 'leg') === null
          ? { zh: '受理单位', en: 'The receiving office' }
          : legOf(t, n),
      layer: layerOf(t, n),
      because: because(t),
    },
  )
