// The doors of break-glass.
import * as contract from '#core/cases/contract-glass.ts'
import type { App } from '../app.ts'
import { type Server, mount } from '../kit/http.ts'
import * as glasses from './glasses.ts'

export function mountGlasses(server: Server, app: App): void {
  mount(server, app, contract.breakGlass, (who, input) => glasses.breakGlass(app, who, input))
  mount(server, app, contract.listGlasses, (who, input) => glasses.listGlasses(app, who, input))
  mount(server, app, contract.readGlass, (who, input) => glasses.readGlass(app, who, input))
  mount(server, app, contract.showGlassContact, (who, input) =>
    glasses.showGlassContact(app, who, input),
  )
  mount(server, app, contract.endGlass, (who, input) => glasses.endGlass(app, who, input))
  mount(server, app, contract.reviewGlass, (who, input) => glasses.reviewGlass(app, who, input))
}
