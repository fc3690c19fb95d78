// One object and how it was found: by day, without anybody's name.
import { Link, useParams } from 'react-router'
import {
  type FoundView,
  keepObject,
  type ObjectView,
  readObject,
} from '#core/patrols/contract-inspections.ts'
import { objectKindWords, patrolRefusals, resultWords } from '#core/patrols/words.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { PageHeading, SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { PointMap } from '#web/places/PointMap.tsx'
import { roundWords as words } from './words-rounds.ts'
import './patrols.css'

export function ObjectPage() {
  const { code = '', id = '' } = useParams()
  const { t } = useWords()
  const page = useEndpoint(readObject, { code, id })
  if (page.error && !page.data)
    return (
      <Problem error={page.error} refusals={patrolRefusals} onRetry={() => void page.refetch()} />
    )
  if (!page.data) return <Loading lines={4} />
  const { object, found } = page.data
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
      {point !== null && (
        <PointMap code={code} name={name} spot={point} chosen={area} onTap={null} />
      )}
      <SectionHeading>{t(words.history)}</SectionHeading>
      <p className="k-note">{t(words.noTrail)}</p>
      <History found={found} />
      {object.endedOn === null && <End code={code} object={object} />}
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

function End({ code, object }: { code: string; object: ObjectView }) {
  const { t } = useWords()
  const { id, area, kind, name, tag, point } = object
  const end = useCommand(keepObject, { refresh: [readObject] })
  return (
    <>
      {end.error !== null && (
        <p className="k-note" role="alert">
          {t(wordsOfError(end.error, patrolRefusals))}
        </p>
      )}
      <Button
        busy={end.isPending}
        onClick={() => end.mutate({ code, id, area, kind, name, tag, point, ended: true })}
      >
        {t(words.end)}
      </Button>
    </>
  )
}
