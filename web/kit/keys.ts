// Single-letter keys of the desk. Never while typing, never with Ctrl or Alt, off for whoever turned them off.
import { useEffect, useRef } from 'react'
import { useSettings } from './settings.tsx'

/** `{ j: next, '/': search, 'g l': lateQueue, 'Shift+ArrowDown': more }`: a key, or two in a row. */
export type KeyMap = Record<string, () => void>

const togetherMs = 1_200

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement && target.type === 'checkbox') return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}

/** Enter belongs to whatever has the focus: a button that was reached by key is pressed by it. */
function isPressable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('a, button, summary, [role=button]') !== null
  )
}

function nameOf(event: KeyboardEvent): string {
  if (event.key.length === 1) return event.key.toLowerCase()
  return event.shiftKey && event.key.startsWith('Arrow') ? `Shift+${event.key}` : event.key
}

/** `inForm`: keys of a form, which go on while it stands open above the page. */
export function useKeys(map: KeyMap, active = true, { inForm = false } = {}): void {
  const { keys } = useSettings()
  const latest = useRef(map)
  useEffect(() => {
    latest.current = map
  })
  useEffect(() => {
    if (!active) return
    let first = { key: '', at: 0 }
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const key = nameOf(event)
      // An open form has its own Escape: it closes, and what was begun on the page stays where it is.
      if (!inForm && document.querySelector('dialog[open]')) return
      if (key !== 'Escape' && (!keys || isTyping(event.target))) return
      if (key === 'Enter' && isPressable(event.target)) return
      const pair =
        event.timeStamp - first.at < togetherMs ? latest.current[`${first.key} ${key}`] : undefined
      const act = pair ?? latest.current[key]
      first = { key, at: event.timeStamp }
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [active, inForm, keys])
}
