// The wire of a survey's life: list, read, write, open, change by a new version, close.
import { type Static, Type } from 'typebox'
import { endpoint, listOf, nullable, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { CommandId, Uuid } from '#core/kit/ids.ts'
import { AreaCode } from '#core/places/contract.ts'
import { Day, QuestionnairePart, Reason, SurveyHead } from './contract-parts.ts'
import { answeredBy, stepKinds, surveyStates } from './survey.ts'

const tags = ['surveys']
const bodyBytesMax = 1_000_000

export const listSurveys = endpoint({
  name: 'listSurveys',
  method: 'GET',
  path: '/api/surveys',
  access: 'open',
  summary:
    'Surveys of an area and of those in it and above it, newest first; drafts for their keepers',
  tags,
  input: Type.Object({
    area: AreaCode,
    state: Type.Optional(oneOf(surveyStates)),
    ...paged('instantAndUuid'),
  }),
  output: Type.Object({
    ...listOf(SurveyHead).properties,
    mayKeep: Type.Boolean(),
  }),
  refusals: { no_such_area: 404 },
})

export const readSurvey = endpoint({
  name: 'readSurvey',
  method: 'GET',
  path: '/api/surveys/:id',
  access: 'open',
  summary: 'A survey with the questionnaire that is being answered',
  tags,
  input: Type.Object({ id: Uuid, version: Type.Optional(Type.Integer({ minimum: 1 })) }),
  output: Type.Object({ ...SurveyHead.properties, questionnaire: QuestionnairePart }),
  refusals: { no_such_survey: 404 },
})

export const SurveyDesk = Type.Object({
  ...SurveyHead.properties,
  questionnaire: QuestionnairePart,
  /** The version shown: the draft of the next one where there is one. */
  shownVersion: Type.Integer(),
  changedAt: Type.String(),
  versions: Type.Array(
    Type.Object({
      version: Type.Integer(),
      openedAt: nullable(Type.String()),
      changedAt: Type.String(),
    }),
  ),
  mayKeep: Type.Boolean(),
  mayEnter: Type.Boolean(),
  mixMin: Type.Integer(),
})
export type SurveyDesk = Static<typeof SurveyDesk>

export const readSurveyDesk = endpoint({
  name: 'readSurveyDesk',
  method: 'GET',
  path: '/api/surveys/:id/desk',
  access: 'staff',
  summary: 'A survey as its keepers and those who enter answers see it',
  tags,
  input: Type.Object({ id: Uuid, version: Type.Optional(Type.Integer({ minimum: 1 })) }),
  output: SurveyDesk,
  refusals: { no_such_survey: 404 },
})

export const makeSurvey = endpoint({
  name: 'makeSurvey',
  method: 'POST',
  path: '/api/surveys',
  access: 'staff',
  summary: 'Begin a survey of an area, empty or from a questionnaire brought along',
  tags,
  input: Type.Object({
    commandId: CommandId,
    area: AreaCode,
    answersBy: oneOf(answeredBy),
    questionnaire: QuestionnairePart,
  }),
  output: Type.Object({ id: Uuid }),
  refusals: { no_such_area: 404, not_yours: 403 },
  bodyBytesMax,
})

export const saveQuestionnaire = endpoint({
  name: 'saveQuestionnaire',
  method: 'PUT',
  path: '/api/surveys/:id/questionnaire',
  access: 'staff',
  summary: 'Write the draft of the next version; what has been opened is never edited',
  tags,
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    version: Type.Integer({ minimum: 1 }),
    /** When the draft being replaced was changed: two authors do not overwrite each other. */
    changedAt: Type.String({ maxLength: 40 }),
    questionnaire: QuestionnairePart,
  }),
  output: Type.Object({ version: Type.Integer(), changedAt: Type.String() }),
  refusals: { no_such_survey: 404, not_yours: 403, already_opened: 409, already_closed: 409 },
  bodyBytesMax,
})

const days = { opensOn: Day, closesOn: Day }

export const openSurvey = endpoint({
  name: 'openSurvey',
  method: 'POST',
  path: '/api/surveys/:id/opening',
  access: 'staff',
  summary: 'Open a draft for answers between two days',
  tags,
  input: Type.Object({ commandId: CommandId, id: Uuid, ...days }),
  output: Type.Object({ version: Type.Integer() }),
  refusals: {
    no_such_survey: 404,
    not_yours: 403,
    not_a_draft: 409,
    has_faults: 422,
    day_past: 409,
    days_reversed: 422,
    too_long: 422,
  },
})

export const newVersion = endpoint({
  name: 'newVersion',
  method: 'POST',
  path: '/api/surveys/:id/versions',
  access: 'staff',
  summary: 'Begin the next version of an open survey as a copy; answers given keep theirs',
  tags,
  input: Type.Object({ commandId: CommandId, id: Uuid }),
  output: Type.Object({ version: Type.Integer() }),
  refusals: { no_such_survey: 404, not_yours: 403, not_open: 409, already_drafted: 409 },
})

export const openVersion = endpoint({
  name: 'openVersion',
  method: 'POST',
  path: '/api/surveys/:id/versions/:version/opening',
  access: 'staff',
  summary: 'From now on the next version is answered',
  tags,
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    version: Type.Integer({ minimum: 1 }),
    reason: Reason,
  }),
  output: Type.Object({ version: Type.Integer() }),
  refusals: {
    no_such_survey: 404,
    not_yours: 403,
    not_open: 409,
    already_opened: 409,
    has_faults: 422,
  },
})

export const extendSurvey = endpoint({
  name: 'extendSurvey',
  method: 'POST',
  path: '/api/surveys/:id/extension',
  access: 'staff',
  summary: 'Set another last day',
  tags,
  input: Type.Object({ commandId: CommandId, id: Uuid, closesOn: Day, reason: Reason }),
  output: Type.Object({ closesOn: Day }),
  refusals: { no_such_survey: 404, not_yours: 403, not_open: 409, day_past: 409, too_long: 422 },
})

export const closeSurvey = endpoint({
  name: 'closeSurvey',
  method: 'POST',
  path: '/api/surveys/:id/closing',
  access: 'staff',
  summary: 'Take no more answers and mix what came in once more as one set',
  tags,
  input: Type.Object({ commandId: CommandId, id: Uuid, reason: Reason }),
  output: Type.Object({ closedAt: Type.String() }),
  refusals: { no_such_survey: 404, not_yours: 403, not_open: 409 },
})

export const StepView = Type.Object({
  id: Type.Integer(),
  step: oneOf(stepKinds),
  at: Type.String(),
  by: nullable(Type.String()),
  reason: nullable(Type.String()),
  detail: Type.Record(Type.String(), Type.Unknown()),
})
export type StepView = Static<typeof StepView>

export const listSteps = endpoint({
  name: 'listSteps',
  method: 'GET',
  path: '/api/surveys/:id/steps',
  access: 'staff',
  summary: 'Who did what with the survey, newest first',
  tags,
  input: Type.Object({ id: Uuid, ...paged('serial') }),
  output: listOf(StepView),
  refusals: { no_such_survey: 404, not_yours: 403 },
})
