// What the list of one’s tasks says, and their map.
import type { Words } from '#core/kit/words.ts'

export const tasksWords = {
  inHand: { zh: '手上有 {n} 件要办', en: '{n} to do' },
  inHandOne: { zh: '手上有 1 件要办', en: '1 to do' },
  nothingInHand: { zh: '手上没有要办的件', en: 'Nothing to do now' },
  nothingInHandThen: {
    zh: '派来新的件，这里会自己出现，也会发通知。',
    en: 'A new one appears here by itself, and a notice is sent.',
  },
  someWait: { zh: '另有 {n} 件在等别人。', en: '{n} more wait for others.' },
  byDeadline: {
    zh: '按到期先后排，不按谁办得多。',
    en: 'Ordered by what is due, not by who did how much.',
  },
  onMap: { zh: '在地图上看', en: 'On the map' },
  notes: { zh: '巡查、走访记录', en: 'Notes of a walk' },
  rounds: { zh: '部件巡检', en: 'Rounds' },
  open: { zh: '打开，签收', en: 'Open and sign for it' },
  goOn: { zh: '打开这一件', en: 'Open it' },
  inGrid: { zh: '{name}里别人在办的', en: 'Handled by others in {name}' },
  inGridNote: {
    zh: '看得到，方便回邻居的话。',
    en: 'Shown so that a neighbour can be answered.',
  },
  nothingInGrid: { zh: '没有别人在办的件', en: 'Nothing is handled by others' },
  asOf: {
    zh: '没有信号，下面是 {when} 的情况。',
    en: 'No signal: this is how it stood at {when}.',
  },
} satisfies Record<string, Words>
