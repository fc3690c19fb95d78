// When there is enough to ask whether somebody said the same: a place, and a kind or some words.
type Spot = { lon: number; lat: number }
export type Typed = { text: string; category: string | null; spot: Spot | null }

export const worthAsking = ({ text, category, spot }: Typed): boolean =>
  spot !== null && (category !== null || text.trim().length >= 4)
