// Header over one ink rule, hairline rows, figures right and tabular, the sum over a double rule. No zebra.
import type { ReactNode } from 'react'
import './table.css'

export type Column<Row> = {
  key: string
  head: ReactNode
  /** Right and tabular. */
  figure?: boolean
  cell: (row: Row) => ReactNode
  width?: string
}

type Props<Row> = {
  /** What the table shows, for those who cannot see it. */
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  /** One entry per column. */
  total?: ReactNode[]
  selected?: string | null
  onChoose?: (row: Row) => void
  compact?: boolean
  /** Keeps the first column in sight while a wide table scrolls. */
  fixFirst?: boolean
  /** On a phone each row stands as a block, its headings beside it: for rows that are read one by one. */
  stack?: boolean
}

export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  total,
  selected,
  onChoose,
  compact = false,
  fixFirst = false,
  stack = false,
}: Props<Row>) {
  const classes = [
    'k-table',
    compact ? 'is-compact' : '',
    fixFirst ? 'is-fixed' : '',
    stack ? 'is-stacked' : '',
    onChoose ? 'is-live' : '',
  ]
  // Laid out as blocks a table would no longer be read as one.
  const says = (role: string) => (stack ? { role } : {})
  return (
    <div className="k-table-box" role="region" aria-label={caption} tabIndex={0}>
      <table className={classes.filter(Boolean).join(' ')} {...says('table')}>
        <caption className="k-sr">{caption}</caption>
        <thead {...says('rowgroup')}>
          <tr {...says('row')}>
            {columns.map((column) => (
              <th
                key={column.key}
                {...says('columnheader')}
                scope="col"
                className={column.figure ? 'is-figure' : ''}
                style={column.width ? { width: column.width } : {}}
              >
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...says('rowgroup')}>
          {rows.map((row) => (
            <Row
              key={rowKey(row)}
              row={row}
              columns={columns}
              chosen={selected === rowKey(row)}
              onChoose={onChoose}
              says={says}
            />
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>
              {columns.map((column, i) => (
                <td key={column.key} className={column.figure ? 'is-figure' : ''}>
                  {total[i]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

type RowProps<R> = {
  row: R
  columns: Column<R>[]
  chosen: boolean
  onChoose: ((row: R) => void) | undefined
  says: (role: string) => { role?: string }
}

function Row<R>({ row, columns, chosen, onChoose, says }: RowProps<R>) {
  const [first, ...others] = columns
  return (
    <tr
      {...says('row')}
      aria-selected={chosen || undefined}
      onClick={onChoose ? () => onChoose(row) : undefined}
    >
      {first && (
        <th {...says('rowheader')} scope="row" className={first.figure ? 'is-figure' : ''}>
          {first.cell(row)}
        </th>
      )}
      {others.map((column) => (
        <td
          key={column.key}
          {...says('cell')}
          className={column.figure ? 'is-figure' : ''}
          data-head={typeof column.head === 'string' ? column.head : undefined}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}
