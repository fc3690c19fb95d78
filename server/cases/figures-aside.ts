// What stands in no figure and is said as a sum all the same: reports of a period that were merged or turned out void.

import type { Tx } from '../kit/db.ts'
import { under, within } from './subtree.ts'

export const setAside = async (tx: Tx, path: string, { from, to }: { from: string; to: string }) =>
  (
    await tx.prepared<{ merged: number; void: number }>(
      'cases.setAside',
      `select (count(*) filter (where c.state = 'MERGED'))::int  as merged,
              (count(*) filter (where c.state = 'VOID'))::int    as void
         from cases.cases c
        where c.reported_at >= $3
          and c.reported_at < $4
          and c.state in ('MERGED', 'VOID')
          and ${within('c.filed_path')}`,
      [...under(path), from, to],
    )
  )[0] ?? { merged: 0, void: 0 }
