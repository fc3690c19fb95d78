// What the pages of the second factor say.
export const factorWords = {
  title: { zh: '第二道验证', en: 'Second factor' },
  none: {
    zh: '现在只用密码登录。加一道：手机上的认证器每半分钟换一个数，密码被人知道了也进不来。',
    en: 'The password alone signs you in. With an authenticator on your telephone, which shows another number every half minute, a password that leaked opens nothing.',
  },
  since: {
    zh: '{day}起，登录要密码，还要认证器上的数。',
    en: 'Since {day} a number of the authenticator is asked for beside the password.',
  },
  codesLeft: { zh: '备用码还剩{n}个。', en: '{n} recovery codes are left.' },
  set: { zh: '加上第二道验证', en: 'Set it up' },
  replace: { zh: '换一个手机', en: 'Move to another telephone' },
  end: { zh: '取消第二道验证', en: 'Take it off' },
  password: { zh: '您的密码', en: 'Your password' },
  next: { zh: '下一步', en: 'Next' },
  scan: {
    zh: '用认证器扫这个方块码（任何支持 TOTP 的都行），再把它显示的六位数写在下面。',
    en: 'Scan this with an authenticator (any that knows TOTP), then write the six digits it shows.',
  },
  qr: { zh: '认证器的方块码', en: 'Square code for the authenticator' },
  typeIt: { zh: '扫不了就手输：', en: 'Or type it: ' },
  code: { zh: '认证器上的六位数', en: 'Six digits of the authenticator' },
  codeHint: { zh: '手机不在身边，写一个备用码。', en: 'Without the telephone, a recovery code.' },
  confirm: { zh: '确认', en: 'Confirm' },
  codesTitle: {
    zh: '加好了。这十个备用码只显示这一次。',
    en: 'It is set. These ten codes are shown this once.',
  },
  codesSay: {
    zh: '手机丢了或坏了，用一个备用码代替六位数，每个只能用一次。印出来或抄下来，不要和手机放在一起。',
    en: 'If the telephone is lost or broken, one of them stands for the six digits, each once. Print or copy them, and keep them apart from the telephone.',
  },
  print: { zh: '打印', en: 'Print' },
  kept: { zh: '抄好了', en: 'I have kept them' },
  mustEnrol: { zh: '先加上第二道验证', en: 'First set up a second factor' },
  mustEnrolSays: {
    zh: '您的角色按规定要两道验证：密码，加手机认证器上的数。现在加，以后每次登录都用。',
    en: 'Your role must sign in with two factors: the password, and a number from an authenticator on your telephone. It is set up now and asked for at every sign-in.',
  },
  reset: { zh: '解除第二道验证', en: 'Take off the second factor' },
  resetTitle: {
    zh: '解除{name}的第二道验证？',
    en: 'Take the second factor off the account of {name}?',
  },
  resetSays: {
    zh: '手机丢了、备用码也没了的时候用。所有设备退出登录，理由和经手人会记下来。先当面或打电话认清本人。',
    en: 'For when telephone and recovery codes are both lost. All devices are signed out; reason and name are kept. Make sure first that it is really them.',
  },
  returning: { zh: '正在登录', en: 'Signing in' },
  toSignIn: { zh: '回到登录', en: 'Back to the sign-in' },
  viaProvider: { zh: '用{name}登录', en: 'Sign in with {name}' },
  notLinked: {
    zh: '连上以后，可以用{name}登录；这里的密码还能用。',
    en: 'Once linked, {name} signs you in too; the password here goes on.',
  },
  linked: { zh: '{day}连上了{name}。', en: 'Linked to {name} on {day}.' },
  link: { zh: '连上{name}', en: 'Link {name}' },
  unlink: { zh: '取消', en: 'Take the link off' },
  resetDone: { zh: '解除了。', en: 'It is taken off.' },
} as const
