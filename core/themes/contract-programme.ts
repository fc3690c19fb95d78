// The wire of a theme after its decision: programme, goals, states, evaluation, adoption, and the catalogue of practices.
import { type Static, Type } from 'typebox'
import { endpoint, listOf, nullable, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { CommandId, Uuid } from '#core/kit/ids.ts'
import { AreaCode } from '#core/places/contract.ts'
import { Day, Reason, Said } from './contract-catalogue.ts'
import { measureKinds, themeStates } from './programme.ts'

const MeasuredView = Type.Object({
  value: Type.Number(),
  low: nullable(Type.Number()),
  high: nullable(Type.Number()),
  num: nullable(Type.Number()),
  den: nullable(Type.Number()),
})

const goalShape = {
  text: Type.String({ minLength: 2, maxLength: 200 }),
  indicator: nullable(Type.String({ minLength: 3, maxLength: 60 })),
  params: Type.Record(Type.String(), Type.Union([Type.String({ maxLength: 100 }), Type.Number()])),
  unit: Type.String({ minLength: 1, maxLength: 20 }),
  up: Type.Boolean(),
  baseline: nullable(Type.Number()),
  baselineLow: nullable(Type.Number()),
  baselineHigh: nullable(Type.Number()),
  baselineHow: Type.String({ minLength: 2, maxLength: 300 }),
  target: Type.Number(),
  months: Type.Integer({ minimum: 1, maximum: 60 }),
  dueOn: Day,
  criterion: Type.Boolean(),
}

export const GoalView = Type.Object({
  id: Uuid,
  version: Type.Integer(),
  ...goalShape,
  indicatorName: nullable(Said),
  reason: Type.String(),
  setAt: Type.String(),
  /** Earlier versions, the first one agreed before the start. */
  earlier: Type.Array(
    Type.Object({
      version: Type.Integer(),
      text: Type.String(),
      target: Type.Number(),
      dueOn: Type.String(),
      reason: Type.String(),
      setAt: Type.String(),
    }),
  ),
  now: nullable(MeasuredView),
  reached: nullable(Type.Boolean()),
})
export type GoalView = Static<typeof GoalView>

export const MeasureView = Type.Object({
  id: Uuid,
  kind: oneOf(measureKinds),
  text: Type.String(),
  refersTo: nullable(Uuid),
  amountFen: nullable(Type.Integer()),
  fromOn: Type.String(),
  untilOn: nullable(Type.String()),
  endReason: nullable(Type.String()),
})

const ResultView = Type.Object({
  goalId: Uuid,
  text: Type.String(),
  unit: Type.String(),
  up: Type.Boolean(),
  target: Type.Number(),
  criterion: Type.Boolean(),
  before: nullable(MeasuredView),
  after: nullable(MeasuredView),
  change: oneOf(['better', 'worse', 'noneSeen', 'unknown']),
  reached: nullable(Type.Boolean()),
})

export const EvaluationView = Type.Object({
  id: Uuid,
  fromOn: Type.String(),
  toOn: Type.String(),
  results: Type.Array(ResultView),
  conclusion: Type.String(),
  corrects: nullable(Uuid),
  at: Type.String(),
  sha256: Type.String(),
  sm3: nullable(Type.String()),
  whole: Type.Boolean(),
})
export type EvaluationView = Static<typeof EvaluationView>

const DifferenceView = Type.Object({
  was: oneOf(['kept', 'changed', 'dropped', 'added']),
  text: nullable(Type.String()),
  from: nullable(Type.String()),
})

const Community = Type.Object({
  code: Type.String(),
  name: Type.String(),
  nameEn: nullable(Type.String()),
})

export const ThemeView = Type.Object({
  id: Uuid,
  decisionId: Uuid,
  community: Community,
  kindCode: Type.String(),
  name: Said,
  promise: nullable(Type.String()),
  circle: nullable(Type.String()),
  state: oneOf(themeStates),
  startedOn: nullable(Type.String()),
  lacks: Type.Array(Type.String()),
  states: Type.Array(
    Type.Object({
      state: oneOf(themeStates),
      onDay: Type.String(),
      reason: Type.String(),
      at: Type.String(),
    }),
  ),
  goals: Type.Array(GoalView),
  measures: Type.Array(MeasureView),
  evaluations: Type.Array(EvaluationView),
  adoptedFrom: nullable(
    Type.Object({
      themeId: Uuid,
      community: Community,
      name: Said,
      at: Type.String(),
      measures: Type.Array(DifferenceView),
      goals: Type.Array(DifferenceView),
    }),
  ),
  adoptedBy: Type.Array(Type.Object({ themeId: Uuid, community: Community, name: Said })),
})
export type ThemeView = Static<typeof ThemeView>

export const readTheme = endpoint({
  name: 'readTheme',
  method: 'GET',
  path: '/api/themes/:id',
  access: 'open',
  summary:
    'A theme’s programme, how far its goals have come, its evaluations and where it came from',
  tags: ['themes'],
  input: Type.Object({ id: Uuid }),
  output: ThemeView,
  refusals: { no_such_theme: 404 },
})

export const PracticeView = Type.Object({
  themeId: Uuid,
  decisionId: Uuid,
  community: Community,
  street: Type.String(),
  kindCode: Type.String(),
  name: Said,
  promise: nullable(Type.String()),
  state: oneOf(themeStates),
  startedOn: nullable(Type.String()),
  evaluated: nullable(
    Type.Object({
      at: Type.String(),
      better: Type.Integer(),
      goals: Type.Integer(),
      reached: Type.Integer(),
      conclusion: Type.String(),
    }),
  ),
  adoptedFrom: nullable(Type.String()),
  adoptedBy: Type.Integer(),
})
export type PracticeView = Static<typeof PracticeView>

export const listThemePractices = endpoint({
  name: 'listThemePractices',
  method: 'GET',
  path: '/api/areas/:code/theme-practices',
  access: 'open',
  summary: 'What the communities of an area made of their themes, in the order of their codes',
  tags: ['themes'],
  input: Type.Object({ code: AreaCode, ...paged('codeAndUuid') }),
  output: listOf(PracticeView),
  refusals: { no_such_area: 404 },
})

export const listThemeIndicators = endpoint({
  name: 'listThemeIndicators',
  method: 'GET',
  path: '/api/theme-indicators',
  access: 'staff',
  summary: 'What goals can be measured by, from data the system has anyway',
  tags: ['themes'],
  input: Type.Object({}),
  output: Type.Object({
    items: Type.Array(Type.Object({ key: Type.String(), words: Said, unit: Said })),
  }),
  refusals: {},
})

const ofTheme = { no_such_theme: 404, not_yours: 403 } as const

export const setThemeFrame = endpoint({
  name: 'setThemeFrame',
  method: 'POST',
  path: '/api/themes/:id/frame',
  access: 'staff',
  summary: 'What the theme promises and the circle it rests on, before it begins',
  tags: ['themes'],
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    promise: Type.String({ minLength: 2, maxLength: 500 }),
    circle: Type.String({ minLength: 2, maxLength: 500 }),
  }),
  output: Type.Object({ id: Uuid }),
  refusals: { ...ofTheme, already_begun: 409 },
})

export const setThemeGoal = endpoint({
  name: 'setThemeGoal',
  method: 'POST',
  path: '/api/themes/:id/goals',
  access: 'staff',
  summary:
    'Set a goal; one that stands is changed by a new version with its reason, never in place',
  tags: ['themes'],
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    goalId: nullable(Uuid),
    ...goalShape,
    reason: Reason,
  }),
  output: Type.Object({ goalId: Uuid, version: Type.Integer() }),
  refusals: {
    ...ofTheme,
    theme_ended: 409,
    no_such_goal: 404,
    no_such_indicator: 404,
    criterion_after_start: 409,
    bad_day: 422,
    bad_interval: 422,
  },
})

export const dropThemeGoal = endpoint({
  name: 'dropThemeGoal',
  method: 'POST',
  path: '/api/themes/:id/goals/:goalId/drop',
  access: 'staff',
  summary: 'Drop a goal before the start, with a reason',
  tags: ['themes'],
  input: Type.Object({ commandId: CommandId, id: Uuid, goalId: Uuid, reason: Reason }),
  output: Type.Object({ goalId: Uuid }),
  refusals: { ...ofTheme, no_such_goal: 404, already_begun: 409 },
})

export const addThemeMeasure = endpoint({
  name: 'addThemeMeasure',
  method: 'POST',
  path: '/api/themes/:id/measures',
  access: 'staff',
  summary: 'Add a measure, a zone, a series, a resource or a planned budget line',
  tags: ['themes'],
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    kind: oneOf(measureKinds),
    text: Type.String({ minLength: 2, maxLength: 300 }),
    refersTo: nullable(Uuid),
    amountFen: nullable(Type.Integer({ minimum: 1, maximum: 100_000_000_000 })),
    fromOn: Day,
    /** The part of an adopted practice this one stands for, changed. */
    insteadOf: nullable(Uuid),
  }),
  output: Type.Object({ measureId: Uuid }),
  refusals: {
    ...ofTheme,
    theme_ended: 409,
    bad_day: 422,
    amount_belongs_to_budget: 422,
    no_such_measure: 404,
  },
})

export const endThemeMeasure = endpoint({
  name: 'endThemeMeasure',
  method: 'POST',
  path: '/api/themes/:id/measures/:measureId/end',
  access: 'staff',
  summary: 'End a measure on a day, with a reason',
  tags: ['themes'],
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    measureId: Uuid,
    onDay: Day,
    reason: Reason,
  }),
  output: Type.Object({ measureId: Uuid }),
  refusals: { ...ofTheme, no_such_measure: 404, already_ended: 409, bad_day: 422 },
})

export const moveTheme = endpoint({
  name: 'moveTheme',
  method: 'POST',
  path: '/api/themes/:id/state',
  access: 'staff',
  summary: 'Begin the pilot, widen it, carry on after an evaluation, or end',
  tags: ['themes'],
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    to: oneOf(themeStates),
    onDay: Day,
    reason: Reason,
  }),
  output: Type.Object({ id: Uuid, state: oneOf(themeStates) }),
  refusals: {
    ...ofTheme,
    wrong_state: 409,
    not_evaluated: 409,
    no_promise: 409,
    no_circle: 409,
    no_needs_evidence: 409,
    no_resource_evidence: 409,
    no_measures: 409,
    no_criteria: 409,
    bad_day: 422,
    day_to_come: 422,
  },
})

export const evaluateTheme = endpoint({
  name: 'evaluateTheme',
  method: 'POST',
  path: '/api/themes/:id/evaluations',
  access: 'staff',
  summary: 'Judge a theme by what it set out to change, before and after with intervals',
  tags: ['themes'],
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    conclusion: Type.String({ minLength: 2, maxLength: 2000 }),
    /** Findings for goals that nothing measures by itself: from a survey, with their interval. */
    found: Type.Array(
      Type.Object(
        {
          goalId: Uuid,
          value: Type.Number(),
          low: nullable(Type.Number()),
          high: nullable(Type.Number()),
        },
        { additionalProperties: false },
      ),
      { maxItems: 50 },
    ),
  }),
  output: Type.Object({ evaluationId: Uuid, sha256: Type.String() }),
  refusals: { ...ofTheme, wrong_state: 409, no_such_goal: 404, bad_interval: 422, too_early: 409 },
})

export const adoptThemePractice = endpoint({
  name: 'adoptThemePractice',
  method: 'POST',
  path: '/api/themes/:id/adoption',
  access: 'staff',
  summary:
    'Take over another community’s goals and measures as a beginning, to be changed; where they came from stays',
  tags: ['themes'],
  input: Type.Object({ commandId: CommandId, id: Uuid, practice: Uuid }),
  output: Type.Object({ id: Uuid, goals: Type.Integer(), measures: Type.Integer() }),
  refusals: {
    ...ofTheme,
    already_begun: 409,
    already_adopted: 409,
    no_such_practice: 404,
    own_practice: 409,
  },
})
