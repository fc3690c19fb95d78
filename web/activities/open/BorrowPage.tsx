// Borrowing a room without an account: what stands free on a day, from when to when, for whom; then a receipt. Group,
// day and room may stand in the address, so that other pages lead here.
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { type ProgrammeView, readProgramme } from '#core/activities/contract-programme.ts'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { RadioTiles, Select } from '#web/kit/ui/Field.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { BorrowForm } from './BorrowForm.tsx'
import { BorrowReceipt } from './BorrowReceipt.tsx'
import { CentreWays } from './CentreWays.tsx'
import { type Free, clockOf, freeOf } from './free-times.ts'
import type { KeptLoan } from './kept-loans.ts'
import { useSessionTimes } from './times.ts'
import { borrowWords as words } from './words-borrow.ts'
import { openRefusals } from './words-open.ts'
import './week.css'

/** As far ahead as one page shows; the rules of the centre may allow less, and say so. */
const daysShown = 28

export function BorrowPage() {
  const { code = '' } = useParams()
  const { t } = useWords()
  const answer = useEndpoint(readProgramme, { code, days: daysShown })
  return (
    <OpenPage title={t(words.title)} up={paths.open.centre(code)} aloud={() => t(words.lead)}>
      {answer.data !== undefined ? (
        <Borrow view={answer.data} />
      ) : answer.error ? (
        <Problem
          error={answer.error}
          refusals={openRefusals}
          onRetry={() => void answer.refetch()}
        />
      ) : (
        <Loading lines={6} />
      )}
    </OpenPage>
  )
}

export type Given = { loan: KeptLoan; state: 'asked' | 'granted' }

function Borrow({ view }: { view: ProgrammeView }) {
  const { t } = useWords()
  const [given, setGiven] = useState<Given | null>(null)
  const lends = view.rooms.some((room) => room.lends)
  return (
    <>
      {given !== null ? (
        <Part>
          <BorrowReceipt view={view} given={given} onAnother={() => setGiven(null)} />
        </Part>
      ) : lends ? (
        <Choose view={view} onGiven={setGiven} />
      ) : (
        <Part>
          <Empty title={t(words.noRooms)} then={t(words.noRoomsThen)} />
        </Part>
      )}
      <Part tone="raised">
        <CentreWays
          centre={view.centre}
          code={view.community.code}
          onlineTo={paths.open.borrow(view.community.code)}
          onlineLabel={t(words.here)}
        />
      </Part>
    </>
  )
}

type ChooseProps = { view: ProgrammeView; onGiven: (given: Given) => void }

function Choose({ view, onGiven }: ChooseProps) {
  const { t, lang } = useWords()
  const [query] = useSearchParams()
  const [day, setDay] = useState(query.get('day') ?? view.idle[0]?.day ?? view.today)
  const [roomId, setRoomId] = useState(query.get('room'))
  const rooms = view.rooms
    .filter((room) => room.lends)
    .map((room) => ({ room, free: freeOf(view.idle, room.id, day, view.timeZone) }))
    .filter(({ free }) => free.length > 0)
  const chosen = rooms.find(({ room }) => room.id === roomId) ?? null
  const spans = (free: Free[]) =>
    free.map(({ from, to }) => `${clockOf(from)}–${clockOf(to)}`).join(lang === 'zh' ? '、' : ', ')
  const noteOf = ({ room, free }: (typeof rooms)[number]) =>
    [
      t(words.freeAt, { spans: spans(free) }),
      room.seats === null ? '' : t(words.seats, { n: room.seats }),
      room.needsApproval ? t(words.approval) : '',
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <>
      <Part>
        <p>{t(words.lead)}</p>
        <DayField view={view} day={day} onChange={setDay} />
        {rooms.length === 0 ? (
          <Empty title={t(words.noneFree)} then={t(words.noneFreeThen)} />
        ) : (
          <RadioTiles
            label={t(words.room)}
            columns={1}
            value={chosen?.room.id ?? null}
            options={rooms.map((each) => ({
              value: each.room.id,
              label: each.room.name[lang],
              note: noteOf(each),
            }))}
            onChange={setRoomId}
          />
        )}
      </Part>
      {chosen !== null && (
        <Part>
          <SectionHeading>{chosen.room.name[lang]}</SectionHeading>
          <BorrowForm
            key={`${day} ${chosen.room.id}`}
            code={view.community.code}
            room={chosen.room}
            day={day}
            free={chosen.free}
            groupId={query.get('group')}
            onGiven={onGiven}
          />
        </Part>
      )}
    </>
  )
}

type DayProps = { view: ProgrammeView; day: string; onChange: (day: string) => void }

function DayField({ view, day, onChange }: DayProps) {
  const { t } = useWords()
  const times = useSessionTimes(view.timeZone)
  const named = ({ day: of, open }: ProgrammeView['days'][number]) => {
    const said = `${times.day(of)} ${times.weekdayOf(of)}`
    if (open.length === 0) return t(words.closedDay, { day: said })
    return view.idle.some((one) => one.day === of) ? said : t(words.noneDay, { day: said })
  }
  return (
    <Select
      label={t(words.day)}
      value={day}
      options={view.days.map((each) => ({ value: each.day, label: named(each) }))}
      onChange={(e) => onChange(e.target.value)}
    />
  )
}
