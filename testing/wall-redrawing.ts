// Who may draw a community's next grids, and who may put them in force: once more, by hand.
import type { Role } from '#core/people/roles.ts'

const draws = (role: Role): boolean => role === 'ruleKeeper'
/** Keeps places, or heads a layer from the street up: two of them put grids in force. */
const reads = (role: Role): boolean =>
  draws(role) || ['streetCommander', 'districtCommander', 'cityCommander'].includes(role)

export const redrawingOfArea = {
  readRedrawing: { key: 'code', may: draws },
  openRedrawing: { key: 'code', may: draws },
  saveRedrawing: { key: 'code', may: draws },
  dropRedrawing: { key: 'code', may: draws },
  proposeRedrawing: { key: 'code', may: draws },
  previewRedrawing: { key: 'code', may: reads },
  confirmRedrawing: { key: 'code', may: reads },
  sendBackRedrawing: { key: 'code', may: reads },
  takeBackRedrawing: { key: 'code', may: reads },
} as const
