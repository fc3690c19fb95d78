// The telephone of a duty desk as residents see it, and changing it.
import { useState } from 'react'
import { readDutyDesk, setDeskPhone } from '#core/people/contract-desk.ts'
import { peopleRefusals } from '#core/people/words.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand } from '#web/kit/queries.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { useDutyDesk } from './area-ways.ts'
import { useRight } from './rights-of-me.ts'
import { deskPhoneWords as words } from './words-desk-now.ts'

export function DeskPhone({ code }: { code: string }) {
  const { t } = useWords()
  const mayKeep = useRight('keepRoster')
  const [asked, ask] = useState(false)
  const view = useDutyDesk(code)
  if (view === undefined) return null
  const own = view.areaCode === code
  return (
    <p className="k-compact">
      {view.phone === null ? t(words.noPhone) : `${t(words.phone)} ${view.phone}`}{' '}
      {mayKeep && own && (
        <button type="button" className="k-link" onClick={() => ask(true)}>
          {t(words.setPhone)}
        </button>
      )}
      {asked && <Change code={code} was={view.phone ?? ''} onClose={() => ask(false)} />}
    </p>
  )
}

function Change({ code, was, onClose }: { code: string; was: string; onClose: () => void }) {
  const { t } = useWords()
  const toast = useToast()
  const [phone, setPhone] = useState(was)
  const act = useCommand(setDeskPhone, {
    refresh: [readDutyDesk],
    onDone: () => {
      toast(t(words.kept))
      onClose()
    },
  })
  const trimmed = phone.trim()
  return (
    <AskDialog
      title={t(words.setPhone)}
      says={t(words.says)}
      verb={t(words.save)}
      busy={act.isPending}
      error={act.error}
      refusals={peopleRefusals}
      onSubmit={() => act.mutate({ code, phone: trimmed === '' ? null : trimmed })}
      onClose={onClose}
    >
      <TextField
        label={t(words.phone)}
        type="tel"
        maxLength={24}
        value={phone}
        onChange={(event) => setPhone(event.target.value)}
      />
    </AskDialog>
  )
}
