// Jotting down: how one knows, a sentence or a photo or a minute of speech, and a place by a tap.
import { useState } from 'react'
import { keepNote, listNotes } from '#core/patrols/contract-notes.ts'
import { noteKinds, type NoteKind, notePhotosMax, noteTextMax } from '#core/patrols/note.ts'
import { noteKindWords } from '#core/patrols/words.ts'
import { NoConnectionError } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { newCommandId } from '#web/kit/outbox.ts'
import { useCommand } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { ErrorSummary, RadioTiles, TextArea, TextField } from '#web/kit/ui/Field.tsx'
import { PhotoPicker } from '#web/kit/ui/PhotoPicker.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { communityOf, useMyArea } from '#web/cases/field/my-grid.ts'
import { usePhotosToSend } from '#web/cases/field/use-photos.ts'
import { Voice } from '#web/cases/field/Voice.tsx'
import { PointMap } from '#web/places/PointMap.tsx'
import type { Spot } from '#web/places/where-am-i.ts'
import { noteAbout } from './note-about.ts'
import { noteRefusals } from './refusals.ts'
import { notesWords as words } from './words-notes.ts'

export function NoteForm() {
  const [round, setRound] = useState(0)
  return <Form key={round} onKept={() => setRound(round + 1)} />
}

function Form({ onKept }: { onKept: () => void }) {
  const { t } = useWords()
  const form = useNote(onKept)
  return (
    <form
      className="field-part is-raised note-form"
      onSubmit={(event) => (event.preventDefault(), void form.send())}
    >
      <ErrorSummary errors={form.errors} />
      <RadioTiles<NoteKind>
        label={t(words.kind)}
        columns={2}
        options={noteKinds.map((value) => ({ value, label: t(noteKindWords[value]) }))}
        value={form.kind}
        onChange={form.setKind}
      />
      <TextArea
        label={t(words.text)}
        hint={t(words.textHint)}
        value={form.text}
        maxLength={noteTextMax}
        onChange={(event) => form.setText(event.target.value)}
      />
      <PhotoPicker
        label={t(words.photos)}
        photos={form.pictures.photos}
        max={notePhotosMax}
        onChange={form.pictures.setPhotos}
      />
      <Voice note={form.voice} onChange={form.setVoice} />
      <Where spot={form.spot} setSpot={form.setSpot} />
      <TextField
        label={t(words.address)}
        value={form.address}
        maxLength={120}
        onChange={(event) => form.setAddress(event.target.value)}
      />
      <div className="field-act">
        <Button look="pri" big type="submit" busy={form.busy}>
          {t(words.keep)}
        </Button>
      </div>
    </form>
  )
}

function Where({ spot, setSpot }: { spot: Spot | null; setSpot: (spot: Spot | null) => void }) {
  const { t } = useWords()
  const area = useMyArea()
  if (area === null || !['grid', 'micro', 'community'].includes(area.level)) return null
  return (
    <details className="note-where">
      <summary>{t(words.where)}</summary>
      <PointMap
        code={communityOf(area)}
        name={area.name}
        spot={spot}
        chosen={null}
        onTap={setSpot}
      />
      {spot !== null && (
        <Button look="quiet" onClick={() => setSpot(null)}>
          {t(words.unpin)}
        </Button>
      )}
    </details>
  )
}

function useNote(onKept: () => void) {
  const { t } = useWords()
  const toast = useToast()
  const area = useMyArea()
  const [id] = useState(newCommandId)
  const [kind, setKind] = useState<NoteKind>('patrol')
  const [text, setText] = useState('')
  const [address, setAddress] = useState('')
  const [spot, setSpot] = useState<Spot | null>(null)
  const [voice, setVoice] = useState<File | null>(null)
  const [errors, setErrors] = useState<string[]>([])
  const pictures = usePhotosToSend()
  const act = useCommand(keepNote, { about: noteAbout(id), refresh: [listNotes] })
  const send = async () => {
    setErrors([])
    try {
      const place = address.trim()
      await act.mutateAsync({
        id,
        kind,
        text: text.trim(),
        area: area?.code ?? '',
        photos: await pictures.keep(),
        recordings: voice === null ? [] : [await pictures.keepSpeech(voice)],
        ...(place.length < 2 ? {} : { address: place }),
        ...(spot === null ? {} : { point: spot }),
      })
      toast(t(words.kept))
      onKept()
    } catch (error) {
      if (!(error instanceof NoConnectionError))
        return setErrors([t(wordsOfError(error, noteRefusals))])
      toast(t(words.waits))
      onKept()
    }
  }
  const fields = { kind, setKind, text, setText, address, setAddress, spot, setSpot }
  return { ...fields, voice, setVoice, pictures, errors, busy: act.isPending, send }
}
