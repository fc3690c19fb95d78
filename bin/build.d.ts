export const root: string
export function refuseOldNode(): void
export function ensureBuilt(wanted: ('server' | 'web')[]): Promise<void>
