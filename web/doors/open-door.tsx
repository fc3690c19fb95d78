// What every door begins with: settings before the first paint, the query cache, the router, toasts, and a floor under
// faults. Each door adds its frame and its table of routes.
import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { assert } from '#core/kit/result.ts'
import { carryWith } from '#web/kit/outbox.ts'
import { newQueryClient } from '#web/kit/queries.ts'
import { type Door, SettingsProvider, startSettings } from '#web/kit/settings.tsx'
import { ToastProvider } from '#web/kit/ui/Toast.tsx'
import { FaultFloor } from './FaultFloor.tsx'

export function openDoor(door: Door, children: ReactNode, client = newQueryClient()): void {
  carryWith(() => import('#web/kit/courier.ts'))
  const root = document.querySelector('#door')
  assert(root, 'the page of a door has an element with the id "door"')
  createRoot(root).render(
    <StrictMode>
      <SettingsProvider door={door} start={startSettings(door)}>
        <FaultFloor>
          <QueryClientProvider client={client}>
            <BrowserRouter>
              <ToastProvider>{children}</ToastProvider>
            </BrowserRouter>
          </QueryClientProvider>
        </FaultFloor>
      </SettingsProvider>
    </StrictMode>,
  )
}
