// Codes for residents, sent as text messages in the name of the top area: handed to the room of people by main.ts.
import { Trouble } from '#core/kit/result.ts'
import type { App } from '../app.ts'
import type { Post } from '../people/residents.ts'
import { isDemoWorld } from './demo-inbox.ts'
import { isReachable } from './gateways.ts'
import { sendMessage } from './messages.ts'

export const codePost = (app: App): Post => ({
  isThere: () => isReachable(app, 'sms') && app.places.geography.top() !== null,
  isDemo: () => isDemoWorld(app) && app.config.gateways.sms === null,
  send: async (tx, sms) => {
    const top = app.places.geography.top()
    if (top === null) throw new Trouble('places', 'there is no area in whose name a code is sent')
    await sendMessage(app, tx, {
      communityId: top.id,
      channel: 'sms',
      kind: 'signInCode',
      subject: null,
      ...sms,
    })
  },
})
