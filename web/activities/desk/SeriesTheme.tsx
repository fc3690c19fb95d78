// What a series is for: the theme the community lives by, and which of its measures. What has ended is offered no more,
// unless the series belongs to it already.
import { readCommunityTheme } from '#core/themes/contract-decision.ts'
import { readTheme } from '#core/themes/contract-programme.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Select } from '#web/kit/ui/Field.tsx'
import { formWords } from '../words-forms.ts'
import type { House } from './CentreFrame.tsx'
import type { DraftPart } from './SeriesPreview.tsx'

export function ThemeFields({ draft, set, house }: DraftPart & { house: House }) {
  const { t } = useWords()
  const now = useEndpoint(readCommunityTheme, { code: house.area.code }).data?.theme
  const own = useEndpoint(
    readTheme,
    { id: draft.themeId },
    { enabled: draft.themeId !== '' && draft.themeId !== now?.id },
  ).data
  const themes = [now, own].filter((theme) => theme != null)
  if (themes.length === 0) return null
  return (
    <>
      <Select
        label={t(formWords.theme)}
        need="optional"
        empty={t(formWords.noTheme)}
        value={draft.themeId}
        onChange={(e) => set({ themeId: e.target.value, measureId: '' })}
        options={themes.map((theme) => ({ value: theme.id, label: t(theme.name) }))}
      />
      {draft.themeId !== '' && <MeasureField draft={draft} set={set} />}
    </>
  )
}

function MeasureField({ draft, set }: DraftPart) {
  const { t } = useWords()
  const theme = useEndpoint(readTheme, { id: draft.themeId }).data
  const measures = (theme?.measures ?? []).filter(
    ({ id, kind, untilOn }) =>
      id === draft.measureId || (kind !== 'budget' && kind !== 'resource' && untilOn === null),
  )
  if (measures.length === 0) return null
  return (
    <Select
      label={t(formWords.measure)}
      need="optional"
      empty={t(formWords.noMeasure)}
      value={draft.measureId}
      onChange={(e) => set({ measureId: e.target.value })}
      options={measures.map(({ id, text }) => ({ value: id, label: text }))}
    />
  )
}
