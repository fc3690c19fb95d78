// A thread that tells a share of the demo's lives and hands the statements to the one who writes.
import { parentPort, workerData } from 'node:worker_threads'
import { createApp, stopApp } from '#server/app.ts'
import type { Config } from '#server/config.ts'
import { batchesOf, type Batch, type Share } from './batches.ts'
import type { Album } from './photos.ts'
import type { Serials } from './savings.ts'
import type { World } from './boundaries.ts'
import { readWorld } from './world.ts'

export type ToldBy = { ready: true } | { batch: Batch } | { serials: Serials }
export type Work = {
  config: Config
  ownerUrl: string
  now: string
  seed: string
  count: number
  share: Share
  album: Album
  drawn: World
}

/** So many batches may lie with the writer before this thread waits. */
const ahead = 3

async function tell(work: Work, port: NonNullable<typeof parentPort>): Promise<void> {
  const app = createApp(work.config, { ownerUrl: work.ownerUrl, now: () => work.now })
  // Closed until the first word of the writer.
  let open = ahead
  let goOn: () => void = () => undefined
  const room = async (): Promise<void> => {
    while (open >= ahead) await new Promise<void>((resolve) => (goOn = resolve))
  }
  port.on('message', (word: string) => {
    open = word === 'begin' ? 0 : open - 1
    goOn()
  })
  try {
    const { world, ways } = await readWorld(app, work.seed, work)
    port.postMessage({ ready: true } satisfies ToldBy)
    await room()
    const serials: Serials = new Map()
    const { count, share } = work
    for await (const batch of batchesOf({ app, world, ways, count, share, serials })) {
      port.postMessage({ batch } satisfies ToldBy)
      open += 1
      await room()
    }
    port.postMessage({ serials } satisfies ToldBy)
  } finally {
    port.close()
    await stopApp(app)
  }
}

if (parentPort !== null) await tell(workerData as Work, parentPort)
