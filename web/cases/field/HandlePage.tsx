// Handing in the result: a photo, a sentence, send. The place is taken once, at the moment of pressing; what the
// category demands is said beforehand, and what is missing stands beside its field.
import { type FormEvent, useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { getCase } from '#core/cases/contract.ts'
import { outcomeWords } from '#core/cases/words.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { isCaseMark } from '#web/kit/placeholders.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button, ButtonLink } from '#web/kit/ui/Button.tsx'
import { ErrorSummary, RadioTiles, TextArea, Tick } from '#web/kit/ui/Field.tsx'
import { Icon } from '#web/kit/ui/Icon.tsx'
import { PhotoPicker } from '#web/kit/ui/PhotoPicker.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { kitWords } from '#web/kit/words.ts'
import { canListen, Speak } from '../open/Speak.tsx'
import { titleOf } from '../case-text.ts'
import { needsOf } from '../proof-needs.ts'
import { type Subject, useHandIn } from './use-hand-in.ts'
import { useUnsent } from './unsent.ts'
import { fieldWords } from './words-field.ts'
import './field.css'

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
      <Empty title={t(fieldWords.gone)} then={t(fieldWords.goneThen)}>
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
        <Problem error={found.error} refusals={refusalWords} onRetry={() => void found.refetch()} />
      ) : (
        <Loading lines={5} />
      )}
    </div>
  )
}

const results = ['solved', 'referred', 'unfounded'] as const
type Result = (typeof results)[number]

function Handle({ view }: { view: Subject }) {
  const { t, lang } = useWords()
  const navigate = useNavigate()
  const [query] = useSearchParams()
  const self = query.get('self') === '1'
  const [text, setText] = useState('')
  const [outcome, setOutcome] = useState<Result>('solved')
  const [told, setTold] = useState(false)
  const back = isCaseMark(view.number) ? paths.field.tasks() : paths.field.task(view.number)
  const act = useHandIn(view, self, () => void navigate(paths.field.tasks(), { replace: true }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void act.send({ text: text.trim(), outcome, reporterTold: told })
  }
  return (
    <form className="field-sheet" onSubmit={submit}>
      <header className="field-sheet-head">
        <Link className="k-icon-btn" to={back} aria-label={t(kitWords.back)}>
          <Icon name="left" size={24} />
        </Link>
        <h1>{t(self ? fieldWords.selfHandleIt : fieldWords.handle)}</h1>
      </header>
      <div className="field-part">
        <p className="field-lead">{titleOf(view.text, view.category, lang)}</p>
        <Needs view={view} />
        <ErrorSummary errors={act.errors} />
        {view.evidence.photoBefore && view.photos.length === 0 && (
          <Photos label={t(fieldWords.beforePhoto)} kept={act.before} />
        )}
        <Photos label={t(fieldWords.afterPhoto)} kept={act.after} />
        <TextArea
          label={t(fieldWords.whatDone)}
          error={act.fields['text']}
          placeholder={t(fieldWords.whatDonePlaceholder)}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {canListen() && <Speak onHeard={(heard) => setText((was) => was + heard)} />}
        {!self && (
          <RadioTiles
            label={t(fieldWords.outcome)}
            columns={3}
            options={results.map((value) => ({ value, label: t(outcomeWords[value]) }))}
            value={outcome}
            onChange={setOutcome}
          />
        )}
        {self && view.reporter.voices > 0 && (
          <Tick label={t(fieldWords.reporterTold)} checked={told} onChange={setTold} />
        )}
      </div>
      <footer className="field-foot">
        <p className="k-note">{t(fieldWords.privacy)}</p>
        <Button look="pri" big type="submit" busy={act.busy !== null}>
          {act.busy ?? t(fieldWords.send)}
        </Button>
      </footer>
    </form>
  )
}

type Kept = { photos: File[]; setPhotos: (photos: File[]) => void }

function Photos({ label, kept }: { label: string; kept: Kept }) {
  const { t } = useWords()
  return (
    <>
      <p className="k-label">{label}</p>
      <PhotoPicker
        label={label}
        photos={kept.photos}
        onChange={kept.setPhotos}
        hint={t(fieldWords.afterHint)}
      />
    </>
  )
}

function Needs({ view }: { view: Subject }) {
  const { t, lang } = useWords()
  const needs = needsOf(view.evidence, lang)
  return (
    <p className="k-compact k-sub field-needs">
      {needs !== '' && t(fieldWords.needs, { what: needs })}
      {t(view.closing)}
    </p>
  )
}
