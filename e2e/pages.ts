// Every page of every door, one line each: a new room adds its lines here, and axe, sizes and widths are measured on
// them (e2e/accessible.test.ts).
import { centreIds } from '#testing/centre-town.ts'
import { codes } from '#testing/town.ts'
import { nextMonday } from './doors.ts'

const { community, street } = codes

/** Residents' pages. Those that need a receipt are reached by the stories. */
export const openPages: readonly string[] = [
  `/c/${community}`,
  `/c/${community}/cases`,
  `/c/${community}/ways`,
  `/report?community=${community}`,
  '/follow',
  `/c/${community}/week?from=${nextMonday()}`,
  `/c/${community}/session/${centreIds.tuesday}`,
  `/c/${community}/series/${centreIds.lecture}`,
  `/c/${community}/group/${centreIds.choir}`,
  `/c/${community}/centre`,
  '/places',
]

export const fieldPages: readonly string[] = [
  '/field',
  '/field/report',
  '/field/grid',
  '/field/outbox',
  '/field/me',
]

/** Pages of the desk by who opens them; `{number}` is the case of the story. */
export const deskPages: readonly (readonly [login: string, path: string])[] = [
  ['chen', '/desk/queues/toVerify'],
  ['chen', '/desk/cases'],
  ['chen', '/desk/cases/{number}'],
  ['chen', '/desk/cases/{number}/paper'],
  ['chen', '/desk/report'],
  ['chen', '/desk/inbox'],
  ['chen', '/desk/sessions'],
  ['chen', `/desk/cockpit/${community}`],
  ['chen', `/desk/cockpit/${community}/cases?tile=1`],
  ['chen', '/desk/definitions'],
  ['chen', `/desk/wall/${street}`],
  ['cao', `/desk/places/${community}`],
  ['cao', `/desk/places/${street}/team`],
  ['cao', '/desk/people'],
  ['cao', '/desk/people?view=roster'],
  ['cao', '/desk/people?view=units'],
  ['cao', '/desk/people/he'],
  ['cao', '/desk/rules'],
  ['cao', '/desk/rules?view=time'],
  ['cao', '/desk/rules?view=categories'],
  ['cao', '/desk/rules?view=changes'],
  ['he', `/desk/centre/${community}`],
  ['sys', '/desk/people'],
  ['sys', '/desk/people?view=tokens'],
  ['aud', '/desk/people?view=looks'],
]
