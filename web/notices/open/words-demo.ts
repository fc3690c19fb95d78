// The demo's inbox, in words.
import type { Words } from '#core/kit/words.ts'

export const demoWords = {
  title: { zh: '演示收件箱', en: 'The demo’s inbox' },
  lead: {
    zh: '这里是演示。本来要发到手机和邮箱的，都放在这里，没有真的发出去。',
    en: 'This is a demo. What would go to telephones and mailboxes is kept here; nothing is really sent.',
  },
  sms: { zh: '短信', en: 'Text message' },
  mail: { zh: '邮件', en: 'Mail' },
  to: { zh: '发给 {to}', en: 'To {to}' },
  none: { zh: '还没有要发的', en: 'Nothing to send yet' },
  noneThen: {
    zh: '在“我的反映”里要一个验证码，或者订阅一个社区的动态，这里就会有一条。',
    en: 'Ask for a code under “My reports”, or for news of a community, and it will be here.',
  },
  again: { zh: '再看一次', en: 'Look again' },
  notHere: { zh: '这里没有演示收件箱', en: 'There is no demo inbox here' },
  notHereThen: {
    zh: '只有演示世界才有，而且只在开着它的那台电脑上。',
    en: 'Only the demo world has one, and only on the machine it runs on.',
  },
} satisfies Record<string, Words>
