// Filters as chips: name and chosen value. Areas are those below the person's own.
import { useState } from 'react'
import { sources, states, tiers } from '#core/cases/case.ts'
import { sourceWords, stateWords, tierWords } from '#core/cases/words.ts'
import { listCategories, readArea } from '#core/places/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Chip, Chips, ChipSelect } from '#web/kit/ui/Chip.tsx'
import { Popover } from '#web/kit/ui/Popover.tsx'
import { useMe } from '#web/people/me.ts'
import { nameOf } from './case-text.ts'
import type { useFilters } from './filters.ts'
import { queuePageWords as words } from './words-queue.ts'

type Props = Pick<ReturnType<typeof useFilters>, 'filters' | 'set' | 'clear' | 'count'> & {
  /** Queues are states already. */
  withState?: boolean
}

/** One's own area, and what lies directly in it. */
function useAreas(chosen: string | undefined) {
  const own = useMe().data?.grants[0]?.areaCode
  const base = useEndpoint(readArea, { code: own ?? '' }, { enabled: own !== undefined }).data
  const picked = useEndpoint(
    readArea,
    { code: chosen ?? '' },
    { enabled: chosen !== undefined && chosen !== own },
  ).data
  const parts = picked ? [...picked.path.slice(-1), picked, ...picked.children] : []
  const all = [...(base ? base.children : []), ...parts]
  return [...new Map(all.map((area) => [area.code, area])).values()]
}

export function FilterChips({ filters, set, clear, count, withState = false }: Props) {
  const { t, lang } = useWords()
  const areas = useAreas(filters.area)
  const any = t(words.any)
  return (
    <Chips label={t(words.filters)}>
      {withState && (
        <ChipSelect
          name={t(words.state)}
          any={any}
          value={filters.state ?? null}
          options={states.map((value) => ({ value, label: t(stateWords[value]) }))}
          onChange={(value) => set('state', value)}
        />
      )}
      <ChipSelect
        name={t(words.area)}
        any={any}
        value={filters.area ?? null}
        options={areas.map((area) => ({ value: area.code, label: nameOf(area, lang) }))}
        onChange={(value) => set('area', value)}
      />
      <CategoryChip value={filters.category ?? null} onChange={(value) => set('category', value)} />
      <ChipSelect
        name={t(words.source)}
        any={any}
        value={filters.source ?? null}
        options={sources.map((value) => ({ value, label: t(sourceWords[value]) }))}
        onChange={(value) => set('source', value)}
      />
      <ChipSelect
        name={t(words.tierShort)}
        any={any}
        value={filters.tier ?? null}
        options={tiers.map((value) => ({ value, label: t(tierWords[value]) }))}
        onChange={(value) => set('tier', value)}
      />
      <PeriodChip filters={filters} set={set} />
      <Chip
        on={filters.urgent === 'true'}
        onClick={() => set('urgent', filters.urgent === 'true' ? null : 'true')}
      >
        {t(words.urgentOnly)}
      </Chip>
      {count > 0 && (
        <button type="button" className="k-link k-compact" onClick={clear}>
          {t(words.clear)}
        </button>
      )}
    </Chips>
  )
}

function CategoryChip(props: { value: string | null; onChange: (value: string | null) => void }) {
  const { t } = useWords()
  const categories = useEndpoint(listCategories, {}).data?.items ?? []
  const tops = categories.filter((one) => one.parent === null)
  const second = categories.filter((one) => tops.some((top) => top.code === one.parent))
  return (
    <ChipSelect
      name={t(words.category)}
      any={t(words.any)}
      options={[...tops, ...second]
        .toSorted((a, b) => (a.code < b.code ? -1 : 1))
        .map((one) => ({ value: one.code, label: one.parent === null ? t(one) : `　${t(one)}` }))}
      {...props}
    />
  )
}

function PeriodChip({ filters, set }: Pick<Props, 'filters' | 'set'>) {
  const { t } = useWords()
  const [draft, setDraft] = useState({ from: filters.from ?? '', to: filters.to ?? '' })
  const on = filters.from !== undefined || filters.to !== undefined
  const value = on ? ` ${filters.from ?? ''}–${filters.to ?? ''}` : ''
  return (
    <Popover
      className={`k-chip${on ? ' is-on' : ''}`}
      name={t(words.period)}
      label={
        <>
          {t(words.period)}
          {on && <b>{value}</b>}
        </>
      }
    >
      <div className="case-period">
        {(['from', 'to'] as const).map((key) => (
          <label key={key}>
            {t(words[key])}
            <input
              className="k-input"
              type="date"
              value={draft[key]}
              onChange={(event) => {
                setDraft((was) => ({ ...was, [key]: event.target.value }))
                set(key, event.target.value)
              }}
            />
          </label>
        ))}
      </div>
    </Popover>
  )
}
