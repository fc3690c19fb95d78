// What the headings of a file say by themselves: which column holds which question. A guess to be looked at, never more.
import { bare } from '#core/kit/bare.ts'
import { type AnswerMapping, type ImportQuestion, withoutNumber } from './import.ts'
import { type Option, type Question, type Questionnaire, allQuestions } from './question.ts'

type Heading = { text: string; plain: string }

const idNames = ['序号', '编号', '答卷编号', '答卷序号', 'id', 'no', 'number']
const dayName = /提交.*时间|答题时间|填写日期|完成时间|submitted|answeredon/

export function suggestedMapping(
  questionnaire: Questionnaire,
  headings: readonly string[],
): AnswerMapping {
  const all = headings
    .filter((text) => text !== '')
    .map((text): Heading => ({ text, plain: bare(withoutNumber(text)) }))
  const id = all.find(({ text }) => idNames.includes(bare(text)))?.text
  const answeredOn = all.find(({ plain }) => dayName.test(plain))?.text
  const questions: Record<string, ImportQuestion> = {}
  const taken = new Set([id, answeredOn])
  for (const question of allQuestions(questionnaire)) {
    if (question.kind === 'photo') continue
    const found = columnsOf(
      question,
      all.filter(({ text }) => !taken.has(text)),
    )
    if (found === null) continue
    questions[question.code] = found
    for (const text of namedIn(found)) taken.add(text)
  }
  const grid = all.find(({ text, plain }) => !taken.has(text) && plain.includes('网格'))?.text
  return {
    ...(id !== undefined && { id }),
    ...(grid !== undefined && { grid }),
    ...(answeredOn !== undefined && { answeredOn }),
    questions,
  }
}

const namedIn = ({ column, columns = {}, ranks = [] }: ImportQuestion): string[] => [
  ...(column === undefined ? [] : [column]),
  ...Object.values(columns),
  ...ranks,
]

function columnsOf(question: Question, headings: readonly Heading[]): ImportQuestion | null {
  const titles = [question.title.zh, question.title.en].map((title) => bare(title)).filter(Boolean)
  const about = headings.filter(({ plain }) => titles.some((title) => plain.startsWith(title)))
  const exact = about.find(({ plain }) => titles.includes(plain))
  if (exact !== undefined) return { column: exact.text }
  const parts = { multiple: question.options, matrix: question.rows }[question.kind as string]
  const columns = parts === undefined ? {} : partsOf(parts, titles, about)
  if (Object.keys(columns).length >= 2) return { columns }
  if (question.kind === 'ranking' && about.length >= 2)
    return { ranks: about.map(({ text }) => text) }
  return about[0] === undefined ? null : { column: about[0].text }
}

/** “最需要的三件事:看病近一点” and the like: the title, then what stands for an option or a row. */
function partsOf(
  parts: readonly Option[],
  titles: readonly string[],
  about: readonly Heading[],
): Record<string, string> {
  const rests = about.map(({ text, plain }) => {
    const title = titles.find((each) => plain.startsWith(each)) ?? ''
    return { text, rest: plain.slice(title.length).replace(/^[(（:：\-—_.[]+|[)）\]]+$/g, '') }
  })
  const found = parts.flatMap(({ code, label }): [string, string][] => {
    const names = [code, label.zh, label.en].map((name) => bare(name)).filter(Boolean)
    const heading = rests.find(({ rest }) => names.includes(bare(withoutNumber(rest))))
    return heading === undefined ? [] : [[code, heading.text]]
  })
  return Object.fromEntries(found)
}
