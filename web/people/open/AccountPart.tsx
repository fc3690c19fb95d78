// One's own account: what it knows, what was agreed to, the way out, and its end.
import { type FormEvent, useState } from 'react'
import * as own from '#core/people/contract-resident.ts'
import type { ResidentView } from '#core/people/contract-resident.ts'
import { residentRefusals } from '#core/people/words-resident.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { useAct } from './resident.ts'
import { accountWords as words } from './words-account.ts'
import './account.css'

type Resident = NonNullable<ResidentView['resident']>

export function AccountPart({ view, resident }: { view: ResidentView; resident: Resident }) {
  const { t } = useWords()
  const [ending, setEnding] = useState(false)
  const leaving = useAct(own.leaveResident)
  return (
    <>
      <SectionHeading>{t(words.mine)}</SectionHeading>
      <p className="k-compact">{t(words.signedInAs, { phone: resident.phone })}</p>
      <NameForm name={resident.name ?? ''} />
      <Agreed view={view} resident={resident} />
      <div className="open-send">
        <Button busy={leaving.isPending} onClick={() => leaving.mutate({})}>
          {t(words.signOut)}
        </Button>
        <Button look="quiet" onClick={() => setEnding(true)}>
          {t(words.end)}
        </Button>
      </div>
      {ending && <EndDialog onClose={() => setEnding(false)} />}
    </>
  )
}

function NameForm({ name }: { name: string }) {
  const { t } = useWords()
  const [typed, setTyped] = useState(name)
  const toast = useToast()
  const renaming = useAct(own.renameResident, () => toast(t(words.nameKept)))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    renaming.mutate({ name: typed })
  }
  return (
    <form className="account-name" onSubmit={submit}>
      <TextField
        label={t(words.name)}
        hint={t(words.nameHint)}
        autoComplete="off"
        value={typed}
        maxLength={40}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" busy={renaming.isPending}>
        {t(words.keepName)}
      </Button>
    </form>
  )
}

/** The text as it is today; an older version was agreed to on its day. */
function Agreed({ view, resident }: { view: ResidentView; resident: Resident }) {
  const { t } = useWords()
  const times = useTimes()
  const [last] = resident.agreed
  if (last === undefined) return null
  return (
    <details className="open-more">
      <summary>{t(words.agreedOn, { when: times.day(last.at) })}</summary>
      <p className="k-compact">
        {t(view.consent.about)} · {last.version}
      </p>
      <ul className="k-compact account-text">
        {view.consent.text.map((line) => (
          <li key={line.en}>{t(line)}</li>
        ))}
      </ul>
    </details>
  )
}

function EndDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const toast = useToast()
  const ending = useAct(own.deleteResident, () => {
    onClose()
    toast(t(words.ended))
  })
  return (
    <AskDialog
      grave
      title={t(words.endTitle)}
      says={t(words.endSays)}
      verb={t(words.endDo)}
      busy={ending.isPending}
      error={ending.error}
      refusals={residentRefusals}
      onSubmit={() => ending.mutate({})}
      onClose={onClose}
    />
  )
}
