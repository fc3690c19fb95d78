// The forms ids take on the wire. Ids are made at the edge (`app.newId()`) or on the author's device.
import { type Static, Type } from 'typebox'

const uuidPattern = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'

export const Uuid = Type.String({
  pattern: uuidPattern,
  description: 'A UUID in lower case.',
})
export type Uuid = Static<typeof Uuid>

/** Made by the author's device; sending a command twice has one effect and one answer. */
export const CommandId = Type.String({
  pattern: uuidPattern,
  description:
    "Made on the author's device. A repeat gets the first answer and has no second effect.",
})
export type CommandId = Static<typeof CommandId>

const uuidForm = new RegExp(uuidPattern)

export function isUuid(text: string): boolean {
  return uuidForm.test(text)
}
