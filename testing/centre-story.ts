// The centre of the small town as its stories need it: a hall, a council room, a group, a lecture every Tuesday and a
// small course every Thursday with ten places.
import { randomUUID } from 'node:crypto'
import * as books from '#core/activities/contract-bookings.ts'
import * as house from '#core/activities/contract-centre.ts'
import * as groups from '#core/activities/contract-groups.ts'
import * as place from '#core/activities/contract-registrations.ts'
import * as serial from '#core/activities/contract-series.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { layOutAll } from '#server/activities/laying-out.ts'
import type { TestClient } from './harness.ts'
import { comes, must } from './town-life.ts'
import { type Staff, codes, commandId, openTown } from './town.ts'

export type CentreTown = Awaited<ReturnType<typeof openCentreStory>>
type Span = { starts: string; ends: string }
type Receipt = { number: string; secret: string }

const code = codes.community

async function openHouse(wu: TestClient, at: { centreId: string; hall: string; council: string }) {
  const { centreId } = at
  const of = () => ({ commandId: commandId(), code, centreId })
  const name = (zh: string) => ({ zh, en: null })
  must(
    await wu.call(house.saveCentre, {
      ...of(),
      name: name('党群服务中心'),
      address: '同心路 1 号',
      phone: '023-55550141',
      lift: true,
      planPhoto: null,
    }),
  )
  must(await wu.call(house.saveFloor, { ...of(), ordinal: 1, name: name('一楼'), planPhoto: null }))
  const open: [string, string][] = [['09:00', '21:00']]
  must(
    await wu.call(house.setHours, {
      ...of(),
      roomId: null,
      validFrom: '2026-01-01',
      week: Array.from({ length: 7 }, () => open),
      onHolidays: 'closed',
      reason: '照公示',
    }),
  )
  const room = (roomId: string, zh: string, needsApproval: boolean) => ({
    ...of(),
    roomId,
    floor: 1,
    zoneId: null,
    ordinal: 1,
    name: name(zh),
    note: null,
    seats: 60,
    areaSqm: 80,
    equipment: [],
    stepFree: true,
    lends: true,
    needsApproval,
    closedOn: null,
  })
  must(await wu.call(house.saveRoom, room(at.hall, '大讲堂', false)))
  must(await wu.call(house.saveRoom, room(at.council, '议事室', true)))
}

export async function openCentreStory() {
  const town = await openTown({ startAt: '2026-03-04T01:00:00.000Z' })
  await town.owner.query(
    `insert into places.calendar_days (day, kind, name, version, entered_at) values
     ('2026-03-20', 'off', '春分集市', 's1', '2026-01-01'), ('2026-05-05', 'off', '劳动节', 's1', '2026-01-01')`,
  )
  await town.app.places.refresh()
  const wu = await comes(town, 'wu')
  const zhou = await comes(town, 'wu')
  const resident = town.client()
  const [centreId, hall, council, group] = [0, 1, 2, 3].map(() => randomUUID()) as [
    string,
    string,
    string,
    string,
  ]
  await openHouse(wu, { centreId, hall, council })
  must(
    await wu.call(groups.saveGroup, {
      commandId: commandId(),
      code,
      groupId: group,
      name: { zh: '艺术团', en: null },
      kind: 'performance',
      about: null,
      leaderPost: '团长',
      leaderShown: null,
      members: 24,
      rooms: [hall],
      hoursPerWeek: 4,
      endedOn: null,
    }),
  )
  const ruleOf = (more: Partial<InputOf<typeof serial.previewSeries>>) => ({
    code,
    centreId,
    roomId: hall,
    seriesId: null,
    rule: null,
    startsOn: '2026-03-10',
    startTime: '14:00',
    minutes: 90,
    skipsHolidays: true,
    daysAdded: [],
    daysSkipped: [],
    ...more,
  })
  const addSeries = async (more: Partial<InputOf<typeof serial.saveSeries>>) => {
    const { seriesId: _none, ...rule } = ruleOf({})
    const seriesId = randomUUID()
    const fields = {
      groupId: null,
      themeId: null,
      measureId: null,
      kind: 'lecture' as const,
      title: { zh: '健康大讲堂', en: 'Health lecture' },
      about: null,
      materials: null,
      lecturer: { organisation: '区三医院', role: '心内科医生', shown: null },
      seats: null,
      registration: 'open' as const,
    }
    const input = {
      ...rule,
      ...fields,
      commandId: commandId(),
      seriesId,
      version: 0,
      publish: true,
    }
    must(await wu.call(serial.saveSeries, { ...input, ...more }))
    return seriesId
  }
  const lecture = await addSeries({ rule: 'FREQ=WEEKLY;BYDAY=TU' })
  const small = await addSeries({
    rule: 'FREQ=WEEKLY;BYDAY=TH',
    startsOn: '2026-03-12',
    startTime: '10:00',
    minutes: 60,
    seats: 10,
    title: { zh: '手机课堂', en: null },
  })
  const bookingOf = (roomId: string, span: Span): InputOf<typeof books.bookRoom> => ({
    commandId: commandId(),
    code,
    roomId,
    byKind: 'resident',
    groupId: null,
    groupSecret: null,
    organisation: null,
    purpose: '邻里聚会',
    title: null,
    people: 12,
    ...span,
    channel: 'counter',
    name: null,
    phone: `138${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`,
  })
  const follows = async (r: Receipt): Promise<OutputOf<typeof place.followRegistration>> => {
    const answer = await resident.call(place.followRegistration, {
      number: r.number,
      secret: r.secret,
    })
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    return answer.value
  }
  return {
    town,
    code,
    wu,
    zhou,
    resident,
    hall,
    council,
    group,
    lecture,
    small,
    ruleOf,
    bookingOf,
    follows,
    signsIn: (login: string): Promise<Staff> => comes(town, login),
    lends: (who: TestClient, roomId: string, span: Span) =>
      who.call(books.bookRoom, bookingOf(roomId, span)),
    groupSecret: async () => {
      const input = { commandId: commandId(), code, groupId: group }
      const answer = await wu.call(groups.giveGroupSecret, input)
      return answer.ok ? answer.value.secret : ''
    },
    sessionsOf: async (seriesId: string) => {
      const asked = { code, from: '2026-03-01', to: '2026-12-31', seriesId, limit: 200 }
      const answer = await resident.call(serial.listSessions, asked)
      if (!answer.ok) throw new Error(JSON.stringify(answer))
      return answer.value.items
    },
    registers: async (id: string, people: number, phone: string | null = null) => {
      const input = { commandId: commandId(), id, people, channel: 'web' as const, phone }
      const answer = await resident.call(place.register, input)
      if (!answer.ok) throw new Error(JSON.stringify(answer))
      return answer.value
    },
    givesBack: (r: Receipt) =>
      resident.call(place.cancelRegistration, {
        commandId: commandId(),
        number: r.number,
        secret: r.secret,
      }),
    nightPasses: () => layOutAll(town.app),
  }
}
