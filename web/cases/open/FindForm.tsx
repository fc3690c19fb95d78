// Number and six characters, as they stand on the receipt: what is typed is understood however it is written.
import { type FormEvent, useState } from 'react'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { numberTyped } from './receipts.ts'
import { receiptPageWords } from './words-receipt-page.ts'
import { secretWords } from './words-secret.ts'

type Props = {
  initial?: string
  verb: string
  busy?: boolean
  onFound: (number: string, secret: string) => void
}

export function FindForm({ initial = '', verb, busy = false, onFound }: Props) {
  const { t } = useWords()
  const [number, setNumber] = useState(initial)
  const [secret, setSecret] = useState('')
  const [wrong, setWrong] = useState<{ number?: string; secret?: string }>({})
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const whole = numberTyped(number)
    const six = secret.toUpperCase().replace(/[^0-9A-Z]/g, '')
    const found = {
      ...(whole === null ? { number: t(receiptPageWords.numberWrong) } : {}),
      ...(six.length === 6 ? {} : { secret: t(secretWords.secretWrong) }),
    }
    setWrong(found)
    if (whole === null || six.length !== 6) return
    onFound(whole, six)
  }
  return (
    <form onSubmit={submit}>
      <TextField
        label={t(receiptPageWords.number)}
        hint={t(receiptPageWords.numberHint)}
        error={wrong.number}
        value={number}
        inputMode="text"
        autoComplete="off"
        autoCapitalize="characters"
        onChange={(event) => setNumber(event.target.value)}
      />
      <TextField
        label={t(receiptPageWords.secret)}
        error={wrong.secret}
        value={secret}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={12}
        onChange={(event) => setSecret(event.target.value)}
      />
      <div className="open-send">
        <Button look="pri" big type="submit" icon="search" busy={busy}>
          {verb}
        </Button>
      </div>
    </form>
  )
}
