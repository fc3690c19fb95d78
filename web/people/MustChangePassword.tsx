// Whoever still has the password that somebody else chose changes it before anything else.
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { changeMyPassword } from '#core/people/contract.ts'
import { peopleRefusals } from '#core/people/words.ts'
import { call } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { ErrorSummary, TextField } from '#web/kit/ui/Field.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { staffWords as words } from './words-staff.ts'

export function MustChangePassword() {
  const { t } = useWords()
  return (
    <main className="d-sign-in">
      <h1 className="k-title">{t(words.mustChange)}</h1>
      <p className="k-compact k-sub">{t(words.mustChangeSays)}</p>
      <ChangePassword />
    </main>
  )
}

export function ChangePassword({ onDone }: { onDone?: () => void }) {
  const { t } = useWords()
  const client = useQueryClient()
  const [form, setForm] = useState({ current: '', next: '', again: '' })
  const [errors, setErrors] = useState<string[]>([])
  const [busy, setBusy] = useState(false)
  const field = (key: keyof typeof form) => ({
    type: 'password',
    value: form[key],
    onChange: (event: { target: { value: string } }) =>
      setForm((was) => ({ ...was, [key]: event.target.value })),
  })
  const submit = async () => {
    if (form.next !== form.again) return setErrors([t(words.notSame)])
    setBusy(true)
    try {
      await call(changeMyPassword, { current: form.current, next: form.next })
      await client.invalidateQueries()
      onDone?.()
    } catch (error) {
      setErrors([t(wordsOfError(error, peopleRefusals))])
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <ErrorSummary errors={errors} />
      <TextField
        label={t(words.currentPassword)}
        autoComplete="current-password"
        {...field('current')}
      />
      <TextField
        label={t(words.nextPassword)}
        hint={t(peopleRefusals.password_too_weak)}
        autoComplete="new-password"
        {...field('next')}
      />
      <TextField label={t(words.again)} autoComplete="new-password" {...field('again')} />
      <div className="k-btns">
        <Button type="submit" look="pri" busy={busy}>
          {t(words.change)}
        </Button>
      </div>
    </form>
  )
}
