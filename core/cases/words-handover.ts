// What handing over a duty desk says.
import type { Words } from '#core/kit/words.ts'
import type { HandoverWhy } from './handover.ts'

export const handoverWhyWords: Readonly<Record<HandoverWhy, Words>> = {
  urgent: { zh: '紧急', en: 'urgent' },
  due: { zh: '下一班内到期', en: 'due before the next shift ends' },
  waiting: { zh: '等答复', en: 'waiting for a word' },
  promised: { zh: '答应了时间', en: 'a time was promised' },
}

export const handoverRefusals = {
  no_such_area: { zh: '没有这个区域。', en: 'There is no such area.' },
  no_desk_here: {
    zh: '这里没有值班台。值班台设在社区、街道和以上各级。',
    en: 'There is no duty desk here: communities, streets and the layers above have one.',
  },
  no_such_handover: {
    zh: '没有这张交接单，或它已经过了保存期。',
    en: 'There is no such note, or its time of keeping is over.',
  },
  not_at_this_desk: {
    zh: '交接由这个值班台的人来做。现在谁答复，写在页面上方。',
    en: 'Handing over is done by the people of this desk. Who answers now stands at the top of the page.',
  },
  own_handover: {
    zh: '自己写的交接单，由接班的同事接。',
    en: 'Your own note is taken over by whoever comes on duty next.',
  },
  handover_taken: {
    zh: '这张交接单已经有同事接了。',
    en: 'A colleague has taken this note over already.',
  },
} as const satisfies Record<string, Words>
