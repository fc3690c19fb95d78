// What keeps a wall alive for months: it asks on a beat of its own, breaks off a question nobody answers, keeps the screen
// awake, and takes up a newer version of itself once the server has one.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { readWall } from '#core/cockpit/contract-wall.ts'
import { useNow } from '#web/kit/now.ts'
import { keyOf, useEndpoint } from '#web/kit/queries.ts'
import { isBroken } from './sheet.ts'

const beatMs = 30_000

export function useWall(code: string) {
  const client = useQueryClient()
  const wall = useEndpoint(readWall, { code }, { staleTime: beatMs })
  useEffect(() => {
    const ask = () =>
      void client.refetchQueries({ queryKey: keyOf(readWall, { code }) }, { cancelRefetch: true })
    const beat = setInterval(ask, beatMs)
    return () => clearInterval(beat)
  }, [client, code])
  const silentMs = useSilence(wall.dataUpdatedAt)
  const failed = wall.failureReason !== null || wall.isError
  return { ...wall, broken: isBroken({ failed, silentMs, beatMs }) }
}

/** How long ago it last changed, by a clock that nobody can set. */
function useSilence(mark: number): number {
  useNow(5_000)
  const since = useRef({ mark, at: performance.now() })
  if (since.current.mark !== mark) since.current = { mark, at: performance.now() }
  return performance.now() - since.current.at
}

/** Where the browser can, the screen stays on while the page is seen. It lets go by itself when the page is not. */
export function useAwake(): void {
  useEffect(() => {
    let over = false
    let held: WakeLockSentinel | null = null
    const hold = async () => {
      if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return
      try {
        held = await navigator.wakeLock.request('screen')
        if (over) await held.release()
      } catch {
        // Not allowed here, or the battery is low: the screen follows its own settings.
      }
    }
    const seen = () => void hold()
    void hold()
    document.addEventListener('visibilitychange', seen)
    return () => {
      over = true
      document.removeEventListener('visibilitychange', seen)
      void held?.release().catch(() => undefined)
    }
  }, [])
}

const newestMs = 3_600_000
const doorIn = (html: string): string | null => /\/assets\/open-[^"]+\.js/.exec(html)?.[0] ?? null

/** After an upgrade the old page would ask in old words: once an hour it looks whether the door is still its own. */
export function useNewest(): void {
  useEffect(() => {
    const mine = doorIn(document.documentElement.innerHTML)
    const look = async () => {
      try {
        const answer = await fetch(location.pathname, { cache: 'no-store' })
        const theirs = answer.ok ? doorIn(await answer.text()) : null
        if (mine !== null && theirs !== null && theirs !== mine) location.reload()
      } catch {
        // No line: what hangs stays.
      }
    }
    const beat = setInterval(() => void look(), newestMs)
    return () => clearInterval(beat)
  }, [])
}

export function useScreen(): { width: number; height: number } {
  const read = () => ({ width: window.innerWidth, height: window.innerHeight })
  const [screen, setScreen] = useState(read)
  useEffect(() => {
    const change = () => setScreen(read())
    window.addEventListener('resize', change)
    return () => window.removeEventListener('resize', change)
  }, [])
  return screen
}

/** Large letters chosen on this device are for its other pages: a wall has its own sizes. */
export function useOwnLetters(): void {
  useEffect(() => {
    const { documentElement: html } = document
    const chosen = html.getAttribute('data-elder')
    html.removeAttribute('data-elder')
    return () => {
      if (chosen !== null) html.setAttribute('data-elder', chosen)
    }
  }, [])
}
