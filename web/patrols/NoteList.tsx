// The notes that are still kept: those on this phone first, then those the server keeps; a press makes one a case.
import { Link } from 'react-router'
import {
  dropNote,
  fileNote,
  type keepNote,
  listNotes,
  type NoteView,
} from '#core/patrols/contract-notes.ts'
import { noteKindWords } from '#core/patrols/words.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { listCases } from '#core/cases/contract.ts'
import type { Kept } from '#web/kit/drafts.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, usePages } from '#web/kit/queries.ts'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { MorePages } from '#web/kit/ui/MorePages.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { Status } from '#web/kit/ui/Status.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { photoOf, recordingOf } from '#web/cases/case-photos.ts'
import { useKept } from '#web/cases/field/kept.ts'
import { noteAbout, noteIn } from './note-about.ts'
import { noteRefusals } from './refusals.ts'
import { notesWords as words } from './words-notes.ts'

type Written = Pick<InputOf<typeof keepNote>, 'id' | 'kind' | 'text'>

/** What waits here about notes: those not yet sent, and those that will be a case. */
function waitingNotes(kept: readonly Kept[]) {
  const open = kept.filter((one) => one.refusal === null && noteIn(one.about) !== null)
  const written = open
    .filter(({ endpoint }) => endpoint === 'keepNote')
    .map(({ request }) => JSON.parse(request.body ?? '{}') as Written)
  const ids = (endpoint: string) =>
    new Set(open.filter((one) => one.endpoint === endpoint).map(({ about }) => noteIn(about)))
  return { written, toFile: ids('fileNote'), dropped: ids('dropNote') }
}

export function NoteList() {
  const { t } = useWords()
  const list = usePages(listNotes, {})
  const { written, toFile, dropped } = waitingNotes(useKept().data ?? [])
  const items = (list.data ?? []).filter(({ id }) => !dropped.has(id))
  const known = new Set(items.map(({ id }) => id))
  const here = written.filter(({ id }) => !known.has(id))
  return (
    <section className="field-part">
      <SectionHeading>{t(words.list)}</SectionHeading>
      {list.error !== null && items.length + here.length === 0 ? (
        <Problem error={list.error} onRetry={() => void list.refetch()} />
      ) : list.data === undefined && here.length === 0 ? (
        <Loading lines={3} />
      ) : items.length + here.length === 0 ? (
        <Empty title={t(words.none)} then={t(words.noneThen)} />
      ) : (
        <ul className="note-list">
          {here.map((note) => (
            <One key={note.id} note={note} kept={null} toFile={toFile.has(note.id)} />
          ))}
          {items.map((note) => (
            <One key={note.id} note={note} kept={note} toFile={toFile.has(note.id)} />
          ))}
        </ul>
      )}
      <MorePages list={list} />
    </section>
  )
}

type OneProps = { note: Written; kept: NoteView | null; toFile: boolean }

function One({ note, kept, toFile }: OneProps) {
  const { t } = useWords()
  const times = useTimes()
  if (kept?.caseNumber != null)
    return (
      <li>
        <p className="k-compact">
          {t(words.isCase)}
          <Link className="k-link" to={paths.field.task(kept.caseNumber)}>
            {kept.caseNumber}
          </Link>
        </p>
      </li>
    )
  return (
    <li>
      <p className="k-note">
        {t(noteKindWords[note.kind])}
        {kept?.address != null && ` · ${kept.address}`}
        {kept !== null && ` · ${t(words.until, { day: times.day(kept.expiresOn) })}`}
      </p>
      {note.text !== '' && <p>{note.text}</p>}
      {kept !== null && <Hanging note={kept} />}
      {(kept === null || toFile) && (
        <Status shape="ring" tone="zhe" size={12}>
          {t(toFile ? words.willFile : words.waits)}
        </Status>
      )}
      {!toFile && <Acts id={note.id} />}
    </li>
  )
}

function Hanging({ note }: { note: NoteView }) {
  const { t } = useWords()
  const of = `note-${note.id}`
  return (
    <>
      {note.photos.length > 0 && (
        <div className="note-photos">
          {note.photos.map((hash, i) => (
            <img
              key={hash}
              src={photoOf(hash, of, 'thumb')}
              alt={t(words.photo, { n: i + 1 })}
              loading="lazy"
            />
          ))}
        </div>
      )}
      {note.recordings.map((hash) => (
        <audio
          key={hash}
          controls
          preload="none"
          aria-label={t(words.heard)}
          src={recordingOf(hash, of)}
        />
      ))}
    </>
  )
}

function Acts({ id }: { id: string }) {
  const { t } = useWords()
  const toast = useToast()
  const about = noteAbout(id)
  const file = useCommand(fileNote, {
    about,
    refresh: [listNotes, listCases],
    onDone: ({ number }) => toast(t(words.filed, { number })),
    onKept: () => toast(t(words.fileKept)),
  })
  const drop = useCommand(dropNote, { about, refresh: [listNotes] })
  const error = file.error ?? drop.error
  const refused = error !== null && 'refusal' in error
  return (
    <>
      {refused && (
        <p className="k-note" role="alert">
          {t(wordsOfError(error, noteRefusals))}
        </p>
      )}
      <Buttons>
        <Button icon="up" busy={file.isPending} onClick={() => file.mutate({ id })}>
          {t(words.file)}
        </Button>
        <Button look="quiet" busy={drop.isPending} onClick={() => drop.mutate({ id })}>
          {t(words.drop)}
        </Button>
      </Buttons>
    </>
  )
}
