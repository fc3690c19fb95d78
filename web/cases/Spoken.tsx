// A voice note: heard here, and written down by whoever heard it, so that the next one can read it.
import { useState } from 'react'
import { type CaseView, type EntryView, getCase } from '#core/cases/contract.ts'
import { noteCase } from '#core/cases/contract-moves.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand } from '#web/kit/queries.ts'
import { air } from '#web/kit/spacing.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { ErrorSummary, TextArea } from '#web/kit/ui/Field.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { recordingOf } from './case-photos.ts'
import { voiceWords as words } from './words-voice.ts'
import './attached.css'

type Props = { entry: EntryView; view: CaseView }

export function Spoken({ entry, view }: Props) {
  return (
    <ul className="case-spoken">
      {entry.recordings.map((hash) => (
        <One key={hash} hash={hash} entry={entry} view={view} />
      ))}
    </ul>
  )
}

function One({ hash, entry, view }: Props & { hash: string }) {
  const { t } = useWords()
  const [gone, setGone] = useState(false)
  const written = view.timeline.filter(({ transcriptOf }) => transcriptOf === hash)
  const label = t(words.heard, { n: entry.seconds ?? 0 })
  return (
    <li>
      {gone ? (
        <p className="k-note">{t(words.gone)}</p>
      ) : (
        <>
          <span className="k-label">{label}</span>
          <audio
            controls
            preload="none"
            aria-label={label}
            src={recordingOf(hash, view.number)}
            onError={() => setGone(true)}
          />
          <p className="k-note">{t(words.logged)}</p>
        </>
      )}
      {written.map((one) => (
        <p key={one.version} className="k-quote">
          {air(one.reason ?? '')}
        </p>
      ))}
      {written.length === 0 && !gone && <WriteDown hash={hash} view={view} />}
    </li>
  )
}

function WriteDown({ hash, view }: { hash: string; view: CaseView }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  const act = useCommand(noteCase, { about: view.number, refresh: [getCase] })
  if (!view.moves.some(({ move, why }) => move === 'note' && why === null)) return null
  if (!open)
    return (
      <Button look="quiet" icon="pencil" onClick={() => setOpen(true)}>
        {t(words.writeDown)}
      </Button>
    )
  const send = () =>
    act.mutate({ number: view.number, words: said.trim(), photos: [], transcriptOf: hash })
  return (
    <>
      <ErrorSummary errors={act.error === null ? [] : [t(wordsOfError(act.error, refusalWords))]} />
      <TextArea
        label={t(words.transcript)}
        hint={t(words.transcriptHint)}
        value={said}
        maxLength={500}
        onChange={(event) => setSaid(event.target.value)}
      />
      <Button
        whyNot={said.trim().length < 2 ? t(words.transcriptEmpty) : null}
        busy={act.isPending}
        onClick={send}
      >
        {t(words.keep)}
      </Button>
    </>
  )
}
