// The one live line of a staff page. A page that listens itself says so here, so that the masthead shows one state.
import { useSyncExternalStore } from 'react'
import type { Line } from '#web/kit/live.ts'
import { currentLine, onLineChange } from '#web/kit/live.ts'

export function useStaffLine(): Line | null {
  return useSyncExternalStore(onLineChange, currentLine)
}
