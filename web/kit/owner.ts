// Whose commands this page sends: the signed-in person's id, or `open` for residents. The doors set it.
import { createContext, useContext } from 'react'

export const OwnerContext = createContext('open')

export function useOwner(): string {
  return useContext(OwnerContext)
}
