// What a command names before the server has named it: a photo by the phone's own mark until its content hash is known,
// a case by the command that reports it until the receipt tells its number. Filled in when the command is sent.
import type { Request } from './api.ts'
import type { Kept } from './drafts.ts'

const attachment = 'attachment~'
const newCase = 'case~'
const form = /(?:attachment|case)~[0-9a-f-]{36}/g

export const attachmentMark = (id: string): string => attachment + id
/** The case that a report on its way will open. */
export const caseMark = (commandId: string): string => newCase + commandId
export const isCaseMark = (about: string): boolean => about.startsWith(newCase)

const marksIn = ({ url, body }: Request): string[] => [
  ...new Set(`${url} ${body ?? ''}`.match(form)),
]
export const attachmentsIn = (request: Request): string[] =>
  marksIn(request).filter((mark) => mark.startsWith(attachment))
export const casesIn = (request: Request): string[] => marksIn(request).filter(isCaseMark)

export function fillIn(request: Request, known: Readonly<Record<string, string>>): Request {
  const filled = (text: string) => text.replace(form, (mark) => known[mark] ?? mark)
  return {
    ...request,
    url: filled(request.url),
    body: request.body === null ? null : filled(request.body),
  }
}

export const withHashes = ({ request, arrived }: Kept): Request =>
  fillIn(
    request,
    Object.fromEntries(Object.entries(arrived).map(([mark, { hash }]) => [mark, hash])),
  )

type Told = { number?: unknown; version?: unknown }

/** A later command of the author, once an earlier one has its receipt: it learns the number, and the version now. */
export function taught(later: Kept, earlier: Kept, answer: unknown): Kept {
  const { number, version } = (answer ?? {}) as Told
  const mark = caseMark(earlier.commandId)
  const named = typeof number === 'string' ? fillIn(later.request, { [mark]: number }) : null
  const about = later.about === mark && typeof number === 'string' ? number : later.about
  const request = named ?? later.request
  const same = later.about !== null && later.about === earlier.about && typeof version === 'number'
  return { ...later, about, request: same ? onVersion(request, earlier, version) : request }
}

/** What the author decided on his own earlier step is no colleague's change. */
function onVersion(request: Request, earlier: Kept, version: number): Request {
  const expected = expectedIn(request)
  const before = expectedIn(earlier.request)
  const ownStep = expected === version - 1 || before === null || before === expected
  if (expected === null || !ownStep || request.body === null) return request
  const content = JSON.parse(request.body) as Record<string, unknown>
  return { ...request, body: JSON.stringify({ ...content, expectedVersion: version }) }
}

function expectedIn({ body }: Request): number | null {
  if (body === null) return null
  const { expectedVersion } = JSON.parse(body) as { expectedVersion?: unknown }
  return typeof expectedVersion === 'number' ? expectedVersion : null
}
