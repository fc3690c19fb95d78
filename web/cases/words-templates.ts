// What the templates for replies say at the desk.
import type { Words } from '#core/kit/words.ts'

export const templateWords = {
  pick: { zh: '用答复模板', en: 'Use a template' },
  pickHint: {
    zh: '填进文字里，还可以改；发出的是您留下的。',
    en: 'Goes into the text, which stays yours to change.',
  },
  pickNone: { zh: '不用模板', en: 'No template' },
  title: { zh: '答复模板 · {area}', en: 'Templates for replies · {area}' },
  short: { zh: '答复模板', en: 'Templates' },
  sub: {
    zh: '常说的话写一次，大家办件时选用；下级沿用上级的，也可以有自己的。',
    en: 'What is said often, written once and chosen in the dialogs. Offices below use those from above beside their own.',
  },
  fetching: { zh: '正在取模板', en: 'Fetching the templates' },
  add: { zh: '写一个模板', en: 'Write a template' },
  change: { zh: '改写', en: 'Reword' },
  end: { zh: '停用', en: 'End it' },
  endTitle: { zh: '停用“{title}”？', en: 'End “{title}”?' },
  endSays: {
    zh: '今天起不再出现在选单里。已经发出的话不变，这里仍能查到。',
    en: 'From today it is offered no more. What was sent stays, and it can still be read here.',
  },
  ended: { zh: '停用了。', en: 'It has ended.' },
  kept: { zh: '模板存下了。', en: 'The template is kept.' },
  addTitle: { zh: '写一个答复模板', en: 'Write a template for replies' },
  changeTitle: { zh: '改写“{title}”', en: 'Reword “{title}”' },
  changeSays: {
    zh: '旧的今天停用，新的从今天起用。',
    en: 'The old one ends today, the new one begins today.',
  },
  move: { zh: '用在哪一步', en: 'For which step' },
  category: { zh: '只用于某类事', en: 'Only for one kind of matter' },
  anyCategory: { zh: '所有类别', en: 'all kinds' },
  name: { zh: '名称', en: 'Title' },
  nameHint: {
    zh: '在选单里看到的，40 字以内。',
    en: 'As it stands in the list, up to 40 characters.',
  },
  words: { zh: '文字', en: 'Words' },
  wordsHint: {
    zh: '花括号里的由件来填：{list}。写给居民时用“您”。',
    en: 'What is in braces the case fills in: {list}.',
  },
  save: { zh: '存下', en: 'Keep it' },
  headsOnly: {
    zh: '模板由这一级的负责人写，您可以看和用。',
    en: 'Templates are written by the heads of this office; you may read and use them.',
  },
  from: { zh: '来自', en: 'From' },
  used: { zh: '一年内用过', en: 'Used within a year' },
  usedNote: {
    zh: '只数次数，不记是谁、哪一件',
    en: 'a count only: not by whom, nor for which case',
  },
  since: { zh: '起用', en: 'Since' },
  until: { zh: '{day} 停用', en: 'ended {day}' },
  showEnded: { zh: '也看停用的', en: 'Ended ones, too' },
  none: { zh: '还没有模板', en: 'No templates yet' },
  noneThen: {
    zh: '写一个，大家办件时就能在对话框里选用。',
    en: 'Write one, and it is offered in the dialogs of cases.',
  },
} as const satisfies Record<string, Words>
