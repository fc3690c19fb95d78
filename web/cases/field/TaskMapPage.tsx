// My tasks as numbered points on our own map, in the order of what is due, with the same order as a list below. Where this
// phone is, only this phone draws: it is neither sent nor kept.
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { type CaseRow, type CaseView, getCase, listCases } from '#core/cases/contract.ts'
import { call } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Icon } from '#web/kit/ui/Icon.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import type { Marked } from '#web/places/clusters.ts'
import { MapMarks, type Mark } from '#web/places/MapMarks.tsx'
import { type Flat, PointMap } from '#web/places/PointMap.tsx'
import { type Spot, useWhereAmI } from '#web/places/where-am-i.ts'
import { communityOf, useMyArea } from './my-grid.ts'
import { TaskRows } from './TaskRows.tsx'
import { tasksWords } from './words-tasks.ts'
import { mapWords as words } from './words-map.ts'
import './field.css'

export function TaskMapPage() {
  const { t } = useWords()
  const mine = useEndpoint(listCases, { queue: 'mine', limit: 50 })
  if (mine.error && !mine.data)
    return <Problem error={mine.error} onRetry={() => void mine.refetch()} />
  if (!mine.data) return <Loading lines={6} />
  return (
    <>
      <Link className="field-back" to={paths.field.tasks()}>
        <Icon name="left" size={22} />
        {t(words.back)}
      </Link>
      {mine.data.items.length === 0 ? (
        <div className="field-part">
          <h1 className="k-title">{t(words.title)}</h1>
          <Empty title={t(tasksWords.nothingInHand)} then={t(tasksWords.nothingInHandThen)} />
        </div>
      ) : (
        <Tasks rows={mine.data.items} />
      )}
    </>
  )
}

/** Read once for the list already, and kept on the phone: without a line the map knows what the list knows. */
function useCases(rows: CaseRow[]): Map<string, CaseView> {
  const found = useQueries({
    queries: rows.map(({ number }) => ({
      queryKey: [getCase.name, { number }],
      queryFn: () => call(getCase, { number }),
    })),
  })
  return new Map(found.flatMap(({ data }) => (data === undefined ? [] : [[data.number, data]])))
}

const communityIn = (view: CaseView | undefined): string | null =>
  view?.place.find(({ level }) => level === 'community')?.code ?? null

function Tasks({ rows }: { rows: CaseRow[] }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const area = useMyArea()
  const cases = useCases(rows)
  const [picked, setPicked] = useState<string[]>([])
  const numbers = new Map(rows.map(({ number }, i) => [number, i + 1]))
  const own = area !== null && ['grid', 'micro', 'community'].includes(area.level)
  const code = own ? communityOf(area) : communityIn([...cases.values()][0])
  const here = rows.filter(
    ({ number }) => cases.get(number)?.point != null && communityIn(cases.get(number)) === code,
  )
  const pick = (keys: string[]) => {
    const [only, more] = keys
    if (only !== undefined && more === undefined) void navigate(paths.field.task(only))
    else setPicked(keys)
  }
  const shown = picked.length === 0 ? rows : rows.filter(({ number }) => picked.includes(number))
  const elsewhere = rows.length - here.length
  return (
    <>
      <div className="field-part field-map">
        <h1 className="k-title">{t(words.title)}</h1>
        <p className="k-compact k-sub">{t(words.lead)}</p>
        {code !== null && (
          <TaskMap
            code={code}
            name={area?.name ?? ''}
            points={here.map(({ number, urgent }) => ({
              spot: cases.get(number)?.point ?? null,
              mark: { key: number, n: numbers.get(number) ?? 0, urgent },
            }))}
            onPick={pick}
          />
        )}
        {elsewhere > 0 && <p className="k-note">{t(words.elsewhere, { n: elsewhere })}</p>}
        {picked.length > 0 && (
          <Button look="quiet" onClick={() => setPicked([])}>
            {t(words.all)}
          </Button>
        )}
      </div>
      <TaskRows rows={shown} numbers={numbers} />
    </>
  )
}

type MapProps = {
  code: string
  name: string
  points: { spot: Spot | null; mark: Mark }[]
  onPick: (keys: string[]) => void
}

function TaskMap({ code, name, points, onPick }: MapProps) {
  const { t } = useWords()
  const [spot, setSpot] = useState<Spot | null>(null)
  const where = useWhereAmI(setSpot)
  const marked = (flat: (spot: Spot) => Flat): Marked<Mark>[] =>
    points.flatMap(({ spot: at, mark }) => (at === null ? [] : [{ at: flat(at), of: mark }]))
  return (
    <>
      <PointMap
        code={code}
        name={name}
        spot={null}
        chosen={null}
        onTap={null}
        marks={(flat, unit) => (
          <MapMarks
            points={marked(flat)}
            unit={unit}
            here={spot === null ? null : flat(spot)}
            onPick={onPick}
          />
        )}
      />
      <Button look="quiet" icon="pin" busy={where.state === 'asking'} onClick={where.ask}>
        {t(words.whereAmI)}
      </Button>
      <p className="k-note" role="status">
        {t(where.state === 'refused' || where.state === 'none' ? words.noPosition : words.onlyHere)}
      </p>
    </>
  )
}
