// Sentences of what happens beside the work: a remark of a member of staff, or of another system that reported the case or
// was given it; what was attached and how much of it; a tier that rose by rule.
import {
  always,
  because,
  bracketed,
  dayWords,
  fill,
  list,
  named,
  oneOf,
  same,
  text,
} from './sentence-parts.ts'
import type { Sentence, Told } from './sentence-parts.ts'
import { tierWords } from './words.ts'

const countOf = (t: Told, key: 'photos' | 'documents' | 'recordings'): number =>
  list(t.facts, key).length

const attached: Sentence = (t) => {
  const [photos, papers] = [countOf(t, 'photos'), countOf(t, 'documents')]
  const spoken = countOf(t, 'recordings')
  const parts = [
    photos === 0 ? null : { zh: `照片 ${photos} 张`, en: counted(photos, 'photo') },
    papers === 0 ? null : { zh: `文件 ${papers} 份`, en: counted(papers, 'paper') },
    spoken === 0 ? null : { zh: `语音 ${spoken} 段`, en: counted(spoken, 'voice note') },
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

const noted: Sentence = (t, n) => {
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

/** The day is said where the journal was written later than it: after a night without a server, say. */
const redrawn: Sentence = (t) =>
  fill(
    {
      zh: '网格重新划分，这件事从{was}改归{is}{day}。',
      en: 'The grids were redrawn: from {was} this case goes to {is}{day}.',
    },
    {
      was: named(t.facts, 'was') ?? same(''),
      is: named(t.facts, 'is') ?? same(''),
      day: since(text(t.facts, 'since')),
    },
  )

const since = (day: string | null) =>
  day === null
    ? same('')
    : fill({ zh: '（{day}起）', en: ' (since {day})' }, { day: dayWords(day) })

const escalated: Sentence = (t) =>
  fill(
    {
      zh: '超期未办完，按规则由{was}升为{is}，到期时间不变。',
      en: 'Not handled in time: by rule it rises from {was} to {is}; the due stays.',
    },
    {
      was: oneOf(tierWords, text(t.facts, 'was')) ?? same(''),
      is: oneOf(tierWords, text(t.facts, 'tier')) ?? same(''),
    },
  )

export const besideSentences = {
  note: noted,
  attach: attached,
  escalate: escalated,
  redraw: redrawn,
} satisfies Record<string, Sentence>
