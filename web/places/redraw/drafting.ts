// The draft on the table: every step kept, so that it can be undone; what was refused is said and changes nothing.
import { useCallback, useMemo, useState } from 'react'
import type { Result } from '#core/kit/result.ts'
import type { RedrawingView } from '#core/places/contract-redrawing.ts'
import type { Corner } from '#core/places/corners.ts'
import { type DrawingFault, type Ground, faultsOfDrawing } from '#core/places/drawing-faults.ts'
import { loopsFrom, partsFrom } from '#core/places/drawing-wire.ts'
import type { Drawing, Part } from '#core/places/drawing.ts'
import { nameFor, namePart, nextCode } from '#core/places/grid-names.ts'
import type { stepRefusals } from './words-redraw.ts'

export type StepRefusal = keyof typeof stepRefusals
export type Tool = 'look' | 'split' | 'merge' | 'border'

export type Drafting = {
  view: RedrawingView
  drawing: Drawing
  ground: Ground
  faults: DrawingFault[]
  refused: StepRefusal | null
  take: (step: (drawing: Drawing) => Result<Drawing, StepRefusal>) => void
  undo: (() => void) | null
  redo: (() => void) | null
  tool: Tool
  setTool: (tool: Tool) => void
  part: Part | null
  choose: (key: string | null) => void
  corner: Corner | null
  setCorner: (corner: Corner | null) => void
}

export const drawingOf = (view: RedrawingView): Drawing => ({
  outline: loopsFrom(view.ground.outline),
  before: partsFrom(view.ground.before),
  parts: partsFrom(view.draft?.parts ?? view.ground.before),
})

const groundOf = (view: RedrawingView): Ground => ({
  ...view.ground,
  outline: loopsFrom(view.ground.outline),
})

export function useDrafting(view: RedrawingView): Drafting {
  const [{ steps, at }, setHistory] = useState(() => ({ steps: [drawingOf(view)], at: 0 }))
  const [refused, setRefused] = useState<StepRefusal | null>(null)
  const [tool, setTool] = useState<Tool>('look')
  const [key, setKey] = useState<string | null>(null)
  const [corner, setCorner] = useState<Corner | null>(null)
  const ground = useMemo(() => groundOf(view), [view])
  const drawing = steps[at]!
  const faults = useMemo(() => faultsOfDrawing(ground, drawing.parts), [ground, drawing])
  const take: Drafting['take'] = useCallback(
    (step) => {
      const taken = step(drawing)
      setRefused(taken.ok ? null : taken.refusal)
      if (!taken.ok || taken.value === drawing) return
      const next = withWords(taken.value, view)
      setHistory({
        steps: [...steps.slice(Math.max(0, at - 99), at + 1), next],
        at: Math.min(at, 99) + 1,
      })
      setKey((chosen) => chosenAfter(chosen, drawing, next))
    },
    [drawing, steps, at, view],
  )
  const go = (to: number) => () => {
    setHistory({ steps, at: to })
    setRefused(null)
    setCorner(null)
  }
  return {
    view,
    drawing,
    ground,
    faults,
    refused,
    take,
    undo: at > 0 ? go(at - 1) : null,
    redo: at < steps.length - 1 ? go(at + 1) : null,
    tool,
    setTool: (to) => {
      setTool(to)
      setRefused(null)
      setCorner(null)
    },
    part: drawing.parts.find((part) => part.key === key) ?? null,
    choose: (to) => {
      setKey(to)
      setCorner(null)
    },
    corner,
    setCorner,
  }
}

/** New grids are proposed a code, and a name where the grids here are counted; the keeper changes both. */
function withWords(drawing: Drawing, { ground }: RedrawingView): Drawing {
  return drawing.parts.reduce((kept, part) => {
    if (part.was !== null || part.unclaimed || part.code !== '') return kept
    const code = nextCode(kept.parts, ground)
    return namePart(kept, part.key, nameFor(code, drawing.before, ground.digits))
  }, drawing)
}

/** Whoever looked at a grid that was split or merged looks at what came of it. */
function chosenAfter(chosen: string | null, before: Drawing, after: Drawing): string | null {
  if (chosen === null || after.parts.some((part) => part.key === chosen)) return chosen
  const fresh = after.parts.find((part) => !before.parts.some((each) => each.key === part.key))
  return fresh?.key ?? null
}
