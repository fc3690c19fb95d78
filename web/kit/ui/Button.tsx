// A verb with its object. A door that is closed stays visible, can be focused, and says why.
import { type ButtonHTMLAttributes, type ReactNode, useId } from 'react'
import { Link } from 'react-router'
import { Icon, type IconName } from './Icon.tsx'
import './button.css'

export type Look = 'plain' | 'pri' | 'quiet' | 'grave'

type Face = {
  look?: Look
  /** The height of the door's main action. */
  big?: boolean
  icon?: IconName
  /** The key that does the same, shown inside. */
  hotkey?: string
  children: ReactNode
}

function classOf({ look = 'plain', big = false }: Pick<Face, 'look' | 'big'>, more = ''): string {
  return `k-btn k-btn-${look}${big ? ' is-big' : ''}${more}`
}

function Inside({
  icon,
  hotkey,
  children,
  big,
}: Pick<Face, 'icon' | 'hotkey' | 'children' | 'big'>) {
  return (
    <>
      {icon && <Icon name={icon} size={big ? 22 : 18} />}
      <span>{children}</span>
      {hotkey && <Key>{hotkey}</Key>}
    </>
  )
}

export function Key({ children }: { children: ReactNode }) {
  return <kbd className="k-key k-screen-only">{children}</kbd>
}

type ButtonProps = Face &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'disabled' | 'className'> & {
    /** Why it cannot be done now: what is missing, and when or by whom it will be there. */
    whyNot?: string | null
    /** On its way to the server: a second press does nothing. */
    busy?: boolean
  }

export function Button({
  look,
  big = false,
  icon,
  hotkey,
  children,
  whyNot = null,
  busy = false,
  onClick,
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const closed = whyNot !== null
  const button = (
    <button
      type="button"
      {...rest}
      className={classOf(
        { look: look ?? 'plain', big },
        `${closed ? ' is-off' : ''}${busy ? ' is-busy' : ''}`,
      )}
      aria-disabled={closed || busy || undefined}
      aria-describedby={closed ? reasonId : rest['aria-describedby']}
      onClick={closed || busy ? (event) => event.preventDefault() : onClick}
    >
      <Inside icon={icon as IconName} hotkey={closed ? '' : (hotkey ?? '')} big={big}>
        {children}
      </Inside>
    </button>
  )
  if (!closed) return button
  return (
    <span className="k-off">
      {button}
      <span className="k-why" id={reasonId}>
        {whyNot}
      </span>
    </span>
  )
}

type LinkProps = Face & { to: string; target?: string }

/** Looks like a button, goes somewhere. Addresses of another door and telephone numbers leave the router. */
export function ButtonLink({
  to,
  look = 'plain',
  big = false,
  icon,
  hotkey,
  children,
  target,
}: LinkProps) {
  const inside = (
    <Inside icon={icon as IconName} hotkey={hotkey ?? ''} big={big}>
      {children}
    </Inside>
  )
  if (/^[a-z]+:/.test(to)) {
    return (
      <a className={classOf({ look, big })} href={to} target={target}>
        {inside}
      </a>
    )
  }
  return (
    <Link className={classOf({ look, big })} to={to} target={target}>
      {inside}
    </Link>
  )
}

export function Buttons({ children, end = false }: { children: ReactNode; end?: boolean }) {
  return <div className={`k-btns${end ? ' is-end' : ''}`}>{children}</div>
}
