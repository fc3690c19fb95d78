// Signing in, and what a signed-in person sees of himself and of who covers a place.
import { type Static, Type } from 'typebox'
import { endpoint, listOf, nullable, oneOf } from '#core/kit/contract.ts'
import { Uuid } from '#core/kit/ids.ts'
import { allRoles } from './roles.ts'
import { unitKinds } from './units.ts'

export const WordsView = Type.Object({ zh: Type.String(), en: Type.String() })
export const Login = Type.String({ minLength: 1, maxLength: 40 })
export const Password = Type.String({ minLength: 1, maxLength: 200 })
export const AreaCode = Type.String({ minLength: 1, maxLength: 40 })
const none = Type.Object({})

export const GrantView = Type.Object({
  role: oneOf(allRoles),
  roleName: WordsView,
  areaId: Type.Integer(),
  areaPath: Type.String(),
  areaLevel: Type.String(),
  areaCode: Type.String(),
  areaName: WordsView,
  unitId: nullable(Type.Integer()),
  unitCode: nullable(Type.String()),
  unitName: nullable(WordsView),
  validTo: nullable(Type.String()),
})

export const MeView = Type.Object({
  id: Type.String(),
  login: Type.String(),
  name: Type.String(),
  mustChangePassword: Type.Boolean(),
  mustEnrol: Type.Boolean({ description: 'A rule demands a second factor that is not there yet.' }),
  grants: Type.Array(GrantView),
  dutyNow: Type.Array(
    Type.Object({
      areaCode: Type.String(),
      areaName: WordsView,
      unitCode: nullable(Type.String()),
      unitName: nullable(WordsView),
      until: Type.String(),
    }),
  ),
})
export type MeView = Static<typeof MeView>

export const signIn = endpoint({
  name: 'signIn',
  method: 'POST',
  path: '/api/sign-in',
  access: 'open',
  summary: 'Signs a member of staff in; the session is an httpOnly cookie.',
  tags: ['people'],
  input: Type.Object({
    login: Login,
    password: Password,
    code: Type.Optional(
      Type.String({ maxLength: 20, description: 'Of the authenticator, or a recovery code.' }),
    ),
  }),
  output: MeView,
  refusals: { wrong_login: 401, code_needed: 401, wrong_code: 401 },
  limit: { max: 30, per: 'minute' },
})

export const signOut = endpoint({
  name: 'signOut',
  method: 'POST',
  path: '/api/sign-out',
  access: 'open',
  summary: 'Ends this session. Without one nothing happens.',
  tags: ['people'],
  input: none,
  output: none,
  refusals: {},
})

export const readMe = endpoint({
  name: 'readMe',
  method: 'GET',
  path: '/api/me',
  access: 'staff',
  summary: 'Who is signed in, what was granted, and where he is on duty now.',
  tags: ['people'],
  input: none,
  output: MeView,
  refusals: {},
})

export const listMySessions = endpoint({
  name: 'listMySessions',
  method: 'GET',
  path: '/api/me/sessions',
  access: 'staff',
  summary: 'Browsers and phones on which I am signed in.',
  tags: ['people'],
  input: none,
  output: listOf(
    Type.Object({
      id: Type.String(),
      createdAt: Type.String(),
      lastSeenAt: Type.String(),
      userAgent: nullable(Type.String()),
      address: nullable(Type.String()),
      thisOne: Type.Boolean(),
    }),
  ),
  refusals: {},
})

export const endMySession = endpoint({
  name: 'endMySession',
  method: 'DELETE',
  path: '/api/me/sessions/:id',
  access: 'staff',
  summary: 'Signs one of my sessions out.',
  tags: ['people'],
  input: Type.Object({ id: Uuid }),
  output: none,
  refusals: { no_such_session: 404 },
})

export const signOutEverywhere = endpoint({
  name: 'signOutEverywhere',
  method: 'DELETE',
  path: '/api/me/sessions',
  access: 'staff',
  summary: 'Signs me out on every device, this one included.',
  tags: ['people'],
  input: none,
  output: Type.Object({ ended: Type.Integer() }),
  refusals: {},
})

export const changeMyPassword = endpoint({
  name: 'changeMyPassword',
  method: 'POST',
  path: '/api/me/password',
  access: 'staff',
  summary: 'Changes my password and ends my other sessions.',
  tags: ['people'],
  input: Type.Object({ current: Password, next: Password }),
  output: none,
  refusals: { wrong_password: 422, password_too_weak: 422 },
  limit: { max: 10, per: 'minute' },
})

export const TeamMember = Type.Object({
  role: nullable(oneOf(allRoles)),
  post: WordsView,
  /** For staff of the same chain of areas; residents read the post. */
  name: nullable(Type.String()),
  onDutyUntil: nullable(Type.String()),
  away: nullable(Type.Object({ reason: WordsView, lastOn: Type.String() })),
})

export const TeamView = Type.Object({
  areaCode: Type.String(),
  areaName: WordsView,
  responsible: Type.Object({ sentence: WordsView, rule: Type.Integer(), ruleName: WordsView }),
  groups: Type.Array(
    Type.Object({
      areaCode: Type.String(),
      level: Type.String(),
      unitCode: nullable(Type.String()),
      unitKind: nullable(oneOf(unitKinds)),
      section: nullable(WordsView),
      name: WordsView,
      phone: nullable(Type.String()),
      members: Type.Array(TeamMember),
    }),
  ),
})
export type TeamView = Static<typeof TeamView>

export const readTeam = endpoint({
  name: 'readTeam',
  method: 'GET',
  path: '/api/areas/:code/team',
  access: 'open',
  summary:
    'Who covers this place now: grid team, duty people, sections and posts. Names for staff only.',
  tags: ['people'],
  input: Type.Object({ code: AreaCode }),
  output: TeamView,
  refusals: { no_such_area: 404 },
})
