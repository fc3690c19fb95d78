// Other systems: who is told of what, and whether they hear it. Kept by the system administrator.
import { useState } from 'react'
import { Link } from 'react-router'
import { listWebhooks, type WebhookView } from '#core/exchange/contract-webhooks.ts'
import { eventKinds, eventWords } from '#core/exchange/webhook.ts'
import { exchangeRefusals } from '#core/exchange/words.ts'
import { useChoices } from '#web/kit/choices.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { rowsPerPage, usePages } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Segmented } from '#web/kit/ui/Chip.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { Room } from '#web/kit/ui/Room.tsx'
import { Empty, Loading, NoPermission, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { useMe } from '#web/people/me.ts'
import { carries } from '#web/people/rights-of-me.ts'
import { AddWebhook } from './AddWebhook.tsx'
import { AddRemote, RemotesView } from './RemotesView.tsx'
import { SecretOnce } from './SecretOnce.tsx'
import { WebhookStatus } from './WebhookStatus.tsx'
import { exchangeWords as words } from './words-exchange.ts'
import { remoteWords } from './words-remotes.ts'
import './exchange.css'

export function ExchangePage() {
  const { t } = useWords()
  const me = useMe().data
  const [search, choose] = useChoices()
  const view = views.find((key) => key === search.get('view')) ?? 'webhooks'
  const code = me?.grants[0]?.areaCode
  if (me === undefined || code === undefined) return <Loading />
  if (!carries(me, 'keepExchange'))
    return <NoPermission title={t(words.notHere)} because={t(words.notHereBecause)} />
  return (
    <Room
      title={t(words.title)}
      sub={t(view === 'webhooks' ? words.sub : remoteWords.sub)}
      tools={
        <>
          <Segmented
            label={t(remoteWords.views)}
            options={views.map((key) => ({ value: key, label: t(names[key]) }))}
            value={view}
            onChange={(to) => choose({ view: to }, { push: true })}
          />
          {view === 'webhooks' ? <Adding code={code} /> : <AddRemote code={code} />}
        </>
      }
    >
      {view === 'webhooks' ? <WebhookTable /> : <RemotesView />}
    </Room>
  )
}

const views = ['webhooks', 'remotes'] as const
const names = { webhooks: words.webhooks, remotes: remoteWords.remotes }

function Adding({ code }: { code: string }) {
  const { t } = useWords()
  const [adding, setAdding] = useState(false)
  const [secret, setSecret] = useState<string | null | undefined>(undefined)
  return (
    <>
      <Button look="pri" onClick={() => setAdding(true)}>
        {t(words.add)}
      </Button>
      {adding && (
        <AddWebhook
          code={code}
          onClose={() => setAdding(false)}
          onMade={(made) => {
            setAdding(false)
            setSecret(made)
          }}
        />
      )}
      {secret !== undefined && <SecretOnce secret={secret} onClose={() => setSecret(undefined)} />}
    </>
  )
}

function WebhookTable() {
  const { t } = useWords()
  const times = useTimes()
  const list = usePages(listWebhooks, {})
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
        caption={t(words.webhooks)}
        columns={[
          {
            key: 'name',
            head: t(words.name),
            cell: (row) => (
              <>
                <Link className="k-link" to={paths.desk.webhook(row.id)}>
                  {row.name}
                </Link>
                <div className="k-note x-url">{row.url}</div>
              </>
            ),
          },
          { key: 'area', head: t(words.place), cell: (row) => row.areaName },
          { key: 'kinds', head: t(words.kinds), cell: (row) => <Kinds kinds={row.kinds} /> },
          {
            key: 'hears',
            head: t(words.hears),
            cell: (row) =>
              row.readsCases
                ? t(words.hearsAll, { name: row.tokenName ?? '' })
                : t(words.hearsPublic),
          },
          {
            key: 'state',
            head: t(words.state),
            cell: (row) => <WebhookStatus state={row.state} />,
          },
          { key: 'waiting', head: t(words.waiting), figure: true, cell: (row) => row.waiting },
          {
            key: 'last',
            head: t(words.last),
            cell: (row) =>
              row.deliveredAt === null ? t(words.never) : times.dayTime(row.deliveredAt),
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

function Kinds({ kinds }: { kinds: WebhookView['kinds'] }) {
  const { t, lang } = useWords()
  if (kinds.length === eventKinds.length) return t(words.allKinds, { count: kinds.length })
  return kinds.map((kind) => t(eventWords[kind])).join(lang === 'zh' ? '；' : '; ')
}
