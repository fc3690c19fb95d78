// The receipt: a number and six characters, large enough to copy by hand, and a strip of 80 mm for the printer.
import { Link, useNavigate, useParams } from 'react-router'
import { whenWords } from '#core/cases/countdown.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { Button, ButtonLink } from '#web/kit/ui/Button.tsx'
import { QrCode } from '#web/kit/ui/QrCode.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty } from '#web/kit/ui/States.tsx'
import { useAreaWays } from '#web/people/area-ways.ts'
import { AreaWaysRow } from '#web/people/AreaWaysRow.tsx'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { PrintReceipt } from '../PrintReceipt.tsx'
import { forgetReceipt, inBlocks, type KeptReceipt, linkOf, receiptOf } from './receipts.ts'
import { joinedWords } from './words-joined.ts'
import { waysWords } from './words-ways.ts'
import { receiptPageWords } from './words-receipt-page.ts'
import { secretWords } from './words-secret.ts'
import './open.css'

export function ReceiptPage() {
  const { t } = useWords()
  const { number = '' } = useParams()
  const receipt = receiptOf(number)
  if (receipt === null) {
    return (
      <OpenPage title={t(receiptPageWords.receiptTitle)} up={paths.open.home()}>
        <Part>
          <Empty title={t(receiptPageWords.noReceipt)} then={t(receiptPageWords.noReceiptThen)}>
            <ButtonLink to={paths.open.find()}>{t(waysWords.whereIsMine)}</ButtonLink>
          </Empty>
        </Part>
      </OpenPage>
    )
  }
  return <Receipt receipt={receipt} />
}

function Receipt({ receipt }: { receipt: KeptReceipt }) {
  const { t } = useWords()
  const { zone, elder } = useSettings()
  const navigate = useNavigate()
  const at = useNow()
  const ways = useAreaWays(receipt.area)
  const by =
    receipt.dueAt === null
      ? t(receipt.lead === undefined ? receiptPageWords.answerSoon : joinedWords[receipt.lead])
      : t(receiptPageWords.answerBy, { when: t(whenWords(receipt.dueAt, at, zone)) })
  const forget = () => {
    forgetReceipt(receipt.number)
    void navigate(paths.open.home(), { replace: true })
  }
  const aloud = () =>
    `${by}${t(receiptPageWords.secret)} ${receipt.secret.split('').join(' ')}。${t(receiptPageWords.secretNote)}`
  return (
    <OpenPage title={t(receiptPageWords.receiptTitle)} up={paths.open.home()} aloud={aloud}>
      <div className="open-receipt">
        <Strip receipt={receipt} by={by} phone={ways.phone} />
        <Part>
          <div className="open-send k-screen-only">
            <ButtonLink look="pri" big to={paths.open.follow(receipt.number)}>
              {t(receiptPageWords.follow)}
            </ButtonLink>
            <PrintReceipt
              number={receipt.number}
              code={receipt.secret}
              link={receipt.link ?? null}
              big={elder !== null}
            />
            {elder === null && (
              <Button icon="printer" onClick={() => print()}>
                {t(receiptPageWords.print)}
              </Button>
            )}
          </div>
        </Part>
        {elder === null && receipt.lead === undefined && <WhatNext />}
        <div className="k-screen-only">
          <Part>
            <p className="k-compact k-sub">{t(receiptPageWords.keptHere)}</p>
            <button type="button" className="k-link open-inline" onClick={forget}>
              {t(receiptPageWords.forgetHere)}
            </button>
          </Part>
          {elder === null && (
            <Part tone="raised">
              <AreaWaysRow code={receipt.area} onlineLabel={t(secretWords.reportAnother)} />
            </Part>
          )}
        </div>
      </div>
    </OpenPage>
  )
}

type StripProps = { receipt: KeptReceipt; by: string; phone: string }

/** What is printed: number, secret, what happens next, whom to ask. */
function Strip({ receipt, by, phone }: StripProps) {
  const { t } = useWords()
  const times = useTimes()
  return (
    <Part tone="raised">
      <p className="open-lead">{by}</p>
      <dl className="open-codes">
        <dt>{t(receiptPageWords.number)}</dt>
        <dd className="open-number">{receipt.number}</dd>
        <dt>{t(receiptPageWords.secret)}</dt>
        <dd className="open-secret">{inBlocks(receipt.secret)}</dd>
      </dl>
      {receipt.link != null && (
        <div className="open-qr">
          <QrCode text={linkOf(receipt.number, receipt.link)} label={t(receiptPageWords.scan)} />
          <p className="k-note">{t(receiptPageWords.scan)}</p>
        </div>
      )}
      <p className="k-note">{t(receiptPageWords.secretNote)}</p>
      {receipt.responsible !== null && (
        <p className="k-compact">{t(receiptPageWords.goesTo, { who: t(receipt.responsible) })}</p>
      )}
      <p className="k-compact k-sub">{t(receipt.sentence)}</p>
      <p className="k-note">{t(receiptPageWords.askAgain, { phone })}</p>
      <p className="open-print-only k-note">
        {receipt.what} · {times.dayTime(receipt.at)} · {location.host}
        {paths.open.find()}
      </p>
    </Part>
  )
}

function WhatNext() {
  const { t } = useWords()
  const steps = [
    receiptPageWords.next1,
    receiptPageWords.next2,
    receiptPageWords.next3,
    receiptPageWords.next4,
  ]
  return (
    <Part>
      <SectionHeading>{t(receiptPageWords.whatNext)}</SectionHeading>
      <ol className="open-next">
        {steps.map((words) => (
          <li key={words.en}>{t(words)}</li>
        ))}
      </ol>
      <p className="k-screen-only">
        <Link className="k-link open-inline" to={paths.open.home()}>
          {t(waysWords.community)}
        </Link>
      </p>
    </Part>
  )
}
