// A remark: of a member of staff, or of another system that reported the case or was given it.
import { always, because, fill, named } from './sentence-parts.ts'
import type { Sentence } from './sentence-parts.ts'

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
