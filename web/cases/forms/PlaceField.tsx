// A place: clicked on the map, or chosen by name. A click is answered with the grid it falls into, and the map comes
// nearer. Never a door, and never demanded more exactly than it is known.
import { useDeferredValue, useEffect, useState } from 'react'
import { locatePlace, readArea, searchPlaces } from '#core/places/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Combo } from '#web/kit/ui/Combo.tsx'
import { PlaceMap, type Spot } from '../PlaceMap.tsx'
import { formWords } from './words-forms.ts'

export type PlaceChoice = { point: Spot | null; area: string | null }

type Props = {
  /** Where the map opens. */
  start: string
  value: PlaceChoice
  onChange: (value: PlaceChoice) => void
  label?: string
  hint?: string
}

export function PlaceField({ start, value, onChange, label, hint }: Props) {
  const { t } = useWords()
  const [ground, setGround] = useState(start)
  const found = useEndpoint(locatePlace, value.point ?? {}, {
    enabled: value.point !== null,
    keepPrevious: true,
  })
  const located = value.point === null ? undefined : found.data
  const community = located?.community?.code
  useEffect(() => {
    if (community !== undefined) setGround(community)
  }, [community])
  const at = located?.grid?.code ?? value.area ?? ground
  const area = useEndpoint(readArea, { code: at }, { keepPrevious: true })
  const place = area.data ? [...area.data.path, area.data] : []
  return (
    <div className="k-field">
      <span className="k-label">{label ?? t(formWords.place)}</span>
      <PlaceMap
        place={place}
        point={value.point}
        near={false}
        ratio={0.6}
        onPick={(point) => onChange({ ...value, point })}
        caption={
          <span role="status">{located ? t(located.sentence) : (hint ?? t(formWords.place))}</span>
        }
      />
      <span className="k-row">
        {ground !== start && (
          <Button
            look="quiet"
            onClick={() => {
              setGround(start)
              onChange({ point: null, area: null })
            }}
          >
            {t(formWords.wholeMap)}
          </Button>
        )}
      </span>
      <AreaPicker
        chosen={value.area === null ? null : (area.data?.officialName ?? value.area)}
        within={start}
        onChoose={(code) => {
          setGround(code ?? start)
          onChange({ point: null, area: code })
        }}
      />
    </div>
  )
}

type AreaProps = {
  chosen: string | null
  within: string
  onChoose: (code: string | null) => void
}

export function AreaPicker({ chosen, within, onChoose }: AreaProps) {
  const { t, lang } = useWords()
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const found = useEndpoint(searchPlaces, { q: q || '-', within, limit: 8 }, { enabled: q !== '' })
  if (chosen !== null)
    return (
      <div className="k-field case-chosen">
        <span className="k-label">{t(formWords.placeOr)}</span>
        <p>
          <b>{chosen}</b>
          <Button look="quiet" onClick={() => onChoose(null)}>
            {t(formWords.chooseOther)}
          </Button>
        </p>
      </div>
    )
  return (
    <Combo
      label={t(formWords.placeOr)}
      placeholder={t(formWords.typePlace)}
      text={text}
      onText={setText}
      options={(q === '' ? [] : (found.data?.items ?? [])).map((one) => ({
        key: one.code,
        label: lang === 'en' ? (one.nameEn ?? one.name) : one.name,
        note: one.path,
        whyNot: null,
      }))}
      chosen={null}
      onChoose={onChoose}
      none={q === '' || found.isPending ? '' : t(formWords.noPlace)}
    />
  )
}
