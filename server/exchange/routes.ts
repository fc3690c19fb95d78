// The doors to other systems.
import type { App } from '../app.ts'
import type { Server } from '../kit/http.ts'
import { mountFeatures } from './features.ts'

export function mountExchange(server: Server, app: App): void {
  mountFeatures(server, app)
}
