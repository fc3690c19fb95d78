// The field's frame: place and line above, the page, and five places for the thumb below. Acts that fill the screen
// (reporting, handling) use FieldSheet instead and bring their own foot.
import { Suspense } from 'react'
import { NavLink, Outlet } from 'react-router'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { Icon, type IconName } from '#web/kit/ui/Icon.tsx'
import { Mark } from '#web/kit/ui/Mark.tsx'
import { Loading } from '#web/kit/ui/States.tsx'
import { Status } from '#web/kit/ui/Status.tsx'
import { kitWords } from '#web/kit/words.ts'
import { useMe } from '#web/people/me.ts'
import { FaultFloor } from './FaultFloor.tsx'
import { useOnline, useWaitingCount } from './waiting-count.ts'
import { doorWords } from './words.ts'
import './frames.css'

export function FieldFrame() {
  const { t, lang } = useWords()
  const me = useMe().data
  const online = useOnline()
  const waiting = useWaitingCount()
  const place = me?.grants[0]?.areaName[lang] ?? t(kitWords.linli)
  return (
    <div className="d-field">
      <a className="k-skip" href="#content">
        {t(kitWords.toContent)}
      </a>
      <header className="d-field-head">
        <span>
          <Mark size={19} />
          <b>{place}</b>
        </span>
        {(!online || waiting > 0) && (
          <Status shape="diamond" tone="zhe" size={12}>
            {[
              online ? '' : t(kitWords.offline),
              waiting > 0 ? t(kitWords.waitingToSend, { n: waiting }) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </Status>
        )}
      </header>
      <div className="k-wenwu k-phone-rule" />
      <main id="content" tabIndex={-1}>
        <Inside />
      </main>
      <Tabs />
    </div>
  )
}

export function FieldSheet() {
  return (
    <div className="d-field is-sheet">
      <main id="content" tabIndex={-1}>
        <Inside />
      </main>
    </div>
  )
}

function Inside() {
  return (
    <FaultFloor>
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
    </FaultFloor>
  )
}

function Tabs() {
  const { t } = useWords()
  const tabs: { to: string; icon: IconName; label: string; main?: boolean; end?: boolean }[] = [
    { to: paths.field.tasks(), icon: 'list', label: t(doorWords.tasks), end: true },
    { to: paths.field.grid(), icon: 'map', label: t(doorWords.grid) },
    { to: paths.field.report(), icon: 'camera', label: t(doorWords.report), main: true },
    { to: paths.field.outbox(), icon: 'cloud', label: t(doorWords.outbox) },
    { to: paths.field.me(), icon: 'person', label: t(doorWords.me) },
  ]
  return (
    <nav className="k-tabs" aria-label={t(doorWords.rooms)}>
      {tabs.map((tab) => (
        <NavLink
          key={tab.to}
          to={tab.to}
          end={tab.end ?? false}
          className={tab.main ? 'is-main' : ''}
        >
          <Icon name={tab.icon} size={tab.main ? 26 : 23} />
          <span>{tab.label}</span>
        </NavLink>
      ))}
    </nav>
  )
}
