// The doors of the people room, for the tables of wall-tables.ts.

import { type Role, allRoles } from '#core/people/roles.ts'

/** About one account, grant, duty …: whoever may not keep it hears that there is none. */
export const hiddenPeople = [
  'readPerson',
  'endAccount',
  'resetPassword',
  'resetFactor',
  'revokeGrant',
  'withdrawDuty',
  'enterAbsence',
  'withdrawAbsence',
  'revokeToken',
  'endMySession',
  'endMyLink',
  'readGlass',
  'showGlassContact',
  'endGlass',
  'reviewGlass',
]

export const everybodysOwn = [
  'readMe',
  'readMyFactor',
  'readMyLink',
  'listMySessions',
  'listGlasses',
]

/** These ask for the password first, and the people of the walls have none. */
export const asksPassword = ['beginFactor', 'confirmFactor', 'endFactor']

/** Offices that decide about cases somewhere; the three administrators are none of them. */
export const breaksGlass: Role[] = [
  'gridLeader',
  'deputyLeader',
  'communityDuty',
  'communitySecretary',
  'streetDispatcher',
  'streetCommander',
  'sectionHead',
  'unitHead',
  'districtDispatcher',
  'districtCommander',
  'cityDispatcher',
  'cityCommander',
]

/** Whoever comes to a counter with a receipt is served by all but the three administrators. */
export const servesAtCounter: Role[] = allRoles.filter((role) => !role.endsWith('Admin'))

/** Before anybody is known: they end in a session or a refusal, and show nothing. */
export const opensSignIn = ['signIn', 'signOut', 'readOidc', 'startOidc', 'finishOidc']

/** A resident's own, by a cookie of its own: without it they answer that nobody is signed in (story-my-reports.test.ts). */
export const ofResidents = [
  'readResident',
  'askCode',
  'enterCode',
  'leaveResident',
  'renameResident',
  'deleteResident',
  'listMyReports',
  'joinReport',
  'partReport',
]

/** Webhooks and other servers are kept by the system administrator; to everybody else there is none. */
export const hiddenExchange = [
  'endWebhook',
  'resumeWebhook',
  'rotateWebhook',
  'tryWebhook',
  'replayWebhook',
  'listDeliveries',
  'changeRemote',
  'endRemote',
  'tryRemote',
  'hurryRemote',
  'listRemoteRequests',
  'readOrderImport',
]

/** Orders of the hotline are taken in and answered by duty people of the street and above: no community, no unit. */
const hotlineDesks: Role[] = [
  'streetDispatcher',
  'streetCommander',
  'districtDispatcher',
  'districtCommander',
  'cityDispatcher',
  'cityCommander',
]
const keepsOrders = { key: 'areaCode', may: (role: Role) => hotlineDesks.includes(role) }
export const ordersOfArea = {
  previewOrders: keepsOrders,
  importOrders: keepsOrders,
  putOrders: keepsOrders,
  listOrderImports: keepsOrders,
  listOrders: keepsOrders,
  listOrderAnswers: keepsOrders,
  exportOrderAnswers: keepsOrders,
  takeOrderAnswers: keepsOrders,
  listOrderBatches: keepsOrders,
}

const deskKeepers: Role[] = [
  'communityDuty',
  'communitySecretary',
  'streetDispatcher',
  'streetCommander',
  'districtDispatcher',
  'districtCommander',
  'cityDispatcher',
  'cityCommander',
]
const ofDesk = { key: 'code', may: (role: Role) => deskKeepers.includes(role) }

const administrators: Role[] = ['systemAdmin', 'securityAdmin', 'auditAdmin']
/** Templates are read by whoever reads figures there, and kept by the heads of the area. */
const readsTemplates = { key: 'code', may: (role: Role) => !administrators.includes(role) }
const keepsTemplates = {
  key: 'code',
  may: (role: Role) =>
    ['communitySecretary', 'streetCommander', 'districtCommander', 'cityCommander'].includes(role),
}
export const templatesOfArea = {
  listTemplates: readsTemplates,
  takeTemplate: readsTemplates,
  keepTemplate: keepsTemplates,
  endTemplate: keepsTemplates,
}

/** The notes of a duty desk: its own people and the duty people of the layers above. */
export const desksOfArea = {
  draftHandover: ofDesk,
  listHandovers: ofDesk,
  writeHandover: ofDesk,
  takeHandover: ofDesk,
}
