// Search and choose from many: whom to give a case to. What cannot be chosen stays in sight with its reason.
import { type KeyboardEvent, useId, useState } from 'react'
import './combo.css'

export type ComboOption = {
  key: string
  label: string
  note?: string
  whyNot: string | null
  suggested?: boolean
}

type Props = {
  label: string
  /** So that a key can bring the focus here. */
  inputId?: string
  /** Keys that act while nothing was typed yet. */
  keys?: Readonly<Record<string, () => void>>
  placeholder?: string
  /** What was typed; the caller asks the server and hands the options back. */
  text: string
  onText: (text: string) => void
  options: ComboOption[]
  chosen: string | null
  onChoose: (key: string) => void
  /** Said where nothing fits. */
  none: string
  suggestedWord?: string
}

export function Combo(props: Props) {
  const { label, placeholder, text, onText, options, chosen, onChoose, none, suggestedWord } = props
  const own = useId()
  const id = props.inputId ?? own
  const [at, setAt] = useState(0)
  const active = options[Math.min(at, options.length - 1)]
  const choose = (option: ComboOption | undefined) => {
    if (option && option.whyNot === null) onChoose(option.key)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt((was) => Math.min(was + 1, options.length - 1))
    else if (event.key === 'ArrowUp') setAt((was) => Math.max(was - 1, 0))
    else if (event.key === 'Enter') choose(active)
    else if (text === '' && props.keys?.[event.key]) props.keys[event.key]?.()
    else return
    event.preventDefault()
  }
  return (
    <div className="k-combo k-field">
      <label htmlFor={id}>{label}</label>
      <input
        className="k-input"
        id={id}
        role="combobox"
        type="text"
        autoComplete="off"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={active ? `${id}-${active.key}` : undefined}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          setAt(0)
          onText(event.target.value)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label}>
        {options.map((option) => (
          <li
            key={option.key}
            id={`${id}-${option.key}`}
            role="option"
            aria-selected={option.key === chosen}
            aria-disabled={option.whyNot !== null || undefined}
            className={option === active ? 'is-active' : ''}
            onClick={() => choose(option)}
          >
            <b>{option.label}</b>
            {option.suggested === true && suggestedWord !== undefined && (
              <span className="k-tone-accent">{suggestedWord}</span>
            )}
            {(option.whyNot ?? option.note) && <small>{option.whyNot ?? option.note}</small>}
          </li>
        ))}
      </ul>
      {options.length === 0 && <p className="k-why">{none}</p>}
    </div>
  )
}
