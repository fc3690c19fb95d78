// The append-only journals that are sealed. Their rows are found in the order of commits by (tx, seq).
import type { Journal } from './kit/seal.ts'

export const journals: Journal[] = [
  { name: 'cases.entries', tx: 'tx', seq: 'seq', key: ['case_id', 'version'] },
  { name: 'people.looks', tx: 'written_in', seq: 'id', key: ['case_number', 'id'] },
  { name: 'resources.changes', tx: 'written_in', seq: 'seq', key: ['resource_id', 'version'] },
  { name: 'resources.request_moves', tx: 'written_in', seq: 'seq', key: ['request_id', 'version'] },
  { name: 'notices.board_entries', tx: 'tx', seq: 'seq', key: ['post_id', 'id'] },
  { name: 'activities.entries', tx: 'tx', seq: 'seq', key: ['subject_id', 'id'] },
]
