// The log of who looked at personal data. The auditor reads who, when, which case and why; never the data itself.
import { listLooks } from '#core/people/contract-staff.ts'
import { peopleRefusals } from '#core/people/words.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { rowsPerPage, usePages } from '#web/kit/queries.ts'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { useAreaName } from '#web/places/AreaPicker.tsx'
import { ExportLinks } from './ExportLinks.tsx'
import { lookFieldWords, lookHowWords, staffWords as words } from './words-staff.ts'

export function LooksView({ code }: { code: string }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const area = useAreaName(code)
  const list = usePages(listLooks, { areaCode: code })
  const rows = list.data
  if (list.error && !rows)
    return (
      <Problem error={list.error} refusals={peopleRefusals} onRetry={() => void list.refetch()} />
    )
  if (!rows) return <Loading what={t(words.fetchingLooks)} />
  if (rows.length === 0) return <Empty title={t(words.noLooks)} />
  const said = (field: string) => (lookFieldWords[field] ? t(lookFieldWords[field]) : field)
  return (
    <section>
      <SectionHeading end={<ExportLinks list={listLooks} input={{ areaCode: code }} />}>
        {t(words.looksOf, { area })}
      </SectionHeading>
      <Table
        caption={t(words.looks)}
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
          { key: 'case', head: t(words.caseNumber), cell: (row) => row.caseNumber },
          {
            key: 'fields',
            head: t(words.fields),
            cell: (row) => row.fields.map(said).join(lang === 'zh' ? '、' : ', '),
          },
          {
            key: 'why',
            head: t(words.reason),
            cell: (row) => (
              <>
                {row.reason}
                {row.how !== null && <small>{t(lookHowWords[row.how])}</small>}
              </>
            ),
          },
        ]}
        rows={rows}
        rowKey={(row) => `${row.at} ${row.caseNumber} ${row.login} ${row.voice}`}
      />
      <Pager
        rows
        shown={rows.length}
        step={rowsPerPage}
        more={list.hasNextPage}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </section>
  )
}
