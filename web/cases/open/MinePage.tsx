// 我的反映: everything a resident reported in one place. Without an account what this device remembers; with one what was
// gathered under it, on any device.
import { Link } from 'react-router'
import { listMyReports } from '#core/cases/contract-mine.ts'
import type { ResidentView } from '#core/people/contract-resident.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { usePages } from '#web/kit/queries.ts'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { AccountPart } from '#web/people/open/AccountPart.tsx'
import { useResident } from '#web/people/open/resident.ts'
import { SignInByCode } from '#web/people/open/SignInByCode.tsx'
import { accountWords } from '#web/people/open/words-account.ts'
import { AddReport, MyList, spokenOf, TakeOver } from './MyList.tsx'
import { Remembered } from './Remembered.tsx'
import { type KeptReceipt, useReceipts } from './receipts.ts'
import { mineWords } from './words-mine.ts'

export function MinePage() {
  const { t, lang } = useWords()
  const [receipts] = useReceipts()
  const who = useResident()
  const resident = who.data?.resident ?? null
  const list = usePages(listMyReports, {}, { enabled: resident !== null })
  const aloud = () =>
    resident === null
      ? [t(mineWords.onDevice), ...receipts.map(({ what, number }) => what || number)].join('。')
      : (list.data ?? []).map((one) => spokenOf(one, { t, lang })).join('。') || t(mineWords.none)
  return (
    <OpenPage title={t(mineWords.title)} up={paths.open.home()} aloud={aloud}>
      {who.data && resident !== null ? (
        <SignedIn view={who.data} resident={resident} receipts={receipts} />
      ) : (
        <>
          <OnDevice receipts={receipts} />
          <Part tone="raised">
            <SectionHeading>{t(accountWords.title)}</SectionHeading>
            {who.data ? (
              <SignInByCode view={who.data} />
            ) : who.error ? (
              <Problem error={who.error} onRetry={() => void who.refetch()} />
            ) : (
              <Loading lines={3} />
            )}
          </Part>
        </>
      )}
    </OpenPage>
  )
}

function OnDevice({ receipts }: { receipts: KeptReceipt[] }) {
  const { t } = useWords()
  return (
    <Part>
      <SectionHeading>{t(mineWords.onDevice)}</SectionHeading>
      {receipts.length === 0 ? (
        <p className="k-compact">{t(mineWords.noneHere)}</p>
      ) : (
        <>
          <p className="k-note">{t(mineWords.onDeviceNote)}</p>
          <Remembered receipts={receipts} />
        </>
      )}
      <p>
        <Link className="k-link open-inline" to={paths.open.find()}>
          {t(mineWords.byNumber)}
        </Link>
      </p>
    </Part>
  )
}

type SignedInProps = {
  view: ResidentView
  resident: NonNullable<ResidentView['resident']>
  receipts: KeptReceipt[]
}

function SignedIn({ view, resident, receipts }: SignedInProps) {
  return (
    <>
      <Part>
        <MyList />
        <TakeOver receipts={receipts} />
      </Part>
      <Part tone="raised">
        <AddReport />
      </Part>
      <Part>
        <AccountPart view={view} resident={resident} />
      </Part>
    </>
  )
}
