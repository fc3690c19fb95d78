// Commands that wait for a line, and those that were refused and not yet read. Nothing is thrown away silently.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { refusalWords } from '#core/cases/words-refusals.ts'
import type { Words } from '#core/kit/words.ts'
import type { Kept } from '#web/kit/drafts.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { putAside, sendWaiting, waiting } from '#web/kit/outbox.ts'
import { useOwner } from '#web/kit/owner.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Empty, Loading } from '#web/kit/ui/States.tsx'
import { Status } from '#web/kit/ui/Status.tsx'
import { commonRefusalWords, kitWords } from '#web/kit/words.ts'
import { moveOfCommand } from '../command-words.ts'
import { fieldWords } from './words-field.ts'
import './field.css'

const refusals: Readonly<Record<string, Words | undefined>> = {
  ...commonRefusalWords,
  ...refusalWords,
}

export function OutboxPage() {
  const { t } = useWords()
  const owner = useOwner()
  const [busy, setBusy] = useState(false)
  const list = useQuery({
    queryKey: ['waiting-commands', owner, 'list'],
    queryFn: () => waiting(owner),
    refetchInterval: 5_000,
    networkMode: 'always',
  })
  const again = async () => {
    setBusy(true)
    await sendWaiting(owner)
    setBusy(false)
    void list.refetch()
  }
  const kept = list.data
  const pending = (kept ?? []).some((command) => command.refusal === null)
  return (
    <>
      <div className="field-part">
        <h1 className="k-title">{t(fieldWords.outbox)}</h1>
        <p className="k-compact k-sub">{t(kitWords.waitingThen)}</p>
      </div>
      <div className="field-part">
        {kept === undefined ? (
          <Loading lines={2} />
        ) : kept.length === 0 ? (
          <Empty title={t(fieldWords.nothingWaits)} then={t(fieldWords.nothingWaitsThen)} />
        ) : (
          <ul className="field-outbox">
            {kept.map((command) => (
              <Waiting
                key={command.commandId}
                command={command}
                onRead={() => void list.refetch()}
              />
            ))}
          </ul>
        )}
        {pending && (
          <div className="field-act">
            <Button look="pri" big busy={busy} onClick={() => void again()}>
              {t(fieldWords.sendNow)}
            </Button>
          </div>
        )}
      </div>
      <div className="field-part">
        <p className="k-note">{t(fieldWords.privacy)}</p>
      </div>
    </>
  )
}

function Waiting({ command, onRead }: { command: Kept; onRead: () => void }) {
  const { t } = useWords()
  const times = useTimes()
  const why = command.refusal === null ? null : refusals[command.refusal]
  return (
    <li>
      <b>{t(moveOfCommand(command.endpoint))}</b>
      <span className="k-note">
        {command.about ?? t(fieldWords.aboutNothing)} · {times.near(command.madeAt)}
      </span>
      {command.refusal === null ? (
        <Status shape="ring" tone="zhe">
          {t(fieldWords.waitsFor)}
        </Status>
      ) : (
        <>
          <Status shape="triangle" tone="zhu">
            {t(fieldWords.refusedBecause, { why: why ? t(why) : command.refusal })}
          </Status>
          <p className="k-note">{t(fieldWords.refusedNote)}</p>
          <Button onClick={() => void putAside(command.commandId).then(onRead)}>
            {t(fieldWords.read)}
          </Button>
        </>
      )}
    </li>
  )
}
