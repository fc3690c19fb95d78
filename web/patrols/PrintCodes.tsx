// Labels for whatever bears a tag: as many as fit on sheets that are sold, fetched and shown in a tab.
import { useState } from 'react'
import { printObjectCodes } from '#core/patrols/contract-codes.ts'
import { codeWords } from '#core/patrols/words-codes.ts'
import { patrolRefusals } from '#core/patrols/words.ts'
import { fetchFile } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { openSheet } from '#web/kit/open-sheet.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Select } from '#web/kit/ui/Field.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import type { GridOption } from './ObjectsPage.tsx'
import { printCodesWords } from './words-print-codes.ts'
import { roundWords as words } from './words-rounds.ts'

export function PrintCodes({ code, grids }: { code: string; grids: GridOption[] }) {
  const { t, lang } = useWords()
  const [grid, setGrid] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const print = async () => {
    setBusy(true)
    setError(null)
    try {
      openSheet(await fetchFile(printObjectCodes, { code, lang, ...(grid === '' ? {} : { grid }) }))
    } catch (failed) {
      setError(failed)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="patrol-codes">
      <p className="k-compact k-sub">{t(printCodesWords.codesSub)}</p>
      <Select
        label={t(printCodesWords.codesOf)}
        value={grid}
        empty={t(words.whole)}
        options={grids}
        onChange={(event) => setGrid(event.target.value)}
      />
      <Button icon="printer" busy={busy} onClick={() => void print()}>
        {t(codeWords.labels)}
      </Button>
      {error !== null && (
        <Notice live tone="zhu">
          {t(wordsOfError(error, patrolRefusals))}
        </Notice>
      )}
    </div>
  )
}
