// What is added to a case: papers and photos, with the words that came with them; a remark of a member of staff, or of
// another system that reported the case or was given it.
import { always, because, bracketed, fill, list, named, same } from './sentence-parts.ts'
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

const remarked = always('备注{because}。', 'Note{because}.')

export const noted: Sentence = (t, n) => {
  const from = named(t.facts, 'from')
  if (from === null) return remarked(t, n)
  const words = { from, because: because(t) }
  if (t.facts['trouble'] === true)
    return fill({ zh: '与{from}不通{because}。', en: 'No way through to {from}{because}.' }, words)
  if (t.facts['status'] === 'closed')
    return fill(
      { zh: '{from}说已经了结{because}。', en: '{from} says it is settled{because}.' },
      words,
    )
  return fill({ zh: '{from}来讯{because}。', en: '{from} says{because}.' }, words)
}
