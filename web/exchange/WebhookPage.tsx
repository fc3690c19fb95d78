// One webhook: what was sent, what came of it, and what can be done about it.
import { useState } from 'react'
import { useParams } from 'react-router'
import {
  type DeliveryView,
  type WebhookView,
  listDeliveries,
  listWebhooks,
  replayWebhook,
  resumeWebhook,
  tryWebhook,
} from '#core/exchange/contract-webhooks.ts'
import { type EventKind, eventWords } from '#core/exchange/webhook.ts'
import { exchangeRefusals } from '#core/exchange/words.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { rowsPerPage, useCommand, usePages } from '#web/kit/queries.ts'
import { Breadcrumb } from '#web/kit/ui/Breadcrumb.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { Facts, Room } from '#web/kit/ui/Room.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Status } from '#web/kit/ui/Status.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { SecretOnce } from './SecretOnce.tsx'
import { WebhookStatus } from './WebhookStatus.tsx'
import { EndForm, RotateForm, SinceForm } from './webhook-forms.tsx'
import { exchangeWords as words } from './words-exchange.ts'
import './exchange.css'

type Asked = 'since' | 'rotate' | 'end' | null

export function WebhookPage() {
  const { t } = useWords()
  const times = useTimes()
  const id = useParams()['id'] ?? ''
  const list = usePages(listWebhooks, {})
  const [asked, ask] = useState<Asked>(null)
  const [secret, setSecret] = useState<string | null | undefined>(undefined)
  const close = () => ask(null)
  if (list.error && !list.data)
    return (
      <Problem error={list.error} refusals={exchangeRefusals} onRetry={() => void list.refetch()} />
    )
  if (!list.data) return <Loading what={t(words.fetching)} />
  const webhook = list.data.find((each) => each.id === id)
  if (webhook === undefined) return <Empty title={t(exchangeRefusals.no_such_webhook)} />
  const older = webhook.olderSecretUntil
  return (
    <Room
      crumb={
        <Breadcrumb
          steps={[{ label: t(words.back), to: paths.desk.exchange() }]}
          here={webhook.name}
        />
      }
      title={webhook.name}
      sub={t(words.deliveriesSub)}
      tools={webhook.state !== 'ended' && <Acts webhook={webhook} ask={ask} />}
    >
      <Facts
        facts={[
          [t(words.state), <WebhookStatus key="state" state={webhook.state} />],
          [
            t(words.url),
            <span key="url" className="x-url">
              {webhook.url}
            </span>,
          ],
          [t(words.place), webhook.areaName],
          [
            t(words.hears),
            webhook.readsCases
              ? t(words.hearsAll, { name: webhook.tokenName ?? '' })
              : t(words.hearsPublic),
          ],
          older === null
            ? null
            : [t(words.secretTitle), t(words.olderUntil, { time: times.dayTime(older) })],
        ]}
      />
      <Deliveries webhook={webhook} />
      {asked === 'since' && <SinceForm webhook={webhook} onClose={close} />}
      {asked === 'end' && <EndForm webhook={webhook} onClose={close} />}
      {asked === 'rotate' && (
        <RotateForm
          webhook={webhook}
          onClose={close}
          onMade={(made) => {
            close()
            setSecret(made)
          }}
        />
      )}
      {secret !== undefined && <SecretOnce secret={secret} onClose={() => setSecret(undefined)} />}
    </Room>
  )
}

function Acts({ webhook, ask }: { webhook: WebhookView; ask: (asked: Asked) => void }) {
  const { t } = useWords()
  const toast = useToast()
  const refresh = [listWebhooks, listDeliveries]
  const ping = useCommand(tryWebhook, { refresh, onDone: () => toast(t(words.tryDone)) })
  const resume = useCommand(resumeWebhook, { refresh, onDone: () => toast(t(words.resumed)) })
  return (
    <>
      {webhook.state === 'disabled' ? (
        <Button
          look="pri"
          busy={resume.isPending}
          onClick={() => resume.mutate({ id: webhook.id })}
        >
          {t(words.resume)}
        </Button>
      ) : (
        <Button look="pri" busy={ping.isPending} onClick={() => ping.mutate({ id: webhook.id })}>
          {t(words.tryIt)}
        </Button>
      )}
      <Button onClick={() => ask('since')}>{t(words.since)}</Button>
      <Button onClick={() => ask('rotate')}>{t(words.rotate)}</Button>
      <Button look="grave" onClick={() => ask('end')}>
        {t(words.end)}
      </Button>
    </>
  )
}

function Deliveries({ webhook }: { webhook: WebhookView }) {
  const { t } = useWords()
  const times = useTimes()
  const toast = useToast()
  const list = usePages(listDeliveries, { id: webhook.id })
  const again = useCommand(replayWebhook, {
    refresh: [listDeliveries],
    onDone: () => toast(t(words.againDone)),
  })
  const rows = list.data
  if (list.error && !rows)
    return (
      <Problem error={list.error} refusals={exchangeRefusals} onRetry={() => void list.refetch()} />
    )
  if (!rows) return <Loading what={t(words.fetchingDeliveries)} />
  if (rows.length === 0)
    return <Empty title={t(words.noDeliveries)}>{t(words.noDeliveriesThen)}</Empty>
  return (
    <>
      <Table
        caption={t(words.deliveries)}
        columns={[
          { key: 'at', head: t(words.happened), cell: (row) => times.dayTime(row.happenedAt) },
          { key: 'kind', head: t(words.kind), cell: (row) => <Kind kind={row.kind} /> },
          { key: 'case', head: t(words.caseNumber), cell: (row) => row.caseNumber ?? '' },
          { key: 'outcome', head: t(words.outcome), cell: (row) => <Outcome delivery={row} /> },
          { key: 'tries', head: t(words.tries), figure: true, cell: (row) => row.tries },
          {
            key: 'again',
            head: <span className="k-sr">{t(words.again)}</span>,
            cell: (row) =>
              webhook.state === 'ended' || row.state === 'waiting' ? null : (
                <Button
                  busy={again.isPending}
                  onClick={() => again.mutate({ id: webhook.id, delivery: row.id })}
                >
                  {t(words.again)}
                </Button>
              ),
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

function Kind({ kind }: { kind: string }) {
  const { t } = useWords()
  return t(kind in eventWords ? eventWords[kind as EventKind] : words.ping)
}

function Outcome({ delivery }: { delivery: DeliveryView }) {
  const { t } = useWords()
  const times = useTimes()
  const { state, deliveredAt, nextTryAt, lastError } = delivery
  const why = lastError === null ? null : <div className="k-note">{lastError}</div>
  if (state === 'delivered')
    return (
      <Status shape="disc">
        {t(words.delivered, { time: deliveredAt === null ? '' : times.dayTime(deliveredAt) })}
      </Status>
    )
  if (state === 'failed')
    return (
      <>
        <Status shape="cross" tone="zhu">
          {t(words.failed)}
        </Status>
        {why}
      </>
    )
  if (state === 'missed')
    return (
      <Status shape="bars" tone="zhe">
        {t(words.missed)}
      </Status>
    )
  return (
    <>
      <Status shape="ring" tone={lastError === null ? 'plain' : 'zhe'}>
        {lastError === null
          ? t(words.waiting)
          : t(words.next, { time: nextTryAt === null ? '' : times.dayTime(nextTryAt) })}
      </Status>
      {why}
    </>
  )
}
