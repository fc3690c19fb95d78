// A small sheet under its button: it opens on a press, closes on Esc, on a press elsewhere, or when focus leaves.
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import './popover.css'

type Props = {
  label: ReactNode
  name?: string
  className?: string
  end?: boolean
  children: ReactNode
}

export function Popover({ label, name, className = 'k-def', end = false, children }: Props) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLSpanElement>(null)
  const id = useId()
  useEffect(() => {
    if (!open) return
    const away = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', away)
    document.addEventListener('focusin', away)
    return () => {
      document.removeEventListener('pointerdown', away)
      document.removeEventListener('focusin', away)
    }
  }, [open])
  return (
    <span
      className="k-pop"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        setOpen(false)
        box.current?.querySelector('button')?.focus()
      }}
    >
      <button
        type="button"
        className={className}
        aria-label={name}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        <div
          className={`k-pop-sheet${end ? ' is-end' : ''}`}
          id={id}
          role="group"
          aria-label={name}
        >
          {children}
        </div>
      )}
    </span>
  )
}
