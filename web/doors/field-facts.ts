// What the field door may show without a line: who is here, the tasks and their cases, the kinds and templates, the map of the grids.
import type { QueryClient } from '@tanstack/react-query'
import { recallFacts, rememberFacts } from '#web/kit/facts.ts'
import { newQueryClient } from '#web/kit/queries.ts'

export const fieldFacts = {
  me: 'readMe',
  others: [
    'listCases',
    'getCase',
    'listCategories',
    'listTemplates',
    'readDutyDesk',
    'readAreaMap',
    'listNotes',
    'listRounds',
  ],
} as const

export async function clientWithFacts(): Promise<QueryClient> {
  const client = newQueryClient()
  await recallFacts(client, fieldFacts)
  rememberFacts(client, fieldFacts)
  return client
}
