// The report on one page: what, where, what else one likes to add, send.
import { Link } from 'react-router'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { AreaWaysRow } from '#web/people/AreaWaysRow.tsx'
import { useAreaName } from '#web/places/area-name.ts'
import { WhereField } from '#web/places/WhereField.tsx'
import { Part } from '#web/kit/ui/OpenPage.tsx'
import type { ReportForm } from './ReportPage.tsx'
import { SimilarOnceSaid } from './SimilarOnceSaid.tsx'
import { ContactFields, KindField, PhotosField, WhatField } from './ReportParts.tsx'
import { Trouble } from './Trouble.tsx'
import { waysWords } from './words-ways.ts'
import { reportWords } from './words-report.ts'

export function ReportInOne({ form }: { form: ReportForm }) {
  const { t } = useWords()
  const { draft } = form
  const place = useAreaName(draft.area, draft.areaName)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        form.send()
      }}
    >
      <Part>
        <SectionHeading end={t(reportWords.noSignIn)}>{t(reportWords.what)}</SectionHeading>
        <WhatField form={form} />
        <PhotosField form={form} />
        <KindField form={form} />
        {draft.area !== null && (
          <Link className="k-link open-inline" to={paths.open.flows(draft.area)}>
            {t(waysWords.whoseMatter)}
          </Link>
        )}
      </Part>
      <Part>
        <SectionHeading
          end={
            draft.area !== null && (
              <button
                type="button"
                className="k-link open-inline"
                onClick={() => form.change({ area: null, areaName: null, grid: null, spot: null })}
              >
                {t(reportWords.changePlace)}
              </button>
            )
          }
        >
          {place === null ? t(reportWords.where) : `${t(reportWords.where)} · ${place}`}
        </SectionHeading>
        <WhereField where={draft} onChange={form.change} />
      </Part>
      <SimilarOnceSaid typed={draft} leaves={draft} />
      <Part>
        <SectionHeading end={t(reportWords.contactOptional)}>
          {t(reportWords.contact)}
        </SectionHeading>
        <ContactFields form={form} />
      </Part>
      <Part tone="raised">
        <Trouble text={form.trouble} />
        <div className="open-send">
          <Button look="pri" big type="submit" busy={form.busy !== null}>
            {form.busy ?? t(reportWords.send)}
          </Button>
        </div>
        <p className="k-note">{t(reportWords.draftKept)}</p>
        {draft.text !== '' && (
          <button type="button" className="k-link open-inline" onClick={form.clear}>
            {t(reportWords.clearDraft)}
          </button>
        )}
        <p className="open-ways-lead">{t(waysWords.waysNote)}</p>
        <AreaWaysRow code={draft.area} onlineLabel={t(waysWords.sayHere)} />
      </Part>
    </form>
  )
}
