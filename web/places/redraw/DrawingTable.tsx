// The table a draft is drawn on: the map, what to do with it, the grids as a list, and what is not right yet.
import { useEffect, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import {
  type RedrawingView,
  dropRedrawing,
  readRedrawing,
  saveRedrawing,
} from '#core/places/contract-redrawing.ts'
import { type Corner, isSame } from '#core/places/corners.ts'
import { flatParts } from '#core/places/drawing-wire.ts'
import { anchorOn } from '#core/places/redraw-corners.ts'
import { splitPart } from '#core/places/redraw-split.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand } from '#web/kit/queries.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Breadcrumb } from '#web/kit/ui/Breadcrumb.tsx'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Room } from '#web/kit/ui/Room.tsx'
import { Problem } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { useNamed } from '../named.ts'
import { DrawingMap } from './DrawingMap.tsx'
import { FaultList } from './FaultList.tsx'
import { PartList } from './PartList.tsx'
import { ToolPanel } from './ToolPanel.tsx'
import { type Drafting, useDrafting } from './drafting.ts'
import { placeRefusals } from './refusals.ts'
import { planeOf, useSight } from './table-view.ts'
import { redrawWords as words } from './words-redraw.ts'

type Draft = NonNullable<RedrawingView['draft']>

export function DrawingTable({ view, draft }: { view: RedrawingView; draft: Draft }) {
  const { t } = useWords()
  const times = useTimes()
  const nameOf = useNamed()
  const drafting = useDrafting(view)
  const plane = useMemo(() => planeOf(drafting.ground.outline), [drafting.ground])
  const seeing = useSight(plane)
  const [line, setLine] = useState<readonly Corner[]>([])
  const press = (at: Corner, key: string | null, reach: number) => {
    if (drafting.tool === 'split' && drafting.part !== null)
      setLine(pressed(drafting, line, at, reach))
    else drafting.choose(key)
  }
  const back = () => setLine(line.slice(0, -1))
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
      sub={t(words.sub, {
        by: draft.changedBy ?? t(words.somebody),
        at: times.near(draft.changedAt),
        day: times.date(view.ground.since),
      })}
      tools={<Keeping drafting={drafting} draft={draft} />}
    >
      {draft.stale && (
        <Notice tone="zhu" title={t(words.stale)}>
          {t(words.staleThen)}
        </Notice>
      )}
      {draft.proposed && (
        <Notice tone="zhe" title={t(words.proposed)}>
          {t(words.proposedThen)}
        </Notice>
      )}
      <div className="redraw-narrow">
        <Notice tone="zhe">{t(words.wider)}</Notice>
      </div>
      <div className="redraw-table">
        <DrawingMap {...{ drafting, plane, seeing, line }} onPress={press} onBack={back} />
        <div className="redraw-side">
          <ToolPanel
            drafting={drafting}
            plane={plane}
            line={line}
            onBack={back}
            onClear={() => setLine([])}
          />
          <FaultList drafting={drafting} onShow={seeing.show} />
        </div>
      </div>
      <PartList drafting={drafting} />
    </Room>
  )
}

/** A point more of the line; on the border for the second time, the grid is cut. */
function pressed(
  drafting: Drafting,
  line: readonly Corner[],
  at: Corner,
  reach: number,
): readonly Corner[] {
  const { part, drawing } = drafting
  if (part === null) return []
  const border = anchorOn(drawing, part.loops, at, reach)?.corner ?? null
  if (border === null) return line.length === 0 ? line : [...line, at]
  if (line.some((corner) => isSame(corner, border))) return line
  if (line.length === 0) return [border]
  drafting.take((now) => splitPart(now, part.key, [...line, border]))
  return []
}

function Keeping({ drafting, draft }: { drafting: Drafting; draft: Draft }) {
  const { t } = useWords()
  const toast = useToast()
  const navigate = useNavigate()
  const { code } = drafting.view.area
  const [kept, setKept] = useState({ drawing: drafting.drawing, version: draft.version })
  const [dropping, setDropping] = useState(false)
  const of = { code, id: draft.id, expectedVersion: kept.version }
  const saving = useCommand(saveRedrawing, { refresh: [readRedrawing] })
  const giving = useCommand(dropRedrawing, { refresh: [readRedrawing] })
  const unsaved = drafting.drawing !== kept.drawing
  useStayWhile(unsaved)
  const save = () => {
    const { drawing } = drafting
    const parts = flatParts(drawing.parts)
    saving.mutate(
      { ...of, parts },
      {
        onSuccess: ({ version }) => {
          setKept({ drawing, version })
          toast(t(words.saved))
        },
      },
    )
  }
  return (
    <div className="redraw-keeping">
      <Buttons end>
        <Button whyNot={null} onClick={() => setDropping(true)}>
          {t(words.drop)}
        </Button>
        <Button
          whyNot={unsaved ? t(words.saveFirst) : null}
          onClick={() => void navigate(paths.desk.inForce(code))}
        >
          {t(words.toForce)}
        </Button>
        <Button
          look="pri"
          busy={saving.isPending}
          whyNot={unsaved ? null : t(words.allSaved)}
          onClick={save}
        >
          {t(words.save)}
        </Button>
      </Buttons>
      {unsaved && <p className="k-note">{t(words.unsaved)}</p>}
      {saving.error && <Problem error={saving.error} refusals={placeRefusals} />}
      {dropping && (
        <AskDialog
          title={t(words.dropAsk)}
          says={t(words.dropSays)}
          verb={t(words.drop)}
          grave
          busy={giving.isPending}
          error={giving.error}
          refusals={placeRefusals}
          onSubmit={() => giving.mutate(of)}
          onClose={() => setDropping(false)}
        />
      )}
    </div>
  )
}

/** The browser asks before it leaves what is not saved. */
function useStayWhile(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', stay)
    return () => window.removeEventListener('beforeunload', stay)
  }, [unsaved])
}
