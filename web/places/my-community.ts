// The community a resident has chosen, remembered on this device and nowhere else.
import { useState } from 'react'

export type MyCommunity = { code: string; name: string }

const place = 'linli.community'

function read(): MyCommunity | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null') as MyCommunity | null
  } catch {
    return null // storage closed or damaged: the resident chooses again
  }
}

export function rememberCommunity(mine: MyCommunity | null): void {
  try {
    if (mine === null) localStorage.removeItem(place)
    else localStorage.setItem(place, JSON.stringify(mine))
  } catch {
    // storage closed: the choice lasts as long as the page
  }
}

export function useMyCommunity(): [MyCommunity | null, (mine: MyCommunity | null) => void] {
  const [mine, setMine] = useState(read)
  return [
    mine,
    (next) => {
      rememberCommunity(next)
      setMine(next)
    },
  ]
}
