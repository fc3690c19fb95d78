// What may be refused of a step of this room, its attachments included.
import { patrolRefusals } from '#core/patrols/words.ts'
import { fileRefusals } from '#core/files/words.ts'

export const noteRefusals = { ...fileRefusals, ...patrolRefusals }
