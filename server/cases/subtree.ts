// Everything under one area, as a database reads it: a range of paths, since an index may answer that below a policy;
// `like` it may not, for PostgreSQL trusts it less.
import { type RawBuilder, sql } from 'kysely'

/** All paths under one: from it to the first that no longer begins with it. */
export const under = (path: string): [string, string] => [path, `${path.slice(0, -1)}0`]

/** The same as text, for a prepared statement whose first two values are those of `under`. */
export const within = (column: string) => `${column} ~>=~ $1 and ${column} ~<~ $2`

/** The same as a condition: `where ${isUnder('c.filed_path', path)}`. */
export function isUnder(column: string, path: string): RawBuilder<boolean> {
  const [from, to] = under(path)
  return sql<boolean>`(${sql.ref(column)} ~>=~ ${from} and ${sql.ref(column)} ~<~ ${to})`
}
