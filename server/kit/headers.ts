// What a browser may do on our pages: load from here and nowhere else.
import type { FastifyHelmetOptions } from '@fastify/helmet'

export function contentPolicy(options: {
  publicUrl: string
  tileUrl: string | null
}): FastifyHelmetOptions {
  const secure = options.publicUrl.startsWith('https:')
  const tiles = options.tileUrl === null ? [] : [new URL(options.tileUrl).origin]
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...tiles],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'", ...tiles],
        fontSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        workerSrc: ["'self'"],
      },
    },
    hsts: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  }
}
