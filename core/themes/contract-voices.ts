// The wire of the talk: what residents propose, say and object, without an account; and what is answered.
import { type Static, Type } from 'typebox'
import { endpoint, listOf, nullable, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { CommandId, Uuid } from '#core/kit/ids.ts'

export const voiceKinds = ['proposal', 'comment', 'objection'] as const
export type VoiceKind = (typeof voiceKinds)[number]
const Text = Type.String({ minLength: 2, maxLength: 500 })
const ThemeName = nullable(Type.String({ minLength: 1, maxLength: 40 }))

export const SaidView = Type.Object({
  id: Uuid,
  kind: oneOf(voiceKinds),
  theme: nullable(Type.String()),
  text: Type.String(),
  channel: oneOf(['web', 'assisted', 'meeting']),
  saidAt: Type.String(),
  answer: nullable(Type.String()),
  answeredAt: nullable(Type.String()),
})
export type SaidView = Static<typeof SaidView>

const said = { kind: oneOf(voiceKinds), theme: ThemeName, text: Text }

export const sayTheme = endpoint({
  name: 'sayTheme',
  method: 'POST',
  path: '/api/theme-choices/:id/voices',
  access: 'open',
  summary:
    'Propose, comment or object, without an account; answers with a secret to come back with',
  tags: ['themes'],
  input: Type.Object({ commandId: CommandId, id: Uuid, ...said }),
  output: Type.Object({ id: Uuid, secret: Type.String() }),
  refusals: { no_such_choice: 404, choice_ended: 409 },
  limit: { max: 20, per: 'hour' },
})

export const followThemeVoice = endpoint({
  name: 'followThemeVoice',
  method: 'POST',
  path: '/api/theme-voices/:id/follow',
  access: 'open',
  summary: 'What became of one’s own words, by their secret',
  tags: ['themes'],
  input: Type.Object({ id: Uuid, secret: Type.String({ maxLength: 40 }) }),
  output: Type.Object({
    voice: SaidView,
    shownAt: nullable(Type.String()),
    withheldAt: nullable(Type.String()),
    withheldWhy: nullable(Type.String()),
  }),
  refusals: { no_such_voice: 404 },
  limit: { max: 60, per: 'hour' },
})

export const enterThemeVoice = endpoint({
  name: 'enterThemeVoice',
  method: 'POST',
  path: '/api/theme-choices/:id/entered-voices',
  access: 'staff',
  summary: 'Write down what somebody said at the door, the counter or on the telephone',
  tags: ['themes'],
  input: Type.Object({ commandId: CommandId, id: Uuid, ...said }),
  output: Type.Object({ id: Uuid }),
  refusals: { no_such_choice: 404, not_yours: 403, choice_ended: 409 },
})

export const VoiceView = Type.Object({
  ...SaidView.properties,
  shownAt: nullable(Type.String()),
  withheldAt: nullable(Type.String()),
  withheldWhy: nullable(Type.String()),
})
export type VoiceView = Static<typeof VoiceView>

export const listThemeVoices = endpoint({
  name: 'listThemeVoices',
  method: 'GET',
  path: '/api/theme-choices/:id/voices',
  access: 'staff',
  summary: 'Everything that was said to a choice, what nobody has looked at first',
  tags: ['themes'],
  input: Type.Object({ id: Uuid, ...paged('count') }),
  output: listOf(VoiceView),
  refusals: { no_such_choice: 404, not_yours: 403 },
})

export const lookAtThemeVoice = endpoint({
  name: 'lookAtThemeVoice',
  method: 'POST',
  path: '/api/theme-voices/:id/look',
  access: 'staff',
  summary:
    'Show somebody’s words to everybody, or withhold them with a reason their author can read',
  tags: ['themes'],
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    show: Type.Boolean(),
    reason: nullable(Type.String({ minLength: 2, maxLength: 500 })),
  }),
  output: Type.Object({ id: Uuid }),
  refusals: { no_such_voice: 404, not_yours: 403, already_looked: 409, reason_needed: 422 },
})

export const answerThemeObjection = endpoint({
  name: 'answerThemeObjection',
  method: 'POST',
  path: '/api/theme-voices/:id/answers',
  access: 'staff',
  summary: 'Answer an objection; the answer is public and a later one stands beside it',
  tags: ['themes'],
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    text: Type.String({ minLength: 2, maxLength: 1000 }),
  }),
  output: Type.Object({ id: Uuid, n: Type.Integer() }),
  refusals: { no_such_voice: 404, not_yours: 403, no_objection: 409, not_shown: 409 },
})
