import type { WebhookState } from '#core/exchange/contract-webhooks.ts'
import { webhookStateWords } from '#core/exchange/words.ts'
import { useWords } from '#web/kit/language.ts'
import type { ShapeName } from '#web/kit/ui/Shape.tsx'
import { Status, type Tone } from '#web/kit/ui/Status.tsx'

const faces: Record<WebhookState, { shape: ShapeName; tone: Tone }> = {
  active: { shape: 'disc', tone: 'plain' },
  failing: { shape: 'triangle', tone: 'zhe' },
  disabled: { shape: 'bars', tone: 'zhu' },
  ended: { shape: 'cross', tone: 'mute' },
}

export function WebhookStatus({ state }: { state: WebhookState }) {
  const { t } = useWords()
  return <Status {...faces[state]}>{t(webhookStateWords[state])}</Status>
}
