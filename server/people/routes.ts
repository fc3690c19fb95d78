// The doors of the people room.
import * as mine from '#core/people/contract.ts'
import { listExports as listed } from '#core/people/contract-exports.ts'
import * as desk from '#core/people/contract-desk.ts'
import * as factor from '#core/people/contract-factor.ts'
import * as oidc from '#core/people/contract-oidc.ts'
import * as own from '#core/people/contract-resident.ts'
import * as staff from '#core/people/contract-staff.ts'
import { type Server, mount } from '#server/kit/http.ts'
import type { App } from '#server/app.ts'
import { mountPeopleExports } from './exports.ts'
import { readDutyDesk, setDeskPhone } from './duty-desk.ts'
import * as factors from './factors.ts'
import { listLooks } from './looks.ts'
import { listExports, noteTaking } from './taking-out.ts'
import { listMySessions, readMyself } from './me.ts'
import * as provider from './oidc.ts'
import * as residents from './residents.ts'
import * as roster from './roster.ts'
import * as signIns from './sign-in.ts'
import * as accounts from './staff.ts'
import { listDuties, listStaff, listUnits, readPerson } from './staff-list.ts'
import { readTeam } from './team.ts'
import * as tokens from './tokens.ts'
import { whoIs } from './who.ts'

export function mountPeople(server: Server, app: App, post: residents.Post): void {
  app.whoIs = (caller, toAct) => whoIs(app, caller, toAct)
  app.taken = (who, what) => noteTaking(app, who, what)
  mount(server, app, mine.signIn, (_, input, call) => signIns.signIn(app, input, call))
  mount(server, app, mine.signOut, (who, _, call) => signIns.signOut(app, who, call))
  mount(server, app, mine.readMe, (who) => readMyself(app, who))
  mount(server, app, mine.listMySessions, (who) => listMySessions(app, who))
  mount(server, app, mine.endMySession, (who, { id }) => signIns.endMySession(app, who, id))
  mount(server, app, mine.signOutEverywhere, (who, _, call) =>
    signIns.signOutEverywhere(app, who, call),
  )
  mount(server, app, mine.changeMyPassword, (who, input) =>
    signIns.changeMyPassword(app, who, input),
  )
  mount(server, app, factor.readMyFactor, (who) => factors.readMyFactor(app, who))
  mount(server, app, factor.beginFactor, (who, input) => factors.beginFactor(app, who, input))
  mount(server, app, factor.confirmFactor, (who, input) => factors.confirmFactor(app, who, input))
  mount(server, app, factor.endFactor, (who, input) => factors.endFactor(app, who, input))
  mount(server, app, factor.resetFactor, (who, input) => factors.resetFactor(app, who, input))
  mountOidc(server, app)
  mount(server, app, mine.readTeam, (who, { code }) => readTeam(app, who, code))
  mount(server, app, desk.readDutyDesk, (_, { code }) => readDutyDesk(app, code))
  mount(server, app, desk.setDeskPhone, (who, input) => setDeskPhone(app, who, input))
  mountStaff(server, app)
  mountPeopleExports(server, app)
  mountResidents(server, app, post)
}

function mountResidents(server: Server, app: App, post: residents.Post): void {
  mount(server, app, own.readResident, (_, _input, call) => residents.readResident(app, post, call))
  mount(server, app, own.askCode, (_, input, call) => residents.askCode(app, post, input, call))
  mount(server, app, own.enterCode, (_, input, call) => residents.enterCode(app, post, input, call))
  mount(server, app, own.leaveResident, (_, _input, call) => residents.leaveResident(app, call))
  mount(server, app, own.renameResident, (_, input, call) =>
    residents.renameResident(app, input, call),
  )
  mount(server, app, own.deleteResident, (_, _input, call) => residents.deleteResident(app, call))
  app.jobs.tasks['forget_residents'] = () => residents.forgetResidents(app)
  app.jobs.crons.push({ task: 'forget_residents', match: '41 19 * * *' })
}

function mountOidc(server: Server, app: App): void {
  mount(server, app, oidc.readOidc, () => provider.readOidc(app))
  mount(server, app, oidc.startOidc, (who, input, call) =>
    provider.startOidc(app, who, input, call),
  )
  mount(server, app, oidc.finishOidc, (who, input, call) =>
    provider.finishOidc(app, who, input, call),
  )
  mount(server, app, oidc.readMyLink, (who) => provider.readMyLink(app, who))
  mount(server, app, oidc.endMyLink, (who) => provider.endMyLink(app, who))
}

function mountStaff(server: Server, app: App): void {
  mount(server, app, staff.listStaff, (who, input) => listStaff(app, who, input))
  mount(server, app, staff.readPerson, (who, input) => readPerson(app, who, input))
  mount(server, app, staff.listUnits, (who, input) => listUnits(app, who, input))
  mount(server, app, staff.addPerson, (who, input) => accounts.addPerson(app, who, input))
  mount(server, app, staff.endAccount, (who, input) => accounts.endAccount(app, who, input))
  mount(server, app, staff.resetPassword, (who, input) => accounts.resetPassword(app, who, input))
  mount(server, app, staff.grantRole, (who, input) => accounts.grantRole(app, who, input))
  mount(server, app, staff.revokeGrant, (who, input) => accounts.revokeGrant(app, who, input))
  mount(server, app, staff.listDuties, (who, input) => listDuties(app, who, input))
  mount(server, app, staff.enterDuty, (who, input) => roster.enterDuty(app, who, input))
  mount(server, app, staff.withdrawDuty, (who, input) => roster.withdrawDuty(app, who, input))
  mount(server, app, staff.enterAbsence, (who, input) => roster.enterAbsence(app, who, input))
  mount(server, app, staff.withdrawAbsence, (who, input) => roster.withdrawAbsence(app, who, input))
  mount(server, app, staff.listTokens, (who, input) => tokens.listTokens(app, who, input))
  mount(server, app, staff.makeToken, (who, input) => tokens.makeToken(app, who, input))
  mount(server, app, staff.revokeToken, (who, input) => tokens.revokeToken(app, who, input))
  mount(server, app, staff.listLooks, (who, input) => listLooks(app, who, input))
  mount(server, app, listed, (who, input) => listExports(app, who, input))
}
