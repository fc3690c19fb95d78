// From when to when, for whom and what for. A telephone number where nobody stands for the loan yet; a group's secret where
// a group does. What the rules of fair shares answer is said in their own sentence.
import { type FormEvent, useState } from 'react'
import { bookRoom } from '#core/activities/contract-bookings.ts'
import { listGroups } from '#core/activities/contract-groups.ts'
import { type RoomLine, readProgramme } from '#core/activities/contract-programme.ts'
import { RefusalError } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { RadioTiles, Select, TextField } from '#web/kit/ui/Field.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { useTold } from '#web/people/told.tsx'
import type { Given } from './BorrowPage.tsx'
import { type Free, clockOf, endsAfter, startsIn } from './free-times.ts'
import { keepLoan } from './kept-loans.ts'
import { borrowRefusals, borrowWords as words } from './words-borrow.ts'

const whoKinds = ['resident', 'group', 'organisation'] as const
type Who = (typeof whoKinds)[number]

const blank = {
  from: '',
  to: '',
  purpose: '',
  people: '',
  phone: '',
  groupId: '',
  secret: '',
  organisation: '',
}
type Typed = typeof blank

function missing(who: Who, typed: Typed) {
  if (typed.from === '' || typed.to === '') return words.chooseTime
  if (who === 'group' && (typed.groupId === '' || typed.secret.trim() === '')) return words.sayGroup
  if (who === 'organisation' && typed.organisation.trim().length < 2) return words.sayOrganisation
  if (typed.purpose.trim() === '') return words.sayWhat
  return who !== 'group' && typed.phone.trim() === '' ? words.sayPhone : null
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
/** A loan to midnight is written as the last minute before it: the day has no 24:00. */
const wall = (day: string, minutes: string) =>
  minutes === '1440' ? `${day}T23:59` : `${day}T${clockOf(Number(minutes))}`

const wishOf = (who: Who, typed: Typed) => ({
  byKind: who,
  groupId: who === 'group' ? typed.groupId : null,
  groupSecret: who === 'group' ? typed.secret.replaceAll(/\s/g, '').toUpperCase() : null,
  organisation: who === 'organisation' ? typed.organisation.trim() : null,
  purpose: typed.purpose.trim(),
  title: null,
  people: Number(typed.people) > 0 ? Math.round(Number(typed.people)) : null,
  channel: 'web' as const,
  name: null,
  phone: who === 'group' ? null : orNull(typed.phone),
})

type Props = {
  code: string
  room: RoomLine
  day: string
  free: Free[]
  groupId: string | null
  onGiven: (given: Given) => void
}

export function BorrowForm({ code, room, day, free, groupId, onGiven }: Props) {
  const { t, lang } = useWords()
  const [who, setWho] = useState<Who>(groupId === null ? 'resident' : 'group')
  const [typed, setTyped] = useState<Typed>({ ...blank, groupId: groupId ?? '' })
  const set = (change: Partial<Typed>) => setTyped((was) => ({ ...was, ...change }))
  const span = { starts: wall(day, typed.from), ends: wall(day, typed.to) }
  const book = useCommand(bookRoom, {
    refresh: [readProgramme],
    onDone: ({ number, secret, state }) => {
      const loan = { number, secret, code, room: room.name[lang], ...span }
      keepLoan(loan)
      onGiven({ loan, state: state === 'asked' ? 'asked' : 'granted' })
    },
  })
  const whyNot = missing(who, typed)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (whyNot !== null) return
    book.mutate({ code, roomId: room.id, ...span, ...wishOf(who, typed) })
  }
  return (
    <form onSubmit={send}>
      <Times free={free} typed={typed} set={set} />
      <RadioTiles
        label={t(words.who)}
        columns={3}
        value={who}
        options={whoKinds.map((value) => ({ value, label: t(words.whoKinds[value]) }))}
        onChange={setWho}
      />
      <Standing who={who} code={code} typed={typed} set={set} />
      <TextField
        label={t(words.purpose)}
        hint={t(words.purposeHint)}
        maxLength={200}
        value={typed.purpose}
        onChange={(e) => set({ purpose: e.target.value })}
      />
      <TextField
        label={t(words.people)}
        need="optional"
        inputMode="numeric"
        value={typed.people}
        onChange={(e) => set({ people: e.target.value })}
      />
      <p className="open-trouble" role="alert">
        {book.error && whyOf(book.error, t)}
      </p>
      <div className="open-send">
        <Button
          type="submit"
          look="pri"
          big
          busy={book.isPending}
          whyNot={whyNot === null ? null : t(whyNot)}
        >
          {t(words.send)}
        </Button>
      </div>
    </form>
  )
}

/** The rule's own sentence, with its numbers in it, where there is one. */
function whyOf(error: unknown, t: ReturnType<typeof useWords>['t']): string {
  const said = error instanceof RefusalError ? error.fields['starts'] : undefined
  return said ?? t(wordsOfError(error, borrowRefusals))
}

type Part = { typed: Typed; set: (change: Partial<Typed>) => void }

function Times({ free, typed, set }: Part & { free: Free[] }) {
  const { t } = useWords()
  const option = (minutes: number) => ({ value: String(minutes), label: clockOf(minutes) })
  return (
    <div className="open-two week-times">
      <Select
        label={t(words.from)}
        value={typed.from}
        options={startsIn(free).map(option)}
        onChange={(e) => set({ from: e.target.value, to: '' })}
      />
      <Select
        label={t(words.to)}
        value={typed.to}
        options={(typed.from === '' ? [] : endsAfter(free, Number(typed.from))).map(option)}
        onChange={(e) => set({ to: e.target.value })}
      />
    </div>
  )
}

/** Who stands for the loan: a number to call, or a group by its secret. */
function Standing({ who, code, typed, set }: Part & { who: Who; code: string }) {
  const { t, lang } = useWords()
  const told = useTold({ area: code, field: 'booking.phone', usual: words.phoneWhy })
  const groups = useEndpoint(listGroups, { code, limit: 100 }, { enabled: who === 'group' }).data
  if (who === 'group')
    return (
      <>
        <Select
          label={t(words.group)}
          value={typed.groupId}
          options={(groups?.items ?? [])
            .filter(({ endedOn }) => endedOn === null)
            .map(({ id, name }) => ({ value: id, label: name[lang] ?? name.zh }))}
          onChange={(e) => set({ groupId: e.target.value })}
        />
        <TextField
          label={t(words.groupSecret)}
          hint={t(words.groupSecretHint)}
          autoComplete="off"
          value={typed.secret}
          onChange={(e) => set({ secret: e.target.value })}
        />
      </>
    )
  return (
    <>
      {who === 'organisation' && (
        <TextField
          label={t(words.organisation)}
          maxLength={80}
          value={typed.organisation}
          onChange={(e) => set({ organisation: e.target.value })}
        />
      )}
      <TextField
        label={t(words.phone)}
        inputMode="tel"
        autoComplete="tel"
        maxLength={30}
        {...told}
        value={typed.phone}
        onChange={(e) => set({ phone: e.target.value })}
      />
    </>
  )
}
