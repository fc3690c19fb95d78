import { useWords } from '../language.ts'
import { kitWords } from '../words.ts'
import { classLabels } from './map-classes.ts'

type Props = { lows: readonly number[]; hidden?: boolean; none?: boolean; min?: number }

export function MapLegend({ lows, hidden = false, none = true, min = 10 }: Props) {
  const { t } = useWords()
  return (
    <ul className="k-legend">
      {hidden && (
        <li>
          <i className="k-hatch" />
          {t(kitWords.hiddenSmall, { min })}
        </li>
      )}
      {none && (
        <li>
          <i className="is-shade-0" />0
        </li>
      )}
      {classLabels(lows).map(({ shade, from, to }) => (
        <li key={from}>
          <i className={`is-shade-${shade}`} />
          {to === null ? t(kitWords.orMore, { n: from }) : from === to ? from : `${from}–${to}`}
        </li>
      ))}
    </ul>
  )
}
