// What residents are asked to agree to, word for word and by version: a changed sentence is a new version, and is asked
// again. Old versions stay, since rows name them.
import { assert } from '#core/kit/result.ts'
import type { Words } from '#core/kit/words.ts'

export const consentPurposes = ['account', 'alerts', 'push'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

export type Consent = {
  version: string
  /** What it is for, in one line. */
  purpose: Words
  text: readonly Words[]
}

const account: readonly Consent[] = [
  {
    version: '2026-12',
    purpose: {
      zh: '用手机号把您反映的事放在一处看',
      en: 'To see your reports in one place by your telephone number',
    },
    text: [
      {
        zh: '我们保存：手机号（加密），您加进来的反映，登录的时间。称呼可以不填。',
        en: 'We keep: your number (encrypted), the reports you add, and when you signed in. A name is optional.',
      },
      {
        zh: '只用来发验证码和让您自己看。工作人员看不到您有没有账号，也看不到您加了哪几件。',
        en: 'It serves to send you codes and for you to read. Staff see neither whether you have an account nor what you added to it.',
      },
      {
        zh: '随时可以删除，号码马上就没有了；反映还在，用编号和查询码照样看。两年没有打开也会自动删除。',
        en: 'You can delete it at any time, and the number is gone at once; your reports stay and open with number and code as before. Unopened for two years it is deleted by itself.',
      },
      {
        zh: '不注册什么也不少：反映、查进度、评价都不用账号。',
        en: 'Without an account you lose nothing: reporting, following and rating need none.',
      },
    ],
  },
]

const alerts: readonly Consent[] = [
  {
    version: '2026-12',
    purpose: {
      zh: '把您选的地方、您选的事发给您',
      en: 'To tell you of the places and matters you chose',
    },
    text: [
      {
        zh: '我们保存：您留的邮箱或手机号（加密），您选的网格和类别。在地图上画的范围只用来找出网格，不保存。',
        en: 'We keep: the mailbox or number you leave (encrypted), and the grids and categories you chose. A shape drawn on the map only finds the grids and is not kept.',
      },
      {
        zh: '只用来发这些消息。工作人员看不到是谁订的。',
        en: 'It serves to send these messages. Staff do not see who subscribed.',
      },
      {
        zh: '点一下就不再收，马上删除，不用登录。一年后到期，您不续就删除。',
        en: 'One tap ends it and deletes it at once, without signing in. It ends after a year unless you renew it.',
      },
    ],
  },
]

const push: readonly Consent[] = [
  {
    version: '2026-12',
    purpose: {
      zh: '把您选的地方、您选的事告诉这个浏览器',
      en: 'To tell this browser of the places and matters you chose',
    },
    text: [
      {
        zh: '我们保存：这个浏览器给的通知地址（加密），您选的网格和类别。不要号码，也不要邮箱。在地图上画的范围只用来找出网格，不保存。',
        en: 'We keep: the address this browser gives for notices (encrypted), and the grids and categories you chose. No number, no mailbox. A shape drawn on the map only finds the grids and is not kept.',
      },
      {
        zh: '通知要经过浏览器厂商的服务。它知道什么时候来了一条，看不到写的是什么。',
        en: 'A notice passes through the service of the browser’s maker. It learns that something came and when, and cannot read what.',
      },
      {
        zh: '点一下就不再收，马上删除；在浏览器里关掉通知也一样，我们一发现送不到就删除。一年后到期，您不续就删除。',
        en: 'One tap ends it and deletes it at once. Turning notices off in the browser does too: it is deleted as soon as we find that nothing arrives. It ends after a year unless you renew it.',
      },
    ],
  },
]

const versions: Readonly<Record<ConsentPurpose, readonly Consent[]>> = { account, alerts, push }

/** What is asked now. */
export function consentTo(purpose: ConsentPurpose): Consent {
  const newest = versions[purpose].at(-1)
  assert(newest, `something is asked for ${purpose}`)
  return newest
}
