// Each order with the case it became, the hotline's deadline, and whether it was told.
import { useState } from 'react'
import { Link } from 'react-router'
import { type OrderView, listOrders, orderFilters } from '#core/exchange/contract-orders.ts'
import type { OrderStatus } from '#core/exchange/order.ts'
import { orderKindWords, orderRefusals, orderStatusWords } from '#core/exchange/words-orders.ts'
import { useChoices } from '#web/kit/choices.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { rowsPerPage, usePages } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { ChipSelect } from '#web/kit/ui/Chip.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import type { ShapeName } from '#web/kit/ui/Shape.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Stamp, Status, type Tone } from '#web/kit/ui/Status.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { orderWords as words } from './words-orders-page.ts'

const faces: Record<OrderStatus, { shape: ShapeName; tone: Tone; fraction?: number }> = {
  waiting: { shape: 'ring', tone: 'accent' },
  handling: { shape: 'pie', tone: 'plain', fraction: 0.25 },
  answered: { shape: 'disc', tone: 'mute' },
  returned: { shape: 'cross', tone: 'mute' },
  withdrawn: { shape: 'cross', tone: 'mute' },
}

type Props = { code: string; onBring: () => void }

export function OrderList({ code, onBring }: Props) {
  const { t } = useWords()
  const [search, choose] = useChoices()
  const state = orderFilters.find((each) => each === search.get('state')) ?? 'all'
  const number = search.get('number') ?? ''
  const list = usePages(listOrders, { areaCode: code, state, ...(number !== '' && { number }) })
  const rows = list.data
  const named = orderFilters.filter((each) => each !== 'all')
  const none = rows?.length === 0 && state === 'all' && number === ''
  return (
    <>
      <div className="ord-tools k-screen-only" hidden={none}>
        <ChipSelect
          name={t(words.show)}
          value={state === 'all' ? null : state}
          any={t(words.all)}
          options={named.map((each) => ({ value: each, label: t(words[each]) }))}
          onChange={(to) => choose({ state: to })}
        />
        <FindByNumber key={number} number={number} onFind={(to) => choose({ number: to })} />
      </div>
      {list.error && !rows ? (
        <Problem error={list.error} refusals={orderRefusals} onRetry={() => void list.refetch()} />
      ) : !rows ? (
        <Loading what={t(words.fetching)} lines={6} />
      ) : rows.length === 0 ? (
        none ? (
          <Empty title={t(words.none)} then={t(words.noneThen)}>
            <Button look="pri" onClick={onBring}>
              {t(words.toBring)}
            </Button>
          </Empty>
        ) : (
          <Empty title={t(words.noneSo)} />
        )
      ) : (
        <>
          <p className="k-note ord-sorted">{t(words.sorted)}</p>
          <OrderTable rows={rows} />
          <Pager
            rows
            shown={rows.length}
            step={rowsPerPage}
            more={list.hasNextPage}
            busy={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
    </>
  )
}

function FindByNumber({ number, onFind }: { number: string; onFind: (number: string) => void }) {
  const { t } = useWords()
  const [typed, setTyped] = useState(number)
  return (
    <form
      className="ord-find"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        onFind(typed.trim())
      }}
    >
      <TextField
        label={t(words.findHint)}
        type="search"
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit">{t(words.toFind)}</Button>
    </form>
  )
}

function OrderTable({ rows }: { rows: OrderView[] }) {
  const { t } = useWords()
  const times = useTimes()
  return (
    <Table
      caption={t(words.title)}
      rows={rows}
      rowKey={(row) => row.id}
      stack
      columns={[
        { key: 'number', head: t(words.number), cell: (row) => <Named row={row} /> },
        { key: 'status', head: t(words.status), cell: (row) => <Stands row={row} /> },
        { key: 'due', head: t(words.answerBy), cell: (row) => <Due row={row} /> },
        {
          key: 'kind',
          head: t(words.kind),
          cell: (row) => (
            <>
              {t(orderKindWords[row.kind])}
              {row.words !== null && <div className="k-note">{row.words}</div>}
            </>
          ),
        },
        {
          key: 'received',
          head: t(words.received),
          cell: (row) => (
            <span className="ord-when">{times.dayTime(row.receivedAt ?? row.takenInAt)}</span>
          ),
        },
        {
          key: 'given',
          head: t(words.given),
          cell: (row) =>
            row.lastSerial === null
              ? '–'
              : row.givenAt === null
                ? t(words.notGiven)
                : times.dayTime(row.givenAt),
        },
        {
          key: 'case',
          head: t(words.caseNumber),
          cell: (row) => (
            <Link className="k-link" to={paths.desk.case(row.caseNumber)}>
              {row.caseNumber}
            </Link>
          ),
        },
      ]}
    />
  )
}

function Named({ row }: { row: OrderView }) {
  const { t } = useWords()
  const marks = [
    ...(row.confidential ? [t(words.secret)] : []),
    ...(row.placed === 'none' || row.placed === 'elsewhere' ? [t(words.unplaced)] : []),
  ]
  return (
    <>
      <span className="ord-number">
        {row.urgent && <Stamp />}
        {row.number}
      </span>
      {marks.length > 0 && <div className="k-note">{marks.join(' · ')}</div>}
    </>
  )
}

function Due({ row }: { row: OrderView }) {
  const { t } = useWords()
  const times = useTimes()
  if (row.answerBy === null) return '–'
  const due = <span className="ord-when">{times.dayTime(row.answerBy)}</span>
  if (row.late !== true) return due
  return (
    <>
      {due}
      <div>
        <Status shape="triangle" tone="zhu" size={12}>
          {t(words.isLate)}
        </Status>
      </div>
    </>
  )
}

function Stands({ row }: { row: OrderView }) {
  const { t } = useWords()
  const times = useTimes()
  const { status, changedAt, again, earlierAt } = row
  const notes = [
    ...(changedAt === null ? [] : [t(words.changedAt, { at: times.dayTime(changedAt) })]),
    ...(again === 0 ? [] : [t(words.again, { n: count(again) })]),
    ...(earlierAt === null ? [] : [t(words.earlierAt, { at: times.dayTime(earlierAt) })]),
  ]
  return (
    <>
      <Status {...faces[status]}>{t(orderStatusWords[status])}</Status>
      {notes.map((note) => (
        <div key={note} className="k-note">
          {note}
        </div>
      ))}
    </>
  )
}
