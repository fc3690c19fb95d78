// The house: floors with their rooms and plans, zones, the week's opening hours, days that differ, how rooms are lent,
// and how much of it is used. Each act is a form of its own.
import { useState } from 'react'
import { type RoomView, readActivityFigures } from '#core/activities/contract-centre.ts'
import { activityRefusals } from '#core/activities/words-refusals.ts'
import { nextDate } from '#core/kit/time.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { FigureBlock } from '#web/kit/ui/FigureBlock.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Problem } from '#web/kit/ui/States.tsx'
import { type Column, Table } from '#web/kit/ui/Table.tsx'
import { centreWords as words, weekdayWords } from '../words-desk.ts'
import { formWords } from '../words-forms.ts'
import { CentreFrame, type House, useNamed } from './CentreFrame.tsx'
import { PlanPicture } from './PlanField.tsx'
import { RoomForm } from './RoomForm.tsx'
import { CentreForm, FloorForm, ZoneForm } from './house-forms.tsx'
import { HoursForm, LendingForm, SpecialDayForm, hoursNow } from './hours-forms.tsx'

type Floor = House['centre']['floors'][number]
type Zone = House['centre']['zones'][number]
type Form =
  | { form: 'centre' | 'hours' | 'special' | 'lending' }
  | { form: 'room'; known: RoomView | null }
  | { form: 'floor'; known: Floor | null }
  | { form: 'zone'; known: Zone | null }
type Open = (form: Form) => void

export function CentreRoomsPage() {
  const { t } = useWords()
  const named = useNamed()
  const [form, open] = useState<Form | null>(null)
  return (
    <CentreFrame
      title={({ centre }) => named(centre.name)}
      sub={({ centre }) =>
        t(words.houseOf, { floors: centre.floors.length, rooms: centre.rooms.length })
      }
      head={({ centre }) => (
        <Buttons>
          <Button onClick={() => open({ form: 'centre' })}>{t(formWords.changeCentre)}</Button>
          <Button onClick={() => open({ form: 'floor', known: null })}>{t(words.addFloor)}</Button>
          {centre.floors.length > 0 && (
            <Button look="pri" onClick={() => open({ form: 'room', known: null })}>
              {t(words.addRoom)}
            </Button>
          )}
        </Buttons>
      )}
    >
      {(house) => (
        <>
          <Figures house={house} />
          <div className="a-two">
            <div className="k-stack">
              <Rooms house={house} open={open} />
              <Zones house={house} open={open} />
            </div>
            <div className="k-stack">
              <Hours house={house} open={open} />
              <Lending house={house} open={open} />
            </div>
          </div>
          <Forms form={form} house={house} onClose={() => open(null)} />
        </>
      )}
    </CentreFrame>
  )
}

type FormsProps = { form: Form | null; house: House; onClose: () => void }

function Forms({ form, house, onClose }: FormsProps) {
  const of = { house, onClose }
  if (form === null) return null
  if (form.form === 'room') return <RoomForm {...of} known={form.known} />
  if (form.form === 'floor') return <FloorForm {...of} known={form.known} />
  if (form.form === 'zone') return <ZoneForm {...of} known={form.known} />
  if (form.form === 'hours') return <HoursForm {...of} />
  if (form.form === 'special') return <SpecialDayForm {...of} />
  if (form.form === 'lending') return <LendingForm {...of} />
  return <CentreForm {...of} />
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

type Part = { house: House; open: Open }

function Rooms({ house, open }: Part) {
  const { t } = useWords()
  const named = useNamed()
  const { floors, rooms, id, planPhoto } = house.centre
  return (
    <>
      {planPhoto !== null && (
        <PlanPicture hash={planPhoto} centreId={id} name={named(house.centre.name)} />
      )}
      {floors.map((floor) => {
        const own = rooms.filter((room) => room.floor === floor.ordinal)
        return (
          <section key={floor.ordinal}>
            <SectionHeading
              end={
                <Button look="quiet" onClick={() => open({ form: 'floor', known: floor })}>
                  {t(formWords.change)}
                </Button>
              }
            >
              {t(words.floorRooms, { floor: named(floor.name), n: own.length })}
            </SectionHeading>
            {floor.planPhoto !== null && (
              <PlanPicture hash={floor.planPhoto} centreId={id} name={named(floor.name)} />
            )}
            {own.length > 0 && <FloorTable caption={named(floor.name)} rooms={own} open={open} />}
          </section>
        )
      })}
    </>
  )
}

type TableProps = { caption: string; rooms: RoomView[]; open: Open }

function FloorTable({ caption, rooms, open }: TableProps) {
  const { t, lang } = useWords()
  const named = useNamed()
  const times = useTimes()
  const columns: Column<RoomView>[] = [
    {
      key: 'name',
      head: t(words.what),
      cell: (room) => (
        <>
          <b className="k-serif">{named(room.name)}</b>
          {room.note !== null && <span className="k-note a-under">{named(room.note)}</span>}
          {room.closedOn !== null && (
            <span className="k-zhe a-under">
              {`${t(formWords.closedOn)} ${times.day(`${room.closedOn}T04:00:00Z`)}`}
            </span>
          )}
        </>
      ),
      width: '30%',
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
      cell: (room) =>
        room.equipment.length === 0
          ? t(words.none)
          : room.equipment.join(lang === 'zh' ? '、' : ', '),
    },
    {
      key: 'step',
      head: t(words.stepFree),
      cell: (room) => t(room.stepFree ? words.yes : words.no),
    },
    {
      key: 'lent',
      head: t(words.lent),
      cell: (room) => t(!room.lends ? words.no : room.needsApproval ? words.approval : words.yes),
    },
    {
      key: 'acts',
      head: '',
      cell: (room) => (
        <Button look="quiet" onClick={() => open({ form: 'room', known: room })}>
          {t(formWords.change)}
        </Button>
      ),
    },
  ]
  return <Table caption={caption} rows={rooms} rowKey={(room) => room.id} columns={columns} />
}

function Zones({ house, open }: Part) {
  const { t } = useWords()
  const named = useNamed()
  const { zones } = house.centre
  return (
    <section>
      <SectionHeading
        end={
          <Button look="quiet" onClick={() => open({ form: 'zone', known: null })}>
            {t(formWords.zoneAdd)}
          </Button>
        }
      >
        {t(formWords.zones, { n: zones.length })}
      </SectionHeading>
      {zones.length === 0 ? (
        <Empty title={t(formWords.noZones)} />
      ) : (
        <ul className="a-dates">
          {zones.map((zone) => (
            <li key={zone.id}>
              <b>{named(zone.name)}</b>
              <span className="is-grown">{zone.purpose}</span>
              <Button look="quiet" onClick={() => open({ form: 'zone', known: zone })}>
                {t(formWords.change)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const spansText = (spans: readonly (readonly [string, string])[]) =>
  spans.map((span) => span.join('–')).join('、')

function Hours({ house, open }: Part) {
  const { t } = useWords()
  const times = useTimes()
  const current = hoursNow(house)
  const noon = (of: string) => times.day(`${of}T04:00:00Z`)
  return (
    <section>
      <SectionHeading
        end={
          <Button look="quiet" onClick={() => open({ form: 'hours' })}>
            {t(formWords.change)}
          </Button>
        }
      >
        {t(words.hoursNow, {
          day: current === undefined ? t(words.none) : noon(current.validFrom),
        })}
      </SectionHeading>
      <ul className="a-dates">
        {(current?.week ?? []).map((spans, nth) => (
          <li key={nth}>
            <b>{t(weekdayWords[nth] ?? words.day)}</b>
            <span>{spans.length === 0 ? t(words.closed) : spansText(spans)}</span>
          </li>
        ))}
      </ul>
      <p className="k-note">
        {t(current?.onHolidays === 'asUsual' ? words.holidaysOpen : words.holidaysClosed)}
      </p>
      <SpecialDays house={house} open={open} />
    </section>
  )
}

function SpecialDays({ house, open }: Part) {
  const { t } = useWords()
  const named = useNamed()
  const times = useTimes()
  const { specialDays, rooms } = house.centre
  const said = (spans: [string, string][] | null) =>
    spans === null ? t(formWords.asUsual) : spans.length === 0 ? t(words.closed) : spansText(spans)
  return (
    <>
      <SectionHeading
        level={3}
        end={
          <Button look="quiet" onClick={() => open({ form: 'special' })}>
            {t(formWords.specialAdd)}
          </Button>
        }
      >
        {specialDays.length === 0
          ? t(words.noSpecialDays)
          : t(words.specialDays, { n: specialDays.length })}
      </SectionHeading>
      <ul className="a-dates">
        {specialDays.map((each, nth) => {
          const room = rooms.find(({ id }) => id === each.roomId)
          return (
            <li key={`${each.day} ${nth}`}>
              <b>{times.day(`${each.day}T04:00:00Z`)}</b>
              <span>{said(each.spans)}</span>
              <span className="k-note">
                {[room === undefined ? '' : named(room.name), named(each.reason)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Lending({ house, open }: Part) {
  const { t } = useWords()
  const { rules } = house.centre
  return (
    <section>
      <SectionHeading
        end={
          <Button look="quiet" onClick={() => open({ form: 'lending' })}>
            {t(formWords.change)}
          </Button>
        }
      >
        {t(formWords.lendTitle)}
      </SectionHeading>
      <p className="k-compact">
        {t(words.lending, {
          group: rules.groupHoursPerWeek ?? t(words.none),
          resident: rules.residentHoursPerWeek ?? t(words.none),
          days: rules.daysAhead,
        })}
      </p>
      <p className="k-note">
        {t(formWords.lasts, { min: rules.minutesMin, max: rules.minutesMax })}
      </p>
    </section>
  )
}
