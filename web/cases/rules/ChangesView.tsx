// Who set what, since when and why: for this place and the areas above it, newest first.
import type { CategoryLimits } from '#core/places/category.ts'
import type { ParticularsByCategory } from '#core/places/particulars.ts'
import { listRuleChanges, type RuleChange } from '#core/places/contract-rules.ts'
import { type Say, useTimes, useWords } from '#web/kit/language.ts'
import { rowsPerPage, usePages } from '#web/kit/queries.ts'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { ruleCards, sayLimit, sayValue, setValue } from './rule-cards.ts'
import { particularRuleWords as asks } from './words-particulars-rule.ts'
import { ruleRefusals, ruleWords as words } from './words-rules.ts'

export function ChangesView({ code }: { code: string }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const list = usePages(listRuleChanges, { area: code })
  const rows = list.data
  if (list.error && !rows)
    return (
      <Problem error={list.error} refusals={ruleRefusals} onRetry={() => void list.refetch()} />
    )
  if (!rows) return <Loading what={t(words.fetchingChanges)} />
  if (rows.length === 0) return <Empty title={t(words.noChanges)} />
  const place = (row: RuleChange) =>
    row.area === null
      ? t(words.everywhere)
      : lang === 'en'
        ? (row.area.nameEn ?? row.area.name)
        : row.area.name
  return (
    <section>
      <SectionHeading>{t(words.changesSub)}</SectionHeading>
      <Table
        caption={t(words.changes)}
        columns={[
          {
            key: 'at',
            head: t(words.changedAt),
            width: '11em',
            cell: (row) => times.dayTime(row.enteredAt),
          },
          {
            key: 'what',
            head: t(words.what),
            cell: (row) => sayChange(row, t).map((line) => <div key={line}>{line}</div>),
          },
          {
            key: 'from',
            head: t(words.from),
            cell: (row) =>
              `${times.date(row.validFrom)} – ${row.validTo === null ? '' : times.date(row.validTo)}`,
          },
          {
            key: 'who',
            head: t(words.who),
            cell: (row) => (
              <>
                {row.by ?? t(words.bySetup)}
                <small>{place(row)}</small>
              </>
            ),
          },
          { key: 'why', head: t(words.reason), cell: (row) => row.reason },
        ]}
        rows={rows}
        rowKey={(row) => `${row.enteredAt} ${row.key} ${row.area?.code ?? ''} ${row.validFrom}`}
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

/** One line for each amount the change names. */
export function sayChange({ key, value }: Pick<RuleChange, 'key' | 'value'>, t: Say): string[] {
  if (key === 'workSegments') {
    const { segments } = value as { segments: string[][] }
    return [`${t(words.workSegments)} ${segments.map((pair) => pair.join('–')).join(' · ')}`]
  }
  if (key === 'cases.categoryLimits')
    return Object.entries(value as CategoryLimits).map(
      ([code, limit]) => `${t(words.limit)} ${code} ${sayLimit(limit, t)}`,
    )
  if (key === 'cases.particulars')
    return Object.entries(value as ParticularsByCategory).map(
      ([code, asked]) =>
        `${t(asks.column)} ${code} ${asked.map(({ ask }) => t(ask)).join(' · ') || t(asks.asksNothing)}`,
    )
  const lines = ruleCards
    .filter((card) => card.key === key)
    .flatMap((card) => {
      const set = setValue(card, value)
      return set === undefined ? [] : [`${t(card.name)} ${sayValue(card, set, t)}`]
    })
  return lines.length > 0 ? lines : [key]
}
