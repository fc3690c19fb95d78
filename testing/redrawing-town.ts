// The steps of a redrawing as people of the drawn town take them: gui draws and proposes, somebody else confirms.
import { randomUUID } from 'node:crypto'
import type { InputOf } from '#core/kit/contract.ts'
import * as force from '#core/places/contract-in-force.ts'
import { openRedrawing, readRedrawing, saveRedrawing } from '#core/places/contract-redrawing.ts'
import { flatParts, loopsFrom, partsFrom } from '#core/places/drawing-wire.ts'
import type { Drawing } from '#core/places/drawing.ts'
import { must } from './drawn-squares.ts'
import type { DrawnTown } from './drawn-town.ts'
import { comes } from './town-life.ts'
import { codes } from './town.ts'

const code = codes.community
export const ofCommunity = () => ({ commandId: randomUUID(), code })

export const preview = async (t: DrawnTown, login = 'gui') =>
  must(await (await comes(t, login)).call(force.previewRedrawing, { code }))

export async function draw(t: DrawnTown, change: (drawing: Drawing) => Drawing): Promise<void> {
  const gui = await comes(t, 'gui')
  must(await gui.call(openRedrawing, ofCommunity()))
  const { draft, ground } = must(await gui.call(readRedrawing, { code }))
  const { parts } = change({
    outline: loopsFrom(ground.outline),
    parts: partsFrom(draft!.parts),
    before: partsFrom(ground.before),
  })
  const saving = { id: draft!.id, expectedVersion: draft!.version, parts: flatParts(parts) }
  must(await gui.call(saveRedrawing, { ...ofCommunity(), ...saving }))
}

export async function propose(
  t: DrawnTown,
  day: string,
  more: Partial<InputOf<typeof force.proposeRedrawing>> = {},
) {
  const { draft } = await preview(t)
  const of = { id: draft!.id, expectedVersion: draft!.version, day, heirs: [], staff: [] }
  return (await comes(t, 'gui')).call(force.proposeRedrawing, { ...ofCommunity(), ...of, ...more })
}

/** `seen`: what was on the page of somebody who does not look again before the word is given. */
export async function confirms(
  t: DrawnTown,
  login: string,
  seen?: Awaited<ReturnType<typeof preview>>['draft'],
) {
  const draft = seen ?? (await preview(t)).draft
  const of = { id: draft!.id, expectedVersion: draft!.version }
  return (await comes(t, login)).call(force.confirmRedrawing, { ...ofCommunity(), ...of })
}

export const gridOf = async (t: Pick<DrawnTown, 'owner'>, number: string) =>
  (
    await t.owner.query<{ code: string }>(
      `select a.code from cases.cases c join places.areas a on a.id = c.filed_area_id where c.number = $1`,
      [number],
    )
  ).rows[0]?.code
