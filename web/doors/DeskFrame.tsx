// The desk's frame: masthead, and under it whatever page it is. A page brings its own columns and its key bar.
import { Suspense } from 'react'
import { Link, Outlet, useNavigate } from 'react-router'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Masthead } from '#web/kit/ui/Masthead.tsx'
import { Popover } from '#web/kit/ui/Popover.tsx'
import { Loading } from '#web/kit/ui/States.tsx'
import { kitWords } from '#web/kit/words.ts'
import { LateReviews } from '#web/cases/glass/LateReviews.tsx'
import { postOf, useMe, useSession } from '#web/people/me.ts'
import { roomsOf } from './desk-rooms.ts'
import { DeviceChoices } from './DeviceChoices.tsx'
import { FaultFloor } from './FaultFloor.tsx'
import { useStaffLine } from './staff-line.ts'
import { doorWords } from './words.ts'
import './frames.css'

export function DeskFrame() {
  const { t, lang } = useWords()
  const me = useMe().data
  const line = useStaffLine()
  const rooms = me
    ? roomsOf(me).map(({ label, to, also = [] }) => ({ label: t(label), to, also }))
    : []
  return (
    <div className="d-desk">
      <a className="k-skip" href="#content">
        {t(kitWords.toContent)}
      </a>
      <Masthead
        home={paths.desk.home()}
        rooms={rooms}
        line={line}
        {...(me ? { duty: postOf(me, lang), name: me.name } : {})}
        end={<MyMenu />}
      />
      {me && <LateReviews me={me} />}
      <main id="content" tabIndex={-1}>
        <FaultFloor>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </FaultFloor>
      </main>
    </div>
  )
}

function MyMenu() {
  const { t } = useWords()
  const navigate = useNavigate()
  const session = useSession()
  const leave = async () => {
    await session.leave()
    await navigate(paths.desk.signIn())
  }
  return (
    <Popover label={t(kitWords.settings)} className="k-link k-screen-only" end>
      <DeviceChoices />
      <p className="d-menu-links">
        <Link className="k-link" to={paths.desk.sessions()}>
          {t(doorWords.sessions)}
        </Link>
        <Link className="k-link" to={paths.desk.glasses()}>
          {t(doorWords.glasses)}
        </Link>
        <Link className="k-link" to={paths.desk.myCalendar()}>
          {t(doorWords.myCalendar)}
        </Link>
        <Link className="k-link" to={paths.desk.components()}>
          {t(doorWords.components)}
        </Link>
      </p>
      <Button onClick={() => void leave()}>{t(kitWords.signOut)}</Button>
    </Popover>
  )
}
