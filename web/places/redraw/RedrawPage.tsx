// A community's next grids on our own map: opened as a draft, drawn, saved, given up.
import { useMemo } from 'react'
import { useParams } from 'react-router'
import {
  type RedrawingView,
  openRedrawing,
  readRedrawing,
} from '#core/places/contract-redrawing.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Breadcrumb } from '#web/kit/ui/Breadcrumb.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Room } from '#web/kit/ui/Room.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { useNamed } from '../named.ts'
import { DrawingMap } from './DrawingMap.tsx'
import { DrawingTable } from './DrawingTable.tsx'
import { PartList } from './PartList.tsx'
import { useDrafting } from './drafting.ts'
import { placeRefusals } from './refusals.ts'
import { planeOf, useSight } from './table-view.ts'
import { redrawWords as words } from './words-redraw.ts'
import './redraw.css'

export function RedrawPage() {
  const { t } = useWords()
  const { code = '' } = useParams()
  const redrawing = useEndpoint(
    readRedrawing,
    { code },
    { keepPrevious: true, staleTime: Infinity },
  )
  if (redrawing.error && !redrawing.data)
    return (
      <Problem
        error={redrawing.error}
        refusals={placeRefusals}
        onRetry={() => void redrawing.refetch()}
      />
    )
  if (!redrawing.data) return <Loading what={t(words.fetching)} lines={6} />
  const view = redrawing.data
  if (view.draft === null) return <NotYet view={view} />
  return <DrawingTable key={view.draft.id} view={view} draft={view.draft} />
}

const noLine: readonly [] = []

/** The grids as they are, to look at before anything is drawn. */
function NotYet({ view }: { view: RedrawingView }) {
  const { t } = useWords()
  const drafting = useDrafting(view)
  const plane = useMemo(() => planeOf(drafting.ground.outline), [drafting.ground])
  const seeing = useSight(plane)
  const nameOf = useNamed()
  const opening = useCommand(openRedrawing, { refresh: [readRedrawing] })
  const name = nameOf(view.area)
  return (
    <Room
      crumb={
        <Breadcrumb
          steps={[{ label: name, to: paths.desk.places(view.area.code) }]}
          here={t(words.title)}
        />
      }
      title={t(words.titleOf, { name })}
    >
      {opening.error && <Problem error={opening.error} refusals={placeRefusals} />}
      <Notice>{t(words.openSays)}</Notice>
      <div>
        <Button
          look="pri"
          busy={opening.isPending}
          onClick={() => opening.mutate({ code: view.area.code })}
        >
          {t(words.open)}
        </Button>
      </div>
      <DrawingMap
        {...{ drafting, plane, seeing }}
        line={noLine}
        onPress={(_at, key) => drafting.choose(key)}
        onBack={() => drafting.choose(null)}
      />
      <PartList drafting={drafting} />
    </Room>
  )
}
