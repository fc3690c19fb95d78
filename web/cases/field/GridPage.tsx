// My grid: its shape among its neighbours, and what is in work there. Nothing marks a home or a person.
import { listCases } from '#core/cases/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { useMe } from '#web/people/me.ts'
import { PointMap } from '#web/places/PointMap.tsx'
import { communityOf, type MyArea, useMyArea } from './my-grid.ts'
import { TaskRows } from './TaskRows.tsx'
import { openStates } from './TasksPage.tsx'
import { gridWords } from './words-grid.ts'
import './field.css'

export function GridPage() {
  const { t } = useWords()
  const me = useMe()
  const area = useMyArea()
  if (area === null) {
    return (
      <div className="field-part">
        {me.data ? (
          <Empty title={t(gridWords.noGrid)} then={t(gridWords.noGridThen)} />
        ) : (
          <Loading />
        )}
      </div>
    )
  }
  return <Grid area={area} />
}

function Grid({ area }: { area: MyArea }) {
  const { t } = useWords()
  const list = useEndpoint(listCases, { area: area.code, state: openStates, limit: 100 })
  return (
    <>
      <div className="field-part">
        <h1 className="k-title">{area.name}</h1>
        <p className="k-compact k-sub">{t(gridWords.gridNote)}</p>
      </div>
      {area.level !== 'street' && area.level !== 'district' && (
        <div className="field-part field-map">
          <PointMap
            code={communityOf(area)}
            name={area.name}
            spot={null}
            chosen={area.level === 'grid' ? area.code : null}
            onTap={null}
          />
        </div>
      )}
      {list.data === undefined ? (
        <div className="field-part">
          {list.error ? (
            <Problem error={list.error} onRetry={() => void list.refetch()} />
          ) : (
            <Loading lines={5} />
          )}
        </div>
      ) : list.data.items.length === 0 ? (
        <div className="field-part">
          <Empty title={t(gridWords.nothingHere)} then={t(gridWords.nothingHereThen)} />
        </div>
      ) : (
        <TaskRows rows={list.data.items} />
      )}
    </>
  )
}
