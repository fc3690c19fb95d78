// /metrics in the words of Prometheus: on loopback, or from elsewhere with the token.
import { timingSafeEqual } from 'node:crypto'
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { isLoopback } from '../config.ts'
import type { Db } from './db.ts'
import type { Server } from './http.ts'

export function mountMetrics(
  server: Server,
  app: { db: Db; config: { metricsToken: string | null } },
  gauges: readonly OneGauge[] = [],
): void {
  const registry = new Registry()
  for (const gauge of gauges) registry.registerMetric(asked(gauge))
  collectDefaultMetrics({ register: registry, prefix: 'linli_' })
  const seconds = new Histogram({
    name: 'linli_request_seconds',
    help: 'How long answers took, by path as declared and by status.',
    labelNames: ['method', 'path', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  registry.registerMetric(poolGauge(app.db))
  server.addHook('onResponse', async (request, reply) => {
    const path = request.routeOptions.url ?? 'unknown'
    seconds.observe(
      { method: request.method, path, status: reply.statusCode },
      reply.elapsedTime / 1000,
    )
  })
  server.get('/metrics', async (request, reply) => {
    const bearer = request.headers.authorization ?? ''
    const direct =
      isLoopback(request.ip.replace('::ffff:', '')) && !('x-forwarded-for' in request.headers)
    if (!direct && !sameToken(bearer, app.config.metricsToken))
      return reply.code(401).header('www-authenticate', 'Bearer').send('a token is needed\n')
    return reply.header('content-type', registry.contentType).send(await registry.metrics())
  })
}

/** One number of a room, asked when it is read; while its question fails the others are still answered. */
export type OneGauge = { name: string; help: string; read: () => Promise<number> }

function asked({ name, help, read }: OneGauge) {
  return new Gauge({
    name,
    help,
    registers: [],
    async collect() {
      this.set(await read().catch(() => Number.NaN))
    },
  })
}

function poolGauge({ pool }: Db) {
  return new Gauge({
    name: 'linli_database_connections',
    help: 'Connections of the application: open, idle, and requests waiting for one.',
    labelNames: ['state'],
    registers: [],
    collect() {
      this.set({ state: 'open' }, pool.totalCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
}

function sameToken(bearer: string, token: string | null): boolean {
  if (token === null) return false
  const [given, wanted] = [Buffer.from(bearer), Buffer.from(`Bearer ${token}`)]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
