// The wire of one choice: the question asked, its candidates, what is frozen of them.
import { type Static, Type } from 'typebox'
import { endpoint, listOf, nullable, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { CommandId, Uuid } from '#core/kit/ids.ts'
import { AreaCode } from '#core/places/contract.ts'
import { Reason, Said, WeightingView, WeightsShape } from './contract-catalogue.ts'

const Share = Type.Object({ share: Type.Number(), low: Type.Number(), high: Type.Number() })

export const CandidateView = Type.Object({
  code: Type.String(),
  name: Said,
  need: Share,
  resources: Type.Object({
    score: Type.Number(),
    parts: Type.Array(
      Type.Object({
        category: Type.String(),
        weight: Type.Number(),
        enough: Type.Number(),
        within: Type.Integer(),
        filled: Type.Number(),
      }),
    ),
  }),
  structure: Type.Object({
    score: Type.Number(),
    parts: Type.Array(
      Type.Object({
        dimension: Type.String(),
        categories: Type.Array(Type.String()),
        name: Said,
        full: Type.Number(),
        share: nullable(Type.Number()),
        voice: Type.Number(),
      }),
    ),
  }),
  addends: Type.Object({
    need: Type.Number(),
    resources: Type.Number(),
    structure: Type.Number(),
  }),
  total: Type.Number(),
})

const Ranked = Type.Object({ code: Type.String(), total: Type.Number() })

/** What candidates rest on; the same shape whether it is read now or was frozen. */
export const EvidenceContent = Type.Object({
  asOf: Type.String(),
  community: Type.Object({ code: Type.String(), name: Type.String() }),
  survey: nullable(
    Type.Object({
      id: Type.String(),
      title: Said,
      question: Type.String(),
      questionTitle: Said,
      version: Type.Integer(),
      weightingVersion: nullable(Type.String()),
      weighted: Type.Boolean(),
      sent: nullable(Type.Integer()),
      n: Type.Integer(),
      effective: Type.Number(),
    }),
  ),
  weighting: WeightingView,
  /** The weights these candidates were counted with: those in force, unless others are tried. */
  weights: WeightsShape,
  candidates: Type.Array(CandidateView),
  stability: Type.Object({
    resamples: Type.Integer(),
    seed: Type.Integer(),
    rows: Type.Array(Type.Object({ code: Type.String(), ranks: Type.Array(Type.Integer()) })),
    ties: Type.Array(Type.Array(Type.String())),
  }),
  otherOrders: Type.Array(
    Type.Object({
      name: oneOf(['inForce', 'even', 'needOnly', 'needHalved']),
      weights: WeightsShape,
      first: Type.Array(Ranked),
    }),
  ),
  reached: Type.Array(
    Type.Object({
      name: Type.String(),
      category: Type.String(),
      categoryName: Said,
      offers: Type.String(),
      capacity: Type.String(),
      distanceMetres: Type.Integer(),
      validUntil: nullable(Type.String()),
    }),
  ),
  population: Type.Array(
    Type.Object({
      dimension: Type.String(),
      category: Type.String(),
      name: Said,
      share: Type.Number(),
      areaName: Type.String(),
      asOf: Type.String(),
      source: Type.String(),
    }),
  ),
  neighbours: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      sameStreet: Type.Boolean(),
      kindCode: Type.String(),
      themeName: Said,
      themeId: Uuid,
      state: Type.String(),
    }),
  ),
  /** What this community has that the others do not, as sentences made from the data above. */
  onlyHere: Type.Array(Said),
})
export type EvidenceContent = Static<typeof EvidenceContent>

export const EvidenceView = Type.Object({
  id: Uuid,
  choiceId: Uuid,
  frozenAt: Type.String(),
  sha256: Type.String(),
  sm3: nullable(Type.String()),
  /** Counted again from what is stored: the content still has this digest. */
  whole: Type.Boolean(),
  content: EvidenceContent,
})
export type EvidenceView = Static<typeof EvidenceView>

export const ChoiceView = Type.Object({
  id: Uuid,
  community: Type.Object({ code: Type.String(), name: Type.String() }),
  surveyId: nullable(Uuid),
  question: nullable(Type.String()),
  openedAt: Type.String(),
  publicAt: nullable(Type.String()),
  endedAt: nullable(Type.String()),
  endKind: nullable(oneOf(['decided', 'givenUp'])),
  endReason: nullable(Type.String()),
  waiting: Type.Integer({ description: 'Words of residents nobody has looked at yet.' }),
  openObjections: Type.Integer(),
  decisionId: nullable(Uuid),
})
export type ChoiceView = Static<typeof ChoiceView>

export const listThemeChoices = endpoint({
  name: 'listThemeChoices',
  method: 'GET',
  path: '/api/theme-choices',
  access: 'staff',
  summary: 'Times at which communities of an area look or looked for their theme, newest first',
  tags: ['themes'],
  input: Type.Object({ area: AreaCode, ...paged('count') }),
  output: listOf(ChoiceView),
  refusals: { no_such_area: 404, not_yours: 403 },
})

const ofChoice = { no_such_choice: 404, not_yours: 403 } as const

export const openThemeChoice = endpoint({
  name: 'openThemeChoice',
  method: 'POST',
  path: '/api/theme-choices',
  access: 'staff',
  summary: 'Begin to look for a community’s theme, on the answers to one question of a survey',
  tags: ['themes'],
  input: Type.Object({
    commandId: CommandId,
    community: AreaCode,
    surveyId: nullable(Uuid),
    question: nullable(Type.String({ maxLength: 60 })),
  }),
  output: Type.Object({ id: Uuid }),
  refusals: {
    no_such_area: 404,
    not_yours: 403,
    not_a_community: 422,
    already_open: 409,
    theme_alive: 409,
    half_a_survey: 422,
  },
})

export const setThemeSurvey = endpoint({
  name: 'setThemeSurvey',
  method: 'POST',
  path: '/api/theme-choices/:id/survey',
  access: 'staff',
  summary: 'Say on which survey and question a choice rests',
  tags: ['themes'],
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    surveyId: Uuid,
    question: Type.String({ minLength: 1, maxLength: 60 }),
  }),
  output: Type.Object({ id: Uuid }),
  refusals: { ...ofChoice, choice_ended: 409, no_such_survey: 404 },
})

export const readThemeChoice = endpoint({
  name: 'readThemeChoice',
  method: 'GET',
  path: '/api/theme-choices/:id',
  access: 'staff',
  summary:
    'One choice with its candidates as counted now; other weights may be tried and are not kept',
  tags: ['themes'],
  input: Type.Object({
    id: Uuid,
    need: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
    resources: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
    structure: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
  }),
  output: Type.Object({
    choice: ChoiceView,
    now: EvidenceContent,
    frozen: Type.Array(Type.Object({ id: Uuid, frozenAt: Type.String(), sha256: Type.String() })),
    whatIfs: Type.Array(
      Type.Object({
        id: Uuid,
        name: Type.String(),
        reason: Type.String(),
        weights: WeightsShape,
        ranking: Type.Array(Ranked),
        at: Type.String(),
      }),
    ),
  }),
  refusals: { ...ofChoice, not_a_hundred: 422 },
})

export const publishThemeChoice = endpoint({
  name: 'publishThemeChoice',
  method: 'POST',
  path: '/api/theme-choices/:id/discussion',
  access: 'staff',
  summary: 'Show the candidates to everybody and let residents speak',
  tags: ['themes'],
  input: Type.Object({ commandId: CommandId, id: Uuid }),
  output: Type.Object({ id: Uuid, publicAt: Type.String() }),
  refusals: { ...ofChoice, choice_ended: 409, already_public: 409 },
})

export const giveUpThemeChoice = endpoint({
  name: 'giveUpThemeChoice',
  method: 'POST',
  path: '/api/theme-choices/:id/end',
  access: 'staff',
  summary: 'End a choice without a decision, with a reason',
  tags: ['themes'],
  input: Type.Object({ commandId: CommandId, id: Uuid, reason: Reason }),
  output: Type.Object({ id: Uuid }),
  refusals: { ...ofChoice, choice_ended: 409 },
})

export const freezeThemeEvidence = endpoint({
  name: 'freezeThemeEvidence',
  method: 'POST',
  path: '/api/theme-choices/:id/evidence',
  access: 'staff',
  summary: 'Freeze the candidates and everything they rest on, with a digest',
  tags: ['themes'],
  input: Type.Object({ commandId: CommandId, id: Uuid }),
  output: Type.Object({ id: Uuid, sha256: Type.String(), frozenAt: Type.String() }),
  refusals: { ...ofChoice, choice_ended: 409, no_answers: 409, no_resources: 409 },
})

export const keepThemeWhatIf = endpoint({
  name: 'keepThemeWhatIf',
  method: 'POST',
  path: '/api/theme-choices/:id/what-ifs',
  access: 'staff',
  summary: 'Remember other weights by name and with a reason; they never become evidence',
  tags: ['themes'],
  input: Type.Object({
    commandId: CommandId,
    id: Uuid,
    name: Type.String({ minLength: 2, maxLength: 80 }),
    reason: Reason,
    need: Type.Integer({ minimum: 0, maximum: 100 }),
    resources: Type.Integer({ minimum: 0, maximum: 100 }),
    structure: Type.Integer({ minimum: 0, maximum: 100 }),
  }),
  output: Type.Object({ id: Uuid }),
  refusals: { ...ofChoice, choice_ended: 409, not_a_hundred: 422 },
})
