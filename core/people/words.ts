// What the people room says, in both languages.
import type { Words } from '#core/kit/words.ts'
import type { Rule } from './responsible.ts'
import type { Role } from './roles.ts'

export const absenceKinds = ['leave', 'training', 'errand', 'other'] as const
export type AbsenceKind = (typeof absenceKinds)[number]

export const absenceWords: Readonly<Record<AbsenceKind, Words>> = {
  leave: { zh: '休假', en: 'on leave' },
  training: { zh: '外出培训', en: 'in training' },
  errand: { zh: '公出', en: 'away on duty' },
  other: { zh: '不在岗', en: 'away' },
}

/** Sentences for staff, by how the person was found; `{name}` is said to staff only. */
export const responsibleWords = {
  named: { zh: '由{name}办理（{unit}）。', en: '{name} is handling it ({unit}).' },
  roster: {
    zh: '{unit}当班：{name}（至{until}）。',
    en: '{unit}, on duty: {name} (until {until}).',
  },
  unitPerson: { zh: '由{unit}{post}{name}负责。', en: '{name}, {post}, {unit}, is responsible.' },
  gridLeader: { zh: '网格长{name}负责。', en: 'Grid leader {name} is responsible.' },
  standIn: {
    zh: '{post}{away}，由{name}代理至{lastOn}。',
    en: '{post} is {away}; {name} stands in until {lastOn}.',
  },
  deputyForLeader: {
    zh: '网格长{away}，由副网格长{name}代理至{lastOn}。',
    en: 'The grid leader is {away}; deputy {name} stands in until {lastOn}.',
  },
  deputy: { zh: '副网格长{name}负责。', en: 'Deputy grid leader {name} is responsible.' },
  worker: {
    zh: '暂由专职网格员{name}负责。',
    en: 'Full-time grid worker {name} is responsible for the time being.',
  },
  communityDuty: {
    zh: '由{unit}值班{name}负责（至{until}）。',
    en: '{name}, on duty at {unit} until {until}, is responsible.',
  },
  communityHead: {
    zh: '由{unit}{post}{name}负责。',
    en: '{name}, {post}, {unit}, is responsible.',
  },
  centreDuty: {
    zh: '由{unit}指挥中心值班员{name}负责。',
    en: '{name}, on duty at the {unit} centre, is responsible.',
  },
  centreRoster: {
    zh: '由{unit}指挥中心值班员{name}负责（至{until}）。',
    en: '{name}, on duty at the {unit} centre until {until}, is responsible.',
  },
  centreUnnamed: {
    zh: '由{unit}指挥中心值班员负责。',
    en: 'The duty officer of the {unit} centre is responsible.',
  },
  gridEmpty: { zh: '网格暂无人值守，', en: 'Nobody is present in the grid. ' },
  unitEmpty: { zh: '{unit}暂无人值守，', en: 'Nobody is present at {unit}. ' },
  communityEmpty: { zh: '社区暂无人值守，', en: 'Nobody is present in the community. ' },
  centreEmpty: { zh: '{unit}中心暂无人值守，', en: 'Nobody is present at the {unit} centre. ' },
  forResidents: { zh: '由{unit}{post}负责。', en: '{unit}: the {post} is responsible.' },
  forResidentsUnit: { zh: '由{unit}负责。', en: '{unit} is responsible.' },
} as const satisfies Record<string, Words>

export const dutyPost: Words = { zh: '值班员', en: 'duty officer' }
export const centrePost: Words = { zh: '指挥中心值班员', en: 'duty officer of the centre' }
export const handlerPost: Words = { zh: '经办人', en: 'officer in charge' }

/** What a role is called inside a sentence that has already named the place or unit. */
export const postWords: Readonly<Partial<Record<Role, Words>>> = {
  communitySecretary: { zh: '党组织书记', en: 'secretary' },
  sectionHead: { zh: '负责人', en: 'head' },
  unitHead: { zh: '负责人', en: 'head' },
  postMember: { zh: '经办人', en: 'officer' },
  unitMember: { zh: '联络员', en: 'liaison' },
}

export const ruleWords: Readonly<Record<Rule, Words>> = {
  1: { zh: '指定经办人', en: 'named on the task' },
  2: { zh: '岗位或单位值班表', en: 'roster of the post or unit' },
  3: { zh: '网格长', en: 'grid leader' },
  4: { zh: '副网格长依次代理', en: 'deputy grid leader' },
  5: { zh: '专职网格员', en: 'full-time grid worker' },
  6: { zh: '社区值班表、社区书记', en: 'community roster, then its secretary' },
  7: { zh: '街道指挥中心', en: 'street centre' },
}

export const peopleRefusals = {
  wrong_login: {
    zh: '账号或密码不对。连续输错会暂停登录一段时间。',
    en: 'Login or password is wrong. Several failures in a row pause signing in for a while.',
  },
  code_needed: {
    zh: '密码对了，还要认证器上的六位数。',
    en: 'The password is right. The six digits of the authenticator are needed too.',
  },
  wrong_code: {
    zh: '这个数不对，或者已经用过。等下一个数再试；连续输错会暂停登录一段时间。',
    en: 'This code is wrong or was used already. Wait for the next one; several failures pause signing in for a while.',
  },
  no_factor_begun: { zh: '这个账号没有第二道验证。', en: 'This account has no second factor.' },
  factor_required: {
    zh: '这个角色必须有第二道验证，不能取消；可以换一个新的。',
    en: 'A role of this account must have a second factor: it can be replaced, not ended.',
  },
  no_provider: { zh: '这里没有接别的账号。', en: 'No other provider is set up here.' },
  provider_silent: {
    zh: '那边的登录现在没有回应，请先用这里的账号和密码。',
    en: 'The provider does not answer now. Please use login and password.',
  },
  not_begun_here: {
    zh: '这次登录不是在这个浏览器开始的，或者过了十分钟，请重新来。',
    en: 'This was not begun in this browser, or ten minutes have passed. Please begin again.',
  },
  provider_refused: { zh: '那边没有同意登录。', en: 'The provider did not agree.' },
  not_linked: {
    zh: '这个账号还没有和这里的账号连上。先用密码登录，在“登录过的设备”里连一次。',
    en: 'It is not linked to an account here. Sign in with the password once and link it under “Signed-in devices”.',
  },
  linked_elsewhere: {
    zh: '已经连着别的账号，先取消那一个。',
    en: 'It is linked to another account: take that link off first.',
  },
  provider_without_factor: {
    zh: '您的账号要第二道验证，那边这次没有做。请用密码和认证器登录。',
    en: 'Your account needs a second factor, and the provider asked for none. Please use password and authenticator.',
  },
  not_signed_in: { zh: '请先登录。', en: 'Please sign in.' },
  password_too_weak: {
    zh: '密码至少10位，且不能是常见密码或与账号相同。',
    en: 'Use at least 10 characters, no common password and not the login.',
  },
  wrong_password: { zh: '当前密码不对。', en: 'The current password is wrong.' },
  no_such_session: { zh: '没有这个登录。', en: 'There is no such session.' },
  no_such_person: { zh: '没有这个人员。', en: 'There is no such person.' },
  no_such_area: { zh: '没有这个区域。', en: 'There is no such area.' },
  no_such_unit: { zh: '没有这个单位。', en: 'There is no such unit.' },
  no_such_grant: { zh: '没有这项授权。', en: 'There is no such grant.' },
  no_such_duty: { zh: '没有这条值班安排。', en: 'There is no such entry in the roster.' },
  no_such_absence: { zh: '没有这条离岗记录。', en: 'There is no such absence.' },
  no_such_token: { zh: '没有这个令牌。', en: 'There is no such token.' },
  login_taken: { zh: '这个账号已被使用。', en: 'This login is taken.' },
  not_to_oneself: { zh: '不能给自己授权。', en: 'Nobody grants to himself.' },
  wrong_level: { zh: '该角色不在这一层级授予。', en: 'This role is not granted at this level.' },
  unit_needed: {
    zh: '该角色要指定板块、岗位或单位。',
    en: 'This role needs a section, post or unit.',
  },
  unit_not_fitting: {
    zh: '该角色不对应单位，或单位不在此区域。',
    en: 'This role takes no unit, or the unit lies elsewhere.',
  },
  administrators_stay_apart: {
    zh: '管理员不办理业务；审计管理员不兼任其他管理员。',
    en: 'Administrators do no case work, and the auditor is no other administrator.',
  },
  no_desk_here: {
    zh: '这里没有值班台。值班台设在社区、街道和以上各级。',
    en: 'There is no duty desk here: communities, streets and the layers above have one.',
  },
  phone_wrong: {
    zh: '电话写数字，可以带区号、空格和短横线，3 到 24 位。',
    en: 'A telephone has 3 to 24 digits, with spaces and dashes as you like.',
  },
  dates_wrong: { zh: '日期不对。', en: 'The dates are wrong.' },
  already_granted: { zh: '已有这项授权。', en: 'This is granted already.' },
} as const satisfies Record<string, Words>
