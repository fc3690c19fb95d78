// How often something is given: so many times in so many seconds, several such sentences at once. Pure: when it was asked
// for before is an argument.
import { type Instant, toMs } from './time.ts'

export type Limit = { readonly most: number; readonly inSeconds: number }

/** Seconds until it may be asked for again; 0 if it may be now. */
export function waitSeconds(
  before: readonly Instant[],
  limits: readonly Limit[],
  now: Instant,
): number {
  const ages = before.map((at) => (toMs(now) - toMs(at)) / 1000).toSorted((a, b) => a - b)
  const waits = limits.map(({ most, inSeconds }) => {
    const oldest = ages[most - 1]
    return oldest === undefined ? 0 : Math.ceil(inSeconds - oldest)
  })
  return Math.max(0, ...waits)
}

/** How far back it must be known. */
export const longest = (limits: readonly Limit[]): number =>
  Math.max(0, ...limits.map(({ inSeconds }) => inSeconds))
export const mostOf = (limits: readonly Limit[]): number =>
  Math.max(0, ...limits.map(({ most }) => most))

/**
 * The house behind an address: of the newer kind everybody has more addresses than there are grains of sand, and all of
 * one house begin with the same sixty-four bits.
 */
export function houseOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const [front, back] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean))
  const gap = tail === undefined ? 0 : 8 - (front?.length ?? 0) - (back?.length ?? 0)
  const groups = [...(front ?? []), ...Array<string>(Math.max(0, gap)).fill('0'), ...(back ?? [])]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
