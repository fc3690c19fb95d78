// The built web: one page per door, its assets for ever, everything else asked anew each time.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { Server } from './http.ts'
import { packageRoot } from './package-root.ts'

export async function mountPages(
  server: Server,
  folder = join(packageRoot, 'dist/web'),
): Promise<void> {
  const built = existsSync(join(folder, 'open.html'))
  if (built) await serveFiles(server, folder)
  server.setNotFoundHandler((request, reply) => {
    const door = built ? doorOf(request.method, request.url) : null
    return door === null
      ? reply.code(404).send({ refusal: 'unknown_path', requestId: request.id })
      : reply.header('cache-control', 'no-cache').sendFile(`${door}.html`)
  })
}

async function serveFiles(server: Server, folder: string): Promise<void> {
  const assets = join(folder, 'assets')
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const kept = path.startsWith(assets) ? 'public, max-age=31536000, immutable' : 'no-cache'
      reply.header('cache-control', kept)
    },
  })
}

/** Which door's page answers: the browser finds the rest of the way itself. */
function doorOf(method: string, url: string): string | null {
  const path = url.split('?')[0] ?? '/'
  if (method !== 'GET' && method !== 'HEAD') return null
  if (/^\/(api|assets|open311|ogc)(\/|$)/.test(path) || /\.\w+$/.test(path)) return null
  return /^\/(desk|field)(\/|$)/.exec(path)?.[1] ?? 'open'
}
