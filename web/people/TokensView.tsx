// Keys of other systems: made, shown once, revoked.
import { useState } from 'react'
import { tokenScopes, type TokenScope } from '#core/people/actor.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { listTokens, makeToken, revokeToken } from '#core/people/contract-staff.ts'
import { peopleRefusals } from '#core/people/words.ts'
import { dayIn } from '#web/kit/dates.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { now } from '#web/kit/now.ts'
import { rowsPerPage, useCommand, usePages } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { Dialog } from '#web/kit/ui/Dialog.tsx'
import { TextField, Tick } from '#web/kit/ui/Field.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { AreaField } from '#web/places/AreaPicker.tsx'
import { DateSpan } from './DateSpan.tsx'
import { ExportLinks } from './ExportLinks.tsx'
import { Sure } from './person-forms.tsx'
import { scopeWords, staffWords as words } from './words-staff.ts'

type Token = OutputOf<typeof listTokens>['items'][number]

export function TokensView({ code }: { code: string }) {
  const { t } = useWords()
  const [asked, ask] = useState<'make' | Token | null>(null)
  const [made, setMade] = useState<string | null | undefined>(undefined)
  return (
    <section>
      <div className="k-room-tools">
        <ExportLinks list={listTokens} input={{}} />
        <Button look="pri" onClick={() => ask('make')}>
          {t(words.makeToken)}
        </Button>
      </div>
      <TokenTable onRevoke={ask} />
      {asked === 'make' && (
        <MakeToken
          code={code}
          onClose={() => ask(null)}
          onMade={(token) => {
            ask(null)
            setMade(token)
          }}
        />
      )}
      {asked !== null && asked !== 'make' && (
        <RevokeToken token={asked} onClose={() => ask(null)} />
      )}
      {made !== undefined && <ShowOnce token={made} onClose={() => setMade(undefined)} />}
    </section>
  )
}

function TokenTable({ onRevoke }: { onRevoke: (token: Token) => void }) {
  const { t } = useWords()
  const times = useTimes()
  const list = usePages(listTokens, {})
  const rows = list.data
  if (list.error && !rows)
    return (
      <Problem error={list.error} refusals={peopleRefusals} onRetry={() => void list.refetch()} />
    )
  if (!rows) return <Loading what={t(words.fetchingTokens)} />
  if (rows.length === 0) return <Empty title={t(words.noTokens)} />
  return (
    <>
      <Table
        caption={t(words.tokens)}
        columns={[
          { key: 'name', head: t(words.tokenName), cell: (row) => row.name },
          {
            key: 'scopes',
            head: t(words.tokenFor),
            cell: (row) => row.scopes.map((scope) => <div key={scope}>{t(scopeWords[scope])}</div>),
          },
          { key: 'area', head: t(words.place), cell: (row) => row.areaCode },
          { key: 'from', head: t(words.from), cell: (row) => times.date(row.validFrom) },
          {
            key: 'to',
            head: t(words.to),
            cell: (row) => (row.validTo === null ? t(words.noEnd) : times.date(row.validTo)),
          },
          {
            key: 'state',
            head: t(words.tokenState),
            cell: (row) =>
              row.revokedAt === null ? (
                <Button look="grave" onClick={() => onRevoke(row)}>
                  {t(words.revoke)}
                </Button>
              ) : (
                <span className="k-note">
                  {t(words.tokenEnded, { time: times.dayTime(row.revokedAt) })}
                </span>
              ),
          },
        ]}
        rows={rows}
        rowKey={(row) => row.id}
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

type MakeProps = { code: string; onClose: () => void; onMade: (token: string | null) => void }

function MakeToken({ code, onClose, onMade }: MakeProps) {
  const { t } = useWords()
  const { zone } = useSettings()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<TokenScope[]>([])
  const [areaCode, setArea] = useState(code)
  const [span, setSpan] = useState({ from: dayIn(now(), zone), to: '' })
  const [missing, setMissing] = useState<string[]>([])
  const act = useCommand(makeToken, {
    refresh: [listTokens],
    onDone: ({ token }) => onMade(token),
  })
  const submit = () => {
    const lacks = [
      ...(name.trim() === '' ? [t(words.need, { what: t(words.tokenName) })] : []),
      ...(scopes.length === 0 ? [t(words.choose, { what: t(words.tokenFor) })] : []),
      ...(span.from === '' ? [t(words.need, { what: t(words.firstDay) })] : []),
    ]
    setMissing(lacks)
    if (lacks.length > 0) return
    const validTo = span.to === '' ? null : span.to
    act.mutate({ name: name.trim(), scopes, areaCode, validFrom: span.from, validTo })
  }
  return (
    <AskDialog
      wide
      title={t(words.tokenTitle)}
      says={t(words.tokenOnce)}
      verb={t(words.makeToken)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={peopleRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t(words.tokenName)}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Scopes scopes={scopes} onChange={setScopes} />
      <div className="k-ask-pair">
        <AreaField label={t(words.place)} code={areaCode} onChoose={setArea} />
        <div>
          <DateSpan span={span} onChange={setSpan} />
        </div>
      </div>
    </AskDialog>
  )
}

type ScopesProps = { scopes: TokenScope[]; onChange: (scopes: TokenScope[]) => void }

function Scopes({ scopes, onChange }: ScopesProps) {
  const { t } = useWords()
  return (
    <fieldset className="k-field">
      <legend>{t(words.tokenFor)}</legend>
      {tokenScopes.map((scope) => (
        <Tick
          key={scope}
          label={t(scopeWords[scope])}
          checked={scopes.includes(scope)}
          onChange={(on) =>
            onChange(on ? [...scopes, scope] : scopes.filter((each) => each !== scope))
          }
        />
      ))}
    </fieldset>
  )
}

function ShowOnce({ token, onClose }: { token: string | null; onClose: () => void }) {
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard?.writeText(token ?? '')
    setCopied(true)
  }
  return (
    <Dialog
      open
      title={t(words.tokenMade)}
      onClose={onClose}
      actions={
        <>
          {token !== null && (
            <Button onClick={() => void copy()}>{t(copied ? words.copied : words.copy)}</Button>
          )}
          <Button look="pri" onClick={onClose}>
            {t(words.gotIt)}
          </Button>
        </>
      }
    >
      {token === null ? <p>{t(words.tokenGone)}</p> : <p className="k-secret">{token}</p>}
      <p className="k-note" style={{ marginTop: 10 }}>
        {t(words.tokenOnce)}
      </p>
    </Dialog>
  )
}

function RevokeToken({ token, onClose }: { token: Token; onClose: () => void }) {
  const { t } = useWords()
  const toast = useToast()
  const act = useCommand(revokeToken, {
    refresh: [listTokens],
    onDone: () => {
      toast(t(words.revoked))
      onClose()
    },
  })
  return (
    <Sure
      title={t(words.tokenRevoke, { name: token.name })}
      says={words.tokenRevokeSays}
      verb={words.revoke}
      act={act}
      onSubmit={() => act.mutate({ id: token.id })}
      onClose={onClose}
    />
  )
}
