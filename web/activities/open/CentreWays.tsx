// The other two ways to a place at the centre: its telephone and its counter, at the size of the page itself.
import type { CentreLine } from '#core/activities/contract-programme.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { Choice, telephone, Ways } from '#web/kit/ui/Ways.tsx'
import { useSettings } from '#web/kit/settings.tsx'
import { useAreaWays } from '#web/people/area-ways.ts'
import { weekWords } from './words-open.ts'

type Props = {
  centre: CentreLine | null
  code: string
  /** When somebody is at the counter that day: ['9:00–17:30']. */
  hours?: string
  onlineTo?: string
  onlineLabel?: string
}

export function CentreWays({ centre, code, hours, onlineTo, onlineLabel }: Props) {
  const { t } = useWords()
  const { elder } = useSettings()
  const ways = useAreaWays(code)
  const phone = centre?.phone ?? ways.phone
  const address = centre?.address ?? ''
  const open = hours ?? ways.counterHours
  const counter = open === '' ? address : t(weekWords.counterLine, { address, hours: open })
  if (elder !== null)
    return (
      <>
        <Choice icon="phone" title={t(weekWords.callCentre)} note={phone} to={telephone(phone)} />
        <p>
          {t(weekWords.atCounter)} · {counter}
        </p>
      </>
    )
  return (
    <Ways
      online={{ to: onlineTo ?? paths.open.week(code), label: onlineLabel ?? t(weekWords.online) }}
      phone={{ number: phone, label: t(weekWords.callCentre) }}
      counter={{ note: counter, label: t(weekWords.atCounter), to: paths.open.centre(code) }}
    />
  )
}
