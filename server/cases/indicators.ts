// What other rooms may measure goals by, from the counted facts of this room: sums over a subtree and a span of days.
import type { Words } from '#core/kit/words.ts'
import { type TallyFact, tallyFacts } from '#core/cases/tallies.ts'
import type { Tx } from '../kit/db.ts'
import { tallyByBucket } from './figures.ts'

type Asked = { areaPath: string; from: string; to: string }
type Reading = { value: number | null; num?: number; den?: number }
type Source = {
  key: string
  words: Words
  unit: Words
  measure: (tx: Tx, asked: Asked) => Promise<Reading>
}

async function sumsOf(tx: Tx, { areaPath, from, to }: Asked): Promise<Map<TallyFact, number>> {
  const rows = await tallyByBucket(tx, areaPath, { from, to, grain: 'day' })
  const sumOf = (fact: TallyFact) => rows.reduce((sum, row) => sum + row[fact], 0)
  return new Map(tallyFacts.map((fact) => [fact, sumOf(fact)]))
}

const count = (key: string, words: Words, facts: readonly TallyFact[]): Source => ({
  key,
  words,
  unit: { zh: '件', en: 'cases' },
  measure: async (tx, asked) => {
    const sums = await sumsOf(tx, asked)
    return { value: facts.reduce((sum, fact) => sum + (sums.get(fact) ?? 0), 0) }
  },
})

/** In hundredths, with its fraction. */
const share = (key: string, words: Words, of: { num: TallyFact; den: TallyFact }): Source => ({
  key,
  words,
  unit: { zh: '%', en: '%' },
  measure: async (tx, asked) => {
    const sums = await sumsOf(tx, asked)
    const [num, den] = [sums.get(of.num) ?? 0, sums.get(of.den) ?? 0]
    return { value: den === 0 ? null : Math.round((1000 * num) / den) / 10, num, den }
  },
})

export const caseSources: readonly Source[] = [
  count(
    'cases.reported',
    { zh: '上报的件数', en: 'Cases reported' },
    tallyFacts.filter((fact) => fact.startsWith('reported_')),
  ),
  count('cases.closed', { zh: '结案的件数', en: 'Cases closed' }, ['closed']),
  share(
    'cases.solvedShare',
    { zh: '反映人说“解决了”的比例', en: 'Share of reporters who say it is solved' },
    { num: 'answered_solved', den: 'answered' },
  ),
  share(
    'cases.satisfiedShare',
    { zh: '评价“满意”的比例', en: 'Share of ratings that are satisfied' },
    { num: 'satisfied', den: 'graded' },
  ),
]
