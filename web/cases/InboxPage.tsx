// What I was told, newest first. Each thing once; reading it is kept, the line stays.
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { listNotices, type NoticeView, readNotices } from '#core/notices/contract.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { call, type NoConnectionError, type RefusalError } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { addressOfTopic, paths } from '#web/kit/paths.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Chip, Chips } from '#web/kit/ui/Chip.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { PageHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Stamp } from '#web/kit/ui/Status.tsx'
import { queuePageWords } from './words-queue.ts'
import { inboxWords as words } from './words-report.ts'
import './inbox-page.css'

type Page = OutputOf<typeof listNotices>
const pageSize = 40
const freshEveryMs = 30_000

function useNotices(unread: boolean) {
  return useInfiniteQuery<
    Page,
    RefusalError | NoConnectionError,
    NoticeView[],
    unknown[],
    string | undefined
  >({
    queryKey: [listNotices.name, { unread }],
    queryFn: ({ pageParam, signal }) =>
      call(
        listNotices,
        {
          limit: pageSize,
          ...(unread ? { unread } : {}),
          ...(pageParam === undefined ? {} : { after: pageParam }),
        },
        signal,
      ),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
    refetchInterval: freshEveryMs,
  })
}

export function InboxPage() {
  const { t } = useWords()
  const client = useQueryClient()
  const [unread, setUnread] = useState(false)
  const list = useNotices(unread)
  const items = list.data
  const read = async (upTo: number) => {
    await call(readNotices, { upTo })
    await client.invalidateQueries({ queryKey: [listNotices.name] })
  }
  const newest = items?.[0]
  const some = items?.some((one) => one.readAt === null) ?? false
  return (
    <section className="case-inbox">
      <PageHeading title={t(words.title)} sub={t(words.sub)}>
        {newest && some && <Button onClick={() => void read(newest.id)}>{t(words.readAll)}</Button>}
      </PageHeading>
      <Chips label={t(queuePageWords.filters)}>
        <Chip on={unread} onClick={() => setUnread(!unread)}>
          {t(words.unread)}
        </Chip>
      </Chips>
      {list.error && !items ? (
        <Problem error={list.error} onRetry={() => void list.refetch()} />
      ) : !items ? (
        <Loading what={t(words.fetching)} lines={5} />
      ) : items.length === 0 ? (
        <Empty title={t(words.none)} then={t(words.noneThen)} />
      ) : (
        <>
          <ol>
            {items.map((one) => (
              <Line key={one.id} notice={one} />
            ))}
          </ol>
          <Pager
            shown={items.length}
            step={pageSize}
            more={list.hasNextPage}
            busy={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
    </section>
  )
}

function Line({ notice }: { notice: NoticeView }) {
  const { t } = useWords()
  const times = useTimes()
  const isNew = notice.readAt === null
  return (
    <li className={isNew ? 'is-new' : ''}>
      <span className="k-note">{times.near(notice.at)}</span>
      <span>
        {notice.urgent && <Stamp />}
        <Told notice={notice} />
        <small className="k-note">
          {notice.caseNumber}
          {isNew && <em className="k-accent"> · {t(words.isNew)}</em>}
        </small>
      </span>
    </li>
  )
}

/** A link where there is a page about it; otherwise the words alone. */
function Told({ notice }: { notice: NoticeView }) {
  const { t } = useWords()
  const { caseNumber, about, words: said } = notice
  const to = caseNumber !== null ? paths.desk.case(caseNumber) : about && addressOfTopic(about)
  return to === null ? <span>{t(said)}</span> : <Link to={to}>{t(said)}</Link>
}
