// The number of the authenticator, or a recovery code: asked for at the sign-in and when the factor changes.
import { useWords } from '#web/kit/language.ts'
import { TextField } from '#web/kit/ui/Field.tsx'
import { factorWords as words } from './words-factor.ts'

type Props = { value: string; onChange: (value: string) => void; focus?: boolean }

export function CodeField({ value, onChange, focus = false }: Props) {
  const { t } = useWords()
  return (
    <TextField
      label={t(words.code)}
      hint={t(words.codeHint)}
      name="code"
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      autoFocus={focus}
      maxLength={20}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
