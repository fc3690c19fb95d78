// What open data a community publishes, on the wire: for people, and for catalogues that collect such lists.
import { type Static, Type } from 'typebox'
import { endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { forms } from './open-data.ts'

const WordsView = Type.Object({ zh: Type.String(), en: Type.String() })

export const OpenDataView = Type.Object({
  community: Type.Object({ code: Type.String(), name: WordsView }),
  licence: Type.Object({ id: Type.String(), url: Type.String(), about: WordsView }),
  sets: Type.Array(
    Type.Object({
      key: Type.String(),
      title: WordsView,
      about: WordsView,
      form: oneOf(forms),
      mediaType: Type.String(),
      url: Type.String(),
      columns: Type.Array(Type.String()),
      smallCells: Type.Boolean({ description: 'Small numbers are left out of it.' }),
      updatedAt: nullable(
        Type.String({ description: 'Null: it is as new as the moment it is read.' }),
      ),
    }),
  ),
})
export type OpenDataView = Static<typeof OpenDataView>

export const readOpenData = endpoint({
  name: 'readOpenData',
  method: 'GET',
  path: '/api/communities/:code/data',
  access: 'open',
  summary: 'What open data a community publishes: forms, columns, licence, last change.',
  tags: ['exchange'],
  input: Type.Object({
    code: Type.String({ minLength: 1, maxLength: 40 }),
    lang: Type.Optional(oneOf(['zh', 'en'])),
  }),
  output: OpenDataView,
  refusals: { no_such_area: 404 },
  limit: { max: 60, per: 'minute' },
})
