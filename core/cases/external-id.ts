// The number another system knows a case by: it names the system too, so that two of them never mean the same.

export const externalIdOf = (system: string, number: string): string => `${system}:${number}`

/** Everything a system that holds this token reported. */
export const openSystem = (tokenId: string): string => `open311/${tokenId}`

/** What the other side calls it; null for a case of our own. */
export function foreignNumber(externalId: string | null): string | null {
  const at = externalId?.indexOf(':') ?? -1
  return externalId === null || at < 0 ? null : externalId.slice(at + 1)
}
