// Acts on one webhook that ask once: a new secret, everything again since a day, the end.
import { useState } from 'react'
import {
  type WebhookView,
  endWebhook,
  listDeliveries,
  listWebhooks,
  replayWebhook,
  rotateWebhook,
} from '#core/exchange/contract-webhooks.ts'
import { exchangeRefusals } from '#core/exchange/words.ts'
import { startOfDay } from '#core/kit/zones.ts'
import { useToday, useWords } from '#web/kit/language.ts'
import { useCommand } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { exchangeWords as words } from './words-exchange.ts'

type Props = { webhook: WebhookView; onClose: () => void }

export function RotateForm({
  webhook,
  onClose,
  onMade,
}: Props & { onMade: (secret: string | null) => void }) {
  const { t } = useWords()
  const act = useCommand(rotateWebhook, {
    refresh: [listWebhooks],
    onDone: ({ secret }) => onMade(secret),
  })
  return (
    <AskDialog
      title={t(words.rotateTitle, { name: webhook.name })}
      says={t(words.rotateSays)}
      verb={t(words.rotate)}
      busy={act.isPending}
      error={act.error}
      refusals={exchangeRefusals}
      onSubmit={() => act.mutate({ id: webhook.id })}
      onClose={onClose}
    />
  )
}

export function EndForm({ webhook, onClose }: Props) {
  const { t } = useWords()
  const toast = useToast()
  const act = useCommand(endWebhook, {
    refresh: [listWebhooks, listDeliveries],
    onDone: () => {
      toast(t(words.ended))
      onClose()
    },
  })
  return (
    <AskDialog
      grave
      title={t(words.endTitle, { name: webhook.name })}
      says={t(words.endSays)}
      verb={t(words.end)}
      busy={act.isPending}
      error={act.error}
      refusals={exchangeRefusals}
      onSubmit={() => act.mutate({ id: webhook.id })}
      onClose={onClose}
    />
  )
}

export function SinceForm({ webhook, onClose }: Props) {
  const { t } = useWords()
  const toast = useToast()
  const { zone } = useSettings()
  const [day, setDay] = useState(useToday())
  const [missing, setMissing] = useState<string[]>([])
  const act = useCommand(replayWebhook, {
    refresh: [listWebhooks, listDeliveries],
    onDone: ({ count }) => {
      toast(t(words.sinceDone, { count }))
      onClose()
    },
  })
  const submit = () => {
    setMissing(day === '' ? [t(words.need, { what: t(words.sinceDay) })] : [])
    if (day !== '') act.mutate({ id: webhook.id, since: startOfDay(day, zone) })
  }
  return (
    <AskDialog
      title={t(words.sinceTitle)}
      says={t(words.sinceSays)}
      verb={t(words.again)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={exchangeRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t(words.sinceDay)}
        type="date"
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
    </AskDialog>
  )
}
