// Sentences of the whistle: who was called where by when, who came, and what came of it.
import { fill, momentWords, named, number, same, text, because } from './sentence-parts.ts'
import type { Naming, Sentence, Told } from './sentence-parts.ts'
import type { Words } from '#core/kit/words.ts'

const layerOf = (t: Told, n: Naming): Words =>
  n.area?.(number(t.facts, 'layer') ?? 0) ?? { zh: '街道', en: 'The street' }
const unitName = (t: Told): Words =>
  named(t.facts, 'name') ?? { zh: '被召集的单位', en: 'A unit that was called' }

const whistled: Sentence = (t, n) => {
  const units = t.facts['units']
  const by = text(t.facts, 'meetBy')
  return fill(
    {
      zh: '{layer}召集{n}个单位于{by} 前到场{because}。',
      en: '{layer} calls {n} units to be there by {by}{because}.',
    },
    {
      layer: layerOf(t, n),
      n: Array.isArray(units) ? units.length : 0,
      by: by === null ? same('') : momentWords(by, n.timeZone ?? 'Asia/Shanghai'),
      because: because(t),
    },
  )
}

const arrived: Sentence = (t) =>
  fill(
    { zh: '{unit}已到场{late}{seen}。', en: '{unit} has arrived{late}{seen}.' },
    {
      unit: unitName(t),
      late:
        t.facts['late'] === true
          ? { zh: '，晚于约定的时间', en: ', after the time set' }
          : same(''),
      seen:
        t.facts['witnessed'] === true
          ? { zh: '（召集方见证）', en: ' (as the caller saw)' }
          : same(''),
    },
  )

const whistleSettled: Sentence = (t) => {
  const plan = text(t.facts, 'words')
  return fill(
    {
      zh: '会商完毕，{arrived}个单位到场{plan}{because}。',
      en: 'Settled together; {arrived} units came{plan}{because}.',
    },
    {
      arrived: number(t.facts, 'arrived') ?? 0,
      plan: plan === null ? same('') : { zh: `，商定：${plan}`, en: `; agreed: ${plan}` },
      because: because(t),
    },
  )
}

const meetingPassed: Sentence = (t, n) => {
  const by = text(t.facts, 'meetBy')
  return fill(
    {
      zh: '约定的到场时间{by}已过，{called}个单位到了{arrived}个。',
      en: 'The time to meet, {by}, has passed; {arrived} of {called} units came.',
    },
    {
      by: by === null ? same('') : momentWords(by, n.timeZone ?? 'Asia/Shanghai'),
      called: number(t.facts, 'called') ?? 0,
      arrived: number(t.facts, 'arrived') ?? 0,
    },
  )
}

const whistleRated: Sentence = (t) =>
  fill(
    { zh: '{unit}评价了这次召集。', en: '{unit} rated how it was called.' },
    { unit: unitName(t) },
  )

export const whistleSentences = {
  whistle: whistled,
  arrive: arrived,
  settleWhistle: whistleSettled,
  rateWhistle: whistleRated,
  meetByPasses: meetingPassed,
} satisfies Record<string, Sentence>
