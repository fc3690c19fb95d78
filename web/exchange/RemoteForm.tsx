// Binding a unit to another server, or changing how: where it is, what is sent, and which of their services is which of
// our categories.
import { useState } from 'react'
import {
  type RemoteView,
  addRemote,
  changeRemote,
  listRemotes,
} from '#core/exchange/contract-remotes.ts'
import { type Sendable, sendableWords, sendables } from '#core/exchange/remote.ts'
import { exchangeRefusals } from '#core/exchange/words.ts'
import { listTokens, listUnits } from '#core/people/contract-staff.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand, useEndpoint, usePages } from '#web/kit/queries.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Select, TextField, Tick } from '#web/kit/ui/Field.tsx'
import { AreaField } from '#web/places/AreaPicker.tsx'
import { type ServiceRow, ServiceRows } from './ServiceRows.tsx'
import { remoteWords as words } from './words-remotes.ts'

type Props = {
  code: string
  remote: RemoteView | null
  onClose: () => void
  onKept: (id: string) => void
}

function startOf({ code, remote }: Pick<Props, 'code' | 'remote'>) {
  return {
    areaCode: remote?.areaCode ?? code,
    unitCode: remote?.unitCode ?? '',
    name: remote?.name ?? '',
    url: remote?.url ?? '',
    jurisdiction: remote?.jurisdiction ?? '',
    key: '',
    tokenId: remote?.tokenId ?? '',
  }
}
type Form = ReturnType<typeof startOf>

export function RemoteForm({ code, remote, onClose, onKept }: Props) {
  const { t } = useWords()
  const [form, setForm] = useState(startOf({ code, remote }))
  const [sends, setSends] = useState<Sendable[]>(remote?.sends ?? [])
  const [rows, setRows] = useState<ServiceRow[]>(rowsOf(remote))
  const [missing, setMissing] = useState<string[]>([])
  const refresh = [listRemotes]
  const add = useCommand(addRemote, { refresh, onDone: ({ id }) => onKept(id) })
  const change = useCommand(changeRemote, { refresh, onDone: () => onKept(remote?.id ?? '') })
  const set = (part: Partial<Form>) => setForm((was) => ({ ...was, ...part }))
  const submit = () => {
    const services = Object.fromEntries(
      rows
        .filter((row) => row.ours.trim() !== '' && row.theirs.trim() !== '')
        .map((row) => [row.ours.trim(), row.theirs.trim()]),
    )
    const lacks = [
      ...(form.name.trim() === '' ? [t(words.need, { what: t(words.name) })] : []),
      ...(form.url.trim().length < 8 ? [t(words.need, { what: t(words.url) })] : []),
      ...(form.unitCode === '' ? [t(words.need, { what: t(words.unit) })] : []),
      ...(Object.keys(services).length === 0 ? [t(words.needServices)] : []),
    ]
    setMissing(lacks)
    if (lacks.length > 0) return
    const { areaCode, unitCode, key, ...rest } = form
    const kept = {
      name: rest.name.trim(),
      url: rest.url.trim(),
      jurisdiction: rest.jurisdiction.trim() || null,
      tokenId: rest.tokenId || null,
      sends,
      services,
    }
    if (remote === null) add.mutate({ ...kept, areaCode, unitCode, key: key || null })
    else change.mutate({ ...kept, id: remote.id, ...(key !== '' && { key }) })
  }
  return (
    <AskDialog
      wide
      title={t(remote === null ? words.add : words.change)}
      verb={t(remote === null ? words.add : words.change)}
      busy={add.isPending || change.isPending}
      missing={missing}
      error={add.error ?? change.error}
      refusals={exchangeRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <Where form={form} set={set} remote={remote} />
      <Sends sends={sends} onChange={setSends} />
      <ServiceRows rows={rows} offered={remote?.offered ?? []} onChange={setRows} />
      <TokenField value={form.tokenId} onChange={(tokenId) => set({ tokenId })} />
    </AskDialog>
  )
}

const rowsOf = (remote: RemoteView | null): ServiceRow[] =>
  remote === null
    ? [{ ours: '*', theirs: '' }]
    : Object.entries(remote.services).map(([ours, theirs]) => ({ ours, theirs }))

type WhereProps = { form: Form; set: (part: Partial<Form>) => void; remote: RemoteView | null }

function Where({ form, set, remote }: WhereProps) {
  const { t } = useWords()
  return (
    <div className="k-ask-pair">
      <div>
        <TextField
          label={t(words.name)}
          hint={t(words.nameHint)}
          maxLength={80}
          value={form.name}
          onChange={(event) => set({ name: event.target.value })}
        />
        <TextField
          label={t(words.url)}
          hint={t(words.urlHint)}
          type="url"
          placeholder="https://"
          maxLength={500}
          value={form.url}
          onChange={(event) => set({ url: event.target.value })}
        />
        <TextField
          label={t(words.jurisdiction)}
          hint={t(words.jurisdictionHint)}
          need="optional"
          maxLength={100}
          value={form.jurisdiction}
          onChange={(event) => set({ jurisdiction: event.target.value })}
        />
        <TextField
          label={t(words.key)}
          hint={t(remote?.hasKey ? words.keyKept : words.keyHint)}
          need="optional"
          type="password"
          autoComplete="off"
          maxLength={400}
          value={form.key}
          onChange={(event) => set({ key: event.target.value })}
        />
      </div>
      {remote === null && <UnitField form={form} set={set} />}
    </div>
  )
}

function UnitField({ form, set }: Omit<WhereProps, 'remote'>) {
  const { t } = useWords()
  const units = useEndpoint(listUnits, { code: form.areaCode }, { keepPrevious: true }).data
  return (
    <div>
      <AreaField
        label={t(words.area)}
        code={form.areaCode}
        onChoose={(areaCode) => set({ areaCode, unitCode: '' })}
      />
      <Select
        label={t(words.unit)}
        {...(units?.items.length === 0 && { hint: t(words.noUnits) })}
        options={(units?.items ?? []).map((unit) => ({ value: unit.code, label: t(unit.name) }))}
        value={form.unitCode}
        onChange={(event) => set({ unitCode: event.target.value })}
      />
    </div>
  )
}

function Sends({ sends, onChange }: { sends: Sendable[]; onChange: (sends: Sendable[]) => void }) {
  const { t } = useWords()
  return (
    <fieldset className="k-field">
      <legend>{t(words.sends)}</legend>
      <div className="x-kinds">
        {sendables.map((one) => (
          <Tick
            key={one}
            label={t(sendableWords[one])}
            checked={sends.includes(one)}
            onChange={(on) => onChange(on ? [...sends, one] : sends.filter((each) => each !== one))}
          />
        ))}
      </div>
      <p className="k-why">{t(words.sendsHint)}</p>
    </fieldset>
  )
}

function TokenField({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { t } = useWords()
  const tokens = usePages(listTokens, {}).data ?? []
  const fitting = tokens.filter(
    (token) => token.revokedAt === null && token.scopes.includes('open311'),
  )
  return (
    <Select
      label={t(words.token)}
      hint={t(words.tokenHint)}
      need="optional"
      empty={t(words.noToken)}
      options={fitting.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
