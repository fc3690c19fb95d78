// Who lives in the communities of the demo and in their district: invented counts of the size such places have, by age for
// everybody, by sex and tenure for the grown-up.
import type { KnownFigure } from '#core/surveys/weighting.ts'

type Share = readonly [code: string, zh: string, en: string, share: number]
type Ages = readonly [children: number, young: number, middle: number, old: number]

/** In hundredths, from 18, 35 and 60 on. */
const places: Record<string, { people: number; ages: Ages }> = {
  '500108': { people: 1_216_000, ages: [15.4, 23.1, 38.9, 22.6] },
  '500108106003': { people: 16_780, ages: [14.3, 18.1, 36.4, 31.2] },
  '500108003005': { people: 5_810, ages: [11.9, 20.4, 40.2, 27.5] },
  '500108006008': { people: 8_270, ages: [16.1, 33.8, 37.7, 12.4] },
  '500108101001': { people: 5_500, ages: [11.4, 16.7, 42.1, 29.8] },
  '500108002005': { people: 4_750, ages: [16.7, 16.2, 38.8, 28.3] },
}

const sexes: Share[] = [
  ['f', '女', 'Women', 0.51],
  ['m', '男', 'Men', 0.49],
]
const tenures: Share[] = [
  ['own', '自有', 'Own', 0.63],
  ['rent', '租住', 'Rented', 0.27],
  ['kin', '子女或亲戚的', 'Of kin', 0.1],
]

const agesOf = ([children, young, middle, old]: Ages): Share[] => [
  ['a0', '18岁以下', 'Under 18', children / 100],
  ['a18', '18–34岁', '18–34', young / 100],
  ['a35', '35–49岁', '35–49', (middle * 0.61) / 100],
  ['a50', '50–59岁', '50–59', (middle * 0.39) / 100],
  ['a60', '60–69岁', '60–69', (old * 0.58) / 100],
  ['a70', '70岁及以上', '70 and over', (old * 0.42) / 100],
]

export const countedPlaces = Object.keys(places)

/** Empty: nobody counted there. */
export function figuresAt(code: string, asOf: string): KnownFigure[] {
  const place = places[code]
  if (place === undefined) return []
  const grown = place.people * (1 - place.ages[0] / 100)
  const figure = (dimension: string, [zh, en]: [string, string], shares: Share[], all: number) => ({
    dimension,
    title: { zh, en },
    asOf,
    source: '人口台账（演示）',
    categories: shares.map(([code_, labelZh, labelEn, share]) => ({
      code: code_,
      label: { zh: labelZh, en: labelEn },
      people: Math.round(all * share),
    })),
  })
  return [
    figure('age', ['年龄', 'Age'], agesOf(place.ages), place.people),
    figure('sex', ['性别（18岁以上）', 'Sex (18 and over)'], sexes, grown),
    figure('tenure', ['住房（18岁以上）', 'Tenure (18 and over)'], tenures, grown),
  ]
}
