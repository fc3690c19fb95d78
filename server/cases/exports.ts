// The lists of the cases room as files.
import { caseColumns, publicColumns } from '#core/cases/export-columns.ts'
import {
  listCases as casesContract,
  listPublicCases as publicContract,
} from '#core/cases/contract.ts'
import type { App, Who } from '../app.ts'
import { mountExport } from '../kit/export-list.ts'
import type { Server } from '../kit/http.ts'
import { listCases } from './lists.ts'
import { listPublicCases } from './public-lists.ts'

export function mountCaseExports(server: Server, app: App): void {
  const timeZone = app.places.geography.top()?.timeZone ?? 'Asia/Shanghai'
  mountExport(server, app, {
    list: casesContract,
    title: { zh: '事件清单', en: 'Cases' },
    columns: caseColumns(timeZone),
    page: (who: Who, input) => listCases(app, who, input),
  })
  mountExport(server, app, {
    list: publicContract,
    title: { zh: '公开事件', en: 'Public cases' },
    columns: publicColumns(timeZone),
    page: (_who: Who, input) => listPublicCases(app, input),
  })
}
