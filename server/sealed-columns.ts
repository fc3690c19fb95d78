// Every column that holds something sealed, and where each value says it lies: what the rotation of keys goes through.
// A new sealed column adds a line here; the test that looks for such columns in the database sees that it does.
import type { SealedColumn } from './kit/reseal.ts'
import { alertPlace } from './exchange/alerts.ts'
import { residentPlace } from './people/residents.ts'
import { reportPlace } from './cases/my-reports.ts'
import { messagePlace } from './notices/messages.ts'
import { notePlace } from './patrols/notes.ts'

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

const note: SealedColumn = {
  table: 'patrols.notes',
  column: 'sealed_note',
  key: ['community_id', 'id'],
  place: ([communityId, id = '']) => notePlace(Number(communityId), id),
}

const alert: SealedColumn = {
  table: 'exchange.alerts',
  column: 'sealed_contact',
  key: ['community_id', 'id'],
  place: ([communityId, id = '']) => alertPlace(Number(communityId), id),
}

const resident = (column: 'phone' | 'name'): SealedColumn => ({
  table: 'people.residents',
  column: `sealed_${column}`,
  key: ['id'],
  place: ([id = '']) => residentPlace(id, column),
})

const report: SealedColumn = {
  table: 'cases.resident_reports',
  column: 'sealed_secret',
  key: ['community_id', 'case_id', 'voice', 'resident_id'],
  place: ([communityId, caseId = '', voice]) =>
    reportPlace(Number(communityId), caseId, Number(voice)),
}

/** Secrets that sign what we tell, and keys to other servers: they lie at an area and belong to no case. */
const ofExchange = (
  table: string,
  [column, named]: [column: string, named: string],
  key: string[],
): SealedColumn => ({
  table: `exchange.${table}`,
  column,
  key,
  place: ([id = '', areaId, serial]) => ({
    table: `exchange.${table}`,
    column: named,
    communityId: Number(areaId),
    caseId: id,
    voice: Number(serial ?? 0),
  }),
})

export const sealedColumns: readonly SealedColumn[] = [
  contact('sealed_name', 'name'),
  contact('sealed_phone', 'phone'),
  left('booking_contacts', 'booking_id', 'sealed_name'),
  left('booking_contacts', 'booking_id', 'sealed_phone'),
  left('registration_contacts', 'registration_id', 'sealed_phone'),
  alert,
  message,
  note,
  report,
  resident('name'),
  resident('phone'),
  factor('sealed_secret'),
  factor('sealed_pending'),
  ofExchange('remotes', ['sealed_key', 'key'], ['id', 'area_id']),
  ofExchange('webhook_secrets', ['sealed_secret', 'sealed'], ['webhook_id', 'area_id', 'serial']),
]
