// The outbox of the door, with the words of every room whose steps may wait in it.
import { patrolRefusals } from '#core/patrols/words.ts'
import { OutboxPage } from '#web/cases/field/OutboxPage.tsx'

export const FieldOutboxPage = () => <OutboxPage beside={patrolRefusals} />
