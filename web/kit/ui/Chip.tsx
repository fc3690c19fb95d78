// Filters: name and chosen value. The whole state lives in the address, so a chip only shows and asks.
import { useId } from 'react'
import type { Option } from './Field.tsx'
import './chip.css'

type ChipProps = { children: React.ReactNode; on?: boolean; onClick: () => void }

/** On or off. */
export function Chip({ children, on = false, onClick }: ChipProps) {
  return (
    <button
      type="button"
      className={`k-chip${on ? ' is-on' : ''}`}
      aria-pressed={on}
      onClick={onClick}
    >
      {children}
    </button>
  )
}

type ChipSelectProps = {
  name: string
  value: string | null
  options: Option[]
  any: string
  onChange: (value: string | null) => void
}

/** One of several; the system's own list opens under the finger. */
export function ChipSelect({ name, value, options, any, onChange }: ChipSelectProps) {
  const chosen = options.find((option) => option.value === value)
  return (
    <label className={`k-chip k-chip-select${chosen ? ' is-on' : ''}`}>
      <span>{name}</span>
      {chosen && <b>{chosen.label}</b>}
      <select
        aria-label={name}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || null)}
      >
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

export function Chips({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="k-chips" role="group" aria-label={label}>
      {children}
    </div>
  )
}

type SegmentedProps<V extends string> = {
  label: string
  options: { value: V; label: string }[]
  value: V
  onChange: (value: V) => void
}

/** At most five views that exclude one another. */
export function Segmented<V extends string>({
  label,
  options,
  value,
  onChange,
}: SegmentedProps<V>) {
  const name = useId()
  return (
    <div className="k-seg" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  )
}
