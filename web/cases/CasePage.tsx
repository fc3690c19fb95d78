// One case, whole: left where it stands and how long, in the middle what happened, right what can be done. Opening it
// signs for whoever holds it, and the page says so.
import { useEffect, useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { acceptDuty } from '#core/cases/contract-moves.ts'
import { type CaseView, countQueues, getCase, listCases } from '#core/cases/contract.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import { RefusalError } from '#web/kit/api.ts'
import { useKeys } from '#web/kit/keys.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { now } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { air } from '#web/kit/spacing.ts'
import { KeyBar } from '#web/kit/ui/KeyBar.tsx'
import { ButtonLink } from '#web/kit/ui/Button.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Loading, NoPermission, Problem } from '#web/kit/ui/States.tsx'
import { AppealBlock } from './AppealBlock.tsx'
import { Attachments } from './Attachments.tsx'
import { CaseClocks, CaseStanding } from './CaseClocks.tsx'
import { CaseHead, useWalk, type Walk } from './CaseHead.tsx'
import { CaseLadder } from './CaseLadder.tsx'
import { CaseMoves } from './CaseMoves.tsx'
import { CaseProof, CaseSaid, CaseTimeline } from './CaseStory.tsx'
import { BreakGlass } from './glass/BreakGlass.tsx'
import { HelpingUnits } from './HelpingUnits.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { PlaceMap } from './PlaceMap.tsx'
import { Others, PresenceOf, usePresence } from './presence.tsx'
import { Proposal } from './Proposal.tsx'
import { RelatedCases } from './RelatedCases.tsx'
import { ReporterBlock } from './ReporterBlock.tsx'
import { SamePlace } from './SamePlace.tsx'
import { useActing } from './useActing.tsx'
import { Watching } from './Watching.tsx'
import { Whistles } from './Whistles.tsx'
import { useCaseLive } from './useCaseLive.ts'
import { casePageWords as words } from './words-case.ts'
import { queuePageWords } from './words-queue.ts'
import './case-page.css'

export function CasePage() {
  const { number = '' } = useParams()
  const { t } = useWords()
  const freshEveryMs = useCaseLive()
  const query = useEndpoint(getCase, { number }, { refetchInterval: freshEveryMs })
  const absent = query.error instanceof RefusalError && query.error.refusal === 'no_such_case'
  if (absent)
    return (
      <>
        <NoPermission
          title={t(words.notHere)}
          because={t(words.notHereWhy)}
          ask={t(words.notHereAsk)}
        />
        <BreakGlass number={number} />
      </>
    )
  if (query.error && !query.data)
    return (
      <Problem error={query.error} refusals={refusalWords} onRetry={() => void query.refetch()} />
    )
  if (!query.data) return <Loading what={t(words.fetching)} lines={8} />
  return <Whole key={number} view={query.data} />
}

/** Opening the task is the signature (loop.md): once, by whoever holds it. */
function useSigning(view: CaseView): string | null {
  const { t } = useWords()
  const times = useTimes()
  const asked = useRef(false)
  const [signedAt, setSignedAt] = useState<string | null>(null)
  const act = useCommand(acceptDuty, {
    about: view.number,
    refresh: [getCase, listCases, countQueues],
    onDone: () => setSignedAt(now()),
  })
  const mine = view.moves.some((one) => one.move === 'acceptDuty' && one.why === null)
  useEffect(() => {
    if (!mine || asked.current) return
    asked.current = true
    act.mutate({ number: view.number, expectedVersion: view.version })
  }, [mine, view, act])
  return signedAt === null ? null : t(words.signed, { time: times.clock(signedAt) })
}

function useCaseKeys(view: CaseView, walk: Walk | null, more: Record<string, () => void>): void {
  const navigate = useNavigate()
  const open = (number: string | undefined) => {
    if (number !== undefined) void navigate(paths.desk.case(number))
  }
  useKeys({
    j: () => open(walk?.after),
    k: () => open(walk?.before),
    p: () => void navigate(paths.desk.workOrder(view.number)),
    Escape: () =>
      void navigate(
        walk === null ? paths.desk.queues() : `${walk.back}?at=${encodeURIComponent(view.number)}`,
      ),
    ...more,
  })
}

function Whole({ view }: { view: CaseView }) {
  const walk = useWalk(view.number)
  const signed = useSigning(view)
  const acting = useActing(view)
  const others = usePresence(view.number, acting.doing)
  const [help, setHelp] = useState(false)
  useCaseKeys(view, walk, { ...acting.keys, '?': () => setHelp(true) })
  return (
    <>
      <article className="case-page">
        <CaseHead view={view} walk={walk} />
        <div className="case-columns">
          <div className="case-left">
            <CaseLadder view={view} />
            <CaseClocks view={view} />
            <Place view={view} />
          </div>
          <div className="case-centre">
            <CaseSaid view={view} />
            <CaseStanding view={view} />
            <CaseProof view={view} />
            <Attachments view={view} />
            <CaseTimeline view={view} />
          </div>
          <div className="case-right">
            <Others others={others} />
            <Why view={view} signed={signed} />
            <Proposal view={view} />
            <CaseMoves view={view} offers={acting.offers} begin={acting.begin} />
            <HelpingUnits view={view} />
            <Whistles view={view} />
            <AppealBlock view={view} />
            <Watching view={view} />
            <RelatedCases view={view} />
            <ReporterBlock view={view} />
            <SamePlace view={view} />
          </div>
        </div>
      </article>
      <PresenceOf others={others}>{acting.form}</PresenceOf>
      <Foot number={view.number} acting={acting} help={help} setHelp={setHelp} />
    </>
  )
}

function Why({ view, signed }: { view: CaseView; signed: string | null }) {
  const { t } = useWords()
  return (
    <div className="k-stack">
      {view.whyMe && (
        <Notice tone="accent" title={t(words.whyMe)}>
          <p>{t(view.whyMe)}</p>
          {view.responsible && <p>{t(view.responsible)}</p>}
        </Notice>
      )}
      {!view.whyMe && view.responsible && (
        <Notice tone="accent" title={t(words.responsible)}>
          <p>{t(view.responsible)}</p>
        </Notice>
      )}
      {signed !== null && (
        <Notice tone="accent" live>
          {signed}
        </Notice>
      )}
    </div>
  )
}

function Place({ view }: { view: CaseView }) {
  const { t } = useWords()
  return (
    <section>
      <PlaceMap
        place={view.place}
        point={view.point}
        ratio={0.4}
        caption={
          <>
            {view.address !== null && `${air(view.address)} · `}
            {t(view.routing.sentence)}
          </>
        }
      />
    </section>
  )
}

type FootProps = {
  number: string
  acting: ReturnType<typeof useActing>
  help: boolean
  setHelp: (open: boolean) => void
}

function Foot({ number, acting, help, setHelp }: FootProps) {
  const { t } = useWords()
  const acts = acting.offers
    .filter((one) => one.why === null && one.hotkey !== null)
    .slice(0, 4)
    .map((one) => ({ keys: [one.hotkey ?? ''], label: t(one.label) }))
  const hints = [
    ...acts,
    { keys: ['P'], label: t(words.print) },
    { keys: ['J', 'K'], label: t(queuePageWords.nextPrevious) },
    { keys: ['Esc'], label: t(words.backToQueues) },
  ]
  return (
    <>
      <KeyBar
        hints={hints}
        end={
          <>
            <ButtonLink look="quiet" icon="printer" to={paths.desk.workOrder(number)}>
              {t(words.print)}
            </ButtonLink>
            <button type="button" className="case-foot-help" onClick={() => setHelp(true)}>
              <kbd className="k-key">?</kbd> {t(queuePageWords.allKeys)}
            </button>
          </>
        }
      />
      <KeysDialog open={help} onClose={() => setHelp(false)} lines={hints} />
    </>
  )
}
