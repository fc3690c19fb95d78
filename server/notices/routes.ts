// Endpoints of the notices room.

import * as contract from '#core/notices/contract.ts'
import type { App } from '../app.ts'
import { mount } from '../kit/http.ts'
import type { Server } from '../kit/http.ts'
import { listNotices, readNotices } from './notices.ts'

export function mountNotices(server: Server, app: App): void {
  mount(server, app, contract.listNotices, (who, input) => listNotices(app, who, input))
  mount(server, app, contract.readNotices, (who, input) => readNotices(app, who, input))
}
