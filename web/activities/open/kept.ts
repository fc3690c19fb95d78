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

export function keptPlaces(): KeptPlaces[] {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]') as KeptPlaces[]
  } catch {
    return [] // storage closed or damaged: number and code still open everything
  }
}

function store(all: KeptPlaces[]): void {
  try {
    localStorage.setItem(place, JSON.stringify(all.slice(0, most)))
  } catch {
    // storage closed: the receipt lasts as long as the page
  }
}

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
