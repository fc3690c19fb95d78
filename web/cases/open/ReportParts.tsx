// The parts of the report's form, for the one page and for the elders' three steps.
import { lazy, Suspense, useId, useState } from 'react'
import { useWords } from '#web/kit/language.ts'
import { Chip, Chips } from '#web/kit/ui/Chip.tsx'
import { Select, TextField } from '#web/kit/ui/Field.tsx'
import { PhotoPicker } from '#web/kit/ui/PhotoPicker.tsx'
import type { ReportForm } from './ReportPage.tsx'
import { Dictate } from './Dictate.tsx'
import { leaves, optionsOf, suggest } from './suggest.ts'
import { useTold } from '#web/people/told.tsx'
import { reportWords } from './words-report.ts'
import './open.css'

/** Few categories ask anything. */
const ParticularsFields = lazy(async () => ({
  default: (await import('../particulars/ParticularsFields.tsx')).ParticularsFields,
}))

/** Words, spoken or written, in one frame. */
export function WhatField({ form, first = false }: { form: ReportForm; first?: boolean }) {
  const { t } = useWords()
  const id = useId()
  const add = (heard: string) => form.change({ text: `${form.draft.text}${heard}` })
  const speak = <Dictate onHeard={add} big={first} />
  return (
    <div className={`open-what${first ? ' is-first' : ''}`}>
      {first && speak}
      <label className="k-sr" htmlFor={id}>
        {t(reportWords.what)}
      </label>
      <textarea
        id={id}
        className="k-input"
        rows={3}
        maxLength={4000}
        placeholder={t(reportWords.whatPlaceholder)}
        value={form.draft.text}
        onChange={(event) => form.change({ text: event.target.value })}
      />
      {!first && speak}
    </div>
  )
}

/** What it sounds like, one press to agree; the whole list for whoever wants it; "you sort it" for all others. */
export function KindField({ form }: { form: ReportForm }) {
  const { t, lang } = useWords()
  const [listed, setListed] = useState(false)
  const { category, text } = form.draft
  const likely = suggest(text, form.categories, { thing: form.draft.thing?.kind ?? null })
  const chosen = leaves(form.categories).find(({ code }) => code === category)
  const offered = chosen && !likely.includes(chosen) ? [chosen, ...likely.slice(0, 1)] : likely
  return (
    <>
      {offered.length > 0 && (
        <div className="open-kinds">
          <span className="k-note">{t(reportWords.looksLike)}</span>
          <Chips label={t(reportWords.category)}>
            {offered.map(({ code, ...kind }) => (
              <Chip
                key={code}
                on={code === category}
                onClick={() =>
                  form.change({ category: code === category ? null : code, particulars: {} })
                }
              >
                {kind[lang]}
              </Chip>
            ))}
            <Chip on={listed} onClick={() => setListed(!listed)}>
              {t(reportWords.noneOfThese)}
            </Chip>
          </Chips>
        </div>
      )}
      {(listed || offered.length === 0) && (
        <Select
          label={t(reportWords.category)}
          need="optional"
          empty={t(reportWords.categoryAny)}
          value={category ?? ''}
          options={optionsOf(form.categories, lang)}
          onChange={(event) =>
            form.change({ category: event.target.value || null, particulars: {} })
          }
        />
      )}
      {chosen?.particulars?.[0] !== undefined && (
        <Suspense fallback={null}>
          <ParticularsFields
            asked={chosen.particulars}
            answers={form.draft.particulars}
            onChange={(particulars) => form.change({ particulars })}
          />
        </Suspense>
      )}
    </>
  )
}

export function PhotosField({ form }: { form: ReportForm }) {
  const { t } = useWords()
  return (
    <PhotoPicker
      label={t(reportWords.photos)}
      photos={form.photos}
      onChange={form.setPhotos}
      hint={t(reportWords.photosHint)}
    />
  )
}

export function ContactFields({ form }: { form: ReportForm }) {
  const { t } = useWords()
  const told = useTold({
    area: form.draft.area,
    field: 'report.phone',
    usual: reportWords.contactWhy,
  })
  return (
    <>
      <TextField
        label={t(reportWords.phone)}
        need="optional"
        {...told}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        maxLength={30}
        value={form.draft.phone}
        onChange={(event) => form.change({ phone: event.target.value })}
      />
      {form.draft.phone !== '' && (
        <TextField
          label={t(reportWords.name)}
          need="optional"
          autoComplete="name"
          maxLength={40}
          value={form.draft.name}
          onChange={(event) => form.change({ name: event.target.value })}
        />
      )}
    </>
  )
}
