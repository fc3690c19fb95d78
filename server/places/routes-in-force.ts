// The endpoints of putting grids in force, and of comparing two days.
import * as contract from '#core/places/contract-in-force.ts'
import type { App, Who } from '../app.ts'
import { type Server, mount } from '../kit/http.ts'
import { type InForce, previewRedrawing } from './grids-in-force.ts'
import { compareGrids } from './grid-versions.ts'
import * as putting from './putting-in-force.ts'

export type InForceRight = Omit<InForce, 'app' | 'who'>

export function mountInForce(server: Server, app: App, right: InForceRight): void {
  const of = (who: Who): InForce => ({ app, who, ...right })
  mount(server, app, contract.previewRedrawing, (who, input) => previewRedrawing(of(who), input))
  mount(server, app, contract.proposeRedrawing, (who, input) =>
    putting.proposeRedrawing(of(who), input),
  )
  mount(server, app, contract.confirmRedrawing, (who, input) =>
    putting.confirmRedrawing(of(who), input),
  )
  mount(server, app, contract.sendBackRedrawing, (who, input) =>
    putting.sendBackRedrawing(of(who), input),
  )
  mount(server, app, contract.takeBackRedrawing, (who, input) =>
    putting.takeBackRedrawing(of(who), input),
  )
  mount(server, app, contract.compareGrids, async (_who, input) => compareGrids(app, input))
}
