// The wire of free texts: groups of what they speak of, and what staff do with them.
import { Type } from 'typebox'
import { endpoint, nullable } from '#core/kit/contract.ts'
import { CommandId, Uuid } from '#core/kit/ids.ts'

const tags = ['surveys']

const Topic = Type.Object({
  topic: Type.String(),
  name: Type.String(),
  answers: nullable(Type.Integer()),
  words: Type.Array(Type.String()),
  examples: Type.Array(Type.String()),
  hidden: Type.Boolean(),
  /** Topics put into this one: naming one of them with `into` null takes it out again. */
  joined: Type.Array(Type.String()),
})
export const readTopics = endpoint({
  name: 'readTopics',
  method: 'GET',
  path: '/api/surveys/:id/topics',
  access: 'staff',
  summary: 'Free texts grouped by what they speak of; examples without anything personal',
  tags,
  input: Type.Object({ id: Uuid, question: Type.String({ maxLength: 40 }) }),
  output: Type.Object({
    question: Type.String(),
    answered: nullable(Type.Integer()),
    rest: nullable(Type.Integer()),
    topics: Type.Array(Topic),
  }),
  refusals: { no_such_survey: 404, not_yours: 403, no_such_question: 404 },
})

export const editTopic = endpoint({
  name: 'editTopic',
  method: 'POST',
  path: '/api/surveys/:id/topics',
  access: 'staff',
  summary: 'Name a group of texts, put it into another, or hide it',
  tags,
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    question: Type.String({ minLength: 1, maxLength: 40 }),
    topic: Type.String({ minLength: 1, maxLength: 60 }),
    name: nullable(Type.String({ minLength: 1, maxLength: 60 })),
    into: nullable(Type.String({ minLength: 1, maxLength: 60 })),
    hidden: Type.Boolean(),
  }),
  output: Type.Object({ topic: Type.String() }),
  refusals: { no_such_survey: 404, not_yours: 403, into_itself: 422 },
})
