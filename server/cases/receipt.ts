// The receipt as paper: for whoever holds number and code, from the page or over a counter. The reporter's own words are
// not on it, since paper is left lying about.
import type { printReceipt as contract } from '#core/cases/contract-by-code.ts'
import type { VoiceView } from '#core/cases/contract.ts'
import { whenWords } from '#core/cases/countdown.ts'
import { receiptWords as words } from '#core/cases/words-receipt.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { localDate } from '#core/kit/time.ts'
import { type Result, done } from '#core/kit/result.ts'
import { say } from '#core/kit/words.ts'
import { answeringGroup, hotline } from '#core/people/answering.ts'
import type { App, Who } from '../app.ts'
import type { Download } from '../kit/http.ts'
import { longDay } from '../kit/pdf-parts.ts'
import { readTeam } from '../people/team.ts'
import { findVoice } from './answers.ts'
import { followCase } from './case-page.ts'
import { spokenSecret } from './secrets.ts'
import { receiptSheets } from './receipt-sheet.ts'
import type { Printer } from './work-order.ts'

export async function printReceipt(
  { app, press }: Printer,
  who: Who,
  input: InputOf<typeof contract>,
): Promise<Result<Download>> {
  const { number, code, link } = input
  const found = await followCase(app, { number, secret: code })
  if (!found.ok) return found
  const opens = link !== undefined && (await findVoice(app, number, link)).ok
  const view = found.value
  const lang = input.lang ?? 'zh'
  const timeZone = app.places.geography.findByCode(view.home.code)?.timeZone ?? 'Asia/Shanghai'
  const { publicUrl } = app.config
  const follow = `${publicUrl}/follow/${encodeURIComponent(number)}`
  const sheets = receiptSheets({
    lang,
    community: communityOf(app, view)[lang],
    number,
    code: spokenSecret(code),
    url: opens ? `${follow}#${link}` : follow,
    what: view.category[lang],
    day: longDay(localDate(view.reportedAt, timeZone), lang),
    who: view.responsible?.[lang] ?? null,
    by: dueOf(view) === null ? null : whenWords(dueOf(view) ?? '', app.now(), timeZone)[lang],
    phone: await phoneOf(app, who, view.home.code),
  })
  const { bytes } = await press.print(sheets, 1)
  return done({
    contentType: 'application/pdf',
    body: Buffer.from(bytes),
    fileName: `${say(words.title, lang)} ${number}.pdf`,
  })
}

const dueOf = (view: VoiceView): string | null => view.clock?.dueAt ?? null

const communityOf = (app: App, view: VoiceView) => {
  const { geography } = app.places
  const area = geography.findByCode(view.home.code)
  return area === null ? { zh: '', en: '' } : geography.label(area)
}

async function phoneOf(app: App, who: Who, code: string): Promise<string> {
  const team = await readTeam(app, who, code)
  return (team.ok ? answeringGroup(team.value.groups, code)?.phone : null) ?? hotline
}
