// Mail through the operator's mail server. What a server answers repeats the recipient's address, so only its number is
// kept.
import { createTransport } from 'nodemailer'
import { type Line, type Message, isFinalOfMail } from '#core/notices/message.ts'
import type { App } from '../app.ts'
import type { Carried, Gateway } from './gateways.ts'

const timeoutMs = 15_000

export function smtpGateway(app: Pick<App, 'config'>, line: Line): Gateway {
  return async (message) => {
    const mailer = createTransport({
      ...placeOf(line.url),
      // A password and an address must not cross the street in the open.
      requireTLS: !app.config.privateReceivers,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    try {
      await mailer.sendMail(letter(message, line, new URL(app.config.publicUrl).hostname))
      return { ok: true, status: 250 }
    } catch (error) {
      return notCarried(error)
    } finally {
      mailer.close()
    }
  }
}

function placeOf(text: string) {
  const url = new URL(text)
  const secure = url.protocol === 'smtps:'
  const user = decodeURIComponent(url.username)
  return {
    host: url.hostname,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    ...(user !== '' && { auth: { user, pass: decodeURIComponent(url.password) } }),
  }
}

function letter({ id, to, subject, text, headers }: Message, line: Line, house: string) {
  return {
    // A repeat bears the same name, so that a mailbox can know it.
    messageId: `<${id}@${house}>`,
    from: line.from ?? '',
    to: { name: '', address: to },
    subject: subject ?? '',
    text,
    headers: { ...headers },
  }
}

function notCarried(error: unknown): Carried {
  type Said = { responseCode?: number; code?: string; command?: string }
  const { responseCode, code, command = null } = error as Said
  const status = responseCode ?? null
  const why = status === null ? `SMTP ${code ?? 'failed'}` : `SMTP ${status}`
  return { ok: false, status, why, final: isFinalOfMail(status, command), retryAfterSeconds: 0 }
}
