// Handing in the result: before, after, a sentence, send. The place is taken once, at the moment of pressing; what the
// category demands is said beforehand, and what is missing stands beside its field. What was begun is kept on the phone.
import { type FormEvent, lazy, Suspense, useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { getCase } from '#core/cases/contract.ts'
import type { ProofGiven } from '#core/cases/evidence.ts'
import { outcomeWords } from '#core/cases/words-outcome.ts'
import { useWords } from '#web/kit/language.ts'
import { listed } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { isCaseMark } from '#web/kit/placeholders.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button, ButtonLink } from '#web/kit/ui/Button.tsx'
import { ErrorSummary, RadioTiles, TextArea, Tick } from '#web/kit/ui/Field.tsx'
import { Icon } from '#web/kit/ui/Icon.tsx'
import { Empty, Loading } from '#web/kit/ui/States.tsx'
import { kitWords } from '#web/kit/words.ts'
import { photoOf } from '../case-photos.ts'
import { titleOf } from '../case-text.ts'
import { BeforeAfter } from './BeforeAfter.tsx'
import { Dictate } from '../open/Dictate.tsx'
import { type HandInDraft, useDraft, useKeepDraft } from './hand-in-draft.ts'
import { useMyArea } from './my-grid.ts'
import { openNeeds, ProofNeeds } from './ProofNeeds.tsx'
import { useUnsent } from './unsent.ts'
import { type Subject, useHandIn } from './use-hand-in.ts'
import { takenAt } from './use-photos.ts'
import { Voice } from './Voice.tsx'
import { fieldWords } from './words-field.ts'
import { handInWords } from './words-hand-in.ts'
import { begunWords } from './words-begun.ts'
import { needWords, shotWords } from './words-shots.ts'
import './field.css'

const CaseProblem = lazy(async () => ({
  default: (await import('../CaseProblem.tsx')).CaseProblem,
}))
// It offers itself beside the words, a moment after them.
const TemplatePicker = lazy(async () => ({
  default: (await import('../forms/TemplatePicker.tsx')).TemplatePicker,
}))

export function HandlePage() {
  const { number = '' } = useParams()
  return isCaseMark(number) ? <OfUnsent mark={number} /> : <OfCase number={number} />
}

/** What was reported without a line and settled on the spot: only this phone knows it yet. */
function OfUnsent({ mark }: { mark: string }) {
  const { t } = useWords()
  const subject = useUnsent(mark)
  if (subject === 'unknown') return <Loading lines={5} />
  if (subject !== null) return <Handle view={subject} />
  return (
    <div className="field-part">
      <Empty title={t(handInWords.gone)} then={t(handInWords.goneThen)}>
        <ButtonLink to={paths.field.grid()}>{t(fieldWords.grid)}</ButtonLink>
      </Empty>
    </div>
  )
}

function OfCase({ number }: { number: string }) {
  const found = useEndpoint(getCase, { number })
  if (found.data) return <Handle view={found.data} />
  return (
    <div className="field-part">
      {found.error ? (
        <Suspense fallback={<Loading lines={5} />}>
          <CaseProblem error={found.error} onRetry={() => void found.refetch()} />
        </Suspense>
      ) : (
        <Loading lines={5} />
      )}
    </div>
  )
}

const results = ['solved', 'referred', 'unfounded'] as const

function Handle({ view }: { view: Subject }) {
  const draft = useDraft(view.number)
  if (draft === undefined) return <Loading lines={5} />
  return <Sheet view={view} draft={draft ?? nothingYet} />
}

const nothingYet: HandInDraft = {
  text: '',
  outcome: 'solved',
  before: [],
  after: [],
  voice: null,
}

function Sheet({ view, draft }: { view: Subject; draft: HandInDraft }) {
  const { t } = useWords()
  const [query] = useSearchParams()
  const self = query.get('self') === '1'
  const form = useSheet(view, draft, self)
  const area = useMyArea()
  const { act, text, setText, outcome, setOutcome, told, setTold } = form
  return (
    <form className="field-sheet" onSubmit={form.submit}>
      <Head view={view} self={self} />
      <div className="field-part">
        <Lead view={view} />
        <ErrorSummary errors={act.errors} />
        <ProofNeeds view={view} given={form.given} self={self} />
        <BeforeAfter
          before={act.before}
          after={act.after}
          reported={reportedPhoto(view)}
          beforeNeeded={view.evidence.photoBefore}
          afterNeeded={view.evidence.photoAfter}
        />
        <TextArea
          label={t(handInWords.whatDone)}
          error={act.fields['text']}
          placeholder={t(handInWords.whatDonePlaceholder)}
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Dictate onHeard={(heard) => setText((was) => was + heard)} />
        {area !== null && (
          <Suspense fallback={null}>
            <TemplatePicker
              view={view}
              form={self ? 'selfHandle' : 'handle'}
              along={area.code}
              value={text}
              onChange={setText}
            />
          </Suspense>
        )}
        <Voice note={act.voice.note} onChange={act.voice.setNote} />
        {!self && (
          <RadioTiles
            label={t(handInWords.outcome)}
            columns={3}
            options={results.map((value) => ({ value, label: t(outcomeWords[value]) }))}
            value={outcome}
            onChange={setOutcome}
          />
        )}
        {self && view.reporter.voices > 0 && (
          <Tick label={t(handInWords.reporterTold)} checked={told} onChange={setTold} />
        )}
      </div>
      <footer className="field-foot">
        <p className="k-note">
          {t(fieldWords.privacy)} {t(begunWords.draftKept)}
        </p>
        <Button look="pri" big type="submit" busy={act.busy !== null}>
          {act.busy ?? t(fieldWords.send)}
        </Button>
      </footer>
    </form>
  )
}

/** What is written, kept as it grows, and sent when nothing is missing any more. */
function useSheet(view: Subject, draft: HandInDraft, self: boolean) {
  const { t, lang } = useWords()
  const navigate = useNavigate()
  const [text, setText] = useState(draft.text)
  const [outcome, setOutcome] = useState(results.find((one) => one === draft.outcome) ?? results[0])
  const [told, setTold] = useState(false)
  const act = useHandIn(view, self, draft, () => {
    end()
    void navigate(paths.field.tasks(), { replace: true })
  })
  const kept = {
    text,
    outcome,
    before: act.before.photos,
    after: act.after.photos,
    voice: act.voice.note,
  }
  const end = useKeepDraft(view.number, kept)
  const given: ProofGiven = {
    text,
    photosBefore: kept.before.map((photo) => photo.name),
    photosAfter: kept.after.map((photo) => photo.name),
    takenAt: takenAt(kept.after),
    point: null,
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const open = openNeeds(view, given, self)
    if (open.length === 0 || outcome !== 'solved')
      return void act.send({ text: text.trim(), outcome, reporterTold: told })
    const what = listed(
      open.map(({ need }) => t(needWords[need])),
      lang,
    )
    act.fail([t(shotWords.stillMissing, { what })])
  }
  return { text, setText, outcome, setOutcome, told, setTold, act, given, submit }
}

function Head({ view, self }: { view: Subject; self: boolean }) {
  const { t } = useWords()
  const back = isCaseMark(view.number) ? paths.field.tasks() : paths.field.task(view.number)
  return (
    <header className="field-sheet-head">
      <Link className="k-icon-btn" to={back} aria-label={t(kitWords.back)}>
        <Icon name="left" size={24} />
      </Link>
      <h1>{t(self ? fieldWords.selfHandleIt : handInWords.handle)}</h1>
    </header>
  )
}

function Lead({ view }: { view: Subject }) {
  const { t, lang } = useWords()
  return (
    <>
      <p className="field-lead">{titleOf(view.text, view.category, lang)}</p>
      <p className="k-compact k-sub">{t(view.closing)}</p>
    </>
  )
}

/** One that the server has; a report still on this phone shows it in the outbox only. */
function reportedPhoto(view: Subject): string | null {
  const hash = view.photos[0]
  return hash === undefined || isCaseMark(view.number) ? null : photoOf(hash, view.number, 'thumb')
}
