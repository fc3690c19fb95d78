// The list of an account: what, where it stands, the time that is left, and what waits for a word of one's own.
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { joinReport, listMyReports, type MyReport, partReport } from '#core/cases/contract-mine.ts'
import { countdown } from '#core/cases/countdown.ts'
import { residentStateWords } from '#core/cases/words-resident.ts'
import { residentRefusals } from '#core/people/words-resident.ts'
import { call } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { usePages } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Countdown } from '#web/kit/ui/Countdown.tsx'
import { MorePages } from '#web/kit/ui/MorePages.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { useAct } from '#web/people/open/resident.ts'
import { nearPlace, titleOf } from '../case-text.ts'
import { FindForm } from './FindForm.tsx'
import type { KeptReceipt } from './receipts.ts'
import { holdSecret } from './secret.ts'
import { mineWords } from './words-mine.ts'
import './open.css'

export function MyList() {
  const { t } = useWords()
  const list = usePages(listMyReports, {})
  if (list.error && !list.data)
    return (
      <Problem error={list.error} refusals={residentRefusals} onRetry={() => void list.refetch()} />
    )
  if (!list.data) return <Loading lines={4} />
  if (list.data.length === 0)
    return <Empty title={t(mineWords.none)} then={t(mineWords.noneThen)} />
  return (
    <>
      <ul className="open-news">
        {list.data.map((report) => (
          <li key={report.number}>
            <Row report={report} />
          </li>
        ))}
      </ul>
      <MorePages list={list} />
    </>
  )
}

/** A report as it is read aloud: what, where it stands, and whether it waits for a word. */
export function spokenOf(report: MyReport, { t, lang }: ReturnType<typeof useWords>): string {
  const { text, category, state, waitsFor } = report
  const title = text === null ? category[lang] : titleOf(text, category, lang)
  const waits = { answer: mineWords.waitsAnswer, confirm: mineWords.waitsConfirm }
  return `${title}，${t(waitsFor === null ? residentStateWords[state] : waits[waitsFor])}`
}

const over = (state: MyReport['state']): boolean => state === 'CLOSED' || state === 'ARCHIVED'

function Row({ report }: { report: MyReport }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const at = useNow()
  const navigate = useNavigate()
  const { number, waitsFor, clock, state } = report
  const title =
    report.text === null ? report.category[lang] : titleOf(report.text, report.category, lang)
  const open = () => {
    holdSecret(number, report.secret)
    void navigate(paths.open.follow(number))
  }
  return (
    <div className="open-mine-row">
      <button type="button" className="open-mine" onClick={open}>
        <b>{title}</b>
        <span className="k-note">
          {nearPlace(report.place, lang)} · {number}
        </span>
        {waitsFor === null ? (
          <span>{t(residentStateWords[state])}</span>
        ) : (
          <span className="open-mine-waits">
            {t(waitsFor === 'answer' ? mineWords.waitsAnswer : mineWords.waitsConfirm)}
          </span>
        )}
        {report.text === null && <span className="k-note">{t(mineWords.joined)}</span>}
        {clock !== null && !over(state) && <Countdown face={countdown(clock, at)} />}
        <span className="k-note">
          {t(mineWords.updated, { when: times.dayTime(report.lastAt) })}
        </span>
      </button>
      <PartFrom number={number} />
    </div>
  )
}

function PartFrom({ number }: { number: string }) {
  const { t } = useWords()
  const parting = useAct(partReport)
  return (
    <Button look="quiet" busy={parting.isPending} onClick={() => parting.mutate({ number })}>
      {t(mineWords.partFrom)}
    </Button>
  )
}

/** By number and code, as on the receipt. */
export function AddReport() {
  const { t } = useWords()
  const toast = useToast()
  const [key, setKey] = useState(0)
  const joining = useAct(joinReport, () => {
    setKey((was) => was + 1)
    toast(t(mineWords.added))
  })
  return (
    <>
      <SectionHeading>{t(mineWords.addTitle)}</SectionHeading>
      <FindForm
        key={key}
        verb={t(mineWords.add)}
        busy={joining.isPending}
        onFound={(number, secret) => joining.mutate({ number, secret })}
      />
      <p className="open-trouble" role="alert">
        {joining.error && t(wordsOfError(joining.error, residentRefusals))}
      </p>
    </>
  )
}

/** What the device remembers and the account does not have yet: added by one press, each by its own secret. */
export function TakeOver({ receipts }: { receipts: KeptReceipt[] }) {
  const { t } = useWords()
  const list = usePages(listMyReports, {})
  const [busy, setBusy] = useState(false)
  const known = new Set(list.data?.map(({ number }) => number))
  const missing = receipts.filter(({ number }) => !known.has(number))
  if (list.data === undefined || list.hasNextPage || missing.length === 0) return null
  const take = async () => {
    setBusy(true)
    for (const { number, link, secret } of missing)
      // A receipt whose report is not found is left out; the others are added.
      await call(joinReport, { number, secret: link ?? secret }).catch(() => undefined)
    await list.refetch()
    setBusy(false)
  }
  return (
    <div className="open-send">
      <Button busy={busy} onClick={() => void take()}>
        {t(mineWords.takeOver, { n: missing.length })}
      </Button>
    </div>
  )
}
