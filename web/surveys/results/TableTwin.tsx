// The twin of a chart: the same question with every number written out, group by group. Hidden cells stay hidden.
import type { TableView } from '#core/surveys/contract-results.ts'
import { useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import type { Line } from './ResultTable.tsx'
import { resultWords as words } from './words-results.ts'

type Group = TableView['groups'][number]
type Props = { table: TableView; lines: Line[]; threshold: number }

const text = (share: number) => (share * 100).toFixed(1)

export function TableTwin({ table, lines, threshold }: Props) {
  const { t, lang } = useWords()
  const caption = t(words.tableCaption, { title: table.title[lang] || table.title.zh })
  const heads = [words.countOf, words.weightedShare, words.from, words.to, words.plainShare]
  return table.groups.map((group, g) => (
    <div
      key={group.code}
      className="res-wide"
      role="region"
      aria-label={`${caption} · ${nameOf(group, lang)}`}
      tabIndex={0}
    >
      <table className="res-twin">
        <caption className={table.by === null ? 'k-sr' : ''}>
          {table.by === null
            ? caption
            : `${nameOf(group, lang)} · ${t(words.allAsked)} ${group.n === null ? '–' : count(group.n)}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t(words.option)}</th>
            {heads.map((head) => (
              <th key={head.en} scope="col" className="is-num">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ code, label, cells }) => (
            <tr key={code}>
              <th scope="row">{label[lang] || label.zh}</th>
              <Numbers cell={cells[g] ?? null} threshold={threshold} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  ))
}

const nameOf = ({ label }: Group, lang: 'zh' | 'en') => label[lang] || label.zh

function Numbers({ cell, threshold }: { cell: Line['cells'][number]; threshold: number }) {
  const { t } = useWords()
  if (cell === null)
    return (
      <td colSpan={5} className="res-hidden">
        {t(words.hidden, { threshold })}
      </td>
    )
  const [share, low, high] = cell.weighted
  return (
    <>
      <td className="is-num">{count(cell.n)}</td>
      <td className="is-num">{text(share!)}%</td>
      <td className="is-num">{text(low!)}</td>
      <td className="is-num">{text(high!)}</td>
      <td className="is-num">{text(cell.plain[0]!)}%</td>
    </>
  )
}
