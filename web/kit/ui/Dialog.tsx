// Only for what cannot be undone or needs a written reason. The title is the question; the body says what will happen
// to the clock and to the record; the buttons are verbs. Focus goes in, Esc leaves, focus returns: the browser's own.
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Buttons } from './Button.tsx'
import './dialog.css'

type Props = {
  open: boolean
  title: ReactNode
  children?: ReactNode
  actions: ReactNode
  onClose: () => void
  wide?: boolean
}

export function Dialog({ open, title, children, actions, onClose, wide = false }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const it = dialog.current
    if (open && !it?.open) it?.showModal()
    if (!open && it?.open) it.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      className={`k-dialog${wide ? ' is-wide' : ''}`}
      aria-labelledby={titleId}
      onClose={onClose}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      {open && (
        <>
          <h2 id={titleId}>{title}</h2>
          <div className="k-dialog-body">{children}</div>
          <Buttons end>{actions}</Buttons>
        </>
      )}
    </dialog>
  )
}
