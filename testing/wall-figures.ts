// Doors of figures, written down by hand like the others: everybody inside what he was granted but administrators.
import type { Role } from '#core/people/roles.ts'

const administrators: Role[] = ['systemAdmin', 'securityAdmin', 'auditAdmin']
const allButAdministrators = (role: Role) => !administrators.includes(role)

export const figuresOfArea: Record<string, { key: string; may: (role: Role) => boolean }> = {
  getCockpit: { key: 'area', may: allButAdministrators },
  getProgrammeFigures: { key: 'area', may: allButAdministrators },
  readBrief: { key: 'area', may: allButAdministrators },
  writeBrief: { key: 'area', may: allButAdministrators },
  printBrief: { key: 'area', may: allButAdministrators },
  getFurtherFigures: { key: 'area', may: allButAdministrators },
  listBehind: { key: 'area', may: allButAdministrators },
  exportBehind: { key: 'area', may: allButAdministrators },
  listHappened: { key: 'area', may: allButAdministrators },
  getLayerFigures: { key: 'area', may: allButAdministrators },
  listLegsBehind: { key: 'area', may: allButAdministrators },
}
