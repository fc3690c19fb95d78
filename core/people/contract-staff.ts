// Keeping accounts, grants, rosters, absences and API tokens: the administration of people, minimal but real.
import { type Static, Type } from 'typebox'
import { Day, endpoint, listOf, nullable, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { CommandId } from '#core/kit/ids.ts'
import { tokenScopes } from './actor.ts'
import { AreaCode, Login, Password, WordsView } from './contract.ts'
import { lookHows } from './contract-looks.ts'
import { allRoles } from './roles.ts'
import { unitKinds } from './units.ts'
import { absenceKinds } from './words.ts'

const tags = ['staff']
const Moment = Type.String({ format: 'date-time' })
const RowId = Type.Integer({ minimum: 1 })
const UnitCode = nullable(Type.String({ maxLength: 40 }))
const NewLogin = Type.String({ pattern: '^[a-z0-9._-]{2,40}$' })
const none = Type.Object({})
const made = Type.Object({ id: Type.Integer() })

export const StaffView = Type.Object({
  login: Type.String(),
  name: Type.String(),
  leftAt: nullable(Type.String()),
  grants: Type.Array(
    Type.Object({
      id: Type.Integer(),
      role: oneOf(allRoles),
      roleName: WordsView,
      areaCode: Type.String(),
      areaName: WordsView,
      unitCode: nullable(Type.String()),
      unitName: nullable(WordsView),
      validFrom: Type.String(),
      validTo: nullable(Type.String()),
    }),
  ),
  absences: Type.Array(
    Type.Object({
      id: Type.Integer(),
      reason: WordsView,
      firstOn: Type.String(),
      lastOn: Type.String(),
      deputyLogin: nullable(Type.String()),
    }),
  ),
})
export type StaffView = Static<typeof StaffView>

export const listStaff = endpoint({
  name: 'listStaff',
  method: 'GET',
  path: '/api/areas/:code/staff',
  access: 'staff',
  summary:
    'People with a role in this area or below it; unassigned: accounts without any role yet, for administrators.',
  tags,
  input: Type.Object({
    code: AreaCode,
    q: Type.Optional(Type.String({ maxLength: 40, description: 'Part of the name or login.' })),
    role: Type.Optional(oneOf(allRoles)),
    only: Type.Optional(oneOf(['away', 'unassigned'])),
    ...paged('login'),
  }),
  output: listOf(StaffView),
  refusals: { no_such_area: 404 },
})

export const readPerson = endpoint({
  name: 'readPerson',
  method: 'GET',
  path: '/api/staff/:login',
  access: 'staff',
  summary: 'One account with its roles and absences, and what the reader may do with it.',
  tags,
  input: Type.Object({ login: Login }),
  output: Type.Object({
    ...StaffView.properties,
    may: Type.Object({
      keepAccount: Type.Boolean(),
      keepAbsences: Type.Boolean(),
      revoke: Type.Array(Type.Integer(), { description: 'Ids of the grants.' }),
    }),
  }),
  refusals: { no_such_person: 404 },
})

export const UnitView = Type.Object({
  code: Type.String(),
  kind: oneOf(unitKinds),
  section: nullable(WordsView),
  under: nullable(Type.String({ description: 'The code of the section of a post.' })),
  name: WordsView,
  phone: nullable(Type.String()),
})
export type UnitView = Static<typeof UnitView>

export const listUnits = endpoint({
  name: 'listUnits',
  method: 'GET',
  path: '/api/areas/:code/units',
  access: 'staff',
  summary: 'Sections, posts and other units that stand at this area.',
  tags,
  input: Type.Object({ code: AreaCode }),
  output: listOf(UnitView),
  refusals: { no_such_area: 404 },
})

export const addPerson = endpoint({
  name: 'addPerson',
  method: 'POST',
  path: '/api/staff',
  access: 'staff',
  summary:
    'Makes an account with a first password, which its owner must change before anything else.',
  tags,
  input: Type.Object({
    commandId: CommandId,
    login: NewLogin,
    name: Type.String({ minLength: 1, maxLength: 40 }),
    password: Password,
  }),
  output: Type.Object({ login: Type.String() }),
  refusals: { login_taken: 409, password_too_weak: 422 },
})

export const endAccount = endpoint({
  name: 'endAccount',
  method: 'POST',
  path: '/api/staff/:login/leaving',
  access: 'staff',
  summary: 'Ends an account for good: no sign-in, all sessions and grants end.',
  tags,
  input: Type.Object({ commandId: CommandId, login: Login }),
  output: none,
  refusals: { no_such_person: 404 },
})

export const resetPassword = endpoint({
  name: 'resetPassword',
  method: 'POST',
  path: '/api/staff/:login/password',
  access: 'staff',
  summary: 'Sets a new first password, lifts a lock and ends all sessions.',
  tags,
  input: Type.Object({ commandId: CommandId, login: Login, password: Password }),
  output: none,
  refusals: { no_such_person: 404, password_too_weak: 422 },
})

export const grantRole = endpoint({
  name: 'grantRole',
  method: 'POST',
  path: '/api/staff/:login/grants',
  access: 'staff',
  summary: 'Grants a role for an area, with dates. validTo is the first day without it.',
  tags,
  input: Type.Object({
    commandId: CommandId,
    login: Login,
    role: oneOf(allRoles),
    areaCode: AreaCode,
    unitCode: UnitCode,
    ordinal: Type.Optional(Type.Integer({ minimum: 1, maximum: 99 })),
    validFrom: Day,
    validTo: nullable(Day),
  }),
  output: made,
  refusals: {
    no_such_person: 404,
    no_such_area: 404,
    no_such_unit: 404,
    not_to_oneself: 403,
    wrong_level: 422,
    unit_needed: 422,
    unit_not_fitting: 422,
    dates_wrong: 422,
    already_granted: 409,
    administrators_stay_apart: 409,
  },
})

export const revokeGrant = endpoint({
  name: 'revokeGrant',
  method: 'POST',
  path: '/api/grants/:id/revocation',
  access: 'staff',
  summary: 'Takes a role back at once.',
  tags,
  input: Type.Object({ commandId: CommandId, id: RowId }),
  output: none,
  refusals: { no_such_grant: 404 },
})

export const listDuties = endpoint({
  name: 'listDuties',
  method: 'GET',
  path: '/api/areas/:code/duties',
  access: 'staff',
  summary: 'The roster of an area and its units: from now on, or what touches the days asked for.',
  tags,
  input: Type.Object({
    code: AreaCode,
    from: Type.Optional(Moment),
    to: Type.Optional(Moment),
    ...paged('serial'),
  }),
  output: listOf(
    Type.Object({
      id: Type.Integer(),
      login: Type.String(),
      name: Type.String(),
      unitCode: nullable(Type.String()),
      from: Type.String(),
      to: Type.String(),
    }),
  ),
  refusals: { no_such_area: 404 },
})

export const enterDuty = endpoint({
  name: 'enterDuty',
  method: 'POST',
  path: '/api/areas/:code/duties',
  access: 'staff',
  summary: 'Puts a person on the roster of an area or unit. The end is exclusive.',
  tags,
  input: Type.Object({
    commandId: CommandId,
    code: AreaCode,
    unitCode: UnitCode,
    login: Login,
    from: Moment,
    to: Moment,
  }),
  output: made,
  refusals: { no_such_area: 404, no_such_unit: 404, no_such_person: 404, dates_wrong: 422 },
})

export const withdrawDuty = endpoint({
  name: 'withdrawDuty',
  method: 'POST',
  path: '/api/duties/:id/withdrawal',
  access: 'staff',
  summary: 'Takes an entry off the roster.',
  tags,
  input: Type.Object({ commandId: CommandId, id: RowId }),
  output: none,
  refusals: { no_such_duty: 404 },
})

export const enterAbsence = endpoint({
  name: 'enterAbsence',
  method: 'POST',
  path: '/api/staff/:login/absences',
  access: 'staff',
  summary: 'Notes the days on which a person is away, both inclusive, and who stands in.',
  tags,
  input: Type.Object({
    commandId: CommandId,
    login: Login,
    kind: oneOf(absenceKinds),
    firstOn: Day,
    lastOn: Day,
    deputyLogin: nullable(Type.String({ maxLength: 40 })),
  }),
  output: made,
  refusals: { no_such_person: 404, dates_wrong: 422 },
})

export const withdrawAbsence = endpoint({
  name: 'withdrawAbsence',
  method: 'POST',
  path: '/api/absences/:id/withdrawal',
  access: 'staff',
  summary: 'Takes an absence back.',
  tags,
  input: Type.Object({ commandId: CommandId, id: RowId }),
  output: none,
  refusals: { no_such_absence: 404 },
})

const TokenScopes = Type.Array(oneOf(tokenScopes), { minItems: 1, uniqueItems: true })

export const listTokens = endpoint({
  name: 'listTokens',
  method: 'GET',
  path: '/api/tokens',
  access: 'staff',
  summary: 'API tokens of other systems, without their secrets.',
  tags,
  input: Type.Object({ ...paged('uuid') }),
  output: listOf(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      scopes: TokenScopes,
      areaCode: Type.String(),
      validFrom: Type.String(),
      validTo: nullable(Type.String()),
      revokedAt: nullable(Type.String()),
    }),
  ),
  refusals: {},
})

export const makeToken = endpoint({
  name: 'makeToken',
  method: 'POST',
  path: '/api/tokens',
  access: 'staff',
  summary: 'Makes an API token. It is shown once: a repeat of the command answers null.',
  tags,
  input: Type.Object({
    commandId: CommandId,
    name: Type.String({ minLength: 1, maxLength: 80 }),
    scopes: TokenScopes,
    areaCode: AreaCode,
    validFrom: Day,
    validTo: nullable(Day),
  }),
  output: Type.Object({ id: Type.String(), token: nullable(Type.String()) }),
  refusals: { no_such_area: 404, dates_wrong: 422 },
})

export const revokeToken = endpoint({
  name: 'revokeToken',
  method: 'POST',
  path: '/api/tokens/:id/revocation',
  access: 'staff',
  summary: 'Ends an API token at once.',
  tags,
  input: Type.Object({ commandId: CommandId, id: Type.String({ maxLength: 40 }) }),
  output: none,
  refusals: { no_such_token: 404 },
})

export const listLooks = endpoint({
  name: 'listLooks',
  method: 'GET',
  path: '/api/looks',
  access: 'staff',
  summary: 'Who looked at personal data, when and why. For the audit administrator.',
  tags,
  input: Type.Object({ areaCode: AreaCode, ...paged('serial') }),
  output: listOf(
    Type.Object({
      at: Type.String(),
      name: Type.String(),
      login: Type.String(),
      caseNumber: Type.String(),
      voice: Type.Integer(),
      fields: Type.Array(Type.String()),
      how: nullable(oneOf(lookHows)),
      reason: Type.String(),
    }),
  ),
  refusals: { no_such_area: 404 },
})
