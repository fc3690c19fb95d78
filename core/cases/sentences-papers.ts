// The sentence of what was attached: how many of what, and the words that came with it.
import { bracketed, fill, list, same } from './sentence-parts.ts'
import type { Sentence, Told } from './sentence-parts.ts'

const countOf = (t: Told, key: 'photos' | 'documents'): number => list(t.facts, key).length

export const attached: Sentence = (t) => {
  const [photos, papers] = [countOf(t, 'photos'), countOf(t, 'documents')]
  const parts = [
    photos === 0 ? null : { zh: `照片 ${photos} 张`, en: counted(photos, 'photo') },
    papers === 0 ? null : { zh: `文件 ${papers} 份`, en: counted(papers, 'paper') },
  ].filter((part) => part !== null)
  return fill(
    { zh: '附上{what}{because}。', en: 'Attached {what}{because}.' },
    {
      what:
        parts.length === 0
          ? same('')
          : {
              zh: parts.map((part) => part.zh).join('、'),
              en: parts.map((part) => part.en).join(' and '),
            },
      because: bracketed(t),
    },
  )
}

const counted = (n: number, what: string): string => (n === 1 ? `one ${what}` : `${n} ${what}s`)
