// Receipts this device remembers, each one press away from where it stands.
import { Link } from 'react-router'
import { useTimes } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { Icon } from '#web/kit/ui/Icon.tsx'
import type { KeptReceipt } from './receipts.ts'

export function Remembered({ receipts }: { receipts: KeptReceipt[] }) {
  const times = useTimes()
  return (
    <ul className="picker-rows">
      {receipts.map((receipt) => (
        <li key={receipt.number}>
          <Link className="open-row" to={paths.open.follow(receipt.number)}>
            <span>
              <b>{receipt.what === '' ? receipt.number : receipt.what}</b>
              <small>
                {times.dayTime(receipt.at)} · {receipt.number}
              </small>
            </span>
            <Icon name="right" size={18} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
