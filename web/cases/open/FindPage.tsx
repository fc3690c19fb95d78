// Finding one's own case: number and six characters, or a press where this device remembers.
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { useAreaWays } from '#web/people/area-ways.ts'
import { AreaWaysRow } from '#web/people/AreaWaysRow.tsx'
import { useMyCommunity } from '#web/places/my-community.ts'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { FindForm } from './FindForm.tsx'
import { useReceipts } from './receipts.ts'
import { Remembered } from './Remembered.tsx'
import { holdSecret } from './secret.ts'
import { mineWords } from './words-mine.ts'
import { receiptPageWords } from './words-receipt-page.ts'
import { secretWords } from './words-secret.ts'

export function FindPage() {
  const { t } = useWords()
  const { elder } = useSettings()
  const [mine] = useMyCommunity()
  const [receipts] = useReceipts()
  const ways = useAreaWays(mine?.code ?? null)
  const lost = t(receiptPageWords.lostIt, { phone: ways.phone })
  const navigate = useNavigate()
  const [query] = useSearchParams()
  const aloud = () => `${t(receiptPageWords.findLead)}${lost}`
  return (
    <OpenPage title={t(receiptPageWords.findTitle)} up={paths.open.home()} aloud={aloud}>
      {receipts.length > 0 && (
        <Part>
          <SectionHeading>{t(receiptPageWords.onThisDevice)}</SectionHeading>
          <Remembered receipts={elder === null ? receipts : receipts.slice(0, 3)} />
        </Part>
      )}
      <Part tone="raised">
        <p className="k-compact k-sub open-find-lead">{t(receiptPageWords.findLead)}</p>
        <FindForm
          initial={query.get('number') ?? ''}
          verb={t(secretWords.open)}
          onFound={(number, secret) => {
            holdSecret(number, secret)
            void navigate(paths.open.follow(number))
          }}
        />
      </Part>
      <Part>
        <p>
          <Link className="k-link open-inline" to={paths.open.mine()}>
            {t(mineWords.title)}
          </Link>
        </p>
        <p className="open-find-lead k-compact">{lost}</p>
        {elder === null && <AreaWaysRow code={mine?.code ?? null} />}
      </Part>
    </OpenPage>
  )
}
