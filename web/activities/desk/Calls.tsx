// Who is still to be called, over all sessions to come: what to say, the number against a reason, and that it is done.
import { useState } from 'react'
import { Link } from 'react-router'
import {
  type CallView,
  listCalls,
  listRegistrations,
  noteCalled,
} from '#core/activities/contract-registrations.ts'
import { activityRefusals } from '#core/activities/words-refusals.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, usePages } from '#web/kit/queries.ts'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { MorePages, countOf } from '#web/kit/ui/MorePages.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Problem } from '#web/kit/ui/States.tsx'
import { centreWords, sessionWords as words } from '../words-desk.ts'
import { type House, useNamed } from './CentreFrame.tsx'
import { LookDialog } from './SessionDialogs.tsx'

/** Nobody to call is no news: the part is not there then. */
export function Calls({ house }: { house: House }) {
  const { t } = useWords()
  const list = usePages(listCalls, { code: house.area.code })
  const [look, setLook] = useState<string | null>(null)
  if (list.error && !list.data)
    return (
      <Problem error={list.error} refusals={activityRefusals} onRetry={() => void list.refetch()} />
    )
  const rows = list.data ?? []
  if (rows.length === 0) return null
  return (
    <section>
      <SectionHeading>{t(words.calls, { n: countOf(list) })}</SectionHeading>
      <p className="k-why">{t(words.callsNote)}</p>
      <ul className="a-calls">
        {rows.map((row) => (
          <Call key={`${row.number} ${row.cause}`} row={row} onLook={setLook} />
        ))}
      </ul>
      <MorePages list={list} />
      {look !== null && <LookDialog number={look} onClose={() => setLook(null)} />}
    </section>
  )
}

function Call({ row, onLook }: { row: CallView; onLook: (number: string) => void }) {
  const { t, lang } = useWords()
  const named = useNamed()
  const times = useTimes()
  const called = useCommand(noteCalled, { refresh: [listCalls, listRegistrations] })
  return (
    <li>
      <div>
        <Link className="k-link" to={paths.desk.activitySession(row.sessionId)}>
          {named(row.title)}
        </Link>{' '}
        <span className="k-note">
          {times.dayTime(row.startsAt)} · {t(centreWords.places)} {row.number.slice(-6)} ·{' '}
          {t(words.heads, { n: row.people })}
        </span>
        <p className="k-compact">“{row.words[lang]}”</p>
        {called.error && <Problem error={called.error} refusals={activityRefusals} />}
      </div>
      <Buttons>
        <Button look="quiet" onClick={() => onLook(row.number)}>
          {t(words.seePhone)}
        </Button>
        <Button
          busy={called.isPending}
          onClick={() => called.mutate({ number: row.number, cause: row.cause })}
        >
          {t(words.called)}
        </Button>
      </Buttons>
    </li>
  )
}
