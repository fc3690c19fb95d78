// A community's next grids on our own map: opened as a draft, drawn, saved, given up.
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
import { DrawingTable } from './DrawingTable.tsx'
import { placeRefusals } from './refusals.ts'
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

function NotYet({ view }: { view: RedrawingView }) {
  const { t } = useWords()
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
    </Room>
  )
}
