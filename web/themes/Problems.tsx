// What the server said no to, in words, and what was wrong with single fields. What was typed stays where it is.
import { RefusalError } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { themeRefusals } from './words-refusals.ts'

export function Problems({ error }: { error: unknown }) {
  const { t } = useWords()
  if (error === null || error === undefined) return null
  const fields = error instanceof RefusalError ? Object.entries(error.fields) : []
  return (
    <Notice tone="zhu" title={t(wordsOfError(error, themeRefusals))} live>
      {fields.map(([field, why]) => (
        <p key={field}>{why}</p>
      ))}
    </Notice>
  )
}
