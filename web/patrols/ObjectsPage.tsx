// The desk's page of managed objects and the plans to look at them: two lists, and the forms that add to them.
import { useState } from 'react'
import { Link } from 'react-router'
import { readArea } from '#core/places/contract.ts'
import { listObjects, type ObjectView } from '#core/patrols/contract-inspections.ts'
import { objectKindWords, patrolRefusals } from '#core/patrols/words.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint, usePages } from '#web/kit/queries.ts'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { MorePages } from '#web/kit/ui/MorePages.tsx'
import { PageHeading, SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { useDeskArea } from '#web/people/desk-area.ts'
import { ImportForm } from './ImportForm.tsx'
import { ObjectForm } from './ObjectForm.tsx'
import { Plans } from './Plans.tsx'
import { PrintCodes } from './PrintCodes.tsx'
import { roundWords as words } from './words-rounds.ts'
import './patrols.css'

export function ObjectsPage() {
  const code = useDeskArea()
  return code === null ? <Loading /> : <Objects key={code} code={code} />
}

export type GridOption = { value: string; label: string }

/** The grids of a community, to say where a thing stands and whose round it is. */
export function useGrids(code: string): GridOption[] {
  const { lang } = useWords()
  const children = useEndpoint(readArea, { code }).data?.children ?? []
  return children
    .filter(({ level }) => level === 'grid')
    .map((grid) => ({
      value: grid.code,
      label: lang === 'en' ? (grid.nameEn ?? grid.name) : grid.name,
    }))
}

function Objects({ code }: { code: string }) {
  const { t } = useWords()
  const grids = useGrids(code)
  const [form, setForm] = useState<'add' | 'paste' | 'codes' | null>(null)
  const list = usePages(listObjects, { code })
  const rows = list.data
  return (
    <div className="patrol-page">
      <PageHeading title={t(words.objectsOf)} />
      <p className="k-compact k-sub">{t(words.noTrail)}</p>
      <SectionHeading>{t(words.objects)}</SectionHeading>
      <Buttons>
        <Button icon="plus" onClick={() => setForm(form === 'add' ? null : 'add')}>
          {t(words.add)}
        </Button>
        <Button onClick={() => setForm(form === 'paste' ? null : 'paste')}>{t(words.paste)}</Button>
        <Button icon="printer" onClick={() => setForm(form === 'codes' ? null : 'codes')}>
          {t(words.codes)}
        </Button>
      </Buttons>
      {form === 'add' && <ObjectForm code={code} grids={grids} onDone={() => setForm(null)} />}
      {form === 'codes' && <PrintCodes code={code} grids={grids} />}
      {form === 'paste' && <ImportForm code={code} onDone={() => setForm(null)} />}
      {rows === undefined ? (
        list.error ? (
          <Problem
            error={list.error}
            refusals={patrolRefusals}
            onRetry={() => void list.refetch()}
          />
        ) : (
          <Loading lines={4} />
        )
      ) : rows.length === 0 ? (
        <Empty title={t(words.noObjects)} then={t(words.noObjectsThen)} />
      ) : (
        <ObjectTable rows={rows} code={code} grids={grids} />
      )}
      <MorePages list={list} />
      {rows !== undefined && <Plans code={code} grids={grids} objects={rows} />}
    </div>
  )
}

type TableProps = { rows: ObjectView[]; code: string; grids: GridOption[] }

function ObjectTable({ rows, code, grids }: TableProps) {
  const { t } = useWords()
  const gridOf = (area: string) => grids.find(({ value }) => value === area)?.label
  return (
    <Table
      caption={t(words.objects)}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          head: t(words.name),
          cell: ({ id, name, endedOn }) => (
            <>
              <Link className="k-link" to={paths.desk.object(code, id)}>
                {name}
              </Link>
              {endedOn !== null && <small className="k-note"> {t(words.ended)}</small>}
            </>
          ),
        },
        { key: 'kind', head: t(words.kind), cell: ({ kind }) => t(objectKindWords[kind]) },
        { key: 'tag', head: t(words.tag), cell: ({ tag }) => tag ?? '' },
        { key: 'grid', head: t(words.grid), cell: ({ area }) => gridOf(area) ?? t(words.whole) },
      ]}
    />
  )
}
