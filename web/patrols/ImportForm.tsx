// A table pasted in: all lines or none, and what is wrong is said by its line.
import { useState } from 'react'
import { importObjects, listObjects } from '#core/patrols/contract-inspections.ts'
import { patrolRefusals } from '#core/patrols/words.ts'
import { RefusalError } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { ErrorSummary, TextArea } from '#web/kit/ui/Field.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { roundWords as words } from './words-rounds.ts'

export function ImportForm({ code, onDone }: { code: string; onDone: () => void }) {
  const { t } = useWords()
  const toast = useToast()
  const [text, setText] = useState('')
  const act = useCommand(importObjects, {
    refresh: [listObjects],
    onDone: ({ taken }) => {
      toast(t(words.taken, { n: taken }))
      onDone()
    },
  })
  const lines = act.error instanceof RefusalError ? Object.entries(act.error.fields) : []
  const errors =
    act.error === null
      ? []
      : [
          t(wordsOfError(act.error, patrolRefusals)),
          ...lines.map(([n, column]) => t(words.line, { n, column })),
        ]
  return (
    <div className="patrol-form">
      <ErrorSummary errors={errors} />
      <TextArea
        label={t(words.paste)}
        hint={t(words.pasteHint)}
        rows={8}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button
        look="pri"
        busy={act.isPending}
        whyNot={text.trim() === '' ? t(words.pasteHint) : null}
        onClick={() => act.mutate({ code, text })}
      >
        {t(words.keep)}
      </Button>
    </div>
  )
}
