// The doors of the activities room that staff keep and residents use; what is read of the week stands apart.
import * as books from '#core/activities/contract-bookings.ts'
import * as house from '#core/activities/contract-centre.ts'
import * as group from '#core/activities/contract-groups.ts'
import * as place from '#core/activities/contract-registrations.ts'
import * as serial from '#core/activities/contract-series.ts'
import type { Endpoint, InputOf, OutputOf, RefusalOf } from '#core/kit/contract.ts'
import type { Result } from '#core/kit/result.ts'
import type { App } from '../app.ts'
import { type Server, mount } from '../kit/http.ts'
import * as attendance from './attendance.ts'
import * as bookings from './bookings.ts'
import * as calls from './calls.ts'
import * as centres from './centres.ts'
import { readFigures } from './figures.ts'
import * as groups from './groups.ts'
import { addActivityJobs } from './jobs.ts'
import type { Keeper } from './keeping.ts'
import * as registrations from './registrations.ts'
import * as series from './series.ts'
import * as sessions from './sessions.ts'
import * as spaces from './spaces.ts'

export function mountActivities(server: Server, app: App): void {
  // A use-case answers with refusals as plain words; which of them a door may give is its contract's list.
  const on = <E extends Endpoint>(
    declared: E,
    act: (keeper: Keeper, input: InputOf<E>) => Promise<Result<OutputOf<E>, string>>,
  ) =>
    mount(server, app, declared, async (who, input: InputOf<E>) => {
      const answer = await act({ app, who }, input)
      return answer as Result<OutputOf<E>, RefusalOf<E>>
    })
  on(house.readCentres, (keeper, { code }) => centres.readCentres(keeper, code))
  on(house.saveCentre, centres.saveCentre)
  on(house.saveFloor, centres.saveFloor)
  on(house.saveZone, centres.saveZone)
  on(house.saveRoom, centres.saveRoom)
  on(house.setHours, centres.setHours)
  on(house.setSpecialDay, centres.setSpecialDay)
  on(house.setLendingRules, centres.setLendingRules)
  on(house.readActivityFigures, readFigures)
  on(books.bookRoom, bookings.bookRoom)
  on(books.listBookings, bookings.listBookings)
  on(books.decideBooking, bookings.decideBooking)
  on(books.cancelBooking, bookings.cancelBooking)
  on(books.noteNotUsed, bookings.noteNotUsed)
  on(books.followBooking, bookings.followBooking)
  on(books.readBookingContact, bookings.readBookingContact)
  on(serial.previewSeries, series.previewSeries)
  on(serial.saveSeries, series.saveSeries)
  on(serial.endSeries, series.endSeries)
  on(serial.listSeries, series.listSeries)
  on(serial.readSeries, (keeper, { seriesId }) => series.readSeries(keeper, seriesId))
  on(serial.readSession, (keeper, { id }) => sessions.readSession(keeper, id))
  on(serial.listSessions, sessions.listSessions)
  on(serial.addSession, sessions.addSession)
  on(serial.describeSession, sessions.describeSession)
  on(serial.cancelSession, sessions.cancelSession)
  on(serial.moveSession, sessions.moveSession)
  on(place.register, registrations.register)
  on(place.followRegistration, registrations.followRegistration)
  on(place.cancelRegistration, registrations.cancelRegistration)
  on(place.withdrawPhone, registrations.withdrawPhone)
  on(place.listRegistrations, registrations.listRegistrations)
  on(place.readRegistrationContact, registrations.readRegistrationContact)
  on(place.listCalls, calls.listCalls)
  on(place.noteCalled, registrations.noteCalled)
  on(place.countPeople, attendance.countPeople)
  on(place.tickOff, attendance.tickOff)
  on(place.agreeToBeCounted, attendance.agreeToBeCounted)
  on(place.showCard, attendance.showCard)
  on(place.withdrawCard, attendance.withdrawCard)
  on(place.giveFeedback, attendance.giveFeedback)
  on(place.readFeedback, (keeper, { id }) => attendance.readFeedback(keeper, id))
  on(group.listGroups, groups.listGroups)
  on(group.saveGroup, groups.saveGroup)
  on(group.giveGroupSecret, groups.giveGroupSecret)
  on(group.openGroup, groups.openGroup)
  on(group.listVolunteers, groups.listVolunteers)
  on(group.saveVolunteer, groups.saveVolunteer)
  on(group.listThanks, groups.listThanks)
  on(group.giveThanks, groups.giveThanks)
  on(group.withdrawThanks, groups.withdrawThanks)
  on(group.listSpaces, spaces.listSpaces)
  on(group.saveSpace, spaces.saveSpace)
  on(group.proposeUse, spaces.proposeUse)
  on(group.decideUse, spaces.decideUse)
  addActivityJobs(app)
}
