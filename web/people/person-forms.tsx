// Acts on one person: a new first password, the end of the account, roles taken back, days away.
import { useState } from 'react'
import {
  endAccount,
  enterAbsence,
  listStaff,
  readPerson,
  resetPassword,
  revokeGrant,
  withdrawAbsence,
} from '#core/people/contract-staff.ts'
import { resetFactor } from '#core/people/contract-factor.ts'
import type { Endpoint } from '#core/kit/contract.ts'
import type { Words } from '#core/kit/words.ts'
import { absenceKinds, absenceWords, peopleRefusals } from '#core/people/words.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand } from '#web/kit/queries.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { RadioTiles, TextField } from '#web/kit/ui/Field.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import type { PersonView } from './PersonPage.tsx'
import { factorWords } from './words-factor.ts'
import { staffWords as words } from './words-staff.ts'

export type PersonForm = { view: PersonView; onClose: () => void }

/** A command about a person: the lists are fetched anew, the page says that it was done. */
export function usePersonAct<E extends Endpoint>(
  endpoint: E,
  { done, onClose }: { done: string; onClose: () => void },
) {
  const toast = useToast()
  return useCommand(endpoint, {
    refresh: [listStaff, readPerson],
    onDone: () => {
      toast(done)
      onClose()
    },
  })
}

export function ResetForm({ view, onClose }: PersonForm) {
  const { t } = useWords()
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const act = usePersonAct(resetPassword, { done: t(words.resetDone), onClose })
  const submit = () => {
    const empty = password === ''
    setMissing(empty ? [t(words.need, { what: t(words.firstPassword) })] : [])
    if (!empty) act.mutate({ login: view.login, password })
  }
  return (
    <AskDialog
      title={t(words.resetTitle, { name: view.name })}
      says={t(words.resetSays)}
      verb={t(words.reset)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={peopleRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t(words.firstPassword)}
        hint={t(words.passwordHint)}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
    </AskDialog>
  )
}

export function ResetFactorForm({ view, onClose }: PersonForm) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const act = usePersonAct(resetFactor, { done: t(factorWords.resetDone), onClose })
  const submit = () => {
    const lacks = reason.trim().length < 2
    setMissing(lacks ? [t(words.need, { what: t(words.reason) })] : [])
    if (!lacks) act.mutate({ login: view.login, reason: reason.trim() })
  }
  return (
    <AskDialog
      grave
      title={t(factorWords.resetTitle, { name: view.name })}
      says={t(factorWords.resetSays)}
      verb={t(factorWords.reset)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={peopleRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t(words.reason)}
        need="required"
        maxLength={300}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </AskDialog>
  )
}

export function EndForm({ view, onClose }: PersonForm) {
  const { t } = useWords()
  const act = usePersonAct(endAccount, { done: t(words.ended), onClose })
  return (
    <Sure
      title={t(words.endTitle, { name: view.name })}
      says={words.endSays}
      verb={words.end}
      act={act}
      onSubmit={() => act.mutate({ login: view.login })}
      onClose={onClose}
    />
  )
}

export function RevokeForm({ view, id, onClose }: PersonForm & { id: number }) {
  const { t } = useWords()
  const act = usePersonAct(revokeGrant, { done: t(words.revoked), onClose })
  const grant = view.grants.find((each) => each.id === id)
  const role = grant ? t(grant.roleName) : ''
  return (
    <Sure
      title={t(words.revokeTitle, { name: view.name, role })}
      says={words.revokeSays}
      verb={words.revoke}
      act={act}
      onSubmit={() => act.mutate({ id })}
      onClose={onClose}
    />
  )
}

export function WithdrawAbsenceForm({ id, onClose }: PersonForm & { id: number }) {
  const { t } = useWords()
  const act = usePersonAct(withdrawAbsence, { done: t(words.revoked), onClose })
  return (
    <Sure
      title={t(words.withdrawAbsenceTitle)}
      says={words.withdrawSays}
      verb={words.withdraw}
      act={act}
      onSubmit={() => act.mutate({ id })}
      onClose={onClose}
    />
  )
}

type SureProps = {
  title: string
  says: Words
  verb: Words
  act: { isPending: boolean; error: unknown }
  onSubmit: () => void
  onClose: () => void
}

/** What cannot be undone asks once. */
export function Sure({ title, says, verb, act, onSubmit, onClose }: SureProps) {
  const { t } = useWords()
  return (
    <AskDialog
      grave
      title={title}
      says={t(says)}
      verb={t(verb)}
      busy={act.isPending}
      error={act.error}
      refusals={peopleRefusals}
      onSubmit={onSubmit}
      onClose={onClose}
    />
  )
}

export function AbsenceForm({ view, onClose }: PersonForm) {
  const { t } = useWords()
  const [kind, setKind] = useState<(typeof absenceKinds)[number]>('leave')
  const [form, setForm] = useState({ firstOn: '', lastOn: '', deputy: '' })
  const [missing, setMissing] = useState<string[]>([])
  const act = usePersonAct(enterAbsence, { done: t(words.entered), onClose })
  const submit = () => {
    const empty = (['firstOn', 'lastOn'] as const).filter((key) => form[key] === '')
    setMissing(empty.map((key) => t(words.need, { what: t(words[key]) })))
    if (empty.length > 0) return
    const deputyLogin = form.deputy.trim() === '' ? null : form.deputy.trim()
    act.mutate({ login: view.login, kind, firstOn: form.firstOn, lastOn: form.lastOn, deputyLogin })
  }
  const field = (key: keyof typeof form) => ({
    value: form[key],
    onChange: (event: { target: { value: string } }) =>
      setForm((was) => ({ ...was, [key]: event.target.value })),
  })
  return (
    <AskDialog
      title={t(words.absenceTitle, { name: view.name })}
      says={t(words.absenceSays)}
      verb={t(words.enterAbsence)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={peopleRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <RadioTiles
        label={t(words.reason)}
        value={kind}
        onChange={setKind}
        options={absenceKinds.map((value) => ({ value, label: t(absenceWords[value]) }))}
      />
      <div className="k-ask-pair">
        <TextField label={t(words.firstOn)} type="date" {...field('firstOn')} />
        <TextField label={t(words.lastOn)} type="date" {...field('lastOn')} />
      </div>
      <TextField label={t(words.deputy)} need="optional" autoComplete="off" {...field('deputy')} />
    </AskDialog>
  )
}
