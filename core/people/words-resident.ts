// The words of a resident's account.
import type { Words } from '#core/kit/words.ts'

/** What stands on the telephone; carriers count signs, so it is short. */
export const codeMessage: Words = {
  zh: '邻里验证码 {code}，{minutes} 分钟内有效。不是您本人要的，不用理会，也别告诉别人。',
  en: 'Linli code {code}, good for {minutes} minutes. If you did not ask for it, ignore it and tell nobody.',
}

export const residentRefusals = {
  no_codes_here: {
    zh: '这里还没有接短信，不能用手机号登录。用编号和查询码照样能看。',
    en: 'No text messages are set up here, so there are no accounts. Number and code open your reports as before.',
  },
  phone_wrong: { zh: '这个手机号不对。', en: 'This is no telephone number.' },
  too_many_codes: {
    zh: '要得太勤了，过一会儿再要。',
    en: 'Too many codes were asked for. Please wait a while.',
  },
  wrong_code: {
    zh: '验证码不对，或者已经过期。看看最新的一条短信，或者再要一个。',
    en: 'The code is wrong or too old. Look at the latest message, or ask for another.',
  },
  consent_needed: {
    zh: '请先看一看下面的说明，同意了再登录。',
    en: 'Please read the text below and agree to it first.',
  },
  not_signed_in: {
    zh: '登录过期了，请再登录一次。',
    en: 'Your visit has ended. Please sign in again.',
  },
  too_many_reports: { zh: '已经加满了。', en: 'No more can be added.' },
  no_such_case: { zh: '没有这个编号，或者查询码不对。', en: 'Number or code is wrong.' },
} as const satisfies Record<string, Words>
