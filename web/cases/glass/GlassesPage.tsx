// Emergency accesses: one's own, and those in places of which one is the head, with the review that follows each.
import { useState } from 'react'
import { Link } from 'react-router'
import { type GlassView, listGlasses, reviewGlass, verdicts } from '#core/cases/contract-glass.ts'
import { useChoices } from '#web/kit/choices.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, usePages } from '#web/kit/queries.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { RadioTiles, TextArea } from '#web/kit/ui/Field.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { Room } from '#web/kit/ui/Room.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Status } from '#web/kit/ui/Status.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { nameOf } from '../case-text.ts'
import { glassRefusals, glassWords as words } from './words-glass.ts'

const step = 30

export function GlassesPage() {
  const { t } = useWords()
  const [query, choose] = useChoices()
  const toReview = query.get('review') === '1'
  const list = usePages(listGlasses, toReview ? { toReview } : {})
  const [asked, ask] = useState<GlassView | null>(null)
  return (
    <Room
      title={t(words.title)}
      sub={t(words.sub)}
      tools={
        <Button aria-pressed={toReview} onClick={() => choose({ review: toReview ? null : '1' })}>
          {t(toReview ? words.all : words.toReview)}
        </Button>
      }
    >
      {list.error && !list.data ? (
        <Problem error={list.error} refusals={glassRefusals} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Loading what={t(words.fetching)} />
      ) : list.data.length === 0 ? (
        <Empty
          title={t(toReview ? words.noneToReview : words.none)}
          then={t(toReview ? words.noneToReviewSays : words.noneSays)}
        />
      ) : (
        <>
          <Rows rows={list.data} onReview={ask} />
          <Pager
            rows
            shown={list.data.length}
            step={step}
            more={list.hasNextPage}
            busy={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
      {asked !== null && <Review view={asked} onClose={() => ask(null)} />}
    </Room>
  )
}

function Rows({ rows, onReview }: { rows: GlassView[]; onReview: (view: GlassView) => void }) {
  const { t, lang } = useWords()
  const times = useTimes()
  return (
    <Table
      caption={t(words.title)}
      columns={[
        {
          key: 'at',
          head: t(words.when),
          width: '9em',
          cell: (row) => times.dayTime(row.openedAt),
        },
        {
          key: 'who',
          head: t(words.who),
          cell: (row) => (
            <>
              {row.name}
              <small>{t(row.post)}</small>
            </>
          ),
        },
        {
          key: 'case',
          head: t(words.what),
          cell: (row) => (
            <>
              {row.number}
              <small>{nameOf(row.home, lang)}</small>
            </>
          ),
        },
        {
          key: 'why',
          head: t(words.why),
          width: '34%',
          cell: (row) => (
            <>
              {row.reason}
              {row.contactSeenAt !== null && <small>{t(words.contactSeen)}</small>}
            </>
          ),
        },
        {
          key: 'state',
          head: t(words.state),
          cell: (row) => <Standing row={row} onReview={onReview} />,
        },
      ]}
      rows={rows}
      rowKey={(row) => row.id}
    />
  )
}

type StandingProps = { row: GlassView; onReview: (view: GlassView) => void }

/** Open, owed, late or reviewed; the button where it is the reader's to write. */
function Standing({ row, onReview }: StandingProps) {
  const { t } = useWords()
  const times = useTimes()
  if (row.open) {
    const until = t(words.openUntil, { time: times.clock(row.endsAt) })
    return row.mine ? (
      <Link className="k-link" to={paths.desk.glass(row.id)}>
        {until}
      </Link>
    ) : (
      until
    )
  }
  if (row.review !== null)
    return (
      <>
        {t(words[row.review.verdict])}
        <small>
          {row.review.by} · {row.review.words}
        </small>
      </>
    )
  const says = row.reviewLate ? words.reviewLate : words.reviewBy
  return (
    <>
      {row.mayReview ? (
        <Button onClick={() => onReview(row)}>{t(words.review)}</Button>
      ) : (
        t(words.waits)
      )}
      <small>
        {row.reviewLate ? (
          <Status shape="triangle" tone="zhu" size={12}>
            {t(says, { day: times.day(row.reviewBy) })}
          </Status>
        ) : (
          t(says, { day: times.day(row.reviewBy) })
        )}
      </small>
    </>
  )
}

type Verdict = (typeof verdicts)[number]

function Review({ view, onClose }: { view: GlassView; onClose: () => void }) {
  const { t } = useWords()
  const toast = useToast()
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [said, setSaid] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const act = useCommand(reviewGlass, {
    refresh: [listGlasses],
    onDone: () => {
      toast(t(words.reviewed))
      onClose()
    },
  })
  const submit = () => {
    const lacks = [
      ...(verdict === null ? [t(words.need, { what: t(words.verdict) })] : []),
      ...(said.trim().length < 2 ? [t(words.need, { what: t(words.words) })] : []),
    ]
    setMissing(lacks)
    if (verdict !== null && lacks.length === 0)
      act.mutate({ id: view.id, verdict, words: said.trim() })
  }
  return (
    <AskDialog
      title={t(words.reviewTitle, { name: view.name, number: view.number })}
      says={t(words.reviewSays)}
      verb={t(words.review)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={glassRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="k-compact">{view.reason}</p>
      <RadioTiles
        label={t(words.verdict)}
        value={verdict}
        onChange={setVerdict}
        options={verdicts.map((value) => ({ value, label: t(words[value]) }))}
      />
      <TextArea
        label={t(words.words)}
        need="required"
        maxLength={500}
        value={said}
        onChange={(event) => setSaid(event.target.value)}
      />
    </AskDialog>
  )
}
