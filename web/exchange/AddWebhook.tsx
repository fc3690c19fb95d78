// An address of another system, and what it is told of.
import { useState } from 'react'
import { addWebhook, listWebhooks } from '#core/exchange/contract-webhooks.ts'
import { type EventKind, eventKinds, eventWords } from '#core/exchange/webhook.ts'
import { exchangeRefusals } from '#core/exchange/words.ts'
import { listTokens } from '#core/people/contract-staff.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand, usePages } from '#web/kit/queries.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Select, TextField, Tick } from '#web/kit/ui/Field.tsx'
import { AreaField } from '#web/places/AreaPicker.tsx'
import { exchangeWords as words } from './words-exchange.ts'

type Props = { code: string; onClose: () => void; onMade: (secret: string | null) => void }

export function AddWebhook({ code, onClose, onMade }: Props) {
  const { t } = useWords()
  const [form, setForm] = useState({ name: '', url: '', areaCode: code, tokenId: '' })
  const [kinds, setKinds] = useState<EventKind[]>([...eventKinds])
  const [missing, setMissing] = useState<string[]>([])
  const act = useCommand(addWebhook, {
    refresh: [listWebhooks],
    onDone: ({ secret }) => onMade(secret),
  })
  const change = (part: Partial<typeof form>) => setForm((was) => ({ ...was, ...part }))
  const submit = () => {
    const lacks = [
      ...(form.name.trim() === '' ? [t(words.need, { what: t(words.name) })] : []),
      ...(form.url.trim().length < 8 ? [t(words.need, { what: t(words.url) })] : []),
      ...(kinds.length === 0 ? [t(words.needKinds)] : []),
    ]
    setMissing(lacks)
    if (lacks.length > 0) return
    const { name, url, areaCode, tokenId } = form
    act.mutate({
      name: name.trim(),
      url: url.trim(),
      areaCode,
      kinds,
      tokenId: tokenId === '' ? null : tokenId,
    })
  }
  return (
    <AskDialog
      wide
      title={t(words.add)}
      says={t(words.noneThen)}
      verb={t(words.add)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={exchangeRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="k-ask-pair">
        <div>
          <TextField
            label={t(words.name)}
            hint={t(words.nameHint)}
            maxLength={80}
            value={form.name}
            onChange={(event) => change({ name: event.target.value })}
          />
          <TextField
            label={t(words.url)}
            type="url"
            placeholder="https://"
            maxLength={500}
            value={form.url}
            onChange={(event) => change({ url: event.target.value })}
          />
        </div>
        <AreaField
          label={t(words.place)}
          code={form.areaCode}
          onChoose={(areaCode) => change({ areaCode })}
        />
      </div>
      <Kinds kinds={kinds} onChange={setKinds} />
      <TokenField value={form.tokenId} onChange={(tokenId) => change({ tokenId })} />
    </AskDialog>
  )
}

type KindsProps = { kinds: EventKind[]; onChange: (kinds: EventKind[]) => void }

function Kinds({ kinds, onChange }: KindsProps) {
  const { t } = useWords()
  return (
    <fieldset className="k-field">
      <legend>{t(words.kinds)}</legend>
      <div className="x-kinds">
        {eventKinds.map((kind) => (
          <Tick
            key={kind}
            label={t(eventWords[kind])}
            checked={kinds.includes(kind)}
            onChange={(on) =>
              onChange(on ? [...kinds, kind] : kinds.filter((each) => each !== kind))
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

function TokenField({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { t } = useWords()
  const tokens = usePages(listTokens, {}).data ?? []
  const reading = tokens.filter(
    (token) => token.revokedAt === null && token.scopes.includes('cases:read'),
  )
  return (
    <Select
      label={t(words.token)}
      hint={t(words.tokenHint)}
      need="optional"
      empty={t(words.noToken)}
      options={reading.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
