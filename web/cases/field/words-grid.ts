// What the page of one’s grid says.
import type { Words } from '#core/kit/words.ts'

export const gridWords = {
  gridNote: {
    zh: '正在办的件，按到期先后。不显示谁家，不显示谁在哪里。',
    en: 'Cases in work by what is due. No homes, and nobody’s whereabouts.',
  },
  nothingHere: { zh: '这个网格现在没有在办的件', en: 'Nothing is in work in this grid' },
  nothingHereThen: { zh: '有人反映就会出现在这里。', en: 'A new report appears here.' },
  noGrid: { zh: '没有分到网格', en: 'No grid is assigned' },
  noGridThen: {
    zh: '由社区值班员分配网格，可以找他。',
    en: 'The community duty officer assigns it.',
  },
} satisfies Record<string, Words>
