// Every column that holds something sealed, and where each value says it lies: what the rotation of keys goes through.
// A new sealed column adds a line here; the test that looks for such columns in the database sees that it does.
import type { SealedColumn } from './kit/reseal.ts'
import { messagePlace } from './notices/messages.ts'

const contact = (column: string, named: string): SealedColumn => ({
  table: 'cases.contacts',
  column,
  key: ['community_id', 'case_id', 'voice'],
  place: ([communityId, caseId = '', voice]) => ({
    table: 'cases.contacts',
    column: named,
    communityId: Number(communityId),
    caseId,
    voice: Number(voice),
  }),
})

const left = (table: string, id: string, column: string): SealedColumn => ({
  table: `activities.${table}`,
  column,
  key: ['community_id', id],
  place: ([communityId, caseId = '']) => ({
    table,
    column,
    communityId: Number(communityId),
    caseId,
    voice: 0,
  }),
})

const factor = (column: string): SealedColumn => ({
  table: 'people.second_factors',
  column,
  key: ['person_id'],
  place: ([caseId = '']) => ({
    table: 'people.second_factors',
    column: 'secret',
    communityId: 0,
    caseId,
    voice: 1,
  }),
})

const message: SealedColumn = {
  table: 'notices.messages',
  column: 'sealed_message',
  key: ['community_id', 'id'],
  place: ([communityId, id = '']) => messagePlace(Number(communityId), id),
}

export const sealedColumns: readonly SealedColumn[] = [
  contact('sealed_name', 'name'),
  contact('sealed_phone', 'phone'),
  left('booking_contacts', 'booking_id', 'sealed_name'),
  left('booking_contacts', 'booking_id', 'sealed_phone'),
  left('registration_contacts', 'registration_id', 'sealed_phone'),
  message,
  factor('sealed_secret'),
  factor('sealed_pending'),
]
