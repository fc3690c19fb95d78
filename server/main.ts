// Puts the rooms together: the only file that knows them all.
import { type App, createApp, stopApp } from './app.ts'
import type { Config } from './config.ts'
import { mountHealth } from './kit/health.ts'
import { type Server, createServer } from './kit/http.ts'
import { mountMetrics } from './kit/metrics.ts'
import { mountPages } from './kit/pages.ts'

export type Running = { app: App; server: Server; address: string; stop: () => Promise<void> }

/** Everything but listening: the tests' harness uses it as it is. */
export async function buildServer(app: App): Promise<Server> {
  const { config } = app
  const server = await createServer({
    log: app.log,
    newId: app.newId,
    trustProxy: config.trustProxy,
    publicUrl: config.publicUrl,
    tileUrl: config.tileUrl,
  })
  mountMetrics(server, app)
  mountHealth(server, app)
  mountRooms(server, app)
  await mountPages(server)
  return server
}

function mountRooms(_server: Server, _app: App): void {
  // Each room adds its line here: mountPlaces(server, app) and so on, left to right.
}

export async function start(config: Config, ownerUrl: string): Promise<Running> {
  const app = createApp(config, { ownerUrl })
  const server = await buildServer(app)
  app.onStop.push(() => server.close())
  const address = await server.listen({ host: config.host, port: config.port })
  return { app, server, address, stop: () => stopApp(app) }
}
