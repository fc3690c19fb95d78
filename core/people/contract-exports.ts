// Lists that staff took out as files, for whoever audits: a file that turns up somewhere names its export by its mark.
import { Type } from 'typebox'
import { endpoint, listOf, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { AreaCode, WordsView } from './contract.ts'

export const listExports = endpoint({
  name: 'listExports',
  method: 'GET',
  path: '/api/exports',
  access: 'staff',
  summary:
    'Which lists were taken out as files, by whom, when and with which filters. For the audit administrator.',
  tags: ['staff'],
  input: Type.Object({
    areaCode: AreaCode,
    /** As it stands in the file; capital or small letters. */
    mark: Type.Optional(Type.String({ pattern: '^[0-9A-Fa-f]{10}$' })),
    ...paged('serial'),
  }),
  output: listOf(
    Type.Object({
      at: Type.String(),
      name: Type.String(),
      login: Type.String(),
      title: WordsView,
      filters: Type.Record(Type.String(), Type.String()),
      format: oneOf(['xlsx', 'csv']),
      rows: Type.Integer(),
      mark: Type.String(),
    }),
  ),
  refusals: { no_such_area: 404 },
})
