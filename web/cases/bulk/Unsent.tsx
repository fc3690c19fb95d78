// Steps of this desk that were kept and never answered: a page closed in the middle of a bulk, a line that broke.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { countQueues, getCase, listCases } from '#core/cases/contract.ts'
import type { Kept } from '#web/kit/drafts.ts'
import { useWords } from '#web/kit/language.ts'
import { putAside, sendWaiting, waiting } from '#web/kit/outbox.ts'
import { useOwner } from '#web/kit/owner.ts'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { moveOfCommand } from '../command-words.ts'
import { whyOf } from './BulkList.tsx'
import { bulkWords as words } from './words-bulk.ts'

export function Unsent() {
  const { t } = useWords()
  const owner = useOwner()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const list = useQuery({
    queryKey: ['waiting-commands', owner, 'desk'],
    queryFn: () => waiting(owner),
    networkMode: 'always',
    staleTime: 0,
  })
  const kept = list.data ?? []
  const unsent = kept.filter((command) => command.refusal === null)
  const refused = kept.filter((command) => command.refusal !== null)
  if (kept.length === 0) return null
  const after = async (work: Promise<unknown>) => {
    setBusy(true)
    await work
    setBusy(false)
    for (const one of [listCases, countQueues, getCase])
      void client.invalidateQueries({ queryKey: [one.name] })
    void list.refetch()
  }
  const drop = (commands: readonly Kept[]) =>
    after(Promise.all(commands.map((command) => putAside(command.commandId))))
  return (
    <Notice
      tone="zhe"
      title={unsent.length > 0 ? t(words.unsent, { n: unsent.length }) : undefined}
    >
      {refused.map((command) => (
        <p key={command.commandId}>
          {t(words.unsentRefused, {
            number: command.about ?? '',
            move: t(moveOfCommand(command.endpoint)),
            why: t(whyOf(command.refusal ?? '')),
          })}
        </p>
      ))}
      {unsent.length > 0 && <p>{t(words.unsentSays)}</p>}
      <Buttons>
        {unsent.length > 0 && (
          <Button look="pri" busy={busy} onClick={() => void after(sendWaiting(owner))}>
            {t(words.sendNow)}
          </Button>
        )}
        {unsent.length > 0 && <Button onClick={() => void drop(unsent)}>{t(words.drop)}</Button>}
        {refused.length > 0 && (
          <Button onClick={() => void drop(refused)}>{t(words.seenRefusal)}</Button>
        )}
      </Buttons>
    </Notice>
  )
}
