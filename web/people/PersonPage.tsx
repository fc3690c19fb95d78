// One person: the account, what was granted, the days away. What one may not do stays in sight with its reason.
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { OutputOf } from '#core/kit/contract.ts'
import { readPerson } from '#core/people/contract-staff.ts'
import { peopleRefusals } from '#core/people/words.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Facts, Room } from '#web/kit/ui/Room.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { useMe } from './me.ts'
import {
  AbsenceForm,
  EndForm,
  ResetFactorForm,
  ResetForm,
  RevokeForm,
  WithdrawAbsenceForm,
} from './person-forms.tsx'
import { GrantForm } from './GrantForm.tsx'
import { carries, useRight } from './rights-of-me.ts'
import { factorWords } from './words-factor.ts'
import { staffWords as words } from './words-staff.ts'

export type PersonView = OutputOf<typeof readPerson>
type Asked =
  | { act: 'grant' | 'absence' | 'reset' | 'factor' | 'end' }
  | { act: 'revoke' | 'withdraw'; id: number }
type Ask = (asked: Asked) => void

export function PersonPage() {
  const { t } = useWords()
  const { id: login = '' } = useParams()
  const person = useEndpoint(readPerson, { login })
  const [asked, ask] = useState<Asked | null>(null)
  if (person.error && !person.data)
    return (
      <Problem
        error={person.error}
        refusals={peopleRefusals}
        onRetry={() => void person.refetch()}
      />
    )
  if (!person.data) return <Loading what={t(words.fetchingPerson)} />
  const view = person.data
  return (
    <Room
      crumb={
        <p className="k-compact">
          <Link className="k-link" to={paths.desk.people()}>
            {t(words.back)}
          </Link>
        </p>
      }
      title={view.name}
      sub={view.login}
    >
      <div className="k-room-two">
        <div>
          <Grants view={view} ask={ask} />
          <Absences view={view} ask={ask} />
        </div>
        <Account view={view} ask={ask} />
      </div>
      {asked !== null && <Form view={view} asked={asked} onClose={() => ask(null)} />}
    </Room>
  )
}

function Form({ view, asked, onClose }: { view: PersonView; asked: Asked; onClose: () => void }) {
  const props = { view, onClose }
  if (asked.act === 'revoke') return <RevokeForm {...props} id={asked.id} />
  if (asked.act === 'withdraw') return <WithdrawAbsenceForm {...props} id={asked.id} />
  if (asked.act === 'grant') return <GrantForm {...props} />
  if (asked.act === 'absence') return <AbsenceForm {...props} />
  if (asked.act === 'factor') return <ResetFactorForm {...props} />
  return asked.act === 'reset' ? <ResetForm {...props} /> : <EndForm {...props} />
}

function Grants({ view, ask }: { view: PersonView; ask: Ask }) {
  const { t } = useWords()
  const times = useTimes()
  const mayGrant = useRight('keepGrants')
  const me = useMe().data
  const whyNot = !mayGrant
    ? t(words.securityOnly)
    : me?.login === view.login
      ? t(words.notYourself)
      : null
  return (
    <section>
      <SectionHeading>{t(words.grantsOf)}</SectionHeading>
      {view.grants.length === 0 ? (
        <p className="k-note">{t(words.noGrants)}</p>
      ) : (
        <Table
          caption={t(words.grantsOf)}
          columns={[
            { key: 'role', head: t(words.role), cell: (row) => t(row.roleName) },
            {
              key: 'place',
              head: t(words.place),
              cell: (row) => (
                <>
                  {t(row.areaName)}
                  {row.unitName !== null && <small>{t(row.unitName)}</small>}
                </>
              ),
            },
            { key: 'from', head: t(words.from), cell: (row) => times.date(row.validFrom) },
            {
              key: 'to',
              head: t(words.endDay),
              cell: (row) => (row.validTo === null ? t(words.noEnd) : times.date(row.validTo)),
            },
            {
              key: 'act',
              head: '',
              cell: (row) =>
                view.may.revoke.includes(row.id) && (
                  <Button look="grave" onClick={() => ask({ act: 'revoke', id: row.id })}>
                    {t(words.revoke)}
                  </Button>
                ),
            },
          ]}
          rows={view.grants}
          rowKey={(row) => String(row.id)}
        />
      )}
      <div className="k-row" style={{ marginTop: 12 }}>
        <Button whyNot={whyNot} onClick={() => ask({ act: 'grant' })}>
          {t(words.grant)}
        </Button>
      </div>
    </section>
  )
}

function Absences({ view, ask }: { view: PersonView; ask: Ask }) {
  const { t } = useWords()
  const times = useTimes()
  return (
    <section>
      <SectionHeading>{t(words.absences)}</SectionHeading>
      {view.absences.length === 0 ? (
        <p className="k-note">{t(words.noAbsences)}</p>
      ) : (
        <Table
          caption={t(words.absences)}
          columns={[
            { key: 'from', head: t(words.firstOn), cell: (row) => times.date(row.firstOn) },
            { key: 'to', head: t(words.lastOn), cell: (row) => times.date(row.lastOn) },
            { key: 'why', head: t(words.reason), cell: (row) => t(row.reason) },
            { key: 'who', head: t(words.deputyShort), cell: (row) => row.deputyLogin ?? '–' },
            {
              key: 'act',
              head: '',
              cell: (row) =>
                view.may.keepAbsences && (
                  <Button onClick={() => ask({ act: 'withdraw', id: row.id })}>
                    {t(words.withdraw)}
                  </Button>
                ),
            },
          ]}
          rows={view.absences}
          rowKey={(row) => String(row.id)}
        />
      )}
      <div className="k-row" style={{ marginTop: 12 }}>
        <Button
          whyNot={view.may.keepAbsences ? null : t(words.headOnly)}
          onClick={() => ask({ act: 'absence' })}
        >
          {t(words.enterAbsence)}
        </Button>
      </div>
    </section>
  )
}

function Account({ view, ask }: { view: PersonView; ask: Ask }) {
  const { t } = useWords()
  const times = useTimes()
  const me = useMe().data
  const own = me?.login === view.login && carries(me, 'keepAccounts')
  const whyNot = view.may.keepAccount ? null : t(own ? words.notYourself : words.accountOnly)
  return (
    <section>
      <SectionHeading>{t(words.account)}</SectionHeading>
      <Facts
        facts={[
          [t(words.login), view.login],
          view.leftAt === null
            ? null
            : [t(words.end), t(words.leftAt, { time: times.dayTime(view.leftAt) })],
        ]}
      />
      {view.leftAt === null && (
        <div className="k-row" style={{ marginTop: 14 }}>
          <Button whyNot={whyNot} onClick={() => ask({ act: 'reset' })}>
            {t(words.reset)}
          </Button>
          <Button whyNot={whyNot} onClick={() => ask({ act: 'factor' })}>
            {t(factorWords.reset)}
          </Button>
          {view.may.keepAccount && (
            <Button look="grave" onClick={() => ask({ act: 'end' })}>
              {t(words.end)}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
