// All keys of the page, on `?`.
import { queues } from '#core/cases/contract.ts'
import { queueWords } from '#core/cases/words.ts'
import { useWords } from '#web/kit/language.ts'
import { Button, Key } from '#web/kit/ui/Button.tsx'
import { Dialog } from '#web/kit/ui/Dialog.tsx'
import { queueKeys, queuePageWords as words } from './words-queue.ts'

export type KeyLine = { keys: string[]; label: string }

type Props = { open: boolean; onClose: () => void; lines: KeyLine[] }

export function KeysDialog({ open, onClose, lines }: Props) {
  const { t } = useWords()
  const jumps = queues.map((queue) => ({
    keys: ['G', queueKeys[queue].toUpperCase()],
    label: t(words.goTo, { queue: t(queueWords[queue]) }),
  }))
  return (
    <Dialog
      open={open}
      wide
      title={t(words.keysTitle)}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t(words.close)}</Button>}
    >
      <p>{t(words.keysOff)}</p>
      <ul className="case-keys">
        {[...lines, ...jumps].map((line) => (
          <li key={line.label}>
            <span>
              {line.keys.map((key) => (
                <Key key={key}>{key}</Key>
              ))}
            </span>
            {line.label}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
