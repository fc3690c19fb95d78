// The list behind a figure as a file: whoever doubts a number can count its rows.
import { caseColumns } from '#core/cases/export-columns.ts'
import { listBehind as behindContract } from '#core/cockpit/contract.ts'
import type { App, Who } from '../app.ts'
import { mountExport } from '../kit/export-list.ts'
import type { Server } from '../kit/http.ts'
import { listBehind } from './behind.ts'

export function mountCockpitExports(server: Server, app: App): void {
  const timeZone = app.places.geography.top()?.timeZone ?? 'Asia/Shanghai'
  mountExport(server, app, {
    list: behindContract,
    title: { zh: '指标明细', en: 'Behind the figure' },
    columns: caseColumns(timeZone),
    page: (who: Who, input) => listBehind(app, who, input),
  })
}
