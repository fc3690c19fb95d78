// Codes on things: what one stands for, for anybody who scans it, and the labels that are stuck on. A label tells the way to
// the report page; nothing is counted when it is scanned.
import {
  type CodedObject,
  type findObject as findContract,
  type printObjectCodes as printContract,
  codesMax,
} from '#core/patrols/contract-codes.ts'
import { codeWords } from '#core/patrols/words-codes.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { say } from '#core/kit/words.ts'
import type { App, Who } from '../app.ts'
import { inScope } from '../kit/db.ts'
import type { Download } from '../kit/http.ts'
import type { Press } from '../kit/pdf.ts'
import { findArea } from '../people/find-area.ts'
import { keeps, groundOf } from './inspections.ts'
import { areaIn } from './objects.ts'
import { labelSheets } from './print-codes.ts'
import * as store from './store-inspections.ts'

/** Read past the wall by its exact tag: what stands in the street for everybody is no secret, what has ended is not there. */
export async function findObject(
  app: App,
  { code, tag }: InputOf<typeof findContract>,
): Promise<Result<CodedObject, 'no_such_object'>> {
  const community = findArea(app, code)
  if (community?.level !== 'community') return refused('no_such_object')
  const row = await inScope(app.db, { kind: 'job' }, (tx) =>
    store.objectByTag(tx, community.id, tag),
  )
  if (row === null || row.endedOn !== null) return refused('no_such_object')
  const { kind, name, lon, lat } = row
  return done({
    community: { code: community.code, name: community.name },
    area: app.places.geography.get(row.areaId).code,
    kind,
    name,
    tag,
    point: lon === null || lat === null ? null : { lon, lat },
  })
}

export async function printObjectCodes(
  { app, press }: { app: App; press: Press },
  who: Who,
  { code, grid, lang = 'zh' }: InputOf<typeof printContract>,
): Promise<Result<Download, 'no_such_area' | 'not_yours' | 'no_tags' | 'too_many_codes'>> {
  const ground = groundOf(app, who, code, keeps)
  if (!ground.ok) return ground
  const { community } = ground.value
  const area = areaIn(app, ground.value, grid)
  if (area === null) return refused('no_such_area')
  const found = await inScope(app.db, who.scope, (tx) =>
    store.taggedObjects(tx, community.id, { area: area.id, limit: codesMax + 1 }),
  )
  if (found.length === 0) return refused('no_tags')
  if (found.length > codesMax) return refused('too_many_codes')
  const name = app.places.geography.label(community)[lang]
  const sheets = labelSheets(
    found.map(({ name, tag }) => ({ name, tag, url: scanned(app, community.code, tag) })),
    { lang, community: name },
  )
  const { bytes } = await press.print(sheets, 1)
  return done({
    contentType: 'application/pdf',
    body: Buffer.from(bytes),
    fileName: `${name} ${say(codeWords.labels, lang)}.pdf`,
  })
}

const scanned = (app: App, community: string, tag: string): string =>
  `${app.config.publicUrl}/report?${new URLSearchParams({ community, object: tag }).toString()}`
