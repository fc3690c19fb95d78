// Commands that wait for a line, and those that were refused and not yet read. Nothing is thrown away silently.
import { useState } from 'react'
import { Link } from 'react-router'
import type { Words } from '#core/kit/words.ts'
import type { Kept } from '#web/kit/drafts.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { putReportAside } from '#web/kit/courier.ts'
import { sendWaiting } from '#web/kit/outbox.ts'
import { useOwner } from '#web/kit/owner.ts'
import { paths } from '#web/kit/paths.ts'
import { attachmentsIn, isCaseMark } from '#web/kit/placeholders.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Empty, Loading } from '#web/kit/ui/States.tsx'
import { Status } from '#web/kit/ui/Status.tsx'
import { commonRefusalWords, kitWords } from '#web/kit/words.ts'
import { moveOfCommand } from '../command-words.ts'
import { useKept } from './kept.ts'
import { useFieldSentences } from './refused.ts'
import { writtenIn } from './unsent.ts'
import { fieldWords } from './words-field.ts'
import { waitingWords } from './words-waiting.ts'
import './field.css'

type Refusals = Readonly<Record<string, Words | undefined>>

/** `beside`: what other rooms of the door may refuse. */
export function OutboxPage({ beside = {} }: { beside?: Refusals }) {
  const { t } = useWords()
  const owner = useOwner()
  const [busy, setBusy] = useState(false)
  const list = useKept()
  const again = async () => {
    setBusy(true)
    await sendWaiting(owner)
    setBusy(false)
    void list.refetch()
  }
  const kept = list.data
  const sentences = useFieldSentences((kept ?? []).some(({ refusal }) => refusal !== null))
  const refusals = { ...commonRefusalWords, ...sentences, ...beside }
  const pending = (kept ?? []).some((command) => command.refusal === null)
  return (
    <>
      <div className="field-part">
        <h1 className="k-title">{t(waitingWords.outbox)}</h1>
        <p className="k-compact k-sub">{t(kitWords.waitingThen)}</p>
      </div>
      <div className="field-part">
        {kept === undefined ? (
          <Loading lines={2} />
        ) : kept.length === 0 ? (
          <Empty title={t(waitingWords.nothingWaits)} then={t(waitingWords.nothingWaitsThen)} />
        ) : (
          <ul className="field-outbox">
            {kept.map((command) => (
              <Waiting
                key={command.commandId}
                command={command}
                refusals={refusals}
                onRead={() => void list.refetch()}
              />
            ))}
          </ul>
        )}
        {pending && (
          <div className="field-act">
            <Button look="pri" big busy={busy} onClick={() => void again()}>
              {t(waitingWords.sendNow)}
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

type WaitingProps = { command: Kept; refusals: Refusals; onRead: () => void }

function Waiting({ command, refusals, onRead }: WaitingProps) {
  const { t } = useWords()
  const times = useTimes()
  const written = writtenIn(command).text?.trim() ?? ''
  const photos = attachmentsIn(command.request).length
  const why = command.refusal === null ? null : refusals[command.refusal]
  return (
    <li>
      <b>{t(moveOfCommand(command.endpoint))}</b>
      <span className="k-note">
        <About command={command} /> {times.near(command.madeAt)}
        {photos > 0 && ` · ${t(waitingWords.withPhotos, { n: photos })}`}
      </span>
      {written !== '' && <span className="k-compact k-sub field-excerpt">{written}</span>}
      {command.refusal === null ? (
        <Status shape="ring" tone="zhe">
          {t(waitingWords.waitsFor)}
        </Status>
      ) : (
        <>
          <Status shape="triangle" tone="zhu">
            {t(waitingWords.refusedBecause, { why: why ? t(why) : command.refusal })}
          </Status>
          <p className="k-note">{t(waitingWords.refusedNote)}</p>
          <Button onClick={() => void putReportAside(command).then(onRead)}>
            {t(waitingWords.read)}
          </Button>
        </>
      )}
    </li>
  )
}

/** The case it is about, to be opened and done anew after a refusal. */
function About({ command: { about } }: { command: Kept }) {
  const { t } = useWords()
  if (about !== null && !isCaseMark(about) && !/^\d/.test(about)) return null
  if (about === null || isCaseMark(about)) return <>{t(waitingWords.aboutNothing)} · </>
  return (
    <>
      <Link className="k-link" to={paths.field.task(about)}>
        {about}
      </Link>{' '}
      ·
    </>
  )
}
