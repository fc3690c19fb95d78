// A secret, the one time that it is shown.
import { useState } from 'react'
import type { Words } from '#core/kit/words.ts'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Dialog } from '#web/kit/ui/Dialog.tsx'
import { exchangeWords as words } from './words-exchange.ts'

type Props = { secret: string | null; title?: Words; says?: Words; onClose: () => void }

export function SecretOnce({
  secret,
  title = words.secretTitle,
  says = words.secretOnce,
  onClose,
}: Props) {
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard?.writeText(secret ?? '')
    setCopied(true)
  }
  return (
    <Dialog
      open
      title={t(title)}
      onClose={onClose}
      actions={
        <>
          {secret !== null && (
            <Button onClick={() => void copy()}>{t(copied ? words.copied : words.copy)}</Button>
          )}
          <Button look="pri" onClick={onClose}>
            {t(words.gotIt)}
          </Button>
        </>
      }
    >
      {secret === null ? <p>{t(words.secretGone)}</p> : <p className="k-secret">{secret}</p>}
      <p className="k-note" style={{ marginTop: 10 }}>
        {t(says)}
      </p>
    </Dialog>
  )
}
