// Lists that were taken out as files. Whoever finds one somewhere types its number and reads whose it was.
import { useState } from 'react'
import { listExports } from '#core/people/contract-exports.ts'
import { peopleRefusals } from '#core/people/words.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { count } from '#web/kit/numbers.ts'
import { rowsPerPage, usePages } from '#web/kit/queries.ts'
import { TextField } from '#web/kit/ui/Field.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { useAreaName } from '#web/places/AreaPicker.tsx'
import { staffWords as words } from './words-staff.ts'

const whole = /^[0-9A-Fa-f]{10}$/

export function ExportsView({ code }: { code: string }) {
  const { t } = useWords()
  const area = useAreaName(code)
  const [typed, setTyped] = useState('')
  const mark = typed.trim()
  const asked = whole.test(mark) ? { areaCode: code, mark } : { areaCode: code }
  const list = usePages(listExports, asked)
  const rows = list.data
  return (
    <section>
      <SectionHeading>{t(words.exportsOf, { area })}</SectionHeading>
      <TextField
        label={t(words.mark)}
        value={typed}
        maxLength={10}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
      />
      {list.error && !rows && (
        <Problem error={list.error} refusals={peopleRefusals} onRetry={() => void list.refetch()} />
      )}
      {!list.error && !rows && <Loading what={t(words.fetchingExports)} />}
      {rows?.length === 0 && (
        <Empty title={t('mark' in asked ? words.noSuchMark : words.noExports)} />
      )}
      {rows !== undefined && rows.length > 0 && <Log rows={rows} />}
      {rows !== undefined && (
        <Pager
          rows
          shown={rows.length}
          step={rowsPerPage}
          more={list.hasNextPage}
          busy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </section>
  )
}

type Row = OutputOf<typeof listExports>['items'][number]

function Log({ rows }: { rows: Row[] }) {
  const { t } = useWords()
  const times = useTimes()
  return (
    <Table
      caption={t(words.exports)}
      columns={[
        { key: 'at', head: t(words.when), cell: (row) => times.dayTime(row.at), width: '10em' },
        {
          key: 'who',
          head: t(words.name),
          cell: (row) => (
            <>
              {row.name}
              <small>{row.login}</small>
            </>
          ),
        },
        { key: 'list', head: t(words.list), cell: (row) => `${t(row.title)} ${row.format}` },
        { key: 'filters', head: t(words.filters), cell: (row) => said(row.filters) },
        { key: 'rows', head: t(words.rowsTaken), cell: (row) => count(row.rows), figure: true },
        { key: 'mark', head: t(words.mark), cell: (row) => row.mark },
      ]}
      rows={rows}
      rowKey={(row) => row.mark}
    />
  )
}

const said = (filters: Record<string, string>) =>
  Object.entries(filters)
    .map(([key, value]) => `${key} ${value}`)
    .join(' · ') || '–'
