// The doors for orders of a hotline, and the follower that looks what became of them.
import * as wire from '#core/exchange/contract-orders.ts'
import { answerColumns } from '#core/exchange/words-orders.ts'
import type { App } from '../app.ts'
import { mountExport } from '../kit/export-list.ts'
import { type Server, mount } from '../kit/http.ts'
import {
  followForOrders,
  listOrderAnswers,
  listOrderBatches,
  takeOrderAnswers,
} from './order-answers.ts'
import { forgetOrders } from './order-forgetting.ts'
import { listOrderImports, listOrders, readOrderImport } from './order-lists.ts'
import { previewOrders } from './order-preview.ts'
import { importOrders, putOrders } from './order-taking.ts'

export function mountOrders(server: Server, app: App): void {
  mount(server, app, wire.previewOrders, (who, input) => previewOrders(app, who, input))
  mount(server, app, wire.importOrders, (who, input) => importOrders(app, who, input))
  mount(server, app, wire.putOrders, (who, input) => putOrders(app, who, input))
  mount(server, app, wire.readOrderImport, (who, input) => readOrderImport(app, who, input))
  mount(server, app, wire.listOrderImports, (who, input) => listOrderImports(app, who, input))
  mount(server, app, wire.listOrders, (who, input) => listOrders(app, who, input))
  mount(server, app, wire.listOrderAnswers, (who, input) => listOrderAnswers(app, who, input))
  mount(server, app, wire.takeOrderAnswers, (who, input) => takeOrderAnswers(app, who, input))
  mount(server, app, wire.listOrderBatches, (who, input) => listOrderBatches(app, who, input))
  mountExport(server, app, {
    list: wire.listOrderAnswers,
    title: { zh: '热线工单办理结果', en: 'Answers to work orders' },
    columns: answerColumns(app.places.geography.top()?.timeZone ?? 'Asia/Shanghai'),
    page: (who, input) => listOrderAnswers(app, who, input),
  })
  app.jobs.tasks['orders'] = async () => void (await followForOrders(app))
  app.jobs.crons.push({ task: 'orders', match: '* * * * *' })
  app.jobs.tasks['forget_orders'] = async () => void (await forgetOrders(app))
  app.jobs.crons.push({ task: 'forget_orders', match: '47 18 * * *' })
}
