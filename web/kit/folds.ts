// Long pages fold in large letters. A link to one part opens what it lies in, and paper shows everything.
import { useEffect } from 'react'

/** Opens the part the address names, all folds around it and its own first one, and brings it into sight. */
export function openNamed(): void {
  const named = decodeURIComponent(window.location.hash.slice(1))
  const part = named === '' ? null : document.getElementById(named)
  if (part === null) return
  for (let at: Element | null = part; at !== null; at = at.parentElement)
    if (at instanceof HTMLDetailsElement) at.open = true
  const own = part.querySelector('details')
  if (own !== null) own.open = true
  part.scrollIntoView({ block: 'start' })
}

export function useNamedPart(): void {
  useEffect(() => {
    openNamed()
    window.addEventListener('hashchange', openNamed)
    return () => window.removeEventListener('hashchange', openNamed)
  }, [])
}

/** What was folded is open on paper and folded again afterwards. */
export function useOpenOnPaper(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = []
    const before = () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')]
      for (const one of opened) one.open = true
    }
    const after = () => {
      for (const one of opened) one.open = false
      opened = []
    }
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
}
