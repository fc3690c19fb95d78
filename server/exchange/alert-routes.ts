// The doors of subscriptions, the one press of a mail programme, and the jobs behind them.
import * as contract from '#core/exchange/contract-alerts.ts'
import { isUuid } from '#core/kit/ids.ts'
import type { App } from '../app.ts'
import { type PlainAnswer, type PlainRequest, type Server, mount, mountPlain } from '../kit/http.ts'
import { followForAlerts } from './alert-following.ts'
import { goneTask } from './alert-messages.ts'
import { forgetAlerts, tellAlerts } from './alert-telling.ts'
import * as browsers from './alert-browsers.ts'
import * as alerts from './alerts.ts'

export function mountAlerts(server: Server, app: App): void {
  mount(server, app, contract.readAlertChoices, (_who, input) =>
    alerts.readAlertChoices(app, input),
  )
  mount(server, app, contract.askAlert, (_who, input, call) => alerts.askAlert(app, input, call))
  mount(server, app, contract.confirmAlert, (_who, input, call) =>
    alerts.confirmAlert(app, input, call),
  )
  mount(server, app, contract.openAlert, (_who, input) => alerts.openAlert(app, input))
  mount(server, app, contract.changeAlert, (_who, input) => alerts.changeAlert(app, input))
  mount(server, app, contract.endAlert, (_who, input) => alerts.endAlert(app, input))
  mount(server, app, contract.askPushAlert, (_who, input, call) =>
    browsers.askPushAlert(app, input, call),
  )
  mount(server, app, contract.listPushAlerts, (_who, input) => browsers.listPushAlerts(app, input))
  mountOneClick(server, app)
  app.jobs.tasks[goneTask] = async (payload) => {
    const { address } = payload as { address: string }
    await browsers.browserIsGone(app, address)
  }
  app.jobs.tasks['alerts'] = async () => {
    await followForAlerts(app)
    await tellAlerts(app)
  }
  app.jobs.crons.push({ task: 'alerts', match: '* * * * *' })
  app.jobs.tasks['forget_alerts'] = () => forgetAlerts(app)
  app.jobs.crons.push({ task: 'forget_alerts', match: '31 1 * * *' })
}

/**
 * RFC 8058: a mail programme ends it by one POST, without cookies or questions. Following the address alone ends nothing,
 * since programmes that look for harm follow every address: it leads a person to the page.
 */
function mountOneClick(server: Server, app: App): void {
  const path = '/api/alerts/:id/one-click/:secret'
  const limit = { max: 60, per: 'minute' } as const
  const plain = (status: number, body: string): PlainAnswer => ({
    status,
    contentType: 'text/plain; charset=utf-8',
    body,
    headers: { 'cache-control': 'no-store' },
  })
  const named = ({ params }: PlainRequest) => ({
    id: params['id'] ?? '',
    secret: params['secret'] ?? '',
  })
  mountPlain(server, app, { method: 'POST', path, limit }, async (request) => {
    if (!/\bList-Unsubscribe(=|"\s+)One-Click\b/.test(request.body.toString('utf8')))
      return plain(400, 'List-Unsubscribe=One-Click is expected (RFC 8058).\n')
    const { id, secret } = named(request)
    if (isUuid(id)) await alerts.endAlert(app, { id, secret })
    return plain(200, '已经退订，地址删除了。Ended; the address is deleted.\n')
  })
  mountPlain(server, app, { method: 'GET', path, limit }, (request) => {
    const { id, secret } = named(request)
    const location = `${app.config.publicUrl}/alerts/${encodeURIComponent(id)}#${encodeURIComponent(secret)}`
    const answer = plain(302, '')
    return Promise.resolve({ ...answer, headers: { ...answer.headers, location } })
  })
}
