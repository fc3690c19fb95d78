// The receipt as a sheet of A5 in large print, made by the server from number and code, which stand in no address.
import { useState } from 'react'
import { printReceipt } from '#core/cases/contract-by-code.ts'
import { byCodeRefusals } from '#core/cases/words-receipt.ts'
import { fetchFile } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { openSheet } from '#web/kit/open-sheet.ts'
import { Button, type Look } from '#web/kit/ui/Button.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { byCodeWords as words } from './words-by-code.ts'

type Props = { number: string; code: string; link: string | null; look?: Look; big?: boolean }

export function PrintReceipt({ number, code, link, look = 'plain', big = false }: Props) {
  const { t, lang } = useWords()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const fetchIt = async () => {
    setBusy(true)
    setError(null)
    try {
      openSheet(
        await fetchFile(printReceipt, { number, code, lang, ...(link !== null && { link }) }),
      )
    } catch (failed) {
      setError(failed)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button icon="printer" look={look} big={big} busy={busy} onClick={() => void fetchIt()}>
        {t(words.print)}
      </Button>
      {error !== null && (
        <p className="k-note" role="alert">
          {t(wordsOfError(error, byCodeRefusals))}
        </p>
      )}
    </>
  )
}
