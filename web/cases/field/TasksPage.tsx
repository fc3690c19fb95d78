// What is in my hands, by deadline; the first one large, with why it came to me. Below it, what others do in my grid.
import { ButtonLink } from '#web/kit/ui/Button.tsx'
import { type CaseRow, getCase, listCases } from '#core/cases/contract.ts'
import { countdown } from '#core/cases/countdown.ts'
import { sourceWords } from '#core/cases/words.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Countdown } from '#web/kit/ui/Countdown.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Offline, Problem } from '#web/kit/ui/States.tsx'
import { Stamp } from '#web/kit/ui/Status.tsx'
import { useWaitingCount } from '#web/doors/waiting-count.ts'
import { titleOf } from '../case-text.ts'
import { useMyArea } from './my-grid.ts'
import { useKept } from './kept.ts'
import { handedIn } from './pending.ts'
import { useTakenAlong } from './taken-along.ts'
import { TaskRows } from './TaskRows.tsx'
import { fieldWords } from './words-field.ts'
import { tasksWords } from './words-tasks.ts'
import './field.css'

const beatMs = 30_000

/** Held by me, but somebody else has the next word. */
const waitsForOthers: readonly CaseRow['state'][] = [
  'WAITING_REPORTER',
  'SUSPENDED',
  'HANDLED',
  'PASSING_BACK',
]

export function TasksPage() {
  const { t } = useWords()
  const times = useTimes()
  const waiting = useWaitingCount()
  const kept = useKept().data ?? []
  const mine = useEndpoint(listCases, { queue: 'mine', limit: 50 }, { refetchInterval: beatMs })
  useTakenAlong(mine.data?.items, mine.dataUpdatedAt)
  if (mine.error && !mine.data)
    return <Problem error={mine.error} onRetry={() => void mine.refetch()} />
  if (!mine.data) return <Loading lines={6} />
  const sent = handedIn(kept)
  const isDone = (row: CaseRow) => waitsForOthers.includes(row.state) || sent.has(row.number)
  const toDo = mine.data.items.filter((row) => !isDone(row))
  const others = mine.data.items.filter(isDone)
  const [first, ...rest] = toDo
  const n = toDo.length
  const someWait = others.length === 0 ? '' : t(tasksWords.someWait, { n: others.length })
  const title =
    n === 0 ? tasksWords.nothingInHand : n === 1 ? tasksWords.inHandOne : tasksWords.inHand
  return (
    <>
      <div className="field-part">
        <h1 className="k-title">{t(title, { n })}</h1>
        <p className="k-compact k-sub">
          {someWait}
          {n === 0 ? t(tasksWords.nothingInHandThen) : t(tasksWords.byDeadline)}
        </p>
        <div className="field-ways">
          {mine.data.items.length > 0 && (
            <ButtonLink look="quiet" icon="map" to={paths.field.map()}>
              {t(tasksWords.onMap)}
            </ButtonLink>
          )}
          <ButtonLink look="quiet" icon="eye" to={paths.field.notes()}>
            {t(tasksWords.notes)}
          </ButtonLink>
          <ButtonLink look="quiet" icon="check" to={paths.field.rounds()}>
            {t(tasksWords.rounds)}
          </ButtonLink>
        </div>
        {mine.error !== null && (
          <p className="k-note" role="status">
            {t(tasksWords.asOf, { when: times.near(new Date(mine.dataUpdatedAt).toISOString()) })}
          </p>
        )}
      </div>
      {first !== undefined && <First row={first} />}
      {rest.length + others.length > 0 && <TaskRows rows={[...rest, ...others]} />}
      {waiting > 0 && (
        <div className="field-part">
          <Offline count={waiting} />
        </div>
      )}
      <Others mine={mine.data.items} />
    </>
  )
}

function First({ row }: { row: CaseRow }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const at = useNow()
  const view = useEndpoint(getCase, { number: row.number }).data
  return (
    <section className="field-part is-raised">
      {row.clock !== null && <Countdown face={countdown(row.clock, at)} size="lead" announce />}
      <h2 className="field-title">
        {row.urgent && <Stamp />} {titleOf(row.text, row.category, lang)}
      </h2>
      <p className="k-compact k-sub">
        {[row.category[lang], t(sourceWords[row.source]), times.near(row.reportedAt)].join(' · ')}
      </p>
      {view?.whyMe && (
        <div className="field-why">
          <Notice tone="accent" title={t(fieldWords.whyMe)}>
            {t(view.whyMe)}
          </Notice>
        </div>
      )}
      <div className="field-act">
        <ButtonLink look="pri" big to={paths.field.task(row.number)}>
          {t(row.state === 'DISPATCHED' ? tasksWords.open : tasksWords.goOn)}
        </ButtonLink>
      </div>
    </section>
  )
}

/** Cases of my grid that somebody else handles: neighbours will ask. */
function Others({ mine }: { mine: CaseRow[] }) {
  const { t } = useWords()
  const area = useMyArea()
  const grid = area !== null && (area.level === 'grid' || area.level === 'micro') ? area : null
  const list = useEndpoint(
    listCases,
    { area: grid?.code ?? '', state: openStates, limit: 50 },
    { enabled: grid !== null },
  )
  if (grid === null) return null
  const known = new Set(mine.map((row) => row.number))
  const others = (list.data?.items ?? []).filter((row) => !known.has(row.number))
  return (
    <section>
      <div className="field-part field-others">
        <SectionHeading>{t(tasksWords.inGrid, { name: grid.name })}</SectionHeading>
        <p className="k-note">
          {t(list.data && others.length === 0 ? tasksWords.nothingInGrid : tasksWords.inGridNote)}
        </p>
      </div>
      {list.error && !list.data ? (
        <div className="field-part">
          <Problem error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : (
        <TaskRows rows={others} />
      )}
    </section>
  )
}

export const openStates =
  'REPORTED,VERIFYING,ACCEPTED,TRIAGED,DISPATCHED,HANDLING,RETURNED,WAITING_REPORTER,SUSPENDED,HANDLED,PASSING_BACK,REWORK,CHECKED,REOPENED'
