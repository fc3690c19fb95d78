// For elders: what it most likely is asks at once, whether or not anybody agreed to the kind; an answer agrees to it. Loaded
// only where something is asked.
import { toldOf } from '#core/cases/particulars.ts'
import { useWords } from '#web/kit/language.ts'
import { Chip, Chips } from '#web/kit/ui/Chip.tsx'
import { ParticularsFields } from '../particulars/ParticularsFields.tsx'
import type { ReportForm } from './ReportPage.tsx'
import type { Category } from './suggest.ts'
import { reportWords } from './words-report.ts'

type Props = { form: ReportForm; kind: Category }

export function LikelyAsks({ form, kind }: Props) {
  const { t, lang } = useWords()
  const { code, particulars: asked } = kind
  const on = form.draft.category === code
  return (
    <>
      <div className="open-kinds">
        <span className="k-note">{t(reportWords.looksLike)}</span>
        <Chips label={t(reportWords.category)}>
          <Chip
            on={on}
            onClick={() => form.change({ category: on ? null : code, particulars: {} })}
          >
            {kind[lang]}
          </Chip>
        </Chips>
      </div>
      <ParticularsFields
        asked={asked}
        answers={on ? form.draft.particulars : {}}
        onChange={(particulars) => form.change({ category: code, particulars })}
      />
    </>
  )
}

/** What was tapped, among what is looked over before it is sent. */
export function TappedRows({ form, kind }: Props) {
  const { t } = useWords()
  return toldOf(kind.particulars ?? [], form.draft.particulars).map(({ code, ask, label }) => (
    <div key={code}>
      <dt>{t(ask)}</dt>
      <dd>{t(label)}</dd>
    </div>
  ))
}
