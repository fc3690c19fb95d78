// The wire of answered photos: for those who keep the survey, without the sheet they came with.
import { Type } from 'typebox'
import { endpoint, nullable } from '#core/kit/contract.ts'
import { Uuid } from '#core/kit/ids.ts'

export const listAnsweredPhotos = endpoint({
  name: 'listAnsweredPhotos',
  method: 'GET',
  path: '/api/surveys/:id/photos',
  access: 'staff',
  summary:
    'Photos that were answered with, question by question, in no order; none where few sent one',
  tags: ['surveys'],
  input: Type.Object({ id: Uuid }),
  output: Type.Object({
    threshold: Type.Integer(),
    questions: Type.Array(
      Type.Object({
        question: Type.String(),
        title: Type.Object({ zh: Type.String(), en: Type.String() }),
        keepMonths: Type.Integer(),
        sheets: nullable(Type.Integer()),
        photos: Type.Array(Type.String()),
      }),
    ),
  }),
  refusals: { no_such_survey: 404, not_yours: 403 },
})
