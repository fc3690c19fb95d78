// The position of this device, asked once and only on a press. Nothing is watched, nothing is kept.
import { useState } from 'react'

export type Spot = { lon: number; lat: number }
export type Whereabouts = 'idle' | 'asking' | 'refused' | 'none'

const patienceMs = 12_000

export function askPosition(): Promise<Spot | 'refused' | 'none'> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve('none')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lon: coords.longitude, lat: coords.latitude }),
      (error) => resolve(error.code === error.PERMISSION_DENIED ? 'refused' : 'none'),
      { enableHighAccuracy: true, timeout: patienceMs, maximumAge: 0 },
    )
  })
}

export function useWhereAmI(onFound: (spot: Spot) => void) {
  const [state, setState] = useState<Whereabouts>('idle')
  const ask = async () => {
    setState('asking')
    const found = await askPosition()
    setState(typeof found === 'string' ? found : 'idle')
    if (typeof found !== 'string') onFound(found)
  }
  return { state, ask: () => void ask() }
}
