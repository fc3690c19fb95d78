// Receipts this device remembers, so that nobody has to type a number twice. Only here, and gone on a press.
import { useState } from 'react'
import type { Words } from '#core/kit/words.ts'
import { paths } from '#web/kit/paths.ts'

export type KeptReceipt = {
  number: string
  secret: string
  /** The long secret of the link; receipts from before have none. */
  link?: string | null
  /** The reporter's own first words, to recognise it by. */
  what: string
  at: string
  area: string
  dueAt: string | null
  responsible: Words | null
  sentence: Words
  /** What comes first on it, where nothing new was reported: joined, or still broken. */
  lead?: 'joined' | 'still'
}

const place = 'linli.receipts'
const most = 20

export function keptReceipts(): KeptReceipt[] {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]') as KeptReceipt[]
  } catch {
    return [] // storage closed or damaged: number and secret still open everything
  }
}

function store(receipts: KeptReceipt[]): void {
  try {
    localStorage.setItem(place, JSON.stringify(receipts))
  } catch {
    // storage closed: the receipt lasts as long as the page
  }
}

export function keepReceipt(receipt: KeptReceipt): void {
  const others = keptReceipts().filter((one) => one.number !== receipt.number)
  store([receipt, ...others].slice(0, most))
}

export function forgetReceipt(number: string): void {
  store(keptReceipts().filter((one) => one.number !== number))
}

export const receiptOf = (number: string): KeptReceipt | null =>
  keptReceipts().find((one) => one.number === number) ?? null

export function useReceipts(): [KeptReceipt[], (number: string) => void] {
  const [receipts, setReceipts] = useState(keptReceipts)
  const forget = (number: string) => {
    forgetReceipt(number)
    setReceipts(keptReceipts())
  }
  return [receipts, forget]
}

/** The address that opens the report by itself. The secret stands in its fragment: no server on the way reads it. */
export const linkOf = (number: string, link: string): string =>
  `${location.origin}${paths.open.follow(number)}#${link}`

/** In blocks of three, as it is read aloud and copied by hand: K7M 4R2. */
export const inBlocks = (secret: string): string => secret.replace(/(.{3})(?=.)/g, '$1 ')

/** Forgives blanks and missing dashes: 500108106003 26 00021 is a number too. */
export function numberTyped(text: string): string | null {
  const bare = text.trim().replace(/[\s—–－_-]+/g, '-')
  if (/^[0-9A-Za-z.]{2,40}-\d{2}-\d{5,}$/.test(bare)) return bare
  const digits = /^(\d{12})(\d{2})(\d{5,})$/.exec(bare.replaceAll('-', ''))
  return digits === null ? null : `${digits[1]}-${digits[2]}-${digits[3]}`
}
