// The catalogue of themes of a Chinese community, to begin with: which needs count for each, which resources carry it,
// which groups care. A place changes them and adds its own.
import type { GroupVoice, ResourceNeed, ThemeKind } from '#core/themes/kind.ts'

type Pair = readonly [zh: string, en: string]
const words = ([zh, en]: Pair) => ({ zh, en })

const groups = {
  old: {
    dimension: 'age',
    categories: ['a60', 'a70'],
    name: words(['60 岁及以上', '60 and over']),
  },
  young: { dimension: 'age', categories: ['a18'], name: words(['18 到 34 岁', '18 to 34']) },
  middle: {
    dimension: 'age',
    categories: ['a35', 'a50'],
    name: words(['35 到 59 岁', '35 to 59']),
  },
  children: { dimension: 'age', categories: ['a0'], name: words(['18 岁以下', 'under 18']) },
} as const

const voice = (group: keyof typeof groups, full: number): GroupVoice => ({
  ...groups[group],
  full,
})
const need = (category: string, weight: number, enough: number): ResourceNeed => ({
  category,
  weight,
  enough,
})

type Parts = Pick<ThemeKind, 'needs' | 'resources' | 'groups'>
const kind = (code: string, name: Pair, meaning: Pair, parts: Parts): ThemeKind => ({
  code,
  name: words(name),
  meaning: words(meaning),
  ...parts,
  offered: true,
})

export const themeKinds: readonly ThemeKind[] = [
  kind(
    'health',
    ['健康', 'Health'],
    ['看病买药近，慢病有人管，动得起来', 'Doctors nearby, help with chronic illness, ways to move'],
    {
      needs: ['clinic', 'chronic', 'fitness'],
      resources: [
        need('hospital', 3, 3),
        need('clinic', 2, 2),
        need('sports', 1, 2),
        need('pharmacy', 1, 3),
      ],
      groups: [voice('old', 35)],
    },
  ),
  kind(
    'family',
    ['和家', 'Family'],
    ['老有所养，小有所托，邻里像一家', 'Care for old and young, neighbours like a family'],
    {
      needs: ['family', 'eldercare', 'childcare', 'neighbours'],
      resources: [
        need('eldercare', 2, 2),
        need('childcare', 2, 2),
        need('socialWork', 1, 1),
        need('volunteers', 1, 2),
      ],
      groups: [voice('old', 35), voice('children', 25)],
    },
  ),
  kind(
    'street',
    ['烟火', 'Street life'],
    [
      '街上有人气，买菜吃饭方便，老街有味道',
      'A lively street, shops and food, an old street with character',
    ],
    {
      needs: ['market', 'culture', 'meals'],
      resources: [
        need('market', 2, 2),
        need('firm', 2, 4),
        need('artGroup', 1, 2),
        need('canteen', 1, 1),
      ],
      groups: [voice('middle', 50)],
    },
  ),
  kind(
    'smart',
    ['智慧', 'Smart'],
    ['数据多跑路，人少跑腿，老人也会用', 'Data travel so that people need not, also for the old'],
    {
      needs: ['smart', 'parking'],
      resources: [need('firm', 2, 4), need('lecturers', 1, 2), need('volunteers', 1, 3)],
      groups: [voice('young', 45)],
    },
  ),
  kind(
    'law',
    ['法治', 'Rule of law'],
    [
      '有事说得清，纠纷调得开，心里踏实',
      'Matters are clear, quarrels are settled, people feel safe',
    ],
    {
      needs: ['law', 'safety'],
      resources: [need('justice', 3, 1), need('police', 1, 1), need('volunteers', 1, 3)],
      groups: [voice('middle', 50)],
    },
  ),
  kind(
    'books',
    ['书香', 'Books'],
    ['读书、书画、听讲，大人小孩都有去处', 'Reading, painting and lectures for old and young'],
    {
      needs: ['culture', 'childcare'],
      resources: [need('library', 2, 2), need('school', 2, 3), need('lecturers', 1, 2)],
      groups: [voice('children', 25)],
    },
  ),
]
