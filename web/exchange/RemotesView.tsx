// Other Open311 servers that stand for units of ours, and how the line to each of them is.
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { type RemoteState, listRemotes } from '#core/exchange/contract-remotes.ts'
import { exchangeRefusals, remoteStateWords } from '#core/exchange/words.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { rowsPerPage, usePages } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import type { ShapeName } from '#web/kit/ui/Shape.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Status, type Tone } from '#web/kit/ui/Status.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { RemoteForm } from './RemoteForm.tsx'
import { remoteWords as words } from './words-remotes.ts'

const faces: Record<RemoteState, { shape: ShapeName; tone: Tone }> = {
  untried: { shape: 'ring', tone: 'plain' },
  working: { shape: 'disc', tone: 'plain' },
  failing: { shape: 'triangle', tone: 'zhe' },
  ended: { shape: 'cross', tone: 'mute' },
}

export function RemoteStatus({ state }: { state: RemoteState }) {
  const { t } = useWords()
  return <Status {...faces[state]}>{t(remoteStateWords[state])}</Status>
}

export function AddRemote({ code }: { code: string }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="pri" onClick={() => setOpen(true)}>
        {t(words.add)}
      </Button>
      {open && (
        <RemoteForm
          code={code}
          remote={null}
          onClose={() => setOpen(false)}
          onKept={(id) => void navigate(paths.desk.remote(id))}
        />
      )}
    </>
  )
}

export function RemotesView() {
  const { t } = useWords()
  const times = useTimes()
  const list = usePages(listRemotes, {})
  const rows = list.data
  if (list.error && !rows)
    return (
      <Problem error={list.error} refusals={exchangeRefusals} onRetry={() => void list.refetch()} />
    )
  if (!rows) return <Loading what={t(words.fetching)} />
  if (rows.length === 0) return <Empty title={t(words.none)}>{t(words.noneThen)}</Empty>
  return (
    <>
      <Table
        caption={t(words.remotes)}
        columns={[
          {
            key: 'name',
            head: t(words.name),
            cell: (row) => (
              <>
                <Link className="k-link" to={paths.desk.remote(row.id)}>
                  {row.name}
                </Link>
                <div className="k-note x-url">{row.url}</div>
              </>
            ),
          },
          {
            key: 'unit',
            head: t(words.unit),
            cell: (row) => (
              <>
                {t(row.unitName)}
                <div className="k-note">{row.areaName}</div>
              </>
            ),
          },
          {
            key: 'state',
            head: t(words.state),
            cell: (row) => (
              <>
                <RemoteStatus state={row.state} />
                {row.lastError !== null && <div className="k-note">{row.lastError}</div>}
              </>
            ),
          },
          { key: 'open', head: t(words.open), figure: true, cell: (row) => row.open },
          {
            key: 'heard',
            head: t(words.heard),
            cell: (row) => (row.heardAt === null ? t(words.never) : times.dayTime(row.heardAt)),
          },
        ]}
        rows={rows}
        rowKey={(row) => row.id}
      />
      <Pager
        rows
        shown={rows.length}
        step={rowsPerPage}
        more={list.hasNextPage}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  )
}
