// Templates for replies on the wire.
import { type Static, Type } from 'typebox'
import { endpoint, listOf, nullable, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { CommandId, Uuid } from '#core/kit/ids.ts'
import { AreaCode } from '#core/people/contract.ts'
import { WordsView } from './contract.ts'
import { templateMoves, titleMax, wordsMax } from './templates.ts'

const tags = ['cases']
const Category = Type.String({ minLength: 1, maxLength: 20 })

export const TemplateView = Type.Object({
  id: Type.String(),
  areaCode: Type.String(),
  areaName: WordsView,
  move: oneOf(templateMoves),
  category: nullable(Type.Object({ code: Type.String(), name: WordsView })),
  title: Type.String(),
  words: Type.String(),
  validFrom: Type.String(),
  validTo: nullable(Type.String({ description: 'The first day without it.' })),
  used: Type.Integer({ description: 'How often it was taken in the last twelve months.' }),
})
export type TemplateView = Static<typeof TemplateView>

export const listTemplates = endpoint({
  name: 'listTemplates',
  method: 'GET',
  path: '/api/areas/:code/templates',
  access: 'staff',
  summary: 'Templates in force at an area, its own first, then those of the layers above.',
  tags,
  input: Type.Object({
    code: AreaCode,
    move: Type.Optional(oneOf(templateMoves)),
    ended: Type.Optional(Type.Boolean({ description: 'Those that have ended, too.' })),
    ...paged('nameAndUuid'),
  }),
  output: Type.Object({ ...listOf(TemplateView).properties, mayKeep: Type.Boolean() }),
  refusals: { no_such_area: 404 },
})

export const keepTemplate = endpoint({
  name: 'keepTemplate',
  method: 'POST',
  path: '/api/areas/:code/templates',
  access: 'staff',
  summary:
    'Keeps a new template from today on, or in place of one that ends with today. Unknown placeholders are refused.',
  tags,
  input: Type.Object({
    commandId: CommandId,
    code: AreaCode,
    move: oneOf(templateMoves),
    category: nullable(Category),
    title: Type.String({ minLength: 2, maxLength: titleMax }),
    words: Type.String({ minLength: 2, maxLength: wordsMax }),
    replaces: nullable(Uuid),
  }),
  output: Type.Object({ id: Type.String() }),
  refusals: {
    no_such_area: 404,
    no_such_template: 404,
    category_unknown: 422,
    unknown_move: 422,
    unknown_placeholder: 422,
    words_missing: 422,
  },
})

export const endTemplate = endpoint({
  name: 'endTemplate',
  method: 'POST',
  path: '/api/areas/:code/templates/:id/end',
  access: 'staff',
  summary: 'Ends a template with today. It stays readable, and what was sent with it is untouched.',
  tags,
  input: Type.Object({ commandId: CommandId, code: AreaCode, id: Uuid }),
  output: Type.Object({ validTo: Type.String() }),
  refusals: { no_such_area: 404, no_such_template: 404 },
})

export const takeTemplate = endpoint({
  name: 'takeTemplate',
  method: 'POST',
  path: '/api/areas/:code/templates/:id/uses',
  access: 'staff',
  summary:
    'Counts that a template was taken into a text. By month; not by whom, not for which case.',
  tags,
  input: Type.Object({ commandId: CommandId, code: AreaCode, id: Uuid }),
  output: Type.Object({}),
  refusals: { no_such_area: 404, no_such_template: 404 },
})
