// The secret typed by hand lives as long as this tab: on a borrowed phone nothing stays behind. A receipt kept on one's
// own device says it too.
import { receiptOf } from './receipts.ts'

const place = (number: string) => `linli.secret.${number}`
const typed = new Map<string, string>()

export function holdSecret(number: string, secret: string): void {
  typed.set(number, secret)
  try {
    sessionStorage.setItem(place(number), secret)
  } catch {
    // storage closed: it is asked again after a reload
  }
}

export function secretOf(number: string): string | null {
  const receipt = receiptOf(number)
  const known = fromLink(number) ?? typed.get(number) ?? receipt?.link ?? receipt?.secret
  if (known !== undefined && known !== '') return known
  try {
    return sessionStorage.getItem(place(number))
  } catch {
    return null // storage closed
  }
}

/** Whoever comes by the link of a receipt brings its secret in the fragment; it does not stay in the address bar. */
function fromLink(number: string): string | undefined {
  const secret = /^#([0-9A-Za-z]{12,20})$/.exec(location.hash)?.[1]
  if (secret === undefined) return undefined
  history.replaceState(history.state, '', location.pathname + location.search)
  holdSecret(number, secret)
  return secret
}

/** The six characters as somebody copies them, where this device knows them. */
export function shortCodeOf(number: string, secret: string): string | null {
  return secret.length === 6 ? secret : (receiptOf(number)?.secret ?? null)
}

export function dropSecret(number: string): void {
  typed.delete(number)
  try {
    sessionStorage.removeItem(place(number))
  } catch {
    // storage closed: nothing was kept
  }
}
