// The resident's account: signing in by a code, and its end.
import type { Words } from '#core/kit/words.ts'

export const accountWords = {
  title: { zh: '用手机号放在一处看', en: 'All in one place, by your number' },
  lead: {
    zh: '不用注册也能反映和查。想在别的手机上也看到，可以用手机号。',
    en: 'You can report and follow without an account. To see your reports on another device, too, use your number.',
  },
  none: {
    zh: '这里没有接短信，不能用手机号。用编号和查询码照样能看。',
    en: 'No text messages are set up here, so there are no accounts. Number and code open your reports as before.',
  },
  phone: { zh: '手机号', en: 'Telephone number' },
  phoneHint: { zh: '只用来发验证码', en: 'Only to send you the code' },
  ask: { zh: '要验证码', en: 'Send me a code' },
  askAgain: { zh: '再要一个', en: 'Send another' },
  askAgainIn: { zh: '{n} 秒后可以再要一个', en: 'You can ask for another in {n} seconds' },
  sent: {
    zh: '如果这个号码收得到短信，六位数的验证码已经在路上，{minutes} 分钟内有效。',
    en: 'If this number takes text messages, six digits are on their way. They are good for {minutes} minutes.',
  },
  code: { zh: '验证码', en: 'Code' },
  codeHint: { zh: '短信里的六位数', en: 'The six digits of the message' },
  codeWrong: { zh: '是六位数', en: 'Six digits' },
  phoneWrong: { zh: '请填手机号', en: 'Please enter a number' },
  enter: { zh: '登录', en: 'Sign in' },
  otherNumber: { zh: '换个号码', en: 'Another number' },
  demo: { zh: '这里是演示，验证码在演示收件箱里', en: 'This is a demo: the code is in its inbox' },
  consentTitle: { zh: '第一次用，先看这几条', en: 'The first time: please read this' },
  agree: { zh: '同意，登录', en: 'I agree, sign in' },
  mine: { zh: '我的账号', en: 'My account' },
  signedInAs: { zh: '手机号 {phone}', en: 'Number {phone}' },
  name: { zh: '怎么称呼您', en: 'What to call you' },
  nameHint: { zh: '可以不填，只有您自己看得到', en: 'Optional; only you see it' },
  keepName: { zh: '记下', en: 'Keep' },
  nameKept: { zh: '记下了', en: 'Kept' },
  agreedOn: { zh: '{when} 同意的说明', en: 'What you agreed to, {when}' },
  signOut: { zh: '在这台设备上退出', en: 'Sign out on this device' },
  end: { zh: '删除账号', en: 'Delete the account' },
  endTitle: { zh: '删除账号吗？', en: 'Delete the account?' },
  endSays: {
    zh: '手机号马上删掉，不能恢复。反映的事还在，用编号和查询码照样能看；没有抄下查询码的，请先抄下来。',
    en: 'Your number is erased at once and cannot be brought back. Your reports stay and open with number and code: copy the codes you have not kept first.',
  },
  endDo: { zh: '删除', en: 'Delete' },
  ended: { zh: '账号删除了，号码没有留下。', en: 'The account is deleted and the number gone.' },
} satisfies Record<string, Words>
