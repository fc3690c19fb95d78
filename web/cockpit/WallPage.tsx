// A district on the wall, 1920 × 1080 and scaled as one: theme 墨, public rules even in a staff room, because walls are
// photographed. Nothing scrolls or turns; one figure is the largest; a broken line never empties a figure.
import { useEffect, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { type CockpitView, getCockpit } from '#core/cockpit/contract.ts'
import { cockpitWords } from '#core/cockpit/words.ts'
import { useKeys } from '#web/kit/keys.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { type Happenings, useHappenings } from './happenings.ts'
import { cockpitRefusals } from './refusals.ts'
import { WallBand } from './WallBand.tsx'
import { WallFeed } from './WallFeed.tsx'
import { WallFigures } from './WallFigures.tsx'
import { WallHead } from './WallHead.tsx'
import { WallMap } from './WallMap.tsx'
import './wall.css'

const beat = { keepPrevious: true, refetchInterval: 30_000 }

export function WallPage() {
  const { code = '' } = useParams()
  const navigate = useNavigate()
  const { t } = useWords()
  const zoom = useZoom()
  const happenings = useHappenings(code, 24)
  const today = useEndpoint(getCockpit, { area: code, period: 'today' }, beat)
  const month = useEndpoint(getCockpit, { area: code, period: '30d' }, beat)
  const year = useEndpoint(getCockpit, { area: code, period: 'year' }, beat)
  useKeys({ Escape: () => void navigate(paths.desk.cockpit(code)) })
  const ready = today.data && month.data && year.data
  const error = today.error ?? month.error ?? year.error
  return (
    <div className="wall" data-theme="mo">
      {ready ? (
        <Wall
          today={today.data}
          month={month.data}
          year={year.data}
          happenings={happenings}
          zoom={zoom}
        />
      ) : error ? (
        <Problem error={error} refusals={cockpitRefusals} onRetry={() => void month.refetch()} />
      ) : (
        <Loading what={t(cockpitWords.loading)} />
      )}
    </div>
  )
}

type Props = {
  today: CockpitView
  month: CockpitView
  year: CockpitView
  happenings: Happenings
  zoom: number
}

function Wall({ today, month, year, happenings, zoom }: Props) {
  return (
    <main className="wall-sheet" style={{ zoom }}>
      <WallHead view={today} line={happenings.line} />
      <div className="k-wenwu" />
      <div className="wall-body">
        <WallFigures today={today} month={month} />
        <WallMap view={year} />
        <WallFeed view={month} happenings={happenings} />
      </div>
      <WallBand view={month} />
    </main>
  )
}

/** The sheet is drawn once, for 1920 × 1080, and fits any wall as a whole. */
function useZoom(): number {
  const fit = () => Math.min(window.innerWidth / 1920, window.innerHeight / 1080)
  const [zoom, setZoom] = useState(fit)
  useEffect(() => {
    const change = () => setZoom(fit())
    window.addEventListener('resize', change)
    return () => window.removeEventListener('resize', change)
  }, [])
  return zoom
}
