// A figure never stands without its fraction, its past and 怎么算.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWords } from '../language.ts'
import { kitWords } from '../words.ts'
import { Popover } from './Popover.tsx'
import { Sparkline } from './Sparkline.tsx'
import './figure.css'

export type Definition = {
  sentence: string
  formula?: string
  leftOut?: string
  version?: string
  owner?: string
  whatToDo?: string
  /** The list behind the number. */
  to?: string
  /** Where it is written out in full. */
  more?: string
}

type Props = {
  name: string
  value: string
  unit?: string
  /** Numerator ∕ denominator in words: “662 ∕ 709 件应结”. */
  fraction: ReactNode
  past?: string
  points?: (number | null)[]
  definition: Definition
  size?: 'm' | 'l' | 'xl'
  /** Where the figure itself leads. */
  to?: string
}

export function FigureBlock({
  name,
  value,
  unit,
  fraction,
  past,
  points,
  definition,
  size = 'm',
  to,
}: Props) {
  const figure = (
    <>
      <Measured text={value} />
      {unit !== undefined && <small>{unit}</small>}
    </>
  )
  return (
    <div className={`k-fig k-fig-${size}`}>
      <div className="k-fig-name">
        <span>{name}</span>
        <HowCounted name={name} definition={definition} />
      </div>
      <p className="k-fig-value">{to === undefined ? figure : <Link to={to}>{figure}</Link>}</p>
      <p className="k-fig-of">{fraction}</p>
      {(past !== undefined || points !== undefined) && (
        <div className="k-fig-past">
          <span>{past}</span>
          {points !== undefined && <Sparkline points={points} />}
        </div>
      )}
    </div>
  )
}

/** The units inside a duration are one step smaller than its figures: 20 时 6 分. */
export function Measured({ text }: { text: string }) {
  if (!/\d\s*\p{L}/u.test(text)) return text
  return text
    .split(/(\d[\d.,]*)/)
    .map((part, at) => (/\p{L}/u.test(part) ? <small key={at}>{part.trim()}</small> : part))
}

/** 怎么算, wherever a figure stands. */
export function HowCounted({ name, definition }: { name: string; definition: Definition }) {
  const { t } = useWords()
  const rows = [
    [kitWords.formula, definition.formula],
    [kitWords.leftOut, definition.leftOut],
    [kitWords.version, definition.version],
    [kitWords.owner, definition.owner],
    [kitWords.whatToDo, definition.whatToDo],
  ] as const
  return (
    <Popover label={t(kitWords.howCounted)} name={t(kitWords.howCountedOf, { name })} end>
      <p>{definition.sentence}</p>
      <dl className="k-facts">
        {rows.map(([term, text]) =>
          text === undefined ? null : (
            <div key={term.zh}>
              <dt>{t(term)}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
      {definition.to !== undefined && (
        <Link className="k-link" to={definition.to}>
          {t(kitWords.seeList)}
        </Link>
      )}{' '}
      {definition.more !== undefined && (
        <Link className="k-link" to={definition.more}>
          {t(kitWords.inFull)}
        </Link>
      )}
    </Popover>
  )
}
