// What the orders of a file would become, those to be looked at first on top.
import { Link } from 'react-router'
import type { OrderRow } from '#core/exchange/contract-orders.ts'
import { orderKindWords, orderPlacingWords } from '#core/exchange/words-orders.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Stamp } from '#web/kit/ui/Status.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import type { Preview } from './OrderImport.tsx'
import { orderWords as words } from './words-orders-page.ts'

export function OrderRows({ preview }: { preview: Preview }) {
  const { t } = useWords()
  const times = useTimes()
  const { shown, fresh, known, changed } = preview
  if (shown.length === 0) return null
  const all = fresh + known + changed
  return (
    <section>
      <SectionHeading
        end={
          shown.length < all
            ? t(words.previewOf, { shown: count(shown.length), all: count(all) })
            : ''
        }
      >
        {t(words.preview)}
      </SectionHeading>
      {preview.comparedWith !== null && (
        <p className="k-note">{t(words.comparedWith, { n: count(preview.comparedWith) })}</p>
      )}
      <Table
        caption={t(words.preview)}
        rows={shown}
        rowKey={(row) => `${row.line} ${row.number}`}
        columns={[
          {
            key: 'line',
            head: t(words.line),
            figure: true,
            width: '56px',
            cell: (row) => row.line,
          },
          { key: 'number', head: t(words.number), cell: (row) => <Named row={row} /> },
          { key: 'what', head: t(words.what), cell: (row) => <What row={row} /> },
          { key: 'where', head: t(words.where), cell: (row) => <Where row={row} /> },
          {
            key: 'due',
            head: t(words.answerBy),
            cell: (row) =>
              row.answerBy === null ? (
                '–'
              ) : (
                <span className="ord-when">{times.dayTime(row.answerBy)}</span>
              ),
          },
        ]}
      />
    </section>
  )
}

function Named({ row }: { row: OrderRow }) {
  const { t } = useWords()
  return (
    <>
      <span className="ord-number">
        {row.urgent && <Stamp />}
        {row.number}
      </span>
      <div className="k-note">
        {t(row.again ? words.sentAgain : words[row.becomes])}
        {row.caseNumber !== null && (
          <>
            {' · '}
            <Link className="k-link" to={paths.desk.case(row.caseNumber)} target="_blank">
              {row.caseNumber}
            </Link>
          </>
        )}
      </div>
    </>
  )
}

function What({ row }: { row: OrderRow }) {
  const { t } = useWords()
  const kind = [
    t(orderKindWords[row.kind]),
    ...(row.category === null ? [] : [t(row.category)]),
    ...(row.confidential ? [t(words.secret)] : []),
  ]
  return (
    <div className="ord-what">
      <div className="ord-text">{row.text}</div>
      <div className="k-note">{kind.join(' · ')}</div>
      {row.alike.map(({ number, text }) => (
        <div key={number} className="k-note">
          {t(words.alike)}
          <Link className="k-link" to={paths.desk.case(number)} target="_blank">
            {number}
          </Link>{' '}
          {text}
        </div>
      ))}
    </div>
  )
}

function Where({ row }: { row: OrderRow }) {
  const { t } = useWords()
  return (
    <>
      {row.place === null ? t(orderPlacingWords[row.placed]) : t(row.place)}
      {row.place !== null && <div className="k-note">{t(orderPlacingWords[row.placed])}</div>}
    </>
  )
}
