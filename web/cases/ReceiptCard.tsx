// The receipt of a report entered at the desk: number and code large enough to read out, and to print on a small roll.
import { useWords, useTimes } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { Button, ButtonLink, Buttons } from '#web/kit/ui/Button.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { QrCode } from '#web/kit/ui/QrCode.tsx'
import { linkOf } from './open/receipts.ts'
import { PrintReceipt } from './PrintReceipt.tsx'
import type { Receipt } from './ReportPage.tsx'
import { reportPageWords as words } from './words-report.ts'

/** The code in two groups of three, as it is spoken. */
const spoken = (secret: string): string => `${secret.slice(0, 3)} ${secret.slice(3)}`.trim()

export function ReceiptCard({ receipt, onAnother }: { receipt: Receipt; onAnother: () => void }) {
  const { t } = useWords()
  const times = useTimes()
  const address = new URL(paths.open.find(), location.href).href
  return (
    <article className="case-receipt" aria-live="polite">
      <h1 className="k-title">{t(words.receipt)}</h1>
      <p className="k-label">{t(words.readOut)}</p>
      <dl>
        <div>
          <dt>{t(words.number)}</dt>
          <dd className="case-receipt-number">{receipt.number}</dd>
        </div>
        <div>
          <dt>{t(words.secret)}</dt>
          <dd className={receipt.secret === null ? '' : 'case-receipt-secret'}>
            {receipt.secret === null ? t(words.noSecret) : spoken(receipt.secret)}
          </dd>
        </div>
      </dl>
      {receipt.secret !== null && <p className="k-note">{t(words.secretHint)}</p>}
      {receipt.link !== null && (
        <div className="case-receipt-qr">
          <QrCode text={linkOf(receipt.number, receipt.link)} label={t(words.scan)} />
          <p className="k-note">{t(words.scan)}</p>
        </div>
      )}
      <Notice tone="accent">
        <p>{t(receipt.sentence)}</p>
        {receipt.responsible && <p>{t(words.firstAt, { who: t(receipt.responsible) })}</p>}
        {receipt.dueAt !== null && <p>{t(words.due, { time: times.dayTime(receipt.dueAt) })}</p>}
      </Notice>
      {receipt.secret !== null && (
        <p className="k-compact">
          {t(words.threeWays)} {t(words.follow, { address })}
        </p>
      )}
      <div className="k-screen-only">
        <Buttons>
          {receipt.secret !== null && (
            <>
              <PrintReceipt
                number={receipt.number}
                code={receipt.secret}
                link={receipt.link}
                look="pri"
              />
              <Button icon="printer" onClick={() => window.print()}>
                {t(words.print)}
              </Button>
            </>
          )}
          <Button onClick={onAnother}>{t(words.another)}</Button>
          <ButtonLink look="quiet" to={paths.desk.case(receipt.number)}>
            {t(words.openCase)}
          </ButtonLink>
        </Buttons>
      </div>
    </article>
  )
}
