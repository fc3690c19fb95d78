// Public matters as lines of a newspaper: what, where, how far, and the one countdown.
import { Link } from 'react-router'
import type { PublicRow } from '#core/cases/contract.ts'
import { countdown } from '#core/cases/countdown.ts'
import { residentStateWords } from '#core/cases/words-resident.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { Countdown } from '#web/kit/ui/Countdown.tsx'
import { Shape } from '#web/kit/ui/Shape.tsx'
import { nearPlace } from '../case-text.ts'
import { publicWords } from './words-public.ts'

const over = (state: PublicRow['state']): boolean => state === 'CLOSED' || state === 'ARCHIVED'

const stateWords = (state: PublicRow['state']) =>
  state === 'WAITING_REPORTER' ? publicWords.waits : residentStateWords[state]

export function PublicRows({ items }: { items: PublicRow[] }) {
  return (
    <ul className="open-news">
      {items.map((item) => (
        <li key={item.number}>
          <Link to={paths.open.publicCase(item.number)}>
            {over(item.state) ? <Done item={item} /> : <Doing item={item} />}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Doing({ item }: { item: PublicRow }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const at = useNow()
  return (
    <>
      <span className="open-news-what">
        <b>{item.category[lang]}</b>
        <span>{nearPlace(item.place, lang)}</span>
      </span>
      <span className="k-note">
        {t(stateWords(item.state))} ·{' '}
        {t(publicWords.reportedOn, { when: times.day(item.reportedAt) })}
      </span>
      {item.clock !== null && <Countdown face={countdown(item.clock, at)} />}
    </>
  )
}

function Done({ item }: { item: PublicRow }) {
  const { t, lang } = useWords()
  return (
    <>
      <span className="open-news-what">
        <i className="k-accent">
          <Shape name="disc" size={16} />
        </i>
        <b>{item.category[lang]}</b>
        <span>{nearPlace(item.place, lang)}</span>
      </span>
      <span className="k-note">{useEnded(item)}</span>
      <span className="k-sr">{t(residentStateWords[item.state])}</span>
    </>
  )
}

/** When it ended, and how long it took. */
function useEnded(item: PublicRow): string {
  const { t } = useWords()
  const times = useTimes()
  const { reportedAt, closedAt } = item
  if (closedAt === null) return t(publicWords.reportedOn, { when: times.day(reportedAt) })
  const ended = t(publicWords.endedOn, { when: times.day(closedAt) })
  return `${ended} · ${t(publicWords.took, { time: lasted(reportedAt, closedAt, t) })}`
}

function lasted(from: string, to: string, t: ReturnType<typeof useWords>['t']): string {
  const hours = Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 3_600_000))
  const days = Math.floor(hours / 24)
  const rest = hours % 24
  const parts = [
    days === 0 ? '' : days === 1 ? t(publicWords.oneDay) : t(publicWords.days, { n: days }),
    rest === 0 ? '' : rest === 1 ? t(publicWords.oneHour) : t(publicWords.hours, { n: rest }),
  ]
  return parts.filter(Boolean).join(' ')
}
