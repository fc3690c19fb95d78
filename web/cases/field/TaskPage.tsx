// One task: the clock, why it came here, what was said, where, the photos; then what can be done with it.
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Link, useParams } from 'react-router'
import { type CaseView, getCase, listCases } from '#core/cases/contract.ts'
import { acceptDuty } from '#core/cases/contract-moves.ts'
import { countdown } from '#core/cases/countdown.ts'
import { sourceWords, stateWords } from '#core/cases/words.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Countdown } from '#web/kit/ui/Countdown.tsx'
import { Icon } from '#web/kit/ui/Icon.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading } from '#web/kit/ui/States.tsx'
import { Stamp } from '#web/kit/ui/Status.tsx'
import { Timeline } from '#web/kit/ui/Timeline.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { nameOf, titleOf, wholePlace } from '../case-text.ts'
import { Told } from '../particulars/Told.tsx'
import type { FormKey } from '../forms/form-keys.ts'
import { stepsOf } from '../open/story-steps.ts'
import { usePending } from './pending.ts'
import { TaskMoves } from './TaskMoves.tsx'
import { TaskPhotos } from './TaskPhotos.tsx'
import { fieldWords } from './words-field.ts'
import { taskWords } from './words-task.ts'
import './field.css'

const CaseProblem = lazy(async () => ({
  default: (await import('../CaseProblem.tsx')).CaseProblem,
}))
const FieldForm = lazy(async () => ({ default: (await import('./FieldForm.tsx')).FieldForm }))

const minuteMs = 60_000

// What few tasks have, and what is seen after the first look.
const Whistles = lazy(async () => ({ default: (await import('../Whistles.tsx')).Whistles }))
const WaitsHere = lazy(async () => ({ default: (await import('./WaitsHere.tsx')).WaitsHere }))
const Watching = lazy(async () => ({ default: (await import('../Watching.tsx')).Watching }))
const Attachments = lazy(async () => ({
  default: (await import('../Attachments.tsx')).Attachments,
}))
const PointMap = lazy(async () => ({
  default: (await import('#web/places/PointMap.tsx')).PointMap,
}))

export function TaskPage() {
  const { number = '' } = useParams()
  // No live line reaches a phone in a stairwell: what was taken along is shown at once, and looked up while there is one.
  const found = useEndpoint(getCase, { number }, { staleTime: 0, refetchInterval: minuteMs })
  if (found.data) return <Task view={found.data} />
  if (found.error)
    return (
      <Suspense fallback={<Loading lines={6} />}>
        <CaseProblem error={found.error} onRetry={() => void found.refetch()} />
      </Suspense>
    )
  return <Loading lines={6} />
}

function Task({ view: read }: { view: CaseView }) {
  const { t } = useWords()
  const times = useTimes()
  const [form, setForm] = useState<FormKey | null>(null)
  const { view, waits, known } = usePending(read)
  useSignByOpening(view, known)
  return (
    <article>
      <Link className="field-back" to={paths.field.tasks()}>
        <Icon name="left" size={22} />
        {t(taskWords.task)}
      </Link>
      <Head view={view} />
      {waits.length > 0 && (
        <Suspense fallback={null}>
          <WaitsHere waits={waits} />
        </Suspense>
      )}
      <TaskMoves view={view} begin={setForm} />
      {view.whistles.length > 0 && (
        <Suspense fallback={null}>
          <Whistles view={view} className="field-part" />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <Watching view={view} className="field-part" />
      </Suspense>
      <Place view={view} />
      <TaskPhotos view={view} />
      <Suspense fallback={null}>
        <Attachments view={view} className="field-part" />
      </Suspense>
      <section className="field-part">
        <SectionHeading>{t(taskWords.story)}</SectionHeading>
        <Timeline
          label={t(taskWords.story)}
          steps={stepsOf(view.timeline, t, times.dayTime).toReversed()}
        />
      </section>
      {form !== null && (
        <Suspense fallback={null}>
          <FieldForm
            form={form}
            view={view}
            onClose={() => setForm(null)}
            onDone={() => setForm(null)}
          />
        </Suspense>
      )}
    </article>
  )
}

/** Opening is signing: nobody should have to press a button to say that he has read it. */
function useSignByOpening(view: CaseView, known: boolean) {
  const { t } = useWords()
  const toast = useToast()
  const tried = useRef<number | null>(null)
  const act = useCommand(acceptDuty, {
    about: view.number,
    refresh: [getCase, listCases],
    onDone: () => toast(t(taskWords.signed)),
  })
  const sign = act.mutate
  const may = view.moves.some(({ move, why }) => move === 'acceptDuty' && why === null)
  useEffect(() => {
    if (!may || !known || view.state !== 'DISPATCHED' || tried.current === view.version) return
    tried.current = view.version
    sign({ number: view.number, expectedVersion: view.version })
  }, [may, known, view.state, view.version, view.number, sign])
}

function Head({ view }: { view: CaseView }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const at = useNow()
  const title = titleOf(view.text, view.category, lang)
  const more = view.text.trim() !== '' && view.text.trim().replace(/[。.]$/, '') !== title
  return (
    <section className="field-part">
      {view.clock !== null && <Countdown face={countdown(view.clock, at)} size="lead" announce />}
      <h1 className="field-title">
        {view.urgent && <Stamp />} {title}
      </h1>
      <p className="k-compact k-sub">
        {[view.category[lang], t(sourceWords[view.source]), times.near(view.reportedAt)].join(
          ' · ',
        )}
      </p>
      <p className="k-note">
        {t(stateWords[view.state])} · {view.number}
      </p>
      {view.whyMe !== null && (
        <div className="field-why">
          <Notice tone="accent" title={t(fieldWords.whyMe)}>
            {t(view.whyMe)}
          </Notice>
        </div>
      )}
      {more && <p className="k-quote field-quote">“{view.text.trim()}”</p>}
      <Told told={view.particulars} />
      {view.question !== null && view.state === 'WAITING_REPORTER' && (
        <Notice tone="zhe" title={t(stateWords.WAITING_REPORTER)}>
          {view.question}
        </Notice>
      )}
    </section>
  )
}

function Place({ view }: { view: CaseView }) {
  const { t, lang } = useWords()
  const community = view.place.find(({ level }) => level === 'community')
  const grid = view.place.find(({ level }) => level === 'grid')?.code ?? null
  return (
    <section className="field-part">
      <SectionHeading>{t(taskWords.place)}</SectionHeading>
      <p>{view.address ?? wholePlace(view.place, lang)}</p>
      <p className="k-note">{t(view.routing.sentence)}</p>
      {community !== undefined && (
        <Suspense fallback={<div className="field-map-room" />}>
          <PointMap
            code={community.code}
            name={nameOf(community, lang)}
            spot={view.point}
            chosen={grid}
            onTap={null}
          />
        </Suspense>
      )}
    </section>
  )
}
