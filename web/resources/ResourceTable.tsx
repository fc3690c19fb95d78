import { Link } from 'react-router'
import type { ResourceRow } from '#core/resources/contract-parts.ts'
import { standingWords } from '#core/resources/words.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count, listed } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { type Column, Table } from '#web/kit/ui/Table.tsx'
import { KindMark } from './KindMark.tsx'
import { resourcePageWords as words } from './words-desk.ts'

type Props = {
  rows: ResourceRow[]
  selected: string | null
  onChoose: (id: string) => void
  compact: boolean
}

export function ResourceTable({ rows, selected, onChoose, compact }: Props) {
  const { t } = useWords()
  const columns = useColumns()
  return (
    <Table
      caption={t(words.register)}
      rows={rows}
      rowKey={(row) => row.id}
      selected={selected}
      onChoose={(row) => onChoose(row.id)}
      columns={compact ? columns.filter(({ key }) => !['hours', 'metres'].includes(key)) : columns}
    />
  )
}

function useColumns(): Column<ResourceRow>[] {
  const { t, lang } = useWords()
  const times = useTimes()
  return [
    {
      key: 'name',
      head: t(words.name),
      width: '34%',
      cell: (row) => (
        <span className="res-name">
          <KindMark kind={row.kind} />
          <span>
            <Link to={paths.desk.resource(row.id)}>
              {lang === 'en' ? (row.nameEn ?? row.name) : row.name}
            </Link>
            <small>
              {t(row.kind.words)} · {t(row.owner.name)}
            </small>
          </span>
        </span>
      ),
    },
    {
      key: 'offers',
      head: t(words.offers),
      cell: (row) =>
        listed(
          row.offers.slice(0, 3).map(({ what }) => what),
          lang,
        ) || '–',
    },
    {
      key: 'hours',
      head: t(words.hours),
      cell: (row) => (row.hours === null ? '–' : t(row.hours)),
    },
    {
      key: 'capacity',
      head: t(words.capacity),
      figure: true,
      cell: (row) =>
        row.capacity === null ? '–' : `${count(row.capacity)} ${row.capacityUnit ?? ''}`,
    },
    {
      key: 'metres',
      head: t(words.distance),
      figure: true,
      cell: (row) => (row.metres === null ? '–' : t(words.metres, { n: count(row.metres) })),
    },
    {
      key: 'until',
      head: t(words.until),
      figure: true,
      cell: (row) => (
        <span className={row.standing === 'ending' || row.standing === 'over' ? 'k-zhe' : ''}>
          {row.validUntil === null ? t(words.noEnd) : times.day(`${row.validUntil}T04:00:00Z`)}
          {row.standing !== 'valid' && (
            <small className="k-note"> {t(standingWords[row.standing])}</small>
          )}
        </span>
      ),
    },
  ]
}
