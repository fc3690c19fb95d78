// Who reported it: masked, for this case only, opened with a reason that the reporter can read.
import { useState } from 'react'
import { unmaskContact } from '#core/cases/contract-contact.ts'
import type { CaseView } from '#core/cases/contract.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { call } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { air } from '#web/kit/spacing.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Dialog } from '#web/kit/ui/Dialog.tsx'
import { ErrorSummary } from '#web/kit/ui/Field.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { Reason } from './forms/receiver-forms.tsx'
import { formWords } from './forms/words-forms.ts'
import { casePageWords as words } from './words-case.ts'

type Contacts = OutputOf<typeof unmaskContact>['contacts']

export function ReporterBlock({ view }: { view: CaseView }) {
  const { t } = useWords()
  const times = useTimes()
  const [asking, ask] = useState(false)
  const [shown, setShown] = useState<Contacts | null>(null)
  const { reporter } = view
  if (reporter.voices === 0)
    return (
      <section>
        <SectionHeading>{t(words.reporter)}</SectionHeading>
        <p className="k-compact k-sub">{t(words.noReporter)}</p>
      </section>
    )
  const first = shown?.[0]
  return (
    <section className="case-reporter">
      <SectionHeading end={t(words.reporterEnd)}>{t(words.reporter)}</SectionHeading>
      <dl>
        <div>
          <dt>{t(words.name)}</dt>
          <dd>{first?.name ?? reporter.name ?? t(words.notLeft)}</dd>
        </div>
        <div>
          <dt>{t(words.phone)}</dt>
          <dd>
            {first?.phone ? (
              <a className="k-link" href={`tel:${first.phone}`}>
                {first.phone}
              </a>
            ) : (
              (reporter.phone ?? t(words.notLeft))
            )}
            {reporter.mayUnmask && shown === null && (
              <button type="button" className="k-link k-screen-only" onClick={() => ask(true)}>
                {t(words.look)}
              </button>
            )}
          </dd>
        </div>
      </dl>
      {!reporter.calls && <p className="k-note">{t(words.noCalls)}</p>}
      {reporter.voices > 1 && (
        <p className="k-note">{t(words.manyVoices, { n: reporter.voices })}</p>
      )}
      <p className="k-note">
        {shown !== null ? t(formWords.shownFor) : reporter.phone !== null ? t(words.lookNote) : ''}
        {reporter.erasedAt !== null
          ? t(words.erased, { day: times.day(reporter.erasedAt) })
          : reporter.eraseAfter !== null &&
            t(words.eraseAfter, { day: times.day(reporter.eraseAfter) })}
      </p>
      {asking && (
        <UnmaskForm
          number={view.number}
          onClose={() => ask(false)}
          onShown={(contacts) => {
            setShown(contacts)
            ask(false)
          }}
        />
      )}
    </section>
  )
}

type FormProps = { number: string; onClose: () => void; onShown: (contacts: Contacts) => void }

/** Reading, not a move: no command id, but a reason and a line in the log before anything is shown. */
function UnmaskForm({ number, onClose, onShown }: FormProps) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string[]>([])
  const [busy, setBusy] = useState(false)
  const show = async () => {
    setBusy(true)
    try {
      onShown((await call(unmaskContact, { number, reason })).contacts)
    } catch (error) {
      setProblem([t(wordsOfError(error, refusalWords))])
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      title={t(formWords.unmask)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t(formWords.notNow)}</Button>
          <Button look="pri" busy={busy} onClick={() => void show()}>
            {t(formWords.unmaskVerb)}
          </Button>
        </>
      }
    >
      <p>{air(t(formWords.unmaskSays))}</p>
      <ErrorSummary errors={problem} />
      <Reason value={reason} onChange={setReason} label={t(formWords.unmaskReason)} />
    </Dialog>
  )
}
