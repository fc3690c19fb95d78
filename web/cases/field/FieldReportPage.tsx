// Reporting in three taps: photo, kind, send. The place is taken once, at the moment of pressing; who cannot or will
// not give it names the grid instead. 当场已办好 sends the report and goes on to the proof.
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { listCases } from '#core/cases/contract.ts'
import { reportCase } from '#core/cases/contract-report.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import { listCategories } from '#core/places/contract.ts'
import { NoConnectionError } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { ErrorSummary, RadioTiles, TextArea, Tick } from '#web/kit/ui/Field.tsx'
import { Icon } from '#web/kit/ui/Icon.tsx'
import { PhotoPicker } from '#web/kit/ui/PhotoPicker.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { kitWords } from '#web/kit/words.ts'
import { askPosition } from '#web/places/where-am-i.ts'
import { leaves } from '../open/suggest.ts'
import { canListen, Speak } from '../open/Speak.tsx'
import { KindTiles } from './KindTiles.tsx'
import { NearBy } from './NearBy.tsx'
import { type MyArea, useMyArea } from './my-grid.ts'
import { usePhotosToSend } from './use-photos.ts'
import { fieldWords } from './words-field.ts'
import './field.css'

type WherePick = 'spot' | 'grid'

export function FieldReportPage() {
  const { t } = useWords()
  const area = useMyArea()
  const form = useFieldReport(area)
  const chosen = form.kinds.find(({ code }) => code === form.category)
  const spot = chosen?.selfHandle.fullTime === true || chosen?.selfHandle.partTime === true
  return (
    <form className="field-sheet" onSubmit={(event) => (event.preventDefault(), form.send(false))}>
      <header className="field-sheet-head">
        <Link className="k-icon-btn" to={paths.field.tasks()} aria-label={t(kitWords.back)}>
          <Icon name="left" size={24} />
        </Link>
        <h1>{t(fieldWords.report)}</h1>
        <span className="k-note">{area?.name}</span>
      </header>
      <div className="field-part">
        <ErrorSummary errors={form.errors} />
        <h2 className="field-step">
          <i>1</i> {t(fieldWords.step1)}
        </h2>
        <PhotoPicker
          label={t(fieldWords.step1)}
          photos={form.photos}
          onChange={form.setPhotos}
          hint={t(fieldWords.afterHint)}
        />
        <h2 className="field-step">
          <i>2</i> {t(fieldWords.step2)}
        </h2>
        <KindTiles
          categories={form.categories}
          text={form.text}
          value={form.category}
          onChange={form.setCategory}
        />
        <TextArea
          label={t(fieldWords.words)}
          placeholder={t(fieldWords.wordsPlaceholder)}
          value={form.text}
          maxLength={4000}
          onChange={(event) => form.setText(event.target.value)}
        />
        {canListen() && <Speak onHeard={(heard) => form.setText(form.text + heard)} />}
        <Where area={area} form={form} />
        <Tick
          label={t(fieldWords.urgent)}
          note={t(fieldWords.urgentNote)}
          checked={form.urgent}
          onChange={form.setUrgent}
        />
      </div>
      <footer className="field-foot">
        <p className="k-note">{t(fieldWords.privacy)}</p>
        <div className="field-two">
          <Button
            big
            whyNot={chosen !== undefined && !spot ? t(fieldWords.spotNot) : null}
            busy={form.busy !== null}
            onClick={() => form.send(true)}
          >
            {t(fieldWords.spotDone)}
          </Button>
          <Button look="pri" big type="submit" busy={form.busy !== null}>
            {form.busy ?? t(fieldWords.send)}
          </Button>
        </div>
      </footer>
    </form>
  )
}

type Form = ReturnType<typeof useFieldReport>

function Where({ area, form }: { area: MyArea | null; form: Form }) {
  const { t } = useWords()
  return (
    <>
      <NearBy text={form.text} category={form.category} />
      <RadioTiles<WherePick>
        label={t(fieldWords.whereLabel)}
        columns={1}
        value={form.where}
        onChange={form.setWhere}
        options={[
          { value: 'spot', label: t(fieldWords.whereSpot) },
          ...(area === null
            ? []
            : [{ value: 'grid' as const, label: t(fieldWords.whereGrid, { name: area.name }) }]),
        ]}
      />
    </>
  )
}

function useFieldReport(area: MyArea | null) {
  const { t } = useWords()
  const toast = useToast()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [category, setCategory] = useState<string | null>(null)
  const [where, setWhere] = useState<WherePick>('spot')
  const [urgent, setUrgent] = useState(false)
  const [errors, setErrors] = useState<string[]>([])
  const [working, setWorking] = useState(false)
  const pictures = usePhotosToSend()
  const act = useCommand(reportCase, { refresh: [listCases] })
  const categories =
    useEndpoint(listCategories, area === null ? {} : { area: area.code }).data?.items ?? []

  const report = async (onTheSpot: boolean) => {
    const photos = await pictures.send().catch(() => null)
    if (photos === null) return setErrors([t(fieldWords.photoLost)])
    const point = where === 'spot' ? await askPosition() : null
    if (typeof point === 'string') return setErrors([t(fieldWords.positionLost)])
    const receipt = await act.mutateAsync({
      text: text.trim(),
      photos,
      urgent,
      ...(category === null ? {} : { category }),
      ...(area === null ? {} : { area: area.code }),
      ...(point === null ? {} : { point }),
      madeAt: new Date().toISOString(),
    })
    toast(t(onTheSpot ? fieldWords.spotLead : fieldWords.reported, { number: receipt.number }))
    const next = onTheSpot ? `${paths.field.handle(receipt.number)}?self=1` : paths.field.tasks()
    void navigate(next, { replace: true })
  }
  const send = async (onTheSpot: boolean) => {
    if (text.trim() === '' && category === null && pictures.photos.length === 0)
      return setErrors([t(fieldWords.needKind)])
    setErrors([])
    setWorking(true)
    try {
      await report(onTheSpot)
    } catch (error) {
      if (error instanceof NoConnectionError) {
        toast(t(fieldWords.keptToSend))
        void navigate(paths.field.outbox(), { replace: true })
      } else setErrors([t(wordsOfError(error, refusalWords))])
    } finally {
      setWorking(false)
    }
  }
  const { progress } = pictures
  return {
    text,
    setText,
    category,
    setCategory,
    where,
    setWhere,
    urgent,
    setUrgent,
    errors,
    categories,
    kinds: leaves(categories),
    photos: pictures.photos,
    setPhotos: pictures.setPhotos,
    busy: working
      ? t(progress ? fieldWords.sendingPhotos : fieldWords.sending, progress ?? {})
      : null,
    send: (onTheSpot: boolean) => void send(onTheSpot),
  }
}
