// What the pages of alerts say about being told by the browser.
import type { Words } from '#core/kit/words.ts'

export const pushWords = {
  here: { zh: '这个浏览器的通知', en: 'Notices of this browser' },
  hereNote: {
    zh: '不用号码，不用邮箱；夜里只发停水停电和安全提醒',
    en: 'No number, no mailbox; at night only what is off or unsafe',
  },
  only: {
    zh: '由这个浏览器通知您，不用号码，不用邮箱；夜里只发停水停电和安全提醒。',
    en: 'This browser tells you, without number or mailbox; at night only what is off or unsafe.',
  },
  agree: { zh: '看过了，同意，打开通知', en: 'I have read it and agree: turn notices on' },
  install: {
    zh: '想用 iPhone 或 iPad 的通知：先点分享，添加到主屏幕，从主屏幕打开再来这一页。',
    en: 'For notices on an iPhone or iPad: tap Share, add to the home screen, and open this page from there.',
  },
  blocked: {
    zh: '本网站的通知在浏览器里关着。在浏览器的网站设置里打开，再来一次。',
    en: 'Notices of this site are turned off in the browser. Turn them on in its settings for this site, and come again.',
  },
  denied: {
    zh: '通知没有打开，什么也没有订。可以再按一次，或者留邮箱。',
    en: 'Notices were not turned on, and nothing was set up. Press again, or leave a mailbox.',
  },
  unreachable: {
    zh: '浏览器连不上厂商的通知服务，有些网络里就是这样。什么也没有订，可以换邮箱。',
    en: 'The browser cannot reach its maker’s notice service, as in some networks. Nothing was set up: a mailbox works.',
  },
  hereOn: { zh: '这个浏览器已经在收', en: 'This browser is told already' },
  change: { zh: '改一改，或不再收', en: 'Change or end it' },
  onSays: {
    zh: '由浏览器通知您，{ends}到期。到期前会问您还要不要。',
    en: 'Your browser tells you, until {ends}. You are asked before it ends.',
  },
} satisfies Record<string, Words>
