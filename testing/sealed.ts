// Seals journals until nothing is left to seal. The sealer works below the oldest transaction of the whole cluster, and in
// a test run other stories' transactions are older than ours: what it may not see yet it seals a moment later.
import type { App } from '#server/app.ts'
import { type Journal, sealJournals } from '#server/kit/seal.ts'
import { verifyJournals } from '#server/kit/verify.ts'

const triesMax = 600

export async function sealedWhole(app: App, journals: readonly Journal[]) {
  for (let tries = 0; tries < triesMax; tries += 1) {
    await sealJournals(app, journals)
    const verdict = await verifyJournals(app, journals)
    if (verdict.unsealed.length === 0) return verdict
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('entries stayed unsealed: a transaction of another story does not end')
}
