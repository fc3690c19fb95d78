// What was published of a survey, and taking it back: the reason stays in its place.
import { useState } from 'react'
import type { OutputOf } from '#core/kit/contract.ts'
import { listPublications, readPublished, withdrawResults } from '#core/surveys/contract-results.ts'
import { listSteps } from '#core/surveys/contract.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { resultRefusals, resultWords as words } from './words-results.ts'

type Publication = OutputOf<typeof listPublications>['items'][number]
const step = 20

export function Publications({ id }: { id: string }) {
  const { t } = useWords()
  const [limit, setLimit] = useState(step)
  const [back, setBack] = useState<Publication | null>(null)
  const list = useEndpoint(listPublications, { id, limit }, { keepPrevious: true })
  const items = list.data?.items
  return (
    <section className="res-block">
      <SectionHeading>{t(words.publications)}</SectionHeading>
      {list.error && !items ? (
        <Problem error={list.error} refusals={resultRefusals} onRetry={() => void list.refetch()} />
      ) : !items ? (
        <Loading lines={2} />
      ) : items.length === 0 ? (
        <p className="res-note">{t(words.publicationsNone)}</p>
      ) : (
        <>
          <Listed id={id} items={items} onBack={setBack} />
          <Pager
            shown={items.length}
            step={step}
            more={list.data?.next !== null && limit < 200}
            busy={list.isFetching}
            onMore={() => setLimit(Math.min(200, limit + step))}
          />
        </>
      )}
      {back !== null && <WithdrawDialog id={id} of={back} onClose={() => setBack(null)} />}
    </section>
  )
}

type ListedProps = { id: string; items: Publication[]; onBack: (of: Publication) => void }

function Listed({ id, items, onBack }: ListedProps) {
  const { t } = useWords()
  const { day } = useTimes()
  const weights = ({ scheme }: Publication) =>
    scheme === null ? t(words.weightsNone) : t(words.weightsOf, { n: scheme })
  const latest = items.find(({ withdrawn }) => withdrawn === null)?.number
  return (
    <Table
      caption={t(words.publications)}
      rows={items}
      rowKey={({ number }) => String(number)}
      columns={[
        { key: 'number', head: t(words.number), cell: ({ number }) => number, width: '64px' },
        {
          key: 'decided',
          head: t(words.decidedDay),
          cell: ({ decidedBy, at, reason }) => (
            <>
              {decidedBy}，{day(at)}
              <small>{reason}</small>
            </>
          ),
        },
        {
          key: 'based',
          head: t(words.basedOn),
          cell: (one) => t(words.basedOnSo, { sheets: count(one.sheets), weights: weights(one) }),
        },
        {
          key: 'now',
          head: t(words.standing),
          cell: ({ withdrawn, number }) =>
            withdrawn !== null ? (
              t(words.isWithdrawn, { day: day(withdrawn.at), reason: withdrawn.reason })
            ) : number === latest ? (
              <a href={paths.open.surveyResults(id)}>{t(words.isPublic)}</a>
            ) : (
              t(words.isReplaced)
            ),
        },
        {
          key: 'back',
          head: '',
          cell: (one) =>
            one.withdrawn === null && (
              <Button look="grave" onClick={() => onBack(one)}>
                {t(words.withdraw)}
              </Button>
            ),
        },
      ]}
    />
  )
}

function WithdrawDialog({ id, of, onClose }: { id: string; of: Publication; onClose: () => void }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const withdraw = useCommand(withdrawResults, {
    refresh: [listPublications, readPublished, listSteps],
    onDone: onClose,
  })
  const missing = reason.trim().length < 2
  return (
    <AskDialog
      grave
      title={t(words.withdrawTitle, { n: of.number })}
      says={t(words.withdrawSo)}
      verb={t(words.withdraw)}
      busy={withdraw.isPending}
      missing={tried && missing ? [t(words.withdrawWhy)] : []}
      error={withdraw.error}
      refusals={resultRefusals}
      onClose={onClose}
      onSubmit={() => {
        setTried(true)
        if (!missing) withdraw.mutate({ id, number: of.number, reason: reason.trim() })
      }}
    >
      <TextField
        label={t(words.withdrawWhy)}
        hint={t(words.withdrawHint)}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </AskDialog>
  )
}
