// A calendar that was revised, applied to what is running: first what it would move, then why, then it is done.
import { useState } from 'react'
import { type RevisionView, applyCalendar, previewCalendar } from '#core/cases/contract-calendar.ts'
import { useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { TextArea } from '#web/kit/ui/Field.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import type { RulesProps } from './AmountsView.tsx'
import { revisionRefusals, revisionWords as words } from './words-revision.ts'

type Props = Pick<RulesProps, 'code' | 'area'> & { onClose: () => void }

export function RevisionForm({ code, area, onClose }: Props) {
  const { t } = useWords()
  const toast = useToast()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const seen = useEndpoint(previewCalendar, { area: code })
  const act = useCommand(applyCalendar, {
    refresh: [previewCalendar],
    onDone: ({ cases }) => {
      toast(t(words.done, { n: count(cases) }))
      onClose()
    },
  })
  const version = seen.data?.version
  const some = (seen.data?.later.cases ?? 0) > 0
  const submit = () => {
    if (version === undefined || !some) return onClose()
    const lacks = reason.trim().length < 2 ? [t(words.need)] : []
    setMissing(lacks)
    if (lacks.length === 0) act.mutate({ area: code, version, reason: reason.trim() })
  }
  return (
    <AskDialog
      title={t(words.title)}
      says={t(words.says)}
      verb={t(some ? words.verb : words.close)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={revisionRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      {seen.data ? (
        <Seen view={seen.data} area={area} />
      ) : seen.error ? (
        <Problem
          error={seen.error}
          refusals={revisionRefusals}
          onRetry={() => void seen.refetch()}
        />
      ) : (
        <Loading what={t(words.counting)} lines={2} />
      )}
      {some && (
        <TextArea
          label={t(words.reason)}
          hint={t(words.reasonHint)}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
    </AskDialog>
  )
}

function Seen({ view, area }: { view: RevisionView; area: string }) {
  const { t } = useWords()
  const { later, earlier, unknown } = view
  return (
    <ul role="status">
      <li>
        {later.cases === 0
          ? t(words.none, { area })
          : t(words.later, { area, cases: count(later.cases), clocks: count(later.clocks) })}
      </li>
      {earlier > 0 && <li>{t(words.earlier, { n: count(earlier) })}</li>}
      {unknown > 0 && <li>{t(words.unknown, { n: count(unknown) })}</li>}
      {!view.complete && <li>{t(words.incomplete)}</li>}
    </ul>
  )
}
