// /health says ready, or why not, for whoever watches the service.
import type { Db } from './db.ts'
import type { Server } from './http.ts'

export function mountHealth(server: Server, app: { db: Db }): void {
  server.get('/health', async (_request, reply) => {
    const why = await whyNotReady(app.db)
    return reply
      .code(why === null ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(why === null ? { ready: true } : { ready: false, why })
  })
}

export async function whyNotReady(db: Db): Promise<string | null> {
  try {
    const { rows } = await db.pool.query<{ unfinished: number }>(
      'select count(*)::int as unfinished from public.migrations where finished_at is null',
    )
    return rows[0]?.unfinished === 0 ? null : 'a migration has not finished'
  } catch (error) {
    return `the database does not answer: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** A process that is there for jobs: a proxy that sends it people all the same hears to go elsewhere. */
export function answerOnlyOperators(server: Server): void {
  server.addHook('onRequest', async (request, reply) => {
    const [path] = request.url.split('?')
    if (path === '/health' || path === '/metrics') return
    await reply.code(503).header('cache-control', 'no-store').send({ refusal: 'trouble' })
  })
}
