// The browsers and phones on which I am signed in, and the way to end any or all of them.
import { useQueryClient } from '@tanstack/react-query'
import { endMySession, listMySessions, signOutEverywhere } from '#core/people/contract.ts'
import { call } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { PageHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { peopleWords as words } from './words.ts'

export function SessionsPage() {
  const { t } = useWords()
  const times = useTimes()
  const client = useQueryClient()
  const list = useEndpoint(listMySessions, {})
  if (list.error && !list.data)
    return <Problem error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <Loading what={t(words.fetchingSessions)} />
  const end = async (id: string) => {
    await call(endMySession, { id })
    await client.invalidateQueries({ queryKey: [listMySessions.name] })
  }
  const endAll = async () => {
    await call(signOutEverywhere, {})
    await client.invalidateQueries()
  }
  return (
    <div className="k-stack">
      <PageHeading title={t(words.sessions)} sub={t(words.sessionsSub)}>
        <Button look="grave" onClick={() => void endAll()}>
          {t(words.everywhere)}
        </Button>
      </PageHeading>
      <Table
        caption={t(words.sessions)}
        columns={[
          {
            key: 'device',
            head: '',
            cell: (one) => one.userAgent ?? t(words.unknownDevice),
            width: '50%',
          },
          { key: 'since', head: t(words.since), cell: (one) => times.dayTime(one.createdAt) },
          { key: 'seen', head: t(words.lastSeen), cell: (one) => times.dayTime(one.lastSeenAt) },
          {
            key: 'end',
            head: '',
            cell: (one) =>
              one.thisOne ? (
                t(words.thisOne)
              ) : (
                <Button onClick={() => void end(one.id)}>{t(words.end)}</Button>
              ),
          },
        ]}
        rows={list.data.items}
        rowKey={(one) => one.id}
      />
    </div>
  )
}
