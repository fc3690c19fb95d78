// Redrawn grids whose day has come and from which people and cases have yet to go along: for the rooms that carry them.
import type { Tx } from '../kit/db.ts'
import * as store from './store-in-force.ts'

export type { Decision, ToCarry } from './store-in-force.ts'

export const listToCarry = (tx: Tx, day: string): Promise<store.ToCarry[]> =>
  store.listToCarry(tx, day)

export const findDecision = (tx: Tx, id: string): Promise<store.Decision | null> =>
  store.findDecision(tx, id)

/** Grids that go on under another name have it from now on. */
export async function nameRedrawn(tx: Tx, id: string): Promise<void> {
  await store.nameRedrawn(tx, id)
}

export async function markCarried(tx: Tx, id: string, at: string): Promise<void> {
  await store.markCarried(tx, id, at)
}
