// Views a person has saved on this device: a name and an address.
import { useEffect, useState } from 'react'

export type SavedView = { name: string; to: string }
const place = 'linli.views'
const listeners = new Set<() => void>()

function read(): SavedView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
    return Array.isArray(kept) ? (kept as SavedView[]) : []
  } catch {
    return [] // storage closed or damaged: no views
  }
}

function write(views: SavedView[]): void {
  try {
    localStorage.setItem(place, JSON.stringify(views))
  } catch {
    // storage closed: the view lasts no longer than the page
  }
  for (const listener of listeners) listener()
}

export function useViews() {
  const [views, setViews] = useState(read)
  useEffect(() => {
    const again = () => setViews(read())
    listeners.add(again)
    return () => void listeners.delete(again)
  }, [])
  return {
    views,
    save: (view: SavedView) =>
      write([...read().filter((one) => one.name !== view.name), view].slice(-12)),
    drop: (name: string) => write(read().filter((one) => one.name !== name)),
  }
}
