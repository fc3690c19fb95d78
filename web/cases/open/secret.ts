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
  const known = typed.get(number) ?? receiptOf(number)?.secret
  if (known !== undefined && known !== '') return known
  try {
    return sessionStorage.getItem(place(number))
  } catch {
    return null // storage closed
  }
}

export function dropSecret(number: string): void {
  typed.delete(number)
  try {
    sessionStorage.removeItem(place(number))
  } catch {
    // storage closed: nothing was kept
  }
}
