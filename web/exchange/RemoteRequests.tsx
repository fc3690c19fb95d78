// What was sent to another server: our number and theirs, where it stands, and what went wrong.
import {
  type RemoteRequestState,
  type RemoteRequestView,
  type RemoteView,
  listRemoteRequests,
} from '#core/exchange/contract-remotes.ts'
import { exchangeRefusals, remoteRequestWords } from '#core/exchange/words.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { rowsPerPage, usePages } from '#web/kit/queries.ts'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import type { ShapeName } from '#web/kit/ui/Shape.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Status, type Tone } from '#web/kit/ui/Status.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { remoteWords as words } from './words-remotes.ts'

const faces: Record<RemoteRequestState, { shape: ShapeName; tone: Tone }> = {
  waiting: { shape: 'ring', tone: 'plain' },
  sent: { shape: 'disc', tone: 'plain' },
  settled: { shape: 'disc', tone: 'plain' },
  refused: { shape: 'cross', tone: 'zhu' },
  failed: { shape: 'cross', tone: 'zhu' },
  withdrawn: { shape: 'bars', tone: 'mute' },
  done: { shape: 'disc', tone: 'mute' },
}

export function RemoteRequests({ remote }: { remote: RemoteView }) {
  const { t } = useWords()
  const list = usePages(listRemoteRequests, { id: remote.id })
  const rows = list.data
  if (list.error && !rows)
    return (
      <Problem error={list.error} refusals={exchangeRefusals} onRetry={() => void list.refetch()} />
    )
  if (!rows) return <Loading what={t(words.fetchingRequests)} />
  if (rows.length === 0)
    return (
      <Empty title={t(words.noRequests)}>
        {t(words.noRequestsThen, { unit: t(remote.unitName) })}
      </Empty>
    )
  return (
    <section>
      <SectionHeading>{t(words.requests)}</SectionHeading>
      <RequestTable rows={rows} />
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

function RequestTable({ rows }: { rows: RemoteRequestView[] }) {
  const { t } = useWords()
  const times = useTimes()
  return (
    <Table
      caption={t(words.requests)}
      columns={[
        { key: 'since', head: t(words.since), cell: (row) => times.dayTime(row.createdAt) },
        { key: 'case', head: t(words.caseNumber), cell: (row) => row.caseNumber },
        {
          key: 'remote',
          head: t(words.remoteNumber),
          cell: (row) => row.remoteNumber ?? t(words.noNumber),
        },
        { key: 'service', head: t(words.service), cell: (row) => row.service ?? '—' },
        { key: 'state', head: t(words.outcome), cell: (row) => <Outcome row={row} /> },
        { key: 'tries', head: t(words.tries), figure: true, cell: (row) => row.tries },
        {
          key: 'heard',
          head: t(words.heard),
          cell: (row) => (row.heardAt === null ? t(words.never) : times.dayTime(row.heardAt)),
        },
      ]}
      rows={rows}
      rowKey={(row) => row.id}
    />
  )
}

function Outcome({ row }: { row: RemoteRequestView }) {
  const { t } = useWords()
  const times = useTimes()
  const face = faces[row.state]
  const again =
    row.state === 'waiting' && row.tries > 0 && row.nextTryAt !== null
      ? t(words.next, { time: times.dayTime(row.nextTryAt) })
      : null
  return (
    <>
      <Status {...face} tone={again === null ? face.tone : 'zhe'}>
        {again ?? t(remoteRequestWords[row.state])}
      </Status>
      {row.lastError !== null && <div className="k-note">{row.lastError}</div>}
    </>
  )
}
