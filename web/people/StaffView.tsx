// The people of an area and below it, with a filter and page by page. Each name leads to the person.
import { useState } from 'react'
import { Link } from 'react-router'
import { addPerson, listStaff, type StaffView as Row } from '#core/people/contract-staff.ts'
import { allRoles, roles } from '#core/people/roles.ts'
import { peopleRefusals } from '#core/people/words.ts'
import { useChoices } from '#web/kit/choices.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { rowsPerPage, useCommand, usePages } from '#web/kit/queries.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { Chip, Chips, ChipSelect } from '#web/kit/ui/Chip.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { ExportLinks } from './ExportLinks.tsx'
import { useRight } from './rights-of-me.ts'
import { staffWords as words } from './words-staff.ts'

const onlys = ['away', 'unassigned'] as const

function useFilter() {
  const [search, choose] = useChoices()
  const role = allRoles.find((known) => known === search.get('role')) ?? null
  const only = onlys.find((known) => known === search.get('only')) ?? null
  const set = (key: string, value: string | null) => choose({ [key]: value })
  return { q: search.get('q') ?? '', role, only, set }
}

export function StaffView({ code }: { code: string }) {
  const { t } = useWords()
  const filter = useFilter()
  const [adding, setAdding] = useState(false)
  const mayAdd = useRight('keepAccounts')
  const administers = useRight('keepAccounts', 'keepGrants')
  const q = filter.q.trim()
  const asked = {
    code,
    ...(q === '' ? {} : { q }),
    ...(filter.role === null ? {} : { role: filter.role }),
    ...(filter.only === null ? {} : { only: filter.only }),
  }
  return (
    <section>
      <div className="k-room-tools">
        <Chips label={t(words.people)}>
          <TextSearch value={filter.q} onChange={(value) => filter.set('q', value)} />
          <ChipSelect
            name={t(words.role)}
            any={t(words.anyRole)}
            value={filter.role}
            options={allRoles.map((role) => ({ value: role, label: t(roles[role].name) }))}
            onChange={(role) => filter.set('role', role)}
          />
          {onlys
            .filter((only) => only !== 'unassigned' || administers)
            .map((only) => (
              <Chip
                key={only}
                on={filter.only === only}
                onClick={() => filter.set('only', filter.only === only ? null : only)}
              >
                {t(words[only])}
              </Chip>
            ))}
        </Chips>
        <span className="k-row">
          <ExportLinks list={listStaff} input={asked} />
          {mayAdd && (
            <Button look="pri" onClick={() => setAdding(true)}>
              {t(words.add)}
            </Button>
          )}
        </span>
      </div>
      <StaffTable asked={asked} />
      {adding && <AddPerson onClose={() => setAdding(false)} />}
    </section>
  )
}

function TextSearch({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useWords()
  return (
    <input
      className="k-input"
      type="search"
      aria-label={t(words.search)}
      placeholder={t(words.search)}
      maxLength={40}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

type Asked = Omit<Parameters<typeof usePages<typeof listStaff>>[1], never>

function StaffTable({ asked }: { asked: Asked }) {
  const { t } = useWords()
  const list = usePages(listStaff, asked)
  const rows = list.data
  if (list.error && !rows)
    return (
      <Problem error={list.error} refusals={peopleRefusals} onRetry={() => void list.refetch()} />
    )
  if (!rows) return <Loading what={t(words.fetching)} lines={8} />
  if (rows.length === 0) return <Empty title={t(words.none)} then={t(words.noneThen)} />
  return (
    <>
      <Table
        caption={t(words.people)}
        columns={[
          {
            key: 'name',
            head: t(words.name),
            width: '13em',
            cell: (row) => (
              <>
                <Link className="k-link" to={paths.desk.person(row.login)}>
                  {row.name}
                </Link>
                <small>{row.login}</small>
              </>
            ),
          },
          { key: 'roles', head: t(words.roles), cell: (row) => <Posts row={row} /> },
          {
            key: 'away',
            head: t(words.absences),
            width: '26%',
            cell: (row) => <Absences row={row} />,
          },
        ]}
        rows={rows}
        rowKey={(row) => row.login}
      />
      <Pager
        rows
        shown={rows.length}
        step={rowsPerPage}
        more={list.hasNextPage}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  )
}

function Posts({ row }: { row: Row }) {
  const { t } = useWords()
  const times = useTimes()
  if (row.grants.length === 0) return <span className="k-note">{t(words.noGrants)}</span>
  return row.grants.map((grant) => (
    <div key={grant.id}>
      {t(grant.unitName ?? grant.areaName)} · {t(grant.roleName)}
      {grant.validTo !== null && (
        <span className="k-note"> {t(words.until, { day: times.date(grant.validTo) })}</span>
      )}
    </div>
  ))
}

function Absences({ row }: { row: Row }) {
  const { t } = useWords()
  const times = useTimes()
  return row.absences.map((away) => (
    <div key={away.id}>
      {times.date(away.firstOn)} – {times.date(away.lastOn)} · {t(away.reason)}
      {away.deputyLogin !== null && (
        <span className="k-note">
          {' '}
          {t(words.deputyShort)} {away.deputyLogin}
        </span>
      )}
    </div>
  ))
}

function AddPerson({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const toast = useToast()
  const [form, setForm] = useState({ login: '', name: '', password: '' })
  const [missing, setMissing] = useState<string[]>([])
  const act = useCommand(addPerson, {
    refresh: [listStaff],
    onDone: ({ login }) => {
      toast(t(words.added, { login }))
      onClose()
    },
  })
  const submit = () => {
    const empty = (['login', 'name', 'password'] as const).filter((key) => form[key].trim() === '')
    const names = { login: words.login, name: words.name, password: words.firstPassword }
    setMissing(empty.map((key) => t(words.need, { what: t(names[key]) })))
    if (empty.length === 0)
      act.mutate({ ...form, login: form.login.trim(), name: form.name.trim() })
  }
  const field = (key: keyof typeof form) => ({
    value: form[key],
    onChange: (event: { target: { value: string } }) =>
      setForm((was) => ({ ...was, [key]: event.target.value })),
  })
  return (
    <AskDialog
      title={t(words.addTitle)}
      says={t(words.addSays)}
      verb={t(words.add)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={peopleRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label={t(words.name)} autoComplete="off" {...field('name')} />
      <TextField
        label={t(words.login)}
        hint={t(words.loginHint)}
        autoComplete="off"
        {...field('login')}
      />
      <TextField
        label={t(words.firstPassword)}
        hint={t(words.passwordHint)}
        type="password"
        autoComplete="new-password"
        {...field('password')}
      />
    </AskDialog>
  )
}
