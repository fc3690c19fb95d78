// The lists of the people room as files: what the list shows its reader, no more.
import * as staff from '#core/people/contract-staff.ts'
import * as columns from '#core/people/export-columns.ts'
import type { App, Who } from '#server/app.ts'
import { mountExport } from '#server/kit/export-list.ts'
import type { Server } from '#server/kit/http.ts'
import { listLooks } from './looks.ts'
import { listDuties, listStaff } from './staff-list.ts'
import { listTokens } from './tokens.ts'

export function mountPeopleExports(server: Server, app: App): void {
  const timeZone = app.places.geography.top()?.timeZone ?? 'Asia/Shanghai'
  mountExport(server, app, {
    list: staff.listStaff,
    title: { zh: '人员', en: 'Staff' },
    columns: columns.staffColumns(timeZone),
    page: (who: Who, input) => listStaff(app, who, input),
  })
  mountExport(server, app, {
    list: staff.listDuties,
    title: { zh: '值班表', en: 'Roster' },
    columns: columns.dutyColumns(timeZone),
    page: (who: Who, input) => listDuties(app, who, input),
  })
  mountExport(server, app, {
    list: staff.listTokens,
    title: { zh: '接口令牌', en: 'Tokens' },
    columns: columns.tokenColumns(timeZone),
    page: (who: Who, input) => listTokens(app, who, input),
  })
  mountExport(server, app, {
    list: staff.listLooks,
    title: { zh: '查看记录', en: 'Looks' },
    columns: columns.lookColumns(timeZone),
    page: (who: Who, input) => listLooks(app, who, input),
  })
}
