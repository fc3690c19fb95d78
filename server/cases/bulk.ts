// What a bulk would do, read before it is sent: each case with the answer of its own rules, in the caller's scope.

import { bulkMax, proofToCheck, startsBulk, whyNotInBulk } from '#core/cases/bulk.ts'
import type { BulkAsk } from '#core/cases/bulk.ts'
import type { CaseFile, Proof } from '#core/cases/case.ts'
import type { BulkItem, BulkReceiver, readBulk as contract } from '#core/cases/contract-bulk.ts'
import type { ReceiverView } from '#core/cases/contract.ts'
import type { Settings } from '#core/cases/rules.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import type { App, Who } from '../app.ts'
import { inScope } from '../kit/db.ts'
import type { Tx } from '../kit/db.ts'
import { categoryLabel } from './case-view.ts'
import { findReceiver, receiversFor } from './receivers.ts'
import { settingsFor } from './settings.ts'
import { readCase } from './store.ts'

type Input = InputOf<typeof contract>
type Read = { number: string; file: CaseFile; settings: Settings; why: string | null }

export function readBulk(
  app: App,
  who: Who,
  input: Input,
): Promise<Result<OutputOf<typeof contract>>> {
  const to = receiverOf(app, input)
  if (!to.ok) return Promise.resolve(to)
  const ask: BulkAsk = { move: input.move, ...(to.value === null ? {} : { to: to.value }) }
  return inScope(app.db, who.scope, async (tx) => {
    const read = await readEach(app, tx, who, { numbers: input.numbers, ask })
    const found = read.filter((each) => each !== null)
    return done({
      items: input.numbers.map((number) => itemOf(number, found, ask)),
      receivers: ask.move === 'dispatch' ? receiversOf(app, found) : [],
    })
  })
}

function receiverOf(app: App, { areaCode, unitId }: Input) {
  if (areaCode === undefined) return done(null)
  const found = findReceiver(app, { areaCode, unitId: unitId ?? null })
  return found === null ? refused('no_such_receiver') : done(found)
}

async function readEach(
  app: App,
  tx: Tx,
  who: Who,
  { numbers, ask }: { numbers: string[]; ask: BulkAsk },
): Promise<(Read | null)[]> {
  const now = app.now()
  const read: (Read | null)[] = []
  for (const number of numbers.slice(0, bulkMax)) {
    const file = (await readCase(tx, number))?.file ?? null
    if (file === null) {
      read.push(null)
      continue
    }
    const settings = await settingsFor(app, tx, file, { actor: who.actor, now })
    read.push({ number, file, settings, why: whyNotInBulk(file, who.actor, ask, settings) })
  }
  return read
}

function itemOf(number: string, found: Read[], ask: BulkAsk): BulkItem {
  const read = found.find((each) => each.number === number)
  if (read === undefined) return { number, why: 'no_such_case', case: null }
  const { file, settings, why } = read
  const proof = ask.move === 'checkPass' ? proofToCheck(file) : null
  return {
    number,
    why,
    case: {
      text: file.text,
      category: categoryLabel(settings, file.category),
      filing: settings.category(file.category)?.filing ?? { zh: '', en: '' },
      tier: file.tier,
      urgent: file.urgent,
      state: file.state,
      version: file.version,
      proof: proof === null ? null : proofView(proof),
    },
  }
}

const proofView = ({ at, text, photosBefore, photosAfter, takenAt, metresOff }: Proof) => ({
  at,
  text,
  photosBefore,
  photosAfter,
  takenAt,
  metresOff,
})

const receiversMax = 60

/** Everybody who may be given at least one of them; a name stands once, with the number it fits. */
function receiversOf(app: App, found: Read[]): BulkReceiver[] {
  const open = found.filter(({ file }) => startsBulk('dispatch', file.state))
  const fits = new Map<string, BulkReceiver>()
  for (const { file, settings } of open)
    for (const one of receiversFor(app, file, settings, { q: '', before: { of: 0, by: [] } }))
      if (one.why === null) add(fits, one)
  return [...fits.values()]
    .map((one) => ({ ...one, suggested: one.suggested && one.fits === open.length }))
    .toSorted((a, b) => b.fits - a.fits || Number(b.suggested) - Number(a.suggested))
    .slice(0, receiversMax)
}

function add(fits: Map<string, BulkReceiver>, one: ReceiverView): void {
  const key = `${one.areaCode}/${one.unitId ?? ''}`
  const known = fits.get(key)
  fits.set(key, {
    ...one,
    suggested: one.suggested && (known?.suggested ?? true),
    fits: (known?.fits ?? 0) + 1,
  })
}
