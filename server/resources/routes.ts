// The endpoints of the resources room.
import * as contract from '#core/resources/contract.ts'
import * as asking from '#core/resources/contract-requests.ts'
import { ledgerColumns, requestColumns, resourceColumns } from '#core/resources/export-columns.ts'
import type { App, Who } from '../app.ts'
import { mountExport } from '../kit/export-list.ts'
import { type Server, mount } from '../kit/http.ts'
import * as reading from './reading.ts'
import * as register from './register.ts'
import * as requestReading from './request-reading.ts'
import * as requests from './requests.ts'
import * as takingIn from './taking-in.ts'
import { tellEnding, tellLate, tellMove } from './tells.ts'

export function mountResources(server: Server, app: App): void {
  mount(server, app, contract.listResourceKinds, (who, input) => reading.listKinds(app, who, input))
  mount(server, app, contract.listResources, (who, input) => reading.listResources(app, who, input))
  mount(server, app, contract.countResources, (who, input) =>
    reading.countResources(app, who, input),
  )
  mount(server, app, contract.listNearby, (who, input) => reading.listNearby(app, who, input))
  mount(server, app, contract.getResource, (who, input) => reading.getResource(app, who, input))
  mount(server, app, contract.addResource, (who, input) => register.addResource(app, who, input))
  mount(server, app, contract.changeResource, (who, input) =>
    register.changeResource(app, who, input),
  )
  mount(server, app, contract.endResource, (who, input) => register.endResource(app, who, input))
  mount(server, app, contract.previewResources, (who, input) =>
    takingIn.previewFile(app, who, input),
  )
  mount(server, app, contract.importResources, (who, input) => takingIn.importFile(app, who, input))
  mountRequests(server, app)
  mountExports(server, app)
  app.jobs.tasks['tell_resource_move'] = (payload) => tellMove(app, payload)
  app.jobs.tasks['tell_resources'] = async () => {
    await tellEnding(app)
    await tellLate(app)
  }
  app.jobs.crons.push({ task: 'tell_resources', match: '40 0 * * *' })
}

function mountRequests(server: Server, app: App): void {
  mount(server, app, asking.listRequests, (who, input) =>
    requestReading.listRequests(app, who, input),
  )
  mount(server, app, asking.listLedger, (who, input) => requestReading.listLedger(app, who, input))
  mount(server, app, asking.getRequest, (who, input) => requestReading.getRequest(app, who, input))
  mount(server, app, asking.askResource, (who, input) => requests.askResource(app, who, input))
  mount(server, app, asking.answerRequest, (who, input) => requests.answerRequest(app, who, input))
  mount(server, app, asking.escalateRequest, (who, input) =>
    requests.escalateRequest(app, who, input),
  )
  mount(server, app, asking.withdrawRequest, (who, input) =>
    requests.withdrawRequest(app, who, input),
  )
  mount(server, app, asking.registerRequest, (who, input) =>
    requests.registerRequest(app, who, input),
  )
  mount(server, app, asking.useResource, (who, input) => requests.useResource(app, who, input))
  mount(server, app, asking.correctUse, (who, input) => requests.correctUse(app, who, input))
  mount(server, app, asking.reportRequest, (who, input) => requests.reportRequest(app, who, input))
}

function mountExports(server: Server, app: App): void {
  mountExport(server, app, {
    list: contract.listResources,
    title: { zh: '资源', en: 'Resources' },
    columns: resourceColumns,
    page: (who: Who, input) => reading.listResources(app, who, input),
  })
  mountExport(server, app, {
    list: asking.listRequests,
    title: { zh: '资源请求', en: 'Resource requests' },
    columns: requestColumns,
    page: (who: Who, input) => requestReading.listRequests(app, who, input),
  })
  mountExport(server, app, {
    list: asking.listLedger,
    title: { zh: '资源下沉账', en: 'Resource ledger' },
    columns: ledgerColumns,
    page: (who: Who, input) => requestReading.listLedger(app, who, input),
  })
}
