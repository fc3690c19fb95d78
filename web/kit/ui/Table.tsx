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
}: Props<Row>) {
  const classes = [
    'k-table',
    compact ? 'is-compact' : '',
    fixFirst ? 'is-fixed' : '',
    onChoose ? 'is-live' : '',
  ]
  return (
    <div className="k-table-box" role="region" aria-label={caption} tabIndex={0}>
      <table className={classes.filter(Boolean).join(' ')}>
        <caption className="k-sr">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={column.figure ? 'is-figure' : ''}
                style={column.width ? { width: column.width } : {}}
              >
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={rowKey(row)}
              row={row}
              columns={columns}
              chosen={selected === rowKey(row)}
              onChoose={onChoose}
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
}

function Row<R>({ row, columns, chosen, onChoose }: RowProps<R>) {
  const [first, ...others] = columns
  return (
    <tr aria-selected={chosen || undefined} onClick={onChoose ? () => onChoose(row) : undefined}>
      {first && (
        <th scope="row" className={first.figure ? 'is-figure' : ''}>
          {first.cell(row)}
        </th>
      )}
      {others.map((column) => (
        <td key={column.key} className={column.figure ? 'is-figure' : ''}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}
