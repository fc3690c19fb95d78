// What a caller says of a case that is known already: that they are affected too, or that it is still broken. Each gets a
// number and code of their own, read out before the form closes.
import { useState } from 'react'
import { affectedToo, stillBroken } from '#core/cases/contract-voices.ts'
import { countQueues, getCase, listCases } from '#core/cases/contract.ts'
import type { Source } from '#core/cases/case.ts'
import { sourceWords } from '#core/cases/words.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Dialog } from '#web/kit/ui/Dialog.tsx'
import { RadioTiles, TextField } from '#web/kit/ui/Field.tsx'
import { ToldField } from '#web/people/ToldField.tsx'
import { reportPageWords } from '../words-report.ts'
import { PhotoField, usePhotos } from './photos.tsx'
import { Act } from './reason-forms.tsx'
import { Reason } from './receiver-forms.tsx'
import type { FormProps } from './useMove.ts'
import { formWords } from './words-forms.ts'
import { voicesWords as words } from './words-voices.ts'

/** How somebody reached the desk. */
export const callerWays = [
  'RESIDENT_PHONE',
  'COUNTER',
  'HOTLINE_12345',
] as const satisfies readonly Source[]
type Way = (typeof callerWays)[number]

function useCaller() {
  const [way, setWay] = useState<Way>('RESIDENT_PHONE')
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const filled = (key: string, value: string) =>
    value.trim() === '' ? {} : { [key]: value.trim() }
  const leaves = { source: way, ...filled('name', name), ...filled('phone', phone) }
  return { way, setWay, name, setName, phone, setPhone, leaves }
}

function CallerFields({ caller }: { caller: ReturnType<typeof useCaller> }) {
  const { t } = useWords()
  return (
    <>
      <RadioTiles
        label={t(reportPageWords.how)}
        columns={3}
        value={caller.way}
        onChange={caller.setWay}
        options={callerWays.map((value) => ({ value, label: t(sourceWords[value]) }))}
      />
      <div className="case-form-pair">
        <TextField
          label={t(reportPageWords.name)}
          need="optional"
          autoComplete="off"
          maxLength={40}
          value={caller.name}
          onChange={(event) => caller.setName(event.target.value)}
        />
        <ToldField
          label={t(reportPageWords.phone)}
          need="optional"
          field="report.caller"
          usual={reportPageWords.why}
          autoComplete="off"
          inputMode="tel"
          maxLength={30}
          value={caller.phone}
          onChange={(event) => caller.setPhone(event.target.value)}
        />
      </div>
    </>
  )
}

/** What a command of this page shows while it is on its way; a colleague's quicker move never stops it. */
const frameOf = (act: { isPending: boolean; error: unknown }) => ({
  busy: act.isPending,
  error: act.error,
  meanwhile: [],
  goOn: () => undefined,
})
const refresh = [getCase, listCases, countQueues]

export function AffectedTooForm(props: FormProps) {
  const caller = useCaller()
  const { number } = props.view
  const act = useCommand(affectedToo, { about: number, refresh })
  if (act.data)
    return (
      <ReadOut voice={act.data} onClose={() => props.onDone()}>
        {words.voicesNow}
      </ReadOut>
    )
  const submit = () => act.mutate({ number, ...caller.leaves })
  return (
    <Act ask="affectedToo" props={props} move={frameOf(act)} onSubmit={submit}>
      <CallerFields caller={caller} />
    </Act>
  )
}

export function StillBrokenForm(props: FormProps) {
  const { t } = useWords()
  const caller = useCaller()
  const photos = usePhotos()
  const [said, setSaid] = useState('')
  const { number } = props.view
  const act = useCommand(stillBroken, { about: number, refresh })
  if (act.data)
    return (
      <ReadOut voice={act.data} onClose={() => props.onDone()}>
        {act.data.reopened ? words.reopenedNow : words.linkedNow}
      </ReadOut>
    )
  const submit = () =>
    void photos
      .sent()
      .then(
        (hashes) =>
          hashes && act.mutate({ number, words: said.trim(), photos: hashes, ...caller.leaves }),
      )
  return (
    <Act
      ask="stillBroken"
      props={props}
      move={frameOf(act)}
      missing={photos.problem}
      busy={photos.busy}
      onSubmit={submit}
    >
      <Reason
        label={t(formWords.exactWords)}
        hint={t(formWords.exactHint)}
        value={said}
        onChange={setSaid}
      />
      <PhotoField label={t(words.photos)} photos={photos} max={6} />
      <CallerFields caller={caller} />
    </Act>
  )
}

type Voice = { number: string; secret: string | null; voices?: number }
type ReadOutProps = {
  voice: Voice
  onClose: () => void
  children: (typeof words)[keyof typeof words]
}

/** Shown once: the code is stored nowhere, so it is read out before anything else. */
export function ReadOut({ voice, onClose, children }: ReadOutProps) {
  const { t } = useWords()
  const address = new URL(paths.open.find(), location.href).href
  return (
    <Dialog
      open
      title={t(reportPageWords.readOut)}
      onClose={onClose}
      actions={
        <Button look="pri" onClick={onClose}>
          {t(words.wasReadOut)}
        </Button>
      }
    >
      <dl className="case-read-out" aria-live="polite">
        <dt>{t(reportPageWords.number)}</dt>
        <dd>{voice.number}</dd>
        {voice.secret !== null && (
          <>
            <dt>{t(reportPageWords.secret)}</dt>
            <dd>
              <b>{`${voice.secret.slice(0, 3)} ${voice.secret.slice(3)}`.trim()}</b>
            </dd>
          </>
        )}
      </dl>
      <p>{t(children, { n: voice.voices ?? 0, number: voice.number })}</p>
      {voice.secret !== null && (
        <p className="k-note">
          {t(reportPageWords.secretHint)} {address}
        </p>
      )}
    </Dialog>
  )
}
