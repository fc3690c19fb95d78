// The signing secret, the one time that it is shown.
import { useState } from 'react'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Dialog } from '#web/kit/ui/Dialog.tsx'
import { exchangeWords as words } from './words-exchange.ts'

export function SecretOnce({ secret, onClose }: { secret: string | null; onClose: () => void }) {
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard?.writeText(secret ?? '')
    setCopied(true)
  }
  return (
    <Dialog
      open
      title={t(words.secretTitle)}
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
        {t(words.secretOnce)}
      </p>
    </Dialog>
  )
}
