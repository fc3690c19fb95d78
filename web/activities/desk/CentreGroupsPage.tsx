// Groups with their leaders' secrets, who offers help, and thanks for deeds: no list of members, no points.
import { useState } from 'react'
import {
  type GroupView,
  type VolunteerView,
  giveThanks,
  listGroups,
  listThanks,
  listVolunteers,
  withdrawThanks,
} from '#core/activities/contract-groups.ts'
import { groupKindWords } from '#core/activities/group.ts'
import { activityRefusals } from '#core/activities/words-refusals.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useCommand, usePages } from '#web/kit/queries.ts'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { TextField, Tick } from '#web/kit/ui/Field.tsx'
import { MorePages, countOf } from '#web/kit/ui/MorePages.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { centreWords, groupWords as words } from '../words-desk.ts'
import { formWords } from '../words-forms.ts'
import { CentreFrame, type House, useNamed } from './CentreFrame.tsx'
import { GroupForm, SecretForm, VolunteerForm } from './group-forms.tsx'

export function CentreGroupsPage() {
  const { t } = useWords()
  return (
    <CentreFrame title={() => t(centreWords.groups)} sub={() => t(words.noPoints)}>
      {(house) => (
        <div className="a-two">
          <div className="k-stack">
            <Groups house={house} />
            <Volunteers house={house} />
          </div>
          <Thanks house={house} />
        </div>
      )}
    </CentreFrame>
  )
}

function Groups({ house }: { house: House }) {
  const { t } = useWords()
  const { code } = house.area
  const found = usePages(listGroups, { code })
  const [said, setSaid] = useState<string | null>(null)
  const [form, setForm] = useState<GroupFormOpen | null>(null)
  if (found.error && !found.data)
    return (
      <Problem
        error={found.error}
        refusals={activityRefusals}
        onRetry={() => void found.refetch()}
      />
    )
  if (!found.data) return <Loading what={t(centreWords.fetching)} />
  const rows = found.data
  return (
    <section>
      <SectionHeading
        end={
          <Button look="quiet" onClick={() => setForm({ form: 'group', known: null })}>
            {t(words.add)}
          </Button>
        }
      >
        {t(words.groups, { n: countOf(found) })}
      </SectionHeading>
      {said !== null && (
        <Notice tone="accent" live>
          {said}
        </Notice>
      )}
      {rows.length === 0 ? (
        <Empty title={t(words.noGroups)} />
      ) : (
        <GroupTable rows={rows} open={setForm} />
      )}
      <MorePages list={found} />
      {form?.form === 'group' && (
        <GroupForm house={house} known={form.known} onClose={() => setForm(null)} />
      )}
      {form?.form === 'secret' && (
        <SecretForm
          house={house}
          group={form.known}
          onGiven={(secret) => setSaid(t(words.secretIs, { secret }))}
          onClose={() => setForm(null)}
        />
      )}
    </section>
  )
}

type GroupFormOpen =
  | { form: 'group'; known: GroupView | null }
  | { form: 'secret'; known: GroupView }

function GroupTable({ rows, open }: { rows: GroupView[]; open: (form: GroupFormOpen) => void }) {
  const { t } = useWords()
  const named = useNamed()
  return (
    <Table
      caption={t(centreWords.groups)}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          head: t(centreWords.what),
          cell: (row) => <b className="k-serif">{named(row.name)}</b>,
        },
        { key: 'kind', head: t(words.kind), cell: (row) => t(groupKindWords[row.kind]) },
        {
          key: 'leader',
          head: t(words.leader),
          cell: (row) => row.leaderShown ?? row.leaderPost,
        },
        {
          key: 'members',
          head: t(words.members),
          figure: true,
          cell: (row) => row.members ?? t(centreWords.none),
        },
        {
          key: 'hours',
          head: t(words.hours),
          figure: true,
          cell: (row) => row.hoursPerWeek ?? t(words.usual),
        },
        {
          key: 'secret',
          head: '',
          cell: (row) => (
            <Buttons>
              <Button look="quiet" onClick={() => open({ form: 'group', known: row })}>
                {t(formWords.change)}
              </Button>
              <Button look="quiet" onClick={() => open({ form: 'secret', known: row })}>
                {t(words.secret)}
              </Button>
            </Buttons>
          ),
        },
      ]}
    />
  )
}

function Volunteers({ house }: { house: House }) {
  const { t } = useWords()
  const found = usePages(listVolunteers, { code: house.area.code })
  const [form, setForm] = useState<{ known: VolunteerView | null } | null>(null)
  if (found.error && !found.data)
    return (
      <Problem
        error={found.error}
        refusals={activityRefusals}
        onRetry={() => void found.refetch()}
      />
    )
  if (!found.data) return <Loading what={t(centreWords.fetching)} />
  const rows = found.data
  return (
    <section>
      <SectionHeading
        end={
          <Button look="quiet" onClick={() => setForm({ known: null })}>
            {t(words.addVolunteer)}
          </Button>
        }
      >
        {t(words.volunteers, { n: countOf(found) })}
      </SectionHeading>
      {rows.length === 0 && <Empty title={t(formWords.noVolunteers)} />}
      <ul className="a-dates">
        {rows.map((row) => (
          <li key={row.id}>
            <b>{row.shown}</b>
            <span className="is-grown">{row.offers}</span>
            <Button look="quiet" onClick={() => setForm({ known: row })}>
              {t(formWords.change)}
            </Button>
          </li>
        ))}
      </ul>
      <MorePages list={found} />
      {form !== null && (
        <VolunteerForm house={house} known={form.known} onClose={() => setForm(null)} />
      )}
    </section>
  )
}

function Thanks({ house }: { house: House }) {
  const { t } = useWords()
  const times = useTimes()
  const { code } = house.area
  const found = usePages(listThanks, { code })
  const refresh = [listThanks]
  const withdraw = useCommand(withdrawThanks, { refresh })
  const rows = found.data ?? []
  return (
    <section className="k-stack">
      <SectionHeading>{t(words.thanks)}</SectionHeading>
      {found.data && rows.length === 0 && <Empty title={t(words.noThanks)} />}
      <ul className="a-dates">
        {rows.map((row) => (
          <li key={row.id}>
            <span className="k-note">{times.day(`${row.day}T04:00:00Z`)}</span>
            <span>
              <b>{row.shown}</b> {row.deed}
              {!row.isPublic && <span className="k-note"> {t(words.notPublic)}</span>}
            </span>
            <Button look="quiet" onClick={() => withdraw.mutate({ code, thanksId: row.id })}>
              {t(words.withdraw)}
            </Button>
          </li>
        ))}
      </ul>
      <MorePages list={found} />
      {withdraw.error && <Problem error={withdraw.error} refusals={activityRefusals} />}
      <ThanksForm house={house} />
    </section>
  )
}

function ThanksForm({ house }: { house: House }) {
  const { t } = useWords()
  const { code } = house.area
  const [shown, setShown] = useState('')
  const [deed, setDeed] = useState('')
  const [agreed, setAgreed] = useState(false)
  const give = useCommand(giveThanks, {
    refresh: [listThanks],
    onDone: () => {
      setShown('')
      setDeed('')
    },
  })
  const missing = shown.trim() === '' || deed.trim().length < 2
  const { error } = give
  return (
    <>
      <SectionHeading level={3}>{t(words.thank)}</SectionHeading>
      <TextField
        label={t(words.shown)}
        value={shown}
        maxLength={60}
        onChange={(e) => setShown(e.target.value)}
      />
      <TextField
        label={t(words.deed)}
        value={deed}
        maxLength={300}
        onChange={(e) => setDeed(e.target.value)}
      />
      <Tick label={t(words.agreed)} checked={agreed} onChange={setAgreed} />
      {error && <Problem error={error} refusals={activityRefusals} />}
      <div>
        <Button
          busy={give.isPending}
          whyNot={missing ? t(words.thankFirst) : null}
          onClick={() =>
            give.mutate({
              code,
              shown: shown.trim(),
              deed: deed.trim(),
              day: house.today,
              hours: null,
              agreed,
            })
          }
        >
          {t(words.thank)}
        </Button>
      </div>
    </>
  )
}
