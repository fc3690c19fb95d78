// Taking a notice back with a reason, and reading what it said before.
import { useState } from 'react'
import {
  type BoardPostView,
  listBoardDesk,
  readBoardTrace,
  withdrawNotice,
} from '#core/notices/contract-board.ts'
import { boardRefusals } from '#core/notices/words-board.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { Dialog } from '#web/kit/ui/Dialog.tsx'
import { TextArea } from '#web/kit/ui/Field.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { useBoardText } from '../board-text.ts'
import { deskBoardWords as words } from './words-desk-board.ts'

type Props = { code: string; post: BoardPostView; onClose: () => void }

export function WithdrawForm({ code, post, onClose }: Props) {
  const { t } = useWords()
  const toast = useToast()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const act = useCommand(withdrawNotice, {
    refresh: [listBoardDesk, readBoardTrace],
    onDone: () => {
      toast(t(words.withdrawn))
      onClose()
    },
  })
  const submit = () => {
    const lacking = reason.trim().length < 2
    setMissing(lacking ? [t(words.need, { what: t(words.reason) })] : [])
    if (!lacking) act.mutate({ code, id: post.id, reason: reason.trim() })
  }
  return (
    <AskDialog
      title={t(words.withdrawTitle, { title: post.title })}
      says={t(words.withdrawSays)}
      verb={t(words.withdraw)}
      grave
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={boardRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea
        label={t(words.reason)}
        hint={t(words.reasonHint)}
        value={reason}
        maxLength={300}
        onChange={(event) => setReason(event.target.value)}
      />
    </AskDialog>
  )
}

const actWords = {
  publish: words.publishAct,
  correct: words.correctAct,
  withdraw: words.withdrawAct,
} as const

export function TraceDialog({ code, post, onClose }: Props) {
  const { t } = useWords()
  const times = useTimes()
  const text = useBoardText()
  const found = useEndpoint(readBoardTrace, { code, id: post.id })
  return (
    <Dialog
      open
      title={t(words.trace)}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t(words.close)}</Button>}
    >
      {found.data ? (
        <ol className="desk-board-trace">
          {found.data.items.map((entry) => (
            <li key={entry.version}>
              <b>{`${t(actWords[entry.act])} · ${entry.by} · ${times.dayTime(entry.at)}`}</b>
              {entry.reason !== null && <p className="k-compact k-sub">{entry.reason}</p>}
              <p className="k-compact">{`${entry.title}（${text.days(entry)}）`}</p>
              <p className="k-compact">{entry.body}</p>
            </li>
          ))}
        </ol>
      ) : found.error ? (
        <Problem
          error={found.error}
          refusals={boardRefusals}
          onRetry={() => void found.refetch()}
        />
      ) : (
        <Loading />
      )}
    </Dialog>
  )
}
