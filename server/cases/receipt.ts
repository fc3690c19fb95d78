// The receipt as paper: for whoever holds number and code, from the page or over a counter. The reporter's own words are
// not on it, since paper is left lying about.
import type { printReceipt as contract } from '#core/cases/contract-by-code.ts'
import type { VoiceView } from '#core/cases/contract.ts'
import { whenWords } from '#core/cases/countdown.ts'
import { receiptWords as words } from '#core/cases/words-receipt.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { localDate } from '#core/kit/time.ts'
import { type Result, done } from '#core/kit/result.ts'
import { type Lang, say } from '#core/kit/words.ts'
import { hotline } from '#core/people/answering.ts'
import type { CallView } from '#core/people/contract-desk.ts'
import type { App } from '../app.ts'
import type { Download } from '../kit/http.ts'
import { longDay } from '../kit/pdf-parts.ts'
import { readCall } from '../people/duty-desk.ts'
import { findVoice } from './answers.ts'
import { followCase } from './case-page.ts'
import { spokenSecret } from './secrets.ts'
import { receiptSheets } from './receipt-sheet.ts'
import type { Printer } from './work-order.ts'

export async function printReceipt(
  { app, press }: Printer,
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
    ...callLines(await readCall(app, view.home.code), { now: app.now(), timeZone, lang }),
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

type Reading = { now: string; timeZone: string; lang: Lang }

/** The number that answers as this is printed, and what to call later: paper lasts longer than a shift. */
function callLines({ phone, whose, until, later }: CallView, { now, timeZone, lang }: Reading) {
  const when = (at: string) => whenWords(at, now, timeZone)[lang]
  const answers =
    whose === null
      ? say(words.always, lang)
      : until === null
        ? say(words.answers, lang, { whose: whose[lang] })
        : say(words.answersUntil, lang, { whose: whose[lang], until: when(until) })
  const then =
    later !== null
      ? say(words.later, lang, { at: when(later.from), phone: later.phone })
      : whose === null
        ? null
        : say(words.otherwise, lang, { phone: hotline })
  return { phone, answers, then }
}
