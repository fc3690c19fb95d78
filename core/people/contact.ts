// Telephone numbers and names of residents: the one form in which numbers are compared, and what a screen
// shows of both before somebody gave a reason to see more.

/** Digits only, without the country code of China; null if it cannot be a number. */
export function normalisePhone(text: string): string | null {
  const halfWidth = text.replace(/[０-９＋]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  )
  const digits = halfWidth.replace(/[^\d+]/g, '').replace(/^(\+86|0086)/, '')
  const bare = /^86(1\d{10})$/.exec(digits)?.[1] ?? digits.replace(/^\+/, '')
  return /^\d{5,15}$/.test(bare) ? bare : null
}

/** 13800138000 → 138****8000; shorter numbers keep less. */
export function maskPhone(phone: string): string {
  const digits = normalisePhone(phone) ?? phone.replace(/\D/g, '')
  if (digits.length >= 11) return `${digits.slice(0, 3)}****${digits.slice(-4)}`
  if (digits.length >= 7) return `${digits.slice(0, 2)}***${digits.slice(-2)}`
  return '***'
}

const phones = /(?<![\d.])((\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8})(?!\d)/g

/** Words with the numbers of telephones in them masked: for what leaves the screen. */
export const withoutPhones = (text: string): string => text.replace(phones, maskPhone)

/** 王小明 → 王＊＊; Anna Lee → A＊＊. The number of stars says nothing about the length. */
export function maskName(name: string): string {
  const first = [...name.trim()][0]
  return first === undefined ? '' : `${first}＊＊`
}
