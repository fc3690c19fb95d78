// Label above, hint below, error with what is wrong and how to fix it. What was typed stays.
import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react'
import { useWords } from '../language.ts'
import { kitWords } from '../words.ts'
import { Shape } from './Shape.tsx'
import './field.css'

export type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  error?: string | null | undefined
  /** Said in words, never with a star. Leave out where everything on the form is needed anyway. */
  need?: 'required' | 'optional'
  /** Every personal field: purpose, who sees it, when it is deleted. */
  why?: ReactNode
  /** What for and how long, in one line; it opens the rest. */
  line?: ReactNode
}

type Ids = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

function Need({ need }: Pick<FieldProps, 'need'>) {
  const { t } = useWords()
  return need === undefined ? null : <span className="k-field-need">{t(kitWords[need])}</span>
}

function WhyFill({ line, children }: { line?: ReactNode; children: ReactNode }) {
  const { t } = useWords()
  return (
    <details className="k-field-why">
      {line === undefined ? (
        <summary>{t(kitWords.whyFill)}</summary>
      ) : (
        <summary className="is-line">
          {line} <span>{t(kitWords.explain)}</span>
        </summary>
      )}
      <p>{children}</p>
    </details>
  )
}

function Wrong({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="k-field-error" id={id}>
      <Shape name="triangle" size={12} />
      <span>{children}</span>
    </p>
  )
}

function useFieldIds({ hint, error, need }: Pick<FieldProps, 'hint' | 'error' | 'need'>): Ids {
  const id = useId()
  const described = [hint === undefined ? '' : `${id}-hint`, error ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ')
  return {
    id,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': error ? true : undefined,
    'aria-required': need === 'required' ? true : undefined,
  }
}

function Around({ ids, field, children }: { ids: Ids; field: FieldProps; children: ReactNode }) {
  return (
    <div className={`k-field${field.error ? ' is-wrong' : ''}`}>
      <label htmlFor={ids.id}>
        {field.label} <Need {...(field.need ? { need: field.need } : {})} />
      </label>
      {children}
      {field.error && <Wrong id={`${ids.id}-error`}>{field.error}</Wrong>}
      {field.hint !== undefined && (
        <p className="k-why" id={`${ids.id}-hint`}>
          {field.hint}
        </p>
      )}
      {field.why !== undefined && <WhyFill line={field.line}>{field.why}</WhyFill>}
    </div>
  )
}

type TextProps = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'className'>

export function TextField({ label, hint, error, need, why, line, ...input }: TextProps) {
  const field = { label, hint, error, need, why, line } as FieldProps
  const ids = useFieldIds(field)
  return (
    <Around ids={ids} field={field}>
      <input className="k-input" type="text" {...input} {...ids} />
    </Around>
  )
}

type AreaProps = FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'className'>

export function TextArea({ label, hint, error, need, why, ...input }: AreaProps) {
  const field = { label, hint, error, need, why } as FieldProps
  const ids = useFieldIds(field)
  return (
    <Around ids={ids} field={field}>
      <textarea className="k-input" rows={3} {...input} {...ids} />
    </Around>
  )
}

export type Option<V extends string = string> = {
  value: V
  label: string
  note?: string
  whyNot?: string | null
  group?: string
}

type SelectProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'className' | 'children'> & {
    options: Option[]
    empty?: string
  }

/** The system's own list: it works with one thumb, a switch and a screen reader. */
export function Select({ label, hint, error, need, why, options, empty, ...input }: SelectProps) {
  const { t } = useWords()
  const field = { label, hint, error, need, why } as FieldProps
  const ids = useFieldIds(field)
  const groups = [...new Set(options.map((option) => option.group ?? ''))]
  return (
    <Around ids={ids} field={field}>
      <span className="k-select">
        <select className="k-input" {...input} {...ids}>
          <option value="">{empty ?? t(kitWords.choose)}</option>
          {groups.map((group) => {
            const own = options
              .filter((option) => (option.group ?? '') === group)
              .map((option) => (
                <option key={option.value} value={option.value} disabled={Boolean(option.whyNot)}>
                  {option.label}
                </option>
              ))
            return group === '' ? (
              own
            ) : (
              <optgroup key={group} label={group}>
                {own}
              </optgroup>
            )
          })}
        </select>
      </span>
    </Around>
  )
}

type TilesProps<V extends string> = FieldProps & {
  options: Option<V>[]
  value: V | null
  onChange: (value: V) => void
  columns?: number
}

/** A few choices, all of them in sight. */
export function RadioTiles<V extends string>({
  options,
  value,
  onChange,
  columns = 2,
  ...field
}: TilesProps<V>) {
  const name = useId()
  const errorId = `${name}-error`
  return (
    <fieldset
      className={`k-field${field.error ? ' is-wrong' : ''}`}
      aria-describedby={field.error ? errorId : undefined}
    >
      <legend>
        {field.label} <Need {...(field.need ? { need: field.need } : {})} />
      </legend>
      <div className="k-tiles" style={{ '--tiles': columns } as React.CSSProperties}>
        {options.map((option) => (
          <label key={option.value} className={option.whyNot ? 'is-off' : ''}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              aria-disabled={option.whyNot ? true : undefined}
              onChange={() => (option.whyNot ? undefined : onChange(option.value))}
            />
            <span>
              <b>{option.label}</b>
              {(option.whyNot ?? option.note) && <small>{option.whyNot ?? option.note}</small>}
            </span>
          </label>
        ))}
      </div>
      {field.error && <Wrong id={errorId}>{field.error}</Wrong>}
      {field.hint !== undefined && <p className="k-why">{field.hint}</p>}
      {field.why !== undefined && <WhyFill line={field.line}>{field.why}</WhyFill>}
    </fieldset>
  )
}

type TickProps = {
  label: ReactNode
  note?: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
}

export function Tick({ label, note, checked, onChange }: TickProps) {
  return (
    <label className="k-tick">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {note !== undefined && <small>{note}</small>}
      </span>
    </label>
  )
}

/** At the top of a form after a refusal: how many things, and each as a sentence. */
export function ErrorSummary({ errors }: { errors: string[] }) {
  const { t } = useWords()
  if (errors.length === 0) return null
  return (
    <div className="k-error-summary" role="alert" tabIndex={-1}>
      <b>{t(kitWords.fixThese, { n: errors.length })}</b>
      <ul>
        {errors.map((error) => (
          <li key={error}>{error}</li>
        ))}
      </ul>
    </div>
  )
}
