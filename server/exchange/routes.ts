// The doors to other systems, and the jobs behind them.
import * as wire from '#core/exchange/contract-webhooks.ts'
import * as far from '#core/exchange/contract-remotes.ts'
import { readOpenData as openData } from '#core/exchange/contract-open-data.ts'
import * as calendar from '#core/exchange/contract-calendar.ts'
import type { App } from '../app.ts'
import { personalData } from '#core/exchange/personal-data.ts'
import { readPrivacy, takePrivacyRegister } from '#core/people/contract-privacy.ts'
import { type Server, mount, mountFile } from '../kit/http.ts'
import { readPrivacy as privacyAt } from '../people/privacy.ts'
import { registerFile } from './personal-register.ts'
import {
  endMyCalendar,
  makeMyCalendar,
  mountDutyCalendar,
  readMyCalendar,
} from './duty-calendar.ts'
import { mountAlerts } from './alert-routes.ts'
import { mountFeatures } from './features.ts'
import { readOpenData } from './open-data.ts'
import { mountOrders } from './order-routes.ts'
import { followForRemotes } from './remote-following.ts'
import { pollRemotes } from './remote-polling.ts'
import { forgetRequests, sendToRemotes } from './remote-sending.ts'
import * as remotes from './remotes.ts'
import { deliverWebhooks, removeOldDeliveries } from './webhook-delivering.ts'
import { followForWebhooks } from './webhook-following.ts'
import * as webhooks from './webhooks.ts'

export function mountExchange(server: Server, app: App): void {
  mountFeatures(server, app)
  mountWebhooks(server, app)
  mountRemotes(server, app)
  mountDutyCalendar(server, app)
  mountAlerts(server, app)
  mountOrders(server, app)
  mount(server, app, readPrivacy, async (_who, input) => privacyAt(app, personalData, input))
  mountFile(server, app, takePrivacyRegister, (_who, input) => registerFile(app, input))
  mount(server, app, openData, (_who, input) => readOpenData(app, input))
  mount(server, app, calendar.readMyCalendar, (who) => readMyCalendar(app, who))
  mount(server, app, calendar.makeMyCalendar, (who, input) => makeMyCalendar(app, who, input))
  mount(server, app, calendar.endMyCalendar, (who, input) => endMyCalendar(app, who, input))
}

function mountRemotes(server: Server, app: App): void {
  mount(server, app, far.listRemotes, (who, input) => remotes.listRemotes(app, who, input))
  mount(server, app, far.addRemote, (who, input) => remotes.addRemote(app, who, input))
  mount(server, app, far.changeRemote, (who, input) => remotes.changeRemote(app, who, input))
  mount(server, app, far.endRemote, (who, input) => remotes.endRemote(app, who, input))
  mount(server, app, far.tryRemote, (who, input) => remotes.tryRemote(app, who, input))
  mount(server, app, far.hurryRemote, (who, input) => remotes.hurryRemote(app, who, input))
  mount(server, app, far.listRemoteRequests, (who, input) =>
    remotes.listRemoteRequests(app, who, input),
  )
  app.jobs.tasks['remotes'] = async () => {
    await followForRemotes(app)
    await sendToRemotes(app)
    await pollRemotes(app)
  }
  app.jobs.crons.push({ task: 'remotes', match: '* * * * *' })
  app.jobs.tasks['forget_remote_requests'] = () => forgetRequests(app)
  app.jobs.crons.push({ task: 'forget_remote_requests', match: '27 19 * * *' })
}

function mountWebhooks(server: Server, app: App): void {
  mount(server, app, wire.listWebhooks, (who, input) => webhooks.listWebhooks(app, who, input))
  mount(server, app, wire.addWebhook, (who, input) => webhooks.addWebhook(app, who, input))
  mount(server, app, wire.endWebhook, (who, input) => webhooks.endWebhook(app, who, input))
  mount(server, app, wire.resumeWebhook, (who, input) => webhooks.resumeWebhook(app, who, input))
  mount(server, app, wire.rotateWebhook, (who, input) => webhooks.rotateWebhook(app, who, input))
  mount(server, app, wire.tryWebhook, (who, input) => webhooks.tryWebhook(app, who, input))
  mount(server, app, wire.listDeliveries, (who, input) => webhooks.listDeliveries(app, who, input))
  mount(server, app, wire.replayWebhook, (who, input) => webhooks.replayWebhook(app, who, input))
  app.jobs.tasks['webhooks'] = async () => {
    await followForWebhooks(app)
    await deliverWebhooks(app)
  }
  app.jobs.crons.push({ task: 'webhooks', match: '* * * * *' })
  app.jobs.tasks['forget_deliveries'] = () => removeOldDeliveries(app)
  app.jobs.crons.push({ task: 'forget_deliveries', match: '17 19 * * *' })
}
