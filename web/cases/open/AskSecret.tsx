// The door of one's own report: number and six characters, as they stand on the receipt.
import { type FormEvent, useState } from 'react'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { AreaWaysRow } from '#web/people/AreaWaysRow.tsx'
import { holdSecret } from './secret.ts'
import { followWords } from './words-follow.ts'
import { saidWords } from './words-said.ts'
import { secretWords } from './words-secret.ts'
import './open.css'

type AskProps = { number: string; onSecret: (secret: string) => void }

export function AskSecret({ number, onSecret }: AskProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const six = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
    if (six.length !== 6) return setWrong(t(secretWords.secretWrong))
    holdSecret(number, six)
    onSecret(six)
  }
  return (
    <OpenPage
      title={t(followWords.title)}
      up={paths.open.find()}
      aloud={() => t(saidWords.secretNeeded)}
    >
      <Part tone="raised">
        <p className="k-compact k-sub open-find-lead">{number}</p>
        <form onSubmit={submit}>
          <TextField
            label={t(saidWords.secretNeeded)}
            error={wrong}
            value={typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={12}
            onChange={(event) => setTyped(event.target.value)}
          />
          <div className="open-send">
            <Button look="pri" big type="submit">
              {t(secretWords.open)}
            </Button>
          </div>
        </form>
      </Part>
      <Part>
        <AreaWaysRow code={number.split('-')[0] ?? null} />
      </Part>
    </OpenPage>
  )
}
