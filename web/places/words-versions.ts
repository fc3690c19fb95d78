// What the page says on which the grids of two days stand side by side.
import type { Words } from '#core/kit/words.ts'
import type { ChangeView } from '#core/places/contract-in-force.ts'

export const versionsWords = {
  title: { zh: '两天对照', en: 'Two days side by side' },
  titleOf: { zh: '{name} · 网格两天对照', en: 'The grids of {name} on two days' },
  sub: {
    zh: '同一个社区，两天的网格。变了的着色。',
    en: 'One community on two days; what changed is tinted.',
  },
  fetching: { zh: '正在对照', en: 'Comparing' },
  left: { zh: '左边哪天', en: 'Day on the left' },
  right: { zh: '右边哪天', en: 'Day on the right' },
  jump: { zh: '哪次变动', en: 'Change' },
  changedOn: { zh: '{day}', en: '{day}' },
  coming: { zh: '{day}（还没到）', en: '{day} (to come)' },
  never: { zh: '这里的网格还没有变过。', en: 'The grids here have never changed.' },
  mapOf: { zh: '{day}的网格，{n}个', en: 'Grids of {day}: {n}' },
  mapLabel: { zh: '{name}，{day}的网格', en: '{name}, grids of {day}' },
  noMap: { zh: '这一天没有登记界线。', en: 'No outlines are known of that day.' },
  changes: { zh: '变了{n}处', en: 'Changes: {n}' },
  same: { zh: '这两天的网格一样。', en: 'The grids of these two days are the same.' },
  what: { zh: '怎么变的', en: 'What happened' },
  before: { zh: '原来', en: 'Before' },
  after: { zh: '后来', en: 'After' },
  ground: { zh: '地的进出', en: 'Ground' },
  moved: { zh: '进{gained}、出{lost}平方米', en: '+{gained} / −{lost} m²' },
} satisfies Record<string, Words>

export const changeWords: Record<ChangeView['kind'], Words> = {
  split: { zh: '拆分', en: 'split' },
  merged: { zh: '合并', en: 'merged' },
  recut: { zh: '重划', en: 'recut' },
  begun: { zh: '新设', en: 'new' },
  ended: { zh: '撤销', en: 'ended' },
  moved: { zh: '界线移了', en: 'border moved' },
  renamed: { zh: '改了名', en: 'renamed' },
}
