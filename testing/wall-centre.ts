// The doors of the centre and of the notice board, which the same offices keep; for the tables of wall-tables.ts.

import type { Role } from '#core/people/roles.ts'

const centreKeepers: Role[] = [
  'communityDuty',
  'communitySecretary',
  'centreStaff',
  'streetCommander',
  'districtCommander',
  'cityCommander',
]
const keptCentre = { key: 'code', may: (role: Role) => centreKeepers.includes(role) }

export const ofCentre = {
  saveCentre: keptCentre,
  saveFloor: keptCentre,
  saveZone: keptCentre,
  saveRoom: keptCentre,
  setHours: keptCentre,
  setSpecialDay: keptCentre,
  setLendingRules: keptCentre,
  listBookings: keptCentre,
  listCalls: keptCentre,
  previewSeries: keptCentre,
  saveSeries: keptCentre,
  saveGroup: keptCentre,
  giveGroupSecret: keptCentre,
  saveVolunteer: keptCentre,
  giveThanks: keptCentre,
  withdrawThanks: keptCentre,
  saveSpace: keptCentre,
  proposeUse: keptCentre,
  decideUse: keptCentre,
}

/** The board is written by the same offices. */
export const ofBoard = {
  listBoardDesk: keptCentre,
  readBoardTrace: keptCentre,
  publishNotice: keptCentre,
  correctNotice: keptCentre,
  withdrawNotice: keptCentre,
}
