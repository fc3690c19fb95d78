// The same report for elders: one question a page, speaking first, the telephone always in reach. The step stands in
// the address, so that 返回上一页 goes one step back and nothing written is lost.
import { lazy, Suspense } from 'react'
import { useChoices } from '#web/kit/choices.ts'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Choice, telephone } from '#web/kit/ui/Ways.tsx'
import { kitWords } from '#web/kit/words.ts'
import { useAreaWays } from '#web/people/area-ways.ts'
import { useAreaName } from '#web/places/area-name.ts'
import { WhereField } from '#web/places/WhereField.tsx'
import { Part } from '#web/kit/ui/OpenPage.tsx'
import type { ReportForm } from './ReportPage.tsx'
import { SimilarOnceSaid } from './SimilarOnceSaid.tsx'
import { ContactFields, PhotosField, WhatField } from './ReportParts.tsx'
import { Trouble } from './Trouble.tsx'
import { waysWords } from './words-ways.ts'
import { type Category, suggest } from './suggest.ts'
import { stepWords } from './words-report-steps.ts'
import { reportWords } from './words-report.ts'
import './open.css'

const LikelyAsks = lazy(async () => ({ default: (await import('./LikelyAsks.tsx')).LikelyAsks }))
const TappedRows = lazy(async () => ({ default: (await import('./LikelyAsks.tsx')).TappedRows }))

/** The kind that was chosen, else what the words sound like; null where it asks nothing. */
function likely({ categories, draft }: ReportForm): Category | null {
  const chosen = categories.find(({ code }) => code === draft.category)
  const kind =
    chosen ?? suggest(draft.text, categories, { most: 1, thing: draft.thing?.kind ?? null })[0]
  return kind?.particulars?.[0] === undefined ? null : kind
}

export function ReportInSteps({ form }: { form: ReportForm }) {
  const { t } = useWords()
  const [query, choose] = useChoices()
  const step = Math.min(3, Math.max(1, Number(query.get('step') ?? '1') || 1))
  const go = (to: number) => {
    choose({ step: String(to) }, { push: true })
    scrollTo(0, 0)
  }
  return (
    <div className="open-steps">
      <p className="k-note open-step">{t(stepWords.stepOf, { n: step })}</p>
      {step === 1 && <First form={form} next={() => go(2)} />}
      {step === 2 && <Second form={form} next={() => go(3)} />}
      {step === 3 && <Third form={form} />}
    </div>
  )
}

type StepProps = { form: ReportForm; next: () => void }

function First({ form, next }: StepProps) {
  const { t } = useWords()
  const { phone } = useAreaWays(form.draft.area)
  const kind = likely(form)
  const said = form.draft.text.trim() !== '' || form.photos.length > 0
  return (
    <Part>
      <Choice
        main
        icon="phone"
        title={t(waysWords.callUs)}
        note={t(kitWords.somebodyAnswers, { phone })}
        to={telephone(phone)}
      />
      <h2 className="open-question">{t(reportWords.stepWhat)}</h2>
      <WhatField form={form} first />
      {kind !== null && (
        <Suspense fallback={null}>
          <LikelyAsks form={form} kind={kind} />
        </Suspense>
      )}
      <div className="open-send">
        <Button look="plain" big whyNot={said ? null : t(reportWords.needSomething)} onClick={next}>
          {t(stepWords.next)}
        </Button>
      </div>
    </Part>
  )
}

function Second({ form, next }: StepProps) {
  const { t } = useWords()
  const placed = form.draft.area !== null
  return (
    <Part>
      <h2 className="open-question">{t(stepWords.stepWhere)}</h2>
      <WhereField where={form.draft} onChange={form.change} />
      {placed && (
        <div className="open-send">
          <Button look="pri" big onClick={next}>
            {t(stepWords.next)}
          </Button>
        </div>
      )}
    </Part>
  )
}

function Third({ form }: { form: ReportForm }) {
  return (
    <>
      <SimilarOnceSaid typed={form.draft} leaves={form.draft} />
      <Check form={form} />
    </>
  )
}

function Check({ form }: { form: ReportForm }) {
  const { t } = useWords()
  const { text, area, areaName, address, category } = form.draft
  const kind = category === null ? null : likely(form)
  const place = useAreaName(area, areaName)
  return (
    <Part>
      <h2 className="open-question">{t(stepWords.stepCheck)}</h2>
      <dl className="open-facts">
        <dt>{t(stepWords.youSaid)}</dt>
        <dd>{text.trim() === '' ? t(stepWords.notSaid) : text}</dd>
        {kind !== null && (
          <Suspense fallback={null}>
            <TappedRows form={form} kind={kind} />
          </Suspense>
        )}
        <dt>{t(reportWords.where)}</dt>
        <dd>{[place, address].filter(Boolean).join(' · ')}</dd>
      </dl>
      <details className="open-more">
        <summary>{t(stepWords.addPhoneOrPhoto)}</summary>
        <PhotosField form={form} />
        <ContactFields form={form} />
      </details>
      <Trouble text={form.trouble} />
      <div className="open-send">
        <Button look="pri" big busy={form.busy !== null} onClick={form.send}>
          {form.busy ?? t(reportWords.send)}
        </Button>
      </div>
    </Part>
  )
}
