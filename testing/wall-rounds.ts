// The doors of objects, plans and rounds, for the tables of wall-tables.ts: who writes down at the door walks, who keeps what a
// community has keeps what is walked to.
import type { Role } from '#core/people/roles.ts'

const heads: Role[] = [
  'communityDuty',
  'communitySecretary',
  'streetCommander',
  'districtCommander',
  'cityCommander',
]
const walkers: Role[] = [
  ...heads,
  'gridWorker',
  'partTimeWorker',
  'gridLeader',
  'deputyLeader',
  'centreStaff',
]
const walked = { key: 'code', may: (role: Role) => walkers.includes(role) }
const kept = { key: 'code', may: (role: Role) => heads.includes(role) }

export const ofRounds = {
  listObjects: walked,
  readObject: walked,
  listPlans: walked,
  readPlan: walked,
  listRounds: walked,
  recordFound: walked,
  keepObject: kept,
  importObjects: kept,
  printObjectCodes: kept,
  keepPlan: kept,
}
