// The messages of a subscription: the one that asks, those that tell, and the one that says it will end.
import { createHash } from 'node:crypto'
import { codeMinutes, itemsPerMessage, linkHours } from '#core/exchange/alert.ts'
import { alertMessage as words } from '#core/exchange/words-alerts.ts'
import { addDays, addSeconds, localDate } from '#core/kit/time.ts'
import { type Lang, type Words, say } from '#core/kit/words.ts'
import type { Channel, LineChannel } from '#core/notices/message.ts'
import type { Area } from '#core/places/area.ts'
import type { App } from '../app.ts'
import type { Tx } from '../kit/db.ts'
import { dropWaiting, sendMessage } from '../notices/messages.ts'
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
  channel: LineChannel
  contact: Contact
  code: string
  lang: Lang
}

const causes = {
  code: (id: string) => `alert code ${id}`,
  news: (id: string, told: string) => `alert ${id} ${told}`,
  ending: (id: string, on: string) => `alert ends ${id} ${on}`,
}

/** Ended is ended: nothing that still waits goes out, and no address stays behind in it. */
export const dropMessages = (tx: Tx, row: Pick<AlertRow, 'id' | 'communityId'>) =>
  dropWaiting(tx, {
    communityId: row.communityId,
    causes: [causes.code(row.id), causes.news(row.id, ''), causes.ending(row.id, '')],
  })

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
    cause: causes.code(id),
    to: contact.to,
    subject: mail ? say(words.confirmSubject, lang, values) : null,
    text: say(mail ? words.confirmMail : words.confirmSms, lang, values),
    expiresAt: addSeconds(app.now(), mail ? linkHours * 3600 : codeMinutes * 60),
  })
}

export type Line = {
  text: Words
  values: Record<string, Words>
  link: string
  /** The same in the words that pass through a push service: a title, a number, nothing that was written. */
  brief: Words
  /** Which matter it is, whatever has become of it. */
  matter: string
  /** Something is off or unsafe. */
  presses: boolean
}

const linesInSms = 2
const linesInPush = 4
export const goneTask = 'end_alerts_of_browser'

/** One message for everything that is due; named by what it tells, so that a repeat would be known. */
export async function sendNews(
  app: App,
  tx: Tx,
  of: Telling & { items: string[] },
): Promise<boolean> {
  const { row, contact, items } = of
  const told = createHash('sha256').update(items.toSorted().join(' ')).digest('base64url')
  return sendMessage(app, tx, {
    communityId: row.communityId,
    channel: row.channel,
    kind: 'alert',
    cause: causes.news(row.id, told.slice(0, 24)),
    to: contact.to,
    ...written[row.channel](app, of),
    expiresAt: addDays(app.now(), 2),
  })
}

type Written = Pick<Parameters<typeof sendMessage>[2], 'subject' | 'text' | 'headers' | 'whenGone'>
const written: Record<Channel, (app: App, of: Telling) => Written> = {
  sms: (app, of) => ({ subject: null, text: smsOf(app, of) }),
  mail: (app, of) => ({
    subject: subjectOf(of.area, of.lines, of.row.lang),
    text: mailOf(app, of),
    headers: endingOf(app, of.row.id, of.contact.secret),
  }),
  push: pushOf,
}

/** Later news of one matter takes the place of earlier, and a digest that of the digest before, shown or still waiting. */
function pushOf(app: App, { row, contact, area, lines }: Telling): Written {
  const { lang } = row
  const shown = lines.slice(0, linesInPush).map((line) => filled(line.brief, line, lang))
  const rest = lines.length - shown.length
  const [first] = lines
  const one = lines.length === 1 && first !== undefined
  const about = one ? first.matter : 'digest'
  const link = one ? first.link : `${app.config.publicUrl}/c/${area.code}`
  const urgency = lines.some(({ presses }) => presses)
    ? 'high'
    : row.pace === 'now'
      ? 'normal'
      : 'low'
  return {
    subject: placeOf(area, lang),
    text: [...shown, ...(rest > 0 ? [say(words.pushMore, lang, { n: rest })] : [])].join('\n'),
    headers: {
      ...inBrowser(app, row, contact, about),
      link: pathOf(link),
      urgency,
    },
    whenGone: { task: goneTask, payload: { address: row.addressIndex } },
  }
}

const pathOf = (link: string): string => new URL(link).pathname

/** The push service reads the tag: made of the secret, it says of no two browsers that they were told the same. */
const inBrowser = (app: App, row: AlertRow, { secret }: Contact, about: string) => ({
  manage: `${pathOf(linkOf(app, row.id, secret))}#${secret}`,
  tag: createHash('sha256').update(`${secret} ${about}`).digest('base64url').slice(0, 32),
  lang: row.lang,
})

const filled = (text: Words, { values }: Line, lang: Lang): string =>
  say(
    text,
    lang,
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value[lang]])),
  )

const spoken = (line: Line, lang: Lang): string => filled(line.text, line, lang)

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
  const ends = say(words.ends, lang, values)
  const { manage, ...more } = inBrowser(app, row, contact, 'ends')
  const texts: Record<Channel, Written> = {
    sms: { subject: null, text: ends },
    mail: {
      subject: say(words.endsSubject, lang, values),
      text: ends,
      headers: endingOf(app, id, contact.secret),
    },
    push: {
      subject: values.place,
      text: say(words.pushEnds, lang, values),
      headers: { ...more, manage, link: manage },
      whenGone: { task: goneTask, payload: { address: row.addressIndex } },
    },
  }
  await sendMessage(app, tx, {
    communityId: row.communityId,
    channel,
    kind: 'alertEnds',
    cause: causes.ending(id, values.ends),
    to: contact.to,
    ...texts[channel],
    expiresAt: addDays(app.now(), 5),
  })
}
