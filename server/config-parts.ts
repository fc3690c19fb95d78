// What every part of the configuration is read with.

export type Variable = { name: string; default: string; meaning: string }

/** A variable cannot be understood. The message names it and says what it wants. */
export class ConfigTrouble extends Error {
  override name = 'ConfigTrouble'
}

export function whole(text: string, wanted: { name: string; min: number; max: number }): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < wanted.min || value > wanted.max)
    throw new ConfigTrouble(
      `${wanted.name} is “${text}”: give a whole number from ${wanted.min} to ${wanted.max}.`,
    )
  return value
}
