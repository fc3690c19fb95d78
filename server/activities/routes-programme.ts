// The endpoints of what anybody may know of the centre, its calendar feeds and its printed sheets.
import * as contract from '#core/activities/contract-programme.ts'
import type { App } from '../app.ts'
import { type Server, mount, mountFile } from '../kit/http.ts'
import { pressOf } from '../kit/pdf.ts'
import { mountFeeds } from './feeds.ts'
import * as printing from './printing.ts'
import * as programme from './programme.ts'
import * as pages from './programme-pages.ts'

export function mountProgramme(server: Server, app: App): void {
  mount(server, app, contract.readProgramme, (_who, input) => programme.readProgramme(app, input))
  mount(server, app, contract.readSessionPage, (_who, input) =>
    programme.readSessionPage(app, input),
  )
  mount(server, app, contract.readSeriesPage, (_who, input) => pages.readSeriesPage(app, input))
  mount(server, app, contract.readGroupPage, (_who, input) => pages.readGroupPage(app, input))
  mount(server, app, contract.readCentrePage, (_who, input) => pages.readCentrePage(app, input))
  mountFeeds(server, app)
  const printer = { app, press: pressOf(app) }
  mountFile(server, app, contract.printWeek, (_who, input) => printing.printWeek(printer, input))
  mountFile(server, app, contract.printWeekPoster, (_who, input) =>
    printing.printWeekPoster(printer, input),
  )
  mountFile(server, app, contract.printMonth, (_who, input) => printing.printMonth(printer, input))
  mountFile(server, app, contract.printPoster, (_who, input) =>
    printing.printPoster(printer, input),
  )
}
