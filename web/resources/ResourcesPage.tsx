// The register of an area: what can be drawn on, as a list with a map beside it. Filters live in the address.
import { type RefObject, useRef } from 'react'
import { Link, useNavigate } from 'react-router'
import { type listResources as List, listResources } from '#core/resources/contract.ts'
import { listResourceKinds } from '#core/resources/contract.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import type { ResourceRow } from '#core/resources/contract-parts.ts'
import { standings } from '#core/resources/resource.ts'
import { standingWords } from '#core/resources/words.ts'
import { resourceRefusals } from '#core/resources/words-requests.ts'
import { useKeys } from '#web/kit/keys.ts'
import { useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Breadcrumb } from '#web/kit/ui/Breadcrumb.tsx'
import { ButtonLink, Buttons } from '#web/kit/ui/Button.tsx'
import { ChipSelect, Chips, Segmented } from '#web/kit/ui/Chip.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { Icon } from '#web/kit/ui/Icon.tsx'
import { KeyBar } from '#web/kit/ui/KeyBar.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { Popover } from '#web/kit/ui/Popover.tsx'
import { PageHeading, SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { useDeskArea } from '#web/people/desk-area.ts'
import { fileAddress, useFilter, usePages } from './pages.ts'
import { ResourceMap } from './ResourceMap.tsx'
import { ResourceTable } from './ResourceTable.tsx'
import { type Counts, Tabs, useCounts } from './Tabs.tsx'
import { resourcePageWords as words } from './words-desk.ts'
import './resources.css'

const pageSize = 100
type Filter = Omit<InputOf<typeof List>, 'after' | 'limit'>

export function ResourcesPage() {
  const code = useDeskArea()
  return code === null ? <Loading /> : <Register key={code} code={code} />
}

function Register({ code }: { code: string }) {
  const { t } = useWords()
  const counts = useCounts(code)
  const filter = useFilter()
  const asked: Filter = {
    area: code,
    kept: (filter.get('kept') as Filter['kept']) ?? 'below',
    ...(filter.get('kind') !== null && { kind: filter.get('kind') ?? '' }),
    ...(filter.get('standing') !== null && {
      standing: filter.get('standing') as NonNullable<Filter['standing']>,
    }),
    ...(filter.get('q') !== null && { q: filter.get('q') ?? '' }),
  }
  const list = usePages(listResources, asked, pageSize)
  const search = useRef<HTMLDivElement>(null)
  const rows = list.data ?? []
  const at = filter.get('at')
  const navigate = useNavigate()
  const step = (by: number) => {
    const here = rows.findIndex((row) => row.id === at)
    const next = rows[Math.min(Math.max(here + by, 0), rows.length - 1)]
    if (next !== undefined) filter.set('at', next.id)
  }
  useKeys({
    '/': () => search.current?.querySelector('input')?.focus(),
    j: () => step(1),
    k: () => step(-1),
    Enter: () => at !== null && void navigate(paths.desk.resource(at)),
  })
  const view = counts.data
  if (view === undefined)
    return counts.error ? (
      <Problem
        error={counts.error}
        refusals={resourceRefusals}
        onRetry={() => void counts.refetch()}
      />
    ) : (
      <Loading what={t(words.fetching)} lines={8} />
    )
  return (
    <>
      <section className="res-page">
        <Head view={view} code={code} />
        <Tabs code={code} />
        <Warnings view={view} show={(standing) => filter.set('standing', standing)} />
        <Tools code={code} view={view} filter={filter} asked={asked} box={search} />
        <Found
          list={list}
          rows={rows}
          code={code}
          at={at}
          filtered={
            asked.q !== undefined || asked.kind !== undefined || asked.standing !== undefined
          }
          map={filter.get('view') !== 'list'}
          choose={(id) => filter.set('at', id)}
        />
      </section>
      <KeyBar
        hints={[
          { keys: ['J', 'K'], label: t(words.next) },
          { keys: ['Enter'], label: t(words.open) },
          { keys: ['/'], label: t(words.searchKey) },
        ]}
      />
    </>
  )
}

type ToolsProps = FiltersProps & { asked: Filter; box: RefObject<HTMLDivElement | null> }

function Tools({ code, view, filter, asked, box }: ToolsProps) {
  const { t } = useWords()
  return (
    <div className="res-tools" ref={box}>
      <Filters code={code} view={view} filter={filter} />
      <TextField
        label={t(words.search)}
        type="search"
        defaultValue={filter.get('q') ?? ''}
        onChange={(event) => filter.set('q', event.target.value.trim())}
      />
      <Segmented
        label={t(words.view)}
        value={filter.get('view') === 'list' ? 'list' : 'map'}
        onChange={(next) => filter.set('view', next === 'list' ? 'list' : null)}
        options={[
          { value: 'map', label: t(words.asMap) },
          { value: 'list', label: t(words.asList) },
        ]}
      />
      <Files filter={asked} />
    </div>
  )
}

function Head({ view, code }: { view: Counts; code: string }) {
  const { t } = useWords()
  const area = t(view.area.name)
  return (
    <>
      <Breadcrumb
        steps={view.path.map((step) => ({
          label: t(step.name),
          to: paths.desk.resources(step.code),
        }))}
        here={area}
      >
        {view.children.length === 0 ? undefined : (
          <Popover label={t(words.below, { n: view.children.length })} className="k-def">
            <ul>
              {view.children.map((child) => (
                <li key={child.code}>
                  <Link className="k-link" to={paths.desk.resources(child.code)}>
                    {t(child.name)}
                  </Link>
                </li>
              ))}
            </ul>
          </Popover>
        )}
      </Breadcrumb>
      <PageHeading title={t(words.title, { area })} sub={t(words.sub, { n: count(view.valid) })}>
        {view.mayKeep && (
          <Buttons>
            <ButtonLink to={paths.desk.newResource(code)} look="pri" icon="plus">
              {t(words.add)}
            </ButtonLink>
            <ButtonLink to={paths.desk.importResources(code)}>{t(words.import)}</ButtonLink>
            {view.askable.length > 0 && (
              <ButtonLink to={paths.desk.askResource(code)}>{t(words.ask)}</ButtonLink>
            )}
          </Buttons>
        )}
      </PageHeading>
    </>
  )
}

function Warnings({ view, show }: { view: Counts; show: (standing: string) => void }) {
  const { t } = useWords()
  if (view.ending === 0 && view.over === 0 && view.late === 0) return null
  const seen = (standing: string) => (
    <button type="button" className="k-link" onClick={() => show(standing)}>
      {t(words.seeThem)}
    </button>
  )
  return (
    <Notice tone="zhe">
      {view.ending > 0 && (
        <p>
          {t(words.ending, { n: view.ending, days: view.warnDays })} · {seen('ending')}
        </p>
      )}
      {view.over > 0 && (
        <p>
          {t(words.over, { n: view.over })} · {seen('over')}
        </p>
      )}
      {view.late > 0 && (
        <p>
          {t(words.late, { n: view.late })} ·{' '}
          <Link className="k-link" to={paths.desk.resourceRequests(view.area.code, 'in')}>
            {t(words.seeThem)}
          </Link>
        </p>
      )}
    </Notice>
  )
}

type FiltersProps = { code: string; view: Counts; filter: ReturnType<typeof useFilter> }

function Filters({ code, view, filter }: FiltersProps) {
  const { t } = useWords()
  const kinds = useEndpoint(listResourceKinds, { area: code }).data?.items ?? []
  const n = new Map(view.kinds.map((each) => [each.code, each.n]))
  return (
    <Chips label={t(words.filters)}>
      <ChipSelect
        name={t(words.kind)}
        any={t(words.all)}
        value={filter.get('kind')}
        onChange={(value) => filter.set('kind', value)}
        options={kinds.map((kind) => ({
          value: kind.code,
          label: `${t(kind.words)} ${n.get(kind.code) ?? 0}`,
        }))}
      />
      <ChipSelect
        name={t(words.standing)}
        any={t(words.all)}
        value={filter.get('standing')}
        onChange={(value) => filter.set('standing', value)}
        options={standings.map((value) => ({ value, label: t(standingWords[value]) }))}
      />
      <ChipSelect
        name={t(words.kept)}
        any={t(words.keptBelow)}
        value={filter.get('kept')}
        onChange={(value) => filter.set('kept', value)}
        options={[
          { value: 'here', label: t(words.keptHere) },
          { value: 'above', label: t(words.keptAbove) },
        ]}
      />
    </Chips>
  )
}

function Files({ filter }: { filter: Filter }) {
  const { t } = useWords()
  return (
    <span className="k-row k-compact">
      <Icon name="download" size={15} />
      {t(words.export)}
      {(['xlsx', 'csv'] as const).map((format) => (
        <a
          key={format}
          className="k-link"
          href={fileAddress(listResources, filter, format)}
          download
        >
          {format}
        </a>
      ))}
    </span>
  )
}

type FoundProps = {
  list: ReturnType<typeof usePages<typeof listResources>>
  rows: OutputOf<typeof listResources>['items']
  code: string
  at: string | null
  filtered: boolean
  map: boolean
  choose: (id: string) => void
}

function Found({ list, rows, code, at, filtered, map, choose }: FoundProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  if (list.error && list.data === undefined)
    return (
      <Problem error={list.error} refusals={resourceRefusals} onRetry={() => void list.refetch()} />
    )
  if (list.data === undefined) return <Loading what={t(words.fetching)} lines={8} />
  if (rows.length === 0)
    return filtered ? (
      <Empty title={t(words.noneFound)} then={t(words.noneFoundThen)} />
    ) : (
      <Empty title={t(words.none)} then={t(words.noneThen)} />
    )
  const placed = rows.flatMap((row) =>
    row.lon === null || row.lat === null ? [] : [{ ...row, lon: row.lon, lat: row.lat }],
  )
  return (
    <div className={map ? 'res-body' : ''}>
      <div>
        <ResourceTable rows={rows as ResourceRow[]} selected={at} onChoose={choose} compact={map} />
        <Pager
          shown={rows.length}
          step={pageSize}
          more={list.hasNextPage}
          busy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      </div>
      {map && (
        <section>
          <SectionHeading>{t(words.mapTitle, { n: placed.length })}</SectionHeading>
          <ResourceMap
            code={code}
            label={t(words.mapTitle, { n: placed.length })}
            items={placed}
            chosen={at}
            onChoose={choose}
            onOpen={(id) => void navigate(paths.desk.resource(id))}
          />
        </section>
      )}
    </div>
  )
}
