// Choosing any area of the tree for a room of the desk: by a piece of its name or by its code, or one level up or down.
import { useState } from 'react'
import { readArea, searchPlaces } from '#core/places/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { TextField } from '#web/kit/ui/Field.tsx'
import { Popover } from '#web/kit/ui/Popover.tsx'
import { placeWords } from './words.ts'
import './picker.css'

type Named = { code: string; name: string; nameEn: string | null }
type Props = { code: string; onChoose: (code: string) => void; label?: string }

export function useAreaName(code: string): string {
  const { lang } = useWords()
  const area = useEndpoint(readArea, { code }).data
  return area === undefined ? code : lang === 'en' ? (area.nameEn ?? area.name) : area.name
}

/** The chosen area on a chip; pressed, it opens the search. */
export function AreaPicker({ code, onChoose, label }: Props) {
  const { t } = useWords()
  const name = useAreaName(code)
  const [turn, setTurn] = useState(0)
  return (
    <Popover
      key={turn}
      className="k-chip is-on"
      name={`${label ?? t(placeWords.area)} ${name}`}
      label={
        <>
          <span>{label ?? t(placeWords.area)}</span>
          <b>{name}</b>
          <i aria-hidden="true">▾</i>
        </>
      }
    >
      <AreaSearch
        code={code}
        onChoose={(chosen) => {
          setTurn((was) => was + 1) // closes the sheet
          onChoose(chosen)
        }}
      />
    </Popover>
  )
}

/** The same as a field of a form. */
export function AreaField({ code, onChoose, label }: Props & { label: string }) {
  const name = useAreaName(code)
  return (
    <div className="k-field">
      <span className="picker-label">{label}</span>
      <p className="picker-chosen">
        <b>{name}</b> <span className="k-note">{code}</span>
      </p>
      <AreaSearch code={code} onChoose={onChoose} />
    </div>
  )
}

export function AreaSearch({ code, onChoose }: Pick<Props, 'code' | 'onChoose'>) {
  const { t, lang } = useWords()
  const [text, setText] = useState('')
  const q = text.trim()
  const found = useEndpoint(
    searchPlaces,
    { q: q || '-', limit: 12 },
    { enabled: q !== '', keepPrevious: true },
  ).data
  const here = useEndpoint(readArea, { code }, { keepPrevious: true }).data
  const nameOf = (area: Named) => (lang === 'en' ? (area.nameEn ?? area.name) : area.name)
  const items: { area: Named; note: string }[] =
    q !== ''
      ? (found?.items ?? []).map((item) => ({ area: item, note: item.path }))
      : [
          ...(here?.path ?? []).map((area) => ({ area, note: t(placeWords.above) })),
          ...(here?.children ?? []).slice(0, 30).map((area) => ({ area, note: '' })),
        ]
  return (
    <div className="picker-area">
      <TextField
        label={t(placeWords.searchAnyLabel)}
        value={text}
        autoComplete="off"
        enterKeyHint="search"
        onChange={(event) => setText(event.target.value)}
      />
      {q !== '' && found?.items.length === 0 ? (
        <p className="k-note">{t(placeWords.nothingFound)}</p>
      ) : (
        <ul>
          {items.map(({ area, note }) => (
            <li key={area.code}>
              <button type="button" onClick={() => (setText(''), onChoose(area.code))}>
                <b>{nameOf(area)}</b>
                <small>
                  {area.code} {note}
                </small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
