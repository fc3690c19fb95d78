// A caller who lost the number of a case: whoever answers types the telephone and why, and finds what the caller reported.
// Only cases one might open the contact of anyway; the reporter reads that somebody looked.
import { useState } from 'react'
import { Link } from 'react-router'
import { findByPhone } from '#core/cases/contract-phone.ts'
import { stateWords } from '#core/cases/words.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { call } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { Reason } from './forms/receiver-forms.tsx'
import { phoneSearchWords as words } from './words-phone.ts'

type Found = OutputOf<typeof findByPhone>['items']

export function PhoneSearch() {
  const { t } = useWords()
  const [asking, ask] = useState(false)
  return (
    <>
      <button type="button" className="k-link k-compact" onClick={() => ask(true)}>
        {t(words.open)}
      </button>
      {asking && <PhoneForm onClose={() => ask(false)} />}
    </>
  )
}

function PhoneForm({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const [phone, setPhone] = useState('')
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [found, setFound] = useState<Found | null>(null)
  const search = async () => {
    setBusy(true)
    try {
      setFound((await call(findByPhone, { phone, reason })).items)
      setError(null)
    } catch (trouble) {
      setError(trouble)
    }
    setBusy(false)
  }
  return (
    <AskDialog
      title={t(words.title)}
      says={t(words.says)}
      verb={t(words.verb)}
      busy={busy}
      error={error}
      refusals={refusalWords}
      onSubmit={() => void search()}
      onClose={onClose}
    >
      <TextField
        label={t(words.phone)}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        value={phone}
        onChange={(event) => setPhone(event.target.value)}
      />
      <Reason value={reason} onChange={setReason} label={t(words.reason)} />
      {found !== null && <Hits found={found} />}
    </AskDialog>
  )
}

function Hits({ found }: { found: Found }) {
  const { t, lang } = useWords()
  const times = useTimes()
  if (found.length === 0) return <p role="status">{t(words.none)}</p>
  return (
    <ul role="status">
      {found.map((one) => (
        <li key={one.number}>
          <Link className="k-link" to={paths.desk.case(one.number)}>
            {one.number}
          </Link>{' '}
          {one.category[lang]} · {t(stateWords[one.state])} · {times.day(one.reportedAt)}
        </li>
      ))}
    </ul>
  )
}
