// Shape, matter and place, category and source, tier, countdown: two lines and nothing else.
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { Countdown, type CountdownFace } from './Countdown.tsx'
import { Shape, type ShapeName } from './Shape.tsx'
import { Stamp, Tier, type Tone } from './Status.tsx'
import './queue.css'

export type QueueItem = {
  key: string
  title: string
  place: string
  /** Why it came back, who waits: said in 赭 behind the place. */
  remark?: string
  category: string
  source: string
  tier: string
  urgent: boolean
  shape: { name: ShapeName; tone: Tone; word: string }
  countdown: CountdownFace | null
  to: string
}

/** Several rows taken together: with a tick, with Ctrl or ⌘ and a click, with Shift and a click up to here. */
export type RowPick = {
  on: boolean
  label: string
  toggle: (key: string) => void
  upTo: (key: string) => void
}

type RowProps = {
  item: QueueItem
  selected?: boolean
  fresh?: boolean
  onSelect?: (key: string) => void
  pick?: RowPick
}

export function QueueRow({ item, selected = false, fresh = false, onSelect, pick }: RowProps) {
  const row = useRef<HTMLLIElement>(null)
  const onClick = (event: MouseEvent) => {
    const target = event.target as HTMLElement
    if (target.closest('.k-queue-pick') !== null) return
    const onLink = target.closest('a') !== null
    if (pick && !onLink && event.shiftKey) pick.upTo(item.key)
    else if (pick && !onLink && (event.ctrlKey || event.metaKey)) pick.toggle(item.key)
    else onSelect?.(item.key)
  }
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const classes = [
    'k-queue-row',
    selected ? 'is-on' : '',
    item.urgent ? 'is-urgent' : '',
    fresh ? 'is-new' : '',
    pick?.on === true ? 'is-picked' : '',
  ]
  return (
    <li
      ref={row}
      className={classes.filter(Boolean).join(' ')}
      aria-current={selected || undefined}
      onClick={onSelect ? onClick : undefined}
      onMouseDown={pick ? (event) => event.shiftKey && event.preventDefault() : undefined}
    >
      <span className={`k-queue-shape k-tone-${item.shape.tone}`}>
        {item.urgent ? <Stamp /> : <Shape name={item.shape.name} size={17} />}
        <span className="k-sr">{item.shape.word}</span>
        {pick && (
          <label className="k-queue-pick">
            <input
              type="checkbox"
              checked={pick.on}
              aria-label={pick.label}
              onChange={() => pick.toggle(item.key)}
            />
          </label>
        )}
      </span>
      <span className="k-queue-what">
        <Link to={item.to}>{item.title}</Link>
        <small>
          {item.place}
          {item.remark !== undefined && <em className="k-zhe"> · {item.remark}</em>}
        </small>
      </span>
      <span className="k-queue-kind">
        <span>{item.category}</span>
        <small>{item.source}</small>
      </span>
      <span className="k-queue-tier">
        <Tier>{item.tier}</Tier>
      </span>
      <span className="k-queue-time">{item.countdown && <Countdown face={item.countdown} />}</span>
    </li>
  )
}

type ListProps = { label: string; heads: [string, string, string, string]; children: ReactNode }

export function QueueList({ label, heads, children }: ListProps) {
  return (
    <div className="k-queue">
      <div className="k-queue-heads" aria-hidden="true">
        <span />
        {heads.map((head) => (
          <span key={head}>{head}</span>
        ))}
      </div>
      <ol aria-label={label}>{children}</ol>
    </div>
  )
}
