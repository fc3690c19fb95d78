// The messages of a subscription: the one that asks, those that tell, and the one that says it will end.
import { createHash } from 'node:crypto'
import { codeMinutes, itemsPerMessage, linkHours } from '#core/exchange/alert.ts'
import { alertMessage as words } from '#core/exchange/words-alerts.ts'
import { addDays, addSeconds, localDate } from '#core/kit/time.ts'
import { type Lang, type Words, say } from '#core/kit/words.ts'
import type { Channel } from '#core/notices/message.ts'
import type { Area } from '#core/places/area.ts'
import type { App } from '../app.ts'
import type { Tx } from '../kit/db.ts'
import { sendMessage } from '../notices/messages.ts'
import type { Contact } from './alerts.ts'
import type { AlertRow } from './store-alerts.ts'

/** The secret stands behind the #, which never reaches a server's log. */
const linkOf = (app: App, id: string, secret: string): string =>
  `${app.config.publicUrl}/alerts/${id}#${secret}`

/** What a mail programme presses for its reader (RFC 8058): one POST, no questions. */
export const endingOf = (app: App, id: string, secret: string): Record<string, string> => ({
  'List-Unsubscribe': `<${app.config.publicUrl}/api/alerts/${id}/one-click/${secret}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

const placeOf = (area: Area, lang: Lang): string =>
  lang === 'zh' ? area.name : (area.nameEn ?? area.name)

type Confirming = {
  area: Area
  id: string
  channel: Channel
  contact: Contact
  code: string
  lang: Lang
}

export async function sendConfirmation(app: App, tx: Tx, of: Confirming): Promise<void> {
  const { area, id, channel, contact, code, lang } = of
  const values = {
    place: placeOf(area, lang),
    code,
    minutes: codeMinutes,
    link: linkOf(app, id, contact.secret),
  }
  const mail = channel === 'mail'
  await sendMessage(app, tx, {
    communityId: area.id,
    channel,
    kind: 'alertCode',
    cause: `alert code ${id}`,
    to: contact.to,
    subject: mail ? say(words.confirmSubject, lang, values) : null,
    text: say(mail ? words.confirmMail : words.confirmSms, lang, values),
    expiresAt: addSeconds(app.now(), mail ? linkHours * 3600 : codeMinutes * 60),
  })
}

export type Line = { text: Words; values: Record<string, Words>; link: string }

const linesInSms = 2

/** One message for everything that is due; named by what it tells, so that a repeat would be known. */
export async function sendNews(
  app: App,
  tx: Tx,
  of: { row: AlertRow; contact: Contact; area: Area; lines: readonly Line[]; items: string[] },
): Promise<boolean> {
  const { row, contact, area, lines, items } = of
  const { channel, lang, id } = row
  const mail = channel === 'mail'
  const told = createHash('sha256').update(items.toSorted().join(' ')).digest('base64url')
  return sendMessage(app, tx, {
    communityId: row.communityId,
    channel,
    kind: 'alert',
    cause: `alert ${id} ${told.slice(0, 24)}`,
    to: contact.to,
    subject: mail ? subjectOf(area, lines, lang) : null,
    text: mail ? mailOf(app, of) : smsOf(app, of),
    ...(mail && { headers: endingOf(app, id, contact.secret) }),
    expiresAt: addDays(app.now(), 2),
  })
}

const spoken = (line: Line, lang: Lang): string =>
  say(
    line.text,
    lang,
    Object.fromEntries(Object.entries(line.values).map(([key, value]) => [key, value[lang]])),
  )

function subjectOf(area: Area, lines: readonly Line[], lang: Lang): string {
  const place = placeOf(area, lang)
  const [only] = lines
  return lines.length === 1 && only !== undefined
    ? say(words.one, lang, { place, title: spoken(only, lang) })
    : say(words.many, lang, { place, n: lines.length })
}

type Telling = { row: AlertRow; contact: Contact; area: Area; lines: readonly Line[] }

function mailOf(app: App, { row, contact, area, lines }: Telling): string {
  const { lang, id, endsAt } = row
  const shown = lines.slice(0, itemsPerMessage)
  const rest = lines.length - shown.length
  const home = `${app.config.publicUrl}/c/${area.code}`
  return [
    ...shown.map((line) => `${spoken(line, lang)}\n${line.link}`),
    ...(rest > 0 ? [say(words.more, lang, { n: rest, link: home })] : []),
    '—',
    say(words.foot, lang, {
      place: placeOf(area, lang),
      ends: localDate(endsAt, area.timeZone),
      link: linkOf(app, id, contact.secret),
    }),
  ].join('\n\n')
}

function smsOf(app: App, { row, contact, area, lines }: Telling): string {
  const { lang, id } = row
  const shown = lines.slice(0, linesInSms)
  const rest = lines.length - shown.length
  const [first] = shown
  const one = lines.length === 1 && first !== undefined
  const home = `${app.config.publicUrl}/c/${area.code}`
  return [
    say(words.one, lang, {
      place: placeOf(area, lang),
      title: shown.map((line) => spoken(line, lang)).join(lang === 'zh' ? '；' : '; '),
    }),
    one ? first.link : rest > 0 ? say(words.more, lang, { n: rest, link: home }) : home,
    say(words.footSms, lang, { link: linkOf(app, id, contact.secret) }),
  ].join(' ')
}

export async function sendEnding(
  app: App,
  tx: Tx,
  { row, contact, area }: { row: AlertRow; contact: Contact; area: Area },
): Promise<void> {
  const { channel, lang, id, endsAt } = row
  const values = {
    place: placeOf(area, lang),
    ends: localDate(endsAt, area.timeZone),
    link: linkOf(app, id, contact.secret),
  }
  const mail = channel === 'mail'
  await sendMessage(app, tx, {
    communityId: row.communityId,
    channel,
    kind: 'alertEnds',
    cause: `alert ends ${id} ${values.ends}`,
    to: contact.to,
    subject: mail ? say(words.endsSubject, lang, values) : null,
    text: say(words.ends, lang, values),
    ...(mail && { headers: endingOf(app, id, contact.secret) }),
    expiresAt: addDays(app.now(), 5),
  })
}
