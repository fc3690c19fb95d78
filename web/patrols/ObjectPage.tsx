// One object, how it was found and what it was before: by day, without anybody's name.
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import {
  type FoundView,
  keepObject,
  type ObjectVersion,
  type ObjectView,
  readObject,
} from '#core/patrols/contract-inspections.ts'
import { objectKindWords, patrolRefusals, resultWords } from '#core/patrols/words.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { PageHeading, SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { PointMap } from '#web/places/PointMap.tsx'
import { ObjectForm } from './ObjectForm.tsx'
import { type GridOption, useGrids } from './ObjectsPage.tsx'
import { roundWords as words } from './words-rounds.ts'
import './patrols.css'

export function ObjectPage() {
  const { code = '', id = '' } = useParams()
  const { t } = useWords()
  const page = useEndpoint(readObject, { code, id })
  const grids = useGrids(code)
  const [changing, change] = useState(false)
  if (page.error && !page.data)
    return (
      <Problem error={page.error} refusals={patrolRefusals} onRetry={() => void page.refetch()} />
    )
  if (!page.data) return <Loading lines={4} />
  const { object, found, versions } = page.data
  const { area, kind, name, tag, point } = object
  return (
    <div className="patrol-page">
      <Link className="k-link" to={paths.desk.objects(code)}>
        {t(words.objectsOf)}
      </Link>
      <PageHeading title={name} />
      <p className="k-compact k-sub">
        {[t(objectKindWords[kind]), tag, object.endedOn === null ? null : t(words.ended)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {point !== null && !changing && (
        <PointMap code={code} name={name} spot={point} chosen={area} onTap={null} />
      )}
      <SectionHeading>{t(words.history)}</SectionHeading>
      <p className="k-note">{t(words.noTrail)}</p>
      <History found={found} />
      {versions.length > 1 && <Versions versions={versions} grids={grids} />}
      {object.endedOn === null && (
        <Change
          code={code}
          object={object}
          grids={grids}
          open={changing}
          onOpen={change}
          onStale={() => void page.refetch()}
        />
      )}
    </div>
  )
}

function History({ found }: { found: FoundView[] }) {
  const { t } = useWords()
  const times = useTimes()
  if (found.length === 0) return <Empty title={t(words.never)} />
  return (
    <Table
      caption={t(words.history)}
      rows={found}
      rowKey={({ onDay, result }) => `${onDay} ${result}`}
      columns={[
        { key: 'day', head: t(words.day), cell: ({ onDay }) => times.day(onDay) },
        { key: 'result', head: t(words.result), cell: ({ result }) => t(resultWords[result]) },
        { key: 'words', head: t(words.words), cell: (row) => row.words ?? '' },
        {
          key: 'case',
          head: t(words.case),
          cell: ({ caseNumber }) =>
            caseNumber === null ? (
              ''
            ) : (
              <Link className="k-link" to={paths.desk.case(caseNumber)}>
                {caseNumber}
              </Link>
            ),
        },
      ]}
    />
  )
}

function Versions({ versions, grids }: { versions: ObjectVersion[]; grids: GridOption[] }) {
  const { t } = useWords()
  const times = useTimes()
  const gridOf = (area: string) => grids.find(({ value }) => value === area)?.label
  return (
    <>
      <SectionHeading>{t(words.versions)}</SectionHeading>
      <Table
        caption={t(words.versions)}
        rows={versions}
        rowKey={({ version }) => String(version)}
        columns={[
          { key: 'day', head: t(words.sinceDay), cell: ({ onDay }) => times.day(onDay) },
          { key: 'name', head: t(words.name), cell: ({ name }) => name },
          { key: 'kind', head: t(words.kind), cell: ({ kind }) => t(objectKindWords[kind]) },
          { key: 'tag', head: t(words.tag), cell: ({ tag }) => tag ?? '' },
          { key: 'grid', head: t(words.grid), cell: ({ area }) => gridOf(area) ?? t(words.whole) },
        ]}
      />
    </>
  )
}

type ChangeProps = {
  code: string
  object: ObjectView
  grids: GridOption[]
  /** While it is changed, the form's own map is the one to look at. */
  open: boolean
  onOpen: (open: boolean) => void
  onStale: () => void
}

function Change({ open, onOpen, ...props }: ChangeProps) {
  const { t } = useWords()
  return (
    <>
      {open && <ObjectForm {...props} onDone={() => onOpen(false)} />}
      <Buttons>
        <Button onClick={() => onOpen(!open)}>{t(open ? words.leave : words.edit)}</Button>
        {!open && <End code={props.code} object={props.object} />}
      </Buttons>
    </>
  )
}

function End({ code, object }: { code: string; object: ObjectView }) {
  const { t } = useWords()
  const { id, area, kind, name, tag, point, version } = object
  const end = useCommand(keepObject, { refresh: [readObject] })
  return (
    <>
      {end.error !== null && (
        <p className="k-note" role="alert">
          {t(wordsOfError(end.error, patrolRefusals))}
        </p>
      )}
      <Button
        look="quiet"
        busy={end.isPending}
        onClick={() =>
          end.mutate({
            code,
            id,
            area,
            kind,
            name,
            tag,
            point,
            ended: true,
            expectedVersion: version,
          })
        }
      >
        {t(words.end)}
      </Button>
    </>
  )
}
