// The work order as an answer: the case page of whoever asks, laid out on A4. What that page hides stays hidden here,
// and of the contact not even the masked half is printed.

import type { CaseView } from '#core/cases/contract.ts'
import { workOrderOf } from '#core/cases/work-order.ts'
import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import type { Lang } from '#core/kit/words.ts'
import type { App, Who } from '../app.ts'
import { findPhoto } from '../files/files.ts'
import type { Download } from '../kit/http.ts'
import type { Press } from '../kit/pdf.ts'
import { readCasePage } from './case-page.ts'
import { workOrderSheet } from './work-order-sheet.ts'

export type Printer = { app: App; press: Press }

export async function printWorkOrder(
  { app, press }: Printer,
  who: Who,
  input: { number: string; lang?: Lang },
): Promise<Result<Download, 'no_such_case'>> {
  const page = await readCasePage(app, who, input.number)
  if (!page.ok) return refused('no_such_case')
  const view = page.value
  const reading = { lang: input.lang ?? 'zh', timeZone: timeZoneOf(app, view) }
  const order = workOrderOf(view, reading)
  const sheet = workOrderSheet(order, {
    ...reading,
    now: app.now(),
    url: `${app.config.publicUrl}/field/cases/${encodeURIComponent(view.number)}`,
    photos: await photosOf(app, order.photos),
  })
  const { bytes } = await press.print([sheet])
  return done({
    contentType: 'application/pdf',
    body: Buffer.from(bytes),
    fileName: `${reading.lang === 'zh' ? '处置工单' : 'work order'} ${view.number}.pdf`,
  })
}

const timeZoneOf = (app: App, view: CaseView): string =>
  app.places.geography.findByCode(view.home.code)?.timeZone ?? 'Asia/Shanghai'

/** Small ones, read as a job: whoever may read the case may see what was sent with it. */
async function photosOf(app: App, hashes: readonly string[]): Promise<string[]> {
  const scope = { kind: 'job' } as const
  const found: string[] = []
  for (const hash of hashes) {
    const photo = await findPhoto(app, { scope }, { hash, variant: 'thumb' })
    if (photo !== null)
      found.push(`data:${photo.mediaType};base64,${photo.bytes.toString('base64')}`)
  }
  return found
}
