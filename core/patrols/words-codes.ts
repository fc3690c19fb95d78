// What the labels on things say, and the page that opens when one is scanned.
import type { Words } from '#core/kit/words.ts'

export const codeWords = {
  labels: { zh: '报修码', en: 'Repair codes' },
  scan: { zh: '坏了？扫一扫，说一声', en: 'Broken? Scan and say so' },
  scanned: {
    zh: '您扫的是{name}（{tag}），在哪里已经写好了。',
    en: 'You scanned {name} ({tag}); where it is stands there.',
  },
  gone: {
    zh: '这个码不认得了，可能已经换过。照样说是什么事、在哪里就行。',
    en: 'This code is not known any more. Say what it is and where, as always.',
  },
} satisfies Record<string, Words>
