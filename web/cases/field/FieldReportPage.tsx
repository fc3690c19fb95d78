// Reporting in three taps: photo, kind, send. The place is taken once, at the moment of pressing; who cannot or will
// not give it names the grid instead. 当场已办好 sends the report and goes on to the proof.
import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { ErrorSummary, RadioTiles, TextArea, Tick } from '#web/kit/ui/Field.tsx'
import { Icon } from '#web/kit/ui/Icon.tsx'
import { PhotoPicker } from '#web/kit/ui/PhotoPicker.tsx'
import { kitWords } from '#web/kit/words.ts'
import { Dictate } from '../open/Dictate.tsx'
import { KindTiles } from './KindTiles.tsx'
import { type MyArea, useMyArea } from './my-grid.ts'
import { useFieldReport, type WherePick } from './use-field-report.ts'
import { Voice } from './Voice.tsx'
import { fieldWords } from './words-field.ts'
import { findWords } from './words-find.ts'
import './field.css'

/** Few categories ask anything. */
const ParticularsFields = lazy(async () => ({
  default: (await import('../particulars/ParticularsFields.tsx')).ParticularsFields,
}))

// It asks only once there is something to ask about.
const NearBy = lazy(async () => ({ default: (await import('./NearBy.tsx')).NearBy }))

export function FieldReportPage() {
  const { t } = useWords()
  const area = useMyArea()
  const form = useFieldReport(area)
  const chosen = form.kinds.find(({ code }) => code === form.category)
  const spot = chosen?.selfHandle.fullTime === true || chosen?.selfHandle.partTime === true
  return (
    <form className="field-sheet" onSubmit={(event) => (event.preventDefault(), form.send(false))}>
      <Head area={area} />
      <div className="field-part">
        <ErrorSummary errors={form.errors} />
        <h2 className="field-step">
          <i>1</i> {t(findWords.step1)}
        </h2>
        <PhotoPicker
          label={t(findWords.step1)}
          photos={form.photos}
          onChange={form.setPhotos}
          hint={t(fieldWords.afterHint)}
        />
        <h2 className="field-step">
          <i>2</i> {t(findWords.step2)}
        </h2>
        <KindTiles
          categories={form.categories}
          text={form.text}
          value={form.category}
          onChange={form.setCategory}
        />
        <Asked form={form} />
        <TextArea
          label={t(findWords.words)}
          placeholder={t(findWords.wordsPlaceholder)}
          value={form.text}
          maxLength={4000}
          onChange={(event) => form.setText(event.target.value)}
        />
        <Dictate onHeard={(heard) => form.setText(form.text + heard)} />
        <Voice note={form.voice.note} onChange={form.voice.setNote} />
        <Where area={area} form={form} />
        <Tick
          label={t(findWords.urgent)}
          note={t(findWords.urgentNote)}
          checked={form.urgent}
          onChange={form.setUrgent}
        />
      </div>
      <footer className="field-foot">
        <p className="k-note">{t(fieldWords.privacy)}</p>
        <div className="field-two">
          <Button
            big
            whyNot={spot ? null : t(chosen ? findWords.spotNot : findWords.spotKind)}
            busy={form.busy !== null}
            onClick={() => form.send(true)}
          >
            {t(findWords.spotDone)}
          </Button>
          <Button look="pri" big type="submit" busy={form.busy !== null}>
            {form.busy ?? t(fieldWords.send)}
          </Button>
        </div>
      </footer>
    </form>
  )
}

/** What the chosen kind asks beside it. */
function Asked({ form }: { form: Form }) {
  const asked = form.kinds.find(({ code }) => code === form.category)?.particulars ?? []
  if (asked.length === 0) return null
  return (
    <Suspense fallback={null}>
      <ParticularsFields asked={asked} answers={form.particulars} onChange={form.setParticulars} />
    </Suspense>
  )
}

function Head({ area }: { area: MyArea | null }) {
  const { t } = useWords()
  return (
    <header className="field-sheet-head">
      <Link className="k-icon-btn" to={paths.field.tasks()} aria-label={t(kitWords.back)}>
        <Icon name="left" size={24} />
      </Link>
      <h1>{t(findWords.report)}</h1>
      <span className="k-note">{area?.name}</span>
    </header>
  )
}

type Form = ReturnType<typeof useFieldReport>

function Where({ area, form }: { area: MyArea | null; form: Form }) {
  const { t } = useWords()
  return (
    <>
      {(form.category !== null || form.text.trim().length >= 4) && (
        <Suspense fallback={null}>
          <NearBy text={form.text} category={form.category} />
        </Suspense>
      )}
      <RadioTiles<WherePick>
        label={t(findWords.whereLabel)}
        columns={1}
        value={form.where}
        onChange={form.setWhere}
        options={[
          { value: 'spot', label: t(findWords.whereSpot) },
          ...(area === null
            ? []
            : [{ value: 'grid' as const, label: t(findWords.whereGrid, { name: area.name }) }]),
        ]}
      />
    </>
  )
}
