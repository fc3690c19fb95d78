// One other server: whether it answers, what was sent to it and where that stands there.
import { useState } from 'react'
import { useParams } from 'react-router'
import {
  type RemoteView,
  endRemote,
  hurryRemote,
  listRemoteRequests,
  listRemotes,
  type tryRemote,
} from '#core/exchange/contract-remotes.ts'
import { sendableWords } from '#core/exchange/remote.ts'
import { exchangeRefusals } from '#core/exchange/words.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, usePages } from '#web/kit/queries.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Breadcrumb } from '#web/kit/ui/Breadcrumb.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Facts, Room } from '#web/kit/ui/Room.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { RemoteForm } from './RemoteForm.tsx'
import { RemoteRequests } from './RemoteRequests.tsx'
import { RemoteStatus } from './RemotesView.tsx'
import { useTrial } from './useTrial.ts'
import { remoteWords as words } from './words-remotes.ts'
import './exchange.css'

type Asked = 'change' | 'end' | null
type Trial = OutputOf<typeof tryRemote>

export function RemotePage() {
  const { t } = useWords()
  const id = useParams()['id'] ?? ''
  const list = usePages(listRemotes, {})
  const [asked, ask] = useState<Asked>(null)
  const trial = useTrial()
  const close = () => ask(null)
  if (list.error && !list.data)
    return (
      <Problem error={list.error} refusals={exchangeRefusals} onRetry={() => void list.refetch()} />
    )
  if (!list.data) return <Loading what={t(words.fetching)} />
  const remote = list.data.find((each) => each.id === id)
  if (remote === undefined) return <Empty title={t(exchangeRefusals.no_such_remote)} />
  return (
    <Room
      crumb={
        <Breadcrumb
          steps={[{ label: t(words.back), to: paths.desk.exchange('remotes') }]}
          here={remote.name}
        />
      }
      title={remote.name}
      sub={t(words.oneSub, { unit: t(remote.unitName) })}
      tools={
        remote.state !== 'ended' && (
          <Acts remote={remote} ask={ask} busy={trial.isPending} onTry={() => trial.mutate(id)} />
        )
      }
    >
      {trial.error && <Problem error={trial.error} refusals={exchangeRefusals} />}
      {trial.data && <Tried trial={trial.data} />}
      {!remote.staffed && <Notice tone="zhe">{t(words.unstaffed)}</Notice>}
      <RemoteFacts remote={remote} />
      <RemoteRequests remote={remote} />
      {asked === 'change' && (
        <RemoteForm code={remote.areaCode} remote={remote} onClose={close} onKept={close} />
      )}
      {asked === 'end' && <EndForm remote={remote} onClose={close} />}
    </Room>
  )
}

function Tried({ trial }: { trial: Trial }) {
  const { t, lang } = useWords()
  if (!trial.reached)
    return (
      <Notice tone="zhe" live>
        {t(words.triedNot, { why: trial.problem ?? '' })}
      </Notice>
    )
  return (
    <Notice tone={trial.unknown.length > 0 ? 'zhe' : 'accent'} live>
      <p>{t(words.tried, { count: trial.services })}</p>
      {trial.unknown.length > 0 && (
        <p>{t(words.unknown, { codes: trial.unknown.join(lang === 'zh' ? '、' : ', ') })}</p>
      )}
    </Notice>
  )
}

type ActsProps = {
  remote: RemoteView
  ask: (asked: Asked) => void
  busy: boolean
  onTry: () => void
}

function Acts({ remote, ask, busy, onTry }: ActsProps) {
  const { t } = useWords()
  const toast = useToast()
  const hurry = useCommand(hurryRemote, {
    refresh: [listRemoteRequests],
    onDone: () => toast(t(words.hurried)),
  })
  return (
    <>
      <Button look="pri" busy={busy} onClick={onTry}>
        {t(words.tryIt)}
      </Button>
      <Button busy={hurry.isPending} onClick={() => hurry.mutate({ id: remote.id })}>
        {t(words.hurry)}
      </Button>
      <Button onClick={() => ask('change')}>{t(words.change)}</Button>
      <Button look="grave" onClick={() => ask('end')}>
        {t(words.end)}
      </Button>
    </>
  )
}

function RemoteFacts({ remote }: { remote: RemoteView }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const joint = lang === 'zh' ? '、' : ', '
  const sends = remote.sends.map((one) => t(sendableWords[one])).join(joint)
  const services = Object.entries(remote.services).map(([ours, theirs]) => `${ours} → ${theirs}`)
  return (
    <Facts
      facts={[
        [t(words.state), <RemoteStatus key="state" state={remote.state} />],
        remote.lastError === null ? null : [t(words.lastError), remote.lastError],
        [t(words.heard), remote.heardAt === null ? t(words.never) : times.dayTime(remote.heardAt)],
        [
          t(words.url),
          <span key="url" className="x-url">
            {remote.url}
          </span>,
        ],
        remote.jurisdiction === null ? null : [t(words.jurisdiction), remote.jurisdiction],
        [t(words.unit), `${t(remote.unitName)} · ${remote.areaName}`],
        [t(words.key), t(remote.hasKey ? words.hasKey : words.noKey)],
        [t(words.sendsShort), sends === '' ? t(words.sendsNone) : sends],
        [t(words.services), services.join(joint)],
        [t(words.offered), t(words.offeredCount, { count: remote.offered.length })],
        [t(words.tokenShort), remote.tokenName ?? t(words.noToken)],
      ]}
    />
  )
}

function EndForm({ remote, onClose }: { remote: RemoteView; onClose: () => void }) {
  const { t } = useWords()
  const toast = useToast()
  const act = useCommand(endRemote, {
    refresh: [listRemotes, listRemoteRequests],
    onDone: () => {
      toast(t(words.ended))
      onClose()
    },
  })
  return (
    <AskDialog
      grave
      title={t(words.endTitle, { name: remote.name })}
      says={t(words.endSays)}
      verb={t(words.end)}
      busy={act.isPending}
      error={act.error}
      refusals={exchangeRefusals}
      onSubmit={() => act.mutate({ id: remote.id })}
      onClose={onClose}
    />
  )
}
