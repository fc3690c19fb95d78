// A draft before it holds: what changes, what goes along, from when; proposed by one person and confirmed by another.
import { useParams } from 'react-router'
import {
  type InForceView,
  type Proposal,
  compareGrids,
  previewRedrawing,
} from '#core/places/contract-in-force.ts'
import { nextDate } from '#core/kit/time.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Breadcrumb } from '#web/kit/ui/Breadcrumb.tsx'
import { ButtonLink } from '#web/kit/ui/Button.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Room } from '#web/kit/ui/Room.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { useNamed } from '../named.ts'
import { SideBySide } from '../SideBySide.tsx'
import { ConfirmForm, DecidedNotice, ProposeForm } from './InForceActs.tsx'
import { CaseList, EndedList, GridList, MicroList, StaffList } from './InForceLists.tsx'
import { InForceMap } from './InForceMap.tsx'
import { useChoosing } from './in-force.ts'
import { placeRefusals } from './refusals.ts'
import { inForceRefusals, inForceWords as words } from './words-in-force.ts'
import './redraw.css'

export function InForcePage() {
  const { t } = useWords()
  const { code = '' } = useParams()
  const preview = useEndpoint(previewRedrawing, { code }, { keepPrevious: true })
  if (preview.error && !preview.data)
    return (
      <Problem
        error={preview.error}
        refusals={{ ...placeRefusals, ...inForceRefusals }}
        onRetry={() => void preview.refetch()}
      />
    )
  if (!preview.data) return <Loading what={t(words.fetching)} lines={6} />
  return <Read view={preview.data} />
}

function Read({ view }: { view: InForceView }) {
  const { t } = useWords()
  const times = useTimes()
  const nameOf = useNamed()
  const { draft } = view
  const name = nameOf(view.area)
  const says =
    draft === null
      ? null
      : draft.proposed
        ? t(words.proposedBy, {
            by: draft.proposedBy ?? t(words.somebody),
            day: times.date(draft.day),
          })
        : t(words.changedBy, {
            by: draft.changedBy ?? t(words.somebody),
            at: times.near(draft.changedAt),
          })
  return (
    <Room
      crumb={
        <Breadcrumb
          steps={[{ label: name, to: paths.desk.places(view.area.code) }]}
          here={t(words.title)}
        />
      }
      title={t(words.titleOf, { name })}
      {...(says === null ? {} : { sub: says })}
      tools={
        view.mayPropose ? (
          <ButtonLink to={paths.desk.redraw(view.area.code)}>{t(words.draw)}</ButtonLink>
        ) : undefined
      }
    >
      {view.decided.slice(0, 3).map((decided) => (
        <DecidedNotice key={decided.id} view={view} decided={decided} />
      ))}
      {draft === null ? (
        <Last view={view} />
      ) : (
        <Draft key={`${draft.id} ${draft.version}`} view={view} draft={draft} />
      )}
    </Room>
  )
}

/** Without a draft: what the last decision changed, or that nothing was ever drawn. */
function Last({ view }: { view: InForceView }) {
  const { t } = useWords()
  const day = view.decided[0]?.day
  const compared = useEndpoint(
    compareGrids,
    { code: view.area.code, from: nextDate(day ?? view.today, -1), to: day ?? view.today },
    { enabled: day !== undefined },
  )
  if (day === undefined) return <Empty title={t(words.none)} then={t(words.noneThen)} />
  if (compared.error)
    return <Problem error={compared.error} onRetry={() => void compared.refetch()} />
  return compared.data ? <SideBySide view={compared.data} /> : <Loading lines={4} />
}

function Draft({ view, draft }: { view: InForceView; draft: Proposal }) {
  const { t } = useWords()
  const choosing = useChoosing(view, draft)
  const open = view.mayPropose && !draft.proposed
  return (
    <>
      <Obstacles draft={draft} />
      {!view.mayPropose && !draft.proposed && (
        <Notice tone="zhe" title={t(words.stillDrawn)}>
          {t(words.stillDrawnThen)}
        </Notice>
      )}
      <div className="k-room-two">
        <InForceMap view={view} draft={draft} />
        <div className="redraw-facts">
          {open && <ProposeForm {...{ view, draft, choosing }} />}
          {draft.proposed && <ConfirmForm {...{ view, draft }} />}
          {draft.faults === 0 && <GridList draft={draft} />}
        </div>
      </div>
      {draft.faults === 0 && (
        <>
          <EndedList {...{ draft, choosing, open }} />
          <MicroList {...{ draft, choosing, open }} />
          <StaffList {...{ draft, choosing, open }} />
          <CaseList {...{ draft, choosing }} />
        </>
      )}
    </>
  )
}

function Obstacles({ draft }: { draft: Proposal }) {
  const { t } = useWords()
  return (
    <>
      {draft.stale && (
        <Notice tone="zhu" title={t(words.stale)}>
          {t(words.staleThen)}
        </Notice>
      )}
      {draft.faults > 0 && (
        <Notice tone="zhu" title={t(words.faults, { n: draft.faults })}>
          {t(words.faultsThen)}
        </Notice>
      )}
      {draft.unchanged && <Notice tone="zhe" title={t(words.unchanged)} />}
    </>
  )
}
