// Online, telephone, counter: three equal ways, the number and the hours written out. For elders the telephone is first.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWords } from '../language.ts'
import { useSettings } from '../settings.tsx'
import { kitWords } from '../words.ts'
import { Icon, type IconName } from './Icon.tsx'
import './ways.css'

export type WaysProps = {
  online: { to: string; label?: string; note?: string }
  phone: { number: string; label?: string; note?: string }
  counter: { label?: string; note: string; to?: string }
}

type Way = { key: string; icon: IconName; label: string; note: string; to: string | null }

export const telephone = (number: string) => `tel:${number.replace(/[^+\d]/g, '')}`

function Reach({
  to,
  className,
  children,
}: {
  to: string | null
  className: string
  children: ReactNode
}) {
  if (to === null) return <div className={className}>{children}</div>
  if (/^[a-z]+:/.test(to)) {
    return (
      <a className={className} href={to}>
        {children}
      </a>
    )
  }
  return (
    <Link className={className} to={to}>
      {children}
    </Link>
  )
}

export function Ways({ online, phone, counter }: WaysProps) {
  const { t } = useWords()
  const { elder } = useSettings()
  const ways: Way[] = [
    {
      key: 'online',
      icon: 'mobile',
      label: online.label ?? t(kitWords.online),
      note: online.note ?? t(kitWords.noSignIn),
      to: online.to,
    },
    {
      key: 'phone',
      icon: 'phone',
      label: phone.label ?? t(kitWords.byPhone),
      note: phone.note ?? phone.number,
      to: telephone(phone.number),
    },
    {
      key: 'counter',
      icon: 'counter',
      label: counter.label ?? t(kitWords.atCounter),
      note: counter.note,
      to: counter.to ?? null,
    },
  ]
  if (elder !== null) {
    const phoneFirst = [...ways].sort(
      (a, b) => Number(b.key === 'phone') - Number(a.key === 'phone'),
    )
    return (
      <div className="k-choices">
        {phoneFirst.map((way) => (
          <Choice
            key={way.key}
            icon={way.icon}
            title={way.label}
            note={
              way.key === 'phone' ? t(kitWords.somebodyAnswers, { phone: phone.number }) : way.note
            }
            to={way.to}
            main={way.key === 'phone'}
          />
        ))}
      </div>
    )
  }
  return (
    <ul className="k-ways k-columns">
      {ways.map((way) => (
        <li key={way.key}>
          <Reach className="k-way" to={way.to}>
            <Icon name={way.icon} size={26} />
            <b>{way.label}</b>
            <span>{way.note}</span>
          </Reach>
        </li>
      ))}
    </ul>
  )
}

type ChoiceProps = {
  icon: IconName
  title: string
  note?: string
  to: string | null
  main?: boolean
}

/** One of at most five things to choose, for elders: 92 high, the whole of it can be pressed. */
export function Choice({ icon, title, note, to, main = false }: ChoiceProps) {
  return (
    <Reach className={`k-choice${main ? ' is-main' : ''}`} to={to}>
      <Icon name={icon} size={38} />
      <span>
        <b>{title}</b>
        {note}
      </span>
    </Reach>
  )
}
