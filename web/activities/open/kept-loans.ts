// Rooms asked for, remembered on this device and nowhere else, beside the places kept.
import { useState } from 'react'
import { listKept, storeKept } from './kept.ts'

export type KeptLoan = {
  number: string
  secret: string
  code: string
  room: string
  starts: string
  ends: string
}
const place = 'linli.loans'

export const keepLoan = (one: KeptLoan): void =>
  storeKept(place, [
    one,
    ...listKept<KeptLoan>(place).filter((other) => other.number !== one.number),
  ])

export function useKeptLoans(): [KeptLoan[], (number: string) => void] {
  const [all, setAll] = useState(() => listKept<KeptLoan>(place))
  return [
    all,
    (number) => {
      storeKept(
        place,
        listKept<KeptLoan>(place).filter((one) => one.number !== number),
      )
      setAll(listKept<KeptLoan>(place))
    },
  ]
}
