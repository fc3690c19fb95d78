// Every version of an area's outline with its dates, two of them side by side, and how a new one comes in.
import { useState } from 'react'
import { localDate } from '#core/kit/time.ts'
import { isValidOn } from '#core/places/area.ts'
import { type AreaRecord, type AreaView, readAreaRecord } from '#core/places/contract.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { ChipSelect, Chips } from '#web/kit/ui/Chip.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { OutlineMap } from './AreaMapView.tsx'
import { placesPageWords as words } from './words-page.ts'

const crsNames: Record<string, string> = {
  wgs84: 'WGS-84',
  cgcs2000: 'CGCS2000',
  gcj02: 'GCJ-02',
  bd09: 'BD-09',
}

export function AreaVersions({ area }: { area: AreaView }) {
  const { t } = useWords()
  const times = useTimes()
  const today = localDate(useNow(), area.timeZone)
  const [before, setBefore] = useState<string | null>(null)
  const record = useEndpoint(readAreaRecord, { code: area.code })
  if (record.error && !record.data)
    return <Problem error={record.error} onRetry={() => void record.refetch()} />
  if (!record.data) return <Loading lines={2} />
  const { outlines } = record.data
  const older = outlines.filter((each) => !isValidOn(each, today))
  return (
    <section>
      <SectionHeading>{t(words.versions, { n: outlines.length })}</SectionHeading>
      {outlines.length === 0 ? (
        <p className="k-note">{t(words.noVersions)}</p>
      ) : (
        <Versions outlines={outlines} today={today} />
      )}
      {older.length > 0 && (
        <Chips label={t(words.compare)}>
          <ChipSelect
            name={t(words.compare)}
            any={t(words.compareNone)}
            value={before}
            options={older.map((each) => ({
              value: each.validFrom,
              label: times.date(each.validFrom),
            }))}
            onChange={setBefore}
          />
        </Chips>
      )}
      {before !== null && (
        <div className="k-room-two">
          <div>
            <SectionHeading level={3}>{times.date(before)}</SectionHeading>
            <OutlineMap area={area} on={before} height={360} />
          </div>
          <div>
            <SectionHeading level={3}>{t(words.holdsNow)}</SectionHeading>
            <OutlineMap area={area} on={null} height={360} />
          </div>
        </div>
      )}
      <How />
    </section>
  )
}

type VersionsProps = { outlines: AreaRecord['outlines']; today: string }

function Versions({ outlines, today }: VersionsProps) {
  const { t } = useWords()
  const times = useTimes()
  return (
    <Table
      caption={t(words.versions, { n: outlines.length })}
      columns={[
        { key: 'from', head: t(words.from), cell: (row) => times.date(row.validFrom) },
        {
          key: 'to',
          head: t(words.to),
          cell: (row) =>
            row.validTo !== null
              ? times.date(row.validTo)
              : t(row.validFrom > today ? words.holdsFrom : words.holdsNow),
        },
        {
          key: 'size',
          head: t(words.size),
          figure: true,
          cell: (row) => `${row.squareKilometres} km²`,
        },
        {
          key: 'kind',
          head: t(words.drawn),
          cell: (row) => t(row.schematic ? words.schematic : words.surveyed),
        },
        { key: 'source', head: t(words.source), cell: (row) => row.source },
        {
          key: 'crs',
          head: t(words.crs),
          cell: (row) => crsNames[row.sourceCrs] ?? row.sourceCrs,
        },
      ]}
      rows={outlines}
      rowKey={(row) => row.validFrom}
    />
  )
}

function How() {
  const { t } = useWords()
  return (
    <details className="places-how">
      <summary className="k-def">{t(words.how)}</summary>
      <p className="k-compact">{t(words.howSays)}</p>
      <pre className="k-command">
        {'npx linli import areas divisions.csv\nnpx linli import areas grids.geojson --help'}
      </pre>
      <p className="k-note">{t(words.howThen)}</p>
    </details>
  )
}
