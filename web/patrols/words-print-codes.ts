// What stands beside the printing of labels.
import type { Words } from '#core/kit/words.ts'

export const printCodesWords = {
  codesSub: {
    zh: '有编号的部件每个一张，A4 一页 24 张。贴上去，谁扫都能直接报，在哪里已经写好。扫码不留记录。',
    en: 'One for each object with a tag, 24 on a sheet of A4. Whoever scans it reports at once, the place filled in. Scans are not recorded.',
  },
  codesOf: { zh: '哪里的', en: 'Of' },
} satisfies Record<string, Words>
