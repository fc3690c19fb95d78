// The cockpit of an area on the desk: the sentence, the figures, where the work is, what is late, what happens now.
import { getCockpit } from '#core/cockpit/contract.ts'
import type { CockpitView } from '#core/cockpit/contract.ts'
import { cockpitWords as words } from '#core/cockpit/words.ts'
import { useNavigate } from 'react-router'
import { RefusalError } from '#web/kit/api.ts'
import { useKeys } from '#web/kit/keys.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { KeyBar } from '#web/kit/ui/KeyBar.tsx'
import { Empty, Loading, NoPermission, Problem } from '#web/kit/ui/States.tsx'
import { ChildTable } from './ChildTable.tsx'
import { CockpitHead } from './CockpitHead.tsx'
import { FigureRow } from './FigureRow.tsx'
import { Happening } from './Happening.tsx'
import { useHappenings } from './happenings.ts'
import { LayersPart } from './LayersPart.tsx'
import { OpenMap } from './OpenMap.tsx'
import { OverdueSquares, Sections } from './Overdue.tsx'
import { cockpitRefusals } from './refusals.ts'
import { ProgrammePart } from './ProgrammePart.tsx'
import { type Where, useWhere } from './where.ts'
import './cockpit.css'

export function CockpitPage() {
  const where = useWhere()
  return where === null ? <Loading /> : <Cockpit where={where} />
}

function Cockpit({ where }: { where: Where }) {
  const { t } = useWords()
  const asked = { area: where.code, period: where.period }
  const cockpit = useEndpoint(getCockpit, asked, { keepPrevious: true, refetchInterval: 60_000 })
  const view = cockpit.data
  if (view === undefined && cockpit.error) {
    const { error } = cockpit
    if (error instanceof RefusalError && error.refusal === 'not_yours')
      return (
        <NoPermission
          title={t(words.notYours)}
          because={t(words.notYoursBecause)}
          ask={t(words.notYoursAsk)}
        />
      )
    return (
      <Problem error={error} refusals={cockpitRefusals} onRetry={() => void cockpit.refetch()} />
    )
  }
  if (view === undefined) return <Loading what={t(words.loading)} lines={8} />
  return <Read view={view} where={where} />
}

function Read({ view, where }: { view: CockpitView; where: Where }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const happenings = useHappenings(where.code, 6)
  const up = view.path.at(-1)
  useKeys({
    t: () => where.set({ view: where.table ? null : 'table' }),
    a: () => where.set({ all: where.all ? null : '1' }),
    u: () => up !== undefined && where.enter(up.code),
    b: () => void navigate(paths.desk.wall(where.code)),
  })
  const nothing =
    view.open === 0 && view.tiles.every((tile) => (tile.value ?? 0) === 0 && tile.n === 0)
  return (
    <div className="cockpit-page">
      <CockpitHead view={view} where={where} />
      {nothing && <Empty title={t(words.emptyArea)} then={t(words.emptyAreaThen)} />}
      <FigureRow view={view} where={where} />
      <div className={`cockpit-body k-columns${view.children.length === 0 ? ' is-leaf' : ''}`}>
        <OpenMap view={view} where={where} />
        <ChildTable view={view} where={where} />
        <div className="cockpit-side">
          <OverdueSquares view={view} where={where} />
          <Sections view={view} />
          <Happening happenings={happenings} />
        </div>
      </div>
      <LayersPart where={where} beside={view.beside} />
      <ProgrammePart where={where} />
      <Keys asOf={view.asOf} />
    </div>
  )
}

function Keys({ asOf }: { asOf: string }) {
  const { t } = useWords()
  const times = useTimes()
  const hints = [
    { keys: ['T'], label: t(words.keyTable) },
    { keys: ['A'], label: t(words.keyAll) },
    { keys: ['U'], label: t(words.keyUp) },
    { keys: ['B'], label: t(words.keyWall) },
  ]
  return <KeyBar hints={hints} end={t(words.asOf, { time: times.clock(asOf) })} />
}
