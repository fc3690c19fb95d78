// The house: floors with their rooms, the week's opening hours, days that differ, and how much of it is used.
import { useState } from 'react'
import {
  readActivityFigures,
  readCentres,
  saveFloor,
  saveRoom,
  setSpecialDay,
} from '#core/activities/contract-centre.ts'
import { activityRefusals } from '#core/activities/words-refusals.ts'
import { nextDate } from '#core/kit/time.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { newCommandId } from '#web/kit/outbox.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Select, TextField, Tick } from '#web/kit/ui/Field.tsx'
import { FigureBlock } from '#web/kit/ui/FigureBlock.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { centreWords as words, weekdayWords } from '../words-desk.ts'
import { CentreFrame, type House, useNamed } from './CentreFrame.tsx'

export function CentreRoomsPage() {
  const { t } = useWords()
  const named = useNamed()
  return (
    <CentreFrame
      title={({ centre }) => named(centre.name)}
      sub={({ centre }) =>
        t(words.houseOf, { floors: centre.floors.length, rooms: centre.rooms.length })
      }
    >
      {(house) => (
        <>
          <Figures house={house} />
          <div className="a-two">
            <Rooms house={house} />
            <div className="k-stack">
              <Hours house={house} />
              <RoomForm key={house.centre.rooms.length} house={house} />
            </div>
          </div>
        </>
      )}
    </CentreFrame>
  )
}

function Figures({ house }: { house: House }) {
  const { t } = useWords()
  const { code } = house.area
  const found = useEndpoint(readActivityFigures, {
    code,
    from: nextDate(house.today, -28),
    to: nextDate(house.today, -1),
  })
  if (found.error) return <Problem error={found.error} refusals={activityRefusals} />
  if (!found.data) return null
  const { sessions, counted, personTimes, bookedMinutes, openMinutes } = found.data
  const share = openMinutes === 0 ? null : Math.round((bookedMinutes / openMinutes) * 100)
  const hours = (minutes: number) => count(Math.round(minutes / 60))
  return (
    <div className="a-figures">
      <FigureBlock
        name={t(words.held)}
        value={count(sessions)}
        fraction={t(words.counted, { n: counted })}
        definition={{ sentence: t(words.heldHow) }}
      />
      <FigureBlock
        name={t(words.personTimes)}
        value={count(personTimes)}
        fraction={t(words.counted, { n: counted })}
        definition={{ sentence: t(words.personTimesHow) }}
      />
      <FigureBlock
        name={t(words.used)}
        value={share === null ? t(words.none) : `${share}%`}
        fraction={`${hours(bookedMinutes)} ∕ ${hours(openMinutes)} ${t(words.hours)}`}
        definition={{ sentence: t(words.usedHow) }}
      />
    </div>
  )
}

function Rooms({ house }: { house: House }) {
  const { t } = useWords()
  const named = useNamed()
  const { floors, rooms } = house.centre
  return (
    <div className="k-stack">
      {floors.map((floor) => {
        const own = rooms.filter((room) => room.floor === floor.ordinal)
        return (
          <section key={floor.ordinal}>
            <SectionHeading>
              {t(words.floorRooms, { floor: named(floor.name), n: own.length })}
            </SectionHeading>
            <Table
              caption={named(floor.name)}
              rows={own}
              rowKey={(room) => room.id}
              columns={[
                {
                  key: 'name',
                  head: t(words.what),
                  cell: (room) => (
                    <>
                      <b className="k-serif">{named(room.name)}</b>
                      {room.note !== null && <span className="k-note"> {named(room.note)}</span>}
                    </>
                  ),
                },
                {
                  key: 'seats',
                  head: t(words.seats),
                  figure: true,
                  cell: (room) => room.seats ?? t(words.none),
                },
                {
                  key: 'sqm',
                  head: t(words.sqm),
                  figure: true,
                  cell: (room) => room.areaSqm ?? t(words.none),
                },
                {
                  key: 'equipment',
                  head: t(words.equipment),
                  cell: (room) => room.equipment.join('、'),
                },
                {
                  key: 'step',
                  head: t(words.stepFree),
                  cell: (room) => t(room.stepFree ? words.yes : words.no),
                },
                {
                  key: 'lent',
                  head: t(words.lent),
                  cell: (room) =>
                    t(!room.lends ? words.no : room.needsApproval ? words.approval : words.yes),
                },
              ]}
            />
          </section>
        )
      })}
    </div>
  )
}

function Hours({ house }: { house: House }) {
  const { t } = useWords()
  const named = useNamed()
  const times = useTimes()
  const { hours, specialDays, rules } = house.centre
  const current = hours.filter((row) => row.roomId === null && row.validFrom <= house.today).at(-1)
  const noon = (of: string) => times.day(`${of}T04:00:00Z`)
  return (
    <section className="k-stack">
      <SectionHeading>
        {t(words.hoursNow, {
          day: current === undefined ? t(words.none) : noon(current.validFrom),
        })}
      </SectionHeading>
      <ul className="a-dates">
        {(current?.week ?? []).map((spans, nth) => (
          <li key={nth}>
            <b>{t(weekdayWords[nth] ?? words.day)}</b>
            <span>
              {spans.length === 0
                ? t(words.closed)
                : spans.map((span) => span.join('–')).join('、')}
            </span>
          </li>
        ))}
      </ul>
      <p className="k-note">
        {t(current?.onHolidays === 'asUsual' ? words.holidaysOpen : words.holidaysClosed)}
      </p>
      {specialDays.map((each) => (
        <p key={`${each.day} ${each.roomId ?? ''}`} className="k-note">
          {`${noon(each.day)} · ${each.spans === null || each.spans.length > 0 ? (each.spans ?? []).map((span) => span.join('–')).join('、') : t(words.closed)} · ${named(each.reason)}`}
        </p>
      ))}
      <p className="k-note">
        {t(words.lending, {
          group: rules.groupHoursPerWeek ?? t(words.none),
          resident: rules.residentHoursPerWeek ?? t(words.none),
          days: rules.daysAhead,
        })}
      </p>
      <ClosingForm house={house} />
    </section>
  )
}

function RoomForm({ house }: { house: House }) {
  const { t } = useWords()
  const named = useNamed()
  const [id] = useState(newCommandId)
  const [name, setName] = useState('')
  const [seats, setSeats] = useState('')
  const [floor, setFloor] = useState(String(house.centre.floors[0]?.ordinal ?? 1))
  const [stepFree, setStepFree] = useState(true)
  const [needsApproval, setApproval] = useState(false)
  const of = { code: house.area.code, centreId: house.centre.id }
  const room = useCommand(saveRoom, { refresh: [readCentres] })
  const ground = useCommand(saveFloor, { refresh: [readCentres] })
  const add = () =>
    room.mutate({
      ...of,
      roomId: id,
      ...roomOf(house, { name, seats, floor, stepFree, needsApproval }),
    })
  const next = Math.max(0, ...house.centre.floors.map((each) => each.ordinal)) + 1
  const error = room.error ?? ground.error
  return (
    <section className="k-stack">
      <SectionHeading>{t(words.addRoom)}</SectionHeading>
      <Select
        label={t(words.floor)}
        value={floor}
        onChange={(e) => setFloor(e.target.value)}
        options={house.centre.floors.map((each) => ({
          value: String(each.ordinal),
          label: named(each.name),
        }))}
      />
      <Button
        look="quiet"
        busy={ground.isPending}
        onClick={() =>
          ground.mutate({
            ...of,
            ordinal: next,
            name: { zh: `${next}楼`, en: `Floor ${next}` },
            planPhoto: null,
          })
        }
      >
        {t(words.addFloor)}
      </Button>
      <NameAndSeats {...{ name, setName, seats, setSeats }} />
      <Marks {...{ stepFree, setStepFree, needsApproval, setApproval }} />
      {error && <Problem error={error} refusals={activityRefusals} />}
      <div>
        <Button
          busy={room.isPending}
          whyNot={name.trim() === '' || floor === '' ? t(words.nameZh) : null}
          onClick={add}
        >
          {t(words.addRoom)}
        </Button>
      </div>
    </section>
  )
}

type NewRoom = {
  name: string
  seats: string
  floor: string
  stepFree: boolean
  needsApproval: boolean
}

function roomOf(house: House, { name, seats, floor, stepFree, needsApproval }: NewRoom) {
  return {
    floor: Number(floor),
    zoneId: null,
    ordinal: house.centre.rooms.length + 1,
    name: { zh: name.trim(), en: null },
    note: null,
    seats: seats === '' ? null : Number(seats),
    areaSqm: null,
    equipment: [],
    stepFree,
    lends: true,
    needsApproval,
    closedOn: null,
  }
}

function ClosingForm({ house }: { house: House }) {
  const { t } = useWords()
  const { id } = house.centre
  const [day, setDay] = useState('')
  const [reason, setReason] = useState('')
  const save = useCommand(setSpecialDay, { refresh: [readCentres], onDone: () => setReason('') })
  return (
    <>
      <SectionHeading level={3}>{t(words.closedThatDay)}</SectionHeading>
      <TextField
        label={t(words.day)}
        type="date"
        min={house.today}
        value={day}
        onChange={(e) => setDay(e.target.value)}
      />
      <TextField
        label={t(words.reason)}
        value={reason}
        maxLength={200}
        onChange={(e) => setReason(e.target.value)}
      />
      {save.error && <Problem error={save.error} refusals={activityRefusals} />}
      <div>
        <Button
          busy={save.isPending}
          whyNot={
            day === '' || reason.trim().length < 2 ? `${t(words.day)} · ${t(words.reason)}` : null
          }
          onClick={() =>
            save.mutate({
              code: house.area.code,
              centreId: id,
              roomId: null,
              day,
              spans: [],
              reason: { zh: reason.trim(), en: null },
            })
          }
        >
          {t(words.save)}
        </Button>
      </div>
    </>
  )
}

type MarksProps = {
  stepFree: boolean
  setStepFree: (stepFree: boolean) => void
  needsApproval: boolean
  setApproval: (needsApproval: boolean) => void
}

function Marks({ stepFree, setStepFree, needsApproval, setApproval }: MarksProps) {
  const { t } = useWords()
  return (
    <>
      <Tick label={t(words.stepFree)} checked={stepFree} onChange={setStepFree} />
      <Tick label={t(words.approval)} checked={needsApproval} onChange={setApproval} />
    </>
  )
}

type NamedProps = {
  name: string
  setName: (name: string) => void
  seats: string
  setSeats: (seats: string) => void
}

function NameAndSeats({ name, setName, seats, setSeats }: NamedProps) {
  const { t } = useWords()
  return (
    <>
      <TextField
        label={t(words.nameZh)}
        value={name}
        maxLength={40}
        onChange={(e) => setName(e.target.value)}
      />
      <TextField
        label={t(words.seats)}
        need="optional"
        type="number"
        min={1}
        value={seats}
        onChange={(e) => setSeats(e.target.value)}
      />
    </>
  )
}
