// How the columns of another system's list become a case: one JSON file per source, documented in
// docs/running/import-cases.md. It is checked whole before a row is read.
import { readFile } from 'node:fs/promises'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { oneOf } from '#core/kit/contract.ts'
import { done, refused, type Result } from '#core/kit/result.ts'

/** A heading, or several whose contents are joined. */
const Columns = Type.Union([Type.String(), Type.Array(Type.String(), { minItems: 1 })])
const Table = Type.Record(Type.String(), Type.String())

export const importMapping = Type.Object(
  {
    /** Short name of the other system: with its own id it makes a case recognisable at the next run. */
    system: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,29}$' }),
    file: Type.Optional(
      Type.Object(
        {
          sheet: Type.Optional(
            Type.String({ description: 'Name of the sheet; else the first one.' }),
          ),
          headingRow: Type.Optional(Type.Integer({ minimum: 1, description: 'Else 1.' })),
          delimiter: Type.Optional(Type.String({ minLength: 1, maxLength: 1 })),
        },
        { additionalProperties: false },
      ),
    ),
    timeZone: Type.String({
      description: 'On whose clocks the dates were written: Asia/Shanghai.',
    }),
    dateOrder: Type.Optional(oneOf(['mdy', 'dmy'])),
    year: Type.Optional(Type.Integer({ description: 'The year of dates that name none: 3月5日.' })),
    notBefore: Type.Optional(
      Type.String({
        description: 'Earlier dates are placeholders, as 01/01/1900. Else 1990-01-01.',
      }),
    ),
    columns: Type.Object(
      {
        externalId: Columns,
        reportedAt: Type.String(),
        closedAt: Type.Optional(Type.String()),
        status: Type.Optional(Type.String()),
        category: Type.Optional(Columns),
        text: Type.Optional(Columns),
        address: Type.Optional(Columns),
        lon: Type.Optional(Type.String()),
        lat: Type.Optional(Type.String()),
        area: Type.Optional(Columns),
        closingWords: Type.Optional(Columns),
      },
      { additionalProperties: false },
    ),
    joinedBy: Type.Optional(
      Type.String({ maxLength: 10, description: 'Between joined columns; else a space.' }),
    ),
    /** What the source calls its states: open or closed. "*" is every other one; without it those are rejected. */
    statuses: Type.Optional(Type.Record(Type.String(), oneOf(['open', 'closed']))),
    categories: Type.Optional(Table),
    categoryDefault: Type.Optional(Type.String()),
    /** Value of the area column → code of the area. A value that is itself a code needs no line here. */
    areas: Type.Optional(Table),
    areaDefault: Type.Optional(Type.String()),
    coordinates: Type.Optional(oneOf(['wgs84', 'cgcs2000', 'gcj02', 'bd09'])),
    /** The result under which closed ones are kept. "Solved" is not among them: our proof of it is missing. */
    outcome: Type.Optional(oneOf(['referred', 'unfounded'])),
    /** Closed without a date of closing, or with an impossible one: keep open with the reason, or reject. */
    closedWithoutDate: Type.Optional(oneOf(['open', 'reject'])),
  },
  { additionalProperties: false },
)
export type ImportMapping = Static<typeof importMapping>

/** Sentences, each naming the place in the file that is wrong. */
export async function readMapping(
  path: string,
): Promise<Result<ImportMapping> & { faults?: string[] }> {
  const text = await readFile(path, 'utf8')
  let mapping: unknown
  try {
    mapping = JSON.parse(text)
  } catch (error) {
    return { ...refused('mapping_wrong'), faults: [`${path}: ${(error as Error).message}`] }
  }
  if (Value.Check(importMapping, mapping)) return done(mapping)
  const faults = [...Value.Errors(importMapping, mapping)].map(
    (fault) => `${path}: ${fault.instancePath || '/'} ${fault.message}`,
  )
  return { ...refused('mapping_wrong'), faults: [...new Set(faults)] }
}

/** Every heading the mapping names must stand in the file: a mistyped one would silently lose a column. */
export function missingHeadings(mapping: ImportMapping, headings: readonly string[]): string[] {
  const named = Object.values(mapping.columns).flat()
  return [...new Set(named)].filter((heading) => !headings.includes(heading))
}
