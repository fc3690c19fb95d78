// How firm the order is: drawn again, and weighed otherwise. Ties are said in words.
import type { EvidenceContent } from '#core/themes/contract-choice.ts'
import { useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { one } from './ScoreTable.tsx'
import { themeWords as words } from './words.ts'
import '#web/kit/ui/table.css'

type Props = { content: EvidenceContent }

export function Stability({ content }: Props) {
  return (
    <div className="th-two">
      <RankCounts content={content} />
      <Orders content={content} />
    </div>
  )
}

const namesOf = (content: EvidenceContent) =>
  new Map(content.candidates.map((each) => [each.code, each.name]))

function RankCounts({ content }: Props) {
  const { t, lang } = useWords()
  const { stability } = content
  const names = namesOf(content)
  const nameOf = (code: string) => names.get(code)?.[lang] ?? code
  const asked = content.survey !== null && content.survey.n > 0
  const pairs = stability.ties
    .map(([a = '', b = '']) => t(words.tie, { a: nameOf(a), b: nameOf(b) }))
    .join(lang === 'zh' ? '、' : '; ')
  return (
    <section>
      <SectionHeading end={t(words.resampled, { n: count(stability.resamples) })}>
        {t(words.stabilityTitle)}
      </SectionHeading>
      {asked ? (
        <>
          <div
            className="k-table-box"
            role="region"
            aria-label={t(words.stabilityTitle)}
            tabIndex={0}
          >
            <table className="k-table th-ranks">
              <thead>
                <tr>
                  <th scope="col">
                    <span className="k-sr">{t(words.candidate)}</span>
                  </th>
                  {stability.rows.map((row, i) => (
                    <th key={row.code} scope="col" className="is-figure">
                      {t(words.rank, { n: i + 1 })}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {stability.rows.map((row) => (
                  <tr key={row.code}>
                    <th scope="row">{nameOf(row.code)}</th>
                    {row.ranks.map((times, i) => (
                      <td key={i} className="is-figure">
                        <span
                          style={
                            {
                              '--share': `${(100 * times) / stability.resamples}%`,
                            } as React.CSSProperties
                          }
                        >
                          {times === 0 ? '·' : count(times)}
                        </span>
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="k-why">{pairs === '' ? t(words.firm) : t(words.ties, { pairs })}</p>
        </>
      ) : (
        <p className="k-why">{t(words.notDrawn)}</p>
      )}
    </section>
  )
}

function Orders({ content }: Props) {
  const { t, lang } = useWords()
  const names = namesOf(content)
  const firsts = new Set(content.otherOrders.map(({ first }) => first[0]?.code))
  const [first] = firsts
  const name = first === undefined ? '' : (names.get(first)?.[lang] ?? first)
  const heads = [words.first, words.second, words.third]
  return (
    <section>
      <SectionHeading>{t(words.ordersTitle)}</SectionHeading>
      <div className="k-table-box" role="region" aria-label={t(words.ordersTitle)} tabIndex={0}>
        <table className="k-table th-orders">
          <thead>
            <tr>
              <th scope="col">{t(words.orderHead)}</th>
              {heads.map((head) => (
                <th key={head.zh} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {content.otherOrders.map((order) => (
              <tr key={order.name}>
                <th scope="row">{t(words.orderNames[order.name], order.weights)}</th>
                {order.first.map((each, i) => (
                  <td key={each.code}>
                    {i === 0 ? (
                      <b>{t(names.get(each.code) ?? { zh: each.code, en: each.code })}</b>
                    ) : (
                      t(names.get(each.code) ?? { zh: each.code, en: each.code })
                    )}{' '}
                    <span className="k-note">{one(each.total)}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {name !== '' && (
        <p className="k-why">
          {firsts.size === 1
            ? t(words.sameFirst, { n: content.otherOrders.length, name })
            : t(words.otherFirst)}
        </p>
      )}
    </section>
  )
}
