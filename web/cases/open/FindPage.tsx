// Finding one's own case: number and six characters, or a press where this device remembers.
import { type FormEvent, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { Icon } from '#web/kit/ui/Icon.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { useAreaWays } from '#web/people/area-ways.ts'
import { AreaWaysRow } from '#web/people/AreaWaysRow.tsx'
import { useMyCommunity } from '#web/places/my-community.ts'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { type KeptReceipt, numberTyped, useReceipts } from './receipts.ts'
import { holdSecret } from './secret.ts'
import { reportWords } from './words-report.ts'

export function FindPage() {
  const { t } = useWords()
  const { elder } = useSettings()
  const [mine] = useMyCommunity()
  const [receipts] = useReceipts()
  const ways = useAreaWays(mine?.code ?? null)
  const lost = t(reportWords.lostIt, { phone: ways.phone })
  const aloud = () => `${t(reportWords.findLead)}${lost}`
  return (
    <OpenPage title={t(reportWords.findTitle)} up={paths.open.home()} aloud={aloud}>
      {receipts.length > 0 && (
        <Part>
          <SectionHeading>{t(reportWords.onThisDevice)}</SectionHeading>
          <Remembered receipts={elder === null ? receipts : receipts.slice(0, 3)} />
        </Part>
      )}
      <Part tone="raised">
        <p className="k-compact k-sub open-find-lead">{t(reportWords.findLead)}</p>
        <FindForm />
      </Part>
      <Part>
        <p className="k-compact">{lost}</p>
        {elder === null && <AreaWaysRow code={mine?.code ?? null} />}
      </Part>
    </OpenPage>
  )
}

function Remembered({ receipts }: { receipts: KeptReceipt[] }) {
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

function FindForm() {
  const { t } = useWords()
  const navigate = useNavigate()
  const [query] = useSearchParams()
  const [number, setNumber] = useState(query.get('number') ?? '')
  const [secret, setSecret] = useState('')
  const [wrong, setWrong] = useState<{ number?: string; secret?: string }>({})
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const whole = numberTyped(number)
    const six = secret.toUpperCase().replace(/[^0-9A-Z]/g, '')
    const found = {
      ...(whole === null ? { number: t(reportWords.numberWrong) } : {}),
      ...(six.length === 6 ? {} : { secret: t(reportWords.secretWrong) }),
    }
    setWrong(found)
    if (whole === null || six.length !== 6) return
    holdSecret(whole, six)
    void navigate(paths.open.follow(whole))
  }
  return (
    <form onSubmit={submit}>
      <TextField
        label={t(reportWords.number)}
        hint={t(reportWords.numberHint)}
        error={wrong.number}
        value={number}
        inputMode="text"
        autoComplete="off"
        autoCapitalize="characters"
        onChange={(event) => setNumber(event.target.value)}
      />
      <TextField
        label={t(reportWords.secret)}
        error={wrong.secret}
        value={secret}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={12}
        onChange={(event) => setSecret(event.target.value)}
      />
      <div className="open-send">
        <Button look="pri" big type="submit" icon="search">
          {t(reportWords.open)}
        </Button>
      </div>
    </form>
  )
}
