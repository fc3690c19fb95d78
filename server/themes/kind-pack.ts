// Laying a pack's catalogue into an area, as the owning role: for setup and the demo world. What an area has already stays.
import type pg from 'pg'
import { assert } from '#core/kit/result.ts'
import { type ThemeKind, faultOfKind } from '#core/themes/kind.ts'

export async function layThemeKinds(
  client: pg.ClientBase,
  kinds: readonly ThemeKind[],
  areaId: number,
): Promise<void> {
  for (const kind of kinds) {
    const fault = faultOfKind(kind)
    assert(fault === null, `theme ${kind.code} cannot be used: ${fault}`)
  }
  await client.query(
    `insert into themes.kinds (area_id, code, definition, valid_from, reason)
     select $1, d ->> 'code', d, '2000-01-01', '初始目录'
       from jsonb_array_elements($2::jsonb) d
      where not exists (select from themes.kinds k where k.area_id = $1)`,
    [areaId, JSON.stringify(kinds)],
  )
}
