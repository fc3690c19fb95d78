// What residents propose, say and object; who looks before it is shown; what is answered. Nobody is asked for a name.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { hasRight } from '#core/people/rights.ts'
import type * as contract from '#core/themes/contract-voices.ts'
import type { App, Who } from '../app.ts'
import { secretHash, voiceSecret } from '../cases/secrets.ts'
import { inScope, once } from '../kit/db.ts'
import { addJob } from '../kit/jobs.ts'
import { aboutChoice, areaOf, mayKeep } from './keeper.ts'
import { findChoice } from './store-choice.ts'
import * as store from './store-talk.ts'

type Keeper = { app: App; who: Who }
type Given = { id: string; secret: string }

/** Held until somebody has looked. The secret follows from number and command, so a repeat gets the same. */
export function say(
  app: App,
  { commandId, ...input }: InputOf<typeof contract.sayTheme>,
): Promise<Result<Given, 'no_such_choice' | 'choice_ended' | 'command_reused'>> {
  const secretOf = (id: string) => voiceSecret(app.keys, id, commandId)
  const veil = {
    store: ({ id }: Given) => ({ id }),
    recall: (kept: unknown): Given => {
      const { id } = kept as { id: string }
      return { id, secret: secretOf(id) }
    },
  }
  const actor = { id: 'open' }
  return once<Given, 'no_such_choice' | 'choice_ended'>(
    app,
    actor,
    { kind: 'intake' },
    { commandId, content: input, veil },
    async (tx, now) => {
      const choice = await findChoice(tx, input.id)
      if (choice === null) return refused('no_such_choice')
      if (choice.endedAt !== null) return refused('choice_ended')
      const id = app.newId()
      const secret = secretOf(id)
      await store.addVoice(tx, {
        communityId: choice.communityId,
        id,
        choiceId: choice.id,
        kind: input.kind,
        theme: input.theme,
        text: input.text.trim(),
        channel: 'web',
        meetingId: null,
        by: null,
        secretHash: secretHash(app.keys, id, secret),
        at: now(),
        shownAt: null,
      })
      const payload = { communityId: choice.communityId, choiceId: choice.id }
      await addJob(tx, { task: 'tell_theme_voice', payload, key: `theme voice ${choice.id}` })
      return done({ id, secret })
    },
  )
}

/** Staff write it down for somebody; they have read it, so it is shown at once. */
export function enterVoice(keeper: Keeper, input: InputOf<typeof contract.enterThemeVoice>) {
  const { app, who } = keeper
  return aboutChoice<{ id: string }, 'choice_ended'>(keeper, input, async ({ tx, row, now }) => {
    if (row.endedAt !== null) return refused('choice_ended')
    const id = app.newId()
    await store.addVoice(tx, {
      communityId: row.communityId,
      id,
      choiceId: row.id,
      kind: input.kind,
      theme: input.theme,
      text: input.text.trim(),
      channel: 'assisted',
      meetingId: null,
      by: who.actor.id,
      secretHash: null,
      at: now(),
      shownAt: now(),
    })
    return done({ id })
  })
}

export function followVoice(
  app: App,
  { id, secret }: InputOf<typeof contract.followThemeVoice>,
): Promise<Result<OutputOf<typeof contract.followThemeVoice>, 'no_such_voice'>> {
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    const row = await store.findVoiceBySecret(tx, id, secretHash(app.keys, id, secret))
    if (row === null) return refused('no_such_voice')
    const { shownAt, withheldAt, withheldWhy } = row
    // An answer is public with the words it answers, not before.
    const voice = shownAt === null ? { ...row, answer: null, answeredAt: null } : row
    return done({ voice, shownAt, withheldAt, withheldWhy })
  })
}

export function listVoices(
  { app, who }: Keeper,
  input: InputOf<typeof contract.listThemeVoices>,
): Promise<Result<OutputOf<typeof contract.listThemeVoices>, 'no_such_choice' | 'not_yours'>> {
  const limit = input.limit ?? 50
  const after = Math.max(0, Number(input.after ?? 0) || 0)
  return inScope(app.db, who.scope, async (tx) => {
    const choice = await findChoice(tx, input.id)
    if (choice === null) return refused('no_such_choice')
    const area = areaOf(app, choice.communityId)
    if (!hasRight(who.actor, 'readFigures', { areaId: area.id, areaPath: area.path }))
      return refused('not_yours')
    const page = { communityId: area.id, choiceId: choice.id, limit: limit + 1, after }
    const rows = await store.listVoices(tx, page)
    return done({
      items: rows.slice(0, limit),
      next: rows.length > limit ? String(after + limit) : null,
    })
  })
}

/** An act about one voice, by somebody who keeps the themes of its community. */
function aboutVoice<T, R extends string>(
  { app, who }: Keeper,
  { id, commandId, ...content }: { id: string; commandId: string } & Record<string, unknown>,
  work: (
    tx: Parameters<typeof store.findVoice>[0],
    row: store.VoiceRow,
    at: string,
  ) => Promise<Result<T, R>>,
) {
  return once<T, R | 'no_such_voice' | 'not_yours'>(
    app,
    who.actor,
    who.scope,
    { commandId, content: { id, ...content } },
    async (tx, now) => {
      const row = await store.findVoice(tx, id)
      if (row === null) return refused('no_such_voice')
      if (!mayKeep(who, areaOf(app, row.communityId))) return refused('not_yours')
      return work(tx, row, now())
    },
  )
}

export function lookAtVoice(keeper: Keeper, input: InputOf<typeof contract.lookAtThemeVoice>) {
  return aboutVoice<{ id: string }, 'already_looked' | 'reason_needed'>(
    keeper,
    input,
    async (tx, row, at) => {
      if (row.shownAt !== null || row.withheldAt !== null) return refused('already_looked')
      if (!input.show && input.reason === null) return refused('reason_needed')
      const { show, reason } = input
      const key = { communityId: row.communityId, id: row.id }
      await store.setLooked(tx, { ...key, show, reason, by: keeper.who.actor.id, at })
      return done({ id: row.id })
    },
  )
}

export function answerObjection(
  keeper: Keeper,
  input: InputOf<typeof contract.answerThemeObjection>,
) {
  return aboutVoice<{ id: string; n: number }, 'no_objection' | 'not_shown'>(
    keeper,
    input,
    async (tx, row, at) => {
      if (row.kind !== 'objection') return refused('no_objection')
      if (row.shownAt === null) return refused('not_shown')
      const by = keeper.who.actor.id
      const answer = { communityId: row.communityId, voiceId: row.id, text: input.text, by, at }
      return done({ id: row.id, n: await store.addAnswer(tx, answer) })
    },
  )
}
