// Endpoints of the notices room.

import * as contract from '#core/notices/contract.ts'
import { readDemoInbox as demoInboxContract } from '#core/notices/contract-demo.ts'
import { noticeColumns } from '#core/notices/export-columns.ts'
import type { App, Who } from '../app.ts'
import { mountExport } from '../kit/export-list.ts'
import { mount } from '../kit/http.ts'
import type { Server } from '../kit/http.ts'
import { readDemoInbox } from './demo-inbox.ts'
import { listNotices, readNotices } from './notices.ts'
import { forgetMessages, sendMessages } from './sending.ts'

export function mountNotices(server: Server, app: App): void {
  mount(server, app, contract.listNotices, (who, input) => listNotices(app, who, input))
  mount(server, app, contract.readNotices, (who, input) => readNotices(app, who, input))
  mountExport(server, app, {
    list: contract.listNotices,
    title: { zh: '消息', en: 'Notices' },
    columns: noticeColumns(app.places.geography.top()?.timeZone ?? 'Asia/Shanghai'),
    page: (who: Who, input) => listNotices(app, who, input),
  })
  mount(server, app, demoInboxContract, (_, input) => readDemoInbox(app, input))
  app.jobs.tasks['send_messages'] = async () => void (await sendMessages(app))
  app.jobs.crons.push({ task: 'send_messages', match: '* * * * *' })
  app.jobs.tasks['forget_messages'] = () => forgetMessages(app)
  app.jobs.crons.push({ task: 'forget_messages', match: '23 19 * * *' })
}
