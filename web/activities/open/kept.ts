// Places kept, remembered on this device and nowhere else, so that nobody has to type a number twice.
import { useState } from 'react'

export type KeptPlaces = {
  number: string
  secret: string
  code: string
  sessionId: string
  title: string
  startsAt: string
  people: number
}

const place = 'linli.places'
const most = 30

export function listKept<T>(where: string): T[] {
  try {
    return JSON.parse(localStorage.getItem(where) ?? '[]') as T[]
  } catch {
    return [] // storage closed or damaged: number and code still open everything
  }
}

export function storeKept<T>(where: string, all: T[]): void {
  try {
    localStorage.setItem(where, JSON.stringify(all.slice(0, most)))
  } catch {
    // storage closed: the receipt lasts as long as the page
  }
}

export const keptPlaces = (): KeptPlaces[] => listKept(place)
const store = (all: KeptPlaces[]): void => storeKept(place, all)

export const keepPlaces = (one: KeptPlaces): void =>
  store([one, ...keptPlaces().filter((other) => other.number !== one.number)])

const forget = (number: string): void => store(keptPlaces().filter((one) => one.number !== number))

export function useKeptPlaces(): [KeptPlaces[], (number: string) => void] {
  const [all, setAll] = useState(keptPlaces)
  return [
    all,
    (number) => {
      forget(number)
      setAll(keptPlaces())
    },
  ]
}
