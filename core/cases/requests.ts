// The one live request for more time: decided by the giving head, or gone with the work it was asked for.

import type { Actor } from '#core/people/actor.ts'
import type { CaseFile, ExtensionRequest } from './case.ts'
import type { Settings } from './rules.ts'
import { ends } from './ticking.ts'

export const openRequest = (c: CaseFile): ExtensionRequest | null =>
  c.extensions.find((e) => e.state === 'open' && e.round === c.round) ?? null

/** Decides the request and ends its clock. */
export function settle(
  c: CaseFile,
  state: Exclude<ExtensionRequest['state'], 'open'>,
  by: string,
  s: Settings,
): CaseFile {
  const open = openRequest(c)
  if (open === null) return c
  return {
    ...ends(c, ['EXTENSION'], s),
    extensions: c.extensions.map((e) =>
      e === open ? { ...e, state, decidedBy: by, decidedAt: s.now } : e,
    ),
  }
}

/** Whoever gives the work back, hands it in or has it suspended asks for no more time. */
export const withdrawn = (c: CaseFile, by: Actor, s: Settings): CaseFile =>
  settle(c, 'withdrawn', by.id, s)
